"""A version's content as rows of a page, in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cydwaith.methods.measures import instrument

from .rules import Changed, Content, Line, OutcomeRule, in_words
from .words import COHORTS, PARTS, place, when

LISTS = (
    "eligibility", "stages", "time_limits", "measures", "documents", "clinical_teams", "returns",
    "not_paid_with", "to_set",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line in words, with where it is written. ``to_check``: nobody read it in a source yet."""

    words: str
    source: str
    to_check: bool = False


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part that is a list, with its lines."""

    key: str
    title: str
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True)
class ShownRule:
    """An outcome rule: its name, itself in one sentence, its source, the days for which it holds."""

    key: str
    name: str
    sentence: str
    source: str
    to_check: bool
    valid_from: Any
    valid_to: Any


def content_rows(content: Content, language: str) -> tuple[ShownPart, ...]:
    """Every part that is a list."""
    return tuple(ShownPart(name, str(PARTS[name]), tuple(_lines(content, name, language))) for name in LISTS)


def _lines(content: Content, name: str, language: str) -> Sequence[ShownLine]:
    return SHOW[name](content, language)


def _said(lines: Sequence[Line], language: str) -> list[ShownLine]:
    return [ShownLine(one.words.in_language(language), one.source) for one in lines]


def _stages(content: Content, language: str) -> list[ShownLine]:
    return [ShownLine(_days(one.words.in_language(language), one.days), one.source) for one in content.stages]


def _days(words: str, days: int | None) -> str:
    if days is None:
        return words
    return ngettext("{words}: within {days} day", "{words}: within {days} days", days).format(
        words=words, days=days
    )


def _limits(content: Content, language: str) -> list[ShownLine]:
    return [
        ShownLine(
            ngettext("{whom}: {weeks} week", "{whom}: {weeks} weeks", one.weeks).format(
                whom=COHORTS[one.cohort] if one.cohort else _("Everybody"), weeks=one.weeks
            ),
            one.source,
        )
        for one in content.time_limits
    ]


def _measures(content: Content, language: str) -> list[ShownLine]:
    return [
        ShownLine(f"{instrument(one.instrument).name.in_language(language)}: {when(one.weeks)}", one.source)
        for one in content.measures
    ]


def _returns(content: Content, language: str) -> list[ShownLine]:
    return [
        ShownLine(
            f"{one.words.in_language(language)} ({one.version}): "
            + ", ".join(column.name for column in one.columns),
            one.source,
            one.to_check,
        )
        for one in content.returns
    ]


SHOW: Mapping[str, Any] = {
    "eligibility": lambda content, language: _said(content.eligibility, language),
    "stages": _stages,
    "time_limits": _limits,
    "measures": _measures,
    "documents": lambda content, language: _said(content.documents, language),
    "clinical_teams": lambda content, language: _said(content.clinical_teams, language),
    "returns": _returns,
    "not_paid_with": lambda content, language: [
        ShownLine(one.programme, one.source_in(language)) for one in content.not_paid_with
    ],
    "to_set": lambda content, language: _said(content.to_set, language),
}


def rules_in_words(content: Content, language: str) -> tuple[ShownRule, ...]:
    """Each outcome rule in one sentence."""
    return tuple(shown_rule(one, language) for one in content.outcome_rules)


def shown_rule(one: OutcomeRule, language: str) -> ShownRule:
    """A rule in one sentence."""
    return ShownRule(
        key=one.key,
        name=one.name.in_language(language),
        sentence=in_words(one.rule).in_language(language),
        source=one.source,
        to_check=one.to_check,
        valid_from=one.rule.valid_from,
        valid_to=one.rule.valid_to,
    )


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One thing that is not as it was, with its part in words."""

    title: str
    which: str
    before: str
    after: str


def changes_in_words(changed: Sequence[Changed]) -> tuple[ShownChange, ...]:
    """What changed, with the names that the pages use."""
    return tuple(ShownChange(place(one.place), place(one.which), one.before, one.after) for one in changed)
