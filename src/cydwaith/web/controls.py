"""A bound form field made ready for a template: what it is called, what went wrong, what it holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.forms.widgets import ChoiceWidget
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from .fields import PARTS, DatePartsWidget, ScaleWidget

FOLDER = "web/controls"
PART_WIDTHS = {"day": 2, "month": 2, "year": 4}
# The server says in plain words what is missing or too long; the browser would cut text off.
NOT_PASSED_ON = frozenset(
    ["id", "class", "rows", "cols", "maxlength", "minlength", "required", "type", "placeholder"]
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One radio, checkbox or option."""

    id: str
    name: str
    value: str
    label: str
    hint: str = ""
    checked: bool = False
    described_by: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the inputs of a date."""

    id: str
    name: str
    label: str
    value: str
    classes: str
    attrs: SafeString


@dataclass(frozen=True, slots=True)
class Control:
    """Everything a control's template needs."""

    template: str
    id: str
    name: str
    label: str
    hint: str
    error: str
    described_by: str
    type: str = "text"
    value: str = ""
    classes: str = ""
    attrs: str = ""
    rows: str = "5"
    max_length: int | None = None
    choices: tuple[Choice, ...] = ()
    parts: tuple[Part, ...] = ()
    low_text: str = ""
    high_text: str = ""


def control(bound: forms.BoundField, *, label: str = "", hint: str = "", optional: bool = True) -> Control:
    """Prepare a bound field. `label` and `hint` replace the field's own; `optional` says so in the label."""
    widget = bound.field.widget
    template = f"{FOLDER}/{_kind(bound)}.html"
    error = error_text(bound)
    hint = hint or str(bound.help_text)
    max_length = _counted(bound)
    return Control(
        template=template,
        id=own_id(bound),
        name=bound.html_name,
        label=_label(bound, label, optional),
        hint=hint,
        error=error,
        described_by=_described_by(bound, hint, error, max_length),
        type=_input_type(widget),
        value=_text_value(bound),
        classes=str(widget.attrs.get("class", "")),
        attrs=_attrs(widget),
        rows=_rows(widget),
        max_length=max_length,
        choices=tuple(_choices(bound, hint, error)),
        parts=tuple(_parts(bound)),
        low_text=str(getattr(widget, "low_text", "")),
        high_text=str(getattr(widget, "high_text", "")),
    )


def own_id(bound: forms.BoundField) -> str:
    """The id of the field's first, or only, input."""
    return str(bound.field.widget.attrs.get("id") or bound.auto_id or bound.html_name)


def error_text(bound: forms.BoundField) -> str:
    """The field's first error, or ""; where Django would only say "required", which field it is."""
    if not bound.errors:
        return ""
    first = bound.errors.as_data()[0]
    plain = forms.Field.default_error_messages["required"]
    if first.code != "required" or bound.field.error_messages.get("required") != plain:
        return str(bound.errors[0])
    if isinstance(bound.field.widget, forms.CheckboxInput):
        return gettext("Tick “%(label)s” to go on.") % {"label": bound.label}
    return gettext("“%(label)s” needs an answer.") % {"label": bound.label}


def first_input_id(bound: forms.BoundField) -> str:
    """Where the error summary's link goes: the field's first input, or a date's first wrong part."""
    own = own_id(bound)
    if isinstance(bound.field.widget, DatePartsWidget):
        return f"{own}-{_wrong_parts(bound)[0]}"
    return own


def _kind(bound: forms.BoundField) -> str:
    widget = bound.field.widget
    for kinds, name in _KINDS:
        if isinstance(widget, kinds):
            return name
    return "input"


_KINDS: tuple[tuple[type[forms.Widget] | tuple[type[forms.Widget], ...], str], ...] = (
    (forms.HiddenInput, "hidden"),
    (DatePartsWidget, "date"),
    (ScaleWidget, "scale"),
    (forms.CheckboxSelectMultiple, "checkboxes"),  # before the radios, which it inherits from
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
)


def _label(bound: forms.BoundField, label: str, optional: bool) -> str:
    label = label or str(bound.label)
    if not optional or bound.field.required or isinstance(bound.field.widget, forms.CheckboxInput):
        return label
    return gettext("%(label)s (optional)") % {"label": label}


