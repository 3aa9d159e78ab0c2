"""What a plan adds to "everything about me", part by part."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, no_employer, register
from cydwaith.kernel.actor import Actor

from .policy import hears_hope, sees
from .queries.about import entries
from .queries.goals import GoalRow
from .queries.hope import voices
from .queries.plan import plan_for
from .queries.who import reader
from .rules.vocabulary import Heading, scope_of


def _headings(actor: Actor, person_id: UUID, scope: Scope) -> list[Entry]:
    if scope not in sees(actor, person_id):
        return []
    rows = entries(reader(actor, person_id))
    return [
        Entry(row.title, row.words or _("I would rather not say now"), row.signed.at, row.signed.writer)
        for row in rows
        if row.signed and scope_of(Heading(row.heading)) is scope
    ]


def about_me(actor: Actor, person_id: UUID) -> list[Entry]:
    """Every heading of About Me but health and work."""
    return _headings(actor, person_id, Scope.ABOUT_ME)


def health(actor: Actor, person_id: UUID) -> list[Entry]:
    """Health in the person's own words."""
    return _headings(actor, person_id, Scope.HEALTH)


def work(actor: Actor, person_id: UUID) -> list[Entry]:
    """Work in the person's own words."""
    return _headings(actor, person_id, Scope.WORK)


def hope(actor: Actor, person_id: UUID) -> list[Entry]:
    """Every voice on hope for work."""
    if not hears_hope(actor, person_id):
        return []
    found = []
    for voice in voices(reader(actor, person_id)):
        label = _("Hope for work: %(who)s") % {"who": voice.who}
        by = voice.written_down_by or voice.who
        for said in (voice.latest, *voice.earlier):
            found.append(Entry(label, _out_of_ten(said.value, said.note), said.at, by))
    return found


def my_plan(actor: Actor, person_id: UUID) -> list[Entry]:
    """Goals, ratings, steps, the review day and the person's yes."""
    if Scope.PLAN not in sees(actor, person_id):
        return []
    view = plan_for(reader(actor, person_id))
    found = [line for row in (*view.goals, *view.closed_goals) for line in _goal(row)]
    if view.review_on:
        found.append(Entry(_("We look at the plan again on"), "", view.review_on))
    if view.agreed:
        found.append(Entry(view.standing_label, view.agreed.sentence, view.agreed.said_on))
    return found


def _goal(row: GoalRow) -> list[Entry]:
    title = _("Goal: %(kind)s (%(status)s)") % {"kind": row.kind_label, "status": row.status_label}
    found = [Entry(title, row.words, row.signed.at, row.signed.writer)]
    if row.why:
        found.append(Entry(_("Why it matters"), row.why, row.signed.at, row.signed.writer))
    found += [
        Entry(_("How near"), _out_of_ten(rating.value, rating.note), rating.at, rating.writer)
        for rating in row.ratings
    ]
    for step in row.steps:
        parts = {"owner": step.owner_label, "status": step.status_label}
        label = _("Step for %(owner)s (%(status)s)") % parts
        found.append(Entry(label, step.words, step.due, step.signed.writer))
    return found


def _out_of_ten(value: int, note: str) -> str:
    score = _("%(value)s out of 10") % {"value": value}
    return f"{score}. {note}" if note else score


register(Section("about-me", gettext_lazy("About me"), Scope.ABOUT_ME, about_me))
register(Section("health", gettext_lazy("My health in my own words"), Scope.HEALTH, health))
register(Section("work", gettext_lazy("My work in my own words"), Scope.WORK, work))
register(Section("hope", gettext_lazy("Hope for work"), Scope.WORK, hope, opens_to=no_employer))
register(Section("plan", gettext_lazy("My plan"), Scope.PLAN, my_plan))
