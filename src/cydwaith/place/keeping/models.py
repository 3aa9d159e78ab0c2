"""Tables: how often to ask, the letters, how a group stands, and what was proposed."""

from django.db import models
from django.db.models import Q

from cydwaith.commons.guard.models import GuardedModel
from cydwaith.kernel import clock
from cydwaith.kernel.ids import new_id
from cydwaith.place.directory.models import Service


class Rhythm(models.Model):
    """The partnership's setting: one row. ``urgent_words`` in a name mean that it is asked sooner."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    months = models.PositiveSmallIntegerField(default=6)
    urgent_months = models.PositiveSmallIntegerField(default=3)
    letters_a_day = models.PositiveSmallIntegerField(default=25)
    urgent_words = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"every {self.months} months"


class Asking(models.Model):
    """One round of letters to a group about one entry. The address is not kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, models.CASCADE, related_name="askings")
    asked_at = models.DateTimeField(default=clock.now)
    letters = models.PositiveSmallIntegerField(default=1)
    last_letter_on = models.DateField()
    message_id = models.UUIDField(null=True)
    language = models.CharField(max_length=4)
    answered_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["service"],
                condition=Q(answered_at=None, given_up_at=None),
                name="keeping_one_open_asking",
            )
        ]
        indexes = [models.Index(fields=["last_letter_on"], name="keeping_letters_of_a_day")]

    def __str__(self) -> str:
        return f"asking {self.pk}"


class Standing(models.Model):
    """What a group said of itself; ``language`` is the one in which it last answered."""

    service = models.OneToOneField(Service, models.CASCADE, primary_key=True, related_name="standing")
    can_take = models.PositiveSmallIntegerField(null=True)
    can_take_said_at = models.DateTimeField(null=True)
    paused_until = models.DateField(null=True)
    funding_until = models.DateField(null=True)
    volunteers_needed = models.BooleanField(default=False)
    rests_on_one_person = models.BooleanField(default=False)
    language = models.CharField(max_length=2, blank=True)
    said_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["paused_until"], name="keeping_pauses")]

    def __str__(self) -> str:
        return f"standing {self.pk}"


class RoomSaid(models.Model):
    """How many new people a group said it could take: a row each time that it said something else.

    ``can_take`` is None where it took back what it said; ``by`` is the group, or a steward who rang it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, models.CASCADE, related_name="room_said")
    can_take = models.PositiveSmallIntegerField(null=True)
    by = models.CharField(max_length=7, choices=[("group", "group"), ("steward", "steward")])
    said_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["service", "said_at"], name="keeping_room_said")]

    def __str__(self) -> str:
        return f"room {self.pk}"


class Proposal(GuardedModel):
    """A change to an entry, or something new, that waits for a steward or was decided.

    ``values`` and ``before`` hold texts by field; ``reply_to`` is kept until the answer is sent.
    """

    service = models.ForeignKey(Service, models.CASCADE, null=True, related_name="proposals")
    by = models.CharField(max_length=8, choices=[("group", "group"), ("somebody", "somebody")])
    values = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    words = models.TextField(blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    client_id = models.UUIDField(null=True, unique=True)
    reply_to = models.EmailField(blank=True)
    language = models.CharField(max_length=2, default="en")
    made_at = models.DateTimeField(default=clock.now)
    outcome = models.CharField(max_length=8, default="waiting")
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    became = models.ForeignKey(Service, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["outcome", "made_at"], name="keeping_queue")]
