"""Tables: one row for each dated version of a programme."""

from django.db import models

from cydwaith.kernel.ids import new_id


class Programme(models.Model):
    """A version is never changed once loaded; a new one ends the one before."""

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
