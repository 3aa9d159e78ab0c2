"""Changes to enrolments: join, move on, leave."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.methods.words import Words
from cydwaith.person.measures.commands import Asked, ask
from cydwaith.person.measures.rules import How
from cydwaith.person.plans.commands.record import lock
from cydwaith.place.programmes import queries as programmes
from cydwaith.place.programmes.rules import Cohort

from .models import DateOfBirth, Enrolment, StageReached
from .policy import may_end, may_enrol, may_give_birthday, may_move
from .queries import clinical_teams, page
from .rules import Ending, TeamChoice, plain_choice, read_choices, team_on

OLDEST = timedelta(days=120 * 366)
AROUND = timedelta(days=60)


@command("enrolled", permit=may_enrol)
def enrol(
    actor: Actor,
    *,
    person_id: UUID,
    programme: str,
    started: date,
    cohort: Cohort,
    born: date | None = None,
) -> Done[UUID]:
    """Join a programme, in the version in force on the day of the start; being on others is no bar.

    A date of birth that came along is kept with it, or neither is. Raises ``Invalid`` where it is not open
    then, does not take this cohort or they were on it still, ``Conflict`` when they are on it already.
    """
    version = _version(actor, programme, started)
    _require_taken(version, cohort)
    _require_once(actor, person_id, programme, started)
    if born is not None:
        give_birthday(actor, person_id=person_id, born=born)
    stages = version.content.stages
    row = Enrolment.objects.create(
        person_id=person_id,
        programme_id=version.id,
        started=started,
        cohort=cohort.value,
        stage=stages[0].key if stages else "",
        by_name=actor.name,
        made_at=clock.now(),
    )
    return Done(
        row.id,
        person_id=person_id,
        subject=row.id,
        fields=("programme", "started", "cohort"),
    )


def _require_once(actor: Actor, person_id: UUID, programme: str, started: date) -> None:
    """Nobody is on a programme twice at once; whoever left may start again on that very day."""
    lock(person_id)
    same = Enrolment.objects.as_seen_by(actor).filter(person_id=person_id, programme__key=programme)
    ends = list(same.values_list("ended", flat=True))
    if None in ends:
        raise Conflict(_("They are on this programme already."))
    last = max(ends, default=None)
    if last is not None and started < last:
        told = _("They were on this programme until {day}. Choose that day or a later one.")
        raise Invalid(told.format(day=f"{last:%d/%m/%Y}"), "started")


def _require_taken(version: programmes.Version, cohort: Cohort) -> None:
    if cohort not in version.content.cohorts:
        raise Invalid(_("This programme does not take people who stand there. Check the answer."), "cohort")


def _version(actor: Actor, programme: str, started: date) -> programmes.Version:
    if started > clock.today() + AROUND:
        raise Invalid(_("The start must be within the next two months."), "started")
    try:
        return programmes.version_on(actor, programme, started)
    except NotFound:
        raise Invalid(_("The programme was not open on that day. Choose another day."), "started") from None


@command("enrolment_put_right", permit=may_move)
def put_right(actor: Actor, *, enrolment_id: UUID, started: date, cohort: Cohort) -> Done[None]:
    """Put right a start that was written down wrongly: its day, or where they stood then.

    Another day may be a day of another version: that one holds for the spell then. Raises ``Invalid``.
    """
    row = _find(actor, enrolment_id)
    version = programmes.version(actor, row.programme_id)
    if started != row.started:
        version = _version(actor, version.key, started)
        _require_apart(actor, row, version.key, started)
    _require_taken(version, cohort)
    new = {"programme_id": version.id, "started": started, "cohort": cohort.value}
    changed = [name for name, value in new.items() if getattr(row, name) != value]
    if not changed:
        raise Invalid(_("This stands here already. Change the day or the answer."), "started")
    for name in changed:
        setattr(row, name, new[name])
    if row.stage and version.stage(row.stage) is None:
        row.stage = next((one.key for one in version.content.stages), "")
    row.save(update_fields=[*changed, "stage"])
    return Done(None, person_id=row.person_id, subject=row.id, fields=tuple(changed))


def _require_apart(actor: Actor, row: Enrolment, programme: str, started: date) -> None:
    """No later than its own end, and not on days of another spell on the programme. Raises ``Invalid``."""
    lock(row.person_id)
    if row.ended is not None and started > row.ended:
        told = _("The last day was {day}. Choose that day or an earlier one.")
        raise Invalid(told.format(day=f"{row.ended:%d/%m/%Y}"), "started")
    others = Enrolment.objects.as_seen_by(actor).filter(person_id=row.person_id, programme__key=programme)
    before = others.filter(started__lte=row.started, ended__gt=started).exclude(id=row.id)
    if before.exists():
        raise Invalid(_("They were on this programme on that day already. Choose a later day."), "started")
    after = others.filter(started__gte=row.started, started__lt=started).exclude(id=row.id)
    if after.exists():
        raise Invalid(_("They were on this programme again by that day. Choose an earlier day."), "started")


@command("stage_reached", permit=may_move)
def move(actor: Actor, *, enrolment_id: UUID, stage: str, on: date) -> Done[None]:
    """Say which stage was reached, and when. Raises ``Invalid``."""
    row = _find(actor, enrolment_id)
    version = programmes.version(actor, row.programme_id)
    if version.stage(stage) is None:
        raise Invalid(_("Choose one of the stages."), "stage")
    _require_within(row, on, "on")
    row.stage = stage
    row.save(update_fields=["stage"])
    StageReached.objects.create(
        enrolment_id=row.id, person_id=row.person_id, stage=stage, on=on, by_name=actor.name
    )
    return Done(None, person_id=row.person_id, subject=row.id, fields=("stage",))


@command("clinical_team_chosen", permit=may_move)
def choose_team(actor: Actor, *, enrolment_id: UUID, team: str, since: date) -> Done[None]:
    """Say beside which of the programme's clinical teams this is from a day on, "" for none.

    What was said before stays, and stays true of the days before. Raises ``Invalid``.
    """
    row = _find(actor, enrolment_id)
    chosen = next((one for one in clinical_teams(actor, row.programme_id) if one.key == team), None)
    if team and chosen is None:
        raise Invalid(_("Choose one of the teams."), "team")
    _require_within(row, since, "since")
    held = team_on(read_choices(row.team_choices), since)
    if team == (held.key if held else ""):
        raise Invalid(_("This stands here for that day already. Choose another team or another day."), "team")
    words = chosen.words if chosen else Words("", "")
    new = TeamChoice(since, team, words, actor.name, clock.today())
    row.team_choices = [*row.team_choices, plain_choice(new)]
    row.save(update_fields=["team_choices"])
    return Done(None, person_id=row.person_id, subject=row.id, fields=("clinical_team",))


@command("enrolment_ended", permit=may_end)
def end(actor: Actor, *, enrolment_id: UUID, ended: date, reason: Ending) -> Done[None]:
    """Leave a programme. Raises ``Invalid``, or ``Conflict`` when it has ended."""
    row = _find(actor, enrolment_id)
    if row.ended is not None:
        raise Conflict(_("This has ended already."))
    if not row.started <= ended <= clock.today():
        raise Invalid(_("Choose a day from the start until today."), "ended")
    row.ended, row.reason = ended, reason.value
    row.save(update_fields=["ended", "reason"])
    return Done(
        None,
        person_id=row.person_id,
        subject=row.id,
        fields=("ended", "reason"),
    )


@command("birthday_given", permit=may_give_birthday)
def give_birthday(actor: Actor, *, person_id: UUID, born: date) -> Done[None]:
    """Keep a date of birth, because the minimum wage goes by age. Raises ``Invalid``."""
    if not clock.today() - OLDEST < born < clock.today():
        raise Invalid(_("Check the date of birth."), "born")
    row = DateOfBirth.objects.as_seen_by(actor).filter(person_id=person_id).first()
    if row is None:
        DateOfBirth.objects.create(person_id=person_id, born=born)
    else:
        row.born = born
        row.save(update_fields=["born"])
    return Done(None, person_id=person_id, fields=("born",))


@command("measures_asked_for_programmes", permit=may_enrol)
def ask_what_is_due(actor: Actor, *, person_id: UUID) -> Done[Asked]:
    """Begin one sitting with every set of questions that the person's programmes need now."""
    due = [one.instrument for one in page(actor, person_id).due]
    if not due:
        raise Conflict(_("No questions are due now."))
    asked = ask(actor, person_id=person_id, instruments=due, how=How.TOGETHER)
    return Done(asked, person_id=person_id, subject=asked.id, fields=("instruments",))


def _require_within(row: Enrolment, day: date, field: str) -> None:
    """A day of the spell that has come. Raises ``Invalid`` saying which days can be."""
    if row.started > clock.today():
        told = _("They have not started yet. The first day is {day}: write it down then.")
        raise Invalid(told.format(day=f"{row.started:%d/%m/%Y}"), field)
    if day < row.started:
        told = _("The first day is {day}. Choose that day or a later one.")
        raise Invalid(told.format(day=f"{row.started:%d/%m/%Y}"), field)
    if row.ended is not None and day > row.ended:
        told = _("The last day was {day}. Choose that day or an earlier one.")
        raise Invalid(told.format(day=f"{row.ended:%d/%m/%Y}"), field)
    if day > clock.today():
        raise Invalid(_("That day is still to come. Choose today or an earlier day."), field)


def _find(actor: Actor, enrolment_id: UUID) -> Enrolment:
    row = Enrolment.objects.as_seen_by(actor).select_for_update().filter(id=enrolment_id).first()
    if row is None:
        raise NotFound("enrolment")
    return row
