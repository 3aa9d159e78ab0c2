"""Tables: talks with employers, what somebody is interested in, and what an employer got to know."""

from django.db import models

from cydwaith.commons.guard.models import GuardedModel
from cydwaith.person.plans.models import Written

from .rules.vocabulary import Answer, CameOf, Stage, Way


def _choices(names: type) -> list[tuple[str, str]]:
    return [(name.value, name.value) for name in names]  # type: ignore[attr-defined]


class EmployerContact(GuardedModel):
    """A talk with an employer: for one person, or without one to get to know the employer."""

    person = models.ForeignKey("circle.Person", models.CASCADE, null=True, related_name="+")
    organisation_id = models.UUIDField(null=True)
    by_account_id = models.UUIDField()
    by_name = models.CharField(max_length=120, blank=True)
    employer = models.CharField(max_length=200)
    opportunity_id = models.UUIDField(null=True)
    on = models.DateField()
    way = models.CharField(max_length=10, choices=_choices(Way))
    as_wished = models.BooleanField(null=True)
    came_of = models.CharField(max_length=12, choices=_choices(CameOf))
    words = models.TextField(blank=True)
    written_at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        verbose_name = "employer contact"
        indexes = [
            models.Index(fields=["person", "on"], name="contact_by_person"),
            models.Index(fields=["organisation_id", "on"], name="contact_by_organisation"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | models.Q(as_wished=None),
                name="wished_by_somebody",
            )
        ]


class Interest(Written):
    """An opportunity that somebody is interested in; its words stay when the posting is gone."""

    opportunity_id = models.UUIDField()
    title = models.CharField(max_length=120)
    employer = models.CharField(max_length=200)
    stage = models.CharField(max_length=10, choices=_choices(Stage), default=Stage.TOLD.value)
    moved_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(Written.Meta):
        verbose_name = "interest"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "opportunity_id"],
                condition=models.Q(withdrawn_at=None),
                name="interested_once",
            )
        ]


class Introduction(GuardedModel):
    """All that an employer gets to know of somebody who is interested, until it ends or is taken back."""

    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    interest = models.OneToOneField(Interest, models.CASCADE, related_name="+")
    opportunity_id = models.UUIDField()
    organisation_id = models.UUIDField(null=True)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    words = models.TextField(blank=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=8, choices=_choices(Answer), blank=True)
    answer_words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta(GuardedModel.Meta):
        verbose_name = "introduction"
        indexes = [models.Index(fields=["opportunity_id", "made_at"], name="introduced_to")]
