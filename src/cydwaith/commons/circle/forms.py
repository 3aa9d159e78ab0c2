"""The shape of letting somebody in."""

from datetime import datetime, timedelta
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.commons.people.queries import OrganisationCard
from cydwaith.kernel import clock

from .commands import NOT_FOR_WORK
from .rules import Scope, is_too_much
from .words import ASKED_SCOPES, RELATION_WORDS

OPEN = "open"
LENGTHS = {
    "30": _("One month"),
    "91": _("Three months"),
    "182": _("Six months"),
    "365": _("One year"),
    OPEN: _("Until I say stop"),
}


class LetInForm(forms.Form):
    """Whom, what for, which parts, until when."""

    organisation = forms.ChoiceField(
        label=_("An organisation"), required=False, help_text=_("Leave this empty if it is one person.")
    )
    email = forms.EmailField(
        label=_("Or one person, by e-mail address"),
        required=False,
        help_text=_("A friend, somebody in your family, or a professional. They sign in with a code."),
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    known_as = forms.CharField(label=_("Their name, for your list"), required=False, max_length=80)
    relation = forms.ChoiceField(
        label=_("What are they to you?"),
        required=False,
        help_text=_("Only where you entered an e-mail address."),
        choices=[(one.value, words) for one, words in RELATION_WORDS.items()],
        widget=forms.RadioSelect,
    )
    purpose = forms.CharField(
        label=_("What is it for?"),
        max_length=200,
        help_text=_("For example: so that we can plan my return to work together."),
    )
    scopes = forms.TypedMultipleChoiceField(
        label=_("What can they see?"),
        coerce=int,
        choices=[(int(scope), words) for scope, words in ASKED_SCOPES.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing that they can see.")},
    )
    length = forms.ChoiceField(
        label=_("For how long?"), choices=list(LENGTHS.items()), widget=forms.RadioSelect
    )

    def __init__(self, *args: object, organisations: list[OrganisationCard], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choices = [("", _("Choose one"))] + [(str(card.id), card.name) for card in organisations]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        """Exactly one recipient."""
        data: dict[str, object] = super().clean() or {}
        if bool(data.get("organisation")) == bool(data.get("email")):
            self.add_error("organisation", _("Choose an organisation or enter one e-mail address, not both."))
        if data.get("email") and not data.get("relation"):
            self.add_error("relation", _("Say what they are to you: it decides what they can see."))
        elif data.get("email") and data.get("scopes") and is_too_much(data["relation"], self.chosen_scopes()):
            self.add_error("scopes", NOT_FOR_WORK)
        return data

    def chosen_scopes(self) -> Scope:
        """The parts ticked, as one value."""
        chosen = Scope(0)
        for value in self.cleaned_data["scopes"]:
            chosen |= Scope(value)
        return chosen

    def until(self) -> datetime | None:
        """When it ends; None for "until I say stop"."""
        days = self.cleaned_data["length"]
        return None if days == OPEN else clock.now() + timedelta(days=int(days))

    def organisation_id(self) -> UUID | None:
        """The organisation chosen."""
        return UUID(self.cleaned_data["organisation"]) if self.cleaned_data["organisation"] else None

    def who_they_are(self) -> str:
        """What one person by address is to them; nothing of an organisation."""
        return self.cleaned_data["relation"] if self.cleaned_data["email"] else ""
