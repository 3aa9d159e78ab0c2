"""Reading a case from plain values, as a file has it."""

from collections.abc import Mapping
from typing import Any

from .case import SHARES
from .model import Assumptions, Cost, Outcome, UnitValue
from .notes import wrong
from .spread import Spread, spread


def model_from(data: Mapping[str, Any]) -> tuple[list[Outcome], list[Cost], Assumptions]:
    """``outcomes``, ``costs`` and ``assumptions`` of a file. Raises ``ValueRefused`` such as ``missing``."""
    rests_on = data.get("assumptions")
    if not isinstance(rests_on, Mapping):
        raise wrong("no_assumptions", "assumptions")
    assumptions = Assumptions(
        base_year=int(_needed(rests_on, "base_year", "assumptions")),
        said=tuple(map(str, rests_on.get("said") or ())),
        corrections=_grades(rests_on.get("corrections")),
        cost_corrections=_grades(rests_on.get("cost_corrections")),
        index={int(year): float(index) for year, index in (rests_on.get("index") or {}).items()},
        discount=float(rests_on.get("discount", 0.035)),
        health_discount=rests_on.get("health_discount"),
    )
    outcomes = [_outcome(row) for row in data.get("outcomes") or ()]
    return outcomes, [_cost(row) for row in data.get("costs") or ()], assumptions


def _grades(found: Mapping[Any, Any] | None) -> dict[int | str, float]:
    return {str(grade): float(share) for grade, share in (found or {}).items()}


def _needed(row: Mapping[str, Any], name: str, key: str) -> Any:
    if row.get(name) in (None, ""):
        raise wrong("missing", name, key=key)
    return row[name]


def _outcome(row: Mapping[str, Any]) -> Outcome:
    key = str(_needed(row, "key", "outcomes"))
    shares: dict[str, Spread] = {name: spread(row[name], name, key) for name in SHARES if name in row}
    return Outcome(
        key=key,
        people=spread(_needed(row, "people", key), "people", key),
        effect=spread(_needed(row, "effect", key), "effect", key),
        values=tuple(_value(one, key) for one in row.get("values") or ()),
        grade=str(_needed(row, "grade", key)),
        begins=row.get("begins", 0),
        years=row.get("years", 1),
        health=bool(row.get("health", False)),
        **shares,
    )


def _value(row: Mapping[str, Any], outcome: str) -> UnitValue:
    code = str(_needed(row, "code", outcome))
    return UnitValue(
        code=code,
        amount=spread(_needed(row, "amount", code), "amount", code),
        kind=row.get("kind", ""),
        gainer=str(row.get("gainer") or ""),
        price_year=row.get("price_year"),
        source=str(row.get("source") or ""),
        cashable=bool(row.get("cashable", False)),
        transfer_from=row.get("transfer_from"),
        measure=str(row.get("measure") or ""),
    )


def _cost(row: Mapping[str, Any]) -> Cost:
    key = str(_needed(row, "key", "costs"))
    pounds = _needed(row, "pounds", key)
    years = pounds if isinstance(pounds, list) else [pounds]
    return Cost(
        key=key,
        payer=str(row.get("payer") or ""),
        pounds=tuple(spread(one, "pounds", key) for one in years),
        kind=str(row.get("kind", "revenue")),
        price_year=row.get("price_year"),
        grade=None if row.get("grade") is None else str(row["grade"]),
    )
