"""Which needs a sentence speaks of, how surely, and by which of its words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .facts import asks_a_fact
from .index import Index, shortened
from .reading import Token, deny, forms_of, is_ordinary, lean, split
from .words import nearest, slack

THRESHOLD = 0.13
FIRST_AT_LEAST = 0.22
SURE_AT_LEAST = 0.96
WINDOW = 9
LESS = 0.4
AGAIN = 0.3
DENIED_URGENT = 0.5
MISSPELT = {4: 0.5, 5: 0.7}
MISSPELT_LONG = 0.85
NEARLY = 0.55
NEARLY_WEIGHT = 0.7
ENOUGH = 1.2
WHOLE = 0.95
AT_LEAST = 0.36
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """A need that a sentence speaks of; ``because`` are its own words, as they were written."""

    key: str
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason: the need, how much it says, and which words said it."""

    need: str
    weight: float
    at: frozenset[int]


def recognise(
    index: Index, text: str, alike: Callable[[str], Mapping[str, float]] | None = None
) -> tuple[Match, ...]:
    """The needs that the text speaks of, best first; nothing when none is likely enough to ask about.

    The first must be likelier than those beside it: what is shown to choose from may be far from certain.
    Of a plain question, like opening hours, only a phrase of the list speaks of a need.

    ``alike`` may say how near the whole sentence is to each need (0 to 1): a sentence model.
    """
    tokens = read(index, text)
    if not tokens:
        return ()
    evidence = _contained([*_by_signs(index, tokens), *_by_phrases(index, tokens)])
    matches = _leant(_sum(evidence, tokens), index, tokens)
    if alike:
        matches = _lifted(matches, alike(text), lambda key: ())
    least = SURE_AT_LEAST if asks_a_fact(tokens) else FIRST_AT_LEAST
    if max((match.score for match in matches), default=0.0) < least:
        return ()
    kept = [match for match in matches if match.score >= THRESHOLD]
    order = {key: at for at, key in enumerate(index.keys)}
    return tuple(sorted(kept, key=lambda m: (-m.score, order[m.key])))


def read(index: Index, text: str) -> list[Token]:
    """The words of a text with what each may stand for in this list."""
    tokens = [Token(surface, word) for surface, word in split(text)]
    for token in tokens:
        token.forms = _used(index, forms_of(token.word, index.forms.__contains__))
        if not token.forms and not is_ordinary(token.word):
            _respell(index, token)
    lean(tokens)
    _mark_idle(index, tokens)
    deny(tokens, lambda token: not index.deniable.isdisjoint(token.forms))
    return tokens


def _used(index: Index, forms: tuple[str, ...]) -> tuple[str, ...]:
    """Words of groups are of either language; those that needs themselves use tell which."""
    return tuple(form for form in forms if form in index.telling) or forms


def _respell(index: Index, token: Token) -> None:
    """Take a word that nobody knows for its nearest neighbour, a slip of the finger away."""
    word = token.word
    if not slack(word):
        return
    near = {other for spelling in shortened(word) for other in index.spellings.get(spelling, ())}
    meant = nearest(word, (other for other in near if _is_likely(word, other)))
    if meant:
        token.forms, token.trust = forms_of(meant, index.forms.__contains__), _trust_in(word, meant)


def _trust_in(word: str, meant: str) -> float:
    """Short words have many neighbours; letters that only changed places leave little doubt."""
    return MISSPELT_LONG if sorted(word) == sorted(meant) else MISSPELT.get(len(word), MISSPELT_LONG)


def _is_likely(word: str, other: str) -> bool:
    return word[0] == other[0] or sorted(word) == sorted(other) or (len(word) > 5 and word[1:] == other[1:])


def _mark_idle(index: Index, tokens: Sequence[Token]) -> None:
    words = tuple(token.word for token in tokens)
    for at in range(len(words)):
        for size in (2, 3, 4):
            if words[at : at + size] in index.idle:
                for token in tokens[at : at + size]:
                    token.is_idle = True


def _by_signs(index: Index, tokens: Sequence[Token]) -> Iterable[Evidence]:
    found = _parts(index, tokens)
    numbers = {number for part in found for number in index.by_part[part]}
    for number in numbers:
        sign = index.signs[number]
        at = _together([found.get(part, []) for part in sign.parts])
        if at:
            weight = sign.weight * _trust(index, sign.need, tokens, at)
            if weight:
                yield Evidence(sign.need, weight, at)


def _parts(index: Index, tokens: Sequence[Token]) -> dict[int, list[Span]]:
    """Where each part of a sign is said."""
    named = _named(index, tokens)
    found: dict[int, list[Span]] = defaultdict(list)
    for at, token in enumerate(tokens):
        for first in (*token.forms, *named[at]):
            for elements, part in index.starts.get(first, ()):
                end = _reach(tokens, named, elements, at)
                if end and not (end == at + 1 and token.is_idle):
                    found[part].append((at, end))
    return found


def _named(index: Index, tokens: Sequence[Token]) -> list[dict[str, set[int]]]:
    """For each word the groups whose words start there, with where they end."""
    named: list[dict[str, set[int]]] = [defaultdict(set) for _ in tokens]
    for at, token in enumerate(tokens):
        for form in token.forms if not token.is_idle else ():
            for elements, name in index.groups.get(form, ()):
                end = at + len(elements)
                follow = tokens[at + 1 : end]
                if len(follow) == len(elements) - 1 and all(
                    element in other.forms for element, other in zip(elements[1:], follow, strict=True)
                ):
                    named[at][name].add(end)
    return named


