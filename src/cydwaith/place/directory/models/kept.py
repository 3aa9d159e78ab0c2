"""What somebody asked us to remember of a search: the need that they chose, never their words."""

from django.db import models

from cydwaith.commons.circle.models import Person
from cydwaith.commons.guard.models import GuardedModel
from cydwaith.kernel import clock


class KeptNeed(GuardedModel):
    """A need that a person looks for, kept because they ticked that it should be."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    need = models.CharField(max_length=40)
    kept_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "need"], name="directory_kept_once")]
