"""From a table of true counts to one that may be published."""

from collections.abc import Mapping

from .cube import Cell, Cube
from .hiding import hidden_with_more
from .policy import ROUND, Policy
from .policy import policy as policy_of
from .release import Release
from .rounding import Kept, rounded


def protect(
    cube: Cube,
    policy: str | Policy = "controlled-5",
    *,
    key: bytes = b"",
    last: Mapping[Cell, Kept] | None = None,
) -> Release:
    """Protect every cell of ``cube``, margins included, under a policy.

    ``controlled-5`` needs a secret ``key`` of 16 bytes or more that stays the same from release to
    release; ``last`` (from ``remember``) makes an unchanged count keep its number. Raises
    DisclosureError where the policy cannot hold. Source: each policy's ``source``.
    """
    rule = policy if isinstance(policy, Policy) else policy_of(policy)
    if rule.way == ROUND:
        values = rounded(cube, key, last or {}).ravel().tolist()
        return Release(cube.name, rule.key, cube.dimensions, dict(zip(cube.cells(), values, strict=True)))
    return hidden_with_more(cube, rule)


def remember(cube: Cube, release: Release) -> dict[Cell, Kept]:
    """What the next release has to know of this one. It holds true counts: keep it as secret as they are."""
    counts = zip(cube.cells(), cube.counts.ravel().tolist(), strict=True)
    pairs = ((cell, count, release.cells[cell]) for cell, count in counts)
    return {cell: Kept(count, value) for cell, count, value in pairs if value is not None}
