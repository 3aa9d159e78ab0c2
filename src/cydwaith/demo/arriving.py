"""How somebody comes: the request, its answer, being reached, and whom they let in."""

from collections.abc import Iterator
from functools import partial

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor, anonymous
from cydwaith.person.journey.commands import log_attempt
from cydwaith.person.referrals import commands as referrals
from cydwaith.person.referrals.models import Referral

from .cast import Life
from .content import Record, read, stable_id
from .diary import Entry
from .valley import OPERATOR

AS = {"self": "self", "employer": "employer"}
NEEDS = {
    "bsl": "British Sign Language interpreter",
    "large print": "Large print",
    "phone": "Ring rather than write",
}


def arriving(life: Life) -> Iterator[Entry]:
    """From the front door to the first talk."""
    yield life.on(life.record["came"]["day"], 545, partial(_ask, life))
    if "triage" in life.record:
        yield life.on(life.record["triage"]["day"], 600, partial(_answer, life))
    for attempt in life.told("contacts"):
        yield life.on(attempt["day"], 640, partial(_try, life, attempt))
    for permission in life.told("permissions"):
        yield life.on(permission["day"], 630, partial(_let_in, life, permission))


def _ask(life: Life) -> None:
    sent = referrals.ask_for_support(_asker(life), request=_request(life.record, life))
    life.request = sent.referral_id
    row = Referral.objects.as_seen_by(OPERATOR).get(id=sent.referral_id)
    life.person = row.person_id
    if row.referred_by == "self":
        life.sign_in()


def _asker(life: Life) -> Actor:
    by = life.record["came"].get("by")
    return life.cast.staff[by] if by else anonymous(life.language)


def _request(record: Record, life: Life) -> referrals.Request:
    came = record["came"]
    asker, house, email = _who_asks(came)
    return referrals.Request(
        send_key=stable_id("request", record["key"]),
        referred_by=AS.get(came["how"], "professional"),
        name=record["name"],
        known_as=record["known_as"],
        email=record["email"] if life.has_page else "",
        phone=record["phone"],
        contact_by=tuple(record["contact_by"]),
        contact_times=record["contact_wishes"],
        language=record["language"],
        communication_needs="\n".join(NEEDS[need] for need in record.get("needs", ())),
        postcode=record["postcode"],
        place_code=life.cast.hoods[record["neighbourhood"]],
        matters=came["what_matters"],
        they_agree=True,
        requester_name=asker,
        requester_organisation=house,
        requester_email=email,
    )


def _who_asks(came: Record) -> tuple[str, str, str]:
    """Name, organisation and, for somebody without an account, address of whoever asks for another."""
    if came["how"] == "self":
        return "", "", ""
    if "by" not in came:
        return came["by_name"], came["by_organisation"], came["by_email"]
    account = next(one for one in read("accounts")["sign_ins"] if one["key"] == came["by"])
    houses = {one["key"]: one["name"] for one in read("organisations")["organisations"]}
    return account["name"], houses[account["organisation"]], ""


def _answer(life: Life) -> None:
    triage = life.record["triage"]
    by = life.cast.staff[triage["by"]]
    if triage["decision"] == "accepted":
        _accept(life, by)
    elif triage["decision"] == "declined":
        referrals.decline_request(
            by, referral_id=life.referral, reason=triage["code"], words=triage["reason"]
        )
    else:
        service = life.service(triage["to_service"])
        referrals.redirect_request(
            by,
            referral_id=life.referral,
            to_name=service.name,
            to_service_id=service.id,
            words=triage["reason"],
        )


def _accept(life: Life, by: Actor) -> None:
    referrals.accept_request(
        by,
        referral_id=life.referral,
        programme_key=life.record["came"]["programme"],
        coach_account_id=life.coach_account,
    )


def _try(life: Life, attempt: Record) -> None:
    by = life.cast.staff[attempt["by"]]
    log_attempt(by, person_id=life.id, way=attempt["how"], outcome=attempt["outcome"])
    if attempt["outcome"] == "reached" and life.has_page and life.own is None:
        circle.open_own_page(by, person_id=life.id, email=life.record["email"], language=life.language)
        life.sign_in()


def _let_in(life: Life, permission: Record) -> None:
    to = permission["to"]
    account = life.cast.staff[to].account_id if to in life.cast.staff else None
    until = permission.get("until_day")
    permission_id = circle.let_in(
        life.hand,
        person_id=life.id,
        purpose=permission["purpose"],
        scopes=_scopes(permission),
        how="by the person" if life.own else "with the person",
        until=life.cast.calendar.end_of(until) if until is not None else None,
        account_id=account,
        organisation_id=None if account else life.cast.organisations[to],
    )
    life.permissions[to] = permission_id


def _scopes(permission: Record) -> Scope:
    scopes = Scope(0)
    for name in permission["scopes"]:
        scopes |= Scope[name.upper()]
    return scopes
