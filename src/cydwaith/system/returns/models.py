"""Tables: who said yes to being in a return, what was sent, and what references are made with."""

from django.db import models

from cydwaith.commons.circle.models import Person
from cydwaith.commons.guard.models import GuardedModel
from cydwaith.commons.people.models import Organisation


class Agreement(GuardedModel):
    """A person's yes or no to their line in the returns of a programme; the newest holds.

    ``about`` is what the returns told of them when they answered: a yes goes no further.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    programme = models.SlugField(max_length=60)
    agrees = models.BooleanField()
    about = models.JSONField(default=list)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["programme", "person", "-at"], name="agreement_to_return")]


class ReferenceKey(models.Model):
    """What references are made with: one row, kept, so that a new secret of the place changes none."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    key = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_key_of_references")]


class SentReturn(GuardedModel):
    """A return as it was sent, to the letter: for the next comparison, and for whoever asks later."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    programme = models.SlugField(max_length=60)
    template = models.SlugField(max_length=60)
    version = models.CharField(max_length=20)
    first = models.DateField()
    last = models.DateField()
    columns = models.JSONField()
    rows = models.JSONField()
    left_out = models.PositiveIntegerField(default=0)
    sent_by = models.CharField(max_length=120, blank=True)
    sent_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["organisation", "programme", "-sent_at"], name="returns_sent")]
