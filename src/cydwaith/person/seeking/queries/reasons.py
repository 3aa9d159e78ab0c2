"""Why an offer fits, what does not, and what is to be asked: in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cydwaith.place.directory.queries.wording import KM_PER_MILE, distance
from cydwaith.place.opportunities.queries import Line
from cydwaith.place.opportunities.words import lower, named

from ..rules.matching import Finding, Match, Wish, lacking
from ..rules.vocabulary import Fit, Respect
from ..words import MISFITS, UNSAID


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
    found = {
        Respect.WORK: lambda: _some("sectors", one),
        Respect.HOURS: lambda: line.hours,
        Respect.TIMES: lambda: (
            _("days and times chosen together") if one.which == ("to-suit",) else line.when
        ),
        Respect.WAY: lambda: far(match) or lower(line.where),
        Respect.HOME: lambda: "" if match.fits(Respect.WAY) is Fit.YES else lower(line.where),
        Respect.SETTING: lambda: _some("settings", one),
        Respect.COMPANY: lambda: _some("company", one),
        Respect.PAY: lambda: lower(line.pay),
    }
    words = found.get(one.respect)
    return words() if words else ""


def _offered(one: Finding) -> str:
    return ", ".join(named("adjustments", one.which))


def _some(field: str, one: Finding) -> str:
    return ", ".join(lower(words) for words in named(field, one.which))


def _wrong(one: Finding, match: Match, line: Line) -> str:
    which = {
        Respect.WORK: lambda: _some("sectors", one),
        Respect.TIMES: lambda: line.when,
        Respect.WAY: lambda: far(match),
        Respect.HOME: lambda: lower(line.where),
        Respect.SETTING: lambda: _some("settings", one),
        Respect.COMPANY: lambda: _some("company", one),
        Respect.ASKS: lambda: ", ".join(named("asks", one.which)),
    }
    words = which.get(one.respect)
    sentence = str(MISFITS[one.respect, one.fit]) % {"which": words() if words else ""}
    return f"{sentence} ({line.hours})" if one.respect is Respect.HOURS else sentence


def _to_ask(wish: Wish, match: Match) -> list[str]:
    """What the posting is silent about, and adjustments that it does not name."""
    silent = [
        str(UNSAID[one.respect]) for one in match.findings if one.fit is Fit.UNSAID and one.respect in UNSAID
    ]
    return silent + named("adjustments", lacking(wish, match.offer))
