"""The rules under which a table may be published, each as its published text has it."""

from dataclasses import dataclass

from ..words import Words
from .notes import refuse

ROUND, HIDE_ROUND, HIDE = "controlled rounding", "hide and round", "hide"
BASE, SMALL = 5, 5


@dataclass(frozen=True, slots=True)
class Policy:
    """One rule. ``hide_from`` to ``hide_to`` (whole numbers) are hidden; ``base`` is what others round to."""

    key: str
    way: str
    words: Words
    base: int = 1
    hide_from: int = 1
    hide_to: int = 0
    national_exact: bool = False
    source: str = ""

    def to_dict(self) -> dict[str, object]:
        """Plain values, sentence in both languages."""
        return {
            "key": self.key,
            "way": self.way,
            "base": self.base,
            "hidden": [self.hide_from, self.hide_to] if self.hide_to else None,
            "national_exact": self.national_exact,
            "en": self.words.en,
            "cy": self.words.cy,
            "source": self.source,
        }


POLICIES = {
    policy.key: policy
    for policy in (
        Policy(
            "controlled-5",
            ROUND,
            Words(
                "Every number is rounded to a multiple of 5, up or down, so that all sums still add up. "
                "0 is really 0 or rounded down from 1 to 4.",
                "Mae pob rhif wedi'i dalgrynnu i luosrif o 5, i fyny neu i lawr, fel bod pob swm yn dal i "
                "adio. Mae 0 naill ai'n 0 go iawn neu wedi'i dalgrynnu i lawr o 1 i 4.",
            ),
            base=BASE,
            source="Cox (1987), A constructive procedure for unbiased controlled rounding, JASA 82",
        ),
        Policy(
            "nhs-hes",
            HIDE_ROUND,
            Words(
                "Below the nation, 1 to 7 is shown as * and the rest is rounded to the nearest 5. "
                "National numbers are exact. Where a number could still be worked out, others are * too.",
                "Islaw'r genedl, mae 1 i 7 yn cael ei ddangos fel * a'r gweddill wedi'i dalgrynnu i'r 5 "
                "agosaf. Mae rhifau cenedlaethol yn union. Lle byddai modd cyfrifo rhif o hyd, mae rhai "
                "eraill yn * hefyd.",
            ),
            base=BASE,
            hide_from=1,
            hide_to=7,
            national_exact=True,
            source="NHS England, Hospital Episode Statistics analysis guide: disclosure control",
        ),
        Policy(
            "ons-10-5",
            HIDE_ROUND,
            Words(
                "Below 10 is hidden; the rest is rounded to the nearest 5. Where a number could still be "
                "worked out, others are hidden too.",
                "Mae llai na 10 yn cael ei guddio; mae'r gweddill wedi'i dalgrynnu i'r 5 agosaf. Lle byddai "
                "modd cyfrifo rhif o hyd, mae rhai eraill yn cael eu cuddio hefyd.",
            ),
            base=BASE,
            hide_from=0,
            hide_to=9,
            source="ONS, cell-key-perturbation: the 10-5 rule",
        ),
        Policy(
            "star-under-5",
            HIDE,
            Words(
                "1 to 4 is hidden, and as many other numbers as are needed so that it cannot be worked out.",
                "Mae 1 i 4 yn cael ei guddio, a chynifer o rifau eraill ag sydd eu hangen fel na ellir ei "
                "gyfrifo.",
            ),
            hide_from=1,
            hide_to=4,
            source="Hundepool and others (2012), Statistical Disclosure Control, chapter 4",
        ),
    )
}


def policy(key: str) -> Policy:
    """The rule of that key. Raises DisclosureError (``unknown_policy``)."""
    if key not in POLICIES:
        raise refuse("unknown_policy", field="policy", policy=key, known=", ".join(POLICIES))
    return POLICIES[key]
