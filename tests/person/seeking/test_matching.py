"""What fits whom: laws, and the cases that a person would notice."""

from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.kernel.working import Adjustment, Company, FromHome, Matter, Sector, Setting, TimeOfDay
from cydwaith.person.seeking.rules.matching import Match, Wish, lacking, match, rank, weight
from cydwaith.person.seeking.rules.vocabulary import Fit, Respect
from cydwaith.person.seeking.words import MISFITS, UNSAID
from cydwaith.person.work.rules.vocabulary import Task
from cydwaith.place.opportunities.rules.offer import Offer
from cydwaith.place.opportunities.rules.vocabulary import Ask, Kind, Pay, Where

KITCHEN = Offer(
    id=UUID(int=1),
    kind=Kind.JOB,
    title="Helping in the café kitchen",
    sectors=frozenset({Sector.FOOD}),
    hours_from=4,
    hours_to=8,
    days=frozenset({1, 3}),
    times=frozenset({TimeOfDay.MORNING}),
    times_to_suit=False,
    where=Where.PLACE,
    latitude=52.3,
    longitude=-3.6,
    pay=Pay.PAID,
    company=frozenset({Company.FEW}),
    settings=frozenset({Setting.INDOORS}),
    asks=frozenset({Ask.STANDING}),
    adjustments=frozenset({Adjustment.SIT_OR_STAND, Adjustment.BREAKS}),
)


def some(keys: Any) -> st.SearchStrategy[Any]:
    return st.frozensets(st.sampled_from(list(keys)), max_size=3)


points = st.none() | st.floats(50, 55)
offers = st.builds(
    Offer,
    id=st.uuids(),
    kind=st.sampled_from(Kind),
    title=st.just(""),
    sectors=some(Sector),
    hours_from=st.integers(2, 20),
    hours_to=st.integers(20, 40),
    days=some(range(7)),
    times=some(TimeOfDay),
    times_to_suit=st.booleans(),
    where=st.sampled_from(Where),
    latitude=points,
    longitude=points.map(lambda one: None if one is None else one - 56),
    pay=st.sampled_from(Pay),
    company=some(Company),
    settings=some(Setting),
    asks=some(Ask),
    adjustments=some(Adjustment),
)
hours = st.none() | st.integers(2, 40).map(float)
wishes = st.builds(
    Wish,
    sectors=some(Sector),
    hours_from=hours,
    hours_to=hours,
    days=some(range(7)),
    times=some(TimeOfDay),
    minutes=st.none() | st.integers(5, 120),
    from_home=st.none() | st.sampled_from(FromHome),
    settings=some(Setting),
    company=some(Company),
    adjustments=some(Adjustment),
    not_yet=some(Ask),
    adjusted=some(Ask),
    latitude=points,
    longitude=st.just(-3.6),
    matters=st.lists(st.sampled_from(Matter), max_size=3, unique=True).map(tuple),
)


def fits(one: Match) -> dict[Respect, Fit]:
    return {found.respect: found.fit for found in one.findings}


@given(wishes, st.lists(offers, max_size=6, unique_by=lambda one: one.id), st.randoms(use_true_random=False))
def test_the_order_never_depends_on_the_order_of_what_came_in(
    wish: Wish, some_offers: list[Offer], dice: Any
) -> None:
    shuffled = list(some_offers)
    dice.shuffle(shuffled)
    assert rank(wish, some_offers) == rank(wish, shuffled)


@given(wishes, st.lists(offers, max_size=6, unique_by=lambda one: one.id))
def test_nothing_is_hidden(wish: Wish, some_offers: list[Offer]) -> None:
    assert {one.offer.id for one in rank(wish, some_offers)} == {offer.id for offer in some_offers}


@given(wishes, offers, offers)
def test_what_fits_better_in_one_respect_and_worse_in_none_never_ranks_lower(
    wish: Wish, one: Offer, other: Offer
) -> None:
    here, there = fits(match(wish, one)), fits(match(wish, other))
    assert here.keys() == there.keys()
    if all(here[respect] >= there[respect] for respect in here) and here != there:
        assert match(wish, one).score > match(wish, other).score


@given(wishes, offers, st.sampled_from(Adjustment))
def test_one_more_adjustment_never_lowers_an_offer(wish: Wish, offer: Offer, more: Adjustment) -> None:
    better = offer._replace(adjustments=offer.adjustments | {more})
    assert match(wish, better).score >= match(wish, offer).score


