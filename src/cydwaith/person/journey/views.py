"""Pages: my people, one person, my own page, an attempt, a talk."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.commands import change_details
from cydwaith.commons.circle.views import own_id
from cydwaith.commons.circle.words import scope_words
from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Invalid, NotFound
from cydwaith.web.sending import actor_of, done, saved, sent

from . import commands, queries
from .forms import AttemptForm, DetailsForm, NextStepForm, OwnPageForm, TalkForm, as_answers

A_PAGE = 25


@staff(Role.COACH, Role.LINK_WORKER)
def caseload(request: HttpRequest) -> HttpResponse:
    """My people: who to think of today and why."""
    rows = queries.caseload(actor_of(request))
    today, others = [r for r in rows if r.reasons], [r for r in rows if not r.reasons]
    shown = today if "all" in request.GET else today[:A_PAGE]
    page = {
        "today": shown,
        "today_count": len(today),
        "more_today": len(today) > len(shown),
        "others": Paginator(others, A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "journey/caseload.html", page)


def home(request: HttpRequest) -> HttpResponse:
    """My own page; for supporters, the people who let them in."""
    actor = actor_of(request)
    if actor.person_id is None:
        return render(request, "journey/supporter.html", {"people": _who_let_me_in(actor)})
    page = {"page": queries.journey(actor, actor.person_id), "shared": _who_let_me_in(actor)}
    return render(request, "journey/home.html", page)


def _who_let_me_in(actor: Actor) -> list[tuple[UUID, str]]:
    ids = circle.shared_with_me(actor)
    names = {card.id: card.called for card in circle.person_cards(actor, ids)}
    return [(person_id, names.get(person_id, "")) for person_id in ids]


def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """One person, for whoever walks with them."""
    actor = actor_of(request)
    if actor.is_person(person_id):
        return redirect("journey:home")
    page = queries.journey(actor, person_id)
    return render(request, "journey/person.html", {"page": page, "closed": scope_words(page.closed_parts)})


def story(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Everything that happened, newest first."""
    actor = actor_of(request)
    card = circle.person_card(actor, person_id)
    moments = queries.story(actor, person_id)
    page = {"person": card, "own": actor.is_person(person_id), "moments": moments}
    return render(request, "journey/story.html", page)


@staff(Role.COACH, Role.LINK_WORKER)
def attempt(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Note a try to reach somebody."""
    card = circle.person_card(actor_of(request), person_id)
    form = AttemptForm(sent(request))
    if saved(form, lambda: commands.log_attempt(actor_of(request), person_id=person_id, **form.cleaned_data)):
        return done(request, _("Noted."), "journey:person", person_id)
    return render(request, "journey/attempt.html", {"form": form, "person": card})


@staff(Role.COACH, Role.LINK_WORKER)
def talk(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Write down a talk."""
    card = circle.person_card(actor_of(request), person_id)
    form = TalkForm(sent(request))

    def change() -> None:
        words = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        commands.write_talk(actor_of(request), person_id=person_id, at=form.moment(), **words)

    if saved(form, change):
        return done(request, _("Written down."), "journey:person", person_id)
    return render(request, "journey/talk.html", {"form": form, "person": card})


def details(request: HttpRequest, person_id: UUID | None = None) -> HttpResponse:
    """Keep contact details right: the person, or a practitioner with them."""
    actor = actor_of(request)
    about = person_id or own_id(request)
    card = circle.person_card(actor, about)
    form = DetailsForm(sent(request), initial=as_answers(card))
    if saved(form, lambda: change_details(actor, person_id=about, **form.details())):
        back = ("journey:home",) if actor.is_person(about) else ("journey:person", about)
        return done(request, _("Saved."), *back)
    return render(
        request, "journey/details.html", {"form": form, "person": card, "own": actor.is_person(about)}
    )


@staff(Role.COACH, Role.LINK_WORKER)
def own_page(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Offer somebody a page of their own."""
    actor = actor_of(request)
    card = circle.person_card(actor, person_id)
    form = OwnPageForm(sent(request), initial={"email": card.email})

    def change() -> None:
        if not commands.offer_own_page(actor, person_id=person_id, email=form.cleaned_data["email"]):
            raise Invalid(_("This address belongs to a page already. Ask for another one."), "email")

    if saved(form, change):
        said = _("Done. They can sign in with a code sent to this address.")
        return done(request, said, "journey:person", person_id)
    return render(request, "journey/own_page.html", {"form": form, "person": card})


def next_step(request: HttpRequest, talk_id: UUID) -> HttpResponse:
    """The person writes their own next step."""
    actor = actor_of(request)
    if actor.person_id is None or all(talk.id != talk_id for talk in queries.talks(actor, actor.person_id)):
        raise NotFound("talk")
    form = NextStepForm(sent(request))
    written = {"person_id": actor.person_id, "talk_id": talk_id}
    if saved(form, lambda: commands.write_next_step(actor, **written, **form.cleaned_data)):
        return done(request, _("Your next step is written down."), "journey:home")
    return render(request, "journey/next_step.html", {"form": form})
