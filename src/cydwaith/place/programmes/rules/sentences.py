"""An outcome rule in one sentence, in both languages: what a steward checks before it holds."""

from cydwaith.methods.outcomes import (
    AnchorPoint,
    Cover,
    EarningsRule,
    Employment,
    InWorkRule,
    RetentionRule,
    Rule,
    SustainedRule,
)
from cydwaith.methods.words import Words

from .outcomes import Evidence

KINDS = {
    Employment.EMPLOYEE: Words("employment", "cyflogaeth"),
    Employment.SELF_EMPLOYED: Words("self-employment", "hunangyflogaeth"),
    Employment.APPRENTICESHIP: Words("an apprenticeship", "prentisiaeth"),
    Employment.ZERO_HOURS: Words("zero-hours work", "gwaith dim oriau"),
}
EVIDENCE = {
    Evidence.PAYSLIP: Words("a payslip", "slip cyflog"),
    Evidence.EMPLOYER: Words("the employer's word", "gair y cyflogwr"),
    Evidence.WORKER: Words("the worker's word", "gair y gweithiwr"),
    Evidence.PERSON: Words("the person's own word", "gair y person ei hun"),
    Evidence.CONTRACT: Words("a contract or job offer", "contract neu gynnig swydd"),
    Evidence.BANK: Words("a bank statement", "datganiad banc"),
    Evidence.ACCOUNTS: Words("accounts of one's own business", "cyfrifon eich busnes eich hun"),
}
COVERS = {
    Cover.EVERY: Words("covering every week that counts", "yn cwmpasu pob wythnos sy'n cyfrif"),
    Cover.ENDS: Words(
        "covering the first and the last week that count",
        "yn cwmpasu'r wythnos gyntaf a'r wythnos olaf sy'n cyfrif",
    ),
}
COVERS_DAY = Words("covering the day that counts", "yn cwmpasu'r diwrnod sy'n cyfrif")
ANCHORS = {
    AnchorPoint.PROGRAMME_START: Words("the start of the programme", "dechrau'r rhaglen"),
    AnchorPoint.PROGRAMME_END: Words("the end of the programme", "diwedd y rhaglen"),
    AnchorPoint.JOB_START: Words("the start of the first job", "dechrau'r swydd gyntaf"),
}

A_LONG_TIME = 3650


def in_words(rule: Rule) -> Words:
    """The rule in one sentence, such as: out of work at the start; 7 hours or more in 13 of 16 weeks."""
    parts = [_who(rule), _core(rule), *_limits(rule)]
    joined = Words("; ".join(one.en for one in parts), "; ".join(one.cy for one in parts))
    return Words(_sentence(joined.en), _sentence(joined.cy))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _who(rule: Rule) -> Words:
    if rule.counts_retention:
        return Words("for people in work at the start", "i bobl oedd mewn gwaith ar y dechrau")
    return Words("for people out of work at the start", "i bobl oedd allan o waith ar y dechrau")


def _core(rule: Rule) -> Words:
    if isinstance(rule, SustainedRule):
        return _sustained(rule)
    if isinstance(rule, EarningsRule):
        return _earnings(rule)
    if isinstance(rule, InWorkRule):
        return _in_work(rule)
    return _retained(rule) if isinstance(rule, RetentionRule) else Words(rule.key, rule.key)


def _sustained(rule: SustainedRule) -> Words:
    weeks, window = rule.min_weeks, rule.window_weeks
    span = Words(f"in {weeks} weeks in a row", f"mewn {weeks} wythnos yn olynol")
    if window > weeks:
        span = Words(
            f"in {weeks} weeks out of any {window} in a row",
            f"mewn {weeks} wythnos o unrhyw {window} yn olynol",
        )
    hours = _hours(rule)
    floor = Words("", "")
    if rule.pay_floor:
        floor = Words(
            ", paid at least the minimum wage for their age", ", ar yr isafswm cyflog i'w hoed o leiaf"
        )
    return Words(f"{hours.en} a week{floor.en}, {span.en}", f"{hours.cy} yr wythnos{floor.cy}, {span.cy}")


def _hours(rule: SustainedRule) -> Words:
    low = f"{rule.min_hours:g}"
    if rule.below_hours is None:
        return Words(f"{low} hours or more", f"{low} awr neu fwy")
    high = f"{rule.below_hours:g}"
    return Words(f"{low} hours or more and under {high}", f"{low} awr neu fwy a llai na {high}")


