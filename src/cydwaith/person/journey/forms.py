"""The shape of an attempt, a talk and a next step."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.commons.circle.queries import PersonCard
from cydwaith.kernel import clock
from cydwaith.person.referrals.forms.front_door import LanguageForm, NameForm, ReachForm, TimesForm, WhereForm
from cydwaith.web.fields import DateInputField

from .words import NEXT_STEP_BY, OUTCOMES, WAYS


class AttemptForm(forms.Form):
    """How somebody was tried, and what came of it."""

    way = forms.ChoiceField(label=_("How did you try?"), choices=list(WAYS.items()), widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label=_("What happened?"), choices=list(OUTCOMES.items()), widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Anything to remember"),
        help_text=_("The person can read this."),
        required=False,
        max_length=300,
    )


class TalkForm(forms.Form):
    """A talk, with the next step in the person's words."""

    way = forms.ChoiceField(
        label=_("How did you talk?"), choices=list(WAYS.items()), widget=forms.RadioSelect
    )
    on = DateInputField(label=_("On which day?"), required=False, help_text=_("Leave empty for today."))
    about = forms.CharField(
        label=_("What did you talk about?"),
        help_text=_("The person can read this. Write it with them if you can."),
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )
    next_step = forms.CharField(
        label=_("Next step, in the person's words"),
        help_text=_("Hand over the keyboard, or write down just what they say."),
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    next_step_by = forms.ChoiceField(
        label=_("Who wrote the next step?"),
        choices=list(NEXT_STEP_BY.items()),
        widget=forms.RadioSelect,
        initial="their_words",
    )
    next_talk_on = DateInputField(label=_("When will you talk again?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A talk has happened; its day is not to come."""
        super().__init__(*args, **kwargs)
        self.fields["on"].latest = clock.today()  # type: ignore[attr-defined]

    def moment(self) -> datetime | None:
        """Noon of the day given, or None for now."""
        day = self.cleaned_data["on"]
        if not day or day == clock.today():
            return None
        return datetime.combine(day, time(12), tzinfo=clock.LONDON)


class NextStepForm(forms.Form):
    """The person's own next step."""

    next_step = forms.CharField(
        label=_("My next step"),
        help_text=_("One small thing that you want to do."),
        widget=forms.Textarea({"rows": 3}),
    )


class DetailsForm(NameForm, ReachForm, TimesForm, LanguageForm, WhereForm):
    """Who somebody is and how to reach them, as the front door asked it."""

    def details(self) -> dict[str, Any]:
        """The answers as the record keeps them."""
        answers = dict(self.cleaned_data)
        answers["contact_by"] = list(answers["contact_by"])
        answers["safe_to_leave_message"] = answers["safe_to_leave_message"] == "yes"
        return answers


def as_answers(card: PersonCard) -> dict[str, Any]:
    """What is known, as the form shows it."""
    safe = {True: "yes", False: "no", None: ""}[card.safe_to_leave_message]
    return {name: getattr(card, name) for name in DetailsForm.base_fields} | {"safe_to_leave_message": safe}


class OwnPageForm(forms.Form):
    """The address with which somebody will sign in to their own page."""

    email = forms.EmailField(
        label=_("Their own e-mail address"),
        help_text=_("Read it back to them. Whoever has this address can sign in to their page."),
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
    )
