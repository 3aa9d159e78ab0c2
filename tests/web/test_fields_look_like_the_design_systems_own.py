"""Each form field gives the HTML that the design system publishes for it."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError

from cydwaith.web.fields import PARTS, DateInputField, DatePartsWidget, with_hints
from tests.web.conftest import Examples
from tests.web.rendering import render, seen

PASSED_ON = ("autocomplete", "pattern", "inputmode")

INPUTS = (
    "default",
    "with hint text",
    "with error message",
    "with error and hint",
    "with width-2 class",
    "with width-10 class",
    "with width-20 class",
    "with label as page heading",
    "with prefix",
    "with suffix",
    "with prefix and suffix",
    "with prefix and suffix and error",
    "with autocomplete attribute",
    "inputmode",
    "value",
)
TEXTAREAS = ("default", "with hint", "with error message", "with default value", "with custom rows")
RADIOS = (
    "default",
    "with hint",
    "inline",
    "small",
    "small with error",
    "small with hint",
    "with fieldset and error message",
    "with hint and error message",
)
CHECKBOXES = ("default", "with hint", "with error message and hint", "with error message")
SELECTS = ("with hint text and error message", "hint", "error")
DATES = ("default", "with values", "with error message and hint", "with error on day input")


def field_of(options: dict[str, Any], kind: type[forms.Widget]) -> forms.Field:
    widget = kind(attrs=_attrs(options))
    hint = options.get("hint", {}).get("text", "")
    label = (options.get("label") or options["fieldset"]["legend"])["text"]
    if "items" not in options and kind is not forms.Select:
        return forms.CharField(label=label, help_text=hint, widget=widget)
    choices = [(item.get("value", ""), item["text"]) for item in options.get("items", []) if item]
    many = isinstance(widget, forms.CheckboxSelectMultiple)
    field = (forms.MultipleChoiceField if many else forms.ChoiceField)(
        label=label, help_text=hint, widget=widget, choices=choices
    )
    hints = {str(i["value"]): i["hint"]["text"] for i in options.get("items", []) if i and i.get("hint")}
    return with_hints(field, hints)


def _attrs(options: dict[str, Any]) -> dict[str, Any]:
    attrs = {name: options[name] for name in (*PASSED_ON, "rows", "type") if name in options}
    own = options.get("idPrefix") or options.get("id")
    classes = {"class": options["classes"]} if options.get("classes", "").startswith("govuk-input") else {}
    return attrs | ({"id": own} if own else {}) | classes


def bound(options: dict[str, Any], field: forms.Field) -> forms.BoundField:
    """The field in a form, holding the example's value and with its error, if it has one."""
    name = options.get("name") or options.get("id", "field")
    kind = type("Example", (forms.Form,), {name: field})
    value = options.get("value", options.get("values")) or _checked(options, field)
    error = options.get("errorMessage")
    held = {"data": {name: value} if value else {}} if error else {"initial": {name: value}}
    form = kind(auto_id="%s", **held)
    if error:
        form.errors.clear()
        wrong = tuple(part for part in PARTS if options.get(part, {}).get("error"))
        form.add_error(name, ValidationError(error["text"], "missing" if wrong else "", {"parts": wrong}))
    return form[name]


def _checked(options: dict[str, Any], field: forms.Field) -> Any:
    items = [i for i in options.get("items", []) if i]
    found = [str(i["value"]) for i in items if i.get("checked") or i.get("selected")]
    return found if isinstance(field, forms.MultipleChoiceField) else next(iter(found), None)


def shown(field: forms.BoundField, options: dict[str, Any]) -> str:
    label = options.get("label") or options.get("fieldset", {}).get("legend", {})
    looks = str(label.get("classes", ""))
    return render(
        '<c-field :field="field" :size="size" :heading="heading" :inline="inline" :small="small"'
        ' :prefix="prefix" :suffix="suffix" />',
        field=field,
        size=looks.rsplit("--", 1)[1] if "--" in looks else "",
        heading=label.get("isPageHeading", False),
        inline="--inline" in options.get("classes", ""),
        small="--small" in options.get("formGroup", {}).get("classes", ""),
        prefix=options.get("prefix", {}).get("text", ""),
        suffix=options.get("suffix", {}).get("text", ""),
    )


def compare(example: dict[str, Any], kind: type[forms.Widget]) -> None:
    options = example["options"]
    assert seen(shown(bound(options, field_of(options, kind)), options)) == seen(example["html"])


@pytest.mark.parametrize("name", INPUTS)
def test_an_input(examples: Examples, name: str) -> None:
    compare(examples("input")[name], forms.TextInput)


@pytest.mark.parametrize("name", TEXTAREAS)
def test_a_textarea(examples: Examples, name: str) -> None:
    compare(examples("textarea")[name], forms.Textarea)


@pytest.mark.parametrize("name", RADIOS)
def test_radios(examples: Examples, name: str) -> None:
    compare(examples("radios")[name], forms.RadioSelect)


@pytest.mark.parametrize("name", CHECKBOXES)
def test_checkboxes(examples: Examples, name: str) -> None:
    compare(examples("checkboxes")[name], forms.CheckboxSelectMultiple)


@pytest.mark.parametrize("name", SELECTS)
def test_a_select(examples: Examples, name: str) -> None:
    compare(examples("select")[name], forms.Select)


def test_a_long_answer_is_counted(examples: Examples) -> None:
    example = examples("character-count")["default"]
    field = field_of(example["options"], forms.Textarea)
    field.max_length = example["options"]["maxlength"]
    assert seen(shown(bound(example["options"], field), {})) == seen(example["html"])


@pytest.mark.parametrize("name", DATES)
def test_a_date(examples: Examples, name: str) -> None:
    example = examples("date-input")[name]
    options = example["options"]
    widget = DatePartsWidget(attrs={"id": options["id"]})
    hint = options.get("hint", {}).get("text", "")
    field = DateInputField(label=options["fieldset"]["legend"]["text"], help_text=hint, widget=widget)
    value = list(options["values"].values()) if "values" in options else None
    html = shown(bound({**options, "name": "x", "value": value}, field), options)
    # The design system's example sends bare "day", "month" and "year"; a form may have two dates.
    html = html.replace('name="x_', 'name="')
    assert seen(html) == seen(example["html"])
