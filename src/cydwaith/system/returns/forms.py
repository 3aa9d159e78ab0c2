"""Which days a return is of, and a person's yes or no."""

from django import forms
from django.utils.translation import gettext_lazy

from cydwaith.web.fields import DateInputField

ANSWERS = (("yes", gettext_lazy("Yes, it may be sent")), ("no", gettext_lazy("No, it may not")))


class DaysForm(forms.Form):
    """The first and last day."""

    first = DateInputField(label=gettext_lazy("First day"))
    last = DateInputField(label=gettext_lazy("Last day"))


class AgreementForm(forms.Form):
    """One programme and an answer."""

    agrees = forms.ChoiceField(
        label=gettext_lazy("May your line be sent?"), choices=ANSWERS, widget=forms.RadioSelect
    )
