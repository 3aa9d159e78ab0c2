"""Quantiles of Student's t, for intervals of a mean from a few people."""

from functools import cache


@cache
def t_quantile(probability: float, freedom: int) -> float:
    """The value below which Student's t with ``freedom`` degrees falls with ``probability``.

    Raises ValueError outside 0 < probability < 1 or freedom >= 1.
    """
    if not 0 < probability < 1 or freedom < 1:
        raise ValueError("probability must be between 0 and 1, freedom at least 1")
    # Brought in only here: a page that scores one answer need not wait for it.
    from scipy.special import stdtrit

    return float(stdtrit(freedom, probability))
