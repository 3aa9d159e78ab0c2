"""Where sessions are kept: in the database, as Django keeps them, read with a prepared read."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor, system

DOORKEEPER = system("who is at the door")


class SessionStore(db.SessionStore):
    """Django's own, but that every page begins with this one read."""

    def _get_session_from_db(self) -> Session | None:
        found = _session(DOORKEEPER, str(self.session_key), timezone.now())
        if not found:
            self._session_key = None
            return None
        session: Session = found[0]
        return session


@prepared
def _session(actor: Actor, key: str, now: datetime) -> QuerySet[Any, Any]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)
