"""Lines of the parts that are lists: who can join, stages, limits, questions, documents."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..rules import AT_END, WrongProgramme, columns_from, key_for, written
from ..words import COHORTS, questions

Raw = Mapping[str, Any]


def words_field(label: Any) -> forms.CharField:
    """Words on one line."""
    return forms.CharField(label=label, max_length=300)


def source_field(*, required: bool = False) -> forms.CharField:
    """Where it is written."""
    return forms.CharField(
        label=_("Source"),
        help_text=_("Where this is written, or who agreed it and when."),
        max_length=300,
        required=required,
        error_messages={"required": _("Say where this is written, or who agreed it and when.")},
    )


class LineForm(forms.Form):
    """One line. ``begin`` fills it from the definition, ``line`` gives it back."""

    keyed = False

    def __init__(self, one: Raw, language: str, keys: Any = (), data: Any = None) -> None:
        super().__init__(data, initial=self.begin(one))
        self.one, self.language, self.keys = one, language, keys
        self.ready()

    def ready(self) -> None:
        """What depends on the language or on other programmes."""

    @staticmethod
    def begin(one: Raw) -> dict[str, Any]:
        """The line as the form shows it."""
        return dict(one)

    def line(self, others: list[Raw]) -> dict[str, Any]:
        """The line as the definition has it; a key stays what it was."""
        found = dict(self.cleaned_data)
        if self.keyed:
            taken = {str(one.get("key")) for one in others}
            found["key"] = self.one.get("key") or key_for(found["en"], taken)
        return found


class SaidForm(LineForm):
    """Words in both languages, with a source."""

    en = words_field(_("In English"))
    cy = words_field(_("In Welsh"))
    source = source_field()


class KeyedForm(SaidForm):
    """A document that the programme asks for, or a clinical team: a line with a key of its own."""

    keyed = True


class StageForm(SaidForm):
    """A stage, with the days by which it should be reached."""

    keyed = True
    days = forms.IntegerField(
        label=_("How many days after the start?"),
        help_text=_("Leave it empty where no day is set."),
        min_value=0,
        max_value=3650,
        required=False,
    )
    field_order = ("en", "cy", "days", "source")


class LimitForm(LineForm):
    """How long support lasts."""

    cohort = forms.ChoiceField(
        label=_("For whom?"),
        choices=[("", _("Everybody")), *((one.value, words) for one, words in COHORTS.items())],
        required=False,
        widget=forms.RadioSelect,
    )
    weeks = forms.IntegerField(label=_("How many weeks?"), min_value=1, max_value=520)
    source = source_field(required=True)

    def line(self, others: list[Raw]) -> dict[str, Any]:
        """Nobody in particular is everybody."""
        return dict(self.cleaned_data) | {"cohort": self.cleaned_data["cohort"] or None}


class MeasureForm(LineForm):
    """Which questions, and when."""

    instrument = forms.ChoiceField(label=_("Which questions?"), widget=forms.RadioSelect)
    at_end = forms.BooleanField(label=_("At the end of the programme"), required=False)
    weeks = forms.IntegerField(
        label=_("Or how many weeks after the start?"),
        help_text=_("0 is at the start."),
        min_value=0,
        max_value=520,
        required=False,
    )
    source = source_field()

    def ready(self) -> None:
        """The sets of questions in the reader's language."""
        own = str(self.one.get("instrument", ""))
        self.fields["instrument"].choices = questions(self.language, own)  # type: ignore[attr-defined]

    @staticmethod
    def begin(one: Raw) -> dict[str, Any]:
        """When, in two fields."""
        at_end = one.get("when") == AT_END
        return dict(one) | {"at_end": at_end, "weeks": None if at_end else one.get("when")}

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        given = super().clean() or self.cleaned_data
        if "weeks" in given and bool(given.get("at_end")) == (given["weeks"] is not None):
            self.add_error("weeks", gettext("Give the weeks, or tick the end, not both."))
        return given

    def line(self, others: list[Raw]) -> dict[str, Any]:
        """When, in one field."""
        given = self.cleaned_data
        when = AT_END if given["at_end"] else given["weeks"]
        return {"instrument": given["instrument"], "when": when, "source": given["source"]}


class NotPaidForm(LineForm):
    """A programme that may not be paid for at the same time."""

    programme = forms.ChoiceField(label=_("Which programme?"), widget=forms.RadioSelect)
    source = source_field(required=True)
    source_cy = forms.CharField(
        label=_("Source, in Welsh"),
        help_text=_("Only if it has a Welsh name. It stands on Welsh pages."),
        max_length=300,
        required=False,
    )

    def ready(self) -> None:
        """The other programmes."""
        self.fields["programme"].choices = list(self.keys)  # type: ignore[attr-defined]


class ReturnForm(SaidForm):
    """A return: what it is called, its version, and its columns in their order."""

    keyed = True
    version = forms.CharField(label=_("Version"), max_length=20)
    columns = forms.CharField(
        label=_("Columns, in their order"),
        help_text=_(
            "One a line: its name, =, and what stands in it. A star says that it must be filled. "
            "In brackets: our values and the funder's codes, as in (out_of_work: 1, in_work: 2)."
        ),
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
    )
    source = source_field(required=True)
    to_check = forms.BooleanField(label=_("To be checked with the funder before it is used"), required=False)
    field_order = ("en", "cy", "version", "columns", "source", "to_check")

    @staticmethod
    def begin(one: Raw) -> dict[str, Any]:
        """The columns one a line."""
        return dict(one) | {"columns": written(one.get("columns") or ())}

    def clean_columns(self) -> list[dict[str, Any]]:
        """The columns as a list."""
        try:
            return columns_from(self.cleaned_data["columns"], self.one.get("columns") or ())
        except WrongProgramme as wrong:
            raise forms.ValidationError(wrong.note.words.in_language(self.language)) from None


LINES: dict[str, type[LineForm]] = {
    "eligibility": SaidForm,
    "stages": StageForm,
    "time_limits": LimitForm,
    "measures": MeasureForm,
    "documents": KeyedForm,
    "clinical_teams": KeyedForm,
    "returns": ReturnForm,
    "not_paid_with": NotPaidForm,
    "to_set": SaidForm,
}
