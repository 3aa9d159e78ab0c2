"""How things are for one person, asking them, putting answers right."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Role
from cydwaith.kernel.errors import Refused
from cydwaith.methods.measures import instrument
from cydwaith.web.sending import actor_of, saved, sent

from .. import commands, queries
from ..forms import AnswersForm, AskForm, ChooseForm
from ..pictures import pictures
from ..rules import How
from ..words import here


def mine(request: HttpRequest) -> HttpResponse:
    """The signed-in person's own page."""
    person_id = actor_of(request).person_id
    if person_id is None:
        raise Refused(_("This page is for people with a record of their own."))
    return person(request, person_id)


def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """How things are: pictures of change with their tables."""
    found = queries.history(actor_of(request), person_id)
    parts = [(one, pictures(one)) for one in found.instruments]
    return render(request, "measures/person.html", {"found": found, "parts": parts})


def ask(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Begin a set of questions: the person by themselves, a practitioner in one of three ways."""
    actor = actor_of(request)
    offers, own = queries.offers(actor, person_id), actor.is_person(person_id)
    form: ChooseForm = (ChooseForm if own else AskForm)(offers, sent(request))
    asked: list[commands.Asked] = []

    def change() -> None:
        chosen = form.cleaned_data
        how, due = chosen.get("how", How.OWN), chosen.get("due")
        names = chosen["instruments"]
        asked.append(commands.ask(actor, person_id=person_id, instruments=names, how=how, due=due))

    if saved(form, change):
        return _after_asking(request, person_id, asked[0], form.cleaned_data.get("how", How.OWN))
    return render(request, "measures/ask.html", {"form": form, "own": own, "person_id": person_id})


def _after_asking(request: HttpRequest, person_id: UUID, asked: commands.Asked, how: How) -> HttpResponse:
    if how is not How.LINK:
        return redirect("measures:fill", asked.id, 1)
    if asked.message_sent:
        messages.success(request, _("The link is on its way. It works for 14 days."))
    else:
        messages.warning(request, _("There is no e-mail address to send a link to. Answer together instead."))
    return redirect("measures:person", person_id)


def correct(request: HttpRequest, reading_id: UUID) -> HttpResponse:
    """Put answers right; the earlier ones stay beside them."""
    actor = actor_of(request)
    found = queries.given_answers(actor, reading_id)
    form = AnswersForm(found.instrument, found.own_items, sent(request), found.answers)

    def change() -> None:
        commands.correct(actor, reading_id=reading_id, answers=form.answers())

    if saved(form, change):
        messages.success(request, _("The answers are put right."))
        return redirect("measures:person", found.person_id)
    context = {"form": form, "found": found, "definition": _shown(found.instrument)}
    return render(request, "measures/correct.html", context)


def _shown(key: str) -> dict[str, str]:
    definition = instrument(key)
    return {"name": here(definition.name), "intro": here(definition.intro) if definition.intro else ""}


@staff(Role.COACH, Role.LINK_WORKER, Role.MANAGER)
def change(request: HttpRequest) -> HttpResponse:
    """Change over everybody who let the reader in."""
    return render(request, "measures/change.html", {"found": queries.caseload_change(actor_of(request))})
