"""What is said beside a percentage, and what is refused."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "no_denominator": Words("A percentage of nobody cannot be given.", "Does dim modd rhoi canran o neb."),
    "out_of_range": Words(
        "{n} of {of} cannot be. It must be from 0 to {of}.",
        "Dydy {n} o {of} ddim yn bosibl. Rhaid iddo fod o 0 i {of}.",
    ),
    "wrong_type": Words(
        "A count must be a whole number. This was {value}.",
        "Rhaid i gyfrif fod yn rhif cyfan. Rhoddwyd {value}.",
    ),
    "wrong_confidence": Words(
        "The confidence must be between 0 and 1, such as 0.95.", "Rhaid i'r hyder fod rhwng 0 ac 1, fel 0.95."
    ),
    "unknown_rule": Words(
        "There is no rule “{rule}” for who is counted. There are: {known}.",
        "Does dim rheol “{rule}” ar gyfer pwy sy'n cael eu cyfrif. Dyma'r rhai sydd: {known}.",
    ),
    "unknown_answer": Words(
        "“{answer}” (row {row}) is not an answer of this question. There are: {known}.",
        "Dydy “{answer}” (rhes {row}) ddim yn ateb i'r cwestiwn hwn. Dyma'r rhai sydd: {known}.",
    ),
    "no_options": Words(
        "Name the answers that can be given, each once.", "Enwch yr atebion y gellir eu rhoi, bob un unwaith."
    ),
    "fewer_asked": Words(
        "{replied} people replied and only {invited} were asked. Check how many were asked.",
        "Atebodd {replied} o bobl a dim ond {invited} y gofynnwyd iddynt. Gwiriwch faint y gofynnwyd iddynt.",
    ),
    "no_wave": Words(
        "Say when people were asked, such as “spring 2026”.",
        "Dywedwch pryd y gofynnwyd i bobl, fel “gwanwyn 2026”.",
    ),
    "small_base": Words(
        "There are no percentages: {base} people are counted, and at least {needed} are needed.",
        "Does dim canrannau: cyfrifir {base} o bobl, ac mae angen o leiaf {needed}.",
    ),
    "who_is_counted": Words("Counted: {rule}", "Yn cael eu cyfrif: {rule}"),
    "several_answers": Words(
        "People could give several answers, so the percentages add up to more than 100.",
        "Roedd pobl yn gallu rhoi sawl ateb, felly mae'r canrannau'n fwy na 100 gyda'i gilydd.",
    ),
    "low_response": Words(
        "Fewer than 6 in 10 of those asked replied. Those who did may differ from the rest.",
        "Atebodd llai na 6 o bob 10 o'r rhai y gofynnwyd iddynt. "
        "Gall y rhai a atebodd fod yn wahanol i'r gweddill.",
    ),
    "response_unknown": Words(
        "Nobody wrote down how many were asked, so the response rate is not known.",
        "Wnaeth neb gofnodi faint y gofynnwyd iddynt, felly dydyn ni ddim yn gwybod y gyfradd ymateb.",
    ),
    "rising_stage": Words(
        "More people are at “{stage}” ({count}) than at the stage before ({before}). "
        "A stage holds only people of the one before.",
        "Mae mwy o bobl yn “{stage}” ({count}) nag yn y cam o'i flaen ({before}). "
        "Dim ond pobl o'r cam blaenorol sydd mewn cam.",
    ),
    "too_few_stages": Words(
        "Give at least two stages, each with its count.", "Rhowch o leiaf ddau gam, pob un â'i gyfrif."
    ),
    "still_going": Words(
        "{count} people are still on their way, so later stages may grow.",
        "Mae {count} o bobl yn dal ar eu ffordd, felly gall y camau diweddarach dyfu.",
    ),
}
note = partial(said, SENTENCES)


class SurveyError(MethodError):
    """A count, an answer or a stage that cannot be right."""


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> SurveyError:
    """The error of that code."""
    return SurveyError(note(code, field=field, row=row, **values), field=field, row=row)
