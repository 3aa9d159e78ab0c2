"""What goes into a money case: outcomes with their values, costs with their payers, assumptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..result import Result
from .notes import wrong
from .spread import Spread

ValueKind = Literal["fiscal", "economic", "social"]
KINDS = ("fiscal", "economic", "social")
COST_KINDS = ("capital", "revenue", "in kind")
PERSON, EMPLOYER = "person", "employer"
NEVER_BOTH = (("QALY", "WELLBY"), ("WELLBY", "earnings"))


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitValue:
    """What one outcome for a year is worth to one gainer, in pounds of ``price_year``.

    ``gainer``: DWP, NHS, council, police, employer, person .. ``transfer_from``: who loses the same
    amount, where it only changes hands (a benefit saved is the person's loss). ``measure``: WELLBY, QALY
    or earnings, where it is one, so that none is added to another of the same people.
    """

    code: str
    amount: Spread
    kind: ValueKind
    gainer: str
    price_year: int | None
    source: str
    cashable: bool = False
    transfer_from: str | None = None
    measure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Something that changes for people, and what it is worth.

    Net outcomes = ``people`` x ``in_need`` x ``engaged`` x ``effect`` x (1 - ``anyway``) x
    (1 - ``displaced``) x (1 - ``others``): what would have been without it, what only moved from
    somebody else, and what others brought about. They begin
    in year ``begins`` (0 is the first), last ``years`` and fall by the share ``drop_off`` each year.
    ``effect`` is a share, or points, a person: a number, or a ``Result`` of this package. ``grade`` of
    the evidence chooses the correction for optimism.
    """

    key: str
    people: Spread
    effect: Spread
    values: tuple[UnitValue, ...]
    grade: int | str
    in_need: Spread = Spread(1.0)  # noqa: RUF009
    engaged: Spread = Spread(1.0)  # noqa: RUF009
    anyway: Spread = Spread(0.0)  # noqa: RUF009
    displaced: Spread = Spread(0.0)  # noqa: RUF009
    others: Spread = Spread(0.0)  # noqa: RUF009
    begins: int = 0
    years: int = 1
    drop_off: Spread = Spread(0.0)  # noqa: RUF009
    health: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one payer pays, pounds by year from the first on."""

    key: str
    payer: str
    pounds: tuple[Spread, ...]
    kind: str = "revenue"
    price_year: int | None = None
    grade: int | str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What all of it rests on: ``said`` are the assumptions in words, each with who made it.

    ``discount`` a year (HM Treasury's Green Book: 3.5%), ``health_discount`` where health effects have
    one of their own. ``index``: the price index by year. ``corrections``: the share to take off benefits
    by grade of evidence; ``cost_corrections``: the share to add to costs.
    """

    base_year: int
    said: tuple[str, ...]
    corrections: Mapping[int | str, float]
    cost_corrections: Mapping[int | str, float] = field(default_factory=dict)
    index: Mapping[int, float] = field(default_factory=dict)
    discount: float = 0.035
    health_discount: float | None = None


def effect_of(result: Result, key: str, *, anyway_stated: bool) -> Spread:
    """The effect of a result with its standard error. Raises ``refused_effect``, ``not_causal``."""
    if result.effect is None:
        raise wrong("refused_effect", "effect", key=key)
    if result.design.strength == "E" and not anyway_stated:
        raise wrong("not_causal", "effect", key=key)
    return Spread(result.effect, standard_error=result.standard_error)


def check_value(value: UnitValue) -> None:
    """A value has a source, a gainer and a known kind."""
    if not value.source.strip():
        raise wrong("no_source", "source", key=value.code)
    if not value.gainer.strip():
        raise wrong("no_payer", "gainer", key=value.code)
    if value.kind not in KINDS:
        raise wrong("unknown_kind", "kind", value=value.kind, known=", ".join(KINDS))


def check_outcome(outcome: Outcome, assumptions: Assumptions) -> None:
    """An outcome whose grade has a correction, and whose values are no double counting."""
    for value in outcome.values:
        check_value(value)
    if outcome.grade not in assumptions.corrections:
        raise wrong("no_grade", "grade", grade=outcome.grade, key=outcome.key)
    measures = {value.measure for value in outcome.values}
    for one, other in NEVER_BOTH:
        if {one, other} <= measures:
            raise wrong("counted_twice", "values", key=outcome.key, one=one, other=other)
    for name in ("begins", "years"):
        number = getattr(outcome, name)
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= 100:
            raise wrong("out_of_range", name, key=outcome.key, value=number, low=0, high=100)


def check_cost(cost: Cost, assumptions: Assumptions) -> None:
    """A cost with a payer, of a known kind, whose grade has a correction."""
    if not cost.payer.strip():
        raise wrong("no_payer", "payer", key=cost.key)
    if cost.kind not in COST_KINDS:
        raise wrong("unknown_kind", "kind", value=cost.kind, known=", ".join(COST_KINDS))
    if cost.grade is not None and cost.grade not in assumptions.cost_corrections:
        raise wrong("no_grade", "grade", grade=cost.grade, key=cost.key)


def deflator(year: int | None, assumptions: Assumptions, code: str) -> float:
    """What brings pounds of a year into those of the base year. Raises ``no_year``, ``no_deflator``."""
    if year is None:
        raise wrong("no_year", "price_year", key=code)
    if year == assumptions.base_year:
        return 1.0
    for wanted in (year, assumptions.base_year):
        if not assumptions.index.get(wanted, 0) > 0:
            raise wrong("no_deflator", "index", year=wanted, key=code, base=assumptions.base_year)
    return assumptions.index[assumptions.base_year] / assumptions.index[year]
