"""Tables: the person, and their permissions."""

from django.db import models

from cydwaith.commons.guard.models import GuardedModel
from cydwaith.commons.people.models import Account, Organisation


class Person(GuardedModel):
    """Someone the support is for: who they are and how to reach them."""

    name = models.CharField(max_length=120)
    known_as = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    contact_by = models.JSONField(default=list)
    contact_times = models.CharField(max_length=200, blank=True)
    safe_to_leave_message = models.BooleanField(null=True)
    language = models.CharField(max_length=20, default="en")
    communication_needs = models.TextField(blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    place_code = models.CharField(max_length=12, blank=True)
    account = models.OneToOneField(Account, models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField()


class Permission(GuardedModel):
    """One grant in the circle: to whom, for what, which parts, until when."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="permissions")
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    link_subject_id = models.UUIDField(null=True)
    relation = models.CharField(max_length=10, blank=True)
    recipient_label = models.CharField(max_length=200, blank=True)
    purpose = models.CharField(max_length=200)
    scopes = models.PositiveIntegerField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=40)
    recorded_by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "person"], name="permission_by_organisation"),
            models.Index(fields=["account", "person"], name="permission_by_account"),
            models.Index(fields=["link_subject_id"], name="permission_by_link"),
            # Nearly every read asks whether a person lets somebody in: the index answers without the row.
            models.Index(
                fields=["person", "scopes", "organisation", "account", "since", "until", "withdrawn_at"],
                name="permission_in_force",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(account__isnull=False, organisation=None, link_subject_id=None)
                | models.Q(account=None, organisation__isnull=False, link_subject_id=None)
                | models.Q(account=None, organisation=None, link_subject_id__isnull=False),
                name="permission_for_exactly_one",
            )
        ]
