"""What is typed at the workplace."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cydwaith.kernel import clock
from cydwaith.person.work.forms.reading_again import ReadAgain
from cydwaith.web.fields import DateInputField

from . import healthy, library
from .commands import Contact
from .queries import AdjustmentRow
from .rules.agreeing import ContactRole, Ended, Move
from .rules.checking import Far, Said
from .rules.pulse import Way
from .words import ENDED, FARS, ROLES, WAYS

AGAIN_DAYS = 90
LONGEST = 2000


def _lines(rows: int = 3) -> forms.Textarea:
    return forms.Textarea({"rows": rows})


class InviteForm(ReadAgain):
    """Whom the person invites."""

    for_work = ("purpose",)

    employer = forms.CharField(
        label=_("Which employer?"),
        max_length=200,
        error_messages={"required": _("Say which employer it is.")},
    )
    name = forms.CharField(
        label=_("Whom do you invite?"), max_length=120, error_messages={"required": _("Say whom you invite.")}
    )
    email = forms.EmailField(
        label=_("Their e-mail at work"),
        error_messages={"required": _("Give their e-mail, so that the link reaches them.")},
    )
    role = forms.ChoiceField(
        label=_("What are they at work?"),
        choices=[(one.value, words) for one, words in ROLES.items()],
        initial=ContactRole.MANAGER.value,
        widget=forms.RadioSelect,
    )
    purpose = forms.CharField(
        label=_("What is it for?"),
        help_text=_("For example: to agree on my hours. They read this. You need not name an illness."),
        max_length=300,
        error_messages={"required": _("Say what it is for.")},
    )
    until = DateInputField(label=_("Until when can they see it?"))

    def __init__(self, data: Any, **more: Any) -> None:
        usual = {"until": clock.today() + timedelta(days=180)}
        super().__init__(data, initial=usual | more.pop("initial", {}), **more)

    def contact(self) -> Contact:
        """What was typed."""
        said = self.cleaned_data
        return Contact(
            employer=said["employer"],
            name=said["name"],
            email=said["email"],
            role=ContactRole(said["role"]),
            purpose=said["purpose"],
            until=said["until"],
        )


class CarryForm(InviteForm):
    """Somebody new, and what goes along."""

    adjustments = forms.MultipleChoiceField(
        label=_("What goes along to them?"),
        help_text=_("With all that was said about it. What you leave out stays with you."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any, rows: Sequence[AdjustmentRow], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["adjustments"].choices = [(str(row.id), row.what) for row in rows]  # type: ignore[attr-defined]

    def adjustment_ids(self) -> tuple[UUID, ...]:
        """What was ticked."""
        return tuple(map(UUID, self.cleaned_data["adjustments"]))


class ProposeForm(ReadAgain):
    """What would help."""

    for_work = ("what", "helps")

    what = forms.CharField(
        label=_("What would help?"),
        max_length=LONGEST,
        widget=_lines(),
        error_messages={"required": _("Say what would help.")},
    )
    helps = forms.CharField(
        label=_("Why does it help at work?"),
        help_text=_("Say what you can do with it. You need not name an illness."),
        required=False,
        max_length=LONGEST,
        widget=_lines(),
    )
    starts = DateInputField(label=_("From when?"), required=False)


class AnswerForm(forms.Form):
    """What the employer says."""

    move = forms.ChoiceField(
        label=_("Your answer"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    words = forms.CharField(
        label=_("The other way, or why not"),
        help_text=_("Needed if you offer another way or cannot do it. The person reads it."),
        required=False,
        max_length=LONGEST,
        widget=_lines(),
    )
    review_on = DateInputField(label=_("When do you both look again?"))

    def __init__(self, data: Any, row: AdjustmentRow) -> None:
        super().__init__(data, initial={"review_on": clock.today() + timedelta(days=AGAIN_DAYS)})
        self.fields["move"].choices = row.moves  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """What was chosen."""
        return self.cleaned_data | {"move": Move(self.cleaned_data["move"])}


class SayForm(ReadAgain):
    """What the person says."""

    move = forms.ChoiceField(
        label=_("What do you say?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    words = forms.CharField(
        label=_("How should it be?"),
        help_text=_("Needed if you ask for a change. They read it."),
        required=False,
        max_length=LONGEST,
        widget=_lines(),
    )

    def __init__(self, data: Any, row: AdjustmentRow) -> None:
        super().__init__(data)
        self.fields["move"].choices = row.moves  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """What was chosen."""
        return self.cleaned_data | {"move": Move(self.cleaned_data["move"])}


class ChangedForm(forms.Form):
    """What changes at work."""

    because = forms.ChoiceField(
        label=_("What changes?"),
        choices=[(one.value, ENDED[one]) for one in (Ended.MANAGER, Ended.ROLE)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what changes.")},
    )


class LibraryForm(forms.Form):
    """Which adjustments to show; what is unknown shows all."""

    barrier = forms.ChoiceField(label=_("What makes it hard?"), required=False)
    kind = forms.ChoiceField(label=_("What kind of work?"), required=False)

    def __init__(self, data: Any, language: str) -> None:
        super().__init__(data)
        for name, part in (("barrier", "barriers"), ("kind", "kinds")):
            known = library.choices(part, language)
            self.fields[name].choices = [("", _("All")), *known]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """What is asked for."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("barrier", "kind")}


