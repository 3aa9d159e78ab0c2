"""Deprivation is told with its nation, index and year, and read through changed neighbourhoods."""

from pathlib import Path

import pytest

from cydwaith.commons.places import queries
from cydwaith.commons.places.commands import import_places
from cydwaith.kernel.actor import Actor

from . import samples

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _loaded(tmp_path: Path, keeper: Actor) -> None:
    for name in ("wimd.csv.gz", "iod.csv.gz", "indicators.csv", "changes.csv.gz"):
        import_places(keeper, samples.write(tmp_path, name, samples.ALL[name][0]))


def test_each_nation_has_its_own_index() -> None:
    wales, england = queries.deprivation("W01001952"), queries.deprivation("E01033908")
    assert wales and england
    assert (wales.nation, wales.year, wales.decile, wales.rank, wales.out_of_rank) == (
        "Wales",
        2019,
        5,
        885,
        1909,
    )
    assert (england.nation, england.year, england.decile, england.out_of) == ("England", 2025, 8, 10)
    assert wales.index != england.index


def test_a_split_neighbourhood_keeps_the_figure_of_the_old_one_and_says_so() -> None:
    split = queries.deprivation("W01002019")
    assert split and (split.decile, split.rank) == (7, None)
    assert "2011" in split.note


def test_joined_neighbourhoods_in_different_tenths_get_no_single_figure() -> None:
    joined = queries.deprivation("W01002020")
    assert joined and joined.decile is None
    assert joined.note.endswith("2, 3.")


def test_no_figure_is_invented() -> None:
    assert queries.deprivation("S01006506") is None
    assert queries.deprivation("") is None
