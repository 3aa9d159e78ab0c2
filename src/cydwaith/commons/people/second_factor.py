"""The second factor in our own words, so that Welsh has them too; the library speaks no Welsh."""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .models import Account

WRONG_CODE = _("This code is not right. Check it and type it again.")
TOO_MANY = _("Too many tries. Wait ten minutes, then try again.")


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """What goes wrong with a second factor, and what a new passkey is called."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_delete_authenticator": _("This cannot be removed: it is needed to sign in."),
        "cannot_generate_recovery_codes": _("Set up an app or a passkey first."),
    }

    def generate_authenticator_name(self, user: Account, type: str) -> str:
        """The first name of a passkey; its owner may change it."""
        return gettext("My passkey")


class AppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The six numbers of a new app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("The six numbers")


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey; its page explains more plainly than the library's hint."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].help_text = ""
        self.fields["passwordless"].label = _("Let me sign in with it alone, without a code")
        self.fields["passwordless"].initial = True
