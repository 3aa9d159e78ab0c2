"""What is typed about jobs; a job is written down in under a minute."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cydwaith.kernel import clock
from cydwaith.place.programmes.rules import Evidence
from cydwaith.web.fields import DateInputField

from .queries import JobRow
from .rules.answering import Answer
from .rules.held import Kind, Leaving, Per, hourly, monday_of
from .words import KINDS, LEAVINGS, PERS, day

FILE_KINDS = {
    Evidence.PAYSLIP: _("A payslip"),
    Evidence.CONTRACT: _("A contract or job offer"),
    Evidence.EMPLOYER: _("A letter or e-mail from the employer"),
    Evidence.BANK: _("A bank statement"),
    Evidence.ACCOUNTS: _("Accounts of one's own business"),
}
WEEKS_SHOWN = 8


class PayForm(forms.Form):
    """Hours a week and pay, said as people say it."""

    hours = forms.FloatField(
        label=_("How many hours in an ordinary week?"),
        help_text=_("With no set hours, write 0 and put in each week later."),
        min_value=0,
        max_value=168,
        error_messages={"required": _("Give the hours in an ordinary week.")},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "decimal"}),
    )
    amount = forms.FloatField(
        label=_("Pay, before tax, in pounds"),
        help_text=_("Leave it empty if it is not known yet."),
        min_value=0,
        max_value=1_000_000,
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "decimal"}),
    )
    per = forms.ChoiceField(
        label=_("That is pay for"),
        choices=[(one.value, words) for one, words in PERS.items()],
        initial=Per.HOUR.value,
    )

    def terms(self) -> dict[str, Any]:
        """Hours, and pounds an hour."""
        given = self.cleaned_data
        return {"hours": given["hours"], "pay": hourly(given["amount"], Per(given["per"]), given["hours"])}

    def clean(self) -> dict[str, Any]:
        """Pay for a week, month or year says nothing an hour without hours."""
        given = super().clean() or self.cleaned_data
        if given.get("amount") and given.get("hours") == 0 and given.get("per") != Per.HOUR:
            self.add_error("amount", gettext("With no set hours, give the pay for an hour."))
        return given


class WhatForm(forms.Form):
    """What the job is."""

    title = forms.CharField(
        label=_("What is the job?"), max_length=160, error_messages={"required": _("Say what the job is.")}
    )
    employer = forms.CharField(
        label=_("Who is it for?"),
        help_text=_("The employer, or “myself”."),
        max_length=160,
        error_messages={"required": _("Say who the job is for.")},
    )
    kind = forms.ChoiceField(
        label=_("What kind of work is it?"),
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in KINDS.items()],
        error_messages={"required": _("Choose the kind of work.")},
    )
    start = DateInputField(label=_("First day"), error_messages={"required": _("Give the first day.")})
    ends_on_paper = DateInputField(
        label=_("Last day of the contract"), help_text=_("Only if the contract has one."), required=False
    )

    def clean_kind(self) -> Kind:
        """As the rules know it."""
        return Kind(self.cleaned_data["kind"])


class RightForm(WhatForm):
    """What the job is, put right; of one that has ended the last day too."""

    end = DateInputField(
        label=_("Last day"), help_text=_("Leave it empty if the job goes on after all."), required=False
    )
    field_order = ("title", "employer", "kind", "start", "end", "ends_on_paper")

    def __init__(self, row: JobRow, data: Any = None) -> None:
        names = ("title", "employer", "start", "end", "ends_on_paper")
        begun = {name: getattr(row, name) for name in names}
        super().__init__(data, initial=begun | {"kind": row.kind.value})
        if row.end is None:
            del self.fields["end"]

    def job(self) -> dict[str, Any]:
        """As the command wants it."""
        given = self.cleaned_data
        return given | {"goes_on": "end" in self.fields and given["end"] is None}


class JobForm(PayForm, WhatForm):
    """A new job."""

    field_order = ("title", "employer", "kind", "start", "hours", "amount", "per", "ends_on_paper")

    def job(self) -> dict[str, Any]:
        """As the command wants it."""
        named = ("title", "employer", "kind", "start", "ends_on_paper")
        return {name: self.cleaned_data[name] for name in named} | self.terms()


class TermsForm(PayForm):
    """New hours or pay."""

    since = DateInputField(label=_("From which day?"), error_messages={"required": _("Give the day.")})
    field_order = ("since", "hours", "amount", "per")

    def __init__(self, row: JobRow, data: Any = None) -> None:
        now = row.terms_now
        pay = None if now.pay is None else round(now.pay, 4)
        super().__init__(data, initial={"since": clock.today(), "hours": f"{now.hours:g}", "amount": pay})


class WeeksForm(forms.Form):
    """Hours really worked, week by week, the newest first."""

    says_optional = False

    def __init__(self, row: JobRow, last: date, data: Any = None) -> None:
        super().__init__(data)
        self.weeks = _weeks(row, last)
        for monday in self.weeks:
            known = row.held.worked.get(monday)
            self.fields[monday.isoformat()] = forms.FloatField(
                label=gettext("Week of {day}").format(day=day(monday)),
                min_value=0,
                max_value=168,
                required=False,
                initial=None if known is None else f"{known:g}",
                widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "decimal"}),
            )

    def worked(self) -> dict[date, float | None]:
        """Hours by the Monday; None where a field is empty."""
        return {monday: self.cleaned_data[monday.isoformat()] for monday in self.weeks}


def _weeks(row: JobRow, last: date) -> list[date]:
    """The Mondays of the last weeks in which the job was held, up to a day."""
    newest = monday_of(min(last, clock.today(), row.end or date.max))
    if newest < monday_of(row.start):
        return []
    found = [newest - timedelta(weeks=n) for n in range(WEEKS_SHOWN)]
    return [monday for monday in found if monday + timedelta(days=6) >= row.start]


class AbsenceForm(forms.Form):
    """Days off sick."""

    first = DateInputField(
        label=_("First day off sick"), error_messages={"required": _("Give the first day.")}
    )
    last = DateInputField(
        label=_("Last day off sick"), help_text=_("Leave it empty while it goes on."), required=False
    )


class EndJobForm(forms.Form):
    """The last day of a job, and why it ended."""

    end = DateInputField(label=_("Last day"), error_messages={"required": _("Give the last day.")})
    leaving = forms.ChoiceField(
        label=_("Why did it end?"),
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in LEAVINGS.items()],
        error_messages={"required": _("Choose why it ended.")},
    )
    words = forms.CharField(
        label=_("In your own words"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"end": clock.today()})

    def clean_leaving(self) -> Leaving:
        """As the rules know it."""
        return Leaving(self.cleaned_data["leaving"])


class PeriodForm(forms.Form):
    """From which day to which."""

    first = DateInputField(label=_("From which day?"), error_messages={"required": _("Give the first day.")})
    last = DateInputField(label=_("To which day?"), error_messages={"required": _("Give the last day.")})


class FileForm(PeriodForm):
    """A payslip or another paper."""

    kind = forms.ChoiceField(
        label=_("What does it show?"),
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in FILE_KINDS.items()],
        error_messages={"required": _("Choose what the file shows.")},
    )
    file = forms.FileField(
        label=_("A photo or a PDF"),
        help_text=_("JPEG, PNG or PDF, up to 5 MB. You may cover what is nobody's business."),
        error_messages={
            "required": _("Choose a file of up to 5 MB."),
            "empty": _("The file is empty. Choose another."),
        },
    )
    words = forms.CharField(label=_("A line about it"), required=False, max_length=300)
    field_order = ("kind", "file", "first", "last", "words")

    def clean_kind(self) -> Evidence:
        """As the rules know it."""
        return Evidence(self.cleaned_data["kind"])


class WordForm(PeriodForm):
    """Somebody's own word."""

    words = forms.CharField(
        label=_("What do you know, and how do you know it?"),
        help_text=_("For example: I saw them at work on Tuesdays."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say what you know and how you know it.")},
    )
    typed_name = forms.CharField(
        label=_("Type your full name"),
        help_text=_("By typing it you say that this is true."),
        error_messages={"required": _("Type your full name.")},
    )
    field_order = ("first", "last", "words", "typed_name")


class AskEmployerForm(PeriodForm):
    """Which employer to ask, about which days."""

    email = forms.EmailField(
        label=_("The employer's e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Give the employer's e-mail address.")},
    )
    they_agree = forms.BooleanField(
        label=_("The person says yes to asking this employer"),
        error_messages={"required": _("Only ask the employer when the person says yes.")},
    )
    field_order = ("email", "first", "last", "they_agree")

    def __init__(self, own: bool, data: Any = None) -> None:
        super().__init__(data)
        if own:
            self.fields["they_agree"].label = gettext("I want this employer to be asked")


