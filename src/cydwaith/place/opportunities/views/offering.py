"""Offering something: signed in, or with an e-mail address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cydwaith.commons.people.doors import public
from cydwaith.commons.people.queries import organisation
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid
from cydwaith.web.throttle import Throttle, address_of

from .. import commands
from ..forms import PostingForm
from ..policy import is_checker, owner_of

LIMIT = Throttle(burst=10, per_second=1 / 60)


@public
def offer(request: HttpRequest) -> HttpResponse:
    """A new posting: by an organisation, by a coach after a conversation, or by anybody with an e-mail."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    email = "" if owner_of(actor) else "offered" if is_checker(actor) else "needed"
    form = PostingForm(request.POST if request.method == "POST" else None, asks_email=email)
    if owner_of(actor):
        form.fields["organisation_name"].initial = _our_name(actor)
    if request.method == "POST" and form.is_valid() and _taken(request, actor, form):
        has_list = owner_of(actor) or is_checker(actor)
        return redirect("opportunities:mine" if has_list else "opportunities:thanks")
    return render(request, "opportunities/offer.html", {"form": form, "typed_for": is_checker(actor)})


def _our_name(actor: Actor) -> str:
    found = organisation(actor, actor.organisation_id) if actor.organisation_id else None
    return found.name if found else ""


def _taken(request: HttpRequest, actor: Actor, form: PostingForm) -> bool:
    """Whether it could be kept; if not, the form says why."""
    if form.is_by_a_program:
        return True
    if not actor.is_staff and LIMIT.wait(address_of(request)):
        form.add_error(None, _("That was a lot at once. Wait a minute, then send it again."))
        return False
    try:
        commands.offer(actor, posting=form.posting(), email=form.cleaned_data.get("email", ""))
    except Invalid as wrong:
        form.add_error(wrong.field if wrong.field in form.fields else None, str(wrong))
        return False
    return True


@public
def thanks(request: HttpRequest) -> HttpResponse:
    """Thank you, and what happens next."""
    return render(request, "opportunities/thanks.html")
