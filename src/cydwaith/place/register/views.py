"""Pages of the register, for those who can help a group."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel import clock
from cydwaith.web.paging import asked_page
from cydwaith.web.sending import actor_of, saved, sent

from . import commands, download, pictures, queries
from .forms import ActionForm, NarrowForm, OutcomeForm
from .policy import HELPERS


@staff(*HELPERS)
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The groups at risk, the most pressing first; or all of them."""
    form = _narrow(request)
    wanted = form.wanted()
    found = queries.register(actor_of(request), wanted, asked_page(request))
    asked = {key: request.GET[key] for key in form.fields if request.GET.get(key)}
    context = {
        "form": form,
        "found": found,
        "wanted": wanted,
        "narrowed": wanted != queries.Wanted(everything=wanted.everything),
        "page": Paginator(range(found.total), queries.PAGE).get_page(found.page),
        "asked": f"?{urlencode(asked)}" if asked else "",
    }
    return render(request, "register/register.html", context)


@staff(*HELPERS)
@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """The same list, whole, for a spreadsheet."""
    lines = queries.every_line(actor_of(request), _narrow(request).wanted())
    answer = HttpResponse("".join(download.rows(lines)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="register-{clock.today():%Y-%m-%d}.csv"'
    return answer


@staff(*HELPERS)
@require_safe
def asset(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """One group: how it stands, what was asked of it, what was done."""
    found = queries.asset(actor_of(request), service_id)
    if found.line.id != service_id:
        return redirect("register:asset", found.line.id)
    return render(request, "register/asset.html", {"asset": found, "picture": pictures.inflow(found)})


@staff(*HELPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Write down what is being done for a group."""
    actor = actor_of(request)
    found = queries.asset(actor, service_id)
    form = ActionForm(sent(request), initial={"who": actor.name})

    def change() -> object:
        return commands.plan_action(actor, service_id=found.line.id, **form.cleaned_data)

    if request.method == "POST" and saved(form, change):
        messages.success(request, _("It is written down."))
        return redirect("register:asset", found.line.id)
    return render(request, "register/plan.html", {"form": form, "asset": found})


@staff(*HELPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, action_id: UUID) -> HttpResponse:
    """Write down what came of it."""
    actor = actor_of(request)
    action = queries.action(actor, action_id)
    form = OutcomeForm(sent(request))

    def change() -> object:
        return commands.close_action(actor, action_id=action_id, **form.cleaned_data)

    if request.method == "POST" and saved(form, change):
        messages.success(request, _("It is written down."))
        return redirect("register:asset", action.service_id)
    return render(request, "register/close.html", {"form": form, "action": action})


def _narrow(request: HttpRequest) -> NarrowForm:
    return NarrowForm(request.GET, hoods=queries.hoods(actor_of(request)))
