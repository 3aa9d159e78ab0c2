"""Looking for services that stand in the directory twice."""

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory import queries as directory
from cydwaith.place.directory.policy import may_keep_directory
from cydwaith.place.directory.rules.likeness import pairs

from ..models import LookAlike

MOST = 5000
SOME = 500


@command("directory_compared", permit=may_keep_directory)
def look_for_duplicates(actor: Actor) -> Done[int]:
    """Compare every service with those like it; gives how many pairs were found."""
    apart = directory.told_apart(actor)
    found = [pair for pair in pairs(directory.faces(actor)) if (pair.one, pair.other) not in apart][:MOST]
    now = clock.now()
    rows = [
        LookAlike(one_id=pair.one, other_id=pair.other, chance=pair.chance, found_at=now) for pair in found
    ]
    LookAlike.objects.all().delete()
    LookAlike.objects.bulk_create(rows, batch_size=SOME)
    return Done(len(rows))
