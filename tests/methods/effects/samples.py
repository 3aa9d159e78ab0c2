"""Published data as columns of numbers, and small made-up studies."""

from functools import cache

import numpy as np

from tests.methods import real

TRAINED = {
    (1, 1): (2687, 38_220_946, 1_036_305_464_438),
    (1, 0): (1401, 16_718_953, 459_566_378_997),
    (0, 1): (35, 460_711, 12_990_342_601),
    (0, 0): (1979, 24_103_550, 624_904_777_972),
}
"""JTPA's women by (offered, trained): how many, the sum of their earnings in dollars and of the squares; added up
from the records of Abadie, Angrist and Imbens (2002), doi:10.7910/DVN/XVADZ7."""
COVARIATES = "age education black hispanic married nodegree re74 re75 u74 u75".split()
EQOLISE = {
    "worked": [1] * 85 + [0] * 71 + [1] * 43 + [0] * 113,
    "arm": ["IPS"] * 156 + ["vocational"] * 156,
}


@cache
def numbers(name):
    """A file of numbers as columns."""
    rows = real.rows(name)
    return {key: np.array([float(row[key]) for row in rows]) for key in rows[0]}


@cache
def nsw_and_cps():
    """The men of the experiment who were treated, against the 15,992 of the survey."""
    own, others = numbers("nsw/nsw_dw.csv"), numbers("nsw/cps1_controls.csv.gz")
    found = {key: np.concatenate([own[key][own["treat"] == 1], others[key]]) for key in own}
    return found | {f"u{year}": (found[f"re{year}"] == 0).astype(float) for year in (74, 75)}


@cache
def jtpa():
    """The women of 16 sites: earnings and offer, with the site's name."""
    rows = real.rows("jtpa_women/jtpa_women.csv")
    return {
        "Y": np.array([float(row["Y"]) for row in rows]),
        "T": np.array([float(row["T"]) for row in rows]),
        "site": np.array([row["site"] for row in rows]),
    }


@cache
def jtpa_trained():
    """As many women, with earnings of the same sums: all that two stages and their errors ask of them."""
    rows = [(y, *who) for who, sums in TRAINED.items() for y in spread(*sums)]
    return {key: np.array(column, float) for key, column in zip("YTD", zip(*rows, strict=True), strict=True)}


def spread(people, total, squares):
    """Values on both sides of their mean, with this sum and sum of squares."""
    mean, odd = total / people, people % 2
    away = np.sqrt((squares - people * mean**2) / (people - odd))
    return [mean] * odd + [mean - away, mean + away] * (people // 2)


def trial(people=40, seed=1):
    """A made-up trial: half in each arm, an outcome, a covariate and a group."""
    dice = np.random.default_rng(seed)
    arm = np.arange(people) % 2
    before = dice.normal(size=people)
    return {
        "y": 2.0 * arm + before + dice.normal(size=people),
        "arm": arm.astype(float),
        "x": before,
        "group": np.arange(people) // 2 * 2 % 24 + arm,
    }


def study(own=60, others=400, seed=1):
    """A made-up comparison: those who took part earned less before."""
    dice = np.random.default_rng(seed)
    treated = np.r_[np.ones(own), np.zeros(others)]
    before = dice.normal(size=own + others) - 0.5 * treated
    age = dice.normal(40, 10, own + others) + 3 * treated
    return {
        "y": 1.5 * treated + 2 * before + 0.1 * age + dice.normal(size=own + others),
        "took": treated,
        "before": before,
        "age": age,
        "long_before": before + dice.normal(size=own + others),
    }


def codes(notes):
    """The codes of notes."""
    return [one.code for one in notes]