def _reach(
    tokens: Sequence[Token], named: Sequence[Mapping[str, set[int]]], elements: tuple[str, ...], at: int
) -> int:
    """Where these elements end when they are said from here on; 0 when they are not."""
    ends = {at}
    for element in elements:
        ends = {
            after
            for end in ends
            if end < len(tokens)
            for after in (named[end].get(element, ()) if element[0] == "@" else _next(tokens, element, end))
        }
        if not ends:
            return 0
    return max(ends)


def _next(tokens: Sequence[Token], element: str, at: int) -> tuple[int, ...]:
    return (at + 1,) if element in tokens[at].forms else ()


def _together(spans: Sequence[Sequence[Span]]) -> frozenset[int]:
    """The words of all parts where they are said near each other and apart from each other."""
    if len(spans) == 1:
        return frozenset(range(*spans[0][0])) if spans[0] else frozenset()
    for first in spans[0]:
        taken = frozenset(range(*first))
        for others in spans[1:]:
            fit = next((s for s in others if _is_near(first, s) and taken.isdisjoint(range(*s))), None)
            if fit is None:
                break
            taken |= frozenset(range(*fit))
        else:
            return taken
    return frozenset()


def _is_near(one: Span, other: Span) -> bool:
    return max(one[1], other[1]) - min(one[0], other[0]) <= WINDOW


def _trust(index: Index, need: str, tokens: Sequence[Token], at: frozenset[int]) -> float:
    """Less for misspelt words; nothing for what is denied, unless it is urgent: then half, to be safe."""
    said = [tokens[one] for one in at]
    trust = min(token.trust for token in said)
    if any(token.is_denied for token in said) and not any(
        token.word in ("not", "no", "ddim") for token in said
    ):
        return trust * DENIED_URGENT if need in index.urgent else 0.0
    return trust


def _by_phrases(index: Index, tokens: Sequence[Token]) -> Iterable[Evidence]:
    """Phrases that the sentence nearly says: most of what is telling in them, in any order."""
    mass: dict[int, float] = defaultdict(float)
    at: dict[int, set[int]] = defaultdict(set)
    seen: set[str] = set()
    for position, token in enumerate(tokens):
        for form in token.forms:
            if form not in seen and not token.is_denied:
                seen.add(form)
                for number in index.in_phrases.get(form, ()):
                    mass[number] += index.telling[form] * token.trust
                    at[number].add(position)
    for number, said in mass.items():
        phrase = index.phrases[number]
        weight = _nearly(said, phrase.mass) if len(at[number]) > 1 else 0.0
        if weight:
            yield Evidence(phrase.need, weight, frozenset(at[number]))


def _nearly(said: float, whole: float) -> float:
    """What a phrase of this mass says when so much of it is said; all of it always says something."""
    share = said / whole if whole else 0.0
    if share > WHOLE:
        return max(AT_LEAST, NEARLY_WEIGHT * min(1.0, said / ENOUGH))
    if share < NEARLY or said < NEARLY:
        return 0.0
    return NEARLY_WEIGHT * share * min(1.0, said / ENOUGH)


def _contained(evidence: Sequence[Evidence]) -> list[Evidence]:
    """What rests on words that together say something else says less: "sleeping in my car" is not sleep."""
    wide = [one for one in evidence if len(one.at) > 1 and one.weight >= 0.5]
    return [
        Evidence(one.need, one.weight * LESS, one.at)
        if any(one.at < other.at and one.need != other.need and other.weight > one.weight for other in wide)
        else one
        for one in evidence
    ]


def _sum(evidence: Iterable[Evidence], tokens: Sequence[Token]) -> list[Match]:
    """Reasons add up, each with words of its own in full, the same words again for less."""
    by_need: dict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        by_need[one.need].append(one)
    return [_match(need, reasons, tokens) for need, reasons in by_need.items()]


def _match(need: str, reasons: list[Evidence], tokens: Sequence[Token]) -> Match:
    doubt, taken, shown = 1.0, set[int](), set[int]()
    for one in sorted(reasons, key=lambda reason: (-reason.weight, sorted(reason.at))):
        fresh = len(one.at - taken) / len(one.at)
        doubt *= 1 - one.weight * (AGAIN + (1 - AGAIN) * fresh if taken else 1)
        if one.weight >= 0.3 or not taken:
            shown |= one.at
        taken |= one.at
    return Match(need, 1 - doubt, _quoted(tokens, shown))


def _quoted(tokens: Sequence[Token], at: set[int]) -> tuple[str, ...]:
    """The words that led there; neighbours together."""
    runs: list[list[int]] = []
    for position in sorted(at):
        if runs and position == runs[-1][-1] + 1:
            runs[-1].append(position)
        else:
            runs.append([position])
    return tuple(" ".join(tokens[position].surface for position in run) for run in runs)


def _leant(matches: Sequence[Match], index: Index, tokens: Sequence[Token]) -> list[Match]:
    """The company that the words keep lifts needs, those that no sign speaks for too."""
    leaning = index.company.leaning(tokens)
    far = {key: by for key, (by, _) in leaning.items()}
    return _lifted(matches, far, lambda key: _quoted(tokens, set(leaning[key][1])))


def _lifted(
    matches: Sequence[Match], far: Mapping[str, float], because: Callable[[str], tuple[str, ...]]
) -> list[Match]:
    """Another word beside ours: it may lift a need, never put one down."""
    by_key = {match.key: match for match in matches}
    lifted = [
        Match(
            key,
            1 - (1 - (by_key[key].score if key in by_key else 0.0)) * (1 - by),
            by_key[key].because if key in by_key else because(key),
        )
        for key, by in far.items()
    ]
    return [*lifted, *(match for match in matches if match.key not in far)]
