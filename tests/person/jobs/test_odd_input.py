"""Whatever is typed, the answer is a page with words, and nothing that was written down is lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cydwaith.kernel import clock
from cydwaith.kernel.errors import Invalid
from cydwaith.person.jobs import commands, queries
from cydwaith.person.jobs.rules.held import Kind
from cydwaith.place.programmes.rules import Evidence
from tests.person.jobs.conftest import MONDAY, PDF, World, starts
from tests.support.browsing import Browser

ODD = ["", "-1", "NaN", "99999999999999999999", "\x00<script>", "é" * 5000]
DAYS = [("1", "1", "1900"), ("31", "12", "2100"), ("31", "12", "9999"), ("x", "y", "z"), ("1", "1", "0001")]


def day(name: str, parts: tuple[str, str, str]) -> dict[str, str]:
    return dict(zip((f"{name}_day", f"{name}_month", f"{name}_year"), parts, strict=True))


GOOD = {
    "title": "Cook", "employer": "Hotel", "kind": "employee", "hours": "12", "amount": "13", "per": "hour",
    "leaving": "other", "words": "a line", "typed_name": "Sam Pritchard", "email": "e@x.example",
    "they_agree": "on", "reached": "yes",
}  # fmt: skip
NAMES = {"start": ("2", "3", "2026"), "since": ("2", "3", "2026"), "first": ("2", "3", "2026"),
         "last": ("8", "3", "2026"), "end": ("8", "3", "2026"), "on": ("2", "3", "2026"),
         "born": ("1", "5", "1975"), "ended": ("8", "3", "2026"), "started": ("2", "3", "2026")}  # fmt: skip
DATED = {key: value for name, parts in NAMES.items() for key, value in day(name, parts).items()}


def pages(world: World, job: UUID, spell: UUID) -> list[str]:
    of = f"/person/{world.person_id}"
    parts = ("right", "terms", "weeks", "sick", "end", "evidence", "word", "employer")
    return [
        f"{of}/jobs/add/", f"{of}/jobs/next/", *(f"/job/{job}/{part}/" for part in parts),
        f"/job/{job}/contact/weekly/2026-03-09/", f"{of}/birthday/", f"/enrolment/{spell}/stage/",
        f"/enrolment/{spell}/end/", f"/enrolment/{spell}/team/", f"{of}/programmes/join/",
    ]  # fmt: skip


def answers(page: Client, address: str, given: dict[str, Any]) -> None:
    answer = page.post(address, given)
    assert answer.status_code in (200, 302, 404), (address, given, answer.status_code)


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_odd_words_and_numbers_are_answered_on_every_page(
    world: World, enrolled: UUID, browser: Browser, value: str
) -> None:
    job, page = starts(world.coach, world.person_id), browser(world.coach)
    with clock.at(clock.now() + timedelta(weeks=2)):
        for address in pages(world, job, enrolled):
            answers(page, address, dict.fromkeys((*GOOD, *DATED), value))
            for name in GOOD:
                answers(page, address, GOOD | DATED | {name: value, f"{name}_day": value})
        assert queries.jobs(world.coach, world.person_id)


def test_one_odd_answer_among_good_ones_is_answered_on_every_page(
    world: World, enrolled: UUID, browser: Browser
) -> None:
    job, page = starts(world.coach, world.person_id), browser(world.coach)
    with clock.at(clock.now() + timedelta(weeks=2)):
        for address in pages(world, job, enrolled):
            for name in GOOD:
                answers(page, address, GOOD | DATED | {name: "-1\x00"})
            for name in NAMES:
                answers(page, address, GOOD | DATED | day(name, ("1", "1", "1900")))
        assert queries.jobs(world.coach, world.person_id)


@pytest.mark.parametrize("parts", DAYS, ids="-".join)
def test_odd_days_are_answered_on_every_page(
    world: World, enrolled: UUID, browser: Browser, parts: tuple[str, str, str]
) -> None:
    job, page = starts(world.coach, world.person_id), browser(world.coach)
    odd = {key: value for name in NAMES for key, value in day(name, parts).items()}
    for address in pages(world, job, enrolled):
        answers(page, address, GOOD | odd)
    for path in (f"/job/{job}/weeks/?until={'-'.join(reversed(parts))}", "/people/work/?page=x"):
        assert page.get(path).status_code in (200, 404)
    for row in queries.verdicts(world.coach, world.person_id):
        assert row.problem or row.verdict
    assert page.get(f"/person/{world.person_id}/outcomes/").status_code == 200


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b""),
        ("a.pdf", b"%PDF"),
        ("a.html", b"<html>"),
        ("../../a.pdf", PDF),
        ("a" * 300 + ".pdf", PDF),
        ("ŵ\u202e.pdf", PDF),
    ],
    ids=["empty", "short", "html", "path", "long", "signs"],
)
def test_odd_files_are_answered(
    world: World, enrolled: UUID, browser: Browser, name: str, content: bytes
) -> None:
    job, page = starts(world.coach, world.person_id), browser(world.coach)
    given = {**DATED, "kind": "payslip", "file": SimpleUploadedFile(name, content)}
    with clock.at(clock.now() + timedelta(weeks=2)):
        answers(page, f"/job/{job}/evidence/", given)
        for kept in queries.evidence(world.coach, world.person_id):
            answer = page.get(f"/evidence/{kept.id}/file/")
            assert answer["Content-Disposition"] == 'attachment; filename="payslip-2026-03-02.pdf"'


def test_the_same_job_is_not_counted_twice(world: World) -> None:
    starts(world.sam, world.person_id)
    with pytest.raises(Invalid, match="written down already") as wrong:
        starts(world.coach, world.person_id, employer="the BAKERY ", title="delivery driver")
    assert wrong.value.field == "title"
    starts(world.sam, world.person_id, kind=Kind.SELF_EMPLOYED)
    starts(world.sam, world.person_id, start=MONDAY + timedelta(days=1))
    assert len(queries.jobs(world.sam, world.person_id)) == 3


def test_the_same_file_is_kept_once_for_the_same_days(world: World) -> None:
    key, last = starts(world.sam, world.person_id), MONDAY + timedelta(days=6)
    given = {"job_id": key, "kind": Evidence.PAYSLIP, "first": MONDAY, "content": PDF}
    with clock.at(clock.now() + timedelta(weeks=2)):
        piece = commands.add_file(world.sam, last=last, **given)
        with pytest.raises(Invalid, match="here already"):
            commands.add_file(world.sam, last=last, **given)
        commands.add_file(world.sam, last=last + timedelta(days=1), **given)
        commands.withdraw_evidence(world.sam, evidence_id=piece)
        commands.add_file(world.sam, last=last, **given)


def test_a_first_day_that_is_put_right_keeps_the_terms_of_that_day(world: World) -> None:
    key, later = starts(world.sam, world.person_id), MONDAY + timedelta(weeks=4)
    with clock.at(clock.now() + timedelta(weeks=8)):
        commands.change_terms(world.sam, job_id=key, since=later, hours=20.0, pay=14.0)
        named = {"employer": "The bakery", "title": "Delivery driver", "kind": Kind.EMPLOYEE}
        commands.correct_job(world.sam, job_id=key, start=later + timedelta(days=3), **named)
        (row,) = queries.jobs(world.sam, world.person_id)
        assert [(one.since, one.hours, one.pay) for one in row.held.terms] == [(date(2026, 4, 2), 20.0, 14.0)]
