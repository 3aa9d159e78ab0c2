"""What people said about the directory here: only how many suggestions were taken up, and never whose."""

from collections.abc import Sequence

from cydwaith.kernel.actor import system
from cydwaith.place.keeping.models import Proposal

from ..models import Asset

ACCEPTED = "accepted"


def taken_up(hoods: Sequence[str]) -> int:
    """How many suggestions about what stands here were accepted, ever."""
    here = Asset.objects.filter(place_code__in=hoods).values_list("service_id", flat=True)
    reader = system("to count suggestions for the page of a place")
    rows = Proposal.objects.as_seen_by(reader).filter(outcome=ACCEPTED)
    about = rows.filter(service_id__in=here.distinct()) | rows.filter(became_id__in=here.distinct())
    return about.distinct().count()
