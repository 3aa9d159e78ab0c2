"""The front door is open to all: nobody uses it to fill another's letterbox."""

from django.core.cache import cache
from django.test import Client

from cydwaith.commons.messages.models import Message
from cydwaith.person.referrals.views.front_door import LETTERS
from tests.person.referrals.conftest import World
from tests.person.referrals.test_front_door import STEPS, walk
from tests.support.worlds import OPERATOR

BY_MAIL: dict[str, dict[str, object]] = {
    **STEPS,
    "reach": {"contact_by": ["email"], "email": "victim@home.example"},
}


def test_one_address_gets_so_many_letters_and_no_more(world: World) -> None:
    for _ in range(LETTERS):
        client = Client()
        walk(client, BY_MAIL)
        assert client.post("/start/check/").status_code == 302
    client = Client()
    walk(client, BY_MAIL)
    page = client.post("/start/check/")
    assert "Too many tries." in page.content.decode()
    letters = Message.objects.as_seen_by(OPERATOR).filter(to_email="victim@home.example")
    assert letters.count() == LETTERS
    cache.clear()
    assert client.post("/start/check/").status_code == 302, "what was typed is kept for later"
