"""Tables: whom a person invited at work, and what both agree on."""

from uuid import uuid4

from django.db import models

from cydwaith.commons.guard.models import GuardedModel
from cydwaith.person.plans.models import Written

from .rules.agreeing import ContactRole, Ended, State
from .rules.pulse import Way


def _choices(names: type) -> list[tuple[str, str]]:
    return [(name.value, name.value) for name in names]  # type: ignore[attr-defined]


class Invitation(Written):
    """One contact at an employer, for a purpose, until a time; ``called`` is all they know of who it is.

    ``account_id`` is who has that e-mail address, if anybody signs in with it. ``calendar`` holds the
    days and hours of a phased return as they were when the person showed them: nothing behind them.
    """

    employer = models.CharField(max_length=200)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    account_id = models.UUIDField(null=True)
    role = models.CharField(max_length=10, choices=_choices(ContactRole))
    purpose = models.CharField(max_length=300)
    called = models.CharField(max_length=120)
    until = models.DateTimeField()
    calendar = models.JSONField(default=list)
    follows_id = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=10, blank=True, choices=_choices(Ended))

    class Meta(Written.Meta):
        verbose_name = "invitation"
        indexes = [
            models.Index(fields=["person", "written_at"], name="invited_by_person"),
            models.Index(fields=["account_id", "until"], name="invited_account"),
        ]


class Adjustment(Written):
    """What helps at work, how it stands, and all that was said about it (``history``, oldest first)."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="+")
    what = models.TextField()
    helps = models.TextField(blank=True)
    starts = models.DateField(null=True)
    offered = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=_choices(State), default=State.PROPOSED.value)
    agreed_on = models.DateField(null=True)
    review_on = models.DateField(null=True)
    reminded_at = models.DateTimeField(null=True)
    late_at = models.DateTimeField(null=True)
    history = models.JSONField(default=list)

    class Meta(Written.Meta):
        verbose_name = "adjustment"
        indexes = [models.Index(fields=["review_on"], name="adjustment_review")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=["agreed", "refused", "amended"])
                | models.Q(review_on__isnull=False),
                name="an_answer_has_a_day_to_look_again",
            )
        ]


class SelfCheck(GuardedModel):
    """How an employer sees itself on one day; never edited but for what was done since."""

    organisation_id = models.UUIDField()
    by_account_id = models.UUIDField()
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    answers = models.JSONField()
    done = models.JSONField(default=dict)

    class Meta(GuardedModel.Meta):
        verbose_name = "self-check of an employer"
        indexes = [models.Index(fields=["organisation_id", "at"], name="self_check_of")]


class Pulse(GuardedModel):
    """One round of a few questions to everybody at an employer. Answers are counted, never kept.

    ``tally`` holds, for each question, how many chose each answer: nothing joins two answers of one
    person, and nothing joins an answer to a person, a code or a device. Once the round is over,
    ``result`` is what may be told, and ``tally`` and ``answered`` are emptied. ``lot`` begins its codes.
    """

    organisation_id = models.UUIDField()
    by_account_id = models.UUIDField()
    opened_at = models.DateTimeField()
    closes_on = models.DateField()
    headcount = models.PositiveIntegerField(null=True)
    way = models.CharField(max_length=8, choices=_choices(Way), default=Way.LINK.value)
    lot = models.CharField(max_length=4, blank=True)
    answered = models.PositiveIntegerField(default=0)
    tally = models.JSONField(default=dict)
    result = models.JSONField(null=True)

    class Meta(GuardedModel.Meta):
        verbose_name = "workplace pulse"
        indexes = [models.Index(fields=["organisation_id", "opened_at"], name="pulse_of")]


class PulseMark(GuardedModel):
    """That a code or a device was used in a round: nothing of the answer, the day or the person."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    pulse = models.ForeignKey(Pulse, models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64)

    class Meta(GuardedModel.Meta):
        verbose_name = "mark of a pulse"
        constraints = [models.UniqueConstraint(fields=["pulse", "mark"], name="one_answer_a_device")]
