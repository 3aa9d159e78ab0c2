"""What the pages share: who is at the page, and trying a command."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent; None where the page was only opened."""
    return request.POST if request.method == "POST" else None


def saved(form: forms.Form, change: Callable[[], object]) -> bool:
    """Whether a valid form's command went through; what went wrong lands on the form."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        change()
    except Invalid as wrong:
        form.add_error(wrong.field if wrong.field in form.fields else None, str(wrong))
    except Conflict as clash:
        form.add_error(None, str(clash))
    else:
        return True
    return False


def done(request: HttpRequest, sentence: str, to: str) -> HttpResponse:
    """Say that it is kept, and go on."""
    messages.success(request, sentence)
    return redirect(to)
