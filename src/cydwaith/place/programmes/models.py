"""Tables: each dated version of a programme, what was said of its last day, drafts, minimum wages."""

from django.db import models

from cydwaith.kernel.ids import new_id


class Programme(models.Model):
    """A version is never changed once loaded, but for its last day; a new one ends the one before.

    ``parts`` holds the rest of the definition in its plain form (``rules.definition.PARTS``).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    for_whom = models.TextField(blank=True)
    for_whom_cy = models.TextField(blank=True)
    intro = models.TextField(blank=True)
    intro_cy = models.TextField(blank=True)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="+")
    acknowledge = models.PositiveSmallIntegerField()
    first_attempt = models.PositiveSmallIntegerField()
    first_conversation = models.PositiveSmallIntegerField()
    service_acknowledge = models.PositiveSmallIntegerField()
    inform_referrer = models.PositiveSmallIntegerField()
    closed_days = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    parts = models.JSONField(default=dict)
    note = models.CharField(max_length=300, blank=True)
    made_by = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "valid_from"], name="programme_version"),
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gte=models.F("valid_from")),
                name="programme_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} from {self.valid_from:%Y-%m-%d}"


class LastDay(models.Model):
    """What was said of a version's last day (None: it goes on), and why: added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    last = models.DateField(null=True)
    why = models.CharField(max_length=300)
    made_by = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"last day of {self.programme_id}: {self.last}"


class ProgrammeDraft(models.Model):
    """The next version of a programme while it is being made; ``raw`` as a file would have it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(max_length=60, unique=True)
    raw = models.JSONField()
    made_by = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"draft of {self.key}"


class MinimumWage(models.Model):
    """Pounds an hour from a day on, for an age or for apprentices, with where it is written."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    valid_from = models.DateField()
    hourly = models.DecimalField(max_digits=6, decimal_places=2)
    from_age = models.PositiveSmallIntegerField(default=0)
    to_age = models.PositiveSmallIntegerField(default=200)
    apprentice = models.BooleanField(default=False)
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["valid_from", "from_age", "to_age", "apprentice"], name="one_wage_an_age_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.hourly} from {self.valid_from:%Y-%m-%d}"
