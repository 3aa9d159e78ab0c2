"""Words as search sees them: no case, no marks on letters, no apostrophes; and which are near to which."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

WORD = re.compile(r"[a-z0-9]+")
MARKS = re.compile("[\u0300-\u036f]")
APOSTROPHES = "'’‘`"
ENGLISH = """
a about am an and any are as at be been but by can cant could do does dont for from get getting had has
have help helping how i id ill im in is it its ive like looking me my near need of on or our please really
so some something somewhere someone that the their them there they this to too up us want was we what when
where who with would you your
"""
WELSH = """
a ac am ar at bod chi ddim dw dwi ei eich ein eisiau eu fi fy gan gyda help helpu hi hoffwn i isio ir mae
mewn mi ni o oes rhywun rhywbeth rwy sydd sy y yn yng ym yr yw
"""
STOPWORDS = frozenset((ENGLISH + WELSH).split())
LONGEST = 40
MUTATIONS = (
    ("ngh", "c"), ("mh", "p"), ("nh", "t"), ("ng", "g"), ("ch", "c"), ("ph", "p"), ("th", "t"), ("dd", "d"),
    ("g", "c"), ("b", "p"), ("d", "t"), ("f", "b"), ("f", "m"), ("m", "b"), ("n", "d"), ("l", "ll"),
    ("r", "rh"),
)  # fmt: skip


def fold(text: str) -> str:
    """Lower case without diacritics or apostrophes: "Tŷ Cŵn, men's" is "ty cwn, mens"."""
    if not text.isascii() and not unicodedata.is_normalized("NFKD", text):
        text = unicodedata.normalize("NFKD", text)
    if not text.isascii():
        text = MARKS.sub("", text)
    for apostrophe in APOSTROPHES:
        text = text.replace(apostrophe, "")
    return text.lower()


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word[:LONGEST] for word in WORD.findall(fold(text))]


def sought(text: str) -> list[str]:
    """The words worth looking for, each once; all of them when none is."""
    found = list(dict.fromkeys(words(text)))
    return [word for word in found if word not in STOPWORDS] or found


def roots(word: str) -> Iterator[str]:
    """What a Welsh word may be without its mutation: "ngherddoriaeth" may be "cerddoriaeth"."""
    for changed, root in MUTATIONS:
        if word.startswith(changed):
            yield root + word[len(changed) :]
    if word[:1] == "h" and word[1:2] in "aeiouwy":
        yield word[1:]
    if word[:1] in "aeiouwylr":
        yield "g" + word


def slack(word: str) -> int:
    """How many slips of the finger a word of this length may hold."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def nearest(word: str, vocabulary: Iterable[str]) -> str | None:
    """The word of the vocabulary with the fewest slips between, within ``slack``; None when there is none."""
    limit = slack(word)
    within = [(slips, other) for other in vocabulary if (slips := distance(word, other, limit)) <= limit]
    return (
        min(within, key=lambda found: (found[0], _oddness(word, found[1]), found[1]))[1] if within else None
    )


def _oddness(word: str, other: str) -> tuple[bool, bool, bool]:
    """Of neighbours equally near, the one with the same letters, length or start was more likely meant."""
    return sorted(word) != sorted(other), len(word) != len(other), word[0] != other[0]


def distance(one: str, other: str, limit: int) -> int:
    """Letters added, lost, changed or swapped between two words; stops counting past the limit."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, against in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
