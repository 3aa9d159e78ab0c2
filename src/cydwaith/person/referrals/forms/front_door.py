"""What the front door asks, one thing on a page, and all on one page for professionals."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from cydwaith.commons.people.queries import partnership
from cydwaith.commons.places.forms import PostcodeField
from cydwaith.commons.places.queries import neighbourhoods
from cydwaith.kernel.actor import anonymous

from ..words import CONTACT_BY, LANGUAGE, REFERRED_BY

YES_NO = [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))]
ASK_FIRST = gettext_lazy("Ask them first. You can only send this when they know and agree.")
MATTERS_LENGTH = 400
BY_PHONE = frozenset({"phone", "text", "relay"})


def required(sentence: Any) -> dict[str, Any]:
    """The sentence for an empty answer."""
    return {"required": sentence}


class WhoForm(forms.Form):
    """Who is this for?"""

    referred_by = forms.ChoiceField(
        label=gettext_lazy("Who is this for?"),
        choices=list(REFERRED_BY.items()),
        widget=forms.RadioSelect,
        error_messages=required(gettext_lazy("Choose who this is for.")),
    )


class AgreementForm(forms.Form):
    """Do they know and agree? Anything but yes goes no further."""

    they_agree = forms.ChoiceField(
        label=gettext_lazy("Do they know that you are asking, and do they agree?"),
        choices=YES_NO,
        widget=forms.RadioSelect,
        error_messages=required(gettext_lazy("Say whether they know and agree.")),
    )

    def clean_they_agree(self) -> str:
        """Only yes will do."""
        if self.cleaned_data["they_agree"] != "yes":
            raise forms.ValidationError(ASK_FIRST)
        return "yes"


class AskerForm(forms.Form):
    """Who asks for somebody else, so that they can be told what came of it."""

    requester_name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages=required(gettext_lazy("Enter your name.")),
    )
    requester_organisation = forms.CharField(
        label=gettext_lazy("Your organisation"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages=required(gettext_lazy("Enter your organisation.")),
    )
    requester_email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("We tell you here what came of it."),
        error_messages=required(gettext_lazy("Enter your e-mail address.")),
    )


class NameForm(forms.Form):
    """The name, and what they like to be called."""

    name = forms.CharField(
        label=gettext_lazy("Full name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages=required(gettext_lazy("Enter a name.")),
    )
    known_as = forms.CharField(
        label=gettext_lazy("What to call you"),
        help_text=gettext_lazy("Leave this empty if it is the same as the full name."),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "nickname", "spellcheck": "false"}),
    )


class ReachForm(forms.Form):
    """How to be in touch: at least one way, and what that way needs."""

    contact_by = forms.MultipleChoiceField(
        label=gettext_lazy("How can we be in touch?"),
        help_text=gettext_lazy("Choose all that suit."),
        choices=list(CONTACT_BY.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages=required(gettext_lazy("Choose at least one way to be in touch.")),
    )
    phone = forms.CharField(
        label=gettext_lazy("Phone number"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False)
    address = forms.CharField(
        label=gettext_lazy("Address for letters"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )

    def clean(self) -> dict[str, Any]:
        """Each chosen way has what it needs."""
        cleaned: dict[str, Any] = super().clean() or {}
        ways = set(cleaned.get("contact_by", ()))
        if ways & BY_PHONE and not cleaned.get("phone"):
            self.add_error("phone", _("Enter a phone number, or choose another way to be in touch."))
        if "email" in ways and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("Enter an e-mail address, or choose another way to be in touch."))
        if "letter" in ways and not cleaned.get("address"):
            self.add_error("address", _("Enter an address, or choose another way to be in touch."))
        if ways == {"bsl-video"} and not (cleaned.get("phone") or cleaned.get("email")):
            self.add_error("email", _("Enter an e-mail address or a phone number for the video call."))
        return cleaned


class TimesForm(forms.Form):
    """When, and whether a message may be left."""

    contact_times = forms.CharField(
        label=gettext_lazy("Times that suit you"),
        help_text=gettext_lazy("For example: mornings, or not on Tuesdays."),
        max_length=200,
        required=False,
    )
    safe_to_leave_message = forms.ChoiceField(
        label=gettext_lazy("Is it safe to leave a message?"),
        help_text=gettext_lazy("Somebody else might hear it or read it."),
        choices=YES_NO,
        widget=forms.RadioSelect,
        error_messages=required(gettext_lazy("Say whether it is safe to leave a message.")),
    )


class LanguageForm(forms.Form):
    """The language, and what makes communicating easier."""

    language = forms.ChoiceField(
        label=gettext_lazy("Which language would you like to use?"),
        choices=list(LANGUAGE.items()),
        widget=forms.RadioSelect,
        error_messages=required(gettext_lazy("Choose a language.")),
    )
    communication_needs = forms.CharField(
        label=gettext_lazy("What makes it easier to talk, read or hear?"),
        help_text=gettext_lazy("Large print, an interpreter, more time. Name another language here."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WhereForm(forms.Form):
    """Roughly where; nobody has to say."""

    postcode = PostcodeField(
        label=gettext_lazy("Postcode"),
        help_text=gettext_lazy("The first half is enough. You can leave it empty: nobody has to say."),
        required=False,
    )
    place_code = forms.ChoiceField(
        label=gettext_lazy("Or choose a neighbourhood"), choices=[], required=False, widget=forms.Select
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the neighbourhoods of this place, where there are some and not a nation's."""
        super().__init__(*args, **kwargs)
        known = nearby_choices()
        self.fields["place_code"].choices = [("", _("Rather not say")), *known]  # type: ignore[attr-defined]
        if not known:
            del self.fields["place_code"]


class MattersForm(forms.Form):
    """What matters, in a line."""

    matters = forms.CharField(
        label=gettext_lazy("What matters to you?"),
        help_text=gettext_lazy("A line is enough. You need not name an illness or tell your story."),
        max_length=MATTERS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=required(gettext_lazy("Say in a line what matters.")),
    )


class QuickForm(NameForm, ReachForm, LanguageForm, WhereForm, MattersForm):
    """Everything on one page, for somebody who is signed in and asks for a person in front of them."""

    they_agree = forms.BooleanField(
        label=gettext_lazy("They know that I am asking, and they agree"),
        error_messages=required(ASK_FIRST),
    )
    field_order = (
        "name", "known_as", "contact_by", "phone", "email", "address", "language", "communication_needs",
        "postcode", "place_code", "matters", "they_agree",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The words are about somebody else here."""
        super().__init__(*args, **kwargs)
        self.fields["known_as"].label = _("What they like to be called")
        self.fields["language"].label = _("Which language would they like to use?")
        self.fields["matters"].label = _("What matters to them, in a line?")
        self.fields["contact_by"].label = _("How can we be in touch with them?")


def nearby_choices() -> list[tuple[str, str]]:
    """The neighbourhoods of the partnership's council; none where it covers something larger."""
    here = partnership(anonymous())
    known = neighbourhoods(here.place_code) if here and here.place_code else []
    return [(place.code, place.called(get_language() or "en")) for place in known]
