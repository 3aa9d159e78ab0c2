"""The answers of the front door, as rows to check before they are sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor

from . import flow


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: the question, what was said, the page on which to change it."""

    key: str
    value: str
    slug: str


def summary(actor: Actor, answers: Mapping[str, Any]) -> list[Row]:
    """Every question that applies, in order."""
    return [
        Row(str(field.label), _said(field, answers.get(name)), page.slug)
        for page in flow.pages(actor, answers)
        for name, field in flow.form_for(page, answers).fields.items()
    ]


def _said(field: forms.Field, value: Any) -> str:
    if value in (None, "", []):
        return _("Not said")
    if not isinstance(field, forms.ChoiceField):
        return str(value)
    labels = {str(code): str(label) for code, label in field.choices}
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(labels.get(str(code), str(code)) for code in chosen)
