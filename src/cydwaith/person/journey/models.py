"""Tables: attempts to reach somebody, and talks."""

from django.db import models

from cydwaith.commons.circle.models import Person
from cydwaith.commons.guard.models import GuardedModel
from cydwaith.commons.people.models import Account


class ContactAttempt(GuardedModel):
    """One try to reach the person: how, and whether they were reached."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    way = models.CharField(max_length=20)
    outcome = models.CharField(max_length=20)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "-at", "outcome"], name="attempts_by_person")]


class Talk(GuardedModel):
    """A session with the person. The next step is in the person's words."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    way = models.CharField(max_length=20)
    about = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    next_step_by = models.CharField(max_length=20)
    next_talk_on = models.DateField(null=True)
    by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "-at"], name="talks_by_person")]
