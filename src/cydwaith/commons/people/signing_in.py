"""Signing in: an e-mailed code, a passkey, and a second factor for staff.

Demonstration accounts have a printed code for both steps; they work on this machine only.
"""

import logging
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import render
from django.urls import translate_url
from django.utils.translation import gettext as _

from cydwaith.kernel.errors import Unavailable
from cydwaith.web.throttle import address_of

from .models import Account
from .second_factor import TOO_MANY, WRONG_CODE

logger = logging.getLogger(__name__)
DEMONSTRATION_CODE = "135790"
DEMONSTRATION_SECOND_CODE = "246810"


def on_this_machine(request: HttpRequest) -> bool:
    """Whether the request came to a loopback address, where demonstrations live.

    Whoever asks writes the Host header, so it counts for nothing where the place has a public address.
    """
    places = (urlsplit(settings.CYDWAITH_ADDRESS).netloc, request.get_host())
    return all(split_domain_port(place)[0] in settings.LOOPBACK for place in places)


def is_demonstration(account: Account) -> bool:
    """Whether this account may use the printed codes in the request at hand."""
    return bool(account.is_demonstration) and on_this_machine(context.request)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by themselves; accounts come with asking for support or a role."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """No letter leaves a demonstration: its codes are printed. Raises ``Unavailable``."""
        if Account.objects.filter(email__iexact=email, is_demonstration=True).exists():
            return
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            # Only the kind of fault: what a mail server answers may repeat the address.
            logger.error("A letter to sign in with could not be sent: %s", type(error).__name__)
            raise Unavailable(
                _("We could not send the code just now. Wait a few minutes, then try again.")
            ) from error

    def get_client_ip(self, request: HttpRequest) -> str:
        """Whose tries are counted: behind a proxy not the proxy's own, which would be everybody's."""
        return address_of(request)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: see the class."""
        return False

    def generate_login_code(self) -> str:
        """A fresh code; the printed one for a demonstration account on this machine."""
        address = context.request.POST.get("email", "")
        account = Account.objects.filter(email__iexact=address.strip()).first()
        if account is not None and is_demonstration(account):
            return DEMONSTRATION_CODE
        return str(super().generate_login_code())

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The first page in the language that the account chose."""
        return translate_url(str(super().get_login_redirect_url(request)), request.user.language)

    def pre_login(self, request: HttpRequest, user: Account, **kwargs: Any) -> HttpResponse | None:
        """Demonstration accounts do not exist on a public address."""
        if user.is_demonstration and not on_this_machine(request):
            raise ImmediateHttpResponse(render(request, "404.html", status=404))
        found: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return found


class SecondFactorForm(AuthenticateForm):  # type: ignore[misc]
    """The second factor, with the printed code of a demonstration account."""

    def clean_code(self) -> str:
        """The code, if it is right. Raises a validation error otherwise."""
        code = self.cleaned_data["code"].replace(" ", "")
        if code == DEMONSTRATION_SECOND_CODE and is_demonstration(self.user):
            self.authenticator = Authenticator.objects.filter(user=self.user).first()
            return DEMONSTRATION_SECOND_CODE
        return str(super().clean_code())
