"""What a verdict says of each week and of itself, and what is refused."""

from ..notes import MethodError, Note
from ..words import Filled, Words

SENTENCES = {
    "counted": Words("counts", "yn cyfrif"),
    "not_in_work": Words("not in work", "ddim mewn gwaith"),
    "too_few_hours": Words("{hours} hours, under {needed}", "{hours} awr, llai na {needed}"),
    "too_many_hours": Words("{hours} hours, not under {below}", "{hours} awr, nid llai na {below}"),
    "under_pay_floor": Words(
        "paid {pay} an hour, under the floor of {floor}", "talwyd {pay} yr awr, llai na'r isafswm o {floor}"
    ),
    "pay_unknown": Words("no pay is on record", "does dim cyflog wedi'i gofnodi"),
    "kind_not_counted": Words("this kind of work does not count", "dydy'r math hwn o waith ddim yn cyfrif"),
    "not_over": Words(
        "{hours} hours so far, the week is not over", "{hours} awr hyd yma, dydy'r wythnos ddim ar ben"
    ),
    "no_floor_on_file": Words(
        "no minimum wage is on file for this age and date",
        "does dim isafswm cyflog wedi'i gofnodi ar gyfer yr oed a'r dyddiad hwn",
    ),
    "met": Words(
        "Met on {on}: {counted} of {window} weeks counted.",
        "Wedi'i gyrraedd ar {on}: roedd {counted} o {window} wythnos yn cyfrif.",
    ),
    "met_earnings": Words(
        "Met on {on}: {earned} of {needed} pounds earned.",
        "Wedi'i gyrraedd ar {on}: enillwyd {earned} o {needed} punt.",
    ),
    "met_in_work": Words("Met: in work on {on}.", "Wedi'i gyrraedd: mewn gwaith ar {on}."),
    "met_retained": Words(
        "Met: still in work on {on}. Days lost to sickness: {lost}.",
        "Wedi'i gyrraedd: dal mewn gwaith ar {on}. Diwrnodau a gollwyd oherwydd salwch: {lost}.",
    ),
    "not_met": Words(
        "Not met: {counted} of the {needed} weeks needed.",
        "Heb ei gyrraedd: {counted} o'r {needed} wythnos sydd eu hangen.",
    ),
    "not_met_earnings": Words(
        "Not met: {earned} of {needed} pounds earned.", "Heb ei gyrraedd: enillwyd {earned} o {needed} punt."
    ),
    "not_met_in_work": Words("Not met: not in work on {on}.", "Heb ei gyrraedd: ddim mewn gwaith ar {on}."),
    "could_be_met": Words(
        "It could still be met by {on}, if every week from now on counts.",
        "Gallai gael ei gyrraedd o hyd erbyn {on}, os bydd pob wythnos o hyn ymlaen yn cyfrif.",
    ),
    "could_be_met_earnings": Words(
        "At this pay and these hours it would be met by {on}.",
        "Ar y cyflog hwn a'r oriau hyn, byddai'n cael ei gyrraedd erbyn {on}.",
    ),
    "could_be_met_until": Words(
        "It can still be met until {on}, with more pay or hours.",
        "Gellir ei gyrraedd o hyd tan {on}, gyda mwy o gyflog neu oriau.",
    ),
    "could_be_met_yet": Words(
        "It can still be met: no last day is set.", "Gellir ei gyrraedd o hyd: ni osodwyd diwrnod olaf."
    ),
    "cannot_be_met": Words(
        "It can no longer be met in the time allowed.",
        "Does dim modd ei gyrraedd mwyach yn yr amser a ganiateir.",
    ),
    "evidence_missing": Words(
        "Evidence is still missing: {kinds}.", "Mae tystiolaeth ar goll o hyd: {kinds}."
    ),
    "evidence_missing_one": Words(
        "Evidence is still missing. One of these is enough: {kinds}.",
        "Mae tystiolaeth ar goll o hyd. Mae un o'r rhain yn ddigon: {kinds}.",
    ),
    "evidence_uncovered": Words(
        "It cannot be claimed until evidence covers {days}.",
        "Does dim modd ei hawlio nes i dystiolaeth gwmpasu {days}.",
    ),
    "evidence_too_late": Words(
        "It can no longer be claimed: evidence was taken until {by}.",
        "Does dim modd ei hawlio mwyach: derbyniwyd tystiolaeth tan {by}.",
    ),
    "ends_before_start": Words(
        "A job ends before it starts (row {row}). Check both dates.",
        "Mae swydd yn gorffen cyn iddi ddechrau (rhes {row}). Gwiriwch y ddau ddyddiad.",
    ),
    "impossible_hours": Words(
        "{hours} hours a week (row {row}) cannot be. Give 0 to 168.",
        "Dydy {hours} awr yr wythnos (rhes {row}) ddim yn bosibl. Rhowch 0 i 168.",
    ),
    "impossible_pay": Words(
        "A pay of {pay} (row {row}) cannot be. Give pounds an hour, 0 or more.",
        "Dydy cyflog o {pay} (rhes {row}) ddim yn bosibl. Rhowch bunnoedd yr awr, 0 neu fwy.",
    ),
    "impossible_ages": Words(
        "Ages of {ages} (row {row}) cannot be. Give two whole numbers, the lower first.",
        "Dydy oedrannau o {ages} (rhes {row}) ddim yn bosibl. Rhowch ddau rif cyfan, yr isaf yn gyntaf.",
    ),
    "unknown_employment": Words(
        "“{value}” (row {row}) is no kind of work here. There are: {known}.",
        "Dydy “{value}” (rhes {row}) ddim yn fath o waith yma. Dyma'r rhai sydd: {known}.",
    ),
    "wrong_rule": Words(
        "The rule's “{field}” cannot be {value}. {hint}",
        "All “{field}” y rheol ddim bod yn {value}. {hint_cy}",
    ),
    "no_anchor": Words(
        "This rule counts from “{anchor}”, and that date is not on record.",
        "Mae'r rheol hon yn cyfrif o “{anchor}”, a dydy'r dyddiad hwnnw ddim wedi'i gofnodi.",
    ),
    "needs_birth_date": Words(
        "The pay floor depends on age. Give the date of birth.",
        "Mae'r isafswm cyflog yn dibynnu ar oed. Rhowch y dyddiad geni.",
    ),
    "wrong_date": Words(
        "“{value}” in “{field}” is not a date. Write it as 2026-05-04.",
        "Nid dyddiad yw “{value}” yn “{field}”. Ysgrifennwch ef fel 2026-05-04.",
    ),
    "too_far": Words(
        "{value} (“{field}”) is too far off to be judged. Give a day before the year {year}.",
        "Mae {value} (“{field}”) yn rhy bell i'w farnu. Rhowch ddiwrnod cyn y flwyddyn {year}.",
    ),
    "mixed_cohorts": Words(
        "People in work at the start and people out of work never share a rate. Ask for each alone.",
        "Dydy pobl oedd mewn gwaith ar y dechrau a phobl oedd allan o waith byth yn rhannu cyfradd. "
        "Gofynnwch am bob un ar wahân.",
    ),
    "wrong_cohort": Words(
        "This rule is for people who were {wanted} at the start. Give only those.",
        "Mae'r rheol hon ar gyfer pobl oedd {wanted_cy} ar y dechrau. Rhowch y rheini'n unig.",
    ),
    "nobody": Words("There is nobody to count.", "Does neb i'w gyfrif."),
    "small_cohort": Words(
        "Fewer than {needed} people: say the numbers, not a rate.",
        "Llai na {needed} o bobl: dywedwch y rhifau, nid cyfradd.",
    ),
    "too_early": Words(
        "{count} people could still meet the rule, so the rate may rise.",
        "Gallai {count} o bobl gyrraedd y rheol o hyd, felly gallai'r gyfradd godi.",
    ),
}
_PLAIN = {code: Note(code, words) for code, words in SENTENCES.items() if "{" not in words.en}


def note(code: str, **values: object) -> Note:
    """What is said under that code, with its blanks filled."""
    return _PLAIN.get(code) or Note(code, Filled(SENTENCES[code], values))


class OutcomeError(MethodError):
    """A job, a rule or a cohort that cannot be right."""


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> OutcomeError:
    """The error of that code."""
    return OutcomeError(note(code, field=field, row=row, **values), field=field, row=row)


__all__ = ["Note", "OutcomeError", "note", "wrong"]
