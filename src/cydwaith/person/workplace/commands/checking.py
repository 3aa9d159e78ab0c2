"""An employer's self-check: kept whole each time, and what was done since."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, NotFound

from ..healthy import statements
from ..models import SelfCheck
from ..policy import may_check
from ..rules.checking import Said


@command("employer_checked", permit=may_check)
def keep_check(actor: Actor, *, answers: Mapping[str, Said]) -> Done[UUID]:
    """Keep how the employer sees itself today. Raises ``Invalid`` where a statement has no answer."""
    if set(answers) != {one.key for one in statements("en")}:
        raise Invalid(_("Answer each of the statements."))
    told = {
        key: {"far": said.far.value, "will": said.will, "by": said.by.isoformat() if said.by else ""}
        for key, said in answers.items()
    }
    row = SelfCheck.objects.create(
        organisation_id=actor.organisation_id,
        by_account_id=actor.account_id,
        by_name=actor.name,
        at=clock.now(),
        answers=told,
    )
    return Done(row.id, subject=row.id, fields=("answers",))


@command("employer_check_done", permit=may_check)
def check_done(actor: Actor, *, check_id: UUID, key: str) -> Done[None]:
    """Say that something the employer wanted to do is done. Raises ``NotFound``."""
    row = SelfCheck.objects.as_seen_by(actor).filter(id=check_id).first()
    if row is None or not row.answers.get(key, {}).get("will"):
        raise NotFound(_("This is not here, or not open to you."))
    row.done = {key: clock.today().isoformat(), **row.done}
    row.save(update_fields=["done"])
    return Done(None, subject=row.id, fields=("done",))
