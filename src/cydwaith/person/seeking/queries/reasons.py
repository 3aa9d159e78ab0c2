"""Why an offer fits, what does not, and what is to be asked: in words."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cydwaith.place.directory.queries.wording import KM_PER_MILE, distance
from cydwaith.place.opportunities.queries import Line
from cydwaith.place.opportunities.words import lower, named

from ..rules.matching import Finding, Match, Wish, lacking
from ..rules.vocabulary import Fit, Respect
from ..words import MISFITS, UNSAID

Say = Callable[[Finding, Match, Line], str]


@dataclass(frozen=True, slots=True)
class Reasons:
    """A line of what fits; what does not fit; what the posting does not say."""

    fits: str
    misfits: tuple[str, ...]
    ask: tuple[str, ...]


def reasons(wish: Wish, match: Match, line: Line) -> Reasons:
    """The words for one match. Nothing that does not fit is left out."""
    good = [_good(one, match, line) for one in match.findings if one.fit is Fit.YES]
    good += [_offered(one) for one in match.findings if one.respect is Respect.ADJUSTMENTS and one.which]
    wrong = [_wrong(one, match, line) for one in match.findings if (one.respect, one.fit) in MISFITS]
    fits = ", ".join(words for words in good if words)
    return Reasons(fits[:1].upper() + fits[1:], tuple(wrong), tuple(_to_ask(wish, match)))


def far(match: Match) -> str:
    """How far away, in words."""
    return lower(distance(match.miles * KM_PER_MILE)) if match.miles is not None else ""


def _good(one: Finding, match: Match, line: Line) -> str:
    told = _GOOD.get(one.respect)
    return told(one, match, line) if told else ""


def _offered(one: Finding) -> str:
    return ", ".join(named("adjustments", one.which))


def _some(field: str, one: Finding) -> str:
    return ", ".join(lower(words) for words in named(field, one.which))


def _times(one: Finding, _match: Match, line: Line) -> str:
    return _("days and times chosen together") if one.which == ("to-suit",) else line.when


def _at_home(_one: Finding, match: Match, line: Line) -> str:
    return "" if match.fits(Respect.WAY) is Fit.YES else lower(line.where)


_OF_WORK: dict[Respect, Say] = {
    Respect.WORK: lambda one, _match, _line: _some("sectors", one),
    Respect.SETTING: lambda one, _match, _line: _some("settings", one),
    Respect.COMPANY: lambda one, _match, _line: _some("company", one),
}
_GOOD: dict[Respect, Say] = {
    **_OF_WORK,
    Respect.HOURS: lambda _one, _match, line: line.hours,
    Respect.TIMES: _times,
    Respect.WAY: lambda _one, match, line: far(match) or lower(line.where),
    Respect.HOME: _at_home,
    Respect.PAY: lambda _one, _match, line: lower(line.pay),
}
_WRONG: dict[Respect, Say] = {
    **_OF_WORK,
    Respect.TIMES: lambda _one, _match, line: line.when,
    Respect.WAY: lambda _one, match, _line: far(match),
    Respect.HOME: lambda _one, _match, line: lower(line.where),
    Respect.ASKS: lambda one, _match, _line: ", ".join(named("asks", one.which)),
}


def _wrong(one: Finding, match: Match, line: Line) -> str:
    told = _WRONG.get(one.respect)
    which = told(one, match, line) if told else ""
    sentence = str(MISFITS[one.respect, one.fit]) % {"which": which}
    return f"{sentence} ({line.hours})" if one.respect is Respect.HOURS else sentence


def _to_ask(wish: Wish, match: Match) -> list[str]:
    """What the posting is silent about, and adjustments that it does not name."""
    silent = [
        str(UNSAID[one.respect]) for one in match.findings if one.fit is Fit.UNSAID and one.respect in UNSAID
    ]
    return silent + named("adjustments", lacking(wish, match.offer))
