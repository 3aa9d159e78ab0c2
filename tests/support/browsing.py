"""A browser without windows or script, in which somebody is signed in."""

from collections.abc import Callable

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as METHODS_USER,
)
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as METHODS
from django.test import Client

from cydwaith.commons.people.models import Account
from cydwaith.kernel.actor import Actor

Browser = Callable[[Actor], Client]


@pytest.fixture
def browser() -> Browser:
    """A signed-in browser for an actor, with a second factor where they are staff."""
    return signed_in


def signed_in(actor: Actor) -> Client:
    """As the fixture, for tests that make their own."""
    client = Client()
    client.force_login(Account.objects.get(id=actor.account_id))
    if actor.is_staff:
        session = client.session
        session[METHODS] = [{"method": "mfa", "at": 0.0, "type": "totp"}]
        session[METHODS_USER] = str(actor.account_id)
        session.save()
    return client
