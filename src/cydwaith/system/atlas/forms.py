"""Asking for a place."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FindForm(forms.Form):
    """A postcode or the name of a place."""

    words = forms.CharField(
        label=_("Find a place"),
        help_text=_("A postcode, or the name of a council or board"),
        max_length=120,
        error_messages={"required": _("Type a postcode or the name of a place.")},
    )
