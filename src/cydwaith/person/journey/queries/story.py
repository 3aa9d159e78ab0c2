"""One timeline of health, work and what matters: nothing is typed twice to be on it."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.kernel.actor import Actor
from cydwaith.person.enrolments import queries as enrolments
from cydwaith.person.jobs import queries as jobs
from cydwaith.person.measures import queries as measures
from cydwaith.person.midlife import queries as midlife
from cydwaith.person.plans import queries as plans
from cydwaith.person.plans.moments import Moment
from cydwaith.person.referrals import queries as referrals
from cydwaith.person.seeking import queries as seeking
from cydwaith.person.work import queries as work
from cydwaith.person.workplace import queries as workplace

from .contacts import TalkRow, attempts, talks


@sensitive_read("story_seen", "story")
def story(actor: Actor, person_id: UUID) -> list[Moment]:
    """Everything that happened and is open to the reader, newest first."""
    found = [*_contacts(actor, person_id), *_goals(actor, person_id), *_referrals(actor, person_id)]
    found += [*_measures(actor, person_id), *_told(actor, person_id)]
    return sorted(found, key=lambda moment: moment.at, reverse=True)


def _contacts(actor: Actor, person_id: UUID) -> list[Moment]:
    tried = [
        Moment(row.at, row.outcome, " ".join(filter(None, [row.way, row.note])), row.by)
        for row in attempts(actor, person_id)
    ]
    return tried + [Moment(talk.at, _("A talk"), _said(talk), talk.by) for talk in talks(actor, person_id)]


def _said(talk: TalkRow) -> str:
    """What was talked about, and the next step under it."""
    step = _("Next step: {words}").format(words=talk.next_step) if talk.next_step else ""
    return "\n".join(filter(None, [talk.about, step]))


def _goals(actor: Actor, person_id: UUID) -> list[Moment]:
    return [
        Moment(rating.at, _("How near: {value} of 10").format(value=rating.value), goal.words, rating.writer)
        for goal in plans.goals(actor, person_id)
        for rating in goal.ratings
    ]


def _referrals(actor: Actor, person_id: UUID) -> list[Moment]:
    return [
        Moment(e.at, e.what, " ".join(filter(None, [e.reason, e.words])), e.by)
        for e in referrals.timeline(actor, person_id)
    ]


def _told(actor: Actor, person_id: UUID) -> list[Moment]:
    parts = (plans, enrolments, work, jobs, seeking, workplace, midlife)
    return [moment for part in parts for moment in part.timeline(actor, person_id)]


def _measures(actor: Actor, person_id: UUID) -> list[Moment]:
    return [
        Moment(reading.at, _("Answered questions"), instrument.name, reading.by)
        for instrument in measures.readings_by_instrument(actor, person_id)
        for reading in instrument.readings
        if not reading.replaced
    ]
