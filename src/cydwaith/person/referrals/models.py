"""Tables: the referral, its one timeline, and the coach it was given to."""

from django.db import models

from cydwaith.commons.circle.models import Person
from cydwaith.commons.guard.models import GuardedModel
from cydwaith.commons.people.models import Account, Organisation
from cydwaith.place.programmes.models import Programme


class Referral(GuardedModel):
    """One request and its tracking: FHIR ServiceRequest and Task in one row.

    The service is remembered by id and name, not by a foreign key: a directory feed may drop
    a service, and what was asked of it stays true.
    """

    reference = models.CharField(max_length=12, unique=True)
    send_key = models.UUIDField(unique=True, null=True)
    kind = models.CharField(max_length=10)
    status = models.CharField(max_length=20)
    person = models.ForeignKey(Person, models.PROTECT, related_name="referrals")
    matters = models.TextField(blank=True)
    made_at = models.DateTimeField()

    referred_by = models.CharField(max_length=20)
    requester_account = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    requester_name = models.CharField(max_length=120, blank=True)
    requester_organisation = models.CharField(max_length=200, blank=True)
    requester_email = models.EmailField(blank=True)
    requester_language = models.CharField(max_length=2, default="en")

    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    service_id = models.CharField(max_length=100, blank=True)
    service_name = models.CharField(max_length=255, blank=True)
    service_email = models.EmailField(blank=True)
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="+")
    goal_id = models.UUIDField(null=True)
    permission_id = models.UUIDField(null=True)
    scopes = models.PositiveIntegerField(default=0)
    agreed_how = models.CharField(max_length=40, blank=True)
    redirected_to = models.CharField(max_length=255, blank=True)
    redirected_service_id = models.CharField(max_length=100, blank=True)

    requested_at = models.DateTimeField(null=True)
    acknowledge_by = models.DateField(null=True)
    accepted_at = models.DateTimeField(null=True)
    first_attempt_by = models.DateField(null=True)
    first_conversation_by = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    told = models.CharField(max_length=10, blank=True)

    happened = models.CharField(max_length=10, blank=True)
    helped = models.CharField(max_length=12, blank=True)
    own_words = models.TextField(blank=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_how = models.CharField(max_length=12, blank=True)
    closing = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "kind", "status"], name="referral_by_person"),
            models.Index(fields=["status", "acknowledge_by"], name="referral_waiting"),
            models.Index(fields=["requester_account"], name="referral_by_requester"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed_at=None, happened="")
                | models.Q(confirmed_at__isnull=False) & ~models.Q(happened=""),
                name="referral_confirmed_by_an_answer",
            )
        ]


class ReferralEvent(GuardedModel):
    """One line of the timeline, which the person, the team, the service and the referrer share.

    ``for_referrer`` marks the lines whose words the referrer may read.
    """

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="events")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    kind = models.CharField(max_length=20)
    status = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)
    by = models.CharField(max_length=12)
    by_name = models.CharField(max_length=200, blank=True)
    account = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    for_referrer = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["referral", "at"], name="referral_timeline")]


class Assignment(GuardedModel):
    """Which coach walks with the person for this support, since when and until when."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="assignments")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    coach = models.ForeignKey(Account, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    permission_id = models.UUIDField(null=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["coach", "person"], name="assignment_by_coach")]
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=models.Q(until=None), name="one_coach_at_a_time"
            )
        ]


class OwnReferral(Referral):
    """The same rows for whoever made the request: the policy opens only their own."""

    class Meta:
        proxy = True
        base_manager_name = "objects"


class OwnReferralEvent(ReferralEvent):
    """The lines of the timeline of a request that somebody made."""

    class Meta:
        proxy = True
        base_manager_name = "objects"
