"""The shape of what is offered, and of what somebody looks for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.web.fields import DateInputField, with_hints
from cydwaith.web.working import SECTORS, TIMES

from .queries import Wanted
from .rules.posting import FEWEST_HOURS, FIELDS, MOST_HOURS, Posting
from .rules.vocabulary import Pay, Where
from .words import CHOICES, FIELD_NAMES, KIND_HINTS, KINDS, OFFERED

SECTIONS = (
    (_("What it is"), ("kind", "title", "organisation_name", "sectors", "day_like")),
    (_("When"), ("hours_from", "hours_to", "days", "times", "times_to_suit", "until")),
    (_("Where, and with whom"), ("where", "address", "postcode", "settings", "company")),
    (_("What you give, and what it asks"), ("pay", "pay_words", "asks", "adjustments", "adjustments_words")),
    (_("How people start"), ("apply", "apply_words", "contact")),
    (_("In Welsh"), ("title_cy", "day_like_cy")),
)
HOURS = (2, 4, 8, 16, 24)
NUMBER = {"class": "govuk-input--width-3", "inputmode": "numeric"}


def _choices(field: str) -> list[tuple[Any, Any]]:
    return [(getattr(key, "value", key), text) for key, text in CHOICES[field].items()]


def _one(field: str, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=FIELD_NAMES[field], choices=_choices(field), widget=forms.RadioSelect, **more
    )


def _some(field: str, coerce: Any = str, **more: Any) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=FIELD_NAMES[field],
        choices=_choices(field),
        coerce=coerce,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        **more,
    )


def _text(
    field: str, most: int, *, rows: int = 0, required: bool = False, help_text: Any = ""
) -> forms.CharField:
    widget: forms.Widget = forms.Textarea({"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        label=FIELD_NAMES[field], max_length=most, required=required, help_text=help_text, widget=widget
    )


def _hours(field: str, **more: Any) -> forms.IntegerField:
    whole = _("Give whole hours a week, from 2 to 48.")
    return forms.IntegerField(
        label=FIELD_NAMES[field],
        min_value=FEWEST_HOURS,
        max_value=MOST_HOURS,
        widget=forms.TextInput(NUMBER),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), whole),
        **more,
    )


class PostingForm(forms.Form):
    """Everything that a posting says, in the order in which it is asked."""

    kind = with_hints(_one("kind"), KIND_HINTS)
    title = _text("title", 120, required=True, help_text=_("Such as: helping in the café kitchen"))
    organisation_name = _text("organisation_name", 200, required=True)
    sectors = _some("sectors")
    day_like = _text(
        "day_like",
        2000,
        rows=5,
        required=True,
        help_text=_("From coming in to going home, in plain words. Who is there? What is good about it?"),
    )
    hours_from = _hours("hours_from", help_text=_("From 2. Few hours are welcome here."))
    hours_to = _hours("hours_to")
    days = _some("days", int)
    times = _some("times")
    times_to_suit = forms.BooleanField(label=FIELD_NAMES["times_to_suit"], required=False)
    until = DateInputField(
        label=FIELD_NAMES["until"], required=False, help_text=_("Leave it empty if there is no last day.")
    )
    where = _one("where", initial=Where.PLACE.value)
    address = _text("address", 200)
    postcode = forms.CharField(
        label=FIELD_NAMES["postcode"],
        max_length=10,
        required=False,
        widget=forms.TextInput({"class": "govuk-input--width-10"}),
    )
    settings = _some("settings")
    company = _some("company")
    pay = _one("pay", initial=Pay.PAID.value)
    pay_words = _text("pay_words", 200, help_text=_("Such as: £12.60 an hour, or bus fare and lunch"))
    asks = _some("asks", help_text=_("Tick only what cannot be left out."))
    adjustments = _some("adjustments", help_text=_("Each one lets more people come."))
    adjustments_words = _text("adjustments_words", 1000, rows=3)
    apply = _some("apply")
    apply_words = _text("apply_words", 1000, rows=3)
    contact = _text(
        "contact",
        200,
        help_text=_("A phone number or e-mail that everybody may see. Ask them first."),
    )
    title_cy = _text("title_cy", 120)
    day_like_cy = _text("day_like_cy", 2000, rows=5)
    email = forms.EmailField(
        label=_("Your e-mail"),
        required=False,
        help_text=_("We send a link there. With it you change, pause or close this. Nobody else sees it."),
    )
    again = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, posting: Posting | None = None, asks_email: str = "") -> None:
        """``asks_email``: "needed", "offered" or nothing."""
        super().__init__(data, initial={name: getattr(posting, name) for name in FIELDS} if posting else None)
        if not asks_email:
            del self.fields["email"]
        elif asks_email == "needed":
            self.fields["email"].required = True

    def posting(self) -> Posting:
        """What was written."""
        said = {name: self.cleaned_data[name] for name in FIELDS}
        return Posting(**{n: tuple(value) if isinstance(value, list) else value for n, value in said.items()})

    @property
    def is_by_a_program(self) -> bool:
        """Whether the field that people leave empty was filled in."""
        return bool(self.cleaned_data.get("again"))

    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The questions under their headings."""
        return [(str(title), [self[name] for name in names]) for title, names in SECTIONS]


class WantedForm(forms.Form):
    """What somebody looks for; nothing that anybody types."""

    kind = forms.ChoiceField(label=_("What"), required=False)
    sector = forms.ChoiceField(label=_("Kind of work"), required=False)
    hours = forms.TypedChoiceField(label=_("Hours"), required=False, coerce=int, empty_value=None)
    time = forms.ChoiceField(label=_("When in the day"), required=False)
    place = forms.ChoiceField(label=_("Where"), required=False)
    adjustment = forms.ChoiceField(label=_("I need"), required=False)
    home = forms.BooleanField(label=_("All or some of it at home"), required=False)

    def __init__(self, data: Any, places: list[tuple[str, str]]) -> None:
        """``places``: the neighbourhoods where something is offered, by code."""
        super().__init__(data)
        upto = [(most, _("Up to %(hours)d hours a week") % {"hours": most}) for most in HOURS]
        found = {
            "kind": [(key.value, text) for key, text in KINDS.items()],
            "sector": [(key.value, text) for key, text in SECTORS.items()],
            "hours": upto,
            "time": [(key.value, text) for key, text in TIMES.items()],
            "place": places,
            "adjustment": [(key.value, text) for key, text in OFFERED.items()],
        }
        for name, choices in found.items():
            self.fields[name].choices = [("", _("Any")), *choices]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """What they look for; a choice that there is not is no choice."""
        self.is_valid()
        return Wanted(**{name: self.cleaned_data[name] for name in self.fields if name in self.cleaned_data})


class ReasonForm(forms.Form):
    """Why something is not shown."""

    reason = forms.CharField(
        label=_("Why not? Whoever sent it reads this."), max_length=500, widget=forms.Textarea({"rows": 3})
    )
