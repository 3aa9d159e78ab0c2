"""What the rooms above the directory have to say on a service's page, beside what its record says."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from cydwaith.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Beside:
    """One more line of the page; with ``href`` its text leads there."""

    label: str
    text: str
    href: str = ""


Speaker = Callable[[Actor, UUID], list[Beside]]

_speakers: list[Speaker] = []


def register(speaker: Speaker) -> None:
    """Let an app speak on every service's page; from its ``ready``."""
    if speaker not in _speakers:
        _speakers.append(speaker)


def lines(actor: Actor, service_id: UUID) -> tuple[Beside, ...]:
    """What all of them say of a service."""
    return tuple(line for speaker in _speakers for line in speaker(actor, service_id))
