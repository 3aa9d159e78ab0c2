"""Doors: who may come to a page at all. Signing in is the rule; the exceptions are named."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Role
from cydwaith.kernel.errors import Refused

View = TypeVar("View", bound=Callable[..., HttpResponse])

PUBLIC: set[str] = set()


def public(view: View) -> View:
    """A page for anybody; listed by name in a test."""
    PUBLIC.add(f"{view.__module__}.{view.__name__}")
    return login_not_required(view)  # type: ignore[return-value]


def staff(*roles: Role) -> Callable[[View], View]:
    """A page for people in one of these roles."""

    def wrap(view: View) -> View:
        @wraps(view)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.actor.has(*roles):  # type: ignore[attr-defined]
                raise Refused(_("This page is for people in another role."))
            return view(request, *args, **kwargs)

        return run  # type: ignore[return-value]

    return wrap
