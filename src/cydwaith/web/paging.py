"""Which page of a list an address asks for."""

from django.http import HttpRequest

from cydwaith.kernel.numbers import whole

MOST = 99_999


def asked_page(request: HttpRequest) -> int:
    """The number of the page, from 1; the first where the address names none that could be."""
    return whole(request.GET.get("page", "1"), MOST) or 1
