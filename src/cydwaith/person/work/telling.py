"""An answer as a person reads it, from the question's own form: for pages, versions and the export."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from .documents import saying
from .forms.profile import PROFILE_FORMS
from .forms.question import QuestionForm
from .forms.statement import STATEMENT_FORMS
from .rules.vocabulary import ProfileQuestion, Sheet, StatementQuestion
from .words import PROFILE, STATEMENT, Wording

FORMS: dict[Sheet, Mapping[str, type[QuestionForm]]] = {
    Sheet.PROFILE: PROFILE_FORMS,
    Sheet.STATEMENT: STATEMENT_FORMS,
}
WORDINGS: dict[Sheet, Mapping[str, Wording]] = {
    Sheet.PROFILE: {key.value: PROFILE[key] for key in ProfileQuestion},
    Sheet.STATEMENT: {key.value: STATEMENT[key] for key in StatementQuestion},
}


@dataclass(frozen=True, slots=True)
class Told:
    """One line of an answer: what was asked, unless the question says it, and what was said."""

    label: str
    text: str

    @property
    def line(self) -> str:
        """Both in one."""
        return (
            _("%(label)s: %(text)s") % {"label": self.label, "text": self.text} if self.label else self.text
        )


def told(sheet: Sheet, question: str, answer: Mapping[str, Any]) -> tuple[Told, ...]:
    """The lines of one answer, in the order of its form."""
    form = _form(sheet, question)
    return filled_in(form, form.shown(answer))


def filled_in(form: forms.Form, values: Mapping[str, Any]) -> tuple[Told, ...]:
    """The fields of a form that have a value, in their order, but hidden ones."""
    lines = ((field, values.get(name)) for name, field in form.fields.items() if not field.widget.is_hidden)
    return tuple(_told(field, value) for field, value in lines if value not in (None, "", []))


@cache
def _form(sheet: Sheet, question: str) -> QuestionForm:
    """A question's fields, which say the same of every answer; their words are read when they are said."""
    return FORMS[sheet][question]()


def _told(field: forms.Field, value: Any) -> Told:
    label = "" if getattr(field, "speaks_alone", False) else str(field.label)
    return Told(label, _text(field, value))


def _text(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.MultipleChoiceField):
        named = {str(key): words for key, words in field.choices}
        return saying.together(named[str(each)] for each in value if str(each) in named)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    if isinstance(value, float):
        return saying.amount(value)
    return saying.day(value) if hasattr(value, "year") else str(value)
