"""Tables: jobs, evidence and its files, what employers were asked, contacts, career steps."""

from django.db import models

from cydwaith.commons.guard.models import GuardedModel
from cydwaith.place.programmes.rules import Evidence as EvidenceKind

from .rules.following import Occasion
from .rules.held import Kind, Leaving


class Job(GuardedModel):
    """Work that somebody has or had.

    ``terms`` are hours and pay from a day on, oldest first; ``worked`` hours really worked by the
    Monday of the week; ``absences`` first and last days off sick. They are read together with the job
    and never asked for alone. ``ends_on_paper`` is the last day of a contract that has one.
    """

    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    employer = models.CharField(max_length=160)
    title = models.CharField(max_length=160)
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Kind])
    start = models.DateField()
    end = models.DateField(null=True)
    ends_on_paper = models.DateField(null=True)
    leaving = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in Leaving])
    leaving_words = models.TextField(blank=True)
    terms = models.JSONField()
    worked = models.JSONField(default=dict)
    absences = models.JSONField(default=list)
    known_on = models.DateField()
    by_name = models.CharField(max_length=120, blank=True)
    changed_at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        verbose_name = "job"
        indexes = [models.Index(fields=["person", "start"], name="job_by_person")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end=None) | models.Q(end__gte=models.F("start")),
                name="job_ends_after_it_starts",
            )
        ]


class Evidence(GuardedModel):
    """Something that shows that work was done: a file, or somebody's word, for some days.

    ``hours`` are those a week that an employer said yes to, None where nobody was asked for a number.
    """

    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    job = models.ForeignKey(Job, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in EvidenceKind])
    first = models.DateField()
    last = models.DateField()
    words = models.TextField(blank=True)
    file_type = models.CharField(max_length=20, blank=True)
    file_size = models.PositiveIntegerField(default=0)
    hours = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    by_name = models.CharField(max_length=160, blank=True)
    by_account_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(GuardedModel.Meta):
        verbose_name = "evidence"
        indexes = [models.Index(fields=["person", "at"], name="evidence_by_person")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="evidence_ends_after_it_starts"
            )
        ]


class EvidenceFile(GuardedModel):
    """The bytes of a file, apart from what is said of it, so that lists stay light."""

    evidence = models.OneToOneField(Evidence, models.CASCADE, related_name="+")
    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    content = models.BinaryField()

    class Meta(GuardedModel.Meta):
        verbose_name = "evidence file"


class EmployerAsk(GuardedModel):
    """What an employer was asked to confirm: a copy of just those words, so that the link opens no more."""

    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    job = models.ForeignKey(Job, models.CASCADE, related_name="+")
    email = models.EmailField()
    called = models.CharField(max_length=120)
    title = models.CharField(max_length=160)
    first = models.DateField()
    last = models.DateField()
    hours = models.DecimalField(max_digits=5, decimal_places=2)
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=120, blank=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=12, blank=True)
    answered_by = models.CharField(max_length=160, blank=True)
    words = models.TextField(blank=True)

    class Meta(GuardedModel.Meta):
        verbose_name = "question to an employer"
        indexes = [models.Index(fields=["person", "asked_at"], name="employer_ask_by_person")]


class FollowUp(GuardedModel):
    """A contact about a job, made or tried, for the day on which it was planned."""

    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    job = models.ForeignKey(Job, models.CASCADE, related_name="+")
    occasion = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Occasion])
    planned = models.DateField()
    on = models.DateField()
    reached = models.BooleanField()
    words = models.TextField(blank=True)
    by_account_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        verbose_name = "contact about a job"
        indexes = [models.Index(fields=["person", "planned"], name="follow_up_by_person")]


class CareerStep(GuardedModel):
    """What the person would like next at work, in their words, and whether it came about."""

    person = models.ForeignKey("circle.Person", models.CASCADE, related_name="+")
    words = models.CharField(max_length=300)
    by = models.DateField(null=True)
    done_on = models.DateField(null=True)
    by_person = models.BooleanField()
    at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        verbose_name = "career step"
        indexes = [models.Index(fields=["person", "at"], name="career_step_by_person")]
