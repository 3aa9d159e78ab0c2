"""Figures are frozen by the month, rounded, and attacked before they are let out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, anonymous
from cydwaith.kernel.errors import Conflict, Invalid, Refused
from cydwaith.methods.disclosure import Audit, Finding, audit
from cydwaith.place.directory.models import Gap, Service
from cydwaith.system.atlas import commands, jobs, queries, rules
from cydwaith.system.atlas.models import Figures

from .valley import BOARD, COUNCIL, HOOD, LAST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november", "counted")]
READER = anonymous("en")


def test_every_number_that_is_published_is_a_multiple_of_five_and_adds_up(keeper: Actor) -> None:
    gaps, flow = commands.publish_figures(keeper)
    assert (gaps.exact, gaps.narrow, flow.exact, flow.narrow) == (0, 0, 0, 0)
    for row in Figures.objects.all():
        release = rules.unpacked(row.table)
        assert all(value is not None and value % 5 == 0 for value in release.cells.values())
        assert audit([release]).passed
        year = rules.span(LAST)
        assert release.cells[BOARD, "all", year] == release.cells[COUNCIL, "all", year]


def test_needs_that_could_harm_are_never_told_apart(keeper: Actor) -> None:
    commands.publish_figures(keeper)
    table = str(Figures.objects.get(kind="gaps").table)
    assert "domestic-abuse" not in table
    assert rules.UNSPLIT in table


def test_asking_again_publishes_nothing_new(keeper: Actor) -> None:
    first = commands.publish_figures(keeper)
    Gap.objects.create(need_key="debt", place_code=HOOD, month=date(2026, 9, 1), count=50)
    second = commands.publish_figures(keeper)
    assert [one.is_new for one in second] == [False, False]
    assert [one.published_at for one in first] == [one.published_at for one in second]


def test_next_month_leaves_the_months_before_as_they_were(keeper: Actor) -> None:
    commands.publish_figures(keeper)
    before = rules.unpacked(Figures.objects.get(kind="gaps").table)
    Gap.objects.create(need_key="debt", place_code=HOOD, month=date(2026, 9, 1), count=50)
    Gap.objects.create(need_key="sleep", place_code=HOOD, month=date(2026, 11, 1), count=6)
    with clock.at(datetime(2026, 12, 3, 12, tzinfo=UTC)):
        commands.publish_figures(keeper)
    after = rules.unpacked(Figures.objects.order_by("-month").filter(kind="gaps")[0].table)
    shared = [cell for cell in before.cells if cell in after.cells and cell[2].startswith("2026")]
    moved = [cell for cell in shared if before.cells[cell] != after.cells[cell]]
    assert len(moved) <= len(shared) / 20
    assert after.cells[HOOD, "sleep", "2026-11"] in (5, 10)
    assert after.cells[HOOD, "debt", "2026-09"] == 0
    assert audit([before, after]).passed


def test_the_true_counts_are_in_no_public_answer(keeper: Actor) -> None:
    commands.publish_figures(keeper)
    figures = queries.figures(READER, HOOD, {})
    assert figures.gaps is not None
    assert figures.flow is not None
    shown = [figures.gaps.total.total, *(one.total for one in figures.gaps.by_need)]
    assert all(value % 5 == 0 for value in [*shown, *(one.total for one in figures.flow)])


def test_somebody_passing_by_may_not_publish_and_a_month_that_runs_waits(keeper: Actor) -> None:
    with pytest.raises(Refused):
        commands.publish_figures(READER)
    with pytest.raises(Invalid):
        commands.publish_figures(keeper, month=date(2026, 11, 1))
    assert not Figures.objects.exists()


def test_what_the_attacker_breaks_is_not_published(keeper: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "audit", lambda releases: _failed(audit(releases)))
    with pytest.raises(Conflict):
        commands.publish_figures(keeper)
    assert not Figures.objects.exists()


def _failed(found: Audit) -> Audit:
    return replace(found, exact=[Finding((HOOD,), 3, 3, ())])


def test_the_worker_publishes_once_a_month(counted: Service) -> None:
    assert jobs.publish.func() == 2
    assert jobs.publish.func() == 0
    assert counted.name == "Choir"
