"""What is said beside a fidelity score, and what is refused."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "unknown_item": Words(
        "There is no item “{item}” in this scale (row {row}). There are: {known}.",
        "Does dim eitem “{item}” yn y raddfa hon (rhes {row}). Dyma'r rhai sydd: {known}.",
    ),
    "out_of_range": Words(
        "A score of {score} for item {item} (row {row}) cannot be. Give {lowest} to {highest}.",
        "Dydy sgôr o {score} am eitem {item} (rhes {row}) ddim yn bosibl. Rhowch {lowest} i {highest}.",
    ),
    "rated_twice": Words(
        "{rater} scored item {item} twice (row {row}). Keep one.",
        "Mae {rater} wedi rhoi sgôr i eitem {item} ddwywaith (rhes {row}). Cadwch un.",
    ),
    "unknown_kind": Words(
        "Say of each score whether it is “self”, “independent” or “computed” (row {row}).",
        "Dywedwch am bob sgôr a yw'n “self” (hunan), “independent” (annibynnol) "
        "neu'n “computed” (o'r cofnod) (rhes {row}).",
    ),
    "nothing_rated": Words("Nothing has been scored yet.", "Does dim wedi cael sgôr eto."),
    "incomplete": Words(
        "There is no total: {missing} of {items} items have no score. It would be from {low} to {high}.",
        "Does dim cyfanswm: does dim sgôr gan {missing} o'r {items} eitem. Byddai rhwng {low} a {high}.",
    ),
    "band_settled": Words(
        "Whatever the missing items score, the band is “{band}”.",
        "Beth bynnag fydd sgôr yr eitemau sydd ar goll, y band yw “{band}”.",
    ),
    "raters_differ": Words(
        "Raters differ by 2 or more on: {items}. Talk about those before the scores are used.",
        "Mae'r graddwyr yn gwahaniaethu o 2 neu fwy ar: {items}. Trafodwch y rheini cyn defnyddio'r sgorau.",
    ),
    "no_evidence": Words(
        "No evidence is named for: {items}.", "Does dim tystiolaeth wedi'i henwi ar gyfer: {items}."
    ),
    "process_not_outcome": Words(
        "This says how the service works, not what it achieves. Show it beside the outcomes.",
        "Mae hyn yn dweud sut mae'r gwasanaeth yn gweithio, nid beth mae'n ei gyflawni. "
        "Dangoswch ef wrth ochr y canlyniadau.",
    ),
    "two_raters_needed": Words(
        "Agreement needs two raters who scored at least {needed} of the same items.",
        "Mae cytundeb yn gofyn am ddau raddiwr a roddodd sgôr i o leiaf {needed} o'r un eitemau.",
    ),
    "no_variation": Words(
        "Every score is the same, so chance agreement cannot be told apart.",
        "Mae pob sgôr yr un fath, felly does dim modd gwahanu cytundeb ar hap.",
    ),
    "wrong_scale": Words(
        "The scale's “{field}” is wrong: {hint}", "Mae “{field}” y raddfa'n anghywir: {hint}"
    ),
    "not_enough_facts": Words(
        "There are no facts on record for this item.",
        "Does dim ffeithiau wedi'u cofnodi ar gyfer yr eitem hon.",
    ),
    "teams_unknown": Words(
        "A clinical team is on record for {known} of {of} people. The score would be from {low} to {high}, "
        "whichever the others belong to: it cannot be said yet.",
        "Mae tîm clinigol ar gofnod ar gyfer {known} o {of} o bobl. Byddai'r sgôr rhwng {low} a {high}, "
        "pa dîm bynnag y mae'r lleill yn perthyn iddo: does dim modd ei dweud eto.",
    ),
    "teams_some_unknown": Words(
        "A clinical team is on record for {known} of {of} people. Whichever the others belong to, "
        "the score is the same.",
        "Mae tîm clinigol ar gofnod ar gyfer {known} o {of} o bobl. Pa dîm bynnag y mae'r lleill yn perthyn "
        "iddo, yr un yw'r sgôr.",
    ),
    "impossible_fact": Words(
        "“{field}” of {value} cannot be. Check it.", "Dydy “{field}” o {value} ddim yn bosibl. Gwiriwch ef."
    ),
    "few_jobs": Words("Fewer than 10 jobs: the scale gives 1.", "Llai na 10 swydd: mae'r raddfa'n rhoi 1."),
    "no_contact_yet": Words(
        "{count} people have no employer contact yet and are not in the mean, so it is a little too good.",
        "Does gan {count} o bobl ddim cyswllt â chyflogwr eto. Dydyn nhw ddim yn y cymedr, "
        "felly mae ychydig yn rhy dda.",
    ),
}
note = partial(said, SENTENCES)


class FidelityError(MethodError):
    """A rating, a scale or a fact that cannot be right."""


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> FidelityError:
    """The error of that code."""
    return FidelityError(note(code, field=field, row=row, **values), field=field, row=row)
