"""Pages behind a signed link: the service answers, the asker looks, the person has the last word."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cydwaith.commons.circle.rules import ANSWER_LINK
from cydwaith.commons.people import links
from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import Actor, by_link
from cydwaith.kernel.errors import Invalid, NotFound
from cydwaith.web.sending import sent
from cydwaith.web.throttle import address_of

from .. import commands, queries
from ..forms.answers import AnswerForm
from ..forms.onward import SayForm
from ..policy import CLOSING_LINK, REFERRER_LINK
from ..rules import Status
from .referral import confirm

TRIES, WINDOW = 60, 600

Page = Callable[[HttpRequest, Actor, UUID, str], HttpResponse]


def opened_by(kind: str) -> Callable[[Page], Callable[[HttpRequest, str], HttpResponse]]:
    """A page that a signed link of one kind opens; a link that opens nothing more gets a kind page."""

    def wrap(page: Page) -> Callable[[HttpRequest, str], HttpResponse]:
        @wraps(page)
        def run(request: HttpRequest, token: str) -> HttpResponse:
            try:
                subject = links.read(kind, token)
                return page(request, by_link(kind, subject, (get_language() or "en")[:2]), subject, token)
            except links.LinkExpired as old:
                return _closed(request, str(old), 410)
            except NotFound as gone:
                if _too_often(request):
                    again = _("Too many tries. Wait ten minutes, then open the link again.")
                    return _closed(request, again, 429)
                return _closed(request, str(gone), 404)

        return public(run)

    return wrap


def _too_often(request: HttpRequest) -> bool:
    """More wrong links from one address than anybody needs. A right one is never counted or refused."""
    key = f"referrals.link.{address_of(request)}"
    cache.add(key, 0, WINDOW)
    return int(cache.incr(key)) > TRIES


def _closed(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    response = render(request, "referrals/link_closed.html", {"sentence": sentence}, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@opened_by(ANSWER_LINK)
def answer(request: HttpRequest, actor: Actor, referral_id: UUID, token: str) -> HttpResponse:
    """What was shared with this service for this request, and its answer."""
    page = queries.answer_page(actor, referral_id)
    form = AnswerForm(sent(request), choices=page.choices)
    if request.method == "POST" and form.is_valid():
        if answered(actor, referral_id, form):
            return redirect("referrals:answered")
        page = queries.answer_page(actor, referral_id)
    return render(request, "referrals/answer.html", {"page": page, "form": form})


def answered(actor: Actor, referral_id: UUID, form: AnswerForm) -> bool:
    """Whether the answer could be written down; if not, the form says why."""
    said = form.cleaned_data
    try:
        commands.answer(
            actor, referral_id=referral_id, to=Status(said["to"]), reason=said["reason"], words=said["words"]
        )
    except Invalid as wrong:
        form.add_error(wrong.field if wrong.field in form.fields else None, str(wrong))
        return False
    return True


@public
def answer_thanks(request: HttpRequest) -> HttpResponse:
    """Thank you; says nothing about anybody."""
    return render(request, "referrals/thanks.html", {"to": "service"})


@opened_by(REFERRER_LINK)
def asked_by_link(request: HttpRequest, actor: Actor, referral_id: UUID, token: str) -> HttpResponse:
    """What came of a request, for whoever made it."""
    return render(request, "referrals/asked.html", {"page": queries.my_request(actor, referral_id)})


@opened_by(CLOSING_LINK)
def say(request: HttpRequest, actor: Actor, referral_id: UUID, token: str) -> HttpResponse:
    """Did it happen, did it help? By the person, with no need to sign in."""
    title = queries.what_to_say(actor, referral_id)
    form = SayForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            confirm(actor, referral_id, form.cleaned_data)
        except Invalid as wrong:
            form.add_error(wrong.field if wrong.field in form.fields else None, str(wrong))
        else:
            return redirect("referrals:said")
    return render(request, "referrals/say.html", {"form": form, "what": title})


@public
def say_thanks(request: HttpRequest) -> HttpResponse:
    """Thank you; says nothing about anybody."""
    return render(request, "referrals/thanks.html", {"to": "person"})
