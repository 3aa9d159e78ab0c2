"""Minimum wages on file."""

from datetime import date
from functools import lru_cache

from django.db.models import FloatField, QuerySet
from django.db.models.functions import Cast

from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor
from cydwaith.methods.outcomes import PayFloor, WageRate

from ..models import MinimumWage

Row = tuple[date, float, int, int, bool, str]


def minimum_wages(actor: Actor) -> PayFloor:
    """The table of minimum wages, newest first, each with its source; empty where none is loaded."""
    return _table(tuple(_wages(actor)))


@lru_cache(maxsize=8)
def _table(rows: tuple[Row, ...]) -> PayFloor:
    """The same rows are the same table."""
    return PayFloor(tuple(WageRate(*row) for row in rows))


@prepared
def _wages(actor: Actor) -> "QuerySet[MinimumWage, Row]":
    rows = MinimumWage.objects.order_by("-valid_from", "apprentice", "-from_age")
    pounds = Cast("hourly", FloatField())
    return rows.values_list("valid_from", pounds, "from_age", "to_age", "apprentice", "source")
