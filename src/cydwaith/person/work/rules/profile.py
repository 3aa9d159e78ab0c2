"""The vocational profile as it is said: words for people, choices for matching."""

from dataclasses import dataclass

from cydwaith.kernel.working import Adjustment, Company, FromHome, Matter, Sector, Setting, TimeOfDay

from . import reading
from .reading import Answers
from .vocabulary import Barrier
from .vocabulary import ProfileQuestion as Q


@dataclass(frozen=True, slots=True)
class ProfileAnswers:
    """What somebody wants from work. Nothing said is an empty text, an empty tuple or None.

    ``hours_from`` and ``hours_to`` are hours a week, ``minutes`` the longest way to work one way,
    ``days`` are weekdays with Monday 0, ``matters`` comes with the most important first.
    """

    good_at: str
    done: str
    matters: tuple[Matter, ...]
    matters_words: str
    sectors: tuple[Sector, ...]
    own_kinds: str
    hours_from: float | None
    hours_to: float | None
    days: tuple[int, ...]
    times: tuple[TimeOfDay, ...]
    minutes: int | None
    from_home: FromHome | None
    settings: tuple[Setting, ...]
    place_words: str
    company: tuple[Company, ...]
    people_words: str
    money_words: str
    in_the_way: tuple[Barrier, ...]
    in_the_way_words: str
    helps: str
    adjustments: tuple[Adjustment, ...]
    adjustments_words: str


def read(answers: Answers) -> ProfileAnswers:
    """The profile from what was kept."""
    minutes = reading.number(answers, Q.PLACE, "minutes")
    return ProfileAnswers(
        good_at=reading.words(answers, Q.GOOD_AT),
        done=reading.words(answers, Q.DONE),
        matters=ranked(answers),
        matters_words=reading.words(answers, Q.MATTERS),
        sectors=reading.some(Sector, answers, Q.KINDS, "sectors"),
        own_kinds=reading.words(answers, Q.KINDS),
        hours_from=reading.number(answers, Q.HOURS, "least"),
        hours_to=reading.number(answers, Q.HOURS, "most"),
        days=reading.weekdays(answers, Q.TIMES, "days"),
        times=reading.some(TimeOfDay, answers, Q.TIMES, "times"),
        minutes=None if minutes is None else int(minutes),
        from_home=reading.one(FromHome, answers, Q.PLACE, "from_home"),
        settings=reading.some(Setting, answers, Q.PLACE, "settings"),
        place_words=reading.words(answers, Q.PLACE),
        company=reading.some(Company, answers, Q.PEOPLE, "company"),
        people_words=reading.words(answers, Q.PEOPLE),
        money_words=reading.words(answers, Q.MONEY),
        in_the_way=reading.some(Barrier, answers, Q.IN_THE_WAY, "barriers"),
        in_the_way_words=reading.words(answers, Q.IN_THE_WAY),
        helps=reading.words(answers, Q.HELPS),
        adjustments=reading.some(Adjustment, answers, Q.ADJUSTMENTS, "adjustments"),
        adjustments_words=reading.words(answers, Q.ADJUSTMENTS),
    )


def ranked(answers: Answers) -> tuple[Matter, ...]:
    """What matters most, first to third; something named twice counts where it comes first."""
    said = answers.get(Q.MATTERS, {})
    found = reading.chosen(Matter, [said.get(place) for place in ("first", "second", "third")])
    return tuple(dict.fromkeys(found))
