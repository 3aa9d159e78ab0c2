"""What the pages share: who is at the page, and trying a command."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused

from .. import queries
from ..rules.vocabulary import Sheet


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def own_id(request: HttpRequest) -> UUID:
    """The record of whoever is signed in. Raises ``NotFound`` for those who have none."""
    person_id = actor_of(request).person_id
    if person_id is None:
        raise NotFound(_("You do not have a work page of your own here."))
    return person_id


def writable(request: HttpRequest, person_id: UUID, sheet: Sheet) -> queries.SheetView:
    """A sheet for whoever may write in it. Raises ``Refused``."""
    view = queries.sheet(actor_of(request), person_id, sheet)
    if not view.may_write:
        raise Refused(_("This is not here, or not open to you."))
    return view


def saved(form: forms.Form, change: Callable[[], object]) -> bool:
    """Whether the command of a valid form went through; what went wrong lands on the form."""
    try:
        change()
    except Invalid as wrong:
        form.add_error(wrong.field if wrong.field in form.fields else None, str(wrong))
    except Conflict as clash:
        form.add_error(None, forms.ValidationError(str(clash), code="conflict"))
    else:
        return True
    return False


def done(request: HttpRequest, sentence: str, *to: Any, **names: Any) -> HttpResponse:
    """Say that it is kept, and go on."""
    messages.success(request, sentence)
    return redirect(*to, **names)
