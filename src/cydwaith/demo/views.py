"""The tour and the letterbox of a demonstration place; elsewhere these pages do not exist."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cydwaith.commons.messages import queries as messages
from cydwaith.commons.people import queries as people
from cydwaith.commons.people.doors import public
from cydwaith.commons.people.signing_in import (
    DEMONSTRATION_CODE,
    DEMONSTRATION_SECOND_CODE,
    on_this_machine,
)
from cydwaith.kernel.actor import system
from cydwaith.kernel.errors import NotFound

from .signing import sign_ins

View = Callable[[HttpRequest], HttpResponse]


def only_in_a_demonstration(view: View) -> View:
    """Not found unless this is a demonstration, asked from this machine."""

    @wraps(view)
    def run(request: HttpRequest) -> HttpResponse:
        card = people.partnership(request.actor)  # type: ignore[attr-defined]
        if card is None or not card.is_demonstration or not on_this_machine(request):
            raise NotFound("demonstration")
        return view(request)

    return run


@public
@only_in_a_demonstration
def tour(request: HttpRequest) -> HttpResponse:
    """Who to sign in as, and what to look at."""
    page = {
        "sign_ins": sign_ins(),
        "first_code": DEMONSTRATION_CODE,
        "second_code": DEMONSTRATION_SECOND_CODE,
    }
    return render(request, "demo/tour.html", page)


@public
@only_in_a_demonstration
def letters(request: HttpRequest) -> HttpResponse:
    """Every message that the demonstration sent, with the link in it."""
    postman = system("to show the letters of a demonstration")
    return render(request, "demo/letters.html", {"letters": messages.sent(postman)})
