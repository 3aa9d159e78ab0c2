"""Reading jobs, people and wages from plain values, as a file or a programme's return has them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from .evidence import Piece
from .notes import wrong
from .rule import as_date
from .spells import Absence, Employment, Spell
from .verdict import Person
from .wages import PayFloor, WageRate


def spells_from(rows: Sequence[Mapping[str, Any]]) -> tuple[Spell, ...]:
    """Jobs of ``start``, ``end``, ``hours``, ``pay``, ``employment``, ``worked`` and ``absences``.

    Raises ``OutcomeError``: ``wrong_date``, ``unknown_employment``, ``impossible_hours``,
    ``impossible_pay``, naming the row.
    """
    return tuple(_spell(row, number) for number, row in enumerate(rows, start=1))


def _spell(row: Mapping[str, Any], number: int) -> Spell:
    kind = row.get("employment") or Employment.EMPLOYEE
    if kind not in set(Employment):
        known = ", ".join(Employment)
        raise wrong("unknown_employment", "employment", number, value=kind, known=known)
    return Spell(
        start=_day(row.get("start"), "start"),
        end=as_date(row.get("end") or None, "end"),
        hours=_number(row.get("hours") or 0, "hours", number),
        pay=None if row.get("pay") in (None, "") else _number(row["pay"], "pay", number),
        employment=Employment(kind),
        worked={
            _day(monday, "worked"): _number(hours, "hours", number)
            for monday, hours in (row.get("worked") or {}).items()
        },
        absences=tuple(
            Absence(_day(first, "absences"), _day(last, "absences"))
            for first, last in row.get("absences") or ()
        ),
        job=str(row.get("job") or ""),
        began=as_date(row.get("began") or None, "began"),
    )


def _number(value: Any, field: str, row: int) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise wrong(f"impossible_{field}", field, row, **{field: value}) from None


def _day(value: Any, field: str) -> date:
    found = as_date(value, field)
    if found is None:
        raise wrong("wrong_date", field, value=value)
    return found


def person_from(row: Mapping[str, Any]) -> Person:
    """A person's dates and evidence; nothing that is not needed. Raises ``OutcomeError`` ``wrong_date``."""
    return Person(
        born=as_date(row.get("born"), "born"),
        programme_start=as_date(row.get("programme_start"), "programme_start"),
        programme_end=as_date(row.get("programme_end"), "programme_end"),
        in_work_at_start=bool(row.get("in_work_at_start", False)),
        evidence=frozenset(row.get("evidence") or ()),
        pieces=tuple(_piece(one) for one in row.get("pieces") or ()),
    )


def _piece(row: Mapping[str, Any]) -> Piece:
    return Piece(
        kind=str(row.get("kind") or ""),
        first=_day(row.get("first"), "first"),
        last=_day(row.get("last"), "last"),
        job=str(row.get("job") or ""),
        given=as_date(row.get("given") or None, "given"),
    )


def floor_from(rows: Sequence[Mapping[str, Any]]) -> PayFloor:
    """A table of minimum wages: ``valid_from``, ``hourly``, and ages where they matter."""
    return PayFloor(tuple(_rate(row, number) for number, row in enumerate(rows, start=1)))


def _rate(row: Mapping[str, Any], number: int) -> WageRate:
    hourly = _number(row.get("hourly"), "pay", number)
    if not 0 <= hourly < float("inf"):
        raise wrong("impossible_pay", "pay", number, pay=hourly)
    ages = row.get("from_age", 0), row.get("to_age", 200)
    if not all(type(age) is int for age in ages) or not 0 <= ages[0] <= ages[1]:
        raise wrong("impossible_ages", "from_age", number, ages=f"{ages[0]} – {ages[1]}")
    return WageRate(
        valid_from=_day(row.get("valid_from"), "valid_from"),
        hourly=hourly,
        from_age=ages[0],
        to_age=ages[1],
        apprentice=bool(row.get("apprentice", False)),
        source=str(row.get("source", "")),
    )
