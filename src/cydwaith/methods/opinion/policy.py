"""What may be shown of groups: settable, and stated with every map."""

from dataclasses import dataclass

from .notes import wrong

RANGES = {
    "smallest_group": (1, 1000),
    "fewest_people": (1, 1_000_000),
    "fewest_votes": (1, 1000),
    "silhouette": (-1.0, 1.0),
    "agreement": (-1.0, 1.0),
}


@dataclass(frozen=True, slots=True)
class Policy:
    """Groups are shown when each has ``smallest_group`` people, ``fewest_people`` people cast at least
    ``fewest_votes`` votes, the groups stand ``silhouette`` apart, and drawn again they agree by
    ``agreement`` (adjusted Rand index). ``smallest_group`` is also the fewest votes of a shown count.

    Raises ``MethodError``: ``out_of_range``.
    """

    smallest_group: int = 5
    fewest_people: int = 30
    fewest_votes: int = 7
    silhouette: float = 0.25
    agreement: float = 0.6

    def __post_init__(self) -> None:
        for name, (low, high) in RANGES.items():
            value = getattr(self, name)
            if not low <= value <= high:
                raise wrong("out_of_range", name, value=value, low=low, high=high)
