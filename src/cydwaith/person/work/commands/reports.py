"""A professional completes a draft and signs it in their own name: then no letter of it changes."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.person.plans.commands.record import hand, put

from ..documents.signing import signed_paper
from ..letters import tell_person
from ..models import Given, Report
from ..policy import may_complete
from ..rules.paper import as_data, from_data, seal
from ..rules.vocabulary import Kind

NEEDED = ("name", "profession", "registration", "service", "seen_on", "advice", "holds_from", "holds_until")


@command("work_report_saved", permit=may_complete)
def save_report(
    actor: Actor, *, given_id: UUID, answers: Mapping[str, Any], seen: str | None = None
) -> Done[UUID]:
    """Keep what the professional has filled in so far.

    ``seen`` is the seal of the answers that stood in the form; None asks for no check. Raises
    ``Conflict`` once it is signed, or where another page of theirs wrote in between.
    """
    report = _report(actor, given_id)
    _require_seen(report, answers, seen)
    report.save(update_fields=put(report, {"answers": dict(answers)}))
    return Done(report.id, person_id=report.person_id, subject=report.id, fields=("answers",))


@command("work_report_signed", permit=may_complete)
def sign_report(
    actor: Actor, *, given_id: UUID, answers: Mapping[str, Any], seen: str | None = None
) -> Done[UUID]:
    """Sign: the report is sealed with its digest, and the person is told.

    Raises ``Invalid`` while something is missing, ``Conflict`` as ``save_report`` does.
    """
    if missing := [name for name in NEEDED if not answers.get(name)]:
        raise Invalid(_("Fill this in before you sign."), missing[0])
    report = _report(actor, given_id)
    _require_seen(report, answers, seen)
    given = Given.objects.as_seen_by(actor).get(id=given_id)
    now = clock.now()
    content = as_data(signed_paper(from_data(given.content), answers, by=actor.name, at=now))
    sealed = {"answers": dict(answers), "content": content, "digest": seal(content), "signed_at": now}
    report.save(update_fields=put(report, {**sealed, **hand(actor, report.person_id, False)}))
    tell_person(actor, report.person_id, report.id)
    return Done(report.id, person_id=report.person_id, subject=report.id, fields=("signed_at", "digest"))


def _report(actor: Actor, given_id: UUID) -> Report:
    """The professional's own report on a draft, begun now if need be."""
    drafts = Given.objects.as_seen_by(actor).select_for_update()
    given = drafts.filter(id=given_id, kind=Kind.REPORT.value).first()
    if given is None or given.reader != "clinician":
        raise NotFound(_("This is not here, or not open to you."))
    report = Report.objects.as_seen_by(actor).filter(given_id=given_id).first()
    if report is None and approved_rows(Report).filter(given_id=given_id).exists():
        raise Conflict(_("Somebody else where you work has begun this report. Talk with them first."))
    if report is None:
        wrote = hand(actor, given.person_id, False)
        report = Report.objects.create(given=given, permission_id=given.permission_id, **wrote)
    if report.signed_at is not None:
        raise Conflict(_("This report is signed. What is signed does not change."))
    return report


def _require_seen(report: Report, answers: Mapping[str, Any], seen: str | None) -> None:
    """What is there is what the writer saw, or what they write: nobody's words go unnoticed."""
    if seen is not None and seen != seal(report.answers) and report.answers != dict(answers):
        raise Conflict(_("Somebody changed this while you were writing. Nothing of yours is lost."))
