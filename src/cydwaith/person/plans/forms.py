"""What people type: one thing a page."""

from enum import StrEnum
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cydwaith.kernel import clock
from cydwaith.web.fields import DateInputField, ScaleField

from .rules.vocabulary import GoalKind, GoalStatus, Owner, StepStatus
from .words import GOAL_KINDS, GOAL_STATUSES, OWNERS, STEP_STATUSES


def _area(label: Any, rows: int = 5, required: bool = False, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, widget=forms.Textarea(attrs={"rows": rows}), **more
    )


def _choices(words: dict[Any, Promise]) -> list[tuple[str, Promise]]:
    return [(key.value, text) for key, text in words.items()]


class WithPerson(forms.Form):
    """A page that the person fills in, or somebody else with them."""

    says_optional = True
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    with_person = forms.BooleanField(required=False)

    def __init__(self, *args: Any, own: bool = True, called: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            del self.fields["with_person"]
            return
        label = _("I am writing this together with %(person)s") % {"person": called}
        self.fields["with_person"].label = label
        self.order_fields([name for name in self.fields if name != "with_person"])

    def kept(self, *names: str) -> dict[str, Any]:
        """What a command takes: the named values, and whether the person is there."""
        found = {name: self.cleaned_data[name] for name in names}
        return {**found, "with_person": self.cleaned_data.get("with_person", False)}


class EntryForm(WithPerson):
    """The words under one heading; all of About Me is a choice, so none is called optional."""

    says_optional = False

    words = _area(_("In your own words"), rows=8)
    declined = forms.BooleanField(label=_("I would rather not say now"), required=False)

    def __init__(self, *args: Any, hint: str = "", may_decline: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = hint
        if not kwargs.get("own", True):
            self.fields["words"].label = _("In the words of %(person)s") % {"person": kwargs["called"]}
        if not may_decline:
            del self.fields["declined"]


class GoalForm(WithPerson):
    """A goal in the person's words. No kind is chosen beforehand."""

    words = _area(
        _("What do you want?"),
        rows=3,
        required=True,
        help_text=_("In your own words. It can be anything: friends, a garden, a choir, sleep, a job."),
        error_messages={"required": _("Say what you want, in your own words.")},
    )
    kind = forms.ChoiceField(
        label=_("What is it about?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is about.")},
    )
    why = _area(_("Why does it matter to you?"), rows=3)
    rating = ScaleField(
        label=_("How near are you now?"),
        low_text=_("Not started"),
        high_text=_("I am there"),
        required=False,
    )

    def __init__(self, *args: Any, rated: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(kind.value, str(text)) for kind, text in GOAL_KINDS.items()]
        self.fields["kind"].choices = sorted(choices, key=lambda choice: choice[1])
        if not rated:
            del self.fields["rating"]

    def clean_kind(self) -> GoalKind:
        """The kind itself."""
        return GoalKind(self.cleaned_data["kind"])


class RatingForm(WithPerson):
    """How near a goal is today."""

    value = ScaleField(
        label=_("How near are you now?"),
        low_text=_("Not started"),
        high_text=_("I am there"),
        error_messages={"required": _("Choose a number from 0 to 10.")},
    )
    note = _area(_("Anything you want to say about it?"), rows=2)


class StatusForm(WithPerson):
    """Where a goal is."""

    status = forms.ChoiceField(
        label=_("Where is this goal now?"),
        widget=forms.RadioSelect,
        choices=_choices(GOAL_STATUSES),
        error_messages={"required": _("Choose where this goal is now.")},
    )

    def clean_status(self) -> GoalStatus:
        """The status itself."""
        return GoalStatus(self.cleaned_data["status"])


class StepForm(WithPerson):
    """Who does what by when."""

    words = _area(
        _("What will be done?"),
        rows=2,
        required=True,
        help_text=_("A small step is a good step."),
        error_messages={"required": _("Say what will be done.")},
    )
    owner = forms.ChoiceField(
        label=_("Who will do it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who will do it.")},
    )
    owner_name = forms.CharField(
        label=_("Their name"),
        required=False,
        max_length=120,
        help_text=_("Needed if a service or somebody else will do it."),
    )
    due = DateInputField(label=_("By when?"), required=False)

    def __init__(self, *args: Any, own: bool = True, called: str = "", **kwargs: Any) -> None:
        super().__init__(*args, own=own, called=called, **kwargs)
        person = _("Me") if own else called or OWNERS[Owner.PERSON]
        self.fields["owner"].choices = _choices({**OWNERS, Owner.PERSON: person})

    def clean_owner(self) -> Owner:
        """The owner itself."""
        return Owner(self.cleaned_data["owner"])


class StepStatusForm(WithPerson):
    """Where a step is."""

    status = forms.ChoiceField(
        label=_("Where is this step now?"),
        widget=forms.RadioSelect,
        choices=_choices(STEP_STATUSES),
        error_messages={"required": _("Choose where this step is now.")},
    )
    blocked_because = _area(_("What is in the way?"), rows=2, help_text=_("Only if something is in the way."))

    def clean_status(self) -> StepStatus:
        """The status itself."""
        return StepStatus(self.cleaned_data["status"])


class ReviewForm(WithPerson):
    """The day on which the plan is looked at again."""

    review_on = DateInputField(
        label=_("When shall we look at the plan again?"),
        help_text=_("For example, in three months."),
    )


class AgreeForm(forms.Form):
    """The person's own yes to the version that they read."""

    number = forms.IntegerField(widget=forms.HiddenInput)


class HeardYesForm(AgreeForm):
    """A yes said in conversation, written down."""

    said_on = DateInputField(error_messages={"required": _("Enter the day on which they said yes.")})

    def __init__(self, *args: Any, called: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["said_on"].label = _("When did %(person)s say yes?") % {"person": called}
        self.fields["said_on"].latest = clock.today()


class Voice(StrEnum):
    """Whose hope is being written."""

    PERSON = "person"
    MINE = "mine"


class HopeForm(forms.Form):
    """Hope for work, 0 to 10, by one voice."""

    voice = forms.ChoiceField(
        label=_("Whose hope is this?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whose hope this is.")},
    )
    value = ScaleField(
        low_text=_("No hope"),
        high_text=_("Full of hope"),
        error_messages={"required": _("Choose a number from 0 to 10.")},
    )
    note = _area(_("Anything you want to say about it?"), rows=3)

    def __init__(
        self, *args: Any, own: bool, called: str = "", may_write_down: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.own = own
        self.fields["value"].label = _hope_question(own, called)
        if own or not may_write_down:
            del self.fields["voice"]
            return
        theirs = _("%(person)s says this, and I write it down") % {"person": called}
        mine = _("This is my own hope")
        self.fields["voice"].choices = [(Voice.PERSON.value, theirs), (Voice.MINE.value, mine)]

    @property
    def persons_own(self) -> bool:
        """Whether the answer is the person's own."""
        return self.own or self.cleaned_data.get("voice") == Voice.PERSON.value


def _hope_question(own: bool, called: str) -> Any:
    if own:
        return _("How much hope do you have for work?")
    return _("How much hope for work is there for %(person)s?") % {"person": called}


class CompareForm(forms.Form):
    """Two versions to put side by side."""

    before = forms.TypedChoiceField(label=_("Earlier version"), coerce=int)
    after = forms.TypedChoiceField(label=_("Later version"), coerce=int)

    def __init__(self, *args: Any, versions: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["before"].choices = self.fields["after"].choices = versions
