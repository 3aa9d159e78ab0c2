"""The parts for other hands: what a professional fills in, what is signed, when it is looked at again."""

from django.utils.translation import gettext as _

from ..rules.paper import Grid, Quote, Section
from ..rules.vocabulary import Kind
from . import saying
from .can_do import section
from .difficulties import difficulties as hard
from .source import Source


def difficulties(source: Source) -> Section:
    """What is hard, beside room for an answer."""
    found = hard(source.said)
    if not found:
        return section("difficulties", "")
    title = _("What is hard for me at work just now")
    if source.kind is not Kind.REPORT:
        return section("difficulties", title, found)
    return Section("difficulties", title, grid=answered(title, found, {}))


def answered(caption: str, found: tuple[str, ...], answers: dict[str, str]) -> Grid:
    """Each difficulty with what the professional recommends."""
    headers = (_("What I find hard"), _("What the professional recommends"))
    return Grid(caption, headers, tuple((each, answers.get(each, "")) for each in found))


def professional(source: Source) -> Section:
    """Lines for the professional, empty until they are filled in."""
    blanks = (
        _("Name"),
        _("Profession and registration number"),
        _("Service, and how to reach it"),
        _("Day of the talk"),
        _("Advice"),
        _("It holds from, until"),
        _("Looked at again on"),
        _("Signature"),
    )
    return Section("professional", _("For the professional to complete"), blanks=blanks)


def changes_of_manager(source: Source) -> Section:
    """What happens when the manager or the job changes."""
    lines = (
        _("This paper is mine. It goes with me when my job or my manager changes."),
        _("I show it to a new manager myself."),
        _("What we agreed goes on until we have talked."),
    )
    return section("changes-of-manager", _("When things change"), lines)


def question(source: Source) -> Section:
    """A word to whoever may write a fit note."""
    lines = (
        _("I made this for you to read before you decide."),
        _("It says what I can do now, and with which changes."),
        _("If you write a note, please think of fewer hours, other tasks, other times or another place."),
    )
    return section("question", _("Why I give you this"), lines)


def health(source: Source) -> Section:
    """What the person chose to say about health, in this document."""
    return section("health", _("About my health, in my own words"), (), Quote("", source.health))


def review(source: Source) -> Section:
    """The next look."""
    on = source.said.review_on
    lines = (_("We look at this again on %(day)s.") % {"day": saying.day(on)},) if on else ()
    return section("review", _("Next look"), lines)


def signatures(source: Source) -> Section:
    """Room for names."""
    blanks = (
        _("What we agree, and from when"),
        _("My name, and the day"),
        _("My manager's name, and the day"),
    )
    return Section("signatures", _("What we agree"), blanks=blanks)
