"""A pulse: each code counts once; told once, blurred, when it is over; then what was counted goes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from cydwaith.commons.audit.models import Event
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.commons.people import links
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, anonymous, by_link, system
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.workplace import commands, jobs, queries
from cydwaith.person.workplace.models import Pulse, PulseMark
from cydwaith.person.workplace.policy import PULSE_KIND
from cydwaith.person.workplace.queries import PulseRow
from cydwaith.person.workplace.rules.pulse import MOST_CODES, Way
from cydwaith.person.workplace.views import pulsing
from tests.support.browsing import Browser
from tests.support.worlds import a_team

from .conftest import in_days

pytestmark = pytest.mark.django_db
KEYS = queries.question_keys(anonymous())
OVER = timedelta(days=22)


@pytest.fixture(autouse=True)
def nobody_guessed() -> Iterator[None]:
    pulsing.GUESSES._buckets.clear()
    yield


def opens(actor: Actor, way: Way = Way.CODES, headcount: int = 40) -> UUID:
    return commands.open_pulse(actor, closes_on=in_days(21), headcount=headcount, way=way)


def answers(pulse_id: UUID, manager: Actor, many: int, since: int = 0, value: int = 6) -> None:
    codes = queries.sheet(manager, pulse_id)
    for code in codes[since:many]:
        said = dict.fromkeys(KEYS, value)
        commands.answer_pulse(by_link(PULSE_KIND, pulse_id), pulse_id=pulse_id, code=code, answers=said)


def by_device(pulse_id: UUID, many: int) -> None:
    for number in range(many):
        actor, said = by_link(PULSE_KIND, pulse_id), dict.fromkeys(KEYS, 6)
        commands.answer_pulse(actor, pulse_id=pulse_id, device=f"d{number}", answers=said)


def newest(actor: Actor) -> PulseRow:
    return queries.pulses(actor).rows[0]


def test_nothing_is_told_while_it_is_open_or_of_fewer_than_ten(manager: Actor) -> None:
    opened = opens(manager)
    answers(opened, manager, 9)
    assert (newest(manager).answered, newest(manager).shares) == (0, ())
    with clock.at(clock.now() + OVER):
        assert newest(manager).waits
        jobs.tell_pulses.call()
        row = newest(manager)
        assert (row.waits, row.answered, row.shares) == (False, 0, ())


def test_ten_are_told_of_once_and_what_was_counted_is_gone(manager: Actor) -> None:
    opened = opens(manager)
    answers(opened, manager, 17)
    with clock.at(clock.now() + OVER):
        assert (jobs.tell_pulses.call(), jobs.tell_pulses.call()) == (1, 0)
        row = newest(manager)
        assert (row.answered, len(row.shares), row.too_many) == (10, len(KEYS), False)
        assert newest(manager) == row
        kept = approved_rows(Pulse).get()
        assert (kept.tally, kept.answered, approved_rows(PulseMark).count()) == ({}, 0, 0)
        assert "17" not in repr(kept.result)


def test_a_code_counts_once_and_only_a_code_of_that_round_while_it_is_open(manager: Actor) -> None:
    opened = opens(manager)
    answers(opened, manager, 1)
    with pytest.raises(Conflict):
        answers(opened, manager, 1)
    holder, said = by_link(PULSE_KIND, opened), {KEYS[0]: 6}
    for wrong in ("", "K7QM-3F8X-TT4P"):
        with pytest.raises(Invalid) as refused:
            commands.answer_pulse(holder, pulse_id=opened, code=wrong, device="x", answers=said)
        assert refused.value.field == "code"
    with pytest.raises(Invalid):
        commands.answer_pulse(holder, pulse_id=opened, code=queries.sheet(manager, opened)[1], answers={})
    last = queries.sheet(manager, opened)[2]
    with clock.at(clock.now() + OVER), pytest.raises(NotFound):
        commands.answer_pulse(holder, pulse_id=opened, code=last, answers=said)
    assert approved_rows(Pulse).get().answered == 1


def test_a_round_has_a_code_for_each_person_and_its_sheet_never_says_which_were_used(manager: Actor) -> None:
    opened = opens(manager, headcount=12)
    before = queries.sheet(manager, opened)
    answers(opened, manager, 5)
    assert len(set(before)) == 12 and queries.sheet(manager, opened) == before
    assert all(re.fullmatch(r"\w{4}-\w{4}-\w{4}", code) for code in before)
    assert queries.round_of(anonymous(), before[3].lower().replace("-", " ")) == opened
    assert queries.round_of(anonymous(), "") is queries.round_of(anonymous(), before[3][:4]) is None
    rival = a_team("hotel", front_door=False, role=Role.EMPLOYER).coach
    with pytest.raises(NotFound):
        queries.sheet(rival, opened)
    with clock.at(clock.now() + OVER), pytest.raises(NotFound):
        queries.sheet(manager, opened)


@pytest.mark.parametrize(
    ("differs", "field"),
    [
        ({"headcount": 9}, "headcount"),
        ({"headcount": MOST_CODES + 1}, "headcount"),
        ({"closes_on": 0}, "closes_on"),
        ({"closes_on": 61}, "closes_on"),
    ],
)
def test_a_round_that_could_tell_nothing_or_lasts_too_long_is_not_opened(
    manager: Actor, differs: dict[str, int], field: str
) -> None:
    said = {"closes_on": 21, "headcount": 40} | differs
    with pytest.raises(Invalid) as wrong:
        commands.open_pulse(manager, closes_on=in_days(said["closes_on"]), headcount=said["headcount"])
    assert wrong.value.field == field and not approved_rows(Pulse).exists()


def test_rounds_stand_a_month_apart(manager: Actor) -> None:
    opens(manager)
    assert not queries.pulses(manager).may_open
    with pytest.raises(Conflict):
        opens(manager)
    with clock.at(clock.now() + timedelta(days=21 + 29)):
        assert not queries.pulses(manager).may_open
        with pytest.raises(Conflict):
            opens(manager)
    with clock.at(clock.now() + timedelta(days=21 + 30)):
        assert queries.pulses(manager).may_open and opens(manager)


def test_by_one_link_a_device_answers_once_and_more_answers_than_people_are_said(manager: Actor) -> None:
    opened = opens(manager, Way.LINK, headcount=10)
    by_device(opened, 11)
    with pytest.raises(Conflict):
        by_device(opened, 1)
    with pytest.raises(NotFound):
        queries.sheet(manager, opened)
    with clock.at(clock.now() + OVER):
        jobs.tell_pulses.call()
        assert newest(manager).too_many and not newest(manager).by_codes


def test_nothing_that_is_kept_joins_an_answer_to_anybody(manager: Actor) -> None:
    opened = opens(manager)
    answers(opened, manager, 3)
    assert {field.name for field in PulseMark._meta.get_fields()} == {"id", "pulse", "mark"}
    assert all(row.id.version == 4 for row in approved_rows(PulseMark))
    assert set(approved_rows(Pulse).get().tally[KEYS[0]].items()) == {("6", 3)}
    events = approved_rows(Event).filter(verb="pulse_answered")
    assert {(row.account_id, row.person_id) for row in events} == {(None, None)}
    kept = repr([vars(row) for model in (Pulse, PulseMark, Event) for row in approved_rows(model)])
    assert not any(
        code[5:] in kept or code.replace("-", "") in kept for code in queries.sheet(manager, opened)
    )


def test_only_the_employer_sees_the_round_and_only_the_software_tells_of_it(
    manager: Actor, mair: Actor
) -> None:
    opened = opens(manager)
    answers(opened, manager, 1)
    rival = a_team("hotel", front_door=False, role=Role.EMPLOYER).coach
    for actor in (manager, rival, mair, anonymous(), by_link(PULSE_KIND, opened)):
        for model in (Pulse, PulseMark):
            rule, rows = policy_for(model), approved_rows(model)
            seen = set(model.objects.as_seen_by(actor).values_list("id", flat=True))
            assert seen == {row.id for row in rows if rule.check(actor, row)}
    assert queries.pulses(rival).rows == ()
    with pytest.raises(Refused):
        commands.answer_pulse(manager, pulse_id=opened, device="x", answers={KEYS[0]: 1})
    with clock.at(clock.now() + OVER), pytest.raises(Refused):
        commands.tell_pulse(manager, pulse_id=opened)
    with pytest.raises(Conflict):
        commands.tell_pulse(system("a test"), pulse_id=opened)


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_somebody_answers_by_a_code_without_a_name_or_a_cookie(
    manager: Actor, browser: Browser, client: Client, prefix: str
) -> None:
    opened = opens(manager)
    sheet = browser(manager).get(prefix + reverse("workplace:pulse_sheet", args=[opened])).content.decode()
    path = prefix + reverse("workplace:pulse_code")
    assert path in sheet
    first, second = re.findall(r">(\w{4}-\w{4}-\w{4})<", sheet)[:2]
    assert ("Meddyliwch am yr adeg" if prefix else "Think of the time when") in client.get(
        path
    ).content.decode()
    for said in ({}, {"code": first}, {"code": "x" * 500, KEYS[0]: 7}, {"code": second[:-1], KEYS[0]: 7}):
        assert "error-summary" in client.post(path, said).content.decode()
    assert approved_rows(Pulse).get().answered == 0
    assert "error-summary" not in client.post(path, {"code": first.lower(), KEYS[0]: 7}).content.decode()
    assert "error-summary" in client.post(path, {"code": first, KEYS[0]: 7}).content.decode()
    assert approved_rows(Pulse).get().answered == 1
    assert "pulse" not in client.cookies


def test_whoever_guesses_codes_has_to_wait(manager: Actor, client: Client) -> None:
    opened = opens(manager)
    path = reverse("workplace:pulse_code")
    for number in range(20):
        client.post(path, {"code": f"guess {number}", KEYS[0]: 7})
    assert "a lot at once" in client.post(path, {"code": "one more", KEYS[0]: 7}).content.decode()
    right = queries.sheet(manager, opened)[0]
    assert "error-summary" not in client.post(path, {"code": right, KEYS[0]: 7}).content.decode()


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_somebody_answers_by_the_one_link_and_it_says_how_far_it_can_be_trusted(
    manager: Actor, browser: Browser, client: Client, prefix: str
) -> None:
    opens(manager, Way.LINK)
    ours = prefix + reverse("workplace:pulse")
    page = browser(manager).get(ours).content.decode()
    shown = re.search(r"http://testserver([^\s<]+/workplace/pulse/[^\s<]+|/workplace/pulse/[^\s<]+)", page)
    assert shown
    asked = client.get(shown[1]).content.decode()
    assert ("Yr un ddolen" if prefix else "Everybody has the same link") in asked
    assert client.post(shown[1], {}).status_code == 200
    client.post(shown[1], {KEYS[0]: 7})
    client.post(shown[1], {KEYS[0]: 7})
    assert approved_rows(Pulse).get().answered == 1
    with clock.at(clock.now() + OVER):
        assert client.get(shown[1]).status_code == 410
        assert browser(manager).get(ours).status_code == 200


def test_the_link_of_a_round_by_codes_opens_nothing(manager: Actor, client: Client) -> None:
    token = links.make(PULSE_KIND, opens(manager), 21)
    assert client.get(reverse("workplace:pulse_take", args=[token])).status_code == 410


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_employer_reads_about_how_many_and_never_a_count(
    manager: Actor, browser: Browser, prefix: str
) -> None:
    path = prefix + reverse("workplace:pulse")
    visitor = browser(manager)
    for sent in ({}, {"way": "x", "headcount": "many"}, {"headcount": "9", "way": "codes"}):
        assert "error-summary" in visitor.post(path, sent).content.decode()
    opened = opens(replace(manager, language="cy" if prefix else "en"))
    answers(opened, manager, 23, value=2)
    with clock.at(clock.now() + OVER):
        jobs.tell_pulses.call()
        page = browser(manager).get(path).content.decode()
    assert ("20 neu fwy" if prefix else "20 or more answered, of 40.") in page and ">23<" not in page
