"""Tables: accounts to sign in with, organisations, and who is what in which.

An account holds no more than signing in needs; what is known about a person lives in
the guarded record of the ``circle`` app (see docs/adr on accounts).
"""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from cydwaith.kernel.actor import Role
from cydwaith.kernel.ids import new_id


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account of an address."""
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """A way to sign in: an e-mail address, no password."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, default="en")
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)
    created = models.DateTimeField()

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return f"account {self.id}"


class Organisation(models.Model):
    """A member of the partnership: who people act for."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    name_cy = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=40)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    place_code = models.CharField(max_length=12, blank=True)
    is_front_door = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_front_door"], condition=models.Q(is_front_door=True), name="one_front_door"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Partnership(models.Model):
    """The organisations that run this installation for a place; there is one row."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    name = models.CharField(max_length=200)
    name_cy = models.CharField(max_length=200, blank=True)
    place_code = models.CharField(max_length=12, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    is_demonstration = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """What an account is in an organisation, and until when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "organisation", "role"], name="one_membership_a_role")
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.account_id}"
