"""What can be wrong with a programme, in words that say what to do."""

from functools import partial

from cydwaith.methods.notes import MethodError, said
from cydwaith.methods.words import Words

SENTENCES = {
    "missing": Words("The programme has no {name}.", "Does gan y rhaglen ddim {name}."),
    "unknown": Words(
        "The programme has a part that is not known here: {name}. Check how it is spelt.",
        "Mae gan y rhaglen ran nad yw'n hysbys yma: {name}. Gwiriwch sut mae wedi'i sillafu.",
    ),
    "names": Words(
        "A programme needs a key and a name in English and in Welsh.",
        "Mae angen allwedd ac enw yn Gymraeg ac yn Saesneg ar raglen.",
    ),
    "programme_key": Words(
        "“{value}” cannot be the key of a programme. Use small letters, numbers and hyphens, up to 60.",
        "All “{value}” ddim bod yn allwedd rhaglen. Defnyddiwch lythrennau bach, rhifau a chysylltnodau, "
        "hyd at 60.",
    ),
    "too_long": Words(
        "“{name}” is too long. Use up to {most} letters.",
        "Mae “{name}” yn rhy hir. Defnyddiwch hyd at {most} llythyren."
    ),
    "not_json": Words(
        "This file is not a programme as Cydwaith writes one (JSON).",
        "Nid rhaglen fel y mae Cydwaith yn ei hysgrifennu (JSON) yw'r ffeil hon.",
    ),
    "order": Words(
        "The programme ends before it starts.", "Mae'r rhaglen yn dod i ben cyn iddi ddechrau."
    ),
    "date": Words(
        "“{value}” is not a date. Write it like 2026-05-04.",
        "Nid dyddiad yw “{value}”. Ysgrifennwch ef fel 2026-05-04.",
    ),
    "target": Words(
        "The target {name} must be a whole number of working days, 0 to 365.",
        "Rhaid i'r targed {name} fod yn nifer cyfan o ddiwrnodau gwaith, 0 i 365.",
    ),
    "list": Words(
        "“{name}” must be a list of lines, each with its parts.",
        "Rhaid i “{name}” fod yn rhestr o linellau, pob un â'i rhannau.",
    ),
    "both_languages": Words(
        "Give the words of line {row} in “{name}” in English and in Welsh.",
        "Rhowch eiriau llinell {row} yn “{name}” yn Gymraeg ac yn Saesneg.",
    ),
    "key": Words(
        "Line {row} in “{name}” needs a short key of its own: small letters, numbers and hyphens.",
        "Mae angen allwedd fer ei hun ar linell {row} yn “{name}”: llythrennau bach, rhifau a chysylltnodau.",
    ),
    "twice": Words(
        "“{value}” stands twice in “{name}”. Keep one of them.",
        "Mae “{value}” yno ddwywaith yn “{name}”. Cadwch un ohonynt.",
    ),
    "number": Words(
        "Line {row} in “{name}”: “{column}” must be a whole number from {low} to {high}.",
        "Llinell {row} yn “{name}”: rhaid i “{column}” fod yn rhif cyfan o {low} i {high}.",
    ),
    "cohort": Words(
        "“{value}” is no group here. There are: out_of_work, in_work.",
        "Dydy “{value}” ddim yn grŵp yma. Dyma'r rhai sydd: out_of_work, in_work.",
    ),
    "cohorts": Words(
        "Say whom the programme takes: out_of_work, in_work, or both.",
        "Dywedwch pwy mae'r rhaglen yn eu derbyn: out_of_work, in_work, neu'r ddau.",
    ),
    "instrument": Words(
        "“{value}” is no set of questions here.", "Dydy “{value}” ddim yn set o gwestiynau yma."
    ),
    "rule": Words(
        "The rule “{name}” cannot be used: {reason}", "Does dim modd defnyddio'r rheol “{name}”: {reason}"
    ),
    "rule_words": Words(
        "Give the outcome rule in line {row} a name in English and in Welsh, and its source.",
        "Rhowch enw yn Gymraeg ac yn Saesneg, a ffynhonnell, i'r rheol canlyniad yn llinell {row}.",
    ),
    "rule_dates": Words(
        "The rule “{name}” ends before it starts. Check both dates.",
        "Mae'r rheol “{name}” yn dod i ben cyn iddi ddechrau. Gwiriwch y ddau ddyddiad.",
    ),
    "rules_overlap": Words(
        "Two rules have the key “{key}” and hold for the same starts: “{name}” and another one. "
        "Give each of them days of its own.",
        "Mae gan ddwy reol yr allwedd “{key}” ac maen nhw'n berthnasol i'r un dyddiau dechrau: “{name}” "
        "ac un arall. Rhowch ei dyddiau ei hun i bob un ohonynt.",
    ),
    "evidence": Words(
        "The rule “{name}” asks for “{value}”, which is no kind of evidence here. There are: {known}.",
        "Mae'r rheol “{name}” yn gofyn am “{value}”, nad yw'n fath o dystiolaeth yma. "
        "Dyma'r rhai sydd: {known}.",
    ),
    "cohort_rule": Words(
        "The rule “{name}” is for people {group}, whom this programme does not take.",
        "Mae'r rheol “{name}” ar gyfer pobl {group_cy}, nad yw'r rhaglen hon yn eu derbyn.",
    ),
    "wage": Words(
        "Line {row} of the minimum wages cannot be right: {reason}",
        "All llinell {row} o'r isafswm cyflog ddim bod yn iawn: {reason_cy}",
    ),
    "source": Words(
        "Line {row} in “{name}” needs its source: where it is written.",
        "Mae angen ffynhonnell ar linell {row} yn “{name}”: ble mae wedi'i ysgrifennu.",
    ),
    "return_source": Words(
        "The return “{name}” needs a version, and its source: where its columns are written.",
        "Mae angen fersiwn ar yr adroddiad “{name}”, a'i ffynhonnell: ble mae ei golofnau i'w cael.",
    ),
    "return_reference": Words(
        "The first column of the return “{name}” must be “reference”, for it tells lines apart.",
        "Rhaid i golofn gyntaf yr adroddiad “{name}” fod yn “reference”: hi sy'n gwahaniaethu'r llinellau.",
    ),
    "return_fact": Words(
        "The return “{name}” asks in its column “{column}” for “{value}”, which is not on record. "
        "Choose something else, or take the column out.",
        "Mae'r adroddiad “{name}” yn gofyn yn ei golofn “{column}” am “{value}”, nad yw ar gofnod. "
        "Dewiswch rywbeth arall, neu tynnwch y golofn allan.",
    ),
    "return_pattern": Words(
        "The return “{name}”: the form that is wanted of its column “{column}” cannot be read.",
        "Yr adroddiad “{name}”: does dim modd darllen y ffurf sydd ei heisiau ar ei golofn “{column}”.",
    ),
    "return_line": Words(
        "“{value}” is not a column. Write its name, =, and what stands in it.",
        "Dydy “{value}” ddim yn golofn. Ysgrifennwch ei henw, =, a'r hyn sydd ynddi.",
    ),
    "itself": Words(
        "A programme cannot be paid twice with itself. Name another one.",
        "Does dim modd talu am raglen ddwywaith gyda'i hun. Enwch un arall.",
    ),
}  # fmt: skip
note = partial(said, SENTENCES)


class WrongProgramme(MethodError):
    """A programme that cannot be used as it is written."""


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> WrongProgramme:
    """The error of that code, about a field and perhaps a line of it (counted from 1)."""
    return WrongProgramme(note(code, row=row, **values), field=field, row=row)


def wrong_rule(name: str, reason: MethodError) -> WrongProgramme:
    """A rule that its method refuses, with the method's own sentence."""
    words = reason.note.words
    told = SENTENCES["rule"]
    mine = Words(told.en.format(name=name, reason=words.en), told.cy.format(name=name, reason=words.cy))
    return WrongProgramme(type(reason.note)("rule", mine), field="outcome_rules")