class EmployerAnswerForm(forms.Form):
    """What the employer answers."""

    answer = forms.ChoiceField(
        label=_("Is that right?"),
        widget=forms.RadioSelect,
        choices=[
            (Answer.YES.value, _("Yes")),
            (Answer.DIFFERENT.value, _("They worked here, but not these hours")),
            (Answer.NO.value, _("No, they did not work here then")),
        ],
        error_messages={"required": _("Choose an answer.")},
    )
    words = forms.CharField(
        label=_("Anything to add about the hours"),
        help_text=_("Please write nothing about health."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    name = forms.CharField(
        label=_("Your name"), max_length=160, error_messages={"required": _("Write your name.")}
    )

    def clean_answer(self) -> Answer:
        """As the rules know it."""
        return Answer(self.cleaned_data["answer"])


class ContactForm(forms.Form):
    """A contact about a job."""

    reached = forms.ChoiceField(
        label=_("Were you in touch?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes")), ("no", _("I tried, and could not reach them"))],
        error_messages={"required": _("Say whether you were in touch.")},
    )
    on = DateInputField(label=_("On which day?"), error_messages={"required": _("Give the day.")})
    words = forms.CharField(
        label=_("What they said about the job, in their words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"on": clock.today()})

    def contact(self) -> Mapping[str, Any]:
        """As the command wants it."""
        return {**self.cleaned_data, "reached": self.cleaned_data["reached"] == "yes"}


class StepForm(forms.Form):
    """What would be good next at work."""

    words = forms.CharField(
        label=_("What would be good next at work?"),
        help_text=_("For example: more hours, a course, a permanent contract, trying something new."),
        max_length=300,
        error_messages={"required": _("Write what you would like next.")},
    )
    by = DateInputField(label=_("By when, if you know"), required=False)
