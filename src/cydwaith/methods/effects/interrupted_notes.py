"""What is said of a series that was interrupted, and what is refused."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "too_few_before": Words(
        "There are {points} points before the change, and at least {needed} are needed. "
        "Look further back, or show the points alone.",
        "Mae {points} pwynt cyn y newid, ac mae angen o leiaf {needed}. "
        "Edrychwch ymhellach yn ôl, neu dangoswch y pwyntiau'n unig.",
    ),
    "too_few_after": Words(
        "There are {points} points after the change, and at least {needed} are needed. Wait for more.",
        "Mae {points} pwynt ar ôl y newid, ac mae angen o leiaf {needed}. Arhoswch am ragor.",
    ),
    "another_change_near": Words(
        "Something else changed within {near} points of it ({when}). They cannot be told apart here. "
        "Look for places where only one of them happened.",
        "Newidiodd rhywbeth arall o fewn {near} bwynt iddo ({when}). Does dim modd eu gwahaniaethu yma. "
        "Chwiliwch am leoedd lle dim ond un ohonynt a ddigwyddodd.",
    ),
    "chosen_after_looking": Words(
        "A change date chosen after looking at the series will always find something. Give the day on which "
        "it was decided (decided_on), not after the last point, or the protocol in which it stands.",
        "Bydd dyddiad newid a ddewisir ar ôl edrych ar y gyfres bob amser yn canfod rhywbeth. Rhowch y "
        "diwrnod y penderfynwyd arno (decided_on), heb fod ar ôl y pwynt olaf, neu'r protocol y mae ynddo.",
    ),
    "autocorrelation_left": Words(
        "Points still follow those before them after the fit (p = {p:.3f}). The interval may be too narrow, "
        "and this is a weak sign only.",
        "Mae pwyntiau'n dal i ddilyn y rhai o'u blaen ar ôl y ffitio (p = {p:.3f}). Gall y cyfwng fod yn rhy "
        "gul, ac arwydd gwan yn unig yw hyn.",
    ),
    "other_changes": Words(
        "Something else also changed, at: {when}. It may explain part of this.",
        "Newidiodd rhywbeth arall hefyd, ar: {when}. Gall esbonio rhan o hyn.",
    ),
    "no_fit": Words(
        "No line could be fitted to these points. Check for a long stretch of zeros.",
        "Doedd dim modd ffitio llinell i'r pwyntiau hyn. Gwiriwch am gyfnod hir o seroau.",
    ),
    "unknown_family": Words(
        "The family must be “gaussian” or “quasipoisson”.",
        "Rhaid i'r teulu fod yn “gaussian” neu'n “quasipoisson”.",
    ),
    "unknown_errors": Words(
        "The errors must be “newey_west” or “model”.", "Rhaid i'r gwallau fod yn “newey_west” neu'n “model”."
    ),
    "not_a_time": Words(
        "“{field}” has no time in row {row}: {value}. Give a number, or a date: 2026-03 or 2026-03-01.",
        "Does dim amser yn “{field}” yn rhes {row}: {value}. Rhowch rif, neu ddyddiad fel 2026-03 neu "
        "2026-03-01.",
    ),
    "mixed_times": Words(
        "Times must be all numbers or all dates, and the change in the same kind.",
        "Rhaid i'r amserau fod i gyd yn rhifau neu i gyd yn ddyddiadau, a'r newid o'r un math.",
    ),
    "uneven": Words(
        "The points are not evenly spaced: there is a gap before {when} (row {row}). Fill in every time.",
        "Dydy'r pwyntiau ddim yn gyfartal: mae bwlch cyn {when} (rhes {row}). Llenwch bob adeg.",
    ),
    "negative_count": Words(
        "“{field}” is below 0 in row {row}. A count cannot be.",
        "Mae “{field}” yn is na 0 yn rhes {row}. All cyfrif ddim bod felly.",
    ),
    "no_exposure": Words(
        "“{field}” must be above 0. Row {row} has {value}.",
        "Rhaid i “{field}” fod yn uwch na 0. Yn rhes {row} mae {value}.",
    ),
    "exposure_of_counts": Words(
        "Numbers at risk go with counts: ask for the family “quasipoisson”.",
        "Gyda chyfrifon y mae'r niferoedd mewn perygl: gofynnwch am y teulu “quasipoisson”.",
    ),
    "wrong_season": Words(
        "A season must have at least 4 points, such as 12 months.",
        "Rhaid i dymor fod ag o leiaf 4 pwynt, fel 12 mis.",
    ),
    "wrong_lags": Words(
        "lags must be a whole number from 0 to one less than the number of points.",
        "Rhaid i lags fod yn rhif cyfan o 0 i un yn llai na nifer y pwyntiau.",
    ),
    "change_outside": Words("The change must be within the series.", "Rhaid i'r newid fod o fewn y gyfres."),
}
LEVEL = Words("The step at the change", "Y cam ar adeg y newid")
SLOPE = Words("The change in slope, a point", "Y newid yn y goledd, fesul pwynt")
COMPARISON = Words(
    "The points after the change, against the line that the points before it would have gone on along.",
    "Y pwyntiau ar ôl y newid, o'u cymharu â'r llinell y byddai'r pwyntiau cynt wedi parhau ar ei hyd.",
)
ASSUMPTIONS = (
    Words("The line before would have gone on as it was.", "Byddai'r llinell gynt wedi parhau fel yr oedd."),
    Words(
        "Nothing else changed at the same time, neither in the world nor in how it was counted.",
        "Newidiodd dim byd arall ar yr un pryd, nac yn y byd nac yn y ffordd o gyfrif.",
    ),
)
DECIDED = Words("The date of the change was fixed on {when}.", "Pennwyd dyddiad y newid ar {when}.")
PROTOCOL = Words(
    "The date of the change stands in the protocol {protocol}.",
    "Mae dyddiad y newid yn y protocol {protocol}.",
)
WEAK = Words(
    "One series is compared with its own past, and the line does not explain it well. "
    "It is a weak sign only.",
    "Cymherir un gyfres â'i gorffennol ei hun, a dydy'r llinell ddim yn ei hesbonio'n dda. "
    "Arwydd gwan yn unig ydyw.",
)
OTHER_ERRORS = {
    "newey_west": Words("With the errors of the model alone", "Gyda gwallau'r model yn unig"),
    "model": Words("With Newey-West errors", "Gyda gwallau Newey-West"),
}
OTHER_SLOPE = {
    True: Words("With a step only", "Gyda cham yn unig"),
    False: Words("With a step and a change in slope", "Gyda cham a newid yn y goledd"),
}
NO_SEASON = Words("Without the season", "Heb y tymor")
PLACEBO = Words(
    "A step halfway through the time before, when nothing happened",
    "Cam hanner ffordd drwy'r cyfnod cynt, pan na ddigwyddodd dim",
)
note = partial(said, SENTENCES)


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> MethodError:
    """The error of that code."""
    return MethodError(note(code, field=field, row=row, **values), field=field, row=row)
