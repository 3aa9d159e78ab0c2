"""Something wrong here? Something missing? For anybody, from a phone."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.queries import service_card
from cydwaith.web.sending import actor_of, saved
from cydwaith.web.throttle import Throttle, address_of

from .. import commands, queries
from ..forms import TellForm, WrongForm

LIMIT = Throttle(burst=20, per_second=1 / 30)


def _too_often(request: HttpRequest) -> str:
    """A sentence when there came too much from one address; nothing is lost, it is still in the form."""
    if not LIMIT.wait(address_of(request)):
        return ""
    return _("That was a lot at once. Wait a minute, then send it again.")


@public
def wrong(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """What is wrong with one entry."""
    actor = actor_of(request)
    entry = queries.entry(actor, service_id)
    form = WrongForm(request.POST if request.method == "POST" else None, texts=entry.texts)
    if request.method == "POST" and form.is_valid() and _take_wrong(request, actor, service_id, form):
        return redirect("keeping:thanks")
    return render(request, "keeping/wrong.html", {"form": form, "card": service_card(actor, service_id)})


def _take_wrong(request: HttpRequest, actor: Actor, service_id: UUID, form: WrongForm) -> bool:
    if form.is_by_a_program:
        return True
    said = form.cleaned_data
    suggested = commands.Suggested(
        texts=form.texts(),
        shown=form.was_shown(),
        service_id=service_id,
        words=said["words"],
        reply_to=said["reply_to"],
    )
    return _taken(request, actor, suggested, form)


def _taken(
    request: HttpRequest, actor: Actor, suggested: commands.Suggested, form: WrongForm | TellForm
) -> bool:
    """Whether it could be kept; if not, the form says why."""
    if again := _too_often(request):
        form.add_error(None, again)
        return False
    return saved(form, lambda: commands.suggest(actor, suggested=suggested))


def suggested_from(form: TellForm, client_id: UUID | None = None) -> commands.Suggested:
    """Something new, as the form has it."""
    said = form.cleaned_data
    return commands.Suggested(
        texts=form.texts(),
        kind=said["kind"],
        words=form.words(),
        point=form.point(),
        client_id=client_id,
        reply_to=said["reply_to"],
    )


def _take_new(request: HttpRequest, actor: Actor, form: TellForm) -> bool:
    return form.is_by_a_program or _taken(request, actor, suggested_from(form), form)


def tell(request: HttpRequest, template: str) -> HttpResponse:
    """The form for something new, and what becomes of it without script."""
    actor = actor_of(request)
    form = TellForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _take_new(request, actor, form):
        return redirect("keeping:thanks")
    return render(request, template, {"form": form})


@public
def tell_us(request: HttpRequest) -> HttpResponse:
    """Something that keeps people well, and is not in the directory."""
    return tell(request, "keeping/tell.html")


@public
def thanks(request: HttpRequest) -> HttpResponse:
    """Thank you, and what happens next."""
    return render(request, "keeping/thanks.html")
