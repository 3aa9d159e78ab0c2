"""What people said about the directory here: only how many suggestions were taken up, and never whose."""

from collections.abc import Sequence

from cydwaith.kernel.actor import system
from cydwaith.place.keeping.queries import count_taken_up

from ..models import Asset


def taken_up(hoods: Sequence[str]) -> int:
    """How many suggestions about what stands here were accepted, ever."""
    here = Asset.objects.filter(place_code__in=hoods).values_list("service_id", flat=True).distinct()
    return count_taken_up(system("to count suggestions for the page of a place"), here)