@given(wishes, offers)
def test_asking_less_of_a_person_never_lowers_an_offer(wish: Wish, offer: Offer) -> None:
    for ask in offer.asks:
        assert match(wish, offer._replace(asks=offer.asks - {ask})).score >= match(wish, offer).score


@given(wishes, offers)
def test_what_nobody_said_counts_for_nothing(wish: Wish, offer: Offer) -> None:
    assert match(Wish(), offer).findings == ()
    for respect in fits(match(wish, offer)):
        assert weight(wish, respect) > 0


@given(wishes, st.lists(offers, min_size=2, max_size=6, unique_by=lambda one: one.id))
def test_the_list_falls_from_the_best_fit(wish: Wish, some_offers: list[Offer]) -> None:
    assert all(one.score >= after.score for one, after in pairwise(rank(wish, some_offers)))


def test_the_tasks_of_a_statement_are_what_a_posting_may_ask() -> None:
    assert {task.value for task in Task} == {ask.value for ask in Ask}


@pytest.mark.parametrize(
    ("wish", "respect", "fit"),
    [
        (Wish(hours_from=4, hours_to=10), Respect.HOURS, Fit.YES),
        (Wish(hours_to=3), Respect.HOURS, Fit.NO),
        (Wish(hours_from=16), Respect.HOURS, Fit.PARTLY),
        (Wish(days=frozenset({1, 2, 3})), Respect.TIMES, Fit.YES),
        (Wish(days=frozenset({1})), Respect.TIMES, Fit.PARTLY),
        (Wish(days=frozenset({1, 3}), times=frozenset({TimeOfDay.EVENING})), Respect.TIMES, Fit.NO),
        (Wish(minutes=20, latitude=52.3, longitude=-3.6), Respect.WAY, Fit.YES),
        (Wish(minutes=20, latitude=53.3, longitude=-3.6), Respect.WAY, Fit.NO),
        (Wish(minutes=20), Respect.WAY, Fit.UNSAID),
        (Wish(from_home=FromHome.ALL), Respect.HOME, Fit.NO),
        (Wish(not_yet=frozenset({Ask.STANDING})), Respect.ASKS, Fit.PARTLY),
        (Wish(adjusted=frozenset({Ask.STANDING})), Respect.ASKS, Fit.YES),
        (Wish(not_yet=frozenset({Ask.LIFTING})), Respect.ASKS, Fit.YES),
        (Wish(adjustments=frozenset({Adjustment.BREAKS})), Respect.ADJUSTMENTS, Fit.YES),
        (Wish(adjustments=frozenset({Adjustment.QUIET})), Respect.ADJUSTMENTS, Fit.UNSAID),
        (Wish(matters=(Matter.MONEY,)), Respect.PAY, Fit.YES),
        (Wish(company=frozenset({Company.PUBLIC})), Respect.COMPANY, Fit.NO),
    ],
)
def test_one_respect_at_a_time(wish: Wish, respect: Respect, fit: Fit) -> None:
    assert match(wish, KITCHEN).fits(respect) is fit


@given(wishes, offers)
def test_whatever_does_not_fit_has_words_and_what_is_not_said_can_be_asked(wish: Wish, offer: Offer) -> None:
    for one in match(wish, offer).findings:
        if one.fit is Fit.UNSAID:
            assert one.respect in UNSAID or one.respect is Respect.ADJUSTMENTS
        elif one.fit is not Fit.YES and one.respect is not Respect.ADJUSTMENTS:
            assert (one.respect, one.fit) in MISFITS


def test_driving_is_never_eased() -> None:
    van = KITCHEN._replace(asks=frozenset({Ask.DRIVING}), adjustments=frozenset(Adjustment))
    assert match(Wish(not_yet=frozenset({Ask.DRIVING})), van).fits(Respect.ASKS) is Fit.NO


def test_what_matters_most_decides() -> None:
    near = KITCHEN._replace(id=UUID(int=2), sectors=frozenset({Sector.OFFICE}))
    far = KITCHEN._replace(id=UUID(int=3), latitude=53.3)
    home = {"sectors": frozenset({Sector.FOOD}), "minutes": 20, "latitude": 52.3, "longitude": -3.6}
    assert [one.offer.id.int for one in rank(Wish(**home, matters=(Matter.PLACE,)), [near, far])] == [2, 3]


def test_what_is_not_offered_is_something_to_ask() -> None:
    wish = Wish(adjustments=frozenset({Adjustment.QUIET, Adjustment.BREAKS}))
    assert lacking(wish, KITCHEN) == {Adjustment.QUIET}
