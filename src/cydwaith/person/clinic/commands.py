"""Changes: the work question asked and answered; a quarter published; a lesson done."""

import hmac
from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from datetime import date
from hashlib import sha256
from uuid import UUID, uuid5

from django.conf import settings
from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.people.models import Account, Organisation
from cydwaith.commons.people.queries import organisation
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid
from cydwaith.person.referrals.commands import Request, ask_for_support
from cydwaith.person.referrals.models import Referral

from . import codes, lessons
from .models import AtPractice, LessonDone, PracticeFigures, WorkQuestion
from .policy import may_ask, may_learn, may_publish
from .queries import tallied
from .rules.asking import LONGEST_REFERENCE, Choice, is_nhs_number, tidy
from .rules.figures import figures, quarter_after

PROFESSIONAL = "professional"


@dataclass(frozen=True)
class Asked:
    """One screen's answers. Somebody is known by ``at_practice_id`` or by the practice's ``reference``.

    ``name`` and what follows are wanted for a referral alone. ``send_key`` is drawn once for each screen.
    """

    send_key: UUID
    status: str
    choice: Choice
    at_practice_id: UUID | None = None
    reference: str = ""
    line: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    language: str = "en"
    they_agree: bool = False


@command("work_question_asked", permit=may_ask)
def ask(actor: Actor, *, asked: Asked) -> Done[UUID]:
    """Write down what somebody said about work; refer them if that is what they chose.

    Sent twice is once; an old page that is sent again with something else in it is a new question.
    Raises Invalid naming the field; Conflict where they are referred already and still waited for.
    """
    _require_usable(asked)
    asked, known = replace(asked, send_key=_sending(asked)), _known(actor, asked)
    if already := approved_rows(WorkQuestion).filter(send_key=asked.send_key).first():
        return Done(known.id, person_id=known.person_id, subject=already.id)
    referral = _refer(actor, asked, known) if asked.choice == Choice.REFER else None
    row = _write(actor, asked, known, referral)
    return Done(
        known.id, person_id=known.person_id, subject=row.id, fields=("status", "line", "choice"),
    )  # fmt: skip


def _sending(asked: Asked) -> UUID:
    """The key of just these answers from this page: what is put right on an old page has another."""
    return uuid5(asked.send_key, repr(astuple(asked)))


def _require_usable(asked: Asked) -> None:
    if asked.status not in {one.key for one in codes.statuses("en")}:
        raise Invalid(_("Choose how things are with work."), "status")
    if is_nhs_number(asked.reference):
        raise Invalid(_("This is an NHS number. Use a reference of your practice's own."), "reference")
    if asked.at_practice_id is None and not tidy(asked.reference):
        raise Invalid(_("Enter a reference of your practice's own."), "reference")
    if len(tidy(asked.reference)) > LONGEST_REFERENCE:
        raise Invalid(_("Use a shorter reference."), "reference")
    if asked.choice == Choice.REFER:
        _require_reachable(asked)


def _require_reachable(asked: Asked) -> None:
    if not asked.name.strip():
        raise Invalid(_("Enter a name, so that the team knows whom to ask for."), "name")
    if not (asked.phone.strip() or asked.email.strip()):
        raise Invalid(
            _("Enter a phone number or an e-mail address, so that the team can reach them."), "phone"
        )
    if not asked.line.strip():
        raise Invalid(_("Say in a line what matters to them. The team reads this."), "line")
    if not asked.they_agree:
        raise Invalid(_("Ask them first. You can only send this when they know and agree."), "they_agree")


def _known(actor: Actor, asked: Asked) -> AtPractice:
    """Whom the question is about; nobody else asks about them until this is written down."""
    rows = approved_rows(AtPractice).filter(organisation_id=actor.organisation_id)
    if asked.at_practice_id is None:
        house = Organisation.objects.get(id=actor.organisation_id)
        rows.get_or_create(reference=tidy(asked.reference), defaults={"organisation": house})
    which = {"id": asked.at_practice_id} if asked.at_practice_id else {"reference": tidy(asked.reference)}
    found: AtPractice = rows.select_for_update().get(**which)
    return found


