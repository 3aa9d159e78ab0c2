"""A field for a postcode or the first half of one."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .rules import normalise_outward, normalise_postcode, spaced

MOST = 12


def postcode_problem(text: str) -> str:
    """What to do about a text that is no postcode, as a sentence; empty if it is one."""
    if normalise_postcode(text) or normalise_outward(text):
        return ""
    return _("Enter a postcode, like CF10 1EP, or the first half of it, like CF10.")


class PostcodeField(forms.CharField):
    """Cleans to ``CF10 1EP`` or ``CF10``, whatever the spacing and case."""

    def __init__(self, **kwargs: Any) -> None:
        attributes = {"autocomplete": "postal-code", "spellcheck": "false"}
        kwargs.setdefault("label", gettext_lazy("Postcode"))
        kwargs.setdefault("widget", forms.TextInput(attrs=attributes))
        super().__init__(max_length=MOST, **kwargs)

    def clean(self, value: Any) -> str:
        """The postcode as people write it. Raises ``ValidationError``."""
        text: str = super().clean(value)
        problem = postcode_problem(text) if text else ""
        if problem:
            raise forms.ValidationError(problem, code="postcode")
        key = normalise_postcode(text)
        return spaced(key) if key else normalise_outward(text) or ""
