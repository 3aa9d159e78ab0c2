"""Tables: what only people can say of a team's work, their ratings, and a place's own statement."""

from django.db import models

from cydwaith.commons.circle.models import Person
from cydwaith.commons.guard.models import GuardedModel
from cydwaith.commons.people.models import Account, Organisation
from cydwaith.kernel.ids import new_id

from .rules import Advice, Kind, Reviewed


def _choices(names: type) -> list[tuple[str, str]]:
    return [(name.value, name.value) for name in names]  # type: ignore[attr-defined]


class Staffing(models.Model):
    """How many full-time specialists a team has from a day on, and how often it goes over its talks."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    valid_from = models.DateField()
    specialists = models.DecimalField(max_digits=5, decimal_places=2)
    reviewed = models.CharField(max_length=10, choices=_choices(Reviewed))
    by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "valid_from"], name="one_staffing_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.specialists} from {self.valid_from:%Y-%m-%d}"


class JobcentreTalk(models.Model):
    """A talk with the jobcentre about the team's work; nobody is named."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    on = models.DateField()
    meeting = models.BooleanField(default=False)
    by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "on"], name="jobcentre_by_team")]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"


class WeekOfWork(GuardedModel):
    """One specialist's week, in hours: all, and out of the office. Others see sums alone."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    monday = models.DateField()
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    hours_out = models.DecimalField(max_digits=4, decimal_places=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "organisation", "monday"], name="one_week_of_work"),
            models.CheckConstraint(
                condition=models.Q(hours_out__lte=models.F("hours")), name="no_more_out_than_all"
            ),
        ]


class BenefitsTalk(GuardedModel):
    """That somebody got help to see what work would do to their benefits, and from whom."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    on = models.DateField()
    advice = models.CharField(max_length=10, choices=_choices(Advice))
    by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "on"], name="benefits_talk_by_person")]


class Statement(models.Model):
    """A place's own fidelity statement: one version, never changed once made."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(max_length=60)
    version = models.CharField(max_length=20)
    raw = models.JSONField()
    made_by = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="one_statement_a_version")]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"


class Rated(models.Model):
    """One rater's score of one item on a day, with what they saw; the newest of each rater counts."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    scale = models.SlugField(max_length=60)
    version = models.CharField(max_length=20)
    item = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=_choices(Kind))
    score = models.SmallIntegerField()
    evidence = models.TextField()
    rater = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    rater_name = models.CharField(max_length=120)
    agreed = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["organisation", "scale", "at"], name="ratings_of_team")]

    def __str__(self) -> str:
        return f"{self.scale} {self.item}: {self.score}"
