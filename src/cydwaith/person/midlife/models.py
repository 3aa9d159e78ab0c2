"""Tables: a review with what it led to, its answers part by part, and who was invited."""

from django.db import models

from cydwaith.commons.guard.models import GuardedModel
from cydwaith.person.plans.models import Written

from .rules import Moment, Pillar


def _choices(names: type) -> list[tuple[str, str]]:
    return [(name.value, name.value) for name in names]  # type: ignore[attr-defined]


class Review(Written):
    """One review; done when it has actions, which are steps of the person's plan."""

    moment = models.CharField(max_length=12, choices=_choices(Moment))
    goal_id = models.UUIDField(null=True)
    step_ids = models.JSONField(default=list)
    next_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    class Meta(Written.Meta):
        verbose_name = "mid-life review"
        indexes = [models.Index(fields=["next_on"], name="midlife_next")]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(done_at=None), name="one_open_midlife_review"
            ),
            models.CheckConstraint(
                condition=models.Q(done_at=None) | models.Q(next_on__isnull=False),
                name="midlife_has_a_next_date",
            ),
        ]


class Answers(Written):
    """The answers of one part, under that part's own scope."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="+")
    scope = models.PositiveSmallIntegerField()
    pillar = models.CharField(max_length=8, choices=_choices(Pillar))
    values = models.JSONField(default=dict)

    class Meta(Written.Meta):
        verbose_name = "mid-life answers"
        constraints = [models.UniqueConstraint(fields=["review", "pillar"], name="one_answer_set_a_pillar")]


class Invited(GuardedModel):
    """That somebody was invited, so that nobody is twice in a year."""

    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        verbose_name = "mid-life invitation"
        indexes = [models.Index(fields=["person", "at"], name="midlife_invited_person")]
