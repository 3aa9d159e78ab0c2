"""Talks with employers, for one person and in general."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Role
from cydwaith.web.sending import actor_of, saved

from .. import commands, queries
from ..forms import ContactForm


def of_person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Talks for one person; a coach writes another one down."""
    actor = actor_of(request)
    form = ContactForm(request.POST if request.method == "POST" else None, for_person=True)
    if saved(form, lambda: commands.log_contact(actor, person_id=person_id, contact=form.contact())):
        messages.success(request, _("Written down."))
        return redirect("seeking:employers", person_id)
    found = queries.employers(actor, person_id)
    context = {"found": found, "rows": found.rows, "form": form, "may_write": actor.is_practitioner}
    return render(request, "seeking/employers.html", context)


@staff(Role.COACH, Role.LINK_WORKER, Role.MANAGER)
def general(request: HttpRequest) -> HttpResponse:
    """The team's talks that were for nobody in particular."""
    actor = actor_of(request)
    form = ContactForm(request.POST if request.method == "POST" else None, for_person=False)
    if saved(form, lambda: commands.log_contact(actor, contact=form.contact())):
        messages.success(request, _("Written down."))
        return redirect("seeking:general")
    context = {"rows": queries.general(actor), "form": form, "may_write": actor.is_practitioner}
    return render(request, "seeking/general.html", context)
