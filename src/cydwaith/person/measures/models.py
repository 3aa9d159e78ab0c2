"""Tables: a sitting that was asked for, and the readings."""

from django.db import models

from cydwaith.commons.guard.models import GuardedModel

from .rules import How, Mode


class MeasureInvitation(GuardedModel):
    """A set of questions asked of a person: by whom, which, until when, whether done.

    ``own_items`` holds the person's own goals in their words, as they were when asked.
    """

    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    instruments = models.JSONField()
    own_items = models.JSONField(default=dict)
    how = models.CharField(max_length=10, choices=[(how.value, how.value) for how in How])
    asked_by_account_id = models.UUIDField(null=True)
    asked_by_name = models.CharField(max_length=120, blank=True)
    asked_at = models.DateTimeField()
    due = models.DateField(null=True)
    expires_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta(GuardedModel.Meta):
        verbose_name = "measure invitation"
        indexes = [models.Index(fields=["person", "asked_at"], name="invitation_by_person")]


class Reading(GuardedModel):
    """One answer set of one instrument. Never overwritten: a correction is a row of its own.

    ``answers`` are raw, as given; ``scores`` and ``bands`` what the published rules made of them
    on that day, both empty where too much was left out for a score.
    """

    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    invitation = models.ForeignKey(MeasureInvitation, models.SET_NULL, null=True, related_name="+")
    instrument = models.CharField(max_length=30)
    version = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    mode = models.CharField(max_length=10, choices=[(mode.value, mode.value) for mode in Mode])
    answers = models.JSONField()
    own_items = models.JSONField(default=dict)
    scores = models.JSONField(default=dict)
    bands = models.JSONField(default=dict)
    by_account_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=120, blank=True)
    by_person = models.BooleanField()
    taken_at = models.DateTimeField()
    entered_at = models.DateTimeField()
    replaced_by = models.OneToOneField("self", models.SET_NULL, null=True, related_name="+")

    class Meta(GuardedModel.Meta):
        verbose_name = "reading"
        indexes = [
            models.Index(fields=["person", "instrument", "taken_at"], name="reading_by_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "instrument"],
                condition=models.Q(replaced_by=None),
                name="one_reading_a_page",
            )
        ]
