"""The evidence vault: what is taken, how it is handed over, what an employer's link shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.commons.audit.models import Event
from cydwaith.commons.circle import queries as circle
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.scope import writing
from cydwaith.commons.messages.models import Message
from cydwaith.commons.people import links
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, by_link
from cydwaith.kernel.errors import Invalid, NotFound, Refused
from cydwaith.person.jobs import commands, queries
from cydwaith.person.jobs.models import Evidence as EvidenceRow
from cydwaith.person.jobs.models import EvidenceFile
from cydwaith.person.jobs.policy import LINK_KIND
from cydwaith.person.jobs.rules.answering import Answer
from cydwaith.person.jobs.rules.files import JPEG, LARGEST, PDF, PNG, sniffed
from cydwaith.person.jobs.rules.held import Leaving
from cydwaith.place.programmes.rules import Evidence
from tests.person.enrolments.conftest import START, World
from tests.person.enrolments.test_enrolments import day
from tests.person.jobs.conftest import MONDAY, starts
from tests.person.jobs.conftest import PDF as A_PDF
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR

LATER = START + timedelta(weeks=4)
SUNDAY = MONDAY + timedelta(days=27)


@pytest.fixture
def job(world: World) -> UUID:
    return starts(world.sam, world.person_id)


def adds(actor: Actor, job: UUID, content: bytes = A_PDF, **changes: Any) -> UUID:
    given = {"kind": Evidence.PAYSLIP, "first": MONDAY, "last": SUNDAY}
    with clock.at(LATER):
        return commands.add_file(actor, job_id=job, content=content, **(given | changes))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"%PDF-1.7", PDF),
        (b"\x89PNG\r\n\x1a\n....", PNG),
        (b"\xff\xd8\xff\xe0", JPEG),
        (b"<html><script>", None),
        (b"GIF89a", None),
        (b" %PDF-1.7", None),
        (b"", None),
    ],
)
def test_a_file_is_told_by_its_first_bytes(content: bytes, found: str | None) -> None:
    assert sniffed(content) == found


@given(st.binary(max_size=40))
def test_no_bytes_at_all_become_anything_but_the_three(content: bytes) -> None:
    assert sniffed(content) in (None, PDF, PNG, JPEG)


def test_a_file_is_handed_over_as_it_was_and_never_opened_in_the_site(
    world: World, job: UUID, browser: Browser
) -> None:
    key = adds(world.sam, job)
    answer = browser(world.coach).get(f"/evidence/{key}/file/")
    assert answer.content == A_PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="payslip-2026-03-02.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("content", "changes", "field"),
    [
        (b"<svg onload=alert(1)>", {}, "file"),
        (b"%PDF-" + b"x" * LARGEST, {}, "file"),
        (A_PDF, {"kind": Evidence.WORKER}, "kind"),
        (A_PDF, {"last": MONDAY - timedelta(days=1)}, "last"),
        (A_PDF, {"first": MONDAY - timedelta(days=30), "last": MONDAY - timedelta(days=1)}, "first"),
        (A_PDF, {"first": MONDAY + timedelta(weeks=30), "last": MONDAY + timedelta(weeks=31)}, "first"),
    ],
)
def test_what_is_not_taken_is_said_by_field(
    world: World, job: UUID, content: bytes, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as wrong:
        adds(world.sam, job, content, **changes)
    assert wrong.value.field == field


def test_five_megabytes_are_taken(world: World, job: UUID) -> None:
    key = adds(world.sam, job, b"%PDF-" + b"x" * (LARGEST - 5))
    assert len(queries.file(world.sam, key).content) == LARGEST


def test_evidence_taken_back_leaves_its_trace_and_no_file(world: World, job: UUID) -> None:
    key = adds(world.sam, job)
    commands.withdraw_evidence(world.sam, evidence_id=key)
    (row,) = queries.evidence(world.coach, world.person_id)
    assert row.withdrawn and not row.has_file
    with pytest.raises(NotFound):
        queries.file(world.sam, key)


def test_a_look_at_a_file_is_recorded_for_the_person(world: World, job: UUID) -> None:
    key = adds(world.sam, job)
    queries.file(world.coach, key)
    seen = approved_rows(Event).filter(verb="job_evidence_seen", person_id=world.person_id)
    assert [event.account_id for event in seen] == [world.coach.account_id]


def test_a_word_is_given_under_ones_own_name(world: World, job: UUID) -> None:
    told: dict[str, Any] = {"job_id": job, "first": MONDAY, "last": MONDAY, "words": "I was there"}
    commands.give_word(world.sam, typed_name="sam  pritchard", **told)
    commands.give_word(world.coach, typed_name="Alex coach", **told)
    with pytest.raises(Invalid) as wrong:
        commands.give_word(world.coach, typed_name="Sam Pritchard", **told)
    assert wrong.value.field == "typed_name"
    assert {row.kind for row in queries.evidence(world.sam, world.person_id)} == {
        Evidence.PERSON,
        Evidence.WORKER,
    }


def asks(world: World, job: UUID) -> UUID:
    with clock.at(LATER):
        return commands.ask_employer(
            world.coach, job_id=job, email="boss@bakery.example", first=MONDAY, last=SUNDAY, they_agree=True
        )


def test_an_employer_is_asked_only_with_the_persons_yes(world: World, job: UUID) -> None:
    with pytest.raises(Invalid), clock.at(LATER):
        commands.ask_employer(
            world.coach, job_id=job, email="boss@bakery.example", first=MONDAY, last=SUNDAY, they_agree=False
        )
    asks(world, job)
    (message,) = Message.objects.as_seen_by(OPERATOR).filter(kind="hours_to_confirm")
    assert (message.to_email, message.language) == ("boss@bakery.example", "both")


def test_the_employers_link_opens_one_question_and_nothing_else(world: World, job: UUID) -> None:
    ask = asks(world, job)
    employer = by_link(LINK_KIND, ask)
    with clock.at(LATER):
        found = queries.ask(employer, ask)
    assert (found.called, found.title, found.hours) == ("Sam Pritchard", "Delivery driver", "12")
    assert queries.jobs(employer, world.person_id) == () == queries.evidence(employer, world.person_id)
    with pytest.raises(NotFound):
        circle.person_card(employer, world.person_id)
    with pytest.raises(NotFound):
        queries.ask(by_link("answer", ask), ask)
    other = asks(world, job)
    with pytest.raises(NotFound):
        queries.ask(employer, other)
    with pytest.raises(Refused), clock.at(LATER):
        commands.answer_employer(employer, ask_id=other, answer=Answer.YES, name="Boss")


def test_an_employer_is_not_written_to_over_and_over(world: World, job: UUID) -> None:
    for _ in range(3):
        asks(world, job)
    with pytest.raises(Invalid, match="still open"):
        asks(world, job)


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_an_employer_says_yes_once_without_an_account(world: World, job: UUID, prefix: str) -> None:
    ask = asks(world, job)
    with clock.at(LATER):
        token = links.make(LINK_KIND, ask, 28)
        page, path = Client(), f"{prefix}/confirm-hours/{token}/"
        shown = page.get(path).content.decode()
        assert "Sam Pritchard" in shown and "Delivery driver" in shown
        for hidden in ("Good Work", "sam@person.example", "bakery.example", "The team", "knee"):
            assert hidden not in shown
        assert "govuk-error-summary" in page.post(path, {}).content.decode()
        page.post(path, {"answer": "yes", "name": "Ann Boss", "words": "Good lad"})
        after = page.get(path).content.decode()
        assert "Sam" not in after and "Delivery" not in after
        page.post(path, {"answer": "no", "name": "Somebody"})
    (row,) = queries.evidence(world.sam, world.person_id)
    assert (row.kind, row.by, row.words) == (Evidence.EMPLOYER, "Ann Boss", "Good lad")
    assert queries.asks(world.sam, world.person_id)[0].answer == "yes"


def test_another_answer_than_yes_is_no_evidence_and_is_shown(
    world: World, job: UUID, browser: Browser
) -> None:
    ask = asks(world, job)
    with clock.at(LATER):
        commands.answer_employer(
            by_link(LINK_KIND, ask), ask_id=ask, answer=Answer.DIFFERENT, name="Ann", words="More like 10"
        )
        assert queries.evidence(world.sam, world.person_id) == ()
        assert "More like 10" in browser(world.coach).get(f"/job/{job}/").content.decode()


def test_a_question_that_is_taken_back_opens_nothing_at_the_next_request(
    world: World, job: UUID, browser: Browser
) -> None:
    ask = asks(world, job)
    with clock.at(LATER):
        path, boss = f"/confirm-hours/{links.make(LINK_KIND, ask, 28)}/", Client()
        assert "Sam Pritchard" in boss.get(path).content.decode()
        assert browser(world.stranger).post(f"/question/{ask}/back/").status_code == 404
        assert browser(world.sam).post(f"/question/{ask}/back/")["Location"] == f"/job/{job}/"
        late = boss.post(path, {"answer": "yes", "name": "Ann Boss"})
        assert late.status_code == 410 and "Sam" not in late.content.decode()
        assert queries.evidence(world.sam, world.person_id) == ()
        assert not queries.asks(world.sam, world.person_id)[0].is_open


def test_taking_questions_back_is_no_way_to_write_to_somebody_over_and_over(world: World, job: UUID) -> None:
    for _ in range(3):
        commands.take_back_question(world.sam, ask_id=asks(world, job))
    with pytest.raises(Invalid, match="still open"):
        asks(world, job)


def test_nobody_fills_the_database_with_files(world: World, job: UUID) -> None:
    first = adds(world.sam, job)
    said = {"person_id": world.person_id, "job_id": job, "kind": "payslip", "first": MONDAY, "last": MONDAY}
    with writing():
        for _ in range(199):
            row = EvidenceRow.objects.create(at=LATER, **said)
            EvidenceFile.objects.create(evidence=row, person_id=world.person_id, content=A_PDF)
    with pytest.raises(Invalid, match="very many"):
        adds(world.sam, job)
    commands.withdraw_evidence(world.sam, evidence_id=first)
    assert adds(world.sam, job)


def test_an_old_link_and_a_made_up_one_open_nothing(world: World, job: UUID) -> None:
    ask = asks(world, job)
    with clock.at(LATER):
        token = links.make(LINK_KIND, ask, 28)
    with clock.at(LATER + timedelta(days=29)):
        assert Client().get(f"/confirm-hours/{token}/").status_code == 410
        with pytest.raises(Refused):
            commands.answer_employer(by_link(LINK_KIND, ask), ask_id=ask, answer=Answer.YES, name="Boss")
    assert Client().get("/confirm-hours/nothing/").status_code == 404


def test_a_longer_link_does_not_outlast_the_question(world: World, job: UUID) -> None:
    ask = asks(world, job)
    with clock.at(LATER):
        token = links.make(LINK_KIND, ask, 300)
    with clock.at(LATER + timedelta(days=29)):
        assert Client().get(f"/confirm-hours/{token}/").status_code == 410


def test_files_come_by_the_page_and_too_large_ones_are_refused_kindly(
    world: World, job: UUID, browser: Browser
) -> None:
    page, path = browser(world.sam), f"/job/{job}/evidence/"
    sent = {"kind": "payslip", **day("first", MONDAY), **day("last", SUNDAY)}
    with clock.at(LATER):
        good = SimpleUploadedFile("../../etc/passwd<b>.html", A_PDF, "text/html")
        assert page.post(path, {**sent, "file": good}).status_code == 302
        large = SimpleUploadedFile("big.pdf", b"%PDF-" + b"x" * (7 * 1024 * 1024))
        refused = page.post(path, {**sent, "file": large})
        assert refused.status_code == 200 and "up to 5 MB" in refused.content.decode()
        assert (
            "Take a smaller"
            in page.post(
                path, {**sent, "file": SimpleUploadedFile("b.pdf", b"%PDF-" + b"x" * LARGEST)}
            ).content.decode()
        )
        assert (
            "govuk-error-summary"
            in page.post(path, {**sent, "file": SimpleUploadedFile("a.pdf", b"")}).content.decode()
        )
    (row,) = queries.evidence(world.sam, world.person_id)
    assert row.kilobytes == 1
    assert page.post(f"/evidence/{row.id}/withdraw/").status_code == 302


def test_a_job_that_ended_is_confirmed_for_the_days_when_it_was_held(world: World, job: UUID) -> None:
    with clock.at(LATER):
        commands.end_job(world.sam, job_id=job, end=MONDAY, leaving=Leaving.CONTRACT)
        with pytest.raises(Invalid):
            commands.ask_employer(
                replace(world.sam),
                job_id=job,
                email="boss@bakery.example",
                first=SUNDAY,
                last=SUNDAY,
                they_agree=True,
            )
