"""What anybody can tell us: something is wrong here, or something is missing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..rules.entry import Point, who_to_ask
from ..words import KINDS
from .texts import EntryForm

NOWHERE = {"online", "skill"}
REPLY = _("If you want to hear what came of it. We keep it only until we have told you.")


def _reply_to() -> forms.EmailField:
    return forms.EmailField(label=_("Your e-mail"), required=False, help_text=REPLY)


def _trap() -> forms.CharField:
    """People leave it empty; programs that fill in every field do not."""
    hidden = {"tabindex": "-1", "autocomplete": "off"}
    return forms.CharField(label=_("Leave this empty"), required=False, widget=forms.TextInput(hidden))


class WrongForm(EntryForm):
    """What is wrong with an entry, in words or in its fields."""

    words = forms.CharField(
        label=_("What is wrong, or has changed?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Please write nothing about anybody's health or private life."),
    )
    reply_to = _reply_to()
    again = _trap()

    def __init__(self, data: Any = None, *, texts: dict[str, str]) -> None:
        """``texts`` is what the entry says now."""
        super().__init__(data, texts=texts, initial={})

    @property
    def is_by_a_program(self) -> bool:
        """Whether the field that people leave empty was filled in."""
        return bool(self.cleaned_data.get("again"))


class TellForm(forms.Form):
    """Something that keeps people well: few questions, from a phone."""

    name = forms.CharField(
        label=_("What is it called?"),
        max_length=150,
        help_text=_("If it has no name, say what it is: a bench by the river"),
    )
    kind = forms.ChoiceField(label=_("What is it?"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    description = forms.CharField(
        label=_("What is good about it, and for whom?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
    where = forms.CharField(label=_("Where is it?"), required=False, max_length=200)
    postcode = forms.CharField(
        label=_("Postcode"),
        required=False,
        max_length=10,
        widget=forms.TextInput({"class": "govuk-input--width-10"}),
    )
    when = forms.CharField(
        label=_("When?"),
        required=False,
        max_length=200,
        help_text=_("Such as: Thursdays, 7pm to 9pm"),
    )
    ask = forms.CharField(
        label=_("Who can people ask?"),
        required=False,
        max_length=100,
        help_text=_("A phone number or e-mail that everybody may see. Ask them first."),
    )
    reply_to = _reply_to()
    again = _trap()
    latitude = forms.FloatField(required=False, min_value=-90, max_value=90, widget=forms.HiddenInput)
    longitude = forms.FloatField(required=False, min_value=-180, max_value=180, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """It has to be somewhere, unless it is online or a skill."""
        said = super().clean() or {}
        anywhere = said.get("where") or said.get("postcode") or self._point(said)
        if not anywhere and said.get("kind") not in NOWHERE:
            self.add_error("where", _("Say where it is: the name of the place, or a postcode."))
        return said

    @property
    def is_by_a_program(self) -> bool:
        """Whether the field that people leave empty was filled in."""
        return bool(self.cleaned_data.get("again"))

    def texts(self) -> dict[str, str]:
        """What was told, by field of an entry."""
        said = self.cleaned_data
        plain = {name: said[name] for name in ("name", "description", "where", "postcode", "when")}
        return {name: text for name, text in (plain | who_to_ask(said["ask"])).items() if text}

    def words(self) -> str:
        """Whom to ask, where that is neither a number nor an address."""
        ask: str = self.cleaned_data["ask"]
        return "" if who_to_ask(ask) else ask

    def point(self) -> Point | None:
        """Where somebody stood, if they said so."""
        return self._point(self.cleaned_data)

    @staticmethod
    def _point(said: dict[str, Any]) -> Point | None:
        latitude, longitude = said.get("latitude"), said.get("longitude")
        return None if latitude is None or longitude is None else Point(latitude, longitude)
