"""Who may read programmes."""

from cydwaith.kernel.actor import Role

READERS = (Role.STEWARD, Role.MANAGER, Role.COACH, Role.LINK_WORKER)
