"""One question's answers, with a stated rule for every kind of not answering."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..notes import Note
from ..result import plain
from ..words import Words
from .notes import note, wrong
from .percent import Percentage, percentage

FEWEST = 10
LOW_RESPONSE = 60


class NonAnswer(StrEnum):
    """Why there is no answer. An empty cell is ``SKIPPED``."""

    NOT_ASKED = "not asked"
    NOT_APPLICABLE = "does not apply"
    PREFER_NOT = "prefer not to say"
    DONT_KNOW = "don't know"
    SKIPPED = "skipped"
    NO_REPLY = "no reply"


@dataclass(frozen=True, slots=True)
class DenominatorRule:
    """Of whom a percentage is: those who answered, and the ``counted`` kinds of not answering."""

    key: str
    words: Words
    counted: frozenset[NonAnswer]


RULES = {
    one.key: one
    for one in (
        DenominatorRule(
            "answered",
            Words("those who gave an answer", "y rhai a roddodd ateb"),
            frozenset(),
        ),
        DenominatorRule(
            "known",
            Words(
                "those who gave an answer or said that they do not know",
                "y rhai a roddodd ateb neu a ddywedodd nad ydyn nhw'n gwybod",
            ),
            frozenset({NonAnswer.DONT_KNOW}),
        ),
        DenominatorRule(
            "asked",
            Words(
                "everybody who replied and to whom the question applies",
                "pawb a ymatebodd ac y mae'r cwestiwn yn berthnasol iddynt",
            ),
            frozenset({NonAnswer.DONT_KNOW, NonAnswer.PREFER_NOT, NonAnswer.SKIPPED}),
        ),
        DenominatorRule(
            "everybody",
            Words(
                "everybody to whom the question applies, whether or not they replied",
                "pawb y mae'r cwestiwn yn berthnasol iddynt, p'un a wnaethon nhw ymateb ai peidio",
            ),
            frozenset({NonAnswer.DONT_KNOW, NonAnswer.PREFER_NOT, NonAnswer.SKIPPED, NonAnswer.NO_REPLY}),
        ),
    )
}


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An answer, how many gave it, and its percentage; None where the base is too small."""

    option: str
    count: int
    percentage: Percentage | None


@dataclass(frozen=True, slots=True)
class Tabulated:
    """A question at one wave: its rows, its base, who did not answer and why, and the response rate."""

    question: str
    wave: str
    rule: str
    base: int
    rows: tuple[OptionRow, ...]
    non_answers: dict[str, int]
    invited: int | None
    replied: int
    response: Percentage | None
    notes: tuple[Note, ...]
    refusals: tuple[Note, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def tabulate(
    answers: Iterable[object],
    *,
    question: str,
    options: Sequence[str],
    wave: str,
    rule: str = "answered",
    invited: int | None = None,
    fewest: int = FEWEST,
) -> Tabulated:
    """Count one entry a person: an option, several (a set or list), or a kind of not answering.

    An empty entry or None was skipped. ``invited`` is how many were asked to take part; those of them
    for whom there is no entry did not reply. No percentages for a base under ``fewest``. Raises
    ``SurveyError``: ``no_options``, ``no_wave``, ``unknown_rule``, ``unknown_answer``,
    ``fewer_asked``.
    """
    _check(options, wave, rule)
    given, missing = _sorted(answers, options)
    replied = len(given) + sum(count for kind, count in missing.items() if kind in REPLIED)
    if invited is not None:
        _add_silent(missing, invited, len(given) + sum(missing.values()), replied)
    base = len(given) + sum(missing[kind] for kind in RULES[rule].counted)
    enough = base >= max(1, fewest)
    counts = [(option, sum(option in one for one in given)) for option in options]
    rows = tuple(OptionRow(o, n, percentage(n, base) if enough else None) for o, n in counts)
    response = percentage(replied, invited) if invited else None
    several = any(len(one) > 1 for one in given)
    return Tabulated(
        question=question,
        wave=wave,
        rule=rule,
        base=base,
        rows=rows,
        non_answers={kind.value: count for kind, count in missing.items()},
        invited=invited,
        replied=replied,
        response=response,
        notes=tuple(_notes(rule, several, response)),
        refusals=() if enough else (note("small_base", base=base, needed=fewest),),
    )


REPLIED = frozenset(NonAnswer) - {NonAnswer.NO_REPLY, NonAnswer.NOT_ASKED}


def _check(options: Sequence[str], wave: str, rule: str) -> None:
    if not options or len(set(options)) != len(options) or set(options) & set(NonAnswer):
        raise wrong("no_options", "options")
    if not wave.strip():
        raise wrong("no_wave", "wave")
    if rule not in RULES:
        raise wrong("unknown_rule", "rule", rule=rule, known=", ".join(RULES))


def _sorted(
    answers: Iterable[object], options: Sequence[str]
) -> tuple[list[frozenset[str]], dict[NonAnswer, int]]:
    """Each person's answers, and how many did not give one, by why."""
    given, missing = [], dict.fromkeys(NonAnswer, 0)
    for row, answer in enumerate(answers, start=1):
        if answer is None or answer == "" or answer in ((), [], set()):
            missing[NonAnswer.SKIPPED] += 1
        elif isinstance(answer, str) and answer in set(NonAnswer):
            missing[NonAnswer(answer)] += 1
        else:
            given.append(_several(answer, options, row))
    return given, missing


def _several(answer: object, options: Sequence[str], row: int) -> frozenset[str]:
    chosen = frozenset(answer) if isinstance(answer, Collection) and not isinstance(answer, str) else {answer}
    for one in chosen:
        if one not in options:
            raise wrong("unknown_answer", "answers", row, answer=one, known=", ".join(options))
    return frozenset(str(one) for one in chosen)


def _add_silent(missing: dict[NonAnswer, int], invited: int, entries: int, replied: int) -> None:
    """Those who were asked and of whom nothing came."""
    asked = entries - missing[NonAnswer.NOT_ASKED]
    if isinstance(invited, bool) or not isinstance(invited, int) or invited < asked:
        raise wrong("fewer_asked", "invited", replied=replied, invited=invited)
    missing[NonAnswer.NO_REPLY] += invited - asked


def _notes(rule: str, several: bool, response: Percentage | None) -> Iterable[Note]:
    words = RULES[rule].words
    told = note("who_is_counted", rule="")
    yield Note(told.code, Words(told.words.en + words.en + ".", told.words.cy + words.cy + "."))
    if several:
        yield note("several_answers")
    if response is None:
        yield note("response_unknown")
    elif response.percent < LOW_RESPONSE:
        yield note("low_response")
