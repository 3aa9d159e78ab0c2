"""Signed links: open one thing, for a while, without an account."""

from uuid import UUID

from django.core import signing
from django.utils.translation import gettext as _

from cydwaith.kernel import clock
from cydwaith.kernel.errors import NotFound

DAY = 86_400


class LinkExpired(NotFound):
    """The link was real; its time is over."""


def make(kind: str, subject_id: UUID, days: int) -> str:
    """A token that opens one thing of one kind for so many days; holds no personal data."""
    expires = int(clock.now().timestamp()) + days * DAY
    return signing.dumps([str(subject_id), expires], salt=f"cydwaith.link.{kind}", compress=False)


def read(kind: str, token: str) -> UUID:
    """What a token opens. Raises ``NotFound`` for a wrong one, ``LinkExpired`` for an old one."""
    try:
        subject, expires = signing.loads(token, salt=f"cydwaith.link.{kind}")
    except (signing.BadSignature, ValueError, TypeError):
        raise NotFound(_("This link does not work. Check that you copied all of it.")) from None
    if clock.now().timestamp() > expires:
        raise LinkExpired(_("This link has run out. Ask whoever sent it for a new one."))
    return UUID(subject)