def _refer(actor: Actor, asked: Asked, known: AtPractice) -> Referral:
    if _still_waits(known):
        raise Conflict(_("They were referred already. See what became of that first."))
    sent = ask_for_support(actor, request=_request(actor, asked))
    referral: Referral = approved_rows(Referral).get(id=sent.referral_id)
    known.person_id = referral.person_id
    known.save(update_fields=["person"])
    return referral


def _still_waits(known: AtPractice) -> bool:
    asked = approved_rows(WorkQuestion).filter(at_practice=known).exclude(referral_id=None)
    made = approved_rows(Referral).filter(id__in=list(asked.values_list("referral_id", flat=True)))
    return bool(made.filter(ended_at=None).exists())


def _request(actor: Actor, asked: Asked) -> Request:
    house = organisation(actor, actor.organisation_id) if actor.organisation_id else None
    ways = (("phone", asked.phone), ("email", asked.email))
    return Request(
        send_key=asked.send_key,
        referred_by=PROFESSIONAL,
        name=asked.name.strip(),
        phone=asked.phone.strip(),
        email=asked.email.strip(),
        contact_by=tuple(way for way, given in ways if given.strip()),
        language=asked.language,
        matters=asked.line.strip(),
        they_agree=asked.they_agree,
        requester_name=actor.name,
        requester_organisation=house.name if house else "",
    )


def _write(actor: Actor, asked: Asked, known: AtPractice, referral: Referral | None) -> WorkQuestion:
    return WorkQuestion.objects.create(
        send_key=asked.send_key,
        at_practice=known,
        organisation_id=known.organisation_id,
        person_id=known.person_id,
        asked_by_id=actor.account_id,
        asked_at=clock.now(),
        status=asked.status,
        line=asked.line.strip(),
        choice=asked.choice,
        referral_id=referral.id if referral else None,
    )


@command("practice_figures_published", permit=may_publish)
def publish(actor: Actor, *, organisation_id: UUID, quarter: date) -> Done[bool]:
    """Publish one practice's quarter, for good. False where it was done before; Invalid while it lasts."""
    if quarter_after(quarter) > clock.today():
        raise Invalid(_("Choose a quarter that is over."), "quarter")
    there = PracticeFigures.objects.as_seen_by(actor).filter(organisation_id=organisation_id, quarter=quarter)
    if there.exists():
        return Done(False)
    asked, came = tallied(actor, organisation_id, quarter)
    statuses = [one.key for one in codes.statuses("en")]
    told = figures(asked, came, statuses, _key(organisation_id, quarter))
    row = PracticeFigures.objects.create(
        organisation_id=organisation_id,
        quarter=quarter,
        figures=told.to_dict() if told else None,
        published_at=clock.now(),
    )
    return Done(True, subject=row.id, fields=("figures",))


def _key(organisation_id: UUID, quarter: date) -> bytes:
    """A secret of the installation's own, for one table alone."""
    said = f"practice:{organisation_id}:{quarter}"
    return hmac.digest(settings.SECRET_KEY.encode(), said.encode(), sha256)


@command("lesson_done", permit=may_learn)
def finish_lesson(
    actor: Actor, *, lesson: str, answers: Mapping[str, str], reflection: str = ""
) -> Done[UUID]:
    """Keep a record of a lesson for the account that did it. Raises Invalid where a case has no answer."""
    taught = lessons.lesson(lesson, actor.language)
    for case in taught.cases:
        if answers.get(case.key) not in {option.key for option in case.options}:
            raise Invalid(_("Choose an answer in each case."), case.key)
    row = LessonDone.objects.create(
        account=Account.objects.get(id=actor.account_id),
        lesson=lesson,
        done_at=clock.now(),
        minutes=taught.minutes,
        answers={case.key: answers[case.key] for case in taught.cases},
        reflection=reflection.strip(),
    )
    return Done(row.id, subject=row.id, fields=("answers", "reflection"))
