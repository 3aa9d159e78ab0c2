"""Hits as lines of the results, in plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..rules.fitting import Field
from ..rules.ranking import Point, distance_km
from ..rules.stems import stem
from . import wording
from .lines import Said, lines
from .matching import Term
from .results import Hit, Near, Row, Why

ENOUGH_TO_TELL, MOST_SAY = 10, 0.6
"""After how many answers it is told that a service helped, and what share of them must say so."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the rows answer: the reader's language, the words or a need, and where from."""

    language: str
    terms: tuple[Term, ...]
    near: Near | None
    for_need: bool


def rows_of(hits: Sequence[Hit], asked: Asked, *, first: int, phones: bool) -> Iterator[Row]:
    """A row for each hit whose service is still there, numbered from ``first``."""
    found = lines((hit.id for hit in hits), phones=phones)
    for number, hit in enumerate(hits, start=first):
        if hit.id in found:
            yield _row(number, hit, found[hit.id].said(asked.language), asked)


def _row(number: int, hit: Hit, said: Said, asked: Asked) -> Row:
    return Row(
        id=hit.id,
        external_id=said.external_id,
        number=number,
        name=said.name,
        name_lang=said.name_lang,
        organisation=said.organisation,
        summary=said.summary,
        summary_lang=said.summary_lang,
        kind=said.kind,
        distance_km=hit.km,
        distance=wording.distance(hit.km) or said.reach,
        point=_nearest(hit, asked.near),
        place=said.place,
        when=said.when,
        cost=said.cost,
        access=said.access,
        languages=said.languages,
        phone=said.phone,
        accepting=said.accepting,
        is_paused=said.is_paused,
        last_checked=said.last_checked,
        checked=said.checked,
        is_stale=said.is_stale,
        why=_why(hit, said, asked),
        is_related=bool(hit.related),
    )


def _nearest(hit: Hit, near: Near | None) -> Point | None:
    """The place of a service that is nearest to where the search started; its first without a start."""
    if near is None or not hit.points:
        return hit.points[0] if hit.points else None
    return min(hit.points, key=lambda point: distance_km(near.point, point))


def _why(hit: Hit, said: Said, asked: Asked) -> Why:
    """Why it is here, in a line."""
    why = _why_found(hit, said, asked)
    told = ". ".join(_also(hit))
    if not told:
        return why
    return Why(why.before, why.quote, why.lang, f"{why.after}. {told}") if why else Why(told)


def _also(hit: Hit) -> Iterator[str]:
    """What else speaks for it, or against."""
    if hit.others:
        yield _("It says that it is only for {people}").format(people=wording.people(hit.others))
    elif hit.theirs:
        yield _("It says that it is for {people}").format(people=wording.people(hit.theirs))
    if hit.happened >= ENOUGH_TO_TELL and hit.helped >= MOST_SAY * hit.happened:
        yield _("Most people who went say that it helped")


def _why_found(hit: Hit, said: Said, asked: Asked) -> Why:
    if hit.related:
        return Why(_("It is for something related: {need}").format(need=hit.related))
    return _why_need(hit, said, asked) if asked.for_need else _why_words(said, asked)


def _why_need(hit: Hit, said: Said, asked: Asked) -> Why:
    """The sign that counts most, as it is written where it stands; other languages are marked."""
    sign, field = hit.fit.sign, hit.fit.field
    if sign is None:
        return Why()
    sentences: dict[Field | None, str] = {
        Field.NAME: _("Its name has {words}"),
        Field.TERMS: _("It is listed under {words}"),
        Field.ORGANISATION: _("The name of who runs it has {words}"),
    }
    as_it_stands = field == Field.NAME and not sign.initials
    quote = _as_written(sign.stems, said) if as_it_stands else sign.text
    language = sign.language if sign.language != asked.language else ""
    return _quoting(sentences.get(field, _("It speaks of {words}")), quote, language)


def _as_written(stems: str, said: Said) -> str:
    """The words of the name that hold these stems, as they stand there."""
    wanted = stems.split()
    found = [stem(folded) for folded, _word, _language in said.written]
    written = [word for _folded, word, _language in said.written]
    for start in range(len(found) - len(wanted) + 1):
        if found[start : start + len(wanted)] == wanted:
            return " ".join(written[start : start + len(wanted)])
    return " ".join(word for word, its in zip(written, found, strict=True) if its in wanted)


def _quoting(sentence: str, quote: str, language: str) -> Why:
    before, _mark, after = sentence.partition("{words}")
    return Why(f"{before}“", quote, language, f"”{after}")


def _why_words(said: Said, asked: Asked) -> Why:
    wanted, near = asked.terms, asked.near
    if not wanted:
        return Why(_("It is near {place}").format(place=near.label) if near and near.label else "")
    found = [written for term in wanted if (written := _in_name(term, said))]
    if found:
        words, languages = zip(*found, strict=True)
        language = languages[0] if languages[0] != asked.language else ""
        return _quoting(_("Its name has {words}"), wording.listed(words), language)
    quoted = wording.listed(f"“{term.meant or term.typed}”" for term in wanted)
    if len(wanted) == 1:
        return Why(_("What it says fits {words}").format(words=quoted))
    return Why(_("What it says fits some or all of {words}").format(words=quoted))


def _in_name(term: Term, said: Said) -> tuple[str, str] | None:
    """The word of the name, as it is written there, that starts as a word looked for does; its language."""
    stems = tuple(word[: max(4, len(word) - 3)] for word in term.wanted)
    for folded, word, language in said.written:
        if folded.startswith(stems):
            return word, language
    return None
