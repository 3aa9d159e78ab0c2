"""What the forms of all questions share: answers in, answers out, nothing that must be said."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cydwaith.web.fields import DateInputField, month_number

from ..rules.reading import FIRST_DAY, LAST_DAY

LONGEST = 5000
DAYS = 20


class QuestionForm(forms.Form):
    """One question. Every field may be left empty: that is skipping it."""

    says_optional = False

    def __init__(self, *args: Any, initial_answer: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {})
        super().__init__(*args, **kwargs)
        self.initial = self.shown(initial_answer or {})

    def shown(self, kept: Mapping[str, Any]) -> dict[str, Any]:
        """What was kept, as its fields show it."""
        return {name: _shown(field, kept.get(name)) for name, field in self.fields.items()}

    def answer(self) -> dict[str, Any]:
        """What was said, as plain JSON values."""
        return {name: _plain(self.cleaned_data.get(name)) for name in self.fields}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.strip() if isinstance(value, str) else value


def _shown(field: forms.Field, value: Any) -> Any:
    if isinstance(field, DateInputField) and isinstance(value, str):
        return date.fromisoformat(value)
    if isinstance(field, ListField):
        return field.shown(value or [])
    return value


def area(label: Any, rows: int = 4, **more: Any) -> forms.CharField:
    """Room for own words."""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, required=False, widget=widget, max_length=LONGEST, **more)


def alone(field: forms.Field) -> Any:
    """A field whose answer needs no label when it is read."""
    field.speaks_alone = True  # type: ignore[attr-defined]
    return field


def line(label: Any, **more: Any) -> forms.CharField:
    """One line of own words."""
    return forms.CharField(label=label, required=False, max_length=200, **more)


def several(label: Any, words: Mapping[Any, Promise], **more: Any) -> forms.MultipleChoiceField:
    """As many as you like."""
    choices = [(getattr(key, "value", key), text) for key, text in words.items()]
    return forms.MultipleChoiceField(
        label=label, required=False, choices=choices, widget=forms.CheckboxSelectMultiple, **more
    )


def weekdays(label: Any, words: tuple[Promise, ...], **more: Any) -> forms.TypedMultipleChoiceField:
    """Days of the week, Monday 0."""
    return forms.TypedMultipleChoiceField(
        label=label,
        required=False,
        coerce=int,
        choices=list(enumerate(words)),
        widget=forms.CheckboxSelectMultiple,
        **more,
    )


def one(label: Any, words: Mapping[Any, Promise], **more: Any) -> forms.ChoiceField:
    """One of a few, or none."""
    choices = [(getattr(key, "value", key), text) for key, text in words.items()]
    return forms.ChoiceField(label=label, required=False, choices=choices, widget=forms.RadioSelect, **more)


def menu(label: Any, words: Mapping[Any, Promise], empty: Any, **more: Any) -> forms.ChoiceField:
    """One of a few in a list that folds up."""
    choices = [("", empty)] + [(getattr(key, "value", key), text) for key, text in words.items()]
    return forms.ChoiceField(label=label, required=False, choices=choices, **more)


class HoursField(forms.FloatField):
    """Hours, in halves."""

    def __init__(self, *, low: float = 0.5, high: float, **kwargs: Any) -> None:
        widget = forms.TextInput({"inputmode": "decimal", "class": "govuk-input--width-4"})
        super().__init__(required=False, min_value=low, max_value=high, widget=widget, **kwargs)
        parts = {"low": f"{low:g}", "high": f"{high:g}"}
        message = _("Enter hours from %(low)s to %(high)s, such as 4 or 4.5.")
        for code in ("invalid", "min_value", "max_value"):
            self.error_messages[code] = _Filled(message, parts)
        for validator in self.validators:
            validator.message = self.error_messages["invalid"]  # type: ignore[attr-defined]

    def to_python(self, value: Any) -> float | None:
        """The hours, with a comma or a point."""
        found: float | None = super().to_python(value.replace(",", ".") if isinstance(value, str) else value)
        if found is not None and not float(found * 2).is_integer():
            raise ValidationError(_("Enter whole or half hours, such as 4 or 4.5."), code="halves")
        return found


class _Filled:
    """A sentence whose numbers are filled in when it is read, in the reader's language."""

    def __init__(self, words: Promise, parts: dict[str, str]) -> None:
        self.words, self.parts = words, parts

    def __str__(self) -> str:
        return str(self.words) % self.parts

    def __mod__(self, _params: Any) -> str:
        return str(self)


def whole(label: Any, low: int, high: int, **more: Any) -> forms.IntegerField:
    """A whole number between two."""
    message = _Filled(
        _("Enter a whole number from %(low)s to %(high)s."), {"low": str(low), "high": str(high)}
    )
    field = forms.IntegerField(
        label=label,
        required=False,
        min_value=low,
        max_value=high,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={"invalid": message},
        **more,
    )
    for validator in field.validators:
        validator.message = message  # type: ignore[attr-defined]
    return field


class ListField(forms.CharField):
    """Several things in one box; ``read`` takes each, ``written`` is how one was typed."""

    between = ", "

    def __init__(
        self, *, read: Callable[[str], Any], written: Callable[[Any], str] = str, **kwargs: Any
    ) -> None:
        super().__init__(required=False, max_length=LONGEST, **kwargs)
        self.read, self.written = read, written
        if isinstance(self.widget, forms.Textarea):
            self.between = "\n"

    def to_python(self, value: Any) -> Any:
        """The things in order, each once; or what is wrong with the first that cannot be read."""
        parts = re.split(r"[\n,;]+", super().to_python(value) or "")
        found = [self.read(part.strip()) for part in parts if part.strip()]
        if len(found) > DAYS:
            raise ValidationError(_("Write at most 20."), code="many")
        return sorted(set(found))

    def shown(self, kept: list[Any]) -> str:
        """What was kept, as it would be typed."""
        return self.between.join(self.written(each) for each in kept)


def one_day(label: Any) -> DateInputField:
    """One day, within a lifetime of work."""
    return DateInputField(label=label, required=False, earliest=FIRST_DAY, latest=LAST_DAY)


def several_days(label: Any, **more: Any) -> ListField:
    """Days, one on a line."""
    widget = forms.Textarea({"rows": 3})
    return ListField(read=_read_day, written=_written_day, label=label, widget=widget, **more)


def _read_day(text: str) -> date:
    try:
        day, month, year = re.split(r"[\s/.-]+", text)
        found = date(int(year), month_number(month), int(day))
        if not FIRST_DAY <= found <= LAST_DAY:
            raise ValueError
        return found
    except (ValueError, TypeError, OverflowError) as error:
        raise ValidationError(_("Write each day like 25 12 2026, one on a line."), code="unreal") from error


def _written_day(kept: str) -> str:
    day = date.fromisoformat(kept)
    return f"{day.day} {day.month} {day.year}"


def numbers_of_weeks(label: Any, **more: Any) -> ListField:
    """Numbers of weeks, with commas between."""
    return ListField(read=_read_week, label=label, **more)


def _read_week(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 52:
        raise ValidationError(_("Write the numbers of the weeks, like 4, 8."), code="unreal")
    return int(text)
