"""Files land whole or not at all, once, and are known by what they hold."""

import gzip
import zipfile
from pathlib import Path

import pytest

from cydwaith.commons.audit.models import Event
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.places import queries
from cydwaith.commons.places.commands import import_places
from cydwaith.commons.places.importing import Progress
from cydwaith.commons.places.models import Containment, Place, Postcode, Release
from cydwaith.commons.places.readers.base import Unreadable
from cydwaith.commons.places.reports import Report
from cydwaith.kernel.actor import Actor, anonymous
from cydwaith.kernel.errors import Refused

from . import samples

pytestmark = pytest.mark.django_db


def counts(report: Report) -> tuple[int, int]:
    return report.created + report.changed, report.rejected


@pytest.mark.parametrize("name", samples.ALL)
def test_every_layout_is_known_by_what_it_holds(tmp_path: Path, keeper: Actor, name: str) -> None:
    text, kind = samples.ALL[name]
    disguised = "a" + "".join(Path(name).suffixes)
    report = import_places(keeper, samples.write(tmp_path, disguised, text))
    assert report.kind == kind
    assert report.created > 0
    assert report.rejected == 0


@pytest.mark.parametrize("name", samples.ALL)
def test_the_same_file_again_changes_nothing(tmp_path: Path, keeper: Actor, name: str) -> None:
    path = samples.write(tmp_path, name, samples.ALL[name][0])
    first = import_places(keeper, path)
    again = import_places(keeper, path)
    assert counts(again) == (0, 0)
    assert again.unchanged == first.created + first.unchanged
    assert Release.objects.count() == 1


@pytest.mark.parametrize("name", samples.ALL)
def test_the_same_rows_in_another_file_change_nothing(tmp_path: Path, keeper: Actor, name: str) -> None:
    text = samples.ALL[name][0]
    first = import_places(keeper, samples.write(tmp_path, name, text))
    again = import_places(keeper, samples.write(tmp_path, "b" + name, text + "\n"))
    assert counts(again) == (0, 0)
    assert again.unchanged == first.created


def test_a_folder_of_everything_lands_and_then_rests(tmp_path: Path, keeper: Actor) -> None:
    for name, (text, _) in samples.ALL.items():
        if name != "nspl.csv":
            samples.write(tmp_path, name, text)
    samples.write(tmp_path, "notes.csv", "a,b\n1,2\n")
    first = import_places(keeper, tmp_path)
    assert first.kind == "folder"
    assert {one.kind for one in first.releases} == {kind for _, kind in samples.ALL.values()}
    again = import_places(keeper, tmp_path)
    assert counts(again) == (0, 0)


def test_the_zip_of_ordnance_survey_is_one_release_with_its_date(tmp_path: Path, keeper: Actor) -> None:
    report = import_places(keeper, samples.codepoint_zip(tmp_path))
    assert (report.created, report.skipped, report.rejected) == (5, 1, 0)
    assert report.release == "codepo_gb.zip (2025-10)"
    release = queries.releases()[0]
    assert release.kind == "codepoint-open"
    assert len(release.sha256) == 64
    assert release.rows == 6


@pytest.mark.parametrize(
    ("name", "released"),
    [
        ("codes_2025_11.csv", "2025-11"),
        ("codes.csv", ""),
        ("nspl.csv", "2021-09"),
        ("wards.csv.gz", "2024"),
        ("wimd.csv.gz", "2019"),
        ("indicators.csv", "2025"),
        ("points.csv.gz", "2021"),
        ("squares.geojson.gz", ""),
    ],
)
def test_a_release_is_recorded_with_its_own_date_if_it_says(
    tmp_path: Path, keeper: Actor, name: str, released: str
) -> None:
    text = samples.ALL.get(name, (samples.COMPACT,))[0]
    import_places(keeper, samples.write(tmp_path, name, text))
    assert [row.released for row in queries.releases()] == [released]


def test_a_folder_of_areas_is_one_release(tmp_path: Path, keeper: Actor) -> None:
    samples.write(tmp_path, "cf.csv.gz", samples.CODEPOINT_CF)
    samples.write(tmp_path, "bs.csv", samples.CODEPOINT_BS)
    samples.write(tmp_path, "metadata.txt", samples.METADATA)
    report = import_places(keeper, tmp_path)
    assert (report.kind, report.created) == ("codepoint-open", 5)
    assert report.release.endswith("(2025-10)")


