"""Counting use without anybody in it: the flow of referrals by service, and needs with nothing close."""

import hashlib
import logging
from uuid import UUID

from django.db import DatabaseError
from django.db.models import F, Model

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system

from ..models import CountedNews, Gap, Service, ServiceFlow
from ..policy import may_count
from ..queries.searching import search

logger = logging.getLogger(__name__)


@command("directory_gap_counted", permit=may_count)
def count_gap(actor: Actor, *, need_key: str, place_code: str) -> Done[None]:
    """One more search for a need, in this neighbourhood and month, that found nothing close."""
    _add_one(Gap, ["count"], need_key=need_key, place_code=place_code)
    return Done(None, fields=("count",))


def note_gap(actor: Actor, *, need_key: str, words: str, near: str) -> bool:
    """Count a gap when a search for this need, from a known neighbourhood, finds nothing close.

    Whoever searched is not in it: the software itself counts. True when a gap was counted; what cannot
    be counted, on a full disk say, keeps nobody from what they look for.
    """
    found = search(actor, words, near, size=1, need=need_key)
    lacks = not found.total or found.only_related or found.nothing_close
    if not found.neighbourhood or not lacks:
        return False
    try:
        count_gap(system("to count what a place lacks"), need_key=need_key, place_code=found.neighbourhood)
    except DatabaseError as error:
        logger.error("A gap could not be counted: %s", type(error).__name__)
        return False
    return True


@command("directory_flow_counted", permit=may_count)
def count_flow(actor: Actor, *, service_id: UUID, columns: tuple[str, ...], news: str) -> Done[bool]:
    """One more in these columns of a service's month; False when this news was counted before.

    What went to an entry that is merged counts for the one that stands.
    """
    digest = hashlib.blake2b(news.encode(), digest_size=16).hexdigest()
    _known, is_new = CountedNews.objects.get_or_create(digest=digest)
    if is_new:
        stands = Service.objects.filter(id=service_id).values_list("merged_into_id", flat=True).first()
        _add_one(ServiceFlow, columns, service_id=stands or service_id)
    return Done(is_new, subject=service_id, fields=tuple(columns))


def _add_one(model: type[Model], columns: list[str] | tuple[str, ...], **key: object) -> None:
    """One more in these columns of this month's row."""
    rows = model._default_manager
    row, _is_new = rows.get_or_create(**key, month=clock.today().replace(day=1))
    rows.filter(pk=row.pk).update(**{column: F(column) + 1 for column in columns})
