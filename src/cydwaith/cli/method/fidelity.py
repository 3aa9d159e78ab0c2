"""``method fidelity``: ratings into totals and bands, items from facts, agreement between raters."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ..exits import USAGE, Halt
from ..verbs import Verbs
from . import headings, reading
from .answering import Answer, aligned, said, verb

if TYPE_CHECKING:
    from cydwaith.methods.fidelity import FidelityScale, Rating

KINDS = {
    "en": {"self": "By the service itself", "independent": "Independent", "computed": "From the record"},
    "cy": {"self": "Gan y gwasanaeth ei hun", "independent": "Annibynnol", "computed": "O'r cofnod"},
}
ITEM_HEADERS = {
    "en": ("Item", "Score", "Value", "Of", "Unit"),
    "cy": ("Eitem", "Sgôr", "Gwerth", "O", "Uned"),
}
TITLES = {"en": "Score by item", "cy": "Sgôr fesul eitem"}
DATES = {"first", "last", "on", "start", "end"}


def add(group: Verbs) -> None:
    fidelity = group.group("fidelity", "How far a service is what it says it is.")
    rating = verb(
        fidelity, "rate", _rate, "Ratings (item, score, rater, kind, evidence) into totals and bands."
    )
    rating.add_argument("--scale", metavar="FILE", help="a place's own scale, as JSON (the IPS-25)")
    verb(fidelity, "ips", _ips, "The IPS-25 items that a record can score, from a JSON file of facts.")
    between = verb(fidelity, "agreement", _agreement, "How far raters agree, beyond chance.")
    between.add_argument("--scale", metavar="FILE", help="a place's own scale, as JSON (the IPS-25)")


def _scale(options: argparse.Namespace) -> FidelityScale:
    from cydwaith.methods import fidelity

    return fidelity.scale_from(reading.document(options.scale)) if options.scale else fidelity.IPS_25


def _ratings(options: argparse.Namespace) -> list[Rating]:
    from cydwaith.methods.fidelity import Rating

    found = reading.table(options.file)
    columns = [reading.column(found, name) for name in ("item", "score", "rater", "kind")]
    more = found.get("evidence") or [None] * len(columns[0])
    return [
        Rating(_key(item), _whole(score), str(rater), kind, (str(words),) if words else ())
        for item, score, rater, kind, words in zip(*columns, more, strict=True)
    ]


def _key(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _rate(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import fidelity, pictures

    scale = _scale(options)
    result: dict[str, Any] = fidelity.rate(scale, _ratings(options)).to_dict()
    lines: list[str] = []
    for standing in result["standings"]:
        band = standing["band"][options.language] if standing["band"] else ""
        total = (
            standing["total"] if standing["total"] is not None else f"{standing['low']}-{standing['high']}"
        )
        lines.append(f"{KINDS[options.language][standing['kind']]}: {total} {band}".rstrip())
        lines += said([*standing["refusals"], *standing["notes"]], options.language)
    names = {item.key: item.name.in_language(options.language) for item in scale.items}
    bars = [
        pictures.Bar(f"{one['item']} {names[one['item']]}", one["score"])
        for one in result["standings"][-1]["items"]
        if one["score"] is not None
    ]
    picture = pictures.bars(
        bars, title=TITLES[options.language], finding=lines[0], words=headings.BARS[options.language]
    )
    return Answer(result, [*lines, *said(result["notes"], options.language)], picture)


def _ips(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import fidelity

    found = reading.document(options.file)
    if not isinstance(found, dict):
        raise Halt("Give one JSON object of facts, such as first, last, clients and specialists.", USAGE)
    try:
        facts = fidelity.IpsFacts(**{name: _fact(name, value) for name, value in found.items()})
    except (TypeError, ValueError) as error:
        raise Halt(f"These facts cannot be read: {error}.", USAGE) from None
    computed = fidelity.compute_ips(facts)
    rows = [
        (one.item, one.score, None if one.value is None else f"{one.value:.4g}", one.of, one.unit)
        for one in computed.values()
    ]
    result = {"scale": "ips-25", "items": fidelity.computed_to_dict(computed)}
    return Answer(result, aligned(ITEM_HEADERS[options.language], rows))


def _fact(name: str, value: Any) -> Any:
    from cydwaith.methods.fidelity import JobcentreContact, JobKept

    if name in DATES:
        return date.fromisoformat(value)
    if name == "jobcentre":
        return [JobcentreContact(date.fromisoformat(one["on"]), bool(one.get("meeting"))) for one in value]
    if name == "kept":
        return [
            JobKept(
                date.fromisoformat(one["start"]),
                _dates(one["contacts"]),
                *_dates([one["end"]] if one.get("end") else []),
            )
            for one in value
        ]
    return value


def _dates(values: Sequence[str]) -> list[date]:
    return [date.fromisoformat(value) for value in values]


def _agreement(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import fidelity

    result: dict[str, Any] = fidelity.agreement(_scale(options), _ratings(options)).to_dict()
    rows = [(name, result[name]) for name in ("pairs", "kappa", "bias")]
    return Answer(result, [*aligned(("", ""), rows), *said(result["notes"], options.language)])
