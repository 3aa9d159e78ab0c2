"""What others do: services asked and their answers, the person's last word, work, and closing."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from cydwaith.commons.circle.commands import withdraw
from cydwaith.commons.circle.rules import ANSWER_LINK, Scope
from cydwaith.kernel.actor import Actor, by_link
from cydwaith.person.journey.commands import write_talk
from cydwaith.person.referrals import commands as referrals
from cydwaith.person.referrals.rules import Closing, Happened, Helped, Status

from .cast import Life
from .content import Record
from .diary import Entry

LINK_DAYS = 85
LOOK_BACK = 28


def helping(life: Life) -> Iterator[Entry]:
    """Referrals to services, and what came of everything."""
    for referral in life.told("referrals"):
        yield from _referral(life, referral)
    for news in life.told("work"):
        yield life.on(news["day"], 930, partial(_work, life, news["words"]))
    for permission in life.told("permissions"):
        if "withdrawn_day" in permission:
            yield life.on(permission["withdrawn_day"], 940, partial(_withdraw, life, permission["to"]))
    if "closing" in life.record:
        yield life.on(life.record["closing"]["day"], 960, partial(_close, life))


def _referral(life: Life, referral: Record) -> Iterator[Entry]:
    ids: list[UUID] = []
    yield life.on(referral["day"], 750, partial(_draft, life, referral, ids))
    moves = referral["states"]
    if [move["state"] for move in moves] == [Status.DRAFT]:
        return
    yield life.on(referral["day"], 755, partial(_send, life, ids))
    for number, move in enumerate(moves):
        yield life.on(move["day"], 800 + number, partial(_move, life, referral, move, ids))
    if "person_says" in referral:
        says = referral["person_says"]
        yield life.on(says["day"], 900, partial(_say, life, says, ids))


def _draft(life: Life, referral: Record, ids: list[UUID]) -> None:
    by = life.hand if referral.get("by") == "person" else life.coach
    drafted = referrals.draft_referral(
        by,
        person_id=life.id,
        service=life.service(referral["service"]),
        matters=referral["why"],
        scopes=Scope.CONTACT | Scope.ABOUT_ME,
        goal_id=life.goals[referral["goal"]],
    )
    ids.append(drafted)


def _send(life: Life, ids: list[UUID]) -> None:
    by = life.own or life.coach
    how = "" if life.own else "said yes face to face"
    referrals.send_referral(by, referral_id=ids[0], they_agree=True, how=how)


def _move(life: Life, referral: Record, move: Record, ids: list[UUID]) -> None:
    to, reason, words = Status(move["state"]), move.get("reason", ""), move.get("words", "")
    if to is Status.CANCELLED:
        referrals.take_back(life.hand, referral_id=ids[0], reason=reason, words=words)
        return
    by = _who_answers(life, referral, move["day"], ids[0])
    referrals.answer(by, referral_id=ids[0], to=to, reason=reason, words=words)


def _who_answers(life: Life, referral: Record, day: int, referral_id: UUID) -> Actor:
    """Who signs in for the service; others use their link while it lasts; later the coach notes it."""
    house = life.service(referral["service"]).organisation_id
    if house is not None:
        return next(one for one in life.cast.staff.values() if one.organisation_id == house)
    if day - referral["day"] < LINK_DAYS:
        return by_link(ANSWER_LINK, referral_id, life.language)
    return life.coach


def _say(life: Life, says: Record, ids: list[UUID]) -> None:
    helped = Helped(says["helped"]) if says["helped"] else None
    referrals.confirm(
        life.hand,
        referral_id=ids[0],
        happened=Happened(says["happened"]),
        helped=helped,
        words=says["words"],
    )


def _work(life: Life, words: str) -> None:
    write_talk(life.coach, person_id=life.id, way="phone", about=words)


def _withdraw(life: Life, to: str) -> None:
    withdraw(life.hand, permission_id=life.permissions[to])


def _close(life: Life) -> None:
    closing = life.record["closing"]
    referrals.close_support(
        life.coach,
        referral_id=life.referral,
        closing=Closing(closing["code"]),
        message_back=closing["message"],
        they_agree_to_message=True,
        team_until=life.cast.calendar.day(closing["day"] + LOOK_BACK),
    )
    if "own_word" in closing:
        referrals.confirm(
            life.hand,
            referral_id=life.referral,
            happened=Happened.YES,
            helped=Helped.A_LOT,
            words=closing["own_word"],
        )
