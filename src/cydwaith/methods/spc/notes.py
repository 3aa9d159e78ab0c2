"""What the charts say, and what they refuse."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "unknown_rules": Words(
        "There is no rule set “{rules}”. There are: {known}.",
        "Does dim set o reolau o'r enw “{rules}”. Dyma'r rhai sydd: {known}.",
    ),
    "which_way_is_better": Words(
        "Say which way is better: “high”, “low”, or nothing for neither.",
        "Dywedwch pa ffordd sy'n well: “high” (uchel), “low” (isel), neu ddim byd.",
    ),
    "too_few_points": Words(
        "There are {points} points. Limits need at least {needed}. Until then the dots stand alone.",
        "Mae {points} pwynt. Mae angen o leiaf {needed} i gael terfynau. Tan hynny mae'r dotiau'n sefyll "
        "ar eu pennau eu hunain.",
    ),
    "flat_line": Words(
        "Every value is the same, so there is no variation to judge.",
        "Mae pob gwerth yr un fath, felly does dim amrywiad i'w farnu.",
    ),
    "signal_not_cause": Words(
        "A signal says that something changed. It does not say what changed it.",
        "Mae arwydd yn dweud bod rhywbeth wedi newid. Dydy e ddim yn dweud beth a'i newidiodd.",
    ),
    "change_needs_reason": Words(
        "New limits need a reason that was written down. Give one for point {row}.",
        "Mae angen rheswm ysgrifenedig cyn rhoi terfynau newydd. Rhowch un ar gyfer pwynt {row}.",
    ),
    "change_outside": Words(
        "New limits cannot begin at point {row}. "
        "Give a point from {first} to {points}, each later than the one before.",
        "All terfynau newydd ddim dechrau ar bwynt {row}. "
        "Rhowch bwynt o {first} i {points}, pob un yn hwyrach na'r un o'i flaen.",
    ),
    "change_too_recent": Words(
        "There are {points} points since the change at point {row}, and {needed} are needed. "
        "The earlier limits go on until then.",
        "Mae {points} pwynt ers y newid ar bwynt {row}, ac mae angen {needed}. "
        "Mae'r terfynau cynharach yn parhau tan hynny.",
    ),
    "baseline_too_short": Words(
        "A baseline needs at least 2 points and at most all {points}.",
        "Mae angen o leiaf 2 bwynt ar y llinell sylfaen, a dim mwy na'r {points} sydd.",
    ),
    "no_league_table": Words(
        "Places are not put in order. Most differences between them are chance. "
        "Look at which stand outside the limits.",
        "Dydyn ni ddim yn rhoi lleoedd mewn trefn. Hap yw'r rhan fwyaf o'r gwahaniaethau rhyngddynt. "
        "Edrychwch pa rai sydd y tu allan i'r terfynau.",
    ),
    "small_denominator": Words(
        "Left out, because fewer than {needed} people are behind the number: {places}.",
        "Wedi'u gadael allan, am fod llai na {needed} o bobl y tu ôl i'r rhif: {places}.",
    ),
    "too_few_places": Words(
        "There are {places} places with enough people. A funnel needs at least {needed}.",
        "Mae {places} lle gyda digon o bobl. Mae angen o leiaf {needed} ar dwmffat.",
    ),
    "unknown_kind": Words(
        "The kind must be “proportion” or “ratio”.", "Rhaid i'r math fod yn “proportion” neu'n “ratio”."
    ),
    "negative": Words(
        "“{field}” is below 0 in row {row}. A count cannot be.",
        "Mae “{field}” yn is na 0 yn rhes {row}. All cyfrif ddim bod felly.",
    ),
    "more_than_all": Words(
        "Row {row} counts more people than there are. The first number must not be above the second.",
        "Mae rhes {row} yn cyfrif mwy o bobl nag sydd. Rhaid i'r rhif cyntaf beidio â bod yn fwy na'r ail.",
    ),
    "all_or_none": Words(
        "Everybody or nobody counts everywhere, so there is nothing to compare.",
        "Mae pawb neu neb yn cyfrif ym mhob lle, felly does dim i'w gymharu.",
    ),
    "unequal": Words(
        "There are {places} places, {over} first numbers and {under} second ones. Give as many of each.",
        "Mae {places} lle, {over} rhif cyntaf a {under} ail rif. Rhowch yr un nifer o bob un.",
    ),
    "overdispersed": Words(
        "The places differ more than chance alone would make them. The limits were widened for that.",
        "Mae'r lleoedd yn amrywio'n fwy nag y byddai hap yn unig yn ei achosi. "
        "Ehangwyd y terfynau oherwydd hynny.",
    ),
}
note = partial(said, SENTENCES)


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> MethodError:
    """The error of that code."""
    return MethodError(note(code, field=field, row=row, **values), field=field, row=row)