def _earnings(rule: EarningsRule) -> Words:
    if rule.pounds is not None:
        core = Words(f"earnings of £{rule.pounds:,.2f}", f"enillion o £{rule.pounds:,.2f}")
    else:
        core = Words(
            f"earnings of {rule.hours:g} hours a week for {rule.weeks} weeks at the minimum wage",
            f"enillion o {rule.hours:g} awr yr wythnos am {rule.weeks} wythnos ar yr isafswm cyflog",
        )
    if rule.self_employed_weeks is None:
        return core
    own = rule.self_employed_weeks
    return Words(
        f"{core.en}, or {own} weeks in self-employment", f"{core.cy}, neu {own} wythnos yn hunangyflogedig"
    )


def _in_work(rule: InWorkRule) -> Words:
    when = _on_which_day(rule)
    if not rule.min_hours:
        return when
    low = f"{rule.min_hours:g}"
    return Words(f"{when.en}, {low} hours a week or more", f"{when.cy}, {low} awr yr wythnos neu fwy")


def _on_which_day(rule: InWorkRule) -> Words:
    anchor = ANCHORS[rule.clock_start]
    if rule.after_days is not None:
        days = rule.after_days
        return Words(
            f"in work {days} days after {anchor.en}", f"mewn gwaith {days} diwrnod ar ôl {anchor.cy}"
        )
    days = rule.within_days or 0
    if days >= A_LONG_TIME:
        return Words(
            f"in work on any day after {anchor.en}", f"mewn gwaith ar unrhyw ddiwrnod ar ôl {anchor.cy}"
        )
    return Words(
        f"in work on any day within {days} days of {anchor.en}",
        f"mewn gwaith ar unrhyw ddiwrnod o fewn {days} diwrnod i {anchor.cy}",
    )


def _retained(rule: RetentionRule) -> Words:
    anchor, days = ANCHORS[rule.clock_start], rule.after_days
    return Words(
        f"still in work, in the same or a new job, {days} days after {anchor.en}",
        f"dal mewn gwaith, yn yr un swydd neu swydd newydd, {days} diwrnod ar ôl {anchor.cy}",
    )


def _limits(rule: Rule) -> list[Words]:
    return [*_time(rule), *_gap(rule), *_kinds(rule), *_evidence(rule)]


def _time(rule: Rule) -> list[Words]:
    told = []
    anchor = ANCHORS[rule.clock_start]
    if rule.within_weeks is not None:
        weeks = rule.within_weeks
        told.append(Words(f"within {weeks} weeks of {anchor.en}", f"o fewn {weeks} wythnos i {anchor.cy}"))
    if rule.must_be_on_programme:
        told.append(Words("while on the programme", "tra ar y rhaglen"))
    return told


def _gap(rule: Rule) -> list[Words]:
    if not isinstance(rule, SustainedRule):
        return []
    told = []
    if rule.longest_gap is not None:
        gap = rule.longest_gap
        told.append(Words(f"no gap of more than {gap} weeks", f"dim bwlch o fwy na {gap} wythnos"))
    if not rule.sickness_counts:
        told.append(Words("days off sick do not count", "dydy diwrnodau salwch ddim yn cyfrif"))
    return told


def _kinds(rule: Rule) -> list[Words]:
    if rule.employment == frozenset(Employment):
        return [Words("all kinds of paid work count", "mae pob math o waith cyflogedig yn cyfrif")]
    kinds = [KINDS[one] for one in Employment if one in rule.employment]
    return [Words(f"what counts: {_listed(kinds, 'en')}", f"beth sy'n cyfrif: {_listed(kinds, 'cy')}")]


def _evidence(rule: Rule) -> list[Words]:
    kinds = [words for kind, words in EVIDENCE.items() if kind in rule.evidence]
    if not kinds:
        return []
    asked = Words("with this evidence", "gyda'r dystiolaeth hon")
    if not rule.evidence_each and len(kinds) > 1:
        asked = Words("with one or more of these", "gydag un neu fwy o'r rhain")
    covers, in_time = _covers(rule), _in_time(rule)
    return [
        Words(
            f"{asked.en} on record{in_time.en}: {_listed(kinds, 'en')}{covers.en}",
            f"{asked.cy} ar gofnod{in_time.cy}: {_listed(kinds, 'cy')}{covers.cy}",
        )
    ]


def _covers(rule: Rule) -> Words:
    if rule.evidence_covers is Cover.ANY:
        return Words("", "")
    of_weeks = isinstance(rule, SustainedRule | EarningsRule)
    words = COVERS[rule.evidence_covers] if of_weeks else COVERS_DAY
    return Words(f", {words.en}", f", {words.cy}")


def _in_time(rule: Rule) -> Words:
    weeks = rule.evidence_within_weeks
    if weeks is None:
        return Words("", "")
    return Words(f" within {weeks} weeks of meeting it", f" o fewn {weeks} wythnos i'w gyrraedd")


def _listed(words: list[Words], language: str) -> str:
    return ", ".join(one.in_language(language) for one in words)
