"""A draft report with what the professional wrote in it: functional words only, never the person's health."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from cydwaith.kernel.clock import LONDON

from ..rules.contents import Part
from ..rules.paper import Paper, Quote, Section
from ..words import ADVICE, OPTIONS
from . import saying
from .closing import answered


def signed_paper(draft: Paper, answers: Mapping[str, Any], *, by: str, at: datetime) -> Paper:
    """The report as it is sealed. The person's words about health stay in the draft."""
    with override(draft.language):
        kept = [section for section in draft.sections if section.key not in (Part.HEALTH, Part.PROFESSIONAL)]
        sections = [_recommended(section, answers) for section in kept]
        signed_on = saying.day(at.astimezone(LONDON).date())
        return replace(
            draft,
            title=_("Health and work report"),
            reader="employer",
            notice=_(
                "This is not a fit note. It is a report on work, signed by a professional in their own name."
            ),
            made=_("Signed by %(name)s on %(day)s") % {"name": by, "day": signed_on},
            sections=(*sections, _professional(answers, signed_on, by)),
        )


def _recommended(section: Section, answers: Mapping[str, Any]) -> Section:
    if section.key != Part.DIFFICULTIES or section.grid is None:
        return section
    found = tuple(row[0] for row in section.grid.rows)
    said = {hard: answers.get("recommended", {}).get(str(place), "") for place, hard in enumerate(found)}
    return replace(section, grid=answered(section.title, found, said))


def _professional(answers: Mapping[str, Any], signed_on: str, by: str) -> Section:
    who = {"name": answers["name"], "profession": answers["profession"]}
    holds = {"start": _day(answers["holds_from"]), "end": _day(answers["holds_until"])}
    lines = [
        _("%(name)s, %(profession)s") % who,
        _("Registration number: %(number)s") % {"number": answers["registration"]},
        str(answers["service"]),
        _("Day of the talk: %(day)s") % {"day": _day(answers["seen_on"])},
        str(ADVICE[answers["advice"]]),
        *(str(OPTIONS[option]) for option in answers.get("options", ())),
        _("This holds from %(start)s until %(end)s.") % holds,
    ]
    if answers.get("review_on"):
        lines.append(_("We look at this again on %(day)s.") % {"day": _day(answers["review_on"])})
    lines.append(_("Signed in Cydwaith by %(name)s on %(day)s.") % {"name": by, "day": signed_on})
    note = (Quote("", str(answers["note"])),) if answers.get("note") else ()
    return Section("professional", _("The professional's advice"), tuple(lines), note)


def _day(text: str) -> str:
    return saying.day(date.fromisoformat(text))
