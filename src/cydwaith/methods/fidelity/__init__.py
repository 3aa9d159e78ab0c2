"""Fidelity: how far a service is what it says it is, item by item, with its evidence."""

from .agreement import Agreement, agreement
from .follow_along import JobKept, follow_along_level
from .ips import IPS_25
from .ips_facts import Computed, IpsFacts, JobcentreContact, compute_ips
from .ips_facts import to_dict as computed_to_dict
from .notes import FidelityError
from .rating import ItemScore, Rated, Rating, Standing, rate
from .scale import Band, FidelityScale, Item, scale_from

__all__ = [
    "IPS_25",
    "Agreement",
    "Band",
    "Computed",
    "FidelityError",
    "FidelityScale",
    "IpsFacts",
    "Item",
    "ItemScore",
    "JobKept",
    "JobcentreContact",
    "Rated",
    "Rating",
    "Standing",
    "agreement",
    "compute_ips",
    "computed_to_dict",
    "follow_along_level",
    "rate",
    "scale_from",
]
