"""``method value``: a money case from a file, or wellbeing in pounds."""

from __future__ import annotations

import argparse
from typing import Any

from ..exits import USAGE, Halt
from ..verbs import Verbs
from . import headings, reading
from .answering import Answer, aligned, said, verb

PARTIES = {
    "en": ("Who", "Pays", "Gains", "Of that cash", "Net"),
    "cy": ("Pwy", "Yn talu", "Yn ennill", "O hynny'n arian parod", "Net"),
}
FINDINGS = {
    "en": "Fiscal: {fiscal} for each pound. Public value: {public} for each pound.",
    "cy": "Cyllidol: {fiscal} am bob punt. Gwerth cyhoeddus: {public} am bob punt.",
}
WELLBY = {
    "en": "{a_year:,.0f} pounds a year in prices of {price_year} ({low:,.0f} to {high:,.0f} in all).",
    "cy": "{a_year:,.0f} punt y flwyddyn ym mhrisiau {price_year} ({low:,.0f} i {high:,.0f} i gyd).",
}


def add(group: Verbs) -> None:
    value = group.group("value", "Who pays, who gains, and how sure that is.")
    whole = verb(value, "case", _case, "A money case from a JSON file: outcomes, costs, assumptions.")
    whole.add_argument(
        "--draws", type=int, default=10_000, metavar="N", help="how often the numbers are drawn (10000)"
    )
    whole.add_argument("--seed", type=int, default=1, metavar="N")
    verb(value, "wellby", _wellby, "Points of life satisfaction in pounds, from JSON: points, people, years.")


def _case(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import pictures, value

    data = reading.document(options.file)
    if not isinstance(data, dict):
        raise Halt("Give one JSON object with outcomes, costs and assumptions.", USAGE)
    found = value.case(*value.model_from(data), draws=options.draws, seed=options.seed)
    result: dict[str, Any] = found.to_dict()
    finding = FINDINGS[options.language].format(
        fiscal=_ratio(found.fiscal.ratio), public=_ratio(found.public_value.ratio)
    )
    rows = [
        (p.party, *(f"{pounds:,.0f}" for pounds in (p.pays, p.gains, p.cashable, p.net)))
        for p in found.parties
    ]
    picture = None
    if found.uncertainty:
        swings = [pictures.Swing(one.name, one.at_low, one.at_high) for one in found.uncertainty.swings]
        middle = found.public_value.net_present_value
        picture = pictures.tornado(
            swings,
            middle=middle,
            title=finding,
            finding=finding,
            unit="£",
            words=headings.TORNADO[options.language],
        )
    lines = [finding, *aligned(PARTIES[options.language], rows), *found.assumptions]
    return Answer(result, [*lines, *said(result["notes"], options.language)], picture)


def _ratio(value: float | None) -> str:
    return "-" if value is None else f"£{value:.2f}"


def _wellby(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import value

    data = reading.document(options.file)
    if not isinstance(data, dict) or not isinstance(data.get("points"), int | float):
        raise Halt("Give one JSON object with points, and where wanted people and years.", USAGE)
    found = value.wellby(data["points"], people=data.get("people", 1), years=data.get("years", 1))
    result: dict[str, Any] = found.to_dict()
    return Answer(result, [WELLBY[options.language].format(**result), found.source])
