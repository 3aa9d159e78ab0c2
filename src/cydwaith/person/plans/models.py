"""Tables of About Me and the plan. Each row carries who wrote its words, and when."""

from django.db import models

from cydwaith.commons.guard.models import GuardedModel

from .rules.progress import HIGHEST, LOWEST
from .rules.vocabulary import GoalKind, GoalStatus, Heading, Kind, Owner, StepStatus


def _choices(names: type) -> list[tuple[str, str]]:
    return [(name.value, name.value) for name in names]  # type: ignore[attr-defined]


def _rating(name: str, field: str = "value") -> models.CheckConstraint:
    inside = models.Q(**{f"{field}__gte": LOWEST, f"{field}__lte": HIGHEST})
    return models.CheckConstraint(condition=inside, name=name)


class Written(GuardedModel):
    """Belongs to a person; knows the hand that wrote it as it was at the time."""

    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    by_account_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=120, blank=True)
    by_role = models.CharField(max_length=20)
    by_organisation = models.CharField(max_length=200, blank=True)
    by_person = models.BooleanField()
    with_person = models.BooleanField(default=False)
    written_at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        abstract = True


class Entry(Written):
    """What stands under one heading of About Me."""

    scope = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=20, choices=_choices(Heading))
    words = models.TextField(blank=True)
    declined = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Written.Meta):
        verbose_name = "entry"
        constraints = [models.UniqueConstraint(fields=["person", "heading"], name="one_entry_a_heading")]


class Hope(Written):
    """How much hope for work somebody has for this person, 0 to 10; each stands alone.

    ``persons_own`` is the person's own answer, also when somebody else wrote it down.
    """

    value = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)
    persons_own = models.BooleanField()

    class Meta(Written.Meta):
        verbose_name = "hope for work"
        constraints = [_rating("hope_is_0_to_10")]
        indexes = [models.Index(fields=["person", "written_at"], name="hope_by_person")]


class Plan(Written):
    """The one plan of a person: when it will be looked at again."""

    review_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Written.Meta):
        verbose_name = "plan"
        constraints = [models.UniqueConstraint(fields=["person"], name="one_plan_a_person")]


class Goal(Written):
    """What the person wants, in words; ``touched_at`` is when it last moved."""

    words = models.TextField()
    why = models.TextField(blank=True)
    kind = models.CharField(max_length=10, choices=_choices(GoalKind))
    status = models.CharField(max_length=10, choices=_choices(GoalStatus), default=GoalStatus.NOW.value)
    added_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    rating = models.PositiveSmallIntegerField(null=True)
    rating_before = models.PositiveSmallIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Written.Meta):
        verbose_name = "goal"
        constraints = [_rating("goal_rating_is_0_to_10", "rating")]
        indexes = [models.Index(fields=["person", "status"], name="goal_by_person")]


class Rating(Written):
    """How near a goal is, 0 to 10, as the person put it on one day."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="+")
    value = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)

    class Meta(Written.Meta):
        verbose_name = "rating"
        constraints = [_rating("rating_is_0_to_10")]
        indexes = [models.Index(fields=["goal", "written_at"], name="rating_by_goal")]


class Step(Written):
    """Who does what by when."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="+")
    words = models.TextField()
    owner = models.CharField(max_length=10, choices=_choices(Owner))
    owner_name = models.CharField(max_length=120, blank=True)
    due = models.DateField(null=True)
    status = models.CharField(max_length=10, choices=_choices(StepStatus), default=StepStatus.NOT_DONE.value)
    blocked_because = models.TextField(blank=True)
    added_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(Written.Meta):
        verbose_name = "step"
        indexes = [models.Index(fields=["goal", "added_at"], name="step_by_goal")]


class Change(Written):
    """One version: what changed, what it was like afterwards, by whom. Never edited."""

    number = models.PositiveIntegerField()
    scope = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=_choices(Kind))
    subject = models.UUIDField()
    state = models.JSONField()

    class Meta(Written.Meta):
        verbose_name = "change"
        constraints = [models.UniqueConstraint(fields=["person", "number"], name="one_change_a_number")]


class Agreement(Written):
    """The person's yes: up to which version, to which parts, and how it was given."""

    number = models.PositiveIntegerField()
    scopes = models.PositiveSmallIntegerField()
    said_on = models.DateField()

    class Meta(Written.Meta):
        verbose_name = "agreement"
        indexes = [models.Index(fields=["person", "-number", "-written_at"], name="agreement_by_person")]


class LastNumber(models.Model):
    """The number of a plan's newest version: one row to lock while a plan is changed."""

    person = models.OneToOneField("circle.Person", models.CASCADE, primary_key=True, related_name="+")
    number = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"version {self.number}"
