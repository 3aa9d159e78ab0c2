"""For an employer: who is interested, and answering them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cydwaith.commons.people import links
from cydwaith.commons.people.doors import public, staff
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.actor import by_link as actor_by_link
from cydwaith.kernel.errors import NotFound
from cydwaith.place.opportunities.policy import KEEP, OWNERS
from cydwaith.web.sending import actor_of, saved

from .. import commands, queries
from ..forms import AnswerForm


@staff(*OWNERS)
def signed_in(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """Who is interested in one of our postings."""
    back = reverse("opportunities:keep", args=[opportunity_id])
    return _page(request, actor_of(request), opportunity_id, back)


@public
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same page for whoever has the link."""
    try:
        opportunity_id = links.read(KEEP, token)
        actor = actor_by_link(KEEP, opportunity_id, (get_language() or "en")[:2])
        return _page(request, actor, opportunity_id, reverse("opportunities:by_link", args=[token]))
    except NotFound as why:
        status = 410 if isinstance(why, links.LinkExpired) else 404
        return render(request, "opportunities/link_closed.html", {"sentence": str(why)}, status=status)


def _page(request: HttpRequest, actor: Actor, opportunity_id: UUID, back: str) -> HttpResponse:
    to = _whom(request) if request.method == "POST" else None
    form = AnswerForm(request.POST, to) if to else None
    if form and saved(form, lambda: commands.answer(actor, introduction_id=to, **form.cleaned_data)):
        messages.success(request, _("Thank you. They hear that there is an answer."))
        return redirect(request.path)
    found = queries.introduced(actor, opportunity_id)
    forms = ((one, form if form and one.id == to else AnswerForm(None, one.id)) for one in found.people)
    people = [(one, each.addressed(one.name)) for one, each in forms]
    context = {"line": found.line, "people": people, "form": form, "back": back}
    return render(request, "seeking/introduced.html", context)


def _whom(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("to", ""))
    except ValueError:
        raise NotFound(_("This is not open to you any more.")) from None
