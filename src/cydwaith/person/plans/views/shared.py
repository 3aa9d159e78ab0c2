"""What the pages share: who is at the page, and trying a command."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.errors import Refused
from cydwaith.web.sending import actor_of

from .. import queries
from ..queries import Reader


def writer(request: HttpRequest, person_id: UUID, scope: Scope) -> Reader:
    """Whoever is at a page for writing in one part. Raises ``Refused``."""
    by = queries.reader(actor_of(request), person_id)
    if not by.writes(scope):
        raise Refused(_("This is not here, or not open to you."))
    return by


def whose(by: Reader) -> dict[str, Any]:
    """What forms are told: whether the person writes, and how they are called."""
    return {"own": by.own, "called": by.called}


def is_clash(form: forms.Form) -> bool:
    """Whether somebody else saved first."""
    return form.is_bound and form.has_error("__all__", code="conflict")


def seen_now(form: forms.Form, **current: object) -> None:
    """After both texts are shown, saving again is a choice: take the current numbers."""
    form.data = form.data.copy()
    for name, value in current.items():
        form.data[name] = str(value)


def form_page(request: HttpRequest, by: Reader, form: forms.Form, title: str, **more: Any) -> HttpResponse:
    """A page with one form on it."""
    context = {"by": by, "form": form, "title": title, "back": "", "template": "plans/form.html", **more}
    return render(request, context["template"], context)
