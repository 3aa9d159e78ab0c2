"""Tables: how a practice knows somebody, each time that it asked, its figures, and lessons done."""

from django.db import models

from cydwaith.commons.circle.models import Person
from cydwaith.commons.guard.models import GuardedModel
from cydwaith.commons.people.models import Account, Organisation


class AtPractice(GuardedModel):
    """Somebody as a practice knows them: by its own reference. ``person`` once they were referred."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=30)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "reference"], name="one_reference_a_practice")
        ]


class WorkQuestion(GuardedModel):
    """One time that somebody was asked about work: their status then, a line, and what they chose."""

    send_key = models.UUIDField(unique=True)
    at_practice = models.ForeignKey(AtPractice, models.PROTECT, related_name="questions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField()
    status = models.SlugField(max_length=30)
    line = models.CharField(max_length=200, blank=True)
    choice = models.CharField(max_length=10)
    referral_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-asked_at"], name="questions_of_practice"),
            models.Index(fields=["person", "-asked_at"], name="questions_of_person"),
        ]


class PracticeFigures(GuardedModel):
    """What was published of one quarter (its first day), never changed; None where nothing could be."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    quarter = models.DateField()
    figures = models.JSONField(null=True)
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "quarter"], name="one_table_a_quarter")
        ]


class LessonDone(GuardedModel):
    """That somebody did a lesson, what they answered and what they take from it: their own record."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    lesson = models.SlugField(max_length=40)
    done_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    answers = models.JSONField(default=dict)
    reflection = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["account", "-done_at"], name="lessons_of_account")]
