"""What somebody asks the directory."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .queries import Filters
from .queries.wording import KM_PER_MILE
from .rules.access import Access
from .rules.circumstances import Circumstance
from .rules.records import Kind

LONGEST_WORDS = 200
LONGEST_PLACE = 120
ONLY = (
    ("free", _("Free")),
    ("accepting", _("Not closed to new people")),
    ("online", _("Online")),
)
MILES = (1, 3, 5, 10, 20)
DAYS = (
    ("MO", _("Monday")),
    ("TU", _("Tuesday")),
    ("WE", _("Wednesday")),
    ("TH", _("Thursday")),
    ("FR", _("Friday")),
    ("SA", _("Saturday")),
    ("SU", _("Sunday")),
)
PARTS = (("morning", _("Morning")), ("afternoon", _("Afternoon")), ("evening", _("Evening")))
ACCESS = (
    (str(Access.STEP_FREE.value), _("Step-free")),
    (str(Access.WELSH.value), _("In Welsh")),
    (str(Access.BSL.value), _("British Sign Language")),
    (str(Access.HEARING_LOOP.value), _("Hearing loop")),
    (str(Access.CHILDCARE.value), _("Somebody minds the children")),
    (str(Access.PARKING.value), _("Disabled parking")),
    (str(Access.TOILET.value), _("Accessible toilet")),
)
CIRCUMSTANCES = (
    (str(Circumstance.CARER.value), _("I look after somebody")),
    (str(Circumstance.DISABLED.value), _("I am disabled, or have been ill for long")),
    (str(Circumstance.VETERAN.value), _("I served in the forces")),
    (str(Circumstance.PARENT.value), _("I am a parent, or pregnant")),
    (str(Circumstance.LOW_INCOME.value), _("I have little money, or get benefits")),
    (str(Circumstance.OUT_OF_WORK.value), _("I am out of work")),
    (str(Circumstance.LGBT.value), _("I am LGBTQ+")),
    (str(Circumstance.NEWCOMER.value), _("I am a refugee, or new to this country")),
    (str(Circumstance.WOMAN.value), _("I am a woman")),
    (str(Circumstance.MAN.value), _("I am a man")),
)
KINDS = (
    ("", _("Any kind")),
    (Kind.SERVICE.value, _("Services")),
    (Kind.GROUP.value, _("Groups")),
    (Kind.PLACE.value, _("Places")),
    (Kind.VOLUNTEERING.value, _("Volunteering")),
    (Kind.ONLINE.value, _("Websites and apps")),
)
NARROWING = ("only", "within", "days", "parts", "access", "kind", "age", "circumstances")


def within() -> list[tuple[str, str]]:
    """How far away, in the language of the page."""
    miles = [(str(m), ngettext("{miles} mile", "{miles} miles", m).format(miles=m)) for m in MILES]
    return [("", str(_("Any distance"))), *miles]


class SearchForm(forms.Form):
    """Words, a place, and what to leave out; sent by POST, so that they stand in no address and no log."""

    words = forms.CharField(
        label=_("What are you looking for?"),
        help_text=_("Say it in your own words. For example: debt, a choir, my knees hurt."),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "true"}),
    )
    near = forms.CharField(
        label=_("Near where?"),
        help_text=_("A postcode, the first half of one, or the name of a place."),
        max_length=LONGEST_PLACE,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "spellcheck": "false"}),
    )
    only = forms.MultipleChoiceField(
        label=_("Only show"), choices=ONLY, required=False, widget=forms.CheckboxSelectMultiple
    )
    within = forms.ChoiceField(label=_("How far away?"), choices=within, required=False)
    days = forms.MultipleChoiceField(
        label=_("On which days?"), choices=DAYS, required=False, widget=forms.CheckboxSelectMultiple
    )
    parts = forms.MultipleChoiceField(
        label=_("At what time of day?"), choices=PARTS, required=False, widget=forms.CheckboxSelectMultiple
    )
    access = forms.MultipleChoiceField(
        label=_("What do you need there?"),
        help_text=_("Only what says that it has this is shown."),
        choices=ACCESS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    kind = forms.ChoiceField(label=_("What kind?"), choices=KINDS, required=False)
    age = forms.IntegerField(
        label=_("For what age?"),
        min_value=0,
        max_value=120,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
    )

    circumstances = forms.MultipleChoiceField(
        label=_("Is any of this true of you?"),
        help_text=_("You need not say. What is for you comes first. We forget it after half an hour."),
        choices=CIRCUMSTANCES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def filters(self) -> Filters:
        """What was chosen, as a search wants it."""
        said = self.cleaned_data
        ticked = said.get("only", [])
        return Filters(
            free="free" in ticked,
            accepting="accepting" in ticked,
            online="online" in ticked,
            kind=said.get("kind", ""),
            within_km=int(said["within"]) * KM_PER_MILE if said.get("within") else None,
            days=tuple(said.get("days", ())),
            parts=tuple(said.get("parts", ())),
            access=sum(int(bit) for bit in said.get("access", ())),
            age=said.get("age"),
            circumstances=sum(int(bit) for bit in said.get("circumstances", ())),
        )

    @property
    def asks(self) -> bool:
        """Whether there is anything to search for."""
        return bool(self.cleaned_data.get("words") or self.cleaned_data.get("near"))

    @property
    def narrows(self) -> bool:
        """Whether anything is left out, or put first."""
        return any(self.cleaned_data.get(name) not in ("", None, []) for name in NARROWING)
