"""What is typed: joining, moving on, leaving, a date of birth."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cydwaith.kernel import clock
from cydwaith.place.programmes.queries import Opening
from cydwaith.place.programmes.rules import Cohort, Line, Stage
from cydwaith.web.fields import DateInputField, with_hints

from .rules import Ending
from .words import ENDINGS, for_whom

NO_TEAM = "-"


class StartForm(forms.Form):
    """Since when, and whether they were in work on that day."""

    started = DateInputField(
        label=_("When did they start?"),
        help_text=_("The day of the first real talk, not the day of the request."),
        error_messages={"required": _("Give the day on which they started.")},
    )
    cohort = forms.ChoiceField(
        label=_("Were they in work on that day?"),
        help_text=_("Off sick from a job counts as in work."),
        widget=forms.RadioSelect,
        choices=[
            (Cohort.OUT_OF_WORK.value, _("No, out of work")),
            (Cohort.IN_WORK.value, _("Yes, in work or off sick from a job")),
        ],
        error_messages={"required": _("Say whether they were in work on that day.")},
    )

    def clean_cohort(self) -> Cohort:
        """As the rules know it."""
        return Cohort(self.cleaned_data["cohort"])


class EnrolForm(StartForm):
    """Which programme, and the start."""

    programme = forms.ChoiceField(
        label=_("Which programme?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a programme.")},
    )
    born = DateInputField(
        label=_("Date of birth"),
        help_text=_("Only if you know it. The minimum wage goes by age, so a job outcome may need it."),
        required=False,
        birthday=True,
    )
    field_order = ("programme", "started", "cohort", "born")

    def __init__(
        self, openings: Sequence[Opening], data: Any = None, *, asked: str = "", has_birthday: bool = False
    ) -> None:
        super().__init__(data, initial={"started": clock.today(), "programme": asked})
        field = self.fields["programme"]
        field.choices = [(one.key, one.name) for one in openings]  # type: ignore[attr-defined]
        with_hints(field, {one.key: for_whom(one) for one in openings})
        if has_birthday:
            del self.fields["born"]


class MoveForm(forms.Form):
    """How far they are."""

    stage = forms.ChoiceField(
        label=_("How far are they?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the stages.")},
    )
    on = DateInputField(label=_("Since when?"), error_messages={"required": _("Give the day.")})

    def __init__(self, stages: Sequence[Stage], language: str, data: Any = None, stage: str = "") -> None:
        super().__init__(data, initial={"stage": stage, "on": clock.today()})
        self.fields["stage"].choices = [  # type: ignore[attr-defined]
            (one.key, one.words.in_language(language)) for one in stages
        ]


class TeamForm(forms.Form):
    """Beside which clinical team, and since when."""

    team = forms.ChoiceField(
        label=_("Beside which clinical team?"),
        help_text=_("The team that knows them, never what it knows. It is for how the service works."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the teams.")},
    )
    since = DateInputField(
        label=_("Since when?"),
        help_text=_("What was chosen before stays true of the days before."),
        error_messages={"required": _("Give the day.")},
    )

    def __init__(
        self, teams: Sequence[Line], language: str, data: Any = None, *, team: str, since: date
    ) -> None:
        super().__init__(data, initial={"team": team or NO_TEAM, "since": since})
        named = [(one.key, one.words.in_language(language)) for one in teams]
        self.fields["team"].choices = [*named, (NO_TEAM, _("None of them, or not known"))]  # type: ignore[attr-defined]

    def clean_team(self) -> str:
        """The key of a team, "" for none."""
        return "" if self.cleaned_data["team"] == NO_TEAM else str(self.cleaned_data["team"])


class EndForm(forms.Form):
    """When and why they left."""

    ended = DateInputField(label=_("Last day"), error_messages={"required": _("Give the last day.")})
    reason = forms.ChoiceField(
        label=_("Why does it end?"),
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in ENDINGS.items()],
        error_messages={"required": _("Choose why it ends.")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"ended": clock.today()})

    def clean_reason(self) -> Ending:
        """As the rules know it."""
        return Ending(self.cleaned_data["reason"])


class BirthdayForm(forms.Form):
    """A date of birth."""

    born = DateInputField(
        label=_("Date of birth"),
        help_text=_("For example, 27 3 1988. The minimum wage goes by age."),
        birthday=True,
        error_messages={"required": _("Give the date of birth.")},
    )
