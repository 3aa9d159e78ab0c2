"""Tables: what was done for a group that is at risk."""

from django.db import models

from cydwaith.commons.guard.models import GuardedModel
from cydwaith.kernel import clock
from cydwaith.place.directory.models import Service

from .rules import Outcome


class Action(GuardedModel):
    """What somebody does about it, until when, and what came of it. ``who`` is in words: often a partner."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="+")
    what = models.TextField()
    who = models.TextField()
    until = models.DateField(null=True)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.UUIDField(null=True)
    outcome = models.CharField(max_length=8, blank=True, choices=[(o.value, o.value) for o in Outcome])
    words = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["service", "closed_at"], name="register_open_actions")]
