"""What a steward writes."""

from django import forms
from django.utils.translation import gettext_lazy as _


def _number(label: str, most: int) -> forms.IntegerField:
    small = forms.TextInput({"class": "govuk-input--width-3", "inputmode": "numeric"})
    return forms.IntegerField(label=label, min_value=1, max_value=most, widget=small)


class RhythmForm(forms.Form):
    """How often groups are asked."""

    months = _number(_("Months between checks"), 60)
    urgent_months = _number(_("Months between checks of urgent help"), 60)
    letters_a_day = forms.IntegerField(
        label=_("Most letters in a day"),
        min_value=0,
        max_value=1000,
        help_text=_("Write 0 to send none."),
        widget=forms.TextInput({"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )
    urgent_words = forms.CharField(
        label=_("Words in a name that mean urgent help"),
        help_text=_("One on each line, in both languages"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 8}),
    )


class ReasonForm(forms.Form):
    """Why something stays as it is."""

    reason = forms.CharField(
        label=_("Why not? Whoever sent it reads this."),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )
