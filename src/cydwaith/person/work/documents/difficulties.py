"""What is hard at work, line by line: what a professional answers and Access to Work is asked about."""

from django.utils.translation import gettext as _

from ..rules.statement import StatementAnswers
from ..rules.vocabulary import Can, Level
from ..words import CAN, DIMENSIONS, LEVELS, TASKS


def difficulties(said: StatementAnswers) -> tuple[str, ...]:
    """Each thing that is not as usual, in the order of the answers; none of it is about health."""
    graded = [
        f"{DIMENSIONS[part]}: {str(LEVELS[level]).lower()}"
        for part, level in said.levels.items()
        if level is not Level.ALL
    ]
    tasks = [
        f"{TASKS[task]}: {str(CAN[can]).lower()}" for task, can in said.tasks.items() if can is not Can.NOW
    ]
    lifting = [_("Lifting over %(kg)s kg: not yet") % {"kg": f"{said.lift_kg:g}"}] if said.lift_kg else []
    return (*graded, *tasks, *lifting)
