"""Parts of a version that are one form: its words, target days, whom it takes; and putting it in force."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.kernel import clock
from cydwaith.web.fields import DateInputField

from ..rules import TARGETS
from ..words import COHORTS
from ..words import TARGETS as TARGET_WORDS

Raw = Mapping[str, Any]
Choices = Sequence[tuple[str, str]]


class PartForm(forms.Form):
    """A part of a definition: ``start`` reads it, ``part`` gives it back."""

    def __init__(self, raw: Raw, organisations: Choices, data: Any = None) -> None:
        super().__init__(data, initial=self.start(raw))
        if "organisation" in self.fields:
            self.fields["organisation"].choices = [("", ""), *organisations]  # type: ignore[attr-defined]

    @staticmethod
    def start(raw: Raw) -> dict[str, Any]:
        """The part as the form shows it."""
        return dict(raw)

    def part(self) -> dict[str, Any]:
        """What changes in the definition."""
        return dict(self.cleaned_data)


class WordsForm(PartForm):
    """What it is called, for whom it is, who runs it."""

    name = forms.CharField(label=_("Name"), max_length=120)
    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=120)
    for_whom = forms.CharField(label=_("For whom"), widget=forms.Textarea(attrs={"rows": 3}))
    for_whom_cy = forms.CharField(label=_("For whom, in Welsh"), widget=forms.Textarea(attrs={"rows": 3}))
    intro = forms.CharField(label=_("What it is"), widget=forms.Textarea(attrs={"rows": 3}))
    intro_cy = forms.CharField(label=_("What it is, in Welsh"), widget=forms.Textarea(attrs={"rows": 3}))
    organisation = forms.ChoiceField(
        label=_("Who runs it?"), error_messages={"required": _("Choose who runs it.")}
    )
    sources = forms.CharField(
        label=_("Sources"),
        help_text=_("Where its numbers are written. One a line."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    @staticmethod
    def start(raw: Raw) -> dict[str, Any]:
        """Sources one a line."""
        return dict(raw) | {"sources": "\n".join(raw.get("sources", ()))}

    def part(self) -> dict[str, Any]:
        """Sources as a list."""
        lines = self.cleaned_data["sources"].splitlines()
        return dict(self.cleaned_data) | {"sources": [line.strip() for line in lines if line.strip()]}


class TargetsForm(PartForm):
    """Working days allowed for each thing that somebody waits for."""

    def __init__(self, raw: Raw, organisations: Choices, data: Any = None) -> None:
        super().__init__(raw, organisations, data)
        for name in TARGETS:
            field = forms.IntegerField(label=TARGET_WORDS[name], min_value=0, max_value=365)
            field.widget.attrs["class"] = "govuk-input--width-3"
            self.fields[name] = field
        self.fields["closed_days"] = forms.CharField(
            label=_("Closed days"),
            help_text=_("Bank holidays and the like, which are not counted. One a line, like 2026-12-25."),
            required=False,
            widget=forms.Textarea(attrs={"rows": 6}),
        )

    @staticmethod
    def start(raw: Raw) -> dict[str, Any]:
        """Each target by its name; closed days one a line."""
        days = "\n".join(str(day) for day in raw.get("closed_days") or ())
        return dict(raw.get("targets", {})) | {"closed_days": days}

    def clean_closed_days(self) -> list[str]:
        """As dates, each once, in their order."""
        lines = (line.strip() for line in self.cleaned_data["closed_days"].splitlines())
        try:
            days = {date.fromisoformat(line) for line in lines if line}
        except ValueError:
            raise forms.ValidationError(_("Write each day on a line of its own, like 2026-12-25.")) from None
        return [day.isoformat() for day in sorted(days)]

    def part(self) -> dict[str, Any]:
        """The targets together, and the closed days."""
        targets = {name: self.cleaned_data[name] for name in TARGETS}
        return {"targets": targets, "closed_days": self.cleaned_data["closed_days"]}


class CohortsForm(PartForm):
    """Whom it takes."""

    cohorts = forms.MultipleChoiceField(
        label=_("Whom does it take?"),
        help_text=_("The two groups are never counted together."),
        choices=[(one.value, words) for one, words in COHORTS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one group.")},
    )


SINGLE: dict[str, type[PartForm]] = {"words": WordsForm, "targets": TargetsForm, "cohorts": CohortsForm}


class NewForm(forms.Form):
    """What a new programme is called."""

    name = forms.CharField(label=_("Name"), max_length=120)
    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=120)


class FileForm(forms.Form):
    """A file of programmes."""

    file = forms.FileField(
        label=_("A file of a programme"),
        help_text=_("JSON, as “Take it as a file” on the page of a programme writes it."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty. Choose another."),
        },
    )


class PutInForceForm(forms.Form):
    """From which day, and what is new."""

    says_optional: ClassVar[bool] = False

    valid_from = DateInputField(
        label=_("From which day does it hold?"),
        help_text=_("People who started before stay on the version that they began with."),
        error_messages={"required": _("Give the first day.")},
    )
    last = DateInputField(
        label=_("Last day, if it has one"),
        help_text=_("Nobody new can start after it. Leave it empty where no end is set."),
        required=False,
    )
    note = forms.CharField(
        label=_("What is new, and why?"),
        help_text=_("One line for the history."),
        max_length=300,
        error_messages={"required": _("Say what is new and why.")},
    )

    def __init__(self, data: Any = None, *, last: date | None = None) -> None:
        super().__init__(data, initial={"valid_from": clock.today(), "last": last})


class LastDayForm(forms.Form):
    """Until when the programme takes people, and why."""

    says_optional: ClassVar[bool] = False

    last = DateInputField(
        label=_("Last day on which somebody can start"),
        help_text=_("Leave it empty where no end is set."),
        required=False,
    )
    why = forms.CharField(
        label=_("Why?"),
        help_text=_("One line for the history, such as: funding until 31 March."),
        max_length=300,
        error_messages={"required": _("Say why, in one line.")},
    )

    def __init__(self, data: Any = None, *, last: date | None) -> None:
        super().__init__(data, initial={"last": last})
