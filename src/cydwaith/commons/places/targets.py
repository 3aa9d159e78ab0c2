"""The tables that imports fill: their columns, in the order readers give them, and how each merges.

A merge is one statement. ``how`` says what becomes of a value that is there already:
``replace`` it; ``fill`` keeps it where the file has nothing; ``keep`` keeps it; ``newer`` keeps it where the
file is older; ``surer`` keeps a neighbourhood that was told over one that was worked out.
"""

from dataclasses import dataclass

RULES = {
    "replace": "excluded.{0}",
    "fill": "COALESCE(excluded.{0}, t.{0})",
    "keep": "COALESCE(t.{0}, excluded.{0})",
    "keep_text": "CASE WHEN t.{0} = '' THEN excluded.{0} ELSE t.{0} END",
    "fill_text": "CASE WHEN excluded.{0} = '' THEN t.{0} ELSE excluded.{0} END",
    "newer": "CASE WHEN excluded.as_of >= t.as_of THEN excluded.{0} ELSE t.{0} END",
    "surer": (
        "CASE WHEN excluded.basis > t.basis OR (excluded.basis = t.basis AND excluded.as_of >= t.as_of) "
        "THEN excluded.{0} ELSE t.{0} END"
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its SQL type (both databases understand it) and its merge rule; keys have none."""

    name: str
    type: str
    how: str = ""

    @property
    def merged(self) -> str:
        """The SQL of the value after a merge."""
        return RULES[self.how].format(self.name)


@dataclass(frozen=True, slots=True)
class Target:
    """One table, its natural key first."""

    table: str
    columns: tuple[Column, ...]
    as_of: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the natural key's columns."""
        return tuple(column.name for column in self.columns if not column.how)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns that a reader gives."""
        return tuple(column.name for column in self.columns)

    @property
    def values(self) -> tuple[Column, ...]:
        """The columns that a merge may change."""
        return tuple(column for column in self.columns if column.how)


def _columns(how: str, **types: str) -> tuple[Column, ...]:
    return tuple(Column(name, type_, how) for name, type_ in types.items())


BYTES = "bytes"


def _places(*, text: str, point: str) -> Target:
    return Target(
        "places_place",
        (
            *_columns("", code="text"),
            *_columns("replace", level="text"),
            *_columns(text, name="text", name_cy="text"),
            *_columns(point, latitude_e6="integer", longitude_e6="integer"),
            *_columns("fill", boundary=BYTES),
            *_columns("fill", south_e6="integer", west_e6="integer", north_e6="integer", east_e6="integer"),
            *_columns("fill_text", setting="text"),
            *_columns("fill", valid_from="date", valid_to="date"),
        ),
    )


TARGETS = {
    "postcode": Target(
        "places_postcode",
        (
            *_columns("", key="text"),
            *_columns("newer", latitude_e6="integer", longitude_e6="integer", quality="integer"),
            *_columns("newer", council="text", ward="text"),
            *_columns("surer", neighbourhood="text", basis="integer"),
            *_columns("newer", ended="integer"),
        ),
        as_of=True,
    ),
    "place": _places(text="fill_text", point="fill"),
    # A boundary brings its own name and point inside; better ones may be there already.
    "boundary": _places(text="keep_text", point="keep"),
    "containment": Target(
        "places_containment",
        (*_columns("", child="text", level="text", valid_from="date"), *_columns("replace", parent="text")),
    ),
    "succession": Target(
        "places_succession",
        (*_columns("", old="text", new="text"), *_columns("replace", change="text")),
    ),
    "deprivation": Target(
        "places_deprivation",
        (
            *_columns("", place="text", index="text"),
            *_columns("replace", decile="integer", rank="integer", score="double precision"),
            *_columns("replace", domains="text"),
        ),
    ),
}
