"""Form fields that the design system has and Django lacks: a date in three parts, a scale."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

PARTS = ("day", "month", "year")

MISSING = {
    ("day",): _("The date must include a day."),
    ("month",): _("The date must include a month."),
    ("year",): _("The date must include a year."),
    ("day", "month"): _("The date must include a day and a month."),
    ("day", "year"): _("The date must include a day and a year."),
    ("month", "year"): _("The date must include a month and a year."),
}

# The first letters that tell the months apart, in English and in Welsh, so that a written month is taken too.
MONTH_STARTS = (
    ("jan", "ion"),
    ("feb", "chw"),
    ("mar", "maw"),
    ("apr", "ebr"),
    ("may", "mai"),
    ("jun", "meh"),
    ("jul", "gor"),
    ("aug", "aws"),
    ("sep", "med"),
    ("oct", "hyd"),
    ("nov", "tac"),
    ("dec", "rha"),
)

SomeField = TypeVar("SomeField", bound=forms.Field)


class DatePartsWidget(forms.MultiWidget):
    """Three text inputs; a birthday lets the browser fill them in."""

    def __init__(self, birthday: bool = False, attrs: dict[str, Any] | None = None) -> None:
        """Make one input for each part."""
        super().__init__({part: forms.TextInput(_part_attrs(part, birthday)) for part in PARTS}, attrs)

    def decompress(self, value: Any) -> list[Any]:
        """A date as day, month and year."""
        return [value.day, value.month, value.year] if isinstance(value, date) else [None, None, None]


class DateInputField(forms.Field):
    """A date typed as day, month and year. The value is a `date`, or None when empty and not required.

    A month may be a number or a name in English or Welsh. Errors say which part is missing.
    """

    default_error_messages = {
        "required": _("Enter the date."),
        "unreal": _("The date must be a real date, like 27 3 2026."),
        "too_early": _("The date must be on or after %(limit)s."),
        "too_late": _("The date must be on or before %(limit)s."),
    }

    def __init__(
        self,
        *,
        birthday: bool = False,
        earliest: date | None = None,
        latest: date | None = None,
        **kwargs: Any,
    ) -> None:
        """`birthday` adds autocomplete; `earliest` and `latest` are the first and last dates taken."""
        self.earliest, self.latest = earliest, latest
        kwargs.setdefault("widget", DatePartsWidget(birthday=birthday))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """The date that was typed, or None when all parts are empty."""
        if value is None or isinstance(value, date):
            return value
        parts = [str(part or "").strip() for part in value]
        if not any(parts):
            return None
        _refuse_missing(parts)
        return self._real_date(parts)

    def validate(self, value: Any) -> None:
        """Required, and inside the limits."""
        super().validate(value)
        if value and self.earliest and value < self.earliest:
            self._fail("too_early", self.earliest)
        if value and self.latest and value > self.latest:
            self._fail("too_late", self.latest)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another date was typed."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True

    def _real_date(self, parts: list[str]) -> date:
        day, month, year = parts
        try:
            if len(year) != 4:
                raise ValueError
            return date(int(year), month_number(month), int(day))
        except (ValueError, OverflowError) as error:
            raise ValidationError(self.error_messages["unreal"], code="unreal") from error

    def _fail(self, code: str, limit: date) -> None:
        params = {"limit": date_format(limit, "j F Y")}
        raise ValidationError(self.error_messages[code], code=code, params=params)


class ScaleWidget(forms.RadioSelect):
    """Radios side by side, with words at the two ends."""

    def __init__(self, low_text: Any = "", high_text: Any = "", **kwargs: Any) -> None:
        """The words for the lowest and the highest point."""
        super().__init__(**kwargs)
        self.low_text, self.high_text = low_text, high_text


class ScaleField(forms.TypedChoiceField):
    """A whole number from `low` to `high`, both included. The value is an `int`, or None when empty."""

    def __init__(
        self, *, low: int = 0, high: int = 10, low_text: Any = "", high_text: Any = "", **kwargs: Any
    ) -> None:
        """`low_text` and `high_text` say what the two ends mean."""
        kwargs.setdefault("widget", ScaleWidget(low_text, high_text))
        choices = [(number, str(number)) for number in range(low, high + 1)]
        super().__init__(choices=choices, coerce=int, empty_value=None, **kwargs)


def with_hints(field: SomeField, hints: Mapping[str, Any]) -> SomeField:
    """The same choice field, with a line of help under some of its choices, by value."""
    field.choice_hints = hints  # type: ignore[attr-defined]
    return field


def month_number(text: str) -> int:
    """1 to 12 from a number or a month's name in English or Welsh; ValueError when it is neither."""
    if text.isdigit():
        return int(text)
    for number, starts in enumerate(MONTH_STARTS, start=1):
        if text.lower().startswith(starts):
            return number
    raise ValueError(text)


def _part_attrs(part: str, birthday: bool) -> dict[str, str]:
    return {"inputmode": "numeric"} | ({"autocomplete": f"bday-{part}"} if birthday else {})


def _refuse_missing(parts: Sequence[str]) -> None:
    missing = tuple(name for name, part in zip(PARTS, parts, strict=True) if not part)
    if missing:
        raise ValidationError(MISSING[missing], code="missing", params={"parts": missing})
