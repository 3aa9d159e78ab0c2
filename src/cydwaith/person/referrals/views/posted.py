"""What was posted, empty or not, and nothing on a first look."""

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """The data of a form that was sent; an empty one counts as sent."""
    return request.POST if request.method == "POST" else None
