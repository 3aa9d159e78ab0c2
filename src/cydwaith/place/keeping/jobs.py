"""What the worker does each day: write letters, a few; let pauses end on their day."""

from django_tasks import task

from cydwaith.kernel.actor import Actor, system

from . import commands
from .queries import assurance
from .queries.rhythm import rhythm
from .rules.assurance import Step


@task()
def write_letters() -> int:
    """Remind, give up, then ask: no more letters in a day than the partnership chose. Returns how many."""
    keeper = system("to keep the directory true")
    room = max(0, rhythm(keeper).letters_a_day - assurance.letters_today(keeper))
    written = _follow_up(keeper, room)
    for service_id in assurance.to_ask(keeper, room - written):
        written += commands.ask_group(keeper, service_id=service_id) is not None
    return written


def _follow_up(keeper: Actor, room: int) -> int:
    """Open letters whose time has come; what there is no room for waits for tomorrow."""
    written = 0
    for asking_id, step in assurance.open_steps(keeper):
        if step is Step.GIVE_UP:
            commands.give_up(keeper, asking_id=asking_id)
        elif step is Step.REMIND and written < room:
            commands.remind(keeper, asking_id=asking_id)
            written += 1
    return written


@task()
def end_pauses() -> int:
    """Let groups whose pause is over take people again. Returns how many."""
    keeper = system("to let pauses end")
    over = assurance.ended_pauses(keeper)
    for service_id in over:
        commands.end_pause(keeper, service_id=service_id)
    return len(over)
