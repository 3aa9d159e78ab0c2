"""The shape of what a steward says about feeds and look-alikes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .commands.keeping import Keeping

HOURS = {
    1: _("Every hour"),
    6: _("Every 6 hours"),
    24: _("Every day"),
    168: _("Every week"),
    0: _("Only when asked"),
}


class KeepingForm(forms.Form):
    """How often a feed is fetched, and what may go without asking."""

    every_hours = forms.TypedChoiceField(
        label=_("How often is it fetched?"),
        choices=list(HOURS.items()),
        coerce=int,
        initial=24,
        widget=forms.RadioSelect,
    )
    share = forms.IntegerField(
        label=_("How much of it may go without a person saying yes?"),
        help_text=_("In per cent. If more of its services are gone, the fetch is held and you are asked."),
        min_value=1,
        max_value=100,
        initial=20,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    paused = forms.BooleanField(label=_("Do not fetch it for now"), required=False)

    def keeping(self) -> Keeping:
        """What was chosen."""
        said = self.cleaned_data
        return Keeping(said["every_hours"], said["share"], said["paused"])


class FeedForm(KeepingForm):
    """A new feed."""

    name = forms.CharField(label=_("Whose feed is it?"), max_length=120)
    address = forms.CharField(
        label=_("Where is it?"),
        help_text=_("The address of an Open Referral feed. It often ends in /services."),
        max_length=1000,
        widget=forms.TextInput(attrs={"type": "url", "inputmode": "url", "spellcheck": "false"}),
    )
    field_order = ("name", "address", "every_hours", "share")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["paused"]

    def keeping(self) -> Keeping:
        """What was chosen."""
        return Keeping(self.cleaned_data["every_hours"], self.cleaned_data["share"])
