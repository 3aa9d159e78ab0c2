"""Changes: what a team says of its work, ratings with what was seen, a place's own statement."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.people.models import Account
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid
from cydwaith.methods.fidelity import IPS_25, FidelityError, scale_from

from .models import BenefitsTalk, JobcentreTalk, Rated, Staffing, Statement, WeekOfWork
from .policy import is_of_team, may_note_benefits, may_rate, may_state, may_tell
from .rules import Advice, Kind, Reviewed, monday_of
from .scales import scale

MOST_HOURS = 80
LONG_AGO = timedelta(days=730)


@command("fidelity_staffing_said", permit=may_tell)
def say_staffing(
    actor: Actor, *, organisation_id: UUID, valid_from: date, specialists: Decimal, reviewed: str
) -> Done[UUID]:
    """How many full-time specialists there are from a day on; the same day again replaces it."""
    if not 0 < specialists <= 200:
        raise Invalid(_("Enter how many full-time workers there are, from 0.1 to 200."), "specialists")
    if reviewed not in set(Reviewed):
        raise Invalid(_("Choose how often you go over talks with employers."), "reviewed")
    row, _made = Staffing.objects.update_or_create(
        organisation_id=organisation_id,
        valid_from=_not_later_than_today(valid_from, "valid_from"),
        defaults={"specialists": specialists, "reviewed": reviewed, "by_name": actor.name},
    )
    return Done(row.id, subject=row.id, fields=("specialists", "reviewed"))


@command("jobcentre_talk_noted", permit=may_tell)
def note_jobcentre_talk(actor: Actor, *, organisation_id: UUID, on: date, meeting: bool) -> Done[UUID]:
    """A talk with the jobcentre, or a meeting with it."""
    row = JobcentreTalk.objects.create(
        organisation_id=organisation_id,
        on=_not_later_than_today(on, "on"),
        meeting=meeting,
        by_name=actor.name,
    )
    return Done(row.id, subject=row.id, fields=("on", "meeting"))


@command("week_of_work_said", permit=may_tell)
def say_week(
    actor: Actor, *, organisation_id: UUID, week: date, hours: Decimal, hours_out: Decimal
) -> Done[UUID]:
    """The actor's own week: all hours, and those out of the office; said again it is put right."""
    if not 0 < hours <= MOST_HOURS:
        raise Invalid(_("Enter the hours that you worked, from 1 to 80."), "hours")
    if not 0 <= hours_out <= hours:
        raise Invalid(_("The hours out of the office cannot be more than all hours."), "hours_out")
    if actor.account_id is None:
        raise Invalid(_("Sign in to say this for yourself."), "week")
    row, _made = WeekOfWork.objects.as_seen_by(actor).update_or_create(
        organisation_id=organisation_id,
        account_id=actor.account_id,
        monday=monday_of(_not_later_than_today(week, "week")),
        defaults={"hours": hours, "hours_out": hours_out},
    )
    return Done(row.id, subject=row.id, fields=("hours", "hours_out"))


@command("benefits_talk_noted", permit=may_note_benefits)
def note_benefits_talk(actor: Actor, *, person_id: UUID, on: date, advice: str) -> Done[UUID]:
    """That somebody got help to see what work would do to their benefits."""
    if advice not in set(Advice):
        raise Invalid(_("Choose what help it was."), "advice")
    row = BenefitsTalk.objects.create(
        person_id=person_id, on=_not_later_than_today(on, "on"), advice=advice, by_name=actor.name
    )
    return Done(row.id, person_id=person_id, subject=row.id, fields=("on", "advice"))


@command("fidelity_rated", permit=may_rate)
def rate_item(
    actor: Actor,
    *,
    organisation_id: UUID,
    scale_key: str,
    item: str,
    score: int,
    evidence: str,
    agreed: bool = False,
) -> Done[UUID]:
    """One score with what was seen. Whose kind it is follows from who rates: the team, or anybody else.

    Raises Invalid naming the field, NotFound for an unknown scale.
    """
    used = scale(scale_key)
    if item not in {one.key for one in used.items}:
        raise Invalid(_("Choose an item of this scale."), "item")
    if not used.lowest <= score <= used.highest:
        limits = {"lowest": used.lowest, "highest": used.highest}
        raise Invalid(_("Choose a score from %(lowest)d to %(highest)d.") % limits, "score")
    if not evidence.strip():
        raise Invalid(_("Say what you saw or heard. A score without it cannot be checked."), "evidence")
    row = Rated.objects.create(
        organisation_id=organisation_id,
        scale=used.key,
        version=used.version,
        item=item,
        kind=Kind.SELF if is_of_team(actor, organisation_id) else Kind.INDEPENDENT,
        score=score,
        evidence=evidence.strip(),
        rater=Account.objects.filter(id=actor.account_id).first(),
        rater_name=actor.name,
        agreed=agreed,
        at=clock.now(),
    )
    return Done(row.id, subject=row.id, fields=("score", "evidence"))


@command("fidelity_statement_made", permit=may_state)
def make_statement(actor: Actor, *, raw: Mapping[str, Any]) -> Done[UUID]:
    """A version of the place's own statement, for the same engine. Raises Invalid, Conflict if it exists."""
    try:
        made = scale_from(raw)
    except FidelityError as wrong:
        words = wrong.note.words
        raise Invalid(words.cy if actor.language == "cy" else words.en, wrong.field) from None
    if made.key == IPS_25.key:
        raise Invalid(_("This short name is that of a known scale. Choose another."), "key")
    if Statement.objects.filter(key=made.key, version=made.version).exists():
        raise Conflict(_("This version is here already. Give the changed one another name."))
    row = Statement.objects.create(
        key=made.key, version=made.version, raw=dict(raw), made_by=actor.name, made_at=clock.now()
    )
    return Done(row.id, subject=row.id, fields=("items", "bands"))


def _not_later_than_today(day: date, field: str) -> date:
    today = clock.today()
    if not today - LONG_AGO <= day <= today:
        raise Invalid(_("The day must be today or in the last two years."), field)
    return day
