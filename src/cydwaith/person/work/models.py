"""Tables of work that fits. Words about health stand in a table of their own, under their own scope."""

from django.db import models

from cydwaith.person.plans.models import Written

from .rules.vocabulary import Because, Kind, Reader, Sheet


def _choices(names: type) -> list[tuple[str, str]]:
    return [(name.value, name.value) for name in names]  # type: ignore[attr-defined]


class Draft(Written):
    """The answers of one sheet as they stand now; kept with each page, a version only when asked."""

    sheet = models.CharField(max_length=10, choices=_choices(Sheet))
    answers = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    number = models.PositiveIntegerField(default=0)
    asked_again_on = models.DateField(null=True)
    asked_again_because = models.CharField(max_length=10, blank=True, choices=_choices(Because))

    class Meta(Written.Meta):
        verbose_name = "draft"
        constraints = [models.UniqueConstraint(fields=["person", "sheet"], name="one_draft_a_sheet")]


class Kept(Written):
    """One version of a sheet as it was kept. Never edited."""

    sheet = models.CharField(max_length=10, choices=_choices(Sheet))
    number = models.PositiveIntegerField()
    because = models.CharField(max_length=10, choices=_choices(Because))
    answers = models.JSONField()

    class Meta(Written.Meta):
        verbose_name = "kept version"
        constraints = [
            models.UniqueConstraint(fields=["person", "sheet", "number"], name="one_version_a_number")
        ]


class HealthWords(Written):
    """What the person may add about health, to a document at a time."""

    words = models.TextField(blank=True)

    class Meta(Written.Meta):
        verbose_name = "words about health"
        constraints = [models.UniqueConstraint(fields=["person"], name="one_text_about_health")]


class Given(Written):
    """One document as it was given to one reader: what they see, and nothing behind it."""

    statement = models.ForeignKey(Kept, models.CASCADE, related_name="+")
    permission = models.ForeignKey("circle.Permission", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=_choices(Kind))
    reader = models.CharField(max_length=12, choices=_choices(Reader))
    language = models.CharField(max_length=2)
    with_health = models.BooleanField(default=False)
    content = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta(Written.Meta):
        verbose_name = "given document"
        indexes = [models.Index(fields=["person", "written_at"], name="given_by_person")]


class Report(Written):
    """A health and work report that a professional completes and signs in their own name."""

    given = models.OneToOneField(Given, models.CASCADE, related_name="+")
    permission = models.ForeignKey("circle.Permission", models.CASCADE, related_name="+")
    answers = models.JSONField(default=dict)
    content = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    signed_at = models.DateTimeField(null=True)

    class Meta(Written.Meta):
        verbose_name = "health and work report"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_at=None, digest="")
                | models.Q(signed_at__isnull=False) & ~models.Q(digest=""),
                name="a_signed_report_is_sealed",
            )
        ]
