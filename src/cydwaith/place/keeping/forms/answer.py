"""Still right? One page for a group, without an account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.kernel import clock
from cydwaith.web.fields import DateInputField

from ..rules.standing import Standing
from .texts import EntryForm

STANDING = ("can_take", "paused_until", "funding_until", "volunteers_needed", "rests_on_one_person")
MOST = 999


class StillRightForm(EntryForm):
    """The entry's texts, and how the group stands."""

    can_take = forms.IntegerField(
        label=_("How many more people can you take now?"),
        required=False,
        min_value=0,
        max_value=MOST,
        help_text=_("Write 0 if you are full. Leave it empty if anybody can come."),
        widget=forms.TextInput({"class": "govuk-input--width-3", "inputmode": "numeric"}),
    )
    paused_until = DateInputField(
        label=_("Send us nobody until"),
        required=False,
        help_text=_("The last day of your pause. It ends by itself."),
    )
    funding_until = DateInputField(label=_("Our funding lasts until"), required=False)
    volunteers_needed = forms.BooleanField(label=_("We need volunteers"), required=False)
    rests_on_one_person = forms.BooleanField(label=_("It rests on one person"), required=False)

    def __init__(self, data: Any = None, *, texts: dict[str, str], standing: Standing) -> None:
        """``standing`` is what the group said last."""
        said = {name: getattr(standing, name) for name in STANDING}
        super().__init__(data, texts=texts, initial=said)
        self._said = said

    def clean_paused_until(self) -> Any:
        """A pause ends today or later."""
        day = self.cleaned_data["paused_until"]
        if day and day < clock.today():
            raise forms.ValidationError(_("Give the last day of the pause. It must be today or later."))
        return day

    def standing(self, asked: bool) -> dict[str, Any] | None:
        """How the group stands; None where nothing of it was touched and they were not ``asked``."""
        now = {name: self.cleaned_data[name] for name in STANDING}
        return now if asked or now != self._said else None

    def of_the_group(self) -> list[forms.BoundField]:
        """The fields about how it stands."""
        return [self[name] for name in STANDING]
