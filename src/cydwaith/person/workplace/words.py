"""The words of agreeing at work."""

from django.utils.translation import gettext_lazy as _

from .rules.agreeing import ContactRole, Ended, Move, State
from .rules.checking import Far
from .rules.pulse import Way

ROLES = {
    ContactRole.MANAGER: _("Line manager"),
    ContactRole.HR: _("People team (HR)"),
    ContactRole.OCCUPATIONAL_HEALTH: _("Occupational health"),
}
ENDED = {
    Ended.STOPPED: _("Stopped"),
    Ended.MANAGER: _("Somebody else is the manager now"),
    Ended.ROLE: _("The job has changed"),
}
STATES = {
    State.PROPOSED: _("Waits for an answer"),
    State.AMENDED: _("Another way is offered"),
    State.AGREED: _("Agreed"),
    State.REFUSED: _("Refused"),
    State.ENDED: _("Ended"),
}
COLOURS = {
    State.PROPOSED: "blue",
    State.AMENDED: "yellow",
    State.AGREED: "green",
    State.REFUSED: "red",
    State.ENDED: "grey",
}
MOVES = {
    Move.AGREE: _("We agree"),
    Move.AMEND: _("We offer it in another way"),
    Move.REFUSE: _("We cannot do it"),
    Move.KEEP: _("It still works: keep it"),
    Move.ACCEPT: _("I take it that way"),
    Move.DECLINE: _("Not that way"),
    Move.CHANGE: _("I ask for a change"),
    Move.END: _("I do not need it any more"),
}
HAPPENED = {
    Move.PROPOSE: _("Proposed"),
    Move.AGREE: _("Agreed"),
    Move.AMEND: _("Another way offered"),
    Move.REFUSE: _("Refused"),
    Move.KEEP: _("Looked at again and kept"),
    Move.ACCEPT: _("Taken that way"),
    Move.DECLINE: _("Not taken that way"),
    Move.CHANGE: _("Asked for a change"),
    Move.END: _("Not needed any more"),
    Move.CARRIED: _("Taken along to somebody new"),
}
FARS = {Far.NOT_YET: _("Not yet"), Far.SOME: _("Some"), Far.YES: _("Yes")}
WAYS = {
    Way.CODES: _("With a code for each person: each can answer once"),
    Way.LINK: _("With one link for all: nobody can tell who answered twice"),
}
TRAIL = {
    "workplace_invited": _("Invited somebody at your work"),
    "workplace_stopped": _("Stopped an invitation at your work"),
    "workplace_changed": _("Said that a manager or a role changes"),
    "workplace_carried": _("Took agreements along to somebody new at work"),
    "workplace_days_shown": _("Showed your working days to somebody at work"),
    "workplace_days_hidden": _("Took your working days back"),
    "workplace_seen": _("Looked at what you agree on at work"),
    "adjustment_proposed": _("Proposed what would help at work"),
    "adjustment_answered": _("Answered what would help at work"),
    "adjustment_said": _("Said something about what helps at work"),
    "adjustment_reminded": _("Reminded of a day to look again at work"),
}
