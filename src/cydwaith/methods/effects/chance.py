"""How likely chance alone is: 95% of the normal, and the tail of chi squared."""

Z95 = 1.959963984540054


def within(effect: float, error: float) -> tuple[float, float]:
    """The 95% interval of a normal estimate."""
    return effect - Z95 * error, effect + Z95 * error


def beyond_chi2(value: float, freedom: int) -> float:
    """The probability of a chi squared with ``freedom`` degrees above ``value``."""
    from scipy.special import gammaincc

    return float(gammaincc(freedom / 2, max(value, 0.0) / 2))
