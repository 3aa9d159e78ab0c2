"""Feeds, the log of their fetches, and services that look alike."""

from django.db import models

from cydwaith.kernel import clock
from cydwaith.kernel.ids import new_id
from cydwaith.place.directory.models import Service, Source

from .rules import Outcome, State, Why


class Feed(models.Model):
    """An address that is fetched again and again: ``every_hours`` 0 is only when somebody asks.

    ``share`` is the part of its services, in per cent, that may go without a person saying yes.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.OneToOneField(Source, models.PROTECT, related_name="+")
    address = models.TextField(unique=True)
    every_hours = models.PositiveSmallIntegerField(default=24)
    share = models.PositiveSmallIntegerField(default=20)
    paused = models.BooleanField(default=False)
    state = models.CharField(
        max_length=10, default=State.WAITING, choices=[(state.value, state.value) for state in State]
    )
    busy_until = models.DateTimeField(null=True)
    next_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    rejected = models.TextField(blank=True)
    added_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["next_at"], name="feeds_due")]

    def __str__(self) -> str:
        return self.address


class Fetch(models.Model):
    """One line of a feed's log."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    feed = models.ForeignKey(Feed, models.CASCADE, related_name="fetches")
    at = models.DateTimeField(default=clock.now)
    seconds = models.FloatField(default=0)
    status = models.PositiveSmallIntegerField(default=0)
    outcome = models.CharField(
        max_length=8, default=Outcome.RUNNING, choices=[(outcome.value, outcome.value) for outcome in Outcome]
    )
    why = models.CharField(max_length=10, blank=True, choices=[(why.value, why.value) for why in Why])
    pages = models.PositiveIntegerField(default=0)
    seen = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)
    digest = models.TextField(blank=True)
    problems = models.JSONField(default=list)
    decided_by = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["feed", "-at"], name="feeds_log")]

    def __str__(self) -> str:
        return f"{self.outcome} {self.at:%Y-%m-%d %H:%M}"


class LookAlike(models.Model):
    """Two services that may be the same, as they were last compared; ``one`` has the smaller key."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    one = models.ForeignKey(Service, models.CASCADE, related_name="+")
    other = models.ForeignKey(Service, models.CASCADE, related_name="+")
    chance = models.FloatField()
    found_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="feeds_alike_once")]
        indexes = [models.Index(fields=["-chance"], name="feeds_alike_likeliest")]

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id} {self.chance:.2f}"
