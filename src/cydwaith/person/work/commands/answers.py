"""Writing answers into the draft of a sheet, and keeping it as a version."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid
from cydwaith.person.plans.commands.record import hand, lock, put, require_unchanged

from ..models import Draft, Kept
from ..policy import may_write_work
from ..rules.changes import changed
from ..rules.vocabulary import Because, ProfileQuestion, Sheet, StatementQuestion

QUESTIONS: dict[Sheet, frozenset[str]] = {
    Sheet.PROFILE: frozenset(question.value for question in ProfileQuestion),
    Sheet.STATEMENT: frozenset(question.value for question in StatementQuestion),
}


@command("work_answer_kept", permit=may_write_work)
def write(
    actor: Actor,
    *,
    person_id: UUID,
    sheet: Sheet,
    answers: Mapping[str, Mapping[str, Any]],
    version: int | None = None,
    with_person: bool = False,
) -> Done[int]:
    """Write answers of some questions into the draft; an empty answer takes the question out.

    ``version`` is the draft's as the writer saw it, 0 for none yet; None asks for no check.
    Gives the version after. Raises ``Conflict`` where somebody wrote something else in between.
    """
    if unknown := set(answers) - QUESTIONS[sheet]:
        raise Invalid(_("There is no such question: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    lock(person_id)
    draft = draft_of(actor, person_id, sheet)
    now = merged(draft.answers if draft else {}, answers)
    if version is not None and now != (draft.answers if draft else {}):
        require_unchanged(version, draft.version if draft else 0)
    if draft is None and not now:
        return Done(0, person_id=person_id)
    if draft is None:
        made = hand(actor, person_id, with_person)
        draft = Draft.objects.create(sheet=sheet.value, answers=now, **made)
    elif now != draft.answers:
        wrote = hand(actor, person_id, with_person)
        draft.save(update_fields=put(draft, {**wrote, "answers": now, "version": draft.version + 1}))
    return Done(draft.version, person_id=person_id, subject=draft.id, fields=tuple(sorted(answers)))


def draft_of(actor: Actor, person_id: UUID, sheet: Sheet) -> Draft | None:
    """The draft of one sheet, as far as it is open to the actor."""
    found: Draft | None = (
        Draft.objects.as_seen_by(actor).filter(person_id=person_id, sheet=sheet.value).first()
    )
    return found


def merged(before: Mapping[str, Any], answers: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The answers after some were written; what is empty is not kept."""
    said = {key: _said(answer) for key, answer in answers.items()}
    return {key: answer for key, answer in {**before, **said}.items() if answer}


def _said(answer: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if value not in (None, "", [])}


@command("work_version_kept", permit=may_write_work)
def keep(
    actor: Actor, *, person_id: UUID, sheet: Sheet, because: Because, with_person: bool = False
) -> Done[UUID]:
    """Keep the draft as a version, dated and never changed again; gives its id.

    Raises ``Invalid`` where nothing is written, ``Conflict`` where nothing changed since the last and
    nobody asked to look again.
    """
    lock(person_id)
    draft = draft_of(actor, person_id, sheet)
    if draft is None or not draft.answers:
        raise Invalid(_("Answer a question first. One is enough."))
    last = Kept.objects.as_seen_by(actor).filter(person_id=person_id, sheet=sheet.value, number=draft.number)
    before = last.first()
    looked_again = because is Because.REVIEW or draft.asked_again_on is not None
    if before and not changed(before.answers, draft.answers) and not looked_again:
        raise Conflict(_("Nothing has changed since the last version."))
    number = draft.number + 1
    kept = Kept.objects.create(
        sheet=sheet.value,
        number=number,
        because=because.value,
        answers=draft.answers,
        **hand(actor, person_id, with_person),
    )
    draft.save(
        update_fields=put(draft, {"number": number, "asked_again_on": None, "asked_again_because": ""})
    )
    event = {"person": person_id, "sheet": sheet.value, "number": number, "on": clock.today().isoformat()}
    return Done(kept.id, person_id=person_id, subject=kept.id, fields=(sheet.value,), event=event)
