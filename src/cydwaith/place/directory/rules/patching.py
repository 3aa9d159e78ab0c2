"""Local corrections as RFC 7396 merge patches on a feed's record, and where the feed has moved since.

A path is a JSON pointer (RFC 6901) to one place of a record, such as ``/name`` or ``/translations/cy/name``.
A basis says what the feed held at each patched path when it was corrected; a path that it lacks was absent.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

Data = dict[str, Any]


class Absent:
    """Nothing there: not even null."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()
ASSURED_DATE, ASSURED_BY = "/assured_date", "/assured_by"
ASSURANCE = frozenset([ASSURED_DATE, ASSURED_BY])


@dataclass(frozen=True, slots=True)
class Moved:
    """A corrected place of a record where the feed says something new. ABSENT where one says nothing."""

    path: str
    ours: object
    was: object
    theirs: object


@dataclass(frozen=True, slots=True)
class Local:
    """What people here changed in a record, and what the feed said there at the time."""

    patch: Data
    basis: Data


def merge_patch(target: Any, patch: Any) -> Any:
    """The target after the patch, as RFC 7396 section 2 has it. Neither is changed."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merge_patch(result.get(key), value)
    return result


def difference(old: Data, new: Data) -> Data:
    """The patch that makes ``new`` of ``old``, where ``new`` has no null that ``old`` has not."""
    found: Data = {key: None for key in old if key not in new}
    for key, value in new.items():
        before = old.get(key, ABSENT)
        if same(before, value):
            continue
        both = isinstance(before, dict) and isinstance(value, dict)
        found[key] = difference(before, value) if both else value
    return found


def same(one: object, other: object) -> bool:
    """Equal as JSON: true is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


def leaves(patch: Data, above: str = "") -> Iterator[tuple[str, Any]]:
    """Each path that a patch sets, with the value; None where it removes."""
    for key, value in patch.items():
        path = f"{above}/{_escaped(key)}"
        if isinstance(value, dict) and value:
            yield from leaves(value, path)
        else:
            yield path, value


def from_leaves(found: Iterable[tuple[str, Any]]) -> Data:
    """The patch that sets these paths."""
    patch: Data = {}
    for path, value in found:
        *above, last = _steps(path)
        inner = patch
        for step in above:
            inner = inner.setdefault(step, {})
        inner[last] = value
    return patch


def pick(record: object, path: str) -> object:
    """What stands at a path; ABSENT where nothing does."""
    for step in _steps(path):
        if not isinstance(record, Mapping) or step not in record:
            return ABSENT
        record = record[step]
    return record


def corrected(original: Data, before: Local, patch: Data) -> Local:
    """The local change after one more correction; what is not touched now keeps its basis."""
    known = dict(leaves(before.patch))
    wanted = merge_patch(merge_patch(original, before.patch), patch)
    whole = difference(original, wanted)
    basis: Data = {}
    for path, value in leaves(whole):
        kept = path in known and same(known[path], value)
        said = before.basis.get(path, ABSENT) if kept else pick(original, path)
        if said is not ABSENT:
            basis[path] = said
    return Local(whole, basis)


def released(local: Local, fields: Iterable[str]) -> Local:
    """The local change without these fields (names or paths, and all beneath): the feed shows again."""
    gone = tuple(fields)
    kept = [(path, value) for path, value in leaves(local.patch) if not covered(path, gone)]
    paths = {path for path, _ in kept}
    return Local(from_leaves(kept), {path: was for path, was in local.basis.items() if path in paths})


def kept(original: Data, local: Local, fields: Iterable[str]) -> Local:
    """The local change held against what the feed says now in these fields."""
    held, basis = tuple(fields), dict(local.basis)
    for path, _ in leaves(local.patch):
        if covered(path, held):
            basis.pop(path, None)
            said = pick(original, path)
            if said is not ABSENT:
                basis[path] = said
    return Local(local.patch, basis)


def covered(path: str, fields: tuple[str, ...]) -> bool:
    """Whether a path is one of these fields or lies beneath one."""
    roots = (field if field.startswith("/") else f"/{_escaped(field)}" for field in fields)
    return any(path == root or path.startswith(f"{root}/") for root in roots)


def moved(original: Data, local: Local) -> tuple[Moved, ...]:
    """Where the feed has left the value that was corrected, and does not say the same as we do."""
    found = []
    for path, value in leaves(local.patch):
        if value == {}:  # takes nothing away from what the feed has there
            continue
        ours = ABSENT if value is None else value
        was, theirs = local.basis.get(path, ABSENT), pick(original, path)
        if path not in ASSURANCE and not same(was, theirs) and not same(theirs, ours):
            found.append(Moved(path, ours, was, theirs))
    return tuple(found)


def settled(original: Data, local: Local) -> Local:
    """A feed that was assured after we last did so is believed: no conflict, no old date over a newer one."""
    ours, theirs = pick(local.patch, ASSURED_DATE), pick(original, ASSURED_DATE)
    newer = isinstance(ours, str) and isinstance(theirs, str) and theirs[:10] > ours[:10]
    return released(local, ASSURANCE) if newer else local


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _steps(path: str) -> list[str]:
    return [step.replace("~1", "/").replace("~0", "~") for step in path.split("/")[1:]]
