"""Which last day a version may have: asked before it is looked at, and again before it is kept."""

from datetime import date

from django.utils.translation import gettext as _

from cydwaith.kernel import clock
from cydwaith.kernel.errors import Invalid


def require_possible(first: date, before: date | None, last: date | None) -> None:
    """Whether a version may end on a day instead of on the one before. Raises Invalid."""
    if last == before:
        raise Invalid(_("Nothing would change. Give another day."), "last")
    if last is None:
        return
    if last < first:
        told = _("The version begins on {day}. Choose that day or a later one.")
        raise Invalid(told.format(day=f"{first:%d/%m/%Y}"), "last")
    if last < clock.today():
        raise Invalid(_("Choose today or a later day: what was in force is never rewritten."), "last")
