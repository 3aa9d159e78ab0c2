"""The messages of this app: their wording, and the signed paths that they point to."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cydwaith.commons.circle.rules import ANSWER_LINK
from cydwaith.commons.messages import rules as messages
from cydwaith.commons.messages.commands import send
from cydwaith.commons.people import links
from cydwaith.commons.people.queries import colleagues
from cydwaith.kernel.actor import Actor, Role

from .models import Referral
from .policy import CLOSING_LINK, REFERRER_LINK
from .rules import Kind

ANSWER_DAYS = 90
CLOSING_DAYS = 60
REFERRER_DAYS = 180


def register_wording() -> None:
    """Generic words only: anyone may see a phone's lock screen."""
    tell = messages.register
    tell("request-received", _("We have your request"), _("Your request has arrived."))
    tell("request-news", _("News of your request"), _("There is news of a request that you made."))
    tell("service-asked", _("A request for your service"), _("Somebody asks whether your service can help."))
    tell("service-answered", _("An answer has come"), _("A service has answered a request."))
    tell("your-word", _("How did it go?"), _("We would like to hear how something went."))
    tell("request-overdue", _("A request is waiting"), _("A request has waited longer than it should."))
    tell("request-yours", _("A new request for you"), _("A request has been passed to you."))


def path(name: str, *args: object) -> str:
    """A path of this app without a language prefix."""
    with override("en"):
        return reverse(f"referrals:{name}", args=args)


def tell_person(actor: Actor, referral: Referral, kind: str) -> None:
    """To the person's own page, where they can sign in; by signed link for their last word."""
    where = path("one", referral.id)
    if kind == "your-word":
        where = path("say", links.make(CLOSING_LINK, referral.id, CLOSING_DAYS))
    send(actor, kind=kind, link_path=where, to_person=referral.person_id)


def tell_referrer(actor: Actor, referral: Referral) -> None:
    """To whoever made the request, unless that was the person."""
    if referral.referred_by == "self" or referral.kind != Kind.SUPPORT:
        return
    if referral.requester_account_id is not None:
        where = path("asked", referral.id)
        send(actor, kind="request-news", link_path=where, to_account=referral.requester_account_id)
    elif referral.requester_email:
        token = links.make(REFERRER_LINK, referral.id, REFERRER_DAYS)
        send(
            actor,
            kind="request-news",
            link_path=path("asked_by_link", token),
            to_email=referral.requester_email,
            language=referral.requester_language,
        )


def tell_service(actor: Actor, referral: Referral) -> None:
    """To those who sign in for the service; else to its address, with a link that opens only this request.

    Never to those who employ people there: a hospital's people team does not hear who comes to its clinic.
    """
    if referral.organisation_id is not None:
        staff = colleagues(actor, referral.organisation_id)
        employers = {member.account_id for member in staff if member.role is Role.EMPLOYER}
        for account_id in dict.fromkeys(member.account_id for member in staff):
            if account_id not in employers:
                tell_account(actor, account_id, "service-asked", path("asked_of_us", referral.id))
        return
    token = links.make(ANSWER_LINK, referral.id, ANSWER_DAYS)
    where = path("answer", token)
    send(actor, kind="service-asked", link_path=where, to_email=referral.service_email)


def tell_coach(actor: Actor, referral: Referral) -> None:
    """To the coach who asked a service, unless they did this themselves."""
    coach = referral.requester_account_id
    if referral.referred_by == "team" and coach is not None and coach != actor.account_id:
        tell_account(actor, coach, "service-answered", path("one", referral.id))


def tell_account(actor: Actor, account_id: UUID, kind: str, where: str) -> None:
    """To somebody who works here."""
    send(actor, kind=kind, link_path=where, to_account=account_id)
