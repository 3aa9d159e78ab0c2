"""Offered, checked by somebody else, kept right, paused, closed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.commons.messages.models import Message
from cydwaith.commons.people.models import Account
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength, anonymous, by_link
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.kernel.ids import new_id
from cydwaith.place.opportunities import commands, jobs, queries
from cydwaith.place.opportunities.letters import ASK
from cydwaith.place.opportunities.models import Keeper, Opportunity
from cydwaith.place.opportunities.policy import KEEP
from cydwaith.place.opportunities.queries import Wanted
from cydwaith.place.opportunities.rules.vocabulary import Status
from tests.support.worlds import OPERATOR

from .conftest import CAFE, HOOD, Offered


def titles(actor: Actor, **wanted: object) -> list[str]:
    return [line.title for line in queries.opportunities(actor, Wanted(**wanted))]  # type: ignore[arg-type]


def test_nobody_finds_it_before_somebody_else_has_looked(
    employer: Actor, steward: Actor, visitor: Actor
) -> None:
    found = commands.offer(employer, posting=CAFE)
    assert titles(visitor) == []
    with pytest.raises(NotFound):
        queries.opportunity(visitor, found)
    with pytest.raises(Refused):
        commands.let_through(employer, opportunity_id=found)
    commands.let_through(steward, opportunity_id=found)
    [line] = queries.opportunities(visitor)
    assert (line.title, line.hours, line.where) == (CAFE.title, "4 to 8 hours a week", "Tegbridge")
    assert line.when == "Tuesday, Thursday, mornings"
    assert line.assured_on == clock.today()


def test_a_coach_never_checks_what_they_typed(coach: Actor, steward: Actor) -> None:
    found = commands.offer(coach, posting=CAFE)
    with pytest.raises(Refused):
        commands.let_through(coach, opportunity_id=found)
    assert queries.kept(coach, found).typed_by_reader
    commands.let_through(steward, opportunity_id=found)
    assert queries.kept(coach, found).decided_by == "Alex steward"


def test_a_group_without_an_account_gets_a_link(visitor: Actor, steward: Actor) -> None:
    with pytest.raises(Invalid) as wrong:
        commands.offer(visitor, posting=CAFE)
    assert wrong.value.field == "email"
    found = commands.offer(visitor, posting=CAFE, email="cor@cwmteg.example")
    holder = by_link(KEEP, found)
    commands.let_through(steward, opportunity_id=found)
    commands.move(holder, opportunity_id=found, to=Status.PAUSED)
    assert titles(visitor) == []
    commands.move(holder, opportunity_id=found, to=Status.OPEN)
    assert titles(visitor) == [CAFE.title]
    sent = Message.objects.as_seen_by(OPERATOR).values_list("kind", "to_email")
    assert set(sent) == {("role_here", "cor@cwmteg.example"), ("role_decided", "cor@cwmteg.example")}


def test_a_change_of_what_was_closed_meanwhile_waits_for_nobody(
    offered: Offered, employer: Actor, steward: Actor
) -> None:
    found = offered()
    commands.change(employer, opportunity_id=found, posting=replace(CAFE, title="Washing up"))
    assert [line.id for line in queries.waiting(steward)] == [found]
    commands.move(employer, opportunity_id=found, to=Status.CLOSED)
    assert queries.waiting(steward) == []
    with pytest.raises(Conflict):
        commands.let_through(steward, opportunity_id=found)


def test_whoever_lets_a_change_through_hears_that_it_is_paused(
    offered: Offered, employer: Actor, steward: Actor, visitor: Actor
) -> None:
    found = offered()
    commands.change(employer, opportunity_id=found, posting=replace(CAFE, title="Washing up"))
    commands.move(employer, opportunity_id=found, to=Status.PAUSED)
    assert commands.let_through(steward, opportunity_id=found) is False
    commands.move(employer, opportunity_id=found, to=Status.OPEN)
    assert titles(visitor) == ["Washing up"]


def test_what_is_over_before_somebody_looked_is_not_let_through(employer: Actor, steward: Actor) -> None:
    found = commands.offer(employer, posting=replace(CAFE, until=clock.today()))
    with clock.at(clock.now() + timedelta(days=1)), pytest.raises(Invalid) as wrong:
        commands.let_through(steward, opportunity_id=found)
    assert wrong.value.field == "until"


def test_nobody_says_in_an_employers_name_that_it_is_right(
    offered: Offered, employer: Actor, steward: Actor, visitor: Actor
) -> None:
    found = offered()
    commands.confirm(steward, opportunity_id=found)
    assert queries.opportunity(visitor, found).assured_by == ""
    commands.confirm(employer, opportunity_id=found)
    assert queries.opportunity(visitor, found).assured_by == CAFE.organisation_name


def test_a_refusal_says_why_and_shows_nothing(employer: Actor, steward: Actor, visitor: Actor) -> None:
    found = commands.offer(employer, posting=CAFE)
    with pytest.raises(Invalid):
        commands.refuse(steward, opportunity_id=found, reason=" ")
    commands.refuse(steward, opportunity_id=found, reason="We could not reach you.")
    assert queries.kept(employer, found).reason == "We could not reach you."
    assert titles(visitor) == []
    with pytest.raises(Conflict):
        commands.let_through(steward, opportunity_id=found)


def test_a_change_waits_while_everybody_reads_what_it_said(
    offered: Offered, employer: Actor, steward: Actor, visitor: Actor
) -> None:
    found = offered()
    assert not commands.change(employer, opportunity_id=found, posting=replace(CAFE, title="Washing up"))
    assert titles(visitor) == [CAFE.title]
    [difference] = queries.kept(steward, found).differences
    assert (difference.before, difference.after) == (CAFE.title, "Washing up")
    assert [line.id for line in queries.waiting(steward)] == [found]
    commands.let_through(steward, opportunity_id=found)
    assert titles(visitor) == ["Washing up"] and queries.waiting(steward) == []


@pytest.mark.parametrize("is_open", [False, True])
def test_words_that_were_changed_while_somebody_checked_are_not_let_through_unread(
    employer: Actor, steward: Actor, visitor: Actor, is_open: bool
) -> None:
    found = commands.offer(employer, posting=CAFE)
    if is_open:
        commands.let_through(steward, opportunity_id=found)
        commands.change(employer, opportunity_id=found, posting=replace(CAFE, title="Washing up"))
    read = queries.kept(steward, found).mark
    commands.change(employer, opportunity_id=found, posting=replace(CAFE, title="Send us your passport"))
    for seen in (read, ""):
        with pytest.raises(Conflict):
            commands.let_through(steward, opportunity_id=found, seen=seen)
    assert titles(visitor) == ([CAFE.title] if is_open else [])
    commands.let_through(steward, opportunity_id=found, seen=queries.kept(steward, found).mark)
    assert titles(visitor) == ["Send us your passport"]


def test_a_change_that_is_refused_leaves_it_open_as_it_was(
    offered: Offered, employer: Actor, steward: Actor, visitor: Actor
) -> None:
    found = offered()
    commands.change(employer, opportunity_id=found, posting=replace(CAFE, pay_words="£4 an hour"))
    commands.refuse(steward, opportunity_id=found, reason="That is under the minimum wage.")
    assert titles(visitor) == [CAFE.title]
    assert queries.opportunity(visitor, found).line.pay == "Paid: £12.60 an hour"


def test_what_somebody_who_checks_changes_counts_at_once(offered: Offered, steward: Actor) -> None:
    found = offered()
    assert commands.change(steward, opportunity_id=found, posting=replace(CAFE, title="Washing up"))
    assert titles(anonymous()) == ["Washing up"]


def test_nobody_else_keeps_it(offered: Offered, visitor: Actor) -> None:
    found, other = offered(), by_link(KEEP, new_id())
    for stranger in (visitor, other, by_link("answer", found)):
        with pytest.raises(Refused):
            commands.move(stranger, opportunity_id=found, to=Status.CLOSED)
        with pytest.raises(NotFound):
            queries.kept(stranger, found)


def test_its_last_day_ends_it(offered: Offered, employer: Actor, visitor: Actor) -> None:
    found = offered(until=clock.today() + timedelta(days=3))
    with clock.at(clock.now() + timedelta(days=4)):
        assert titles(visitor) == []
        assert not queries.opportunity(visitor, found).can_ask
        commands.move(employer, opportunity_id=found, to=Status.PAUSED)
        with pytest.raises(Conflict):
            commands.move(employer, opportunity_id=found, to=Status.OPEN)


def test_the_list_is_narrowed_by_what_was_chosen(offered: Offered, visitor: Actor) -> None:
    offered()
    offered(
        title="Typing at home",
        where="home",
        postcode="",
        sectors=("office",),
        hours_from=10,
        hours_to=10,
        times=("evening",),
        adjustments=("home",),
    )
    assert titles(visitor, sector="food") == [CAFE.title]
    assert titles(visitor, hours=4) == [CAFE.title]
    assert titles(visitor, home=True) == ["Typing at home"]
    assert titles(visitor, time="evening") == ["Typing at home"]
    assert titles(visitor, adjustment="breaks") == [CAFE.title]
    assert set(titles(visitor, place=HOOD)) == {CAFE.title, "Typing at home"}
    assert set(titles(visitor, kind="job")) == {CAFE.title, "Typing at home"}
    assert titles(visitor, kind="volunteering") == []
    assert queries.places_offered(visitor) == [(HOOD, "Tegbridge")]


def test_a_keeper_is_asked_when_nobody_confirmed_for_long(visitor: Actor, steward: Actor) -> None:
    found = commands.offer(visitor, posting=CAFE, email="cor@cwmteg.example")
    commands.let_through(steward, opportunity_id=found)
    assert jobs.ask_keepers.func() == 0
    with clock.at(clock.now() + timedelta(days=61)):
        assert jobs.ask_keepers.func() == 1
        assert jobs.ask_keepers.func() == 0
        commands.confirm(by_link(KEEP, found), opportunity_id=found)
    with clock.at(clock.now() + timedelta(days=100)):
        assert jobs.ask_keepers.func() == 0


def test_an_employer_with_an_account_is_asked_too_and_answers_by_signing_in(
    offered: Offered, employer: Actor
) -> None:
    found = offered()
    before = approved_rows(Message).count()
    with clock.at(clock.now() + timedelta(days=61)):
        assert jobs.ask_keepers.func() == 1
        assert jobs.ask_keepers.func() == 0
        letter = approved_rows(Message).order_by("-created").first()
        assert letter is not None and approved_rows(Message).count() == before + 1
        assert (letter.kind, letter.link_path) == (ASK, f"/opportunities/{found}/keep/")
        assert letter.to_email == Account.objects.get(id=employer.account_id).email
        commands.confirm(employer, opportunity_id=found)
    with clock.at(clock.now() + timedelta(days=100)):
        assert jobs.ask_keepers.func() == 0


def test_in_welsh_the_welsh_words_are_shown(offered: Offered) -> None:
    found = offered(title_cy="Helpu yng nghegin y caffi", day_like_cy="Te yn gyntaf.")
    shown = queries.opportunity(anonymous("cy"), found)
    assert (shown.line.title, shown.line.lang, shown.day_like) == (
        "Helpu yng nghegin y caffi",
        "",
        "Te yn gyntaf.",
    )
    plain = queries.opportunity(anonymous("cy"), offered())
    assert (plain.line.title, plain.line.lang) == (CAFE.title, "en")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    role=st.sets(st.sampled_from(list(Role)), max_size=2).map(frozenset),
    strength=st.sampled_from([Strength.CODE, Strength.SECOND_FACTOR]),
)
def test_the_list_and_the_object_agree(
    offered: Offered, employer: Actor, visitor: Actor, role: frozenset[Role], strength: Strength
) -> None:
    if not approved_rows(Opportunity).exists():
        offered()
        commands.offer(employer, posting=CAFE)
        commands.offer(visitor, posting=CAFE, email="cor@cwmteg.example")
    ours = Actor(organisation_id=employer.organisation_id, roles=role, strength=strength)
    linked = [by_link(KEEP, row.id) for row in approved_rows(Opportunity)]
    for actor in (ours, visitor, OPERATOR, *linked):
        for model in (Opportunity, Keeper):
            everything = list(approved_rows(model))
            seen = {row.pk for row in model.objects.as_seen_by(actor)}
            assert seen == {row.pk for row in everything if policy_for(model).check(actor, row)}


def test_what_was_not_shown_waits_again_once_it_is_changed(
    employer: Actor, steward: Actor, visitor: Actor
) -> None:
    found = commands.offer(employer, posting=CAFE)
    commands.refuse(steward, opportunity_id=found, reason="Say what a day is like.")
    commands.change(employer, opportunity_id=found, posting=replace(CAFE, day_like="Tea first."))
    assert titles(visitor) == [] and [line.id for line in queries.waiting(steward)] == [found]
    commands.let_through(steward, opportunity_id=found)
    assert titles(visitor) == [CAFE.title]


def test_a_coach_changes_what_they_typed_only_past_a_second_pair_of_eyes(
    coach: Actor, steward: Actor, visitor: Actor
) -> None:
    found = commands.offer(coach, posting=CAFE)
    commands.let_through(steward, opportunity_id=found)
    assert queries.opportunity(visitor, found).assured_by == ""
    assert not commands.change(coach, opportunity_id=found, posting=replace(CAFE, title="Washing up"))
    assert titles(visitor) == [CAFE.title]
    commands.let_through(steward, opportunity_id=found)
    assert titles(visitor) == ["Washing up"]


def test_a_change_taken_back_before_anybody_looked_waits_no_more(
    offered: Offered, employer: Actor, steward: Actor
) -> None:
    found = offered()
    commands.change(employer, opportunity_id=found, posting=replace(CAFE, title="Washing up"))
    assert commands.change(employer, opportunity_id=found, posting=CAFE)
    assert queries.waiting(steward) == [] and queries.kept(employer, found).differences == []


def test_what_is_sent_twice_is_offered_once_and_another_hand_or_other_words_are_another(
    employer: Actor, coach: Actor, visitor: Actor
) -> None:
    first = commands.offer(employer, posting=CAFE)
    assert commands.offer(employer, posting=CAFE) == first
    by_post = commands.offer(visitor, posting=CAFE, email="a@shed.example")
    assert commands.offer(visitor, posting=CAFE, email="a@shed.example") == by_post
    others = {
        commands.offer(coach, posting=CAFE),
        commands.offer(visitor, posting=CAFE, email="b@shed.example"),
        commands.offer(employer, posting=replace(CAFE, hours_to=9)),
    }
    assert len({first, by_post} | others) == 5
    assert approved_rows(Message).filter(to_email="a@shed.example").count() == 1
    with clock.at(clock.now() + timedelta(minutes=2)):
        assert commands.offer(employer, posting=CAFE) != first
