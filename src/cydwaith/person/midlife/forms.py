"""Few plain questions; each may be left out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.kernel import clock
from cydwaith.person.plans.queries import GoalLine
from cydwaith.person.plans.queries.who import Reader
from cydwaith.person.work.rules.paper import seal
from cydwaith.web.fields import DateInputField, ScaleField

from .rules import Action, Moment, Pillar, years_later
from .words import BETTER, MOMENTS, MONEY, PENSION, QUESTIONS

NAMES = ("first", "second", "third")


def _choices(words: dict[Any, Any]) -> list[tuple[str, Any]]:
    return [(key.value, text) for key, text in words.items()]


def _words(name: str) -> forms.CharField:
    area = forms.Textarea({"rows": 3})
    return forms.CharField(label=QUESTIONS[name], required=False, max_length=2000, widget=area)


def _scale(name: str) -> ScaleField:
    ends = {"low_text": _("Not at all"), "high_text": _("As well as ever")}
    return ScaleField(label=QUESTIONS[name], required=False, **ends)


def _one(name: str, words: dict[Any, Any]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=QUESTIONS[name], choices=_choices(words), required=False, widget=forms.RadioSelect
    )


class WithPerson(forms.Form):
    """A page that the person fills in, or somebody else with them."""

    with_person = forms.BooleanField(required=False)

    def __init__(self, data: Any, by: Reader, **more: Any) -> None:
        super().__init__(data, **more)
        if by.own:
            del self.fields["with_person"]
            return
        label = _("I am writing this together with %(person)s") % {"person": by.called}
        self.fields["with_person"].label = label
        self.order_fields([name for name in self.fields if name != "with_person"])

    @property
    def together(self) -> bool:
        """Whether the person was there."""
        return bool(self.cleaned_data.get("with_person", False))

    def values(self) -> dict[str, Any]:
        """The answers."""
        return {name: value for name, value in self.cleaned_data.items() if name != "with_person"}


class BeginForm(WithPerson):
    """What the review is attached to."""

    moment = forms.TypedChoiceField(
        label=_("Why now?"), choices=_choices(MOMENTS), coerce=Moment, widget=forms.RadioSelect
    )


class PartForm(WithPerson):
    """One part; ``seen`` is the seal of the answers that stand in the form."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, data: Any, by: Reader, said: Mapping[str, Any]) -> None:
        super().__init__(data, by, initial={**said, "seen": seal(said)})

    def values(self) -> dict[str, Any]:
        """The answers."""
        return {name: value for name, value in super().values().items() if name != "seen"}

    def show(self, said: Mapping[str, Any]) -> None:
        """The answers that are there are others now; what was typed stays."""
        self.data = self.data.copy()
        self.data["seen"] = seal(said)


class WorkForm(PartForm):
    """Work."""

    now = _words("now")
    able = _scale("able")
    later = _scale("later")
    learn = _words("learn")


class HealthForm(PartForm):
    """Health."""

    better = forms.MultipleChoiceField(
        label=QUESTIONS["better"],
        choices=_choices(BETTER),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    body = _words("body")


class MoneyForm(PartForm):
    """Money and home."""

    money = _one("money", MONEY)
    pension = _one("pension", PENSION)
    caring = _words("caring")


FORMS: dict[Pillar, type[PartForm]] = {
    Pillar.WORK: WorkForm,
    Pillar.HEALTH: HealthForm,
    Pillar.MONEY: MoneyForm,
}


class ChooseForm(WithPerson):
    """One to three things to do, under which goal, and when to look again."""

    first = forms.CharField(
        label=_("The first thing that I will do"),
        max_length=300,
        error_messages={"required": _("Choose one, two or three things to do.")},
    )
    first_due = DateInputField(label=_("By when?"), required=False)
    second = forms.CharField(label=_("A second thing"), max_length=300, required=False)
    second_due = DateInputField(label=_("By when, the second?"), required=False)
    third = forms.CharField(label=_("A third thing"), max_length=300, required=False)
    third_due = DateInputField(label=_("By when, the third?"), required=False)
    goal = forms.ChoiceField(label=_("Where in my plan?"), widget=forms.RadioSelect)
    next_on = DateInputField(label=_("When do I want to look again?"))

    def __init__(self, data: Any, by: Reader, goals: tuple[GoalLine, ...]) -> None:
        super().__init__(data, by, initial={"next_on": years_later(clock.today(), 1), "goal": "new"})
        new = ("new", _("A new goal: to stay well, and in work that fits me"))
        self.fields["goal"].choices = [new, *((str(one.id), one.words) for one in goals)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """No day that has passed."""
        data: dict[str, Any] = super().clean() or {}
        for name in NAMES:
            if (due := data.get(f"{name}_due")) and due < clock.today():
                self.add_error(f"{name}_due", _("Choose today or a later day."))
        return data

    def actions(self) -> list[Action]:
        """What was chosen."""
        said: list[tuple[str, date | None]] = [
            (self.cleaned_data[name].strip(), self.cleaned_data[f"{name}_due"]) for name in NAMES
        ]
        return [Action(words, due) for words, due in said if words]


class BandForm(forms.Form):
    """Which age is invited."""

    band = forms.ChoiceField(choices=())

    def __init__(self, data: Any, bands: tuple[str, ...]) -> None:
        super().__init__(data)
        self.fields["band"].choices = [(one, one) for one in bands]  # type: ignore[attr-defined]
