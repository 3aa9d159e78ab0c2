"""What people here changed, and which look-alikes they have told apart."""

from django.db import models

from cydwaith.kernel import clock
from cydwaith.kernel.ids import new_id

from ..rules.records import Decided
from .entries import Service


class Correction(models.Model):
    """One step in the history of a record: ``record`` is its key in the table of its ``kind``."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=20)
    record = models.UUIDField()
    decided = models.CharField(max_length=9, choices=[(d.value, d.value) for d in Decided])
    patch = models.JSONField(default=dict)
    basis = models.JSONField(default=dict)
    by = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    taken_from = models.ForeignKey(Service, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["record", "at"], name="directory_correction_record")]

    def __str__(self) -> str:
        return f"{self.decided} {self.kind} {self.record}"


class NotTheSame(models.Model):
    """Two services that look alike and are not the same; ``one`` has the smaller key."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    one = models.ForeignKey(Service, models.CASCADE, related_name="+")
    other = models.ForeignKey(Service, models.CASCADE, related_name="+")
    by = models.TextField(blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="directory_told_apart_once"),
            models.CheckConstraint(
                condition=models.Q(one__lt=models.F("other")), name="directory_told_apart_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} is not {self.other_id}"
