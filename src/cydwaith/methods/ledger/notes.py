"""Why a posting is refused, and what can be done."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "no_such_account": Words("There is no account “{account}”.", "Does dim cyfrif o'r enw “{account}”."),
    "account_closed": Words("The account “{account}” is closed.", "Mae'r cyfrif “{account}” wedi'i gau."),
    "account_exists": Words(
        "There is an account “{account}” already.", "Mae cyfrif o'r enw “{account}” yno eisoes."
    ),
    "same_account": Words(
        "Time cannot go from an account to itself.", "All amser ddim mynd o gyfrif iddo'i hun."
    ),
    "not_minutes": Words(
        "Give a whole number of minutes, 1 or more. This was {minutes}.",
        "Rhowch nifer cyfan o funudau, 1 neu fwy. Rhoddwyd {minutes}.",
    ),
    "no_key": Words(
        "Every posting needs a key of its own, so that sending it twice posts it once.",
        "Mae angen allwedd ei hun ar bob cofnod, er mwyn i anfon ddwywaith gofnodi unwaith.",
    ),
    "key_used": Words(
        "The key “{key}” stands on another posting. Use a new one.",
        "Mae'r allwedd “{key}” ar gofnod arall. Defnyddiwch un newydd.",
    ),
    "not_enough": Words(
        "There is not enough time in “{account}”: {free} minutes can be given, and this takes {minutes}.",
        "Does dim digon o amser yn “{account}”: gellir rhoi {free} munud, ac mae hyn yn cymryd {minutes}.",
    ),
    "never_gives": Words(
        "Time that was used or has run out does not come back.",
        "Dydy amser a ddefnyddiwyd neu a ddaeth i ben ddim yn dod yn ôl.",
    ),
    "nothing_to_reverse": Words("There is no such posting.", "Does dim cofnod o'r fath."),
    "reversed_before": Words(
        "This posting was reversed before.", "Mae'r cofnod hwn wedi'i wrthdroi o'r blaen."
    ),
    "reversal_stands": Words(
        "A reversal cannot be reversed. Make a new posting.",
        "All gwrthdroad ddim cael ei wrthdroi. Gwnewch gofnod newydd.",
    ),
    "before_the_last": Words(
        "A posting cannot be dated before the last one ({last}). "
        "Give the day that it is for as its effective date.",
        "All cofnod ddim cael ei ddyddio cyn yr un diwethaf ({last}). "
        "Rhowch y diwrnod y mae'n berthnasol iddo fel y dyddiad effeithiol.",
    ),
    "not_a_floor": Words(
        "A floor is a whole number of minutes, 0 or below, or nothing for none.",
        "Nifer cyfan o funudau yw isafswm, 0 neu lai, neu ddim byd os nad oes un.",
    ),
    "balance_left": Words(
        "“{account}” still holds {minutes} minutes. Move them before you close it.",
        "Mae {minutes} munud o hyd yn “{account}”. Symudwch nhw cyn ei gau.",
    ),
}
note = partial(said, SENTENCES)


class LedgerError(MethodError):
    """A posting that the rules do not allow."""


def wrong(code: str, field: str | None = None, **values: object) -> LedgerError:
    """The error of that code."""
    return LedgerError(note(code, **values), field=field)
