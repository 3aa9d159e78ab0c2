"""What a matching says, and what it refuses."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "unknown_choice": Words(
        "{who} chose “{choice}”, who is not on the other side.",
        "Dewisodd {who} “{choice}”, nad yw ar yr ochr arall.",
    ),
    "chosen_twice": Words("{who} chose “{choice}” twice.", "Dewisodd {who} “{choice}” ddwywaith."),
    "both_sides": Words("“{who}” is on both sides.", "Mae “{who}” ar y ddwy ochr."),
    "wrong_capacity": Words(
        "The room of “{who}” is {value}. Give a whole number, 0 or more.",
        "Mae lle “{who}” yn {value}. Rhowch nifer cyfan, 0 neu fwy.",
    ),
    "wrong_score": Words(
        "The score of {one} with {other} is {value}. Give a number.",
        "Mae sgôr {one} gyda {other} yn {value}. Rhowch rif.",
    ),
    "wrong_kept": Words(
        "{one} and {other} cannot be kept together: {why}.",
        "Ni ellir cadw {one} a {other} gyda'i gilydd: {why}.",
    ),
    "no_free_place": Words(
        "{count} had nobody left on the other side who could be paired with them.",
        "Doedd gan {count} neb ar ôl ar yr ochr arall y gellid eu paru â nhw.",
    ),
    "people_decide": Words(
        "These are proposals. Either side may say no, without a reason.",
        "Cynigion yw'r rhain. Caiff y naill ochr neu'r llall ddweud na, heb reswm.",
    ),
    "no_slots": Words("Give at least one slot and one room.", "Rhowch o leiaf un slot ac un ystafell."),
    "named_twice": Words("The name “{name}” is used twice.", "Defnyddir yr enw “{name}” ddwywaith."),
    "unknown_topic": Words(
        "{who} wishes for “{topic}”, which is not a topic.", "Mae {who} yn dymuno “{topic}”, nad yw'n bwnc."
    ),
    "no_room_fits": Words(
        "No room has what “{topic}” needs: {needs}. Find one before the day.",
        "Does dim ystafell â'r hyn sydd ei angen ar “{topic}”: {needs}. Dewch o hyd i un cyn y diwrnod.",
    ),
    "locks_clash": Words(
        "“{topic}” cannot stay where it was put: the room is taken, does not fit, or its host is "
        "elsewhere then.",
        "All “{topic}” ddim aros lle cafodd ei roi: mae'r ystafell wedi'i chymryd, neu ddim yn addas, "
        "neu mae'r un sy'n ei gynnal yn rhywle arall bryd hynny.",
    ),
    "unplaced": Words("There was no place left for: {topics}.", "Doedd dim lle ar ôl i: {topics}."),
    "crowded": Words(
        "More people wish for “{topic}” than fit in its room ({wishes} and {capacity}). "
        "Run it twice if you can.",
        "Mae mwy o bobl yn dymuno “{topic}” nag sy'n ffitio yn ei ystafell ({wishes} a {capacity}). "
        "Cynhaliwch ef ddwywaith os gallwch.",
    ),
    "interest_not_ticket": Words(
        "A wish is interest, not a ticket. Everybody may go where they like.",
        "Diddordeb yw dymuniad, nid tocyn. Caiff pawb fynd lle y mynnant.",
    ),
}
note = partial(said, SENTENCES)


class MatchingError(MethodError):
    """Choices, scores or rooms that cannot be matched."""


def wrong(code: str, field: str | None = None, **values: object) -> MatchingError:
    """The error of that code."""
    return MatchingError(note(code, **values), field=field)
