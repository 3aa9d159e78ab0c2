"""The referrals of one person: what is open, and the one timeline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people.queries import called
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from .. import rules, words
from ..models import Referral, ReferralEvent
from ..rules import Kind, Loop, Standing, Status
from .lines import Line, lines


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """One referral in a list: to whom, where it is, whose turn it is, by when."""

    id: UUID
    reference: str
    person_id: UUID
    kind: Kind
    title: str
    matters: str
    status: Status
    status_words: str
    colour: str
    loop: Loop
    loop_words: str
    requested_at: datetime | None
    answer_by: date | None
    days_late: int
    can_confirm: bool
    goal_id: UUID | None
    happened: str
    helped: str
    own_words: str
    confirmed_at: datetime | None


def all_referrals(actor: Actor, person_id: UUID) -> list[ReferralRow]:
    """Every referral of a person, newest first."""
    rows = Referral.objects.as_seen_by(actor).filter(person_id=person_id)
    return rows_of(actor, rows.select_related("organisation").order_by("-made_at"))


@sensitive_read("timeline_seen", Scope.REFERRALS.name)
def timeline(actor: Actor, person_id: UUID) -> list[Line]:
    """Everything that happened with a person's referrals, newest first."""
    return timeline_quietly(actor, person_id)


def timeline_quietly(actor: Actor, person_id: UUID) -> list[Line]:
    """The same for a larger read that is recorded itself, such as the export."""
    rows = ReferralEvent.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-at", "-id")
    return lines(rows, actor.is_person(person_id))


def rows_of(actor: Actor, rows: Iterable[Referral]) -> list[ReferralRow]:
    """Rows made ready, with the names of their teams; ask for ``organisation`` with them."""
    found = list(rows)
    teams = {row.organisation_id: called(actor, row.organisation) for row in found if row.organisation}
    return [row_of(row, teams) for row in found]


def title_of(row: Referral, teams: dict[UUID, str]) -> str:
    """To whom it went: the service's name as it was, or the team's."""
    if row.kind == Kind.SERVICE:
        return row.service_name
    team = teams.get(row.organisation_id, "") if row.organisation_id else ""
    return _("Support from {team}").format(team=team)


def _turn(kind: Kind, turn: Loop) -> str:
    with_team = kind is Kind.SUPPORT and turn is Loop.WITH_RESPONDER
    return str(words.WITH_TEAM if with_team else words.LOOP[turn])


def row_of(row: Referral, teams: dict[UUID, str]) -> ReferralRow:
    """One row made ready."""
    status = Status(row.status)
    standing = Standing(Kind(row.kind), status, row.confirmed_at is not None)
    turn = rules.loop(standing)
    return ReferralRow(
        id=row.id,
        reference=row.reference,
        person_id=row.person_id,
        kind=standing.kind,
        title=title_of(row, teams),
        matters=row.matters,
        status=status,
        status_words=str(words.STATUS[status]),
        colour=words.COLOUR[status],
        loop=turn,
        loop_words=_turn(standing.kind, turn),
        requested_at=row.requested_at,
        answer_by=row.acknowledge_by,
        days_late=rules.days_overdue(status, row.acknowledge_by, clock.today()),
        can_confirm=rules.can_confirm(standing),
        goal_id=row.goal_id,
        happened=str(words.HAPPENED[rules.Happened(row.happened)]) if row.happened else "",
        helped=str(words.HELPED[rules.Helped(row.helped)]) if row.helped else "",
        own_words=row.own_words,
        confirmed_at=row.confirmed_at,
    )
