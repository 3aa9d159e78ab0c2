"""A strip of weeks: which counted, by shape and not by colour alone; the table beside it says why."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cydwaith.web.svg import WIDTH, frame, text

from .queries import RuleVerdict, WeekRow

IN_A_ROW, GAP = 13, 3
SIDE = (WIDTH - GAP * (IN_A_ROW - 1)) / IN_A_ROW
ROW = SIDE + 22


def strip(found: RuleVerdict, weeks: Sequence[WeekRow]) -> SafeString:
    """The weeks of a verdict, thirteen in a row; nothing where there are none."""
    if not weeks:
        return SafeString("")
    parts = [
        _cell(place, one.number, one.hours, one.counted, one.goes_on, one.inside)
        for place, one in enumerate(weeks)
    ]
    rows = -(-len(weeks) // IN_A_ROW)
    finding = found.told or " ".join(found.notes)
    return frame(parts, rows * ROW, _("Week by week"), finding)


@lru_cache(maxsize=4096)
def _cell(place: int, number: int, hours: str, counted: bool, goes_on: bool, inside: bool) -> SafeString:
    """One week; weeks that look alike at the same place are drawn once."""
    x, y = place % IN_A_ROW * (SIDE + GAP), place // IN_A_ROW * ROW
    looks = ["jobs-week", "jobs-week--counted" if counted else "jobs-week--not"]
    looks += ["jobs-week--inside"] if inside else []
    box = f'<rect x="{x + 1:.1f}" y="{y + 1:.1f}" width="{SIDE - 2:.1f}" height="{SIDE - 2:.1f}" rx="4"'
    drawn = SafeString(f'{box} class="{" ".join(looks)}"/>')
    middle, look = x + SIDE / 2, "on-dark" if counted else "quiet"
    inner = text(hours, middle, y + SIDE / 2 + 5, anchor="middle", look=look)
    under = text(str(number), middle, y + SIDE + 15, anchor="middle", look="quiet")
    return SafeString(f"{drawn}{'' if counted or goes_on else _mark(x, y)}{inner}{under}")


def _mark(x: float, y: float) -> SafeString:
    """A stroke through a week that did not count."""
    ends = f'x1="{x + 4:.1f}" y1="{y + SIDE - 4:.1f}" x2="{x + SIDE - 4:.1f}" y2="{y + 4:.1f}"'
    return SafeString(f'<line {ends} class="jobs-week__stroke"/>')
