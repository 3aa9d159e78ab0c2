"""What happens elsewhere that changes what somebody may say about work."""

from collections.abc import Mapping
from uuid import UUID

from cydwaith.kernel.actor import system

from .commands import ask_again
from .rules.vocabulary import Because

WORKER = system("a job or a trial began or ended")


def after_a_job(news: Mapping[str, object]) -> None:
    """A job began or ended: is it still what they want? Bears being told twice."""
    ask_again(WORKER, person_id=UUID(str(news["person"])), because=Because.JOB)


def after_a_trial(news: Mapping[str, object]) -> None:
    """They tried something out. Bears being told twice."""
    ask_again(WORKER, person_id=UUID(str(news["person"])), because=Because.TRIAL)