def _described_by(bound: forms.BoundField, hint: str, error: str, max_length: int | None) -> str:
    own = own_id(bound)
    said = [(bool(max_length), "info"), (bool(hint), "hint"), (bool(error), "error")]
    return " ".join(f"{own}-{what}" for there, what in said if there)


def _counted(bound: forms.BoundField) -> int | None:
    is_long = isinstance(bound.field.widget, forms.Textarea)
    return getattr(bound.field, "max_length", None) if is_long else None


def _input_type(widget: forms.Widget) -> str:
    named = getattr(widget, "input_type", None) or "text"
    return "text" if named == "number" else str(widget.attrs.get("type", named))


def _attrs(widget: forms.Widget) -> SafeString:
    attrs = {name: value for name, value in widget.attrs.items() if name not in NOT_PASSED_ON}
    if isinstance(widget, forms.NumberInput):
        attrs = {"inputmode": "numeric"} | {
            name: value for name, value in attrs.items() if name not in {"min", "max", "step"}
        }
    if isinstance(widget, forms.EmailInput):
        attrs = {"autocomplete": "email", "spellcheck": "false"} | attrs
    return flatatt(attrs)


def _rows(widget: forms.Widget) -> str:
    # Django's own default of 10 rows is only a default: the design system's is 5.
    rows = str(widget.attrs.get("rows", "5"))
    return "5" if rows == "10" else rows


def _text_value(bound: forms.BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, (ChoiceWidget, forms.CheckboxInput, forms.MultiWidget, forms.FileInput)):
        return ""
    if isinstance(widget, forms.PasswordInput):
        return ""
    value = widget.format_value(bound.value())
    return "" if value is None else str(value)


def _choices(bound: forms.BoundField, hint: str, error: str) -> Iterator[Choice]:
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        yield _single(bound, hint, error)
    elif isinstance(widget, ChoiceWidget):
        yield from _many(bound, widget)


def _single(bound: forms.BoundField, hint: str, error: str) -> Choice:
    own = own_id(bound)
    checked = bool(bound.value()) and bound.value() not in ("False", "false")
    described_by = _described_by(bound, hint, error, None)
    return Choice(own, bound.html_name, "on", str(bound.label), "", checked, described_by)


def _many(bound: forms.BoundField, widget: ChoiceWidget) -> Iterator[Choice]:
    own, name = own_id(bound), bound.html_name
    hints = getattr(bound.field, "choice_hints", {})
    groups = widget.optgroups(name, widget.format_value(bound.value()), {})
    options = [(group, option) for group, members, _index in groups for option in members]
    shown = [pair for pair in options if isinstance(widget, forms.Select) or pair[1]["value"] != ""]
    for number, (group, option) in enumerate(shown, start=1):
        yield _choice(own if number == 1 else f"{own}-{number}", name, option, hints, str(group or ""))


def _choice(own: str, name: str, option: dict[str, Any], hints: dict[str, Any], group: str) -> Choice:
    value = str(option["value"])
    hint = str(hints.get(value, ""))
    described_by = f"{own}-item-hint" if hint else ""
    return Choice(own, name, value, str(option["label"]), hint, option["selected"], described_by, group)


def _parts(bound: forms.BoundField) -> Iterator[Part]:
    widget = bound.field.widget
    if not isinstance(widget, DatePartsWidget):
        return
    labels = {"day": gettext("Day"), "month": gettext("Month"), "year": gettext("Year")}
    value = bound.value()
    values = value if isinstance(value, (list, tuple)) else widget.decompress(value)
    wrong = _wrong_parts(bound) if bound.errors else ()
    for name, inner, text in zip(PARTS, widget.widgets, values, strict=True):
        yield Part(
            id=f"{own_id(bound)}-{name}",
            name=f"{bound.html_name}_{name}",
            label=labels[name],
            value="" if text is None else str(text),
            classes=f"{'govuk-input--error ' if name in wrong else ''}govuk-input--width-{PART_WIDTHS[name]}",
            attrs=flatatt(inner.attrs),
        )


def _wrong_parts(bound: forms.BoundField) -> tuple[str, ...]:
    for error in bound.errors.as_data():
        if error.code == "missing" and error.params:
            return tuple(error.params["parts"])
    return PARTS
