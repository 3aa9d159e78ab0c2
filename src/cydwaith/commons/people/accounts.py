"""Making an account, as a part of other commands."""

from django.utils.translation import gettext as _

from cydwaith.kernel import clock
from cydwaith.kernel.errors import Invalid

from .models import Account, Partnership


def new_account(
    email: str, *, name: str = "", language: str = "en", is_demonstration: bool = False
) -> Account:
    """A new account, inside a command. Raises ``Invalid`` where the address is taken."""
    address = email.strip().lower()
    if Account.objects.filter(email__iexact=address).exists():
        raise Invalid(_("There is an account with this e-mail address already."), "email")
    account = Account(
        email=address,
        name=name,
        language=language,
        is_demonstration=is_demonstration or _in_a_demonstration(),
        created=clock.now(),
    )
    account.set_unusable_password()
    account.save(force_insert=True)
    return account


def _in_a_demonstration() -> bool:
    return Partnership.objects.filter(is_demonstration=True).exists()
