"""What is typed: how to narrow the list, what is done, what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.kernel import clock
from cydwaith.web.fields import DateInputField

from .queries import Wanted
from .rules import Outcome, Reason
from .words import OUTCOMES, REASONS

RISK, ALL = "risk", "all"


class NarrowForm(forms.Form):
    """Which groups to show."""

    says_optional = False

    show = forms.ChoiceField(
        label=_("Show"),
        choices=[(RISK, _("Those at risk")), (ALL, _("All groups and services"))],
        required=False,
    )
    reason = forms.ChoiceField(label=_("Why"), required=False)
    place = forms.ChoiceField(label=_("Neighbourhood"), required=False)

    def __init__(self, *args: Any, hoods: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reasons = [(reason.value, text) for reason, text in REASONS.items()]
        self.fields["reason"].choices = [("", _("Any reason")), *reasons]
        self.fields["place"].choices = [("", _("All neighbourhoods")), *hoods]

    def wanted(self) -> Wanted:
        """What was asked for; what cannot be read narrows nothing."""
        said = self.cleaned_data if self.is_valid() else {}
        reason = said.get("reason")
        return Wanted(
            reason=Reason(reason) if reason else None,
            neighbourhood=said.get("place", ""),
            everything=said.get("show") == ALL and not reason,
        )


class ActionForm(forms.Form):
    """What is being done for a group."""

    what = forms.CharField(
        label=_("What is being done?"),
        help_text=_("For example: help with a grant form, or somebody to share the keys."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say what is being done.")},
    )
    who = forms.CharField(
        label=_("Who does it?"),
        help_text=_("You, or another team or group."),
        max_length=200,
        error_messages={"required": _("Say who does it.")},
    )
    until = DateInputField(
        label=_("Until when?"),
        required=False,
        help_text=_("On the day after, this group goes back to the top of the list."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].earliest = clock.today()  # type: ignore[attr-defined]


class OutcomeForm(forms.Form):
    """What came of it."""

    outcome = forms.ChoiceField(
        label=_("What came of it?"),
        choices=[(outcome.value, text) for outcome, text in OUTCOMES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of it.")},
    )
    words = forms.CharField(
        label=_("A line about it"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_outcome(self) -> Outcome:
        """As the rules know it."""
        return Outcome(self.cleaned_data["outcome"])