def test_the_zip_of_ons_is_read_once_though_it_holds_every_row_twice(tmp_path: Path, keeper: Actor) -> None:
    path = tmp_path / "NSPL.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Data/NSPL_NOV_2021_UK.csv", samples.nspl())
        archive.writestr("Data/multi_csv/NSPL_NOV_2021_UK_HR.csv", samples.nspl())
    report = import_places(keeper, path)
    assert (report.created, report.rejected) == (2, 0)
    assert report.release == "NSPL.zip/Data/NSPL_NOV_2021_UK.csv (2021-09)"


def test_a_truncated_zip_is_refused_in_one_sentence(tmp_path: Path, keeper: Actor) -> None:
    path = samples.codepoint_zip(tmp_path)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(Unreadable, match=r"^codepo_gb\.zip is cut short or damaged: fetch it again\.$"):
        import_places(keeper, path)
    assert not Postcode.objects.exists()


def test_a_gzip_cut_short_leaves_what_was_there(tmp_path: Path, keeper: Actor) -> None:
    import_places(keeper, samples.write(tmp_path, "first.csv", samples.COMPACT))
    header, *rows = samples.COMPACT.splitlines(keepends=True)
    moved = header + "".join(row.replace(",10,", ",20,") for row in rows)
    letters = "ABDEFGHJLN"
    many = "".join(
        f"ZZ{n} {i}{a}{b},10,{318131 + n * i},{176154 + i * 7},,,\n"
        for n in range(10)
        for i in range(10)
        for a in letters
        for b in letters
    )
    packed = gzip.compress((moved + many).encode())
    path = tmp_path / "second.csv.gz"
    path.write_bytes(packed[: len(packed) * 3 // 4])
    with pytest.raises(Unreadable, match=r"second\.csv\.gz is cut short"):
        import_places(keeper, path)
    assert Postcode.objects.count() == 5
    assert set(Postcode.objects.values_list("quality", flat=True)) == {10}
    assert Release.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("junk.csv", bytes(range(256)) * 40, "not text"),
        ("junk.csv.gz", b"\x1f\x8b" + bytes(range(200)), "damaged"),
        ("latin.csv", b"name\n\xe9\xe8\n", "not text"),
        ("empty.csv", b"", "holds no places: expected the compact postcode CSV"),
        ("other.csv", b"name,age\nA,1\n", "holds no places"),
        ("cut.geojson", samples.CARDIFF_SQUARES.encode()[:-90], "cut short"),
        ("header.csv", samples.COMPACT.splitlines()[0].encode() + b"\n", "no usable row"),
    ],
)
def test_what_is_not_a_file_of_places_is_named(
    tmp_path: Path, keeper: Actor, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable, match=words) as caught:
        import_places(keeper, tmp_path / name)
    assert name in str(caught.value)
    assert not Place.objects.exists()


def test_a_file_that_is_not_there_is_named(tmp_path: Path, keeper: Actor) -> None:
    with pytest.raises(Unreadable, match=r"nowhere\.csv is not there"):
        import_places(keeper, tmp_path / "nowhere.csv")


def test_bad_rows_are_counted_and_named_and_the_good_ones_land(tmp_path: Path, keeper: Actor) -> None:
    bad = "NOT A CODE,10,1,1,,,\nCF10 1EQ,10,east,1,,,\nCF10 1ER,10,1,99999999,,,\nCF10 1ES,10\n"
    report = import_places(keeper, samples.write(tmp_path, "some.csv", samples.COMPACT + bad))
    assert (report.created, report.rejected) == (5, 4)
    assert report.problems[0] == "some.csv line 7: expected a postcode and 6 more cells"
    assert "whole numbers" in report.problems[1]
    assert "National Grid" in report.problems[2]


