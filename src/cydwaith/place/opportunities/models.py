"""Tables: what is offered, and who keeps it right."""

from django.db import models
from django.db.models import Q

from cydwaith.commons.guard.models import GuardedModel
from cydwaith.commons.people.models import Organisation
from cydwaith.kernel import clock

from .rules.vocabulary import Kind, Pay, Status, Where


def _choices(words: type) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]  # type: ignore[attr-defined]


class Opportunity(GuardedModel):
    """One posting. ``changes`` is another version of it that waits; guarded for its drafts."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField(default=clock.now)
    status = models.CharField(max_length=8, choices=_choices(Status), default=Status.WAITING.value)
    kind = models.CharField(max_length=16, choices=_choices(Kind))
    title = models.CharField(max_length=120)
    title_cy = models.CharField(max_length=120, blank=True)
    organisation_name = models.CharField(max_length=200)
    day_like = models.TextField()
    day_like_cy = models.TextField(blank=True)
    sectors = models.JSONField(default=list)
    hours_from = models.PositiveSmallIntegerField()
    hours_to = models.PositiveSmallIntegerField()
    days = models.JSONField(default=list)
    times = models.JSONField(default=list)
    times_to_suit = models.BooleanField(default=False)
    where = models.CharField(max_length=8, choices=_choices(Where))
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    place_code = models.CharField(max_length=12, blank=True)
    pay = models.CharField(max_length=8, choices=_choices(Pay))
    pay_words = models.CharField(max_length=200, blank=True)
    company = models.JSONField(default=list)
    settings = models.JSONField(default=list)
    asks = models.JSONField(default=list)
    adjustments = models.JSONField(default=list)
    adjustments_words = models.TextField(blank=True)
    apply = models.JSONField(default=list)
    apply_words = models.TextField(blank=True)
    contact = models.CharField(max_length=200, blank=True)
    until = models.DateField(null=True)
    language = models.CharField(max_length=2, default="en")
    changes = models.JSONField(null=True)
    changed_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    assured_on = models.DateField(null=True)
    assured_by = models.CharField(max_length=200, blank=True)

    class Meta(GuardedModel.Meta):
        verbose_name = "opportunity"
        indexes = [
            models.Index(fields=["status", "made_at"], name="opportunity_by_status"),
            models.Index(fields=["organisation", "made_at"], name="opportunity_by_owner"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours_from__gte=2, hours_to__gte=models.F("hours_from")),
                name="opportunity_from_two_hours",
            )
        ]


class Keeper(GuardedModel):
    """Where to write to whoever keeps a posting right; shown to nobody but those who look after it.

    Without an address it is kept by those of its organisation who sign in.
    """

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, related_name="+")
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, default="en")
    asked_on = models.DateField(null=True)

    class Meta(GuardedModel.Meta):
        verbose_name = "keeper"
