"""Hope for work."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.web.sending import actor_of, done, saved

from .. import commands, queries
from ..forms import HopeForm


def hope(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Every voice apart, and a form for the one who is here."""
    actor = actor_of(request)
    view = queries.hopes(actor, person_id)
    form = HopeForm(
        request.POST or None, own=view.own, called=view.called, may_write_down=view.may_write_down
    )
    if request.method == "POST" and saved(form, lambda: _say(form, actor, person_id)):
        return done(request, _("Your answer is kept."), "plans:hope", person_id)
    return render(request, "plans/hope.html", {"view": view, "form": form})


def _say(form: HopeForm, actor: Actor, person_id: UUID) -> None:
    commands.say_hope(
        actor,
        person_id=person_id,
        value=form.cleaned_data["value"],
        note=form.cleaned_data["note"],
        persons_own=form.persons_own,
    )
