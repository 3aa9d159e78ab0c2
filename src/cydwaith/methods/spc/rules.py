"""Named rule sets: two tools of the NHS judge the same points by slightly different rules."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleSet:
    """How points are judged.

    ``shift`` points in a row on one side of the mean; ``trend`` points each strictly above (or
    below) the last; ``beyond_three_sigma_counts`` in two of three; ``screens`` large moving ranges
    once; ``fewest`` points for limits.
    """

    key: str
    shift: int
    trend: int
    beyond_three_sigma_counts: bool
    screens: bool
    fewest: int
    source: str


RULE_SETS = {
    one.key: one
    for one in (
        RuleSet("mdc-2023", 7, 6, True, False, 13, "NHS England, Making Data Count, rules as of late 2023"),
        RuleSet("nhsr-0.2.2", 7, 7, False, True, 13, "R package NHSRplotthedots 0.2.2"),
    )
}