class CheckForm(forms.Form):
    """Each statement: how far, what we will do, by when."""

    def __init__(self, data: Any, language: str, before: dict[str, Said]) -> None:
        super().__init__(data)
        self.statements = healthy.statements(language)
        for one in self.statements:
            was = before.get(one.key)
            self.fields[f"{one.key}-far"] = forms.ChoiceField(
                label=one.words,
                choices=[(far.value, words) for far, words in FARS.items()],
                widget=forms.RadioSelect,
                initial=was.far.value if was else None,
                error_messages={"required": _("Choose an answer.")},
            )
            self.fields[f"{one.key}-will"] = forms.CharField(
                label=_("What will we do?"),
                required=False,
                max_length=300,
                initial=was.will if was else "",
                widget=forms.TextInput({"aria-label": f"{gettext('What will we do?')} {one.words}"}),
            )
            self.fields[f"{one.key}-by"] = DateInputField(
                label=_("By when?"), required=False, initial=was.by if was else None
            )

    def asked(self) -> list[dict[str, Any]]:
        """The fields of each statement; what will be done is open where something stands there."""
        return [self._asked(one.key) for one in self.statements]

    def _asked(self, key: str) -> dict[str, Any]:
        far, will, by = (self[f"{key}-{name}"] for name in ("far", "will", "by"))
        day = by.value()
        typed = any(day) if isinstance(day, list | tuple) else day
        return {"far": far, "will": will, "by": by, "is_open": bool(will.value() or typed or by.errors)}

    def said(self) -> dict[str, Said]:
        """What was answered."""
        told = self.cleaned_data
        return {
            one.key: Said(Far(told[f"{one.key}-far"]), told[f"{one.key}-will"].strip(), told[f"{one.key}-by"])
            for one in self.statements
        }


class PulseForm(forms.Form):
    """A new round."""

    way = forms.ChoiceField(
        label=_("How do people answer?"),
        choices=[(one.value, words) for one, words in WAYS.items()],
        initial=Way.CODES.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    headcount = forms.IntegerField(
        label=_("How many people work here?"),
        help_text=_("Count everybody who may answer. You get one code for each."),
        min_value=1,
        max_value=1_000_000,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-5"}),
        error_messages={
            "required": _("Say how many people work here."),
            "invalid": _("Give a whole number, such as 40."),
        },
    )
    closes_on = DateInputField(label=_("Until when can people answer?"))

    def __init__(self, data: Any) -> None:
        super().__init__(data, initial={"closes_on": clock.today() + timedelta(days=21)})

    def said(self) -> dict[str, Any]:
        """What was chosen."""
        return self.cleaned_data | {"way": Way(self.cleaned_data["way"])}


class CodeForm(forms.Form):
    """The code from a slip of paper."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("12 letters and numbers from your slip of paper, such as K7QM-3F8X-TT4P."),
        max_length=40,
        error_messages={"required": _("Type the code from your slip of paper.")},
        widget=forms.TextInput(
            {"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-20"}
        ),
    )
