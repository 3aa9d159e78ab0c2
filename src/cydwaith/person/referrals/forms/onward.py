"""Asking a service, with the person's yes; and the person's last word."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.circle.rules import Scope

from ..words import HAPPENED, HELPED
from .answers import words_field
from .front_door import MATTERS_LENGTH, required

SHARE = (
    (Scope.ABOUT_ME, gettext_lazy("About me: what matters to me, how to talk with me")),
    (Scope.PLAN, gettext_lazy("My plan: goals and steps")),
    (Scope.HEALTH, gettext_lazy("My health, in my own words")),
    (Scope.WORK, gettext_lazy("My work, in my own words")),
    (Scope.MEASURES, gettext_lazy("My measures")),
)

HOW_THEY_AGREED = (
    ("said yes face to face", gettext_lazy("They said yes face to face")),
    ("said yes by phone", gettext_lazy("They said yes on the phone or by video")),
    ("wrote yes", gettext_lazy("They wrote yes")),
)


class DraftForm(forms.Form):
    """What is asked, and what is shared besides how to be in touch."""

    matters = forms.CharField(
        label=gettext_lazy("What would you like from them, in a line?"),
        help_text=gettext_lazy("The service reads this line."),
        max_length=MATTERS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=required(gettext_lazy("Say in a line what you would like.")),
    )
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("What else may they see?"),
        help_text=gettext_lazy("They always see a name, how to be in touch, and your line."),
        choices=[(str(int(scope)), words) for scope, words in SHARE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean_scopes(self) -> Scope:
        """The chosen parts as one value; how to be in touch is always in it."""
        chosen = Scope.CONTACT
        for value in self.cleaned_data["scopes"]:
            chosen |= Scope(int(value))
        return chosen


class SendForm(forms.Form):
    """The person's own yes, or how they said it to whoever writes it down."""

    they_agree = forms.BooleanField(error_messages=required(gettext_lazy("Nothing is sent without a yes.")))
    how = forms.ChoiceField(
        label=gettext_lazy("How did they say yes?"),
        choices=HOW_THEY_AGREED,
        widget=forms.RadioSelect,
        error_messages=required(gettext_lazy("Say how they said yes.")),
    )

    def __init__(self, *args: Any, is_own: bool, **kwargs: Any) -> None:
        """Somebody who sends their own needs no witness."""
        super().__init__(*args, **kwargs)
        if is_own:
            self.fields["they_agree"].label = _("Yes, send this and let them see it")
            del self.fields["how"]
        else:
            self.fields["they_agree"].label = _("They have seen what will be shared and said yes")


class SayForm(forms.Form):
    """Did it happen, did it help?"""

    happened = forms.ChoiceField(
        label=gettext_lazy("Did it happen?"),
        choices=[(value.value, words) for value, words in HAPPENED.items()],
        widget=forms.RadioSelect,
        error_messages=required(gettext_lazy("Say whether it happened.")),
    )
    helped = forms.ChoiceField(
        label=gettext_lazy("Did it help?"),
        help_text=gettext_lazy("Leave this if it did not happen."),
        choices=[(value.value, words) for value, words in HELPED.items()],
        widget=forms.RadioSelect,
        required=False,
    )
    words = words_field(gettext_lazy("In your own words"))
