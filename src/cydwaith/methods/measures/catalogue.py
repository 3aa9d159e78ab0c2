"""Every instrument by its key, and those that a licence keeps out."""

from .instrument import Instrument
from .instruments.loneliness import LONELINESS
from .instruments.msk_hq import MSK_HQ
from .instruments.ons4 import ONS4
from .instruments.own import GOALS, THREE_CS
from .instruments.psychlops import PSYCHLOPS
from .instruments.swemwbs import SWEMWBS
from .instruments.talking_therapies import GAD7, PHQ9
from .instruments.work_ability import WORK_ABILITY
from .instruments.wsas import WSAS
from .notes import wrong

INSTRUMENTS: dict[str, Instrument] = {
    instrument.key: instrument
    for instrument in (
        ONS4,
        SWEMWBS,
        WSAS,
        PHQ9,
        GAD7,
        WORK_ABILITY,
        LONELINESS,
        PSYCHLOPS,
        GOALS,
        THREE_CS,
        MSK_HQ,
    )
}
# Registered, commercial or needing a licence of one's own (domain digest, 3.1).
NOT_SHIPPED = frozenset({"mycaw", "wai", "eq5d", "pam"})


def instrument(which: str | Instrument) -> Instrument:
    """The instrument of that key, or the one given.

    Raises ``MeasureError`` (``unknown_instrument``, ``not_shipped``).
    """
    if isinstance(which, Instrument):
        return which
    if which in NOT_SHIPPED:
        raise wrong("not_shipped", instrument=which)
    if which not in INSTRUMENTS:
        raise wrong("unknown_instrument", instrument=which, known=", ".join(INSTRUMENTS))
    return INSTRUMENTS[which]
