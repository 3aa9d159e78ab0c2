"""Accessibility and privacy, and the page for a form that came back too late."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .cookies import COOKIES


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """What works for everyone, what was checked, and what was not."""
    return render(request, "web/accessibility.html")


@login_not_required
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, who sees it, and how a person takes part back."""
    return render(request, "web/privacy.html", {"cookies": COOKIES})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Set as CSRF_FAILURE_VIEW; `reason` is for developers and is not shown."""
    return render(request, "403_csrf.html", status=403)
