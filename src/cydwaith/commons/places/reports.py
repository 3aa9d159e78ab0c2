"""What goes into the commands of places and what comes out."""

from collections.abc import Sequence
from dataclasses import dataclass

FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did.

    ``created``, ``changed`` and ``unchanged`` count what now stands in the tables; ``rejected``
    rows were wrong, ``skipped`` ones have no location in the source; ``problems`` are sentences.
    """

    kind: str
    release: str
    created: int
    changed: int
    unchanged: int
    rejected: int
    skipped: int
    problems: tuple[str, ...] = ()
    releases: tuple["Report", ...] = ()


def together(name: str, reports: Sequence[Report], damaged: Sequence[str]) -> Report:
    """One report for all that a path held; a damaged file counts as one thing rejected."""
    if len(reports) == 1 and not damaged:
        return reports[0]
    problems = [*damaged, *(problem for report in reports for problem in report.problems)]
    return Report(
        FOLDER if len(reports) > 1 else reports[0].kind,
        name,
        sum(report.created for report in reports),
        sum(report.changed for report in reports),
        sum(report.unchanged for report in reports),
        sum(report.rejected for report in reports) + len(damaged),
        sum(report.skipped for report in reports),
        tuple(problems),
        tuple(reports),
    )


@dataclass(frozen=True, slots=True)
class NewPlace:
    """An invented place: its code (``X01000001``), what it lies in, and its point in degrees."""

    code: str
    name: str
    name_cy: str = ""
    within: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    setting: str = ""


@dataclass(frozen=True, slots=True)
class NewPostcode:
    """An invented postcode and where it is, in degrees."""

    postcode: str
    latitude: float
    longitude: float
    neighbourhood: str
    council: str = ""
