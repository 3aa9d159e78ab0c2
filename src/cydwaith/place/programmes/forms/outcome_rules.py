"""Outcome rules by form: choose the shape, fill in its numbers, read it in one sentence."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.methods.outcomes import AnchorPoint, Cover, Employment
from cydwaith.web.fields import DateInputField, with_hints

from ..rules import EVIDENCE, KINDS, Cohort, key_for
from ..rules.sentences import ANCHORS
from ..words import COHORTS, SHAPES
from .lines import source_field, words_field

Raw = Mapping[str, Any]
YES_NO = [("yes", _("Yes")), ("no", _("No"))]
EACH = [("yes", _("All that are ticked")), ("no", _("One of those that are ticked"))]
COVERS = [
    (Cover.EVERY.value, _("Every week that counts, or the day that counts")),
    (Cover.ENDS.value, _("The first and the last week that count, or the day that counts")),
    (Cover.ANY.value, _("It is enough that there is some")),
]


class ShapeForm(forms.Form):
    """Which kind of rule."""

    shape = forms.ChoiceField(
        label=_("What does it count?"),
        widget=forms.RadioSelect,
        choices=[(key, words) for key, (words, _hint) in SHAPES.items()],
        error_messages={"required": _("Choose what the rule counts.")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        with_hints(self.fields["shape"], {key: hint for key, (_words, hint) in SHAPES.items()})


def whole(label: Any, *, required: bool = False, low: int = 0, high: int = 3650) -> forms.IntegerField:
    """A whole number."""
    return forms.IntegerField(label=label, min_value=low, max_value=high, required=required)


def hours(label: Any, *, required: bool = False) -> forms.FloatField:
    """Hours a week."""
    return forms.FloatField(label=label, min_value=0, max_value=168, required=required)


def yes_or_no(label: Any) -> forms.ChoiceField:
    """A question with two answers."""
    return forms.ChoiceField(label=label, choices=YES_NO, widget=forms.RadioSelect)


class RuleForm(forms.Form):
    """What every rule has. ``numbers`` are the fields of the shape; what is empty is left out."""

    shape = ""
    numbers: tuple[str, ...] = ()
    asks_for_whom = True
    default: Mapping[str, Any] = {}

    en = words_field(_("Name in English"))
    cy = words_field(_("Name in Welsh"))
    source = source_field(required=True)
    to_check = forms.BooleanField(label=_("Not read in a source yet: check before use"), required=False)
    for_whom = forms.ChoiceField(
        label=_("For whom?"),
        help_text=_("The two groups are never counted together."),
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in COHORTS.items()],
    )
    clock_start = forms.ChoiceField(label=_("From when does the clock run?"), widget=forms.RadioSelect)
    within_weeks = whole(_("Within how many weeks of that?"), low=1, high=520)
    must_be_on_programme = yes_or_no(_("Only while on the programme?"))
    employment = forms.MultipleChoiceField(
        label=_("Which kinds of work count?"), widget=forms.CheckboxSelectMultiple
    )
    evidence = forms.MultipleChoiceField(
        label=_("Which evidence counts?"),
        help_text=_("Tick none where no evidence is needed."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    evidence_each = forms.ChoiceField(
        label=_("Which of it must be there?"), choices=EACH, widget=forms.RadioSelect
    )
    evidence_covers = forms.ChoiceField(
        label=_("What must the evidence cover?"),
        help_text=_("Until it does, the outcome is met and cannot be claimed."),
        choices=COVERS,
        widget=forms.RadioSelect,
    )
    evidence_within_weeks = whole(
        _("Within how many weeks of meeting the rule must the evidence be there?"), low=1, high=520
    )
    valid_from = DateInputField(label=_("For people who start from which day?"), required=False)
    valid_to = DateInputField(label=_("Until which day?"), required=False)

    def __init__(self, one: Raw, language: str, data: Any = None) -> None:
        super().__init__(data, initial=self.begin(one))
        self.one = one
        for name, choices in (("clock_start", ANCHORS), ("employment", KINDS), ("evidence", EVIDENCE)):
            if name in self.fields:
                self.fields[name].choices = [  # type: ignore[attr-defined]
                    (key.value, words.in_language(language)) for key, words in choices.items()
                ]
        if not self.asks_for_whom:
            del self.fields["for_whom"]
        self.order_fields(["en", "cy", "source", "to_check", "for_whom", *self.numbers])

    def begin(self, one: Raw) -> dict[str, Any]:
        """The rule as the form shows it."""
        rule = {**self.default, **(one.get("rule") or {})}
        yes = {name: "yes" if value else "no" for name, value in rule.items() if isinstance(value, bool)}
        begun = {
            "must_be_on_programme": "no",
            "evidence_each": "yes",
            "evidence_covers": (Cover.ANY if one.get("rule") else Cover.EVERY).value,
            "clock_start": AnchorPoint.PROGRAMME_START.value,
            "employment": [kind.value for kind in Employment],
            "for_whom": (Cohort.IN_WORK if rule.get("counts_retention") else Cohort.OUT_OF_WORK).value,
        }
        named = {name: one[name] for name in ("en", "cy", "source", "to_check") if name in one}
        days = {name: _day(rule[name]) for name in ("valid_from", "valid_to") if rule.get(name)}
        return begun | rule | yes | named | days

    def line(self, others: list[Raw]) -> dict[str, Any]:
        """The rule as the definition has it; its key stays what it was."""
        given = self.cleaned_data
        named = {name: given[name] for name in ("en", "cy", "source", "to_check")}
        taken = {str(one["rule"].get("key")) for one in others}
        old = (self.one.get("rule") or {}).get("key")
        rule = {"shape": self.shape, "key": old or key_for(given["en"], taken), **self._rule()}
        return named | {"rule": rule}

    def _rule(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        common = ("clock_start", "within_weeks", "must_be_on_programme", "valid_from", "valid_to")
        for name in (*self.numbers, *common):
            value = _plain(self.cleaned_data.get(name))
            if value is not None:
                found[name] = value
        if set(self.cleaned_data["employment"]) != {kind.value for kind in Employment}:
            found["employment"] = sorted(self.cleaned_data["employment"])
        found |= self._evidence() if self.cleaned_data["evidence"] else {}
        if self.cleaned_data.get("for_whom") == Cohort.IN_WORK:
            found["counts_retention"] = True
        return found

    def _evidence(self) -> dict[str, Any]:
        given = self.cleaned_data
        found = {"evidence": sorted(given["evidence"])}
        if given["evidence_each"] == "no":
            found["evidence_each"] = False
        if given["evidence_covers"] != Cover.ANY:
            found["evidence_covers"] = given["evidence_covers"]
        if given["evidence_within_weeks"] is not None:
            found["evidence_within_weeks"] = given["evidence_within_weeks"]
        return found


def _day(value: Any) -> date:
    """A day of a definition, which is text where it came from a file or a draft."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def _plain(value: Any) -> Any:
    if value in ("yes", "no"):
        return value == "yes"
    return value.isoformat() if hasattr(value, "isoformat") else value


