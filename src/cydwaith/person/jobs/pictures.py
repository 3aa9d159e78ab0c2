"""A strip of weeks: which counted, by shape and not by colour alone; the table beside it says why."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe
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
    parts = [_cell(place, week) for place, week in enumerate(weeks)]
    rows = -(-len(weeks) // IN_A_ROW)
    finding = found.told or " ".join(found.notes)
    return frame(parts, rows * ROW, _("Week by week"), finding)


def _cell(place: int, week: WeekRow) -> SafeString:
    x, y = place % IN_A_ROW * (SIDE + GAP), place // IN_A_ROW * ROW
    looks = ["jobs-week", "jobs-week--counted" if week.counted else "jobs-week--not"]
    looks += ["jobs-week--inside"] if week.inside else []
    box = f'<rect x="{x + 1:.1f}" y="{y + 1:.1f}" width="{SIDE - 2:.1f}" height="{SIDE - 2:.1f}" rx="4"'
    drawn = mark_safe(f'{box} class="{" ".join(looks)}"/>')  # noqa: S308
    middle = x + SIDE / 2
    hours = text(week.hours, middle, y + SIDE / 2 + 5, anchor="middle", look=_look(week))
    number = text(str(week.number), middle, y + SIDE + 15, anchor="middle", look="quiet")
    return SafeString(f"{drawn}{_mark(week, x, y)}{hours}{number}")


def _look(week: WeekRow) -> str:
    return "on-dark" if week.counted else "quiet"


def _mark(week: WeekRow, x: float, y: float) -> SafeString:
    """A stroke through a week that did not count."""
    if week.counted:
        return SafeString("")
    ends = f'x1="{x + 4:.1f}" y1="{y + SIDE - 4:.1f}" x2="{x + SIDE - 4:.1f}" y2="{y + 4:.1f}"'
    return mark_safe(f'<line {ends} class="jobs-week__stroke"/>')  # noqa: S308
