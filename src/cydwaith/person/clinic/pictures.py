"""The practice's view, drawn: bars of protected counts beside their table."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cydwaith.web.charts import Bar, bars, table

from .queries import Count, PracticePage
from .rules import Shown


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, its one sentence, and its table."""

    title: str
    finding: str
    svg: SafeString
    table: SafeString


def words_of(shown: Shown) -> str:
    """A protected count in words."""
    if shown.is_small:
        return str(_("fewer than %(count)s")) % {"count": shown.value}
    return str(shown.value)


def funnel(page: PracticePage) -> Drawn:
    """From asking to what came of it."""
    asked, referred = page.counts[0].shown, page.counts[1].shown
    finding = _("Asked: %(asked)s. Referred: %(referred)s.") % {
        "asked": words_of(asked),
        "referred": words_of(referred),
    }
    return _drawn(_("Asked, referred, and what came of it"), finding, page.counts)


def by_status(page: PracticePage) -> Drawn:
    """How things were with work."""
    told = [one for one in page.by_status if not one.shown.is_small and one.shown.value]
    if not told:
        return _drawn(_("How things were with work"), _("Too few were asked to say."), ())
    most = max(told, key=lambda one: one.shown.value)
    finding = _("Most often: %(status)s.") % {"status": most.label}
    return _drawn(_("How things were with work"), finding, page.by_status)


def _drawn(title: str, finding: str, counts: tuple[Count, ...]) -> Drawn:
    rows = [Bar(one.label, _length(one.shown), words_of(one.shown)) for one in counts]
    if not rows:
        return Drawn(title, finding, SafeString(), SafeString())
    numbers = [(one.label, words_of(one.shown)) for one in counts]
    headers = (_("What"), _("How many"))
    return Drawn(title, finding, bars(rows, title=title, finding=finding), table(title, headers, numbers))


def _length(shown: Shown) -> float:
    """Every small count is drawn alike, nought apart."""
    return shown.value / 2 if shown.is_small else shown.value
