"""Money from every payer's side: the published sums, the laws of the table, and the refusals."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.result import Design, Result, Strength
from cydwaith.methods.value import (
    Assumptions,
    Cost,
    Outcome,
    Spread,
    UnitValue,
    ValueRefused,
    case,
    model_from,
    wellby,
)
from cydwaith.methods.value.model import effect_of
from cydwaith.methods.words import Words

SOURCE = "GMCA Unit Cost Database v1.4, 2015"
HERE = Assumptions(base_year=2012, said=("the panel: jobs last a year",), corrections={1: 0.0, 3: 0.1})


def value(code, pounds, gainer, **more):
    given_values = {"kind": "fiscal", "price_year": 2012, "source": SOURCE} | more
    return UnitValue(code=code, amount=Spread(pounds), gainer=gainer, **given_values)


DWP = value("E&E2.0.1", 7500, "DWP", transfer_from="person", cashable=True)
NHS = value("E&E2.0.2", 1132, "NHS")


def jobs(number=10, **more):
    given_parts = {"people": Spread(number), "effect": Spread(1.0), "values": (DWP, NHS), "grade": 1} | more
    return Outcome(key="jobs", **given_parts)


def cost(*pounds, payer="NHS", **more):
    return Cost(key="coaches", payer=payer, pounds=tuple(Spread(p) for p in pounds), **more)


def party(found, name):
    return next(line for line in found.parties if line.party == name)


def test_ten_jobs_give_the_department_75000_and_the_health_service_11320():
    found = case([jobs()], [cost(20_000)], HERE)
    assert (party(found, "DWP").gains, party(found, "NHS").gains) == (75_000, 11_320)
    assert found.fiscal.benefits == 86_320
    assert found.fiscal.ratio == pytest.approx(4.316)


def test_a_fifth_of_a_point_of_life_satisfaction_is_2600_pounds_a_year():
    found = wellby(0.2, years=2)
    assert (found.a_year, found.total) == (pytest.approx(2600), pytest.approx(5200))
    assert (found.low, found.high) == (pytest.approx(4000), pytest.approx(6400))
    priced = replace(HERE, base_year=2023, index={2019: 100, 2023: 120})
    assert wellby(0.2, assumptions=priced).a_year == pytest.approx(3120)


def test_a_benefit_saved_is_the_persons_loss_and_nothing_to_society():
    found = case([jobs(values=(DWP,))], [cost(0)], HERE)
    assert party(found, "person").gains == -75_000
    assert found.society == 0
    assert found.fiscal.benefits == 75_000
    assert found.public_value.benefits == 0


def test_who_pays_and_who_gains_stand_apart():
    found = case([jobs()], [cost(15_000), cost(5_000, payer="council")], HERE)
    assert found.table["NHS"]["DWP"] == pytest.approx(75_000 * 0.75)
    assert found.table["council"]["NHS"] == pytest.approx(11_320 * 0.25)
    assert party(found, "NHS").net == 11_320 - 15_000
    assert [note.code for note in found.notes] == ["not_cashable", "payer_loses", "payer_loses"]
    told = [note.words.en for note in found.notes]
    assert "NHS pays more than it gains. Others gain from what it pays." in told
    assert "Of the fiscal gain, 13 per cent cannot be taken out as cash." in told


def test_later_years_are_discounted_and_fall_by_the_drop_off():
    found = case([jobs(values=(NHS,), years=3, drop_off=Spread(0.5))], [cost(1)], HERE)
    by_hand = 11_320 * (1 + 0.5 / 1.035 + 0.25 / 1.035**2)
    assert found.fiscal.benefits == pytest.approx(by_hand)
    later = case([jobs(values=(NHS,), begins=2)], [cost(1)], HERE)
    assert later.fiscal.benefits == pytest.approx(11_320 / 1.035**2)


def test_health_may_have_a_discount_rate_of_its_own():
    low = replace(HERE, health_discount=0.015)
    found = case([jobs(values=(NHS,), begins=1, health=True)], [cost(1)], low)
    assert found.fiscal.benefits == pytest.approx(11_320 / 1.015)
    usual = case([jobs(values=(NHS,), begins=1, health=True)], [cost(1)], HERE)
    assert usual.fiscal.benefits == pytest.approx(11_320 / 1.035)
    other = case([jobs(values=(NHS,), begins=1)], [cost(1)], low)
    assert other.fiscal.benefits == pytest.approx(11_320 / 1.035)


def test_pounds_of_another_year_are_brought_into_the_base_year():
    priced = replace(HERE, base_year=2015, index={2012: 95.0, 2015: 100.0})
    assert case([jobs(values=(NHS,))], [cost(1)], priced).fiscal.benefits == pytest.approx(11_320 / 0.95)


def test_weaker_evidence_is_worth_less_and_unsure_costs_are_more():
    careful = replace(HERE, cost_corrections={4: 0.25})
    found = case([jobs(grade=3, values=(NHS,))], [cost(1000, grade=4)], careful)
    assert found.fiscal.benefits == pytest.approx(11_320 * 0.9)
    assert found.fiscal.costs == 1250


def test_what_would_have_happened_anyway_what_moved_and_what_others_did_is_left_out():
    parts = {
        "anyway": Spread(0.2),
        "displaced": Spread(0.1),
        "others": Spread(0.5),
        "in_need": Spread(0.5),
        "engaged": Spread(0.8),
    }
    found = case([jobs(100, effect=Spread(0.3), **parts)], [cost(1)], HERE)
    assert found.outcomes["jobs"] == pytest.approx(100 * 0.5 * 0.8 * 0.3 * 0.8 * 0.9 * 0.5)


def test_it_has_paid_back_in_the_first_year_by_which_all_costs_are_met():
    yearly = jobs(values=(NHS,), years=4)
    assert case([yearly], [cost(20_000)], HERE).fiscal.payback_year == 1
    assert case([yearly], [cost(1_000_000)], HERE).fiscal.payback_year is None
    assert case([yearly], [cost(0, 0, 0, 90_000)], HERE).fiscal.payback_year is None


def test_at_the_break_even_effect_the_case_is_worth_what_it_costs():
    found = case([jobs(values=(NHS,))], [cost(5000)], HERE)
    at = case([jobs(values=(NHS,), effect=Spread(found.break_even["jobs"]))], [cost(5000)], HERE)
    assert at.public_value.net_present_value == pytest.approx(0, abs=1e-6)
    assert case([jobs(values=())], [cost(5000)], HERE).break_even["jobs"] is None


def test_without_costs_there_is_no_ratio():
    found = case([jobs()], [], HERE)
    assert found.fiscal.ratio is None
    assert [one.code for one in found.refusals] == ["no_costs"]


def refused(code, field, *, outcomes=(), costs=(), assumptions=HERE):
    with pytest.raises(ValueRefused) as found:
        case(list(outcomes) or [jobs()], list(costs) or [cost(1)], assumptions)
    assert (found.value.code, found.value.field) == (code, field)
    assert "{" not in found.value.note.words.en + found.value.note.words.cy


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"source": " "}, "no_source", "source"),
        ({"price_year": None}, "no_year", "price_year"),
        ({"gainer": ""}, "no_payer", "gainer"),
        ({"price_year": 1999}, "no_deflator", "index"),
        ({"kind": "good"}, "unknown_kind", "kind"),
    ],
)
def test_a_value_without_source_year_or_payer_is_refused(change, code, field):
    refused(code, field, outcomes=[jobs(values=(replace(NHS, **change),))])


def test_a_ratio_without_its_assumptions_is_refused():
    refused("no_assumptions", "said", assumptions=replace(HERE, said=()))
    refused("no_assumptions", "said", assumptions=replace(HERE, said=(" ",)))


def test_wellbeing_is_never_added_to_quality_of_life_or_to_earnings_of_the_same_people():
    lives = value("W", 13_000, "person", kind="social", measure="WELLBY")
    for other in ("QALY", "earnings"):
        refused(
            "counted_twice",
            "values",
            outcomes=[jobs(values=(lives, value("Q", 1, "person", kind="social", measure=other)))],
        )


def test_other_things_that_cannot_be_are_named():
    refused("no_grade", "grade", outcomes=[jobs(grade=9)])
    refused("no_grade", "grade", costs=[cost(1, grade=9)])
    refused("no_payer", "payer", costs=[cost(1, payer=" ")])
    refused("unknown_kind", "kind", costs=[cost(1, kind="gift")])
    refused("no_deflator", "index", costs=[cost(1, price_year=2020)])
    for share in ("in_need", "engaged", "anyway", "displaced", "others", "drop_off"):
        refused("out_of_range", share, outcomes=[jobs(**{share: Spread(1.1)})])
        refused("out_of_range", share, outcomes=[jobs(**{share: Spread(0.5, -0.1, 0.6)})])
    refused("out_of_range", "people", outcomes=[jobs(people=Spread(-1))])
    for name in ("begins", "years"):
        for number in (101, -1, 1.5, True):
            refused("out_of_range", name, outcomes=[jobs(**{name: number})])
    refused("out_of_range", "pounds", costs=[cost(-1)])
    for rate in (2.0, 1.0, -0.5):
        refused("out_of_range", "discount", assumptions=replace(HERE, discount=rate))


def test_the_ends_of_what_may_be_asked_are_answered():
    assert case([jobs(0, years=0)], [cost(1)], HERE).fiscal.benefits == 0
    assert case([jobs(years=100, anyway=Spread(1.0))], [cost(1)], HERE).fiscal.benefits == 0
    assert case([jobs(begins=100, drop_off=Spread(1.0))], [cost(1)], HERE).fiscal.benefits > 0
    assert wellby(10, people=0, years=100).total == 0
    assert wellby(-10).a_year == -130_000


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"points": 11}, "points"),
        ({"points": -11}, "points"),
        ({"people": -1}, "people"),
        ({"years": 101}, "years"),
        ({"years": -1}, "years"),
    ],
)
def test_wellbeing_outside_its_scale_is_refused(more, field):
    with pytest.raises(ValueRefused, match=str(more[field])) as found:
        wellby(**({"points": 1} | more))
    assert (found.value.code, found.value.field) == ("out_of_range", field)


def test_wellbeing_says_what_it_rests_on():
    told = wellby(0.5, people=4).to_dict()
    assert (told["points"], told["people"], told["years"], told["price_year"]) == (0.5, 4, 1, 2019)
    assert (told["a_year"], told["total"], told["low"], told["high"]) == (26_000, 26_000, 20_000, 32_000)
    assert "Wellbeing Guidance" in told["source"]
    assert wellby(1, assumptions=replace(HERE, base_year=2019)).price_year == 2019


def test_fiscal_value_is_what_public_purses_gain_and_nothing_else():
    everybody = (
        value("tax", 100, "DWP"),
        value("wages", 1000, "person"),
        value("profit", 300, "employer"),
        value("output", 5000, "council", kind="economic"),
    )
    found = case([jobs(1, values=everybody)], [cost(200)], HERE)
    assert (found.fiscal.benefits, found.public_value.benefits) == (100, 6400)
    assert (found.fiscal.net_present_value, found.fiscal.ratio) == (-100, 0.5)
    assert found.society == 6200


def test_help_in_kind_costs_and_is_not_cash():
    found = case([jobs()], [cost(500, kind="in kind"), cost(500, kind="capital", payer="council")], HERE)
    assert found.fiscal.costs == 1000
    assert (party(found, "DWP").cashable, party(found, "NHS").cashable) == (75_000, 0)
    assert party(found, "person").cashable == 0


def test_a_case_that_gains_nothing_says_so():
    found = case([jobs(values=())], [cost(10)], HERE)
    assert [one.code for one in found.notes] == ["nothing_gained"]
    assert found.to_dict()["table"] == {"NHS": {}}


def test_a_cost_of_another_year_is_brought_into_the_base_year():
    priced = replace(HERE, base_year=2015, index={2012: 95.0, 2015: 100.0})
    assert case([], [cost(950, price_year=2012)], priced).fiscal.costs == pytest.approx(1000)
    assert case([], [cost(950)], priced).fiscal.costs == 950


def test_a_case_pays_back_in_the_very_year_in_which_gains_reach_costs():
    yearly = jobs(values=(NHS,), years=2)
    exact = replace(HERE, discount=0.0)
    assert case([yearly], [cost(22_640)], exact).fiscal.payback_year == 1
    assert case([yearly], [cost(11_320)], exact).fiscal.payback_year == 0
    assert case([yearly], [cost(11_319, 11_321)], exact).fiscal.payback_year == 0
    assert case([yearly], [cost(22_641)], exact).fiscal.payback_year is None
    assert case([], [], exact).fiscal.payback_year is None


WORDS = Words("in work", "mewn gwaith")


def result(strength, effect=0.1):
    design = Design("d", WORDS, strength)
    return Result(
        "m", WORDS, "share", design, WORDS, n=100, effective_n=100.0, effect=effect, standard_error=0.02
    )


def test_a_before_and_after_carries_no_money_until_its_counterfactual_is_said():
    with pytest.raises(ValueRefused) as found:
        effect_of(result(Strength.E), "jobs", anyway_stated=False)
    assert found.value.code == "not_causal"
    assert effect_of(result(Strength.E), "jobs", anyway_stated=True).middle == 0.1
    assert effect_of(result(Strength.A), "jobs", anyway_stated=False) == Spread(0.1, standard_error=0.02)
    with pytest.raises(ValueRefused) as found:
        effect_of(result(Strength.A, None), "jobs", anyway_stated=False)
    assert found.value.code == "refused_effect"


pounds = st.floats(0, 1e6)
values = st.lists(
    st.builds(
        lambda amount, gainer, loser, kind: value(
            f"{gainer}-{amount}", amount, gainer, kind=kind, transfer_from=loser if loser != gainer else None
        ),
        pounds,
        st.sampled_from(["DWP", "NHS", "council", "person", "employer"]),
        st.sampled_from([None, "person", "DWP"]),
        st.sampled_from(["fiscal", "economic", "social"]),
    ),
    max_size=5,
)
costs = st.lists(st.builds(cost, pounds, payer=st.sampled_from(["NHS", "council", "employer"])), max_size=3)


@given(values, costs)
def test_society_is_the_sum_of_payers_person_and_employer(found_values, found_costs):
    found = case([jobs(values=tuple(found_values))], found_costs, HERE)
    assert found.society == pytest.approx(sum(line.net for line in found.parties), abs=1e-3)
    assert found.society == pytest.approx(found.public_value.net_present_value, rel=1e-9, abs=1e-3)
    if found.table:
        for line in found.parties:
            share = sum(row.get(line.party, 0.0) for row in found.table.values())
            assert share == pytest.approx(line.gains, rel=1e-9, abs=1e-6)


@given(values, st.integers(1, 50))
def test_twice_the_people_gain_twice_as_much(found_values, number):
    one = case([jobs(number, values=tuple(found_values))], [], HERE)
    two = case([jobs(2 * number, values=tuple(found_values))], [], HERE)
    assert two.public_value.benefits == pytest.approx(2 * one.public_value.benefits, abs=1e-6)


@given(values)
def test_the_order_of_values_changes_no_total(found_values):
    one = case([jobs(values=tuple(found_values))], [cost(5)], HERE)
    other = case([jobs(values=tuple(found_values[::-1]))], [cost(5)], HERE)
    assert one.public_value.benefits == pytest.approx(other.public_value.benefits, abs=1e-6)
    assert {line.party: line.gains for line in one.parties} == pytest.approx(
        {line.party: line.gains for line in other.parties}
    )


FILE = {
    "assumptions": {"base_year": 2012, "said": ["the panel: one year"], "corrections": {"1": 0.0}},
    "costs": [{"key": "coaches", "payer": "NHS", "pounds": [20000, 1000]}],
    "outcomes": [
        {
            "key": "jobs", "people": {"middle": 10, "low": 5, "high": 12}, "effect": 1, "grade": 1, "anyway": 0.2,
            "values": [{"code": "a", "amount": 7500, "kind": "fiscal", "gainer": "DWP", "price_year": 2012, "source": SOURCE}],
        }
    ],
}  # fmt: skip


def test_a_case_is_read_from_a_file():
    found = case(*model_from(FILE))
    assert found.fiscal.benefits == pytest.approx(60_000)
    assert found.fiscal.costs == pytest.approx(20_000 + 1000 / 1.035)
