"""Messages: generic words in the reader's language, sent once, kept until they can be."""

from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from cydwaith.commons.audit.listeners import tell_waiting
from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.messages import commands, jobs, queries
from cydwaith.commons.messages.models import Message
from cydwaith.commons.people import commands as people
from tests.support.worlds import OPERATOR, a_person

pytestmark = pytest.mark.django_db


def deliver() -> int:
    return jobs.deliver_waiting.func()


def test_a_message_says_nothing_about_anybody_and_goes_once() -> None:
    mair = a_person("Mair Secret", "mair@person.example")
    commands.send(OPERATOR, kind="let_in", to_person=mair.person_id, link_path="/my/page/")
    assert (deliver(), deliver()) == (1, 0)
    (letter,) = mail.outbox
    assert letter.to == ["mair@person.example"]
    assert "Secret" not in letter.subject + letter.body
    assert "/my/page/" in letter.body


def test_it_is_in_the_language_that_the_person_chose() -> None:
    mair = a_person("Mair", "mair@person.example")
    people.choose_language(mair, language="cy")
    commands.send(OPERATOR, kind="let_in", to_person=mair.person_id, link_path="/my/page/")
    deliver()
    assert "/cy/my/page/" in mail.outbox[0].body
    assert "Open this page" not in mail.outbox[0].body


def rounds(number: int, trouble: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many rounds in which every letter meets this trouble."""

    def troubled(*_: object) -> int:
        raise trouble

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", troubled)
        assert [deliver() for _ in range(number)] == [0] * number


def test_letters_wait_as_long_as_the_mail_server_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    mair = a_person("Mair", "mair@person.example")
    commands.send(OPERATOR, kind="let_in", to_person=mair.person_id, link_path="/my/page/")
    rounds(jobs.TRIES + 1, ConnectionRefusedError(), monkeypatch)
    assert deliver() == 1
    assert approved_rows(Message).get().attempts == 1


def test_a_letter_that_is_refused_is_given_up_in_the_end_and_holds_up_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mair = a_person("Mair", "mair@person.example")
    commands.send(OPERATOR, kind="let_in", to_person=mair.person_id, link_path="/my/page/")
    refusal = SMTPRecipientsRefused({"mair@person.example": (550, b"no such box")})
    rounds(jobs.TRIES - 1, refusal, monkeypatch)
    commands.send(OPERATOR, kind="let_in", to_person=mair.person_id, link_path="/my/circle/")
    rounds(1, refusal, monkeypatch)
    assert deliver() == 1
    assert [message.sent_at is None for message in approved_rows(Message).order_by("created")] == [
        True,
        False,
    ]


def test_somebody_without_an_address_is_sent_nothing() -> None:
    person_id = circle.register_person(OPERATOR, name="Dai", phone="01632 960000")
    assert commands.send(OPERATOR, kind="let_in", to_person=person_id, link_path="/my/page/") is None
    assert deliver() == 0


def test_no_letter_leaves_a_demonstration_but_its_letterbox_shows_it() -> None:
    people.set_up_partnership(OPERATOR, name="Cwm", is_demonstration=True)
    mair = a_person("Mair", "mair@person.example")
    commands.send(OPERATOR, kind="let_in", to_person=mair.person_id, link_path="/my/page/")
    assert deliver() == 1
    assert mail.outbox == []
    (letter,) = queries.sent(OPERATOR)
    assert (letter.link_path, letter.sent) == ("/my/page/", True)


def test_whoever_is_let_in_by_address_is_told() -> None:
    mair = a_person()
    circle.invite(
        mair,
        person_id=mair.person_id,
        purpose="p",
        scopes=Scope.CONTACT,
        how="by the person",
        email="g@f.example",
    )
    tell_waiting()
    deliver()
    assert mail.outbox[0].to == ["g@f.example"]
