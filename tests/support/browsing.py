"""A browser without windows or script, in which somebody is signed in."""

from collections.abc import Callable

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as METHODS_USER,
)
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as METHODS
from django.test import Client

from cydwaith.commons.people.models import Account
from cydwaith.kernel.actor import Actor

Browser = Callable[[Actor], Client]


def signed_in(actor: Actor) -> Client:
    """A browser of the actor's, with a second factor where they are staff."""
    assert actor.account_id, "only somebody with an account can sign in"
    client = Client()
    client.force_login(Account.objects.get(id=actor.account_id))
    if actor.is_staff:
        session = client.session
        session[METHODS] = [{"method": "mfa", "at": 0.0, "type": "totp"}]
        session[METHODS_USER] = str(actor.account_id)
        session.save()
    return client
