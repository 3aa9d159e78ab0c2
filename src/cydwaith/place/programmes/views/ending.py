"""The last day of a programme: what follows is read before it is kept."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Actor, Role
from cydwaith.web.sending import actor_of, done, saved, sent

from .. import commands, queries
from ..forms import LastDayForm
from ..last_days import require_possible


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def last_day(request: HttpRequest, key: str) -> HttpResponse:
    """Say the last day: first the day and why, then what follows from it, then it is kept."""
    actor = actor_of(request)
    newest = queries.last_version(actor, key)
    form = LastDayForm(sent(request), last=newest.card.valid_to)

    def change() -> None:
        given = form.cleaned_data
        if "keep" in request.POST:
            commands.say_last_day(actor, key=key, **given)
        else:
            require_possible(newest.card.valid_from, newest.card.valid_to, given["last"])

    if request.method == "POST" and "change" not in request.POST and saved(form, change):
        if "keep" in request.POST:
            return done(request, _("It is written down."), "programmes:programme", key)
        return _follows(request, actor, key, form.cleaned_data["last"])
    return render(request, "programmes/last_day.html", {"form": form, "newest": newest})


def _follows(request: HttpRequest, actor: Actor, key: str, last: date | None) -> HttpResponse:
    """What follows from a last day; what was typed goes along."""
    newest = queries.last_version(actor, key, last)
    typed = [(name, value) for name, value in request.POST.items() if name != "csrfmiddlewaretoken"]
    context = {"newest": newest, "last": last, "typed": typed}
    return render(request, "programmes/last_day_follows.html", context)
