"""Pure rules of enrolments; one concept a file."""

from .spells import (
    AFTERWARDS,
    NEAR,
    Clash,
    Due,
    Ending,
    Funded,
    Spell,
    Time,
    clashes,
    due_measures,
    is_paid_twice,
    time_on,
)
from .teams import TeamChoice, TeamTime, plain_choice, read_choices, team_on, teams_held

__all__ = [
    "AFTERWARDS",
    "NEAR",
    "Clash",
    "Due",
    "Ending",
    "Funded",
    "Spell",
    "TeamChoice",
    "TeamTime",
    "Time",
    "clashes",
    "due_measures",
    "is_paid_twice",
    "plain_choice",
    "read_choices",
    "team_on",
    "teams_held",
    "time_on",
]
