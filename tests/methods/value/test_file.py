"""Everything that a file of a case may say, and what is said of a wrong one."""

import pytest

from cydwaith.methods.value import (
    Assumptions,
    Cost,
    Outcome,
    Spread,
    UnitValue,
    ValueRefused,
    case,
    model_from,
)

from .test_case import FILE, SOURCE, value

WHOLE = {
    "assumptions": {
        "base_year": 2024, "said": ["ours"], "corrections": {"2": 0.5}, "cost_corrections": {"b": 0.1},
        "index": {"2012": 50, "2024": 100}, "discount": 0.05, "health_discount": 0.01,
    },
    "costs": [{"key": "room", "payer": "council", "pounds": 100, "kind": "in kind", "price_year": 2012, "grade": "b"}],
    "outcomes": [
        {
            "key": "well", "people": 10, "effect": {"middle": 0.5, "standard_error": 0.1}, "grade": 2, "in_need": 0.9,
            "engaged": 0.8, "anyway": 0.1, "displaced": 0.2, "others": 0.3, "drop_off": 0.4, "begins": 1, "years": 2,
            "health": True,
            "values": [{
                "code": "q", "amount": 200, "kind": "social", "gainer": "person", "price_year": 2012, "source": SOURCE,
                "cashable": True, "transfer_from": "NHS", "measure": "QALY",
            }],
        }
    ],
}  # fmt: skip


def test_everything_that_a_file_may_say_is_read():
    outcomes, found_costs, assumptions = model_from(WHOLE)
    assert assumptions == Assumptions(
        base_year=2024, said=("ours",), corrections={"2": 0.5}, cost_corrections={"b": 0.1},
        index={2012: 50.0, 2024: 100.0}, discount=0.05, health_discount=0.01,
    )  # fmt: skip
    assert found_costs == [
        Cost(key="room", payer="council", pounds=(Spread(100.0),), kind="in kind", price_year=2012, grade="b")
    ]
    kind = {"kind": "social", "cashable": True, "transfer_from": "NHS", "measure": "QALY"}
    assert outcomes == [
        Outcome(
            key="well", people=Spread(10.0), effect=Spread(0.5, standard_error=0.1), grade="2",
            values=(value("q", 200.0, "person", **kind),), in_need=Spread(0.9), engaged=Spread(0.8),
            anyway=Spread(0.1), displaced=Spread(0.2), others=Spread(0.3), drop_off=Spread(0.4),
            begins=1, years=2, health=True,
        )
    ]  # fmt: skip


def test_what_a_file_does_not_say_is_as_the_model_has_it():
    outcomes, found_costs, assumptions = model_from(
        {
            "assumptions": {"base_year": "2024"},
            "costs": [{"key": "c", "pounds": 1}],
            "outcomes": [{"key": "o", "people": 1, "effect": 1, "grade": 1, "values": [{"code": "v", "amount": 2}]}],
        }
    )  # fmt: skip
    assert assumptions == Assumptions(base_year=2024, said=(), corrections={})
    assert found_costs == [Cost(key="c", payer="", pounds=(Spread(1.0),))]
    bare = UnitValue(code="v", amount=Spread(2.0), kind="", gainer="", price_year=None, source="")
    assert outcomes == [Outcome(key="o", people=Spread(1.0), effect=Spread(1.0), grade="1", values=(bare,))]
    assert model_from({"assumptions": {"base_year": 2024}})[:2] == ([], [])


def an_outcome(**more):
    return {"outcomes": [{"key": "x", "people": 1, "effect": 1, "grade": 1} | more]}


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"assumptions": None}, "no_assumptions", "assumptions"),
        ({"assumptions": {"said": ["x"]}}, "missing", "base_year"),
        (an_outcome(key=""), "missing", "key"),
        (an_outcome(people=None), "missing", "people"),
        (an_outcome(effect=None), "missing", "effect"),
        (an_outcome(grade=None), "missing", "grade"),
        (an_outcome(values=[{"amount": 1}]), "missing", "code"),
        (an_outcome(values=[{"code": "v"}]), "missing", "amount"),
        (an_outcome(values=[{"code": "v", "amount": "much"}]), "wrong_spread", "amount"),
        (an_outcome(people="many"), "wrong_spread", "people"),
        (an_outcome(effect="much"), "wrong_spread", "effect"),
        (an_outcome(anyway="some"), "wrong_spread", "anyway"),
        (an_outcome(people={"middle": 1, "low": 2, "high": 3}), "wrong_spread", "people"),
        (an_outcome(people={"middle": 4, "low": 2, "high": 3}), "wrong_spread", "people"),
        (an_outcome(people={"middle": 1, "low": 0}), "wrong_spread", "people"),
        (an_outcome(people={"middle": 1, "high": 2}), "wrong_spread", "people"),
        (an_outcome(people={"middle": 1, "standard_error": -1}), "wrong_spread", "people"),
        (an_outcome(people=float("inf")), "wrong_spread", "people"),
        (an_outcome(people={"mean": 1}), "wrong_spread", "people"),
        ({"costs": [{"payer": "NHS"}]}, "missing", "key"),
        ({"costs": [{"key": "c"}]}, "missing", "pounds"),
        ({"costs": [{"key": "c", "pounds": [1, "x"]}]}, "wrong_spread", "pounds"),
    ],
)
def test_a_wrong_file_is_named(change, code, field):
    with pytest.raises(ValueRefused) as found:
        case(*model_from(FILE | change))
    assert (found.value.code, found.value.field) == (code, field)
