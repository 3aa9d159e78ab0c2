"""Open data for people: what there is and how to use it, news of changes, and calendars."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cydwaith.commons.people.doors import public
from cydwaith.kernel import clock
from cydwaith.place.directory.queries import count, publishing
from cydwaith.web.sending import actor_of

from .downloads import DOWNLOADS
from .writing import calendars

LONGEST_TOWN = 80


@public
@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """What is given, in which forms, under which licence."""
    actor = actor_of(request)
    context = {
        "size": count(actor),
        "changed": publishing.stamp(actor).at,
        "licence": settings.OPEN_DATA_LICENCE,
        "licence_address": settings.OPEN_DATA_LICENCE_ADDRESS,
        "bases": {
            version: request.build_absolute_uri(f"/open-referral/{version}/") for version in ("3.0", "1.0")
        },
        "downloads": [(download.name, _about(download.form, download.version)) for download in DOWNLOADS],
    }
    return render(request, "open_referral/open_data.html", context)


def _about(form: str, version: str) -> str:
    said = {
        "jsonl": _("JSON Lines, one service a line"),
        "json": _("JSON, everything on one page"),
        "csv": _("CSV tables in a zip, for a spreadsheet or a database"),
    }
    return f"{said[form]} (Open Referral UK {version})"


@public
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """The services that changed last; ``town`` keeps those there."""
    actor = actor_of(request)
    town = request.GET.get("town", "").strip()[:LONGEST_TOWN]
    here = request.build_absolute_uri(reverse("open_referral:changes"))
    feed = Atom1Feed(
        title=_("Support that is new or changed"),
        link=request.build_absolute_uri(reverse("directory:search")),
        description=None,
        language=actor.language,
        feed_url=here,
    )
    for change in publishing.changes(actor, town=town):
        address = request.build_absolute_uri(reverse("directory:service", args=[change.key]))
        about = _("New") if change.is_new else _("Changed")
        feed.add_item(change.name, address, about, updateddate=change.at, unique_id=f"urn:uuid:{change.key}")
    answer = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    answer.headers["Cache-Control"] = "public, max-age=300"
    return answer


@public
@require_safe
def record(request: HttpRequest, service_id: UUID) -> HttpResponseBase:
    """To the service's own record among the open data."""
    actor = actor_of(request)
    identity = publishing.published_id(actor, service_id)
    return redirect(reverse("open_referral_api:answer", args=["3.0", f"services/{identity}"]))


@public
@require_safe
def calendar(request: HttpRequest, service_id: UUID) -> HttpResponseBase:
    """When a service happens, as a file that a calendar opens."""
    actor = actor_of(request)
    found, today = publishing.calendar(actor, service_id), clock.today()
    address = request.build_absolute_uri(reverse("directory:service", args=[service_id]))
    answer = HttpResponse(
        calendars.document(found, address, today), content_type="text/calendar; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{service_id}.ics"'
    return answer
