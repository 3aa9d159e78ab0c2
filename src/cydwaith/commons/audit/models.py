"""Tables: the chained events, the head of the chain, the transactional outbox."""

from django.db import models

from cydwaith.commons.guard.models import GuardedModel


class Event(GuardedModel):
    """One thing done or one record opened. Names of fields, never their values."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    account_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    role = models.CharField(max_length=120, blank=True)
    purpose = models.CharField(max_length=200, blank=True)
    person_id = models.UUIDField(null=True)
    subject_id = models.UUIDField(null=True)
    fields = models.JSONField(default=list)
    rule = models.CharField(max_length=300, blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["person_id", "-id"], name="audit_by_person")]


class ChainHead(models.Model):
    """The last digest: locked while an event is added, so that the chain has one end."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    events = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"chain of {self.events} events"


class OutboxEvent(models.Model):
    """News for other apps, written with the change itself; ids only."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    handled_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["id"], name="outbox_waiting", condition=models.Q(handled_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.pk}"
