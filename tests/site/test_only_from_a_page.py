"""An address that only takes what a page sends says so, and is not a blank page."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from tests.support.browsing import Browser
from tests.support.worlds import a_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", "This is done with a button on a page."), ("/cy", "Gyda botwm ar dudalen y gwneir hyn.")],
)
def test_whoever_signed_in_again_in_between_reads_what_to_do(
    browser: Browser, prefix: str, words: str
) -> None:
    mair = a_person()
    answer = browser(mair).get(f"{prefix}/person/{mair.person_id}/interest/{uuid4()}/")
    assert answer.status_code == 405 and answer["Allow"] == "POST"
    assert words in answer.content.decode()


def test_a_program_gets_the_bare_answer(client: Client) -> None:
    answer = client.delete("/api/search")
    assert answer.status_code == 405 and b"<html" not in answer.content
