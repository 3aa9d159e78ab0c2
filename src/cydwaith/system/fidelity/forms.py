"""What people say of a team's work, their ratings, and a place's own statement."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.web.fields import DateInputField

from .words import ADVICE, REVIEWED

EVIDENCE = 1000
PAIR = "|"


class StaffingForm(forms.Form):
    """How many specialists, and whether the team goes over its talks with employers."""

    specialists = forms.DecimalField(
        label=gettext_lazy("How many full-time workers?"),
        help_text=gettext_lazy("Count somebody who works half the week as 0.5."),
        min_value=0,
        max_value=200,
        decimal_places=2,
    )
    reviewed = forms.ChoiceField(
        label=gettext_lazy("How often do you go over your talks with employers together?"),
        choices=list(REVIEWED.items()),
        widget=forms.RadioSelect,
    )
    valid_from = DateInputField(label=gettext_lazy("From which day?"))


class JobcentreForm(forms.Form):
    """A talk with the jobcentre."""

    on = DateInputField(label=gettext_lazy("Which day?"))
    meeting = forms.BooleanField(
        label=gettext_lazy("It was a meeting in which we went over our work together"), required=False
    )


class WeekForm(forms.Form):
    """One's own week."""

    week = DateInputField(label=gettext_lazy("Any day of the week"))
    hours = forms.DecimalField(label=gettext_lazy("Hours that you worked"), min_value=0, decimal_places=1)
    hours_out = forms.DecimalField(
        label=gettext_lazy("Of those, hours out of the office"),
        help_text=gettext_lazy("With people, with employers, at home visits."),
        min_value=0,
        decimal_places=1,
    )


class BenefitsForm(forms.Form):
    """Help with benefits that somebody got."""

    on = DateInputField(label=gettext_lazy("Which day?"))
    advice = forms.ChoiceField(
        label=gettext_lazy("What help was it?"), choices=list(ADVICE.items()), widget=forms.RadioSelect
    )


class RateForm(forms.Form):
    """One score, and what was seen."""

    score = forms.TypedChoiceField(label=gettext_lazy("Score"), coerce=int, widget=forms.RadioSelect)
    evidence = forms.CharField(
        label=gettext_lazy("What did you see or hear?"),
        help_text=gettext_lazy("What another rater could check. Name nobody."),
        max_length=EVIDENCE,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("This is the score that all raters agreed on"), required=False
    )

    def __init__(self, *args: Any, lowest: int, highest: int, **kwargs: Any) -> None:
        """The scores of the scale."""
        super().__init__(*args, **kwargs)
        scores = [(number, str(number)) for number in range(lowest, highest + 1)]
        self.fields["score"].choices = scores  # type: ignore[attr-defined]


class StatementForm(forms.Form):
    """A place's own statement: its parts and bands, each in both languages, one a line."""

    name = forms.CharField(label=gettext_lazy("Name in English"), max_length=120)
    name_cy = forms.CharField(label=gettext_lazy("Name in Welsh"), max_length=120)
    key = forms.SlugField(
        label=gettext_lazy("Short name for addresses"),
        help_text=gettext_lazy("Small letters and dashes, such as our-promise."),
        max_length=60,
    )
    version = forms.CharField(
        label=gettext_lazy("Version"), help_text=gettext_lazy("Such as 2026-1."), max_length=20
    )
    parts = forms.CharField(
        label=gettext_lazy("What everybody agreed to, one on each line"),
        help_text=gettext_lazy("English | Welsh"),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    bands = forms.CharField(
        label=gettext_lazy("Bands, the lowest first, one on each line"),
        help_text=gettext_lazy("Lowest total | English | Welsh. Each part scores 1 to 5."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_parts(self) -> list[tuple[str, str]]:
        """Pairs of words."""
        return [(en, cy) for en, cy in _lines(self.cleaned_data["parts"], 2)]

    def clean_bands(self) -> list[tuple[int, str, str]]:
        """A whole number and a pair of words each."""
        found = []
        for number, (low, en, cy) in enumerate(_lines(self.cleaned_data["bands"], 3), start=1):
            if not low.isdecimal():
                raise forms.ValidationError(
                    _("Line %(line)d: begin with a whole number, such as 10.") % {"line": number}
                )
            found.append((int(low), en, cy))
        return found


def _lines(text: str, parts: int) -> list[list[str]]:
    found = []
    for number, line in enumerate((one for one in text.splitlines() if one.strip()), start=1):
        pieces = [piece.strip() for piece in line.split(PAIR)]
        if len(pieces) != parts or not all(pieces):
            wanted = {"line": number, "parts": parts, "between": PAIR}
            raise forms.ValidationError(
                _("Line %(line)d: write %(parts)d parts with %(between)s between them.") % wanted
            )
        found.append(pieces)
    return found
