"""What is said of a change from before to after. These sentences never say what brought it about."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "unpaired": Words(
        "The two sets of numbers are not tied to the same people. Two averages of different people show no "
        "change in anybody. Give each number with its person, or say that a row is one person (by_row).",
        "Dydy'r ddwy set o rifau ddim wedi'u clymu i'r un bobl. Dydy dau gyfartaledd o bobl wahanol ddim "
        "yn dangos newid yn neb. Rhowch bob rhif gyda'i berson, neu dywedwch mai un person yw pob "
        "rhes (by_row).",
    ),
    "too_few_pairs": Words(
        "{pairs} people have both numbers, and at least {needed} are needed.",
        "Mae gan {pairs} o bobl y ddau rif, ac mae angen o leiaf {needed}.",
    ),
    "retention_mixed": Words(
        "In work at the start: {working}. Not in work: {other}. Keeping a job and finding one are different "
        "things: ask about each apart.",
        "Mewn gwaith ar y dechrau: {working}. Heb fod mewn gwaith: {other}. Mae cadw swydd a chael swydd yn "
        "bethau gwahanol: gofynnwch am bob un ar wahân.",
    ),
    "not_a_cause": Words(
        "This does not show that the programme brought the change about. "
        "It may only feed a sum of money with a stated guess of what would have happened without it.",
        "Dydy hyn ddim yn dangos mai'r rhaglen a ddaeth â'r newid. Dim ond gydag amcan datganedig o'r hyn a "
        "fyddai wedi digwydd hebddi y caiff fwydo swm o arian.",
    ),
    "regression_to_the_mean": Words(
        "People tend to come when things are at their worst, and then to be nearer their usual again, "
        "whatever is done. Some or all of this change may be that.",
        "Mae pobl yn tueddu i ddod pan fydd pethau ar eu gwaethaf, ac yna i fod yn nes at eu harfer eto, "
        "beth bynnag a wneir. Gall hynny fod yn rhan o'r newid hwn, neu'r cyfan.",
    ),
    "no_comparison": Words(
        "A waiting list is not “no change”: many get better while they wait. Give the change of people who "
        "waited (recovery) to show it beside.",
        "Dydy rhestr aros ddim yn “dim newid”: mae llawer yn gwella wrth aros. Rhowch newid y bobl a "
        "arhosodd (recovery) i'w ddangos wrth ei ochr.",
    ),
    "left_unpaired": Words(
        "{count} people have only one of the two numbers and are left out. Those who stay may differ.",
        "Dim ond un o'r ddau rif sydd gan {count} o bobl, ac fe'u gadewir allan. Gall y rhai sy'n aros fod "
        "yn wahanol.",
    ),
    "low_response": Words(
        "Only {percent:.0f}% of those with a first number have a second. "
        "The rest may have changed otherwise.",
        "Dim ond {percent:.0f}% o'r rhai â rhif cyntaf sydd ag ail un. "
        "Gall y gweddill fod wedi newid yn wahanol.",
    ),
    "unequal": Words(
        "There are {before} numbers before and {after} after. Give one of each for every row.",
        "Mae {before} rhif cyn a {after} ar ôl. Rhowch un o bob un ar gyfer pob rhes.",
    ),
    "unknown_outcome": Words(
        "The outcome must be “score” or “work”.", "Rhaid i'r canlyniad fod yn “score” neu'n “work”."
    ),
    "start_unknown": Words(
        "Nobody said whether {person} was in work at the start. Give 0 or 1.",
        "Ddywedodd neb a oedd {person} mewn gwaith ar y dechrau. Rhowch 0 neu 1.",
    ),
    "wrong_reliability": Words(
        "Reliability must be from 0 to 1, and goes with the usual value (usual).",
        "Rhaid i ddibynadwyedd fod o 0 i 1, ac mae'n mynd gyda'r gwerth arferol (usual).",
    ),
}
MEASURE = Words("Mean change in the same people", "Newid cymedrig yn yr un bobl")
COMPARISON = Words(
    "The same people, later against earlier. Nobody else is compared with.",
    "Yr un bobl, yn ddiweddarach o'i gymharu â chynt. Does neb arall yn y gymhariaeth.",
)
ASSUMPTIONS = (
    Words(
        "The numbers mean the same at both times, and were taken in the same way.",
        "Mae'r rhifau'n golygu'r un peth y ddau dro, ac fe'u cymerwyd yn yr un ffordd.",
    ),
    Words(
        "Those with both numbers are like those with one.",
        "Mae'r rhai â'r ddau rif yn debyg i'r rhai ag un.",
    ),
)
STAYED = Words("If those without a second number had not changed", "Pe na bai'r rhai heb ail rif wedi newid")
TOWARDS_USUAL = Words(
    "What is left when the drift back to the usual value is taken off",
    "Yr hyn sydd ar ôl wedi tynnu'r symud yn ôl at y gwerth arferol",
)
RECOVERY = Words(
    "What is left when the change of people who waited is taken off",
    "Yr hyn sydd ar ôl wedi tynnu newid y bobl a arhosodd",
)
note = partial(said, SENTENCES)


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> MethodError:
    """The error of that code."""
    return MethodError(note(code, field=field, row=row, **values), field=field, row=row)
