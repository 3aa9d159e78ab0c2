"""What a professional fills in on a draft report."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.web.fields import DateInputField

from ..rules.contents import Part
from ..rules.paper import Paper, seal
from ..words import ADVICE, OPTIONS
from .question import several

DAYS = ("seen_on", "holds_from", "holds_until", "review_on")
FUNCTION = _("The employer may read this. Write what helps at work, not what is wrong.")


class ReportForm(forms.Form):
    """The report; a recommendation for each thing that the person finds hard.

    ``seen`` is the seal of the answers that stood in the form. ``is_begun``: it is kept for later, so
    nothing must be filled in yet.
    """

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Your name"), max_length=120)
    profession = forms.CharField(label=_("Your profession"), max_length=120)
    registration = forms.CharField(label=_("Your registration number"), max_length=40)
    service = forms.CharField(label=_("Your service, and how to reach it"), max_length=200)
    seen_on = DateInputField(
        label=_("When did you talk?"), error_messages={"required": _("Enter the day on which you talked.")}
    )
    advice = forms.ChoiceField(label=_("Advice"), widget=forms.RadioSelect, choices=list(ADVICE.items()))
    options = several(_("What would help?"), OPTIONS)
    note = forms.CharField(
        label=_("More advice"),
        required=False,
        max_length=2000,
        help_text=FUNCTION,
        widget=forms.Textarea({"rows": 4}),
    )
    holds_from = DateInputField(
        label=_("It holds from"), error_messages={"required": _("Enter the day from which it holds.")}
    )
    holds_until = DateInputField(
        label=_("It holds until"), error_messages={"required": _("Enter the day until which it holds.")}
    )
    review_on = DateInputField(label=_("You look at it again on"), required=False)

    def __init__(
        self, *args: Any, draft: Paper, kept: dict[str, Any], name: str, is_begun: bool, **kwargs: Any
    ) -> None:
        initial = {"name": name, **_initial(kept), "seen": seal(kept)}
        super().__init__(*args, initial=initial, **kwargs)
        self.asked = _asked(draft)
        for place, hard in enumerate(self.asked):
            self.fields[f"hard-{place}"] = forms.CharField(
                label=_("For “%(hard)s”, I recommend") % {"hard": hard}, required=False, max_length=300
            )
        self.is_begun = is_begun

    def full_clean(self) -> None:
        """What is still missing is missing only once it is signed."""
        needed = [field for field in self.fields.values() if self.is_begun and field.required]
        for field in needed:
            field.required = False
        super().full_clean()
        for field in needed:
            field.required = True

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        data: dict[str, Any] = super().clean() or {}
        start, end = data.get("holds_from"), data.get("holds_until")
        if start and end and end < start:
            self.add_error("holds_until", _("The end must not be before the beginning."))
        return data

    def answers(self) -> dict[str, Any]:
        """What the command takes: plain JSON values."""
        data = self.cleaned_data
        said = {
            name: data.get(name) for name in self.fields if name != "seen" and not name.startswith("hard-")
        }
        days = {name: data[name].isoformat() for name in DAYS if data.get(name)}
        recommended = {
            str(place): data[f"hard-{place}"] for place in range(len(self.asked)) if data.get(f"hard-{place}")
        }
        return {**said, **dict.fromkeys(DAYS, ""), **days, "recommended": recommended}

    def show(self, kept: dict[str, Any]) -> None:
        """The answers that are there are others now; what was typed stays."""
        self.data = self.data.copy()
        self.data["seen"] = seal(kept)


def _asked(draft: Paper) -> tuple[str, ...]:
    grids = [section.grid for section in draft.sections if section.key == Part.DIFFICULTIES and section.grid]
    return tuple(row[0] for grid in grids for row in grid.rows)


def _initial(kept: dict[str, Any]) -> dict[str, Any]:
    days = {name: date.fromisoformat(kept[name]) for name in DAYS if kept.get(name)}
    hard = {f"hard-{place}": words for place, words in kept.get("recommended", {}).items()}
    return {**kept, **dict.fromkeys(DAYS), **days, **hard}
