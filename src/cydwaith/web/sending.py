"""A page and what was sent to it: who asks, what they sent, trying its command, going on."""

from collections.abc import Callable
from typing import Any

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


def saved(form: forms.BaseForm, change: Callable[[], object]) -> bool:
    """Whether a valid form's command went through; what went wrong lands on the form.

    A clash with what somebody else did meanwhile has the code ``conflict``.
    """
    if not form.is_valid():
        return False
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
