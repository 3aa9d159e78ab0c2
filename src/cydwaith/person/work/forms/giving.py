"""Looking at a document as somebody else, and giving it to one reader."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.commons.circle.forms import LENGTHS, OPEN
from cydwaith.commons.people.queries import OrganisationCard
from cydwaith.kernel import clock

from ..rules.contents import READERS
from ..rules.vocabulary import Kind, Reader
from ..words import READERS as NAMES

LAYOUTS = {"plain": _("As usual"), "easy": _("Easy Read: large, short, with pictures")}
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}


class LookForm(forms.Form):
    """Who reads it, in which language and layout, and whether words about health are in it."""

    reader = forms.ChoiceField(label=_("Who is it for?"))
    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGES.items()))
    layout = forms.ChoiceField(label=_("Layout"), choices=list(LAYOUTS.items()))
    own = forms.BooleanField(label=_("Put my words about my health into this paper"), required=False)

    def __init__(self, *args: Any, kind: Kind, has_health: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(reader.value, NAMES[reader]) for reader in READERS[kind]]
        self.fields["reader"].choices = names  # type: ignore[attr-defined]
        if not has_health:
            del self.fields["own"]

    @property
    def reader_chosen(self) -> Reader:
        """Who reads it."""
        return Reader(self.cleaned_data["reader"])

    @property
    def with_health(self) -> bool:
        """Whether it was ticked."""
        return bool(self.cleaned_data.get("own"))

    @property
    def is_easy(self) -> bool:
        """Whether it is laid out as Easy Read."""
        return str(self.cleaned_data["layout"]) == "easy"

    def chosen(self) -> dict[str, str]:
        """What was chosen, for the addresses of the print and the PDF."""
        return {name: "on" if value is True else value for name, value in self.cleaned_data.items() if value}


class GiveForm(forms.Form):
    """One reader, what for, until when. ``seen`` is the seal of the paper that stands beside the form."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    organisation = forms.ChoiceField(
        label=_("An organisation"), required=False, help_text=_("Leave this empty if it is one person.")
    )
    contact = forms.EmailField(
        label=_("Who there should be told? Their e-mail address at work"),
        required=False,
        help_text=_("Only they get a letter. Left empty, all who read such papers there get one."),
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label=_("Or one person, by e-mail address"),
        required=False,
        help_text=_("They sign in with a code, and see this one paper."),
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    known_as = forms.CharField(label=_("Their name, for your list"), required=False, max_length=80)
    purpose = forms.CharField(
        label=_("What is it for?"),
        max_length=200,
        help_text=_("For example: so that we can plan my return to work together."),
        error_messages={"required": _("Say what it is for.")},
    )
    length = forms.ChoiceField(
        label=_("For how long?"),
        choices=list(LENGTHS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for how long.")},
    )

    def __init__(
        self, *args: Any, organisations: list[OrganisationCard], seen: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, initial={"seen": seen}, **kwargs)
        choices = [("", _("Choose one"))] + [(str(card.id), card.name) for card in organisations]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Exactly one reader."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and bool(data.get("organisation")) == bool(data.get("email")):
            self.add_error("organisation", _("Choose an organisation or enter one e-mail address, not both."))
        return data

    def show(self, seen: str) -> None:
        """The paper that stands beside the form is another now."""
        self.data = self.data.copy()
        self.data["seen"] = seen

    def recipient(self) -> dict[str, Any]:
        """What the command takes."""
        data = self.cleaned_data
        return {
            "email": data["email"],
            "contact": data["contact"],
            "organisation_id": UUID(data["organisation"]) if data["organisation"] else None,
            "label": data["known_as"],
            "purpose": data["purpose"],
            "until": self._until(),
        }

    def _until(self) -> datetime | None:
        days = self.cleaned_data["length"]
        return None if days == OPEN else clock.now() + timedelta(days=int(days))