class SustainedForm(RuleForm):
    """So many weeks of so many hours within so many weeks."""

    shape = "sustained"
    numbers = (
        "min_hours",
        "below_hours",
        "min_weeks",
        "window_weeks",
        "pay_floor",
        "sickness_counts",
        "longest_gap",
    )
    default = {"pay_floor": True, "sickness_counts": True}

    min_hours = hours(_("At least how many hours a week?"), required=True)
    below_hours = hours(_("Under how many hours a week?"))
    min_weeks = whole(_("How many weeks must count?"), required=True, low=1, high=520)
    window_weeks = whole(_("Out of how many weeks in a row?"), required=True, low=1, high=520)
    pay_floor = yes_or_no(_("Must the pay reach the minimum wage?"))
    sickness_counts = yes_or_no(_("Do days off sick count as days worked?"))
    longest_gap = whole(_("The longest gap, in weeks"), high=520)


class EarningsForm(RuleForm):
    """A sum, or hours and weeks at the minimum wage."""

    shape = "earnings"
    numbers = ("pounds", "hours", "weeks", "self_employed_weeks")

    pounds = forms.FloatField(label=_("How many pounds?"), min_value=0, required=False)
    hours = hours(_("Or how many hours a week at the minimum wage,"))
    weeks = whole(_("for how many weeks?"), high=520)
    self_employed_weeks = whole(_("Or how many weeks in self-employment?"), high=520)


class InWorkForm(RuleForm):
    """In work on a day."""

    shape = "in work"
    numbers = ("after_days", "within_days", "min_hours")

    after_days = whole(_("In work how many days on?"))
    within_days = whole(_("Or on any day within how many days?"))
    min_hours = hours(_("At least how many hours a week?"))


class RetentionForm(RuleForm):
    """Still in work."""

    shape = "retention"
    numbers = ("after_days",)
    asks_for_whom = False

    after_days = whole(_("Still in work how many days on?"), required=True)


RULES: dict[str, type[RuleForm]] = {
    form.shape: form for form in (SustainedForm, EarningsForm, InWorkForm, RetentionForm)
}
