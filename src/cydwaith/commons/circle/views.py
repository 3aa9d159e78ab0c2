"""Pages of the circle: for the person, and for a coach who writes down what the person said."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cydwaith.commons.people import queries as people
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from . import commands, portable, queries, sections, trail
from .forms import LENGTHS, LetInForm
from .preview import preview
from .words import HOW_WORDS, RELATION_WORDS, scope_words


def own_id(request: HttpRequest) -> UUID:
    """The record of whoever is signed in. Raises ``NotFound`` for those who have none."""
    person_id: UUID | None = request.actor.person_id  # type: ignore[attr-defined]
    if person_id is None:
        raise NotFound("own record")
    return person_id


def mine(request: HttpRequest) -> HttpResponse:
    """My circle: whom I let in, and whom I did."""
    return _circle(request, own_id(request))


def of_person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The same with a practitioner, as far as they may see."""
    return _circle(request, person_id)


def _circle(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    card = queries.person_card(actor, person_id)
    rows = [
        {
            "row": row,
            "scopes": scope_words(row.scopes),
            "how": HOW_WORDS.get(row.how, ""),
            "relation": RELATION_WORDS.get(row.relation, ""),
        }
        for row in queries.circle_of(actor, person_id)
    ]
    return render(
        request,
        "circle/circle.html",
        {
            "person": card,
            "own": actor.is_person(person_id),
            "active": [r for r in rows if r["row"].active],
            "ended": [r for r in rows if not r["row"].active],
        },
    )


def let_in(request: HttpRequest, person_id: UUID | None = None) -> HttpResponse:
    """Fill in, look at what they will see, then say yes."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    about = person_id or own_id(request)
    card = queries.person_card(actor, about)
    form = LetInForm(request.POST or None, organisations=people.organisations(actor))
    page: dict[str, Any] = {"form": form, "person": card, "own": actor.is_person(about)}
    if request.method != "POST" or not form.is_valid() or "change" in request.POST:
        return render(request, "circle/let_in.html", page)
    if "yes" not in request.POST:
        return render(request, "circle/preview.html", page | _preview(actor, about, form))
    commands.invite(actor, person_id=about, **_invitation(form), how=_how(actor, about))
    messages.success(request, _("Done. You can stop this at any time."))
    return redirect("circle:mine") if actor.is_person(about) else redirect("circle:of_person", about)


def _how(actor: Actor, person_id: UUID) -> str:
    return "by the person" if actor.is_person(person_id) else "with the person"


def _invitation(form: LetInForm) -> dict[str, Any]:
    return {
        "organisation_id": form.organisation_id(),
        "email": form.cleaned_data["email"],
        "label": form.cleaned_data["known_as"],
        "relation": form.who_they_are(),
        "purpose": form.cleaned_data["purpose"],
        "scopes": form.chosen_scopes(),
        "until": form.until(),
    }


def _preview(actor: Actor, person_id: UUID, form: LetInForm) -> dict[str, Any]:
    chosen = form.organisation_id()
    card = people.organisation(actor, chosen) if chosen else None
    return {
        "recipient": card.name if card else form.cleaned_data["known_as"] or form.cleaned_data["email"],
        "seen": preview(actor, person_id, form.chosen_scopes(), chosen, form.who_they_are()),
        "length": LENGTHS[form.cleaned_data["length"]],
        "answers": [(key, value) for key in form.fields for value in request_values(form, key)],
    }


def request_values(form: LetInForm, key: str) -> list[str]:
    """What was typed, to carry over to the next step."""
    return list(form.data.getlist(key))  # type: ignore[attr-defined]


@require_POST
def stop(request: HttpRequest, permission_id: UUID) -> HttpResponse:
    """Withdraw a permission; it works on the very next request."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    person_id = commands.withdraw(actor, permission_id=permission_id)
    messages.success(request, _("Stopped. They cannot see anything from now on."))
    return redirect("circle:mine") if actor.is_person(person_id) else redirect("circle:of_person", person_id)


def seen(request: HttpRequest) -> HttpResponse:
    """Who looked at my record, when and why."""
    own_id(request)
    mine_too = "all" in request.GET
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return render(request, "circle/seen.html", {"looks": trail.looks(actor, mine_too), "mine_too": mine_too})


def record(request: HttpRequest) -> HttpResponse:
    """Everything about me on one page."""
    person_id = own_id(request)
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page = {"parts": sections.fill(actor, person_id), "person": queries.person_card(actor, person_id)}
    return render(request, "circle/record.html", page)


def record_data(request: HttpRequest) -> HttpResponse:
    """Everything about me as JSON."""
    person_id = own_id(request)
    parts = sections.fill(request.actor, person_id)  # type: ignore[attr-defined]
    response = JsonResponse(portable.as_data(parts), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="my-record.json"'
    return response


def shared(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What a person shared with whoever is asking: for family, friends and partner organisations."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    view = queries.shared_view(actor, person_id)
    return render(request, "circle/shared.html", {"view": view})
