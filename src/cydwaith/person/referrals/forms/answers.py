"""The team's and the service's answers: yes, no, somewhere else, and how far it has come."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from cydwaith.kernel import clock
from cydwaith.place.programmes.queries import Opening
from cydwaith.web.fields import DateInputField
from cydwaith.web.templatetags.web import plain_date

from ..commands.leaving import LOOK_BACK_DAYS
from ..queries import Door
from ..rules import REASONS, Reason, Status
from ..words import ANSWER, CLOSING, REASON
from .front_door import required

WORDS_LENGTH = 1000
MISTAKE = "mistake"


def words_field(label: Any, hint: Any = "") -> forms.CharField:
    """A few lines of text."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=WORDS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AcceptForm(forms.Form):
    """Yes: which programme, and who walks with them."""

    programme = forms.ChoiceField(
        label=gettext_lazy("Programme"), error_messages=required(gettext_lazy("Choose a programme."))
    )
    coach = forms.ChoiceField(
        label=gettext_lazy("Coach"), error_messages=required(gettext_lazy("Choose a coach."))
    )
    words = words_field(gettext_lazy("A line for the person"))

    def __init__(self, *args: Any, door: Door, **kwargs: Any) -> None:
        """Offer what is open and who is there."""
        super().__init__(*args, **kwargs)
        self.fields["programme"].choices = [(p.key, _until(p)) for p in door.programmes]  # type: ignore[attr-defined]
        self.fields["coach"].choices = coach_choices(door)  # type: ignore[attr-defined]


def _until(programme: Opening) -> str:
    """The programme, with its last day where it has one."""
    if programme.last is None:
        return programme.name
    day = plain_date(programme.last)
    return gettext("{programme} (the last day to start is {day})").format(programme=programme.name, day=day)


def coach_choices(door: Door) -> list[tuple[str, str]]:
    """Each by name, with whom they work for."""
    return [(str(coach.account_id), f"{coach.name}, {coach.organisation}") for coach in door.coaches]


class ReasonForm(forms.Form):
    """A reason from the list, and words where the list will not do."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        widget=forms.RadioSelect,
        error_messages=required(gettext_lazy("Choose a reason.")),
    )
    words = words_field(gettext_lazy("In your own words"))

    def __init__(self, *args: Any, status: Status, **kwargs: Any) -> None:
        """The reasons that this state may have."""
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = reason_choices(status)  # type: ignore[attr-defined]


def reason_choices(*states: Status) -> list[tuple[str, Any]]:
    """The reasons of some states, each once, in the order of the list."""
    wanted = {reason for state in states for reason in REASONS.get(state, ())}
    return [(reason.value, REASON[reason]) for reason in Reason if reason in wanted]


class TakeBackForm(ReasonForm):
    """Why it is taken back; a mistake is a reason of its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The reasons for taking back, and that it should never have been there."""
        super().__init__(*args, status=Status.CANCELLED, **kwargs)
        mistake = (MISTAKE, gettext_lazy("It was made by mistake"))
        self.fields["reason"].choices = [*reason_choices(Status.CANCELLED), mistake]  # type: ignore[attr-defined]


class RedirectForm(ReasonForm):
    """Somewhere better, with the reason."""

    to_name = forms.CharField(
        label=gettext_lazy("Where could they go instead?"),
        max_length=255,
        error_messages=required(gettext_lazy("Say where they could go instead.")),
    )
    field_order = ("to_name", "reason", "words")


class AnswerForm(forms.Form):
    """What a service says: one choice, a reason where one is needed, a line."""

    to = forms.ChoiceField(
        label=gettext_lazy("Your answer"),
        widget=forms.RadioSelect,
        error_messages=required(gettext_lazy("Choose an answer.")),
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("Needed if you cannot help, it is on hold, or it did not happen."),
        required=False,
        widget=forms.Select,
    )
    words = words_field(
        gettext_lazy("A line about it"), gettext_lazy("The person and their coach can read this.")
    )

    def __init__(self, *args: Any, choices: tuple[Status, ...], **kwargs: Any) -> None:
        """What can be said next, and its reasons."""
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(state.value, ANSWER[state]) for state in choices]  # type: ignore[attr-defined]
        reasons = [("", gettext_lazy("No reason needed")), *reason_choices(*choices)]
        self.fields["reason"].choices = reasons  # type: ignore[attr-defined]

    def clean_reason(self) -> str:
        """A reason left over from another choice is dropped."""
        to = self.cleaned_data.get("to")
        return str(self.cleaned_data["reason"]) if to and Status(to) in REASONS else ""


class CloseForm(forms.Form):
    """Ending the team's support."""

    closing = forms.ChoiceField(
        label=gettext_lazy("Why does it end?"),
        choices=[(closing.value, words) for closing, words in CLOSING.items()],
        widget=forms.RadioSelect,
        error_messages=required(gettext_lazy("Choose why it ends.")),
    )
    message_back = words_field(
        gettext_lazy("Message back to whoever asked"),
        gettext_lazy("Write it together. Leave it empty to send only the reason and the date."),
    )
    they_agree_to_message = forms.BooleanField(
        label=gettext_lazy("The person has read this message and agrees to it"), required=False
    )
    team_until = DateInputField(
        label=gettext_lazy("The team can see the record until"),
        help_text=gettext_lazy("The person keeps their plan and their page."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Four weeks to finish off, unless another day is said."""
        initial = {"team_until": clock.today() + timedelta(days=LOOK_BACK_DAYS)}
        kwargs["initial"] = initial | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


class HandOverForm(forms.Form):
    """Another coach."""

    coach = forms.ChoiceField(
        label=gettext_lazy("Coach"), error_messages=required(gettext_lazy("Choose a coach."))
    )

    def __init__(self, *args: Any, door: Door, **kwargs: Any) -> None:
        """The people of the team."""
        super().__init__(*args, **kwargs)
        self.fields["coach"].choices = coach_choices(door)  # type: ignore[attr-defined]
