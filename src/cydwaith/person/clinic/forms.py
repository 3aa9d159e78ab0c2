"""The one screen of the work question, and the lesson's cases."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.person.referrals.words import LANGUAGE

from . import codes
from .lessons import Lesson
from .rules.asking import LONGEST_REFERENCE, Choice, is_nhs_number
from .words import CHOICES

LINE, REFLECTION = 200, 1000
OFF = {"autocomplete": "off", "spellcheck": "false"}


class AskForm(forms.Form):
    """Whom, how things are with work, a line, and what they chose; below, what a referral needs."""

    reference = forms.CharField(
        label=gettext_lazy("Your reference for them"),
        help_text=gettext_lazy("A number of your practice's own. Not an NHS number, not a name."),
        max_length=LONGEST_REFERENCE,
        widget=forms.TextInput(attrs=OFF | {"class": "govuk-input--width-10"}),
        error_messages={"required": gettext_lazy("Enter a reference of your practice's own.")},
    )
    status = forms.ChoiceField(
        label=gettext_lazy("How are things with work?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how things are with work.")},
    )
    line = forms.CharField(
        label=gettext_lazy("In a line, what matters to them?"),
        help_text=gettext_lazy("Their words. The team reads this if you refer them."),
        max_length=LINE,
        required=False,
    )
    choice = forms.ChoiceField(
        label=gettext_lazy("Would they like somebody to talk to about work?"),
        choices=list(CHOICES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what came of it.")},
    )
    name = forms.CharField(label=gettext_lazy("Their name"), max_length=120, required=False)
    phone = forms.CharField(
        label=gettext_lazy("Phone number"),
        max_length=40,
        required=False,
        widget=forms.TextInput(
            attrs={"type": "tel", "autocomplete": "off", "class": "govuk-input--width-20"}
        ),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        required=False,
        widget=forms.EmailInput(attrs=OFF),
        error_messages={"invalid": gettext_lazy("Enter an e-mail address like name@example.com.")},
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Which language would they like to use?"),
        choices=list(LANGUAGE.items()),
        widget=forms.RadioSelect,
    )
    they_agree = forms.BooleanField(
        label=gettext_lazy("They know that I am asking, and they agree"), required=False
    )

    def __init__(self, *args: Any, language: str, is_known: bool = False, **kwargs: Any) -> None:
        """Somebody known by the practice's link needs no reference; for others the cursor waits in it."""
        super().__init__(*args, **kwargs)
        statuses = [(one.key, one.words) for one in codes.statuses(language)]
        self.fields["status"].choices = statuses  # type: ignore[attr-defined]
        if is_known:
            del self.fields["reference"]
        elif not self.is_bound:
            self.fields["reference"].widget.attrs["autofocus"] = True

    def clean_reference(self) -> str:
        """Data that is not needed is not taken."""
        given = str(self.cleaned_data["reference"])
        if is_nhs_number(given):
            raise forms.ValidationError(_("This is an NHS number. Use a reference of your practice's own."))
        return given

    def clean(self) -> dict[str, Any]:
        """A referral needs somebody to ask for, a way to reach them, a line, and their yes."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("choice") == Choice.REFER:
            for field, sentence in self._missing(cleaned):
                self.add_error(field, sentence)
        return cleaned

    def _missing(self, cleaned: dict[str, Any]) -> list[tuple[str, str]]:
        reach = cleaned.get("phone") or cleaned.get("email") or "email" in self.errors
        wanted = (
            ("line", cleaned.get("line"), _("Say in a line what matters to them. The team reads this.")),
            ("name", cleaned.get("name"), _("Enter a name, so that the team knows whom to ask for.")),
            (
                "phone",
                reach,
                _("Enter a phone number or an e-mail address, so that the team can reach them."),
            ),
            (
                "they_agree",
                cleaned.get("they_agree"),
                _("Ask them first. You can only send this when they know and agree."),
            ),
        )
        return [(field, sentence) for field, given, sentence in wanted if not given]


class LessonForm(forms.Form):
    """One choice for each case, and what somebody takes away."""

    reflection = forms.CharField(
        label=gettext_lazy("What will you do differently?"),
        help_text=gettext_lazy("For your own record. Name no patient."),
        max_length=REFLECTION,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, lesson: Lesson, **kwargs: Any) -> None:
        """A question for each case of the lesson."""
        super().__init__(*args, **kwargs)
        for case in lesson.cases:
            self.fields[case.key] = forms.ChoiceField(
                label=case.story,
                help_text=case.question,
                choices=[(option.key, option.words) for option in case.options],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose an answer.")},
            )
        self.order_fields([*(case.key for case in lesson.cases), "reflection"])
