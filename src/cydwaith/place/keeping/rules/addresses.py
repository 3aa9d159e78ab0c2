"""Whom to write to: what a service publishes, or the address of a desk, never somebody's own."""

import re
from collections.abc import Iterable

DESKS = frozenset(
    """admin administration advice bookings carers centre choir clerk club community contact contactus cor
    customerservice cymorth derbyn desk directory enquire enquiries enquiry events feedback frontdesk general
    group gwirfoddoli gwybodaeth hello help helo helpdesk helpline hub info information inquiries intake
    library llyfrgell mail manager membership office operations outreach post prosiect reception referral
    referrals secretary service services support swyddfa team tim trefnydd volunteer volunteering welcome
    ymholiad ymholiadau ysgrifennydd""".split()
)
MAILBOXES = frozenset(
    """aol.com btinternet.com btopenworld.com gmail.com googlemail.com hotmail.co.uk hotmail.com icloud.com
    live.co.uk live.com mac.com me.com msn.com ntlworld.com outlook.com proton.me protonmail.com sky.com
    talktalk.net virginmedia.com yahoo.co.uk yahoo.com ymail.com""".split()
)
PARTS = re.compile(r"[._\-+0-9]+")
PLAIN = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def is_address(text: str) -> bool:
    """Whether a letter can go there at all."""
    return bool(PLAIN.fullmatch(text))


def looks_personal(address: str) -> bool:
    """Whether the address may be one person's: a free mailbox, or a name such as mair.jones.

    A word for a desk (info, office, swyddfa ..) makes it the group's, wherever it is kept.
    """
    local, _, domain = address.lower().partition("@")
    parts = [part for part in PARTS.split(local) if part]
    if DESKS.intersection(parts):
        return False
    return domain in MAILBOXES or len(parts) == 2


def address_for(published: str, others: Iterable[str]) -> str:
    """The address that the entry itself shows to everybody; else one that is nobody's own; else none."""
    if is_address(published):
        return published
    return next((one for one in others if is_address(one) and not looks_personal(one)), "")
