"""Messages that the commons themselves send."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cydwaith.kernel.actor import system

from . import commands, rules

rules.register(
    "let_in",
    _("Somebody shared something with you"),
    _("Somebody chose to share part of their record with you. Sign in with this e-mail address to read it."),
)


def tell_supporter(news: Mapping[str, object]) -> None:
    """Tell whoever was let in by e-mail address that there is something to read."""
    commands.send(
        system("to tell who was let in"),
        kind="let_in",
        to_account=UUID(str(news["account"])),
        link_path="/my/page/",
    )
