"""Why an offer fits, what does not, and what is to be asked: in words."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _

from cydwaith.place.directory.queries.wording import KM_PER_MILE, distance
from cydwaith.place.opportunities.queries import Line
from cydwaith.place.opportunities.words import lower, named, named_in

from ..rules.matching import Finding, Match, Wish, lacking
from ..rules.vocabulary import Fit, Respect
from ..words import MISFITS, UNSAID


class Reasons(NamedTuple):
    """A line of what fits; what does not fit; what the posting does not say."""

    fits: str
    misfits: tuple[str, ...]
    ask: tuple[str, ...]


class _About(NamedTuple):
    """What is put into words: an offer for somebody, and the language that is on."""

    match: Match
    line: Line
    language: str | None


Say = Callable[[Finding, _About], str]


def reasons(wish: Wish, match: Match, line: Line, language: str | None) -> Reasons:
    """The words for one match, in the language that is on. Nothing that does not fit is left out."""
    about = _About(match, line, language)
    good = [_good(one, about) for one in match.findings if one.fit is Fit.YES]
    good += [
        _named("adjustments", one, language)
        for one in match.findings
        if one.respect is Respect.ADJUSTMENTS and one.which
    ]
    wrong = [_wrong(one, about) for one in match.findings if (one.respect, one.fit) in MISFITS]
    fits = ", ".join(words for words in good if words)
    return Reasons(fits[:1].upper() + fits[1:], tuple(wrong), _to_ask(wish, match, language))


def far(match: Match) -> str:
    """How far away, in words."""
    return lower(distance(match.miles * KM_PER_MILE)) if match.miles is not None else ""


def _good(one: Finding, about: _About) -> str:
    told = _GOOD.get(one.respect)
    return told(one, about) if told else ""


@lru_cache(maxsize=1024)
def _named(field: str, one: Finding, _language: str | None) -> str:
    """What a finding is about, one after another."""
    return ", ".join(named(field, one.which))


@lru_cache(maxsize=1024)
def _lower(field: str, one: Finding, _language: str | None) -> str:
    return ", ".join(lower(words) for words in named(field, one.which))


def _times(one: Finding, about: _About) -> str:
    return _("days and times chosen together") if one.which == ("to-suit",) else about.line.when


def _at_home(_one: Finding, about: _About) -> str:
    return "" if about.match.fits(Respect.WAY) is Fit.YES else lower(about.line.where)


_OF_WORK: dict[Respect, Say] = {
    Respect.WORK: lambda one, about: _lower("sectors", one, about.language),
    Respect.SETTING: lambda one, about: _lower("settings", one, about.language),
    Respect.COMPANY: lambda one, about: _lower("company", one, about.language),
}
_GOOD: dict[Respect, Say] = {
    **_OF_WORK,
    Respect.HOURS: lambda _one, about: about.line.hours,
    Respect.TIMES: _times,
    Respect.WAY: lambda _one, about: far(about.match) or lower(about.line.where),
    Respect.HOME: _at_home,
    Respect.PAY: lambda _one, about: lower(about.line.pay),
}
_WRONG: dict[Respect, Say] = {
    **_OF_WORK,
    Respect.TIMES: lambda _one, about: about.line.when,
    Respect.WAY: lambda _one, about: far(about.match),
    Respect.HOME: lambda _one, about: lower(about.line.where),
    Respect.ASKS: lambda one, about: _named("asks", one, about.language),
}


def _wrong(one: Finding, about: _About) -> str:
    told = _WRONG.get(one.respect)
    sentence = _misfit(one.respect, one.fit, about.language) % {"which": told(one, about) if told else ""}
    return f"{sentence} ({about.line.hours})" if one.respect is Respect.HOURS else sentence


@lru_cache(maxsize=128)
def _misfit(respect: Respect, fit: Fit, _language: str | None) -> str:
    return str(MISFITS[respect, fit])


@lru_cache(maxsize=128)
def _unsaid(respect: Respect, _language: str | None) -> str:
    return str(UNSAID[respect])


def _to_ask(wish: Wish, match: Match, language: str | None) -> tuple[str, ...]:
    """What the posting is silent about, and adjustments that it does not name."""
    silent = (one.respect for one in match.findings if one.fit is Fit.UNSAID and one.respect in UNSAID)
    return (
        *(_unsaid(respect, language) for respect in silent),
        *named_in("adjustments", lacking(wish, match.offer), language),
    )
