"""The messages app."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """Messages that wait, go out, or could not."""

    name = "cydwaith.commons.messages"
    label = "cydwaith_messages"

    def ready(self) -> None:
        from cydwaith.commons.audit import listeners

        from . import letters, policy  # noqa: F401

        listeners.subscribe("supporter_invited", letters.tell_supporter)
