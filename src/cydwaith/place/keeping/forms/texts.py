"""The fields of an entry that can be put right."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from ..rules.entry import FIELDS
from ..words import FIELD_NAMES

SALT = "keeping.shown"
LONG = {"description": 4000, "description_cy": 4000, "when": 600, "who_for": 1000}
INPUTS: dict[str, dict[str, str]] = {
    "postcode": {"class": "govuk-input--width-10", "autocomplete": "off"},
    "phone": {"class": "govuk-input--width-20", "inputmode": "tel"},
    "email": {"inputmode": "email", "spellcheck": "false"},
    "url": {"inputmode": "url", "spellcheck": "false"},
    "name_cy": {"lang": "cy"},
    "description_cy": {"lang": "cy"},
}
HINTS = {
    "when": _("One line for each time, such as: Thursdays, 7pm to 9pm"),
    "where": _("The name of the place, then the street, with a comma between"),
}


def _field(name: str) -> forms.Field:
    attrs: dict[str, Any] = dict(INPUTS.get(name, {}))
    settings: dict[str, Any] = {
        "label": FIELD_NAMES[name],
        "required": name == "name",
        "help_text": HINTS.get(name, ""),
    }
    if name in LONG:
        rows = {"rows": 3 if name in ("when", "who_for") else 5}
        widget = forms.Textarea(attrs | rows)
        return forms.CharField(**settings, max_length=LONG[name], widget=widget)
    if name == "email":
        return forms.EmailField(**settings, widget=forms.EmailInput(attrs))
    if name == "url":
        return forms.URLField(**settings, assume_scheme="https", widget=forms.TextInput(attrs))
    return forms.CharField(**settings, max_length=200, widget=forms.TextInput(attrs))


class EntryForm(forms.Form):
    """An entry's texts, filled with what they say; remembers, signed, what it showed."""

    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, texts: dict[str, str], initial: dict[str, Any]) -> None:
        """``texts`` is what the entry says now."""
        seal = signing.dumps(texts, salt=SALT, compress=True)
        super().__init__(data, initial={**texts, **initial, "shown": seal})
        for name in FIELDS:
            self.fields[name] = _field(name)
        self._now = texts

    def texts(self) -> dict[str, str]:
        """What was written."""
        return {name: self.cleaned_data.get(name, "") for name in FIELDS}

    def was_shown(self) -> dict[str, str]:
        """What the fields held when somebody began to write; what they hold now where that is not known."""
        try:
            found: dict[str, str] = signing.loads(self.cleaned_data.get("shown", ""), salt=SALT)
        except signing.BadSignature:
            return self._now
        return found

    def of_the_entry(self) -> list[forms.BoundField]:
        """The fields to show."""
        return [self[name] for name in FIELDS]
