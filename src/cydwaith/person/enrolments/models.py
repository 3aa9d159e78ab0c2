"""Tables: a spell on a programme, the stages that were reached, a date of birth."""

from django.db import models

from cydwaith.commons.guard.models import GuardedModel
from cydwaith.place.programmes.rules import Cohort

from .rules import Ending


class Enrolment(GuardedModel):
    """A person's spell on one version of a programme; that version's rules hold for all of it.

    ``team_choices`` are the clinical teams that were chosen, each from a day on (``rules.teams``): one is
    added, none is ever changed.
    """

    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    programme = models.ForeignKey("programmes.Programme", models.PROTECT, related_name="+")
    started = models.DateField()
    cohort = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Cohort])
    stage = models.CharField(max_length=60, blank=True)
    ended = models.DateField(null=True)
    reason = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in Ending])
    team_choices = models.JSONField(default=list)
    by_name = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        verbose_name = "enrolment"
        indexes = [models.Index(fields=["person", "started"], name="enrolment_by_person")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended=None) | models.Q(ended__gte=models.F("started")),
                name="enrolment_ends_after_it_starts",
            )
        ]


class StageReached(GuardedModel):
    """When a stage of an enrolment was reached."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="+")
    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    stage = models.CharField(max_length=60)
    on = models.DateField()
    by_name = models.CharField(max_length=120, blank=True)

    class Meta(GuardedModel.Meta):
        verbose_name = "stage reached"
        indexes = [models.Index(fields=["enrolment", "on"], name="stage_by_enrolment")]


class DateOfBirth(GuardedModel):
    """Kept only where a programme needs it: minimum wages go by age."""

    person = models.OneToOneField("circle.Person", models.CASCADE, related_name="+")
    born = models.DateField()

    class Meta(GuardedModel.Meta):
        verbose_name = "date of birth"
