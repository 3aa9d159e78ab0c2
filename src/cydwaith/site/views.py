"""The first page, and the choice of language."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import translate_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from cydwaith.commons.people.commands import choose_language as choose
from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import Role
from cydwaith.web.sending import actor_of

HOMES = (
    (Role.COACH, "journey:caseload"),
    (Role.LINK_WORKER, "journey:caseload"),
    (Role.MANAGER, "referrals:triage"),
    (Role.PERSON, "journey:home"),
    (Role.CLINICIAN, "clinic:ask"),
    (Role.CHARITY, "referrals:mine"),
    (Role.EMPLOYER, "referrals:mine"),
    (Role.STEWARD, "people:partnership"),
)


@public
def home(request: HttpRequest) -> HttpResponse:
    """The front page for a visitor; for whoever is signed in, the page where their day begins."""
    actor = actor_of(request)
    for role, name in HOMES:
        if actor.has(role):
            return redirect(name)
    return render(request, "site/home.html")


@public
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the choice on the account, where there is one, and show the same page in it."""
    actor = actor_of(request)
    language = "cy" if request.POST.get("language") == "cy" else "en"
    if actor.account_id:
        choose(actor, language=language)
    path = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        path = "/"
    return HttpResponseRedirect(translate_url(path, language))
