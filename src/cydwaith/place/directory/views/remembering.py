"""Remember this for me: the need that somebody chose, when they tick that it should be kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Refused
from cydwaith.web.sending import actor_of

from .. import asked, queries
from ..commands import forget_need, remember_needs


def _person(request: HttpRequest) -> tuple[Actor, UUID]:
    """Who is signed in, as a person with a page of their own. Raises Refused."""
    actor = actor_of(request)
    if actor.person_id is None:
        raise Refused(_("This is for people who have a page of their own here."))
    return actor, actor.person_id


@require_safe
def remembered(request: HttpRequest) -> HttpResponse:
    """What the person asked us to remember, to look for again or to let go."""
    actor, person_id = _person(request)
    return render(request, "directory/remembered.html", {"kept": queries.remembered(actor, person_id)})


@require_POST
def remember(request: HttpRequest) -> HttpResponse:
    """Keep the needs of the search, if the box is ticked; never the words."""
    actor, person_id = _person(request)
    if "yes" not in request.POST:
        messages.error(request, _("Nothing was kept. Tick the box if we should remember it."))
        return redirect(f"{reverse('directory:search')}?{asked.AGAIN}=1#remember")
    remember_needs(actor, person_id=person_id, needs=asked.needs(request))
    messages.success(request, _("We remember it for you. Only you see it."))
    return redirect("directory:remembered")


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Let one go."""
    actor, person_id = _person(request)
    forget_need(actor, person_id=person_id, need=request.POST.get("need", "")[:40])
    messages.success(request, _("It is forgotten."))
    return redirect("directory:remembered")
