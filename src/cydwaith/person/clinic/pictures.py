"""The practice's view, drawn: bars of rounded numbers beside their table."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cydwaith.web.charts import Bar, bars, table

from .queries import Count, QuarterPage

STEP = 5
CLEARLY = 2 * STEP


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, its one sentence, and its table."""

    title: str
    finding: str
    svg: SafeString
    table: SafeString


def words_of(value: int) -> str:
    """A rounded number in words."""
    if value < STEP:
        return str(_("fewer than %(count)s")) % {"count": STEP}
    return str(_("about %(count)s")) % {"count": value}


def funnel(page: QuarterPage) -> Drawn:
    """From asking to what came of it."""
    asked, referred = page.counts[0].value, page.counts[1].value
    finding = _("Asked: %(asked)s. Referred: %(referred)s.") % {
        "asked": words_of(asked),
        "referred": words_of(referred),
    }
    return _drawn(_("Asked, referred, and what came of it"), finding, page.counts)


def by_status(page: QuarterPage) -> Drawn:
    """How things were with work."""
    return _drawn(_("How things were with work"), _most_often(page.by_status), page.by_status)


def _most_often(counts: tuple[Count, ...]) -> str:
    """Which was most often, where rounding cannot have turned two round."""
    found = sorted(counts, key=lambda one: one.value, reverse=True)
    if not found or not found[0].value:
        return _("Too few were asked to say.")
    if len(found) > 1 and found[0].value - found[1].value < CLEARLY:
        return _("No answer was clearly the most often.")
    return _("Most often: %(status)s.") % {"status": found[0].label}


def _drawn(title: str, finding: str, counts: tuple[Count, ...]) -> Drawn:
    rows = [Bar(one.label, max(one.value, STEP / 2), words_of(one.value)) for one in counts]
    numbers = [(one.label, words_of(one.value)) for one in counts]
    headers = (_("What"), _("How many"))
    return Drawn(title, finding, bars(rows, title=title, finding=finding), table(title, headers, numbers))
