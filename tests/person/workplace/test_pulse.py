"""A pulse: counted, never kept; told when it is over and ten or more answered; for the employer alone."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.commons.people import links
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, anonymous, by_link
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.workplace import commands, queries
from cydwaith.person.workplace.models import Pulse, PulseDevice
from cydwaith.person.workplace.policy import PULSE_KIND
from cydwaith.person.workplace.rules import FEWEST_ANSWERS, added, mean_of
from tests.support.worlds import a_team

from .conftest import in_days

KEYS = queries.question_keys(anonymous())
OVER = timedelta(days=22)


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), st.integers(0, 10)), max_size=30))
def test_what_is_counted_is_what_was_answered(sets: list[dict[str, int]]) -> None:
    tally: dict[str, dict[str, int]] = {}
    for one in sets:
        tally = added(tally, one)
    for key in KEYS:
        values = [one[key] for one in sets if key in one]
        told = mean_of(tally.get(key, {}), is_over=True)
        assert mean_of(tally.get(key, {}), is_over=False) is None
        if len(values) < FEWEST_ANSWERS:
            assert told is None
        else:
            assert told == (pytest.approx(sum(values) / len(values)), len(values))


def answers(pulse_id: object, many: int, since: int = 0) -> None:
    actor = by_link(PULSE_KIND, pulse_id)  # type: ignore[arg-type]
    for number in range(since, many):
        commands.answer_pulse(actor, pulse_id=pulse_id, device=f"d{number}", answers=dict.fromkeys(KEYS, 6))


@pytest.mark.django_db
def test_nine_tell_nothing_and_ten_tell_means_once_it_is_over(manager: Actor) -> None:
    opened = commands.open_pulse(manager, closes_on=in_days(21), headcount=40)
    answers(opened, 9)
    with clock.at(clock.now() + OVER):
        row = queries.pulses(manager)[0]
        assert (row.answered, row.rate, row.means) == (None, None, ())
    answers(opened, 10, since=9)
    row = queries.pulses(manager)[0]
    assert (row.answered, row.rate, row.means) == (None, None, ())
    with clock.at(clock.now() + OVER):
        row = queries.pulses(manager)[0]
        assert (row.answered, row.rate) == (10, 25)
        assert [(one.mean, one.many) for one in row.means] == [(6.0, 10)] * len(KEYS)


@pytest.mark.django_db
def test_a_device_answers_once_and_only_while_it_is_open(manager: Actor) -> None:
    opened = commands.open_pulse(manager, closes_on=in_days(21))
    answers(opened, 1)
    with pytest.raises(Conflict):
        answers(opened, 1)
    with pytest.raises(Conflict):
        commands.open_pulse(manager, closes_on=in_days(30))
    with pytest.raises(Invalid):
        commands.answer_pulse(by_link(PULSE_KIND, opened), pulse_id=opened, device="x", answers={})
    with clock.at(clock.now() + OVER), pytest.raises(NotFound):
        answers(opened, 2, since=1)


@pytest.mark.django_db
def test_nothing_that_is_kept_joins_an_answer_to_anybody(manager: Actor) -> None:
    opened = commands.open_pulse(manager, closes_on=in_days(21))
    answers(opened, 3)
    device = {field.name for field in PulseDevice._meta.get_fields()}
    assert device == {"id", "pulse", "mark"}
    assert all(row.id.version == 4 for row in approved_rows(PulseDevice))
    assert set(approved_rows(Pulse).get().tally[KEYS[0]].items()) == {("6", 3)}


@pytest.mark.django_db
def test_only_the_employer_sees_the_round(manager: Actor, mair: Actor) -> None:
    opened = commands.open_pulse(manager, closes_on=in_days(21))
    answers(opened, 1)
    rival = a_team("hotel", front_door=False, role=Role.EMPLOYER).coach
    for actor in (manager, rival, mair, anonymous(), by_link(PULSE_KIND, opened)):
        for model in (Pulse, PulseDevice):
            rule, rows = policy_for(model), approved_rows(model)
            seen = set(model.objects.as_seen_by(actor).values_list("id", flat=True))
            assert seen == {row.id for row in rows if rule.check(actor, row)}
    assert queries.pulses(rival) == ()
    with pytest.raises(Refused):
        commands.answer_pulse(manager, pulse_id=opened, device="x", answers={KEYS[0]: 1})


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_somebody_answers_by_the_link_without_a_name(
    manager: Actor, browser: Callable[[Actor], Client], client: Client, prefix: str
) -> None:
    opened = commands.open_pulse(manager, closes_on=in_days(21))
    path = prefix + reverse("workplace:pulse_take", args=[links.make(PULSE_KIND, opened, 21)])
    asked = client.get(path).content.decode()
    assert ("Meddyliwch am yr adeg" if prefix else "Think of the time when") in asked
    assert client.post(path, {}).status_code == 200
    assert client.post(path, {KEYS[0]: 7}).status_code == 200
    assert approved_rows(Pulse).get().answered == 1
    client.post(path, {KEYS[0]: 7})
    assert approved_rows(Pulse).get().answered == 1
    page = browser(manager).get(prefix + reverse("workplace:pulse")).content.decode()
    shown = re.search(r"http://testserver([^\s<]+/workplace/pulse/[^\s<]+|/workplace/pulse/[^\s<]+)", page)
    assert shown and Client().get(shown[1]).status_code == 200
    with clock.at(clock.now() + OVER):
        assert client.get(path).status_code == 410
