"""How choices are put on a page, and what the person reads of them."""

from django.utils.translation import gettext_lazy as _

from .rules.asking import Choice
from .rules.figures import Outcome

CHOICES = {
    Choice.REFER: _("Refer them now"),
    Choice.NOT_NOW: _("Not now"),
    Choice.DECLINED: _("They said no"),
}
CAME_OF_IT = {
    Choice.REFER: _("Referred"),
    Choice.NOT_NOW: _("Not now"),
    Choice.DECLINED: _("Said no"),
}
OUTCOMES = {
    Outcome.BEGAN: _("Support began"),
    Outcome.WORKING: _("Support ended in work, or with a job kept"),
    Outcome.HELPED: _("They say that it helped"),
}
COLOUR = {Choice.REFER: "green", Choice.NOT_NOW: "blue", Choice.DECLINED: "grey"}

TRAIL_WORDS = {
    "work_question_asked": _("Asked you about work, and wrote down what you said"),
    "work_questions_seen": _("Looked at what a practice asked you about work"),
}
