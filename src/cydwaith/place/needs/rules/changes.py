"""What differs between two lists, need by need."""

from collections.abc import Iterable
from dataclasses import dataclass

from .listing import LANGUAGES, PARTS, Entry, Listing


@dataclass(frozen=True, slots=True)
class Change:
    """One part of one need: the words that went and the words that came."""

    key: str
    part: str
    language: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


def differences(old: Listing, new: Listing) -> tuple[Change, ...]:
    """Every part that differs, in the order of the new list; needs that went come last."""
    before = {entry.key: entry for entry in old.entries}
    after = {entry.key: entry for entry in new.entries}
    keys = [*after, *(key for key in before if key not in after)]
    changes = [change for key in keys for change in _of_need(key, before.get(key), after.get(key))]
    groups = dict.fromkeys([*new.groups, *old.groups])
    changes += [_change(f"@{g}", "group", "", old.groups.get(g, ()), new.groups.get(g, ())) for g in groups]
    return tuple(change for change in changes if change.removed or change.added)


def _of_need(key: str, old: Entry | None, new: Entry | None) -> Iterable[Change]:
    yield _change(key, "theme", "", _facts(old), _facts(new))
    for language in LANGUAGES:
        yield _change(key, "label", language, _label(old, language), _label(new, language))
        for part in PARTS:
            yield _change(key, part, language, _part(old, language, part), _part(new, language, part))
    yield _change(key, "taxonomy", "", _links(old), _links(new))
    yield _change(key, "related", "", old.related if old else (), new.related if new else ())


def _facts(entry: Entry | None) -> tuple[str, ...]:
    return () if entry is None else (entry.theme, *(("urgent",) if entry.is_urgent else ()))


def _label(entry: Entry | None, language: str) -> tuple[str, ...]:
    return (entry.label[language],) if entry else ()


def _part(entry: Entry | None, language: str, part: str) -> tuple[str, ...]:
    words: tuple[str, ...] = getattr(entry.words[language], part) if entry else ()
    return words


def _links(entry: Entry | None) -> tuple[str, ...]:
    return tuple(f"{x.vocabulary} | {x.term_id} | {x.name}" for x in entry.taxonomy) if entry else ()


def _change(key: str, part: str, language: str, old: tuple[str, ...], new: tuple[str, ...]) -> Change:
    return Change(
        key,
        part,
        language,
        removed=tuple(word for word in old if word not in new),
        added=tuple(word for word in new if word not in old),
    )