def test_a_postcode_listed_twice_is_kept_once_and_named(tmp_path: Path, keeper: Actor) -> None:
    again = "CF101EP,20,318132,176155,W06000015,W05001274,W01001952\n"
    report = import_places(keeper, samples.write(tmp_path, "twice.csv", samples.COMPACT + again))
    assert (report.created, report.rejected) == (5, 1)
    assert "CF101EP: listed twice" in report.problems[0]
    assert Postcode.objects.get(key="CF101EP").quality == 20


def test_one_damaged_file_in_a_folder_is_named_and_the_others_land(tmp_path: Path, keeper: Actor) -> None:
    samples.write(tmp_path, "good.csv", samples.COMPACT)
    (tmp_path / "bad.csv.gz").write_bytes(b"\x1f\x8b broken")
    report = import_places(keeper, tmp_path)
    assert (report.created, report.rejected) == (5, 1)
    assert "bad.csv.gz is cut short" in report.problems[0]


def test_an_older_release_does_not_move_what_a_newer_one_placed(tmp_path: Path, keeper: Actor) -> None:
    import_places(keeper, samples.write(tmp_path, "codes_2025_11.csv", samples.COMPACT))
    import_places(keeper, samples.write(tmp_path, "old.csv", samples.nspl()))
    row = Postcode.objects.get(key="CF101EP")
    assert (row.ended, row.ward) == (0, "W05001274")
    assert row.neighbourhood == "W01001800"


def test_a_neighbourhood_that_was_told_stays_when_a_newer_file_only_guesses(
    tmp_path: Path, keeper: Actor
) -> None:
    import_places(keeper, samples.write(tmp_path, "old.csv", samples.nspl()))
    import_places(keeper, samples.write(tmp_path, "codes_2025_11.csv", samples.COMPACT))
    row = Postcode.objects.get(key="CF101EP")
    assert (row.ended, row.ward, row.neighbourhood) == (0, "W05001274", "W01001800")


def test_what_an_older_look_up_says_holds_until_the_next(tmp_path: Path, keeper: Actor) -> None:
    import_places(keeper, samples.write(tmp_path, "wards.csv", samples.LSOA_WARD_COUNCIL))
    import_places(keeper, samples.write(tmp_path, "changes.csv", samples.CHANGES))
    rows = Containment.objects.filter(child="W01001952", level="council").order_by("valid_from")
    assert [(row.valid_from.year, row.valid_to and row.valid_to.year) for row in rows] == [
        (2022, 2024),
        (2024, None),
    ]


def test_a_boundary_does_not_rename_a_place_or_move_its_point(tmp_path: Path, keeper: Actor) -> None:
    import_places(keeper, samples.write(tmp_path, "points.csv", samples.POINTS))
    old_name = samples.boundaries(("W01001952", "An old name", -3.19, 51.465))
    report = import_places(keeper, samples.write(tmp_path, "b.geojson", old_name))
    row = Place.objects.get(code="W01001952")
    assert (report.changed, row.name, row.latitude_e6) == (1, "Cardiff 049F", 51475500)
    assert row.boundary


def test_bad_features_are_named(tmp_path: Path, keeper: Actor) -> None:
    features = samples.boundaries(
        ("W01001952", "good", -3.19, 51.465),
        ("nonsense", "no code", -3.19, 51.465),
        ("W01001953", "far", 100, 10),
    )
    report = import_places(keeper, samples.write(tmp_path, "b.geojson", features))
    assert (report.created, report.rejected) == (1, 2)
    assert "feature 2: expected a code" in report.problems[0]
    assert "longitude and latitude" in report.problems[1]


def test_progress_grows_to_the_whole(tmp_path: Path, keeper: Actor) -> None:
    seen: list[Progress] = []
    import_places(keeper, samples.codepoint_zip(tmp_path), seen.append)
    fractions = [one.fraction for one in seen]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert seen[-1].rows == 6


def test_only_a_steward_or_the_software_imports(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        import_places(anonymous(), samples.write(tmp_path, "a.csv", samples.COMPACT))
    assert not Release.objects.exists()


def test_an_import_is_on_the_record(tmp_path: Path, keeper: Actor) -> None:
    import_places(keeper, samples.write(tmp_path, "a.csv", samples.COMPACT))
    event = approved_rows(Event).get(verb="places_imported")
    assert event.subject_id == Release.objects.get().id
