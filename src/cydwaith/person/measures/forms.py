"""The shape of input: the questions of an instrument, and what to ask."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.methods.measures import NOT_APPLICABLE, Item, instrument
from cydwaith.web.fields import DateInputField, ScaleField, with_hints

from .queries import Offer
from .rules import How
from .words import HOW, here

BOX = "-not-applicable"


class AnswersForm(forms.Form):
    """One instrument: no answer is required, a wrong one is refused."""

    def __init__(
        self, key: str, own_items: Mapping[str, str], data: Any = None, given: Mapping[str, Any] | None = None
    ) -> None:
        """``own_items`` are the person's goals by id; ``given`` are answers from before."""
        super().__init__(data, initial=_initial(given or {}))
        self.items = _items(key, own_items)
        for item, words in self.items:
            self.fields[item.key] = _question(item, words)
            if item.not_applicable:
                box = forms.BooleanField(label=here(item.not_applicable), required=False)
                self.fields[item.key + BOX] = box

    def answers(self) -> dict[str, int | str | None]:
        """What was answered; None where a question was left out."""
        return {item.key: self._answer(item.key) for item, _words in self.items}

    def _answer(self, key: str) -> int | str | None:
        if self.cleaned_data.get(key + BOX):
            return NOT_APPLICABLE
        return self.cleaned_data[key]  # type: ignore[no-any-return]

    def clean(self) -> dict[str, Any]:
        """A number and "does not apply" together contradict each other."""
        cleaned = super().clean() or self.cleaned_data
        for item, _words in self.items:
            if cleaned.get(item.key + BOX) and cleaned.get(item.key) is not None:
                self.add_error(item.key, _("Choose a number, or tick the box under it, not both."))
        return cleaned


def _initial(given: Mapping[str, Any]) -> dict[str, Any]:
    boxes = {key + BOX: True for key, answer in given.items() if answer == NOT_APPLICABLE}
    return {key: answer for key, answer in given.items() if answer != NOT_APPLICABLE} | boxes


def _items(key: str, own_items: Mapping[str, str]) -> list[tuple[Item, str]]:
    definition = instrument(key)
    own = definition.own
    if own is None:
        return [(item, here(item.words) if item.words else item.key) for item in definition.items]
    ends = own.lowest_words, own.highest_words
    return [
        (Item(goal, own.lowest, own.highest, None, (), *ends), words) for goal, words in own_items.items()
    ]


def _question(item: Item, words: str) -> forms.Field:
    wrong = _("Choose one of the answers, from %(low)s to %(high)s.") % {
        "low": item.lowest,
        "high": item.highest,
    }
    errors = {"invalid_choice": wrong}
    if not item.options:
        low, high = item.lowest_words, item.highest_words
        return ScaleField(
            low=item.lowest,
            high=item.highest,
            low_text=here(low) if low else "",
            high_text=here(high) if high else "",
            label=words,
            required=False,
            error_messages=errors,
        )
    return forms.TypedChoiceField(
        choices=[(option.value, here(option.words)) for option in item.options],
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        label=words,
        required=False,
        error_messages=errors,
    )


class ChooseForm(forms.Form):
    """Which sets of questions."""

    instruments = forms.MultipleChoiceField(
        label=gettext_lazy("Which questions?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one set of questions.")},
    )

    def __init__(self, offers: Sequence[Offer], data: Any = None) -> None:
        """The usual light set is ticked to begin with."""
        usual = [offer.key for offer in offers if offer.usual]
        super().__init__(data, initial={"instruments": usual})
        field = self.fields["instruments"]
        field.choices = [(offer.key, offer.name) for offer in offers]  # type: ignore[attr-defined]
        with_hints(field, {offer.key: offer.what for offer in offers})


class AskForm(ChooseForm):
    """Which questions, how they are answered, and by when."""

    how = forms.ChoiceField(
        label=gettext_lazy("How will they answer?"),
        widget=forms.RadioSelect,
        choices=[(how.value, words) for how, words in HOW.items()],
        error_messages={"required": gettext_lazy("Choose how they will answer.")},
    )
    due = DateInputField(
        label=gettext_lazy("By when, if you agreed a day"),
        required=False,
        help_text=gettext_lazy("For example, 27 3 2026. The link works for 14 days."),
    )

    def clean_how(self) -> How:
        """As the commands want it."""
        return How(self.cleaned_data["how"])
