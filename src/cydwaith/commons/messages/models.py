"""The table of messages: what kind, to what address, whether it went."""

from django.db import models

from cydwaith.commons.guard.models import GuardedModel


class Message(GuardedModel):
    """One message. Its words are made from its kind when it goes out; none are kept.

    ``language`` is "en", "cy", or "both" where nobody knows which they read.
    """

    kind = models.CharField(max_length=40)
    to_email = models.EmailField()
    language = models.CharField(max_length=4, default="en")
    link_path = models.CharField(max_length=500)
    created = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["created"], name="message_waiting", condition=models.Q(sent_at=None)),
        ]
