"""What somebody asks the directory."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .queries import Filters

LONGEST_WORDS = 200
LONGEST_PLACE = 120
ONLY = (
    ("free", _("Free")),
    ("accepting", _("Not closed to new people")),
    ("online", _("Online")),
)


class SearchForm(forms.Form):
    """Words, a place, and what to leave out; sent by POST, so that they stand in no address and no log."""

    words = forms.CharField(
        label=_("What are you looking for?"),
        help_text=_("For example: debt advice, a choir, walking football."),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "true"}),
    )
    near = forms.CharField(
        label=_("Near where?"),
        help_text=_("A postcode, the first half of one, or the name of a place."),
        max_length=LONGEST_PLACE,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "spellcheck": "false"}),
    )
    only = forms.MultipleChoiceField(
        label=_("Only show"), choices=ONLY, required=False, widget=forms.CheckboxSelectMultiple
    )

    def filters(self) -> Filters:
        """What the ticks mean to a search."""
        ticked = self.cleaned_data.get("only", [])
        return Filters(free="free" in ticked, accepting="accepting" in ticked, online="online" in ticked)

    @property
    def asks(self) -> bool:
        """Whether there is anything to search for."""
        return bool(self.cleaned_data.get("words") or self.cleaned_data.get("near"))
