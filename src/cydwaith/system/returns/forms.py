"""Which days a return is of, and a person's yes or no."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.web.fields import DateInputField

ANSWERS = (("yes", gettext_lazy("Yes, it may be sent")), ("no", gettext_lazy("No, it may not")))


class DaysForm(forms.Form):
    """The first and last day."""

    first = DateInputField(label=gettext_lazy("First day"))
    last = DateInputField(label=gettext_lazy("Last day"))

    def clean(self) -> dict[str, Any]:
        """In their order."""
        days = self.cleaned_data
        if len(days) == 2 and days["last"] < days["first"]:
            self.add_error("last", _("The last day must not be before the first."))
        return days


class AgreementForm(forms.Form):
    """One programme and an answer."""

    agrees = forms.ChoiceField(
        label=gettext_lazy("May your line be sent?"), choices=ANSWERS, widget=forms.RadioSelect
    )
