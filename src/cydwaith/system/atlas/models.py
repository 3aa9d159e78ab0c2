"""Where assets stand and what they are for, and the figures that were published."""

from uuid import UUID

from django.db import models

from cydwaith.kernel import clock
from cydwaith.kernel.ids import new_id


class Asset(models.Model):
    """A shown entry of the directory in a neighbourhood; ``needs`` are keys of the need list."""

    service_id = models.UUIDField()
    place_code = models.CharField(max_length=9)
    latitude = models.FloatField()
    longitude = models.FloatField()
    needs = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service_id", "place_code"], name="atlas_asset_once_a_place")
        ]
        indexes = [models.Index(fields=["place_code"], name="atlas_asset_place")]

    def __str__(self) -> str:
        return f"{self.service_id} in {self.place_code}"


class Figures(models.Model):
    """A published table that does not change any more.

    ``table`` is public; ``kept`` holds the true counts behind it, for the next month, and never
    leaves; ``report`` is what the attacker found before it could be published.
    """

    id: models.UUIDField[UUID, UUID] = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=12)
    month = models.DateField()
    published_at = models.DateTimeField(default=clock.now)
    table = models.JSONField()
    kept = models.JSONField()
    report = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "month"], name="atlas_figures_once_a_month")]

    def __str__(self) -> str:
        return f"{self.kind} {self.month:%Y-%m}"
