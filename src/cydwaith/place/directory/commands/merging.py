"""Two rows for one service: both stay as they came, one is shown."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound

from ..models import Correction, NotTheSame, Service
from ..policy import may_keep_directory
from ..rules.patching import Local, leaves, merge_patch, pick, released, same
from ..rules.records import Decided
from .correcting import OF_OTHERS, apply, correct_record, note

KIND = "service"


@command("directory_services_merged", permit=may_keep_directory)
def merge_services(
    actor: Actor, *, survivor: UUID, other: UUID, take: Sequence[str] = (), reason: str = ""
) -> Done[None]:
    """Show ``other`` as ``survivor`` from now on; ``take`` names fields whose values come from the other.

    Raises NotFound, Invalid, Conflict (one of them was merged meanwhile).
    """
    stays, goes = _both(survivor, other)
    theirs = merge_patch(goes.original, goes.local)
    patch = {name: theirs.get(name) for name in take if name not in OF_OTHERS}
    goes.merged_into, goes.changed_at = stays, clock.now()
    goes.save(update_fields=["merged_into", "changed_at"])
    if patch:
        correct_record(actor, kind=KIND, key=survivor, patch=patch, reason=reason, taken_from=other)
    note(actor, KIND, goes, Decided.MERGED, {}, reason=reason, taken_from_id=survivor)
    return Done(None, subject=survivor, fields=("merged_into", *patch))


@command("directory_services_parted", permit=may_keep_directory)
def part_services(actor: Actor, *, key: UUID, reason: str = "") -> Done[None]:
    """Undo a merge: shown again, and what the survivor took from it goes back. Raises NotFound."""
    goes = Service.objects.select_for_update().filter(id=key).first()
    if goes is None or goes.merged_into_id is None:
        raise NotFound(_("This service is not merged into another."))
    stays = Service.objects.select_for_update().get(id=goes.merged_into_id)
    goes.merged_into = None
    goes.save(update_fields=["merged_into"])
    _give_back(stays, goes)
    apply(KIND, goes, Local(goes.local, goes.local_basis))
    note(actor, KIND, goes, Decided.UNMERGED, {}, reason=reason, taken_from_id=stays.id)
    return Done(None, subject=stays.id, fields=("merged_into",))


@command("directory_services_told_apart", permit=may_keep_directory)
def tell_apart(actor: Actor, *, one: UUID, other: UUID) -> Done[None]:
    """Remember that two services are not the same. Raises NotFound."""
    first, second = sorted((one, other))
    if Service.objects.filter(id__in=(first, second)).count() != 2:
        raise NotFound(_("This record is no longer there."))
    NotTheSame.objects.get_or_create(one_id=first, other_id=second, defaults={"by": actor.name})
    return Done(None, subject=first)


def _both(survivor: UUID, other: UUID) -> tuple[Service, Service]:
    if survivor == other:
        raise Invalid(_("Choose two different services."))
    found = Service.objects.select_for_update().in_bulk([survivor, other])
    if len(found) < 2:
        raise NotFound(_("This record is no longer there."))
    if any(service.merged_into_id for service in found.values()):
        raise Conflict(_("One of these was merged already. Look at the list again."))
    return found[survivor], found[other]


def _give_back(stays: Service, goes: Service) -> None:
    """Take out of the survivor what is still as it was taken from the other."""
    taken = Correction.objects.filter(record=stays.id, taken_from=goes.id, decided=Decided.CORRECTED)
    fields = {name for one in taken for name in one.patch}
    given = merge_patch(goes.original, goes.local)
    wanted = {name: given.get(name) for name in fields}
    now = dict(leaves(stays.local))
    still = [path for path, value in leaves(wanted) if path in now and same(now[path], pick(wanted, path))]
    if still:
        apply(KIND, stays, released(Local(stays.local, stays.local_basis), still))
