"""The person's pages: inviting somebody at work, proposing, answering back, stopping."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.web.sending import actor_of, done, saved, sent

from .. import commands, queries
from ..forms import CarryForm, InviteForm, ProposeForm, SayForm
from ..library import entries, entry


def mine(request: HttpRequest) -> HttpResponse:
    """The way to one's own page."""
    person_id = actor_of(request).person_id
    if person_id is None:
        raise NotFound(_("You do not have a page of your own here."))
    return redirect("workplace:home", person_id)


def home(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Whom the person invited at work."""
    return render(request, "workplace/home.html", {"page": queries.home(actor_of(request), person_id)})


def invite(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Invite somebody at work."""
    actor = actor_of(request)
    page = queries.home(actor, person_id)
    if not page.may_write:
        raise Refused(_("This is not here, or not open to you."))
    form = InviteForm(sent(request))
    made: list[UUID] = []

    def change() -> None:
        together = not page.by.own
        made.append(commands.invite(actor, person_id=person_id, contact=form.contact(), with_person=together))

    noticed = form.to_read_again()
    if not noticed and saved(form, change):
        return done(request, _("Invited. They have a link."), _one(person_id, made[0]))
    return render(request, "workplace/invite.html", {"page": page, "form": form, "noticed": noticed})


def one(request: HttpRequest, person_id: UUID, invitation_id: UUID) -> HttpResponse:
    """One invitation, and what stands with them."""
    page = queries.one(actor_of(request), person_id, invitation_id)
    return render(request, "workplace/one.html", {"page": page})


def propose(request: HttpRequest, person_id: UUID, invitation_id: UUID) -> HttpResponse:
    """Propose what would help; from the library, or in own words."""
    actor = actor_of(request)
    page = _writable(request, person_id, invitation_id)
    chosen = entry(request.GET.get("from", ""), actor.language)
    form = ProposeForm(sent(request), initial={"what": chosen.title} if chosen else {})

    def change() -> None:
        commands.propose(
            actor,
            person_id=person_id,
            invitation_id=invitation_id,
            with_person=not page.by.own,
            **form.cleaned_data,
        )

    noticed = form.to_read_again()
    if not noticed and saved(form, change):
        return done(
            request, _("Proposed. They hear that there is something new."), _one(person_id, invitation_id)
        )
    context = {"page": page, "form": form, "library": entries(actor.language), "noticed": noticed}
    return render(request, "workplace/propose.html", context)


def say(request: HttpRequest, person_id: UUID, invitation_id: UUID, adjustment_id: UUID) -> HttpResponse:
    """Take the other way or not, ask for a change, end it."""
    page = _writable(request, person_id, invitation_id)
    row = next((row for row in page.adjustments if row.id == adjustment_id), None)
    if row is None or not row.moves:
        raise NotFound(_("This is not here, or not open to you."))
    form = SayForm(sent(request), row)

    def change() -> None:
        commands.say(actor_of(request), adjustment_id=adjustment_id, **form.said())

    noticed, back = form.to_read_again(), _one(person_id, invitation_id)
    if not noticed and saved(form, change):
        return done(request, _("Kept."), back)
    context = {"row": row, "form": form, "back": back, "own": page.by.own, "noticed": noticed}
    return render(request, "workplace/say.html", context)


def carry(request: HttpRequest, person_id: UUID, invitation_id: UUID) -> HttpResponse:
    """Go on with somebody new."""
    actor = actor_of(request)
    page = _writable(request, person_id, invitation_id)
    if not page.invitation.may_carry:
        raise NotFound(_("This is not here, or not open to you."))
    known: dict[str, Any] = {"employer": page.invitation.employer, "purpose": page.invitation.purpose}
    rows = [row for row in page.adjustments if row.moves]
    form = CarryForm(sent(request), rows, initial=known)
    made: list[UUID] = []

    def change() -> None:
        made.append(
            commands.carry(
                actor,
                person_id=person_id,
                invitation_id=invitation_id,
                contact=form.contact(),
                adjustment_ids=form.adjustment_ids(),
                with_person=not page.by.own,
            )
        )

    noticed = form.to_read_again()
    if not noticed and saved(form, change):
        return done(
            request, _("Done. The old link is closed, the new one is sent."), _one(person_id, made[0])
        )
    return render(request, "workplace/carry.html", {"page": page, "form": form, "noticed": noticed})


@require_POST
def stop(request: HttpRequest, person_id: UUID, invitation_id: UUID) -> HttpResponse:
    """Stop: they see nothing from the next request on."""
    commands.stop(actor_of(request), person_id=person_id, invitation_id=invitation_id)
    sentence = _("Stopped. They cannot see it from now on.")
    return done(request, sentence, reverse("workplace:home", args=[person_id]))


@require_POST
def days(request: HttpRequest, person_id: UUID, invitation_id: UUID) -> HttpResponse:
    """Show the days of the phased return, or take them back."""
    change = commands.hide_days if request.POST.get("hide") else commands.show_days
    try:
        change(actor_of(request), person_id=person_id, invitation_id=invitation_id)
        messages.success(request, _("Kept."))
    except (Invalid, Conflict) as why:
        messages.error(request, str(why))
    return redirect(_one(person_id, invitation_id))


def _one(person_id: UUID, invitation_id: UUID) -> str:
    return reverse("workplace:one", args=[person_id, invitation_id])


def _writable(request: HttpRequest, person_id: UUID, invitation_id: UUID) -> queries.OnePage:
    page = queries.one(actor_of(request), person_id, invitation_id)
    if not page.may_write:
        raise Refused(_("This is not here, or not open to you."))
    return page
