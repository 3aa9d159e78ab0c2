"""Minimum wages on file."""

from django.db.models import QuerySet

from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor
from cydwaith.methods.outcomes import PayFloor, WageRate

from ..models import MinimumWage


def minimum_wages(actor: Actor) -> PayFloor:
    """The table of minimum wages, newest first, each with its source; empty where none is loaded."""
    return PayFloor(
        tuple(
            WageRate(row.valid_from, float(row.hourly), row.from_age, row.to_age, row.apprentice, row.source)
            for row in _wages(actor)
        )
    )


@prepared
def _wages(actor: Actor) -> "QuerySet[MinimumWage]":
    return MinimumWage.objects.order_by("-valid_from", "apprentice", "-from_age")
