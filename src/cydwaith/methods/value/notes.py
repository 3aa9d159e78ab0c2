"""What a money case says of itself, and what it refuses."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "no_source": Words(
        "The value “{key}” has no source. Say where the number is from.",
        "Does dim ffynhonnell i'r gwerth “{key}”. Dywedwch o ble mae'r rhif yn dod.",
    ),
    "no_year": Words(
        "The value “{key}” has no price year. Pounds of different years cannot be added.",
        "Does dim blwyddyn brisiau i'r gwerth “{key}”. Does dim modd adio punnoedd o flynyddoedd gwahanol.",
    ),
    "no_payer": Words(
        "The value “{key}” does not say who gains it.",
        "Dydy'r gwerth “{key}” ddim yn dweud pwy sy'n elwa ohono.",
    ),
    "no_deflator": Words(
        "There is no price index for {year}. Bring one, so that “{key}” can be put in prices of {base}.",
        "Does dim mynegai prisiau ar gyfer {year}. Dewch ag un, er mwyn rhoi “{key}” ym mhrisiau {base}.",
    ),
    "no_assumptions": Words(
        "A ratio needs its table of assumptions. Write down at least one, and who made it.",
        "Mae angen tabl o dybiaethau gyda chymhareb. Ysgrifennwch o leiaf un, a phwy a'i gwnaeth.",
    ),
    "no_grade": Words(
        "There is no correction on file for evidence of grade {grade} (“{key}”). "
        "Bring the table of corrections.",
        "Does dim cywiriad ar gyfer tystiolaeth o radd {grade} (“{key}”). Dewch â'r tabl cywiriadau.",
    ),
    "not_causal": Words(
        "The effect of “{key}” is a before and after. "
        "Say what would have happened anyway before you put money on it.",
        "Cyn ac ar ôl yw effaith “{key}”. Dywedwch beth fyddai wedi digwydd beth bynnag cyn rhoi arian arni.",
    ),
    "refused_effect": Words(
        "The effect of “{key}” was refused by its own method. There is no number to put money on.",
        "Gwrthodwyd effaith “{key}” gan ei dull ei hun. Does dim rhif i roi arian arno.",
    ),
    "counted_twice": Words(
        "“{key}” counts a {one} and a {other} for the same people. Choose one of them.",
        "Mae “{key}” yn cyfrif {one} a {other} ar gyfer yr un bobl. Dewiswch un ohonynt.",
    ),
    "out_of_range": Words(
        "“{field}” of “{key}” is {value}. It must be from {low} to {high}.",
        "Mae “{field}” “{key}” yn {value}. Rhaid iddo fod o {low} i {high}.",
    ),
    "wrong_spread": Words(
        "“{field}” of “{key}” needs its numbers in order: low, likely, high; or a middle and a standard "
        "error above 0.",
        "Mae angen rhifau “{field}” “{key}” yn eu trefn: isel, tebygol, uchel; neu ganol a "
        "chyfeiliornad safonol uwch na 0.",
    ),
    "unknown_kind": Words(
        "“{value}” is no kind of {field}. There are: {known}.",
        "Nid yw “{value}” yn fath o {field}. Dyma'r rhai sydd: {known}.",
    ),
    "no_costs": Words(
        "There are no costs, so there is no ratio.", "Does dim costau, felly does dim cymhareb."
    ),
    "nothing_gained": Words("Nothing is gained in this case.", "Does dim yn cael ei ennill yn yr achos hwn."),
    "not_cashable": Words(
        "Of the fiscal gain, {share} per cent cannot be taken out as cash.",
        "O'r enillion cyllidol, ni ellir tynnu {share} y cant allan fel arian parod.",
    ),
    "payer_loses": Words(
        "{payer} pays more than it gains. Others gain from what it pays.",
        "Mae {payer} yn talu mwy nag y mae'n ei ennill. Mae eraill yn elwa o'r hyn y mae'n ei dalu.",
    ),
    "missing": Words("“{field}” is missing from “{key}”.", "Mae “{field}” ar goll o “{key}”."),
}
note = partial(said, SENTENCES)


class ValueRefused(MethodError):
    """A value, an outcome or a cost that cannot carry money."""


def wrong(code: str, field: str | None = None, **values: object) -> ValueRefused:
    """The error of that code."""
    return ValueRefused(note(code, field=field, **values), field=field)
