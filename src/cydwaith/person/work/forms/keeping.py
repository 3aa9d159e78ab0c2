"""Keeping a version, and writing words about health."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..rules.vocabulary import Because
from ..words import BECAUSE, HEALTH
from .question import LONGEST


class WithPerson(forms.Form):
    """A page that the person fills in, or somebody else with them; recorded as such."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    with_person = forms.BooleanField(required=False)

    def __init__(self, *args: Any, own: bool = True, called: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            del self.fields["with_person"]
        else:
            label = _("I am writing this together with %(person)s") % {"person": called}
            self.fields["with_person"].label = label

    @property
    def together(self) -> bool:
        """Whether the person is there."""
        return bool(self.cleaned_data.get("with_person"))


class KeepForm(WithPerson):
    """Why this version is kept."""

    because = forms.ChoiceField(
        label=_("Why do you keep it now?"),
        widget=forms.RadioSelect,
        choices=[(key.value, words) for key, words in BECAUSE.items()],
        error_messages={"required": _("Choose why you keep it now.")},
    )

    def __init__(self, *args: Any, first: bool = False, asked: Because | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = [(key.value, words) for key, words in BECAUSE.items() if (key is Because.FIRST) == first]
        self.fields["because"].choices = kept  # type: ignore[attr-defined]
        if first or asked:
            self.fields["because"].initial = (asked or Because.FIRST).value
        self.order_fields(["because", "with_person"])


class HealthForm(WithPerson):
    """Words about health, kept apart from all the rest. ``seen`` is the seal of those that were there."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("In my own words"),
        help_text=HEALTH.hint,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["words", "with_person"])

    def show(self, seen: str) -> None:
        """The words that are there are others now; what was typed stays."""
        self.data = self.data.copy()
        self.data["seen"] = seen
