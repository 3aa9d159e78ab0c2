"""Template tags of the base page and the components."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.http import HttpRequest, QueryDict
from django.templatetags.static import static
from django.urls import translate_url
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

from cydwaith.kernel import clock

from .. import assets, menus
from ..controls import Control, control, error_text, first_input_id

register = template.Library()

# Django's own Welsh misspells this month; a project's catalogue comes before Django's.
PUT_RIGHT = (gettext_lazy("July"),)

OTHER = {"en": "cy", "cy": "en"}
NAMES = {"en": "English", "cy": "Cymraeg"}
DAYS_A_WEEK, DAYS_A_MONTH, DAYS_A_YEAR = 7, 30, 365


@dataclass(frozen=True, slots=True)
class Language:
    """A language as the switch shows it: its code and its own name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the error summary; `href` is empty when it belongs to no field."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """One number of the pagination; `number` is None for a gap."""

    number: int | None
    href: str = ""
    current: bool = False


@register.simple_tag
def other_language() -> Language:
    """The language that this page is not in."""
    code = OTHER.get((get_language() or "en")[:2], "cy")
    return Language(code, NAMES[code])


@register.simple_tag(takes_context=True)
def twin_url(context: dict[str, Any]) -> str:
    """The address of this page in the other language; its front page when this page has no twin."""
    code = OTHER.get((get_language() or "en")[:2], "cy")
    front = "/cy/" if code == "cy" else "/"
    request = context.get("request")
    if request is None:
        return front
    path = str(request.get_full_path())
    return _other_side(path) if _has_twin(request, path, code) else front


def _has_twin(request: HttpRequest, path: str, code: str) -> bool:
    """Whether there is such a page in the other language: looked up once for each route of a process."""
    route = request.resolver_match.route if request.resolver_match else path
    if (code, route) not in _twins:
        found = translate_url(path, code) != path
        if request.resolver_match is None:
            return found
        _twins[code, route] = found
    return _twins[code, route]


_twins: dict[tuple[str, str], bool] = {}


def _other_side(path: str) -> str:
    """Pages have the same path in both languages, Welsh ones under /cy/."""
    return path.removeprefix("/cy") if path.startswith("/cy/") else f"/cy{path}"


@register.simple_tag
def vendor_url(name: str) -> str:
    """The address of a fetched file of the design system, or "" when the build could not fetch it."""
    return _vendored(name) if _is_installed() else ""


@cache
def _vendored(name: str) -> str:
    return static(f"vendor/govuk/{name}")


@cache
def _is_installed() -> bool:
    """Looked at once in a process: files of a build do not come and go."""
    return assets.is_installed()


@register.simple_tag(name="control")
def control_tag(bound: forms.BoundField, label: str = "", hint: str = "", optional: bool = True) -> Control:
    """A bound field made ready for its template."""
    return control(bound, label=label, hint=hint, optional=optional)


@register.simple_tag
def count_words() -> list[tuple[str, str]]:
    """What the character counter says, where the page is not in English; its script puts the count in."""
    if (get_language() or "en").startswith("en"):
        return []
    count = {"count": "%{count}"}
    left = gettext("You have %(count)s characters left")
    over = gettext("You have %(count)s characters too many")
    return [
        ("characters-under-limit.one", left % count),
        ("characters-under-limit.other", left % count),
        ("characters-at-limit", gettext("You have no characters left")),
        ("characters-over-limit.one", over % count),
        ("characters-over-limit.other", over % count),
    ]


@register.simple_tag
def problems(form: Any, message: str = "") -> list[Problem]:
    """Every problem of a form, in the order of its fields, and a sentence that belongs to no field."""
    found = [Problem(str(message), "")] if message else []
    if not form or not form.errors:
        return found
    found += [Problem(str(text), "") for text in form.non_field_errors()]
    return found + [Problem(error_text(bound), f"#{first_input_id(bound)}") for bound in form if bound.errors]


@register.simple_tag(takes_context=True)
def page_links(context: dict[str, Any], page: Page[Any]) -> list[PageLink]:
    """The numbers of the pagination around this page, with gaps."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [_page_link(context, number, page.number) for number in numbers]


@register.simple_tag(takes_context=True)
def page_href(context: dict[str, Any], number: int) -> str:
    """This address with another page number; the rest of the question stays."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else QueryDict(mutable=True)
    query["page"] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def plain_date(value: date | datetime | None) -> str:
    """A date as people write it: 4 May 2026, 4 Mai 2026."""
    return _written(_as_date(value), "j F Y", get_language()) if value else ""


@register.filter
def short_date(value: date | datetime | None) -> str:
    """A date for a narrow column: 4 May, 4 Mai; with its year when it is another year."""
    if not value:
        return ""
    day = _as_date(value)
    return _written(day, "j M" if day.year == clock.today().year else "j M Y", get_language())


@register.filter
def plain_moment(value: datetime | None) -> str:
    """A date and a time: 4 May 2026, 14:30."""
    if not value:
        return ""
    local = timezone.localtime(value, clock.LONDON)
    return f"{_written(local.date(), 'j F Y', get_language())}, {local:%H:%M}"


@register.filter
def ago(value: date | datetime | None) -> str:
    """How long ago, or how far ahead, in whole days, weeks, months or years."""
    if not value:
        return ""
    days = (clock.today() - _as_date(value)).days
    return _past(days) if days >= 0 else _future(-days)


@lru_cache(maxsize=4096)
def _written(day: date, pattern: str, language: str | None) -> str:
    """A list names few days many times; ``language`` is the active one, so that each has its own."""
    return date_format(day, pattern)


def _past(days: int) -> str:
    if days == 0:
        return gettext("today")
    if days == 1:
        return gettext("yesterday")
    count, unit = _rounded(days)
    sentences = {
        "day": ngettext("%(count)d day ago", "%(count)d days ago", count),
        "week": ngettext("%(count)d week ago", "%(count)d weeks ago", count),
        "month": ngettext("%(count)d month ago", "%(count)d months ago", count),
        "year": ngettext("%(count)d year ago", "%(count)d years ago", count),
    }
    return sentences[unit] % {"count": count}


def _future(days: int) -> str:
    if days == 1:
        return gettext("tomorrow")
    count, unit = _rounded(days)
    sentences = {
        "day": ngettext("in %(count)d day", "in %(count)d days", count),
        "week": ngettext("in %(count)d week", "in %(count)d weeks", count),
        "month": ngettext("in %(count)d month", "in %(count)d months", count),
        "year": ngettext("in %(count)d year", "in %(count)d years", count),
    }
    return sentences[unit] % {"count": count}


def _rounded(days: int) -> tuple[int, str]:
    """The largest unit that says it honestly: 13 days stays days, 14 is 2 weeks."""
    if days < 2 * DAYS_A_WEEK:
        return days, "day"
    if days < 2 * DAYS_A_MONTH:
        return days // DAYS_A_WEEK, "week"
    if days < 2 * DAYS_A_YEAR:
        return days // DAYS_A_MONTH, "month"
    return days // DAYS_A_YEAR, "year"


def _as_date(value: date | datetime) -> date:
    if not isinstance(value, datetime):
        return value
    return timezone.localtime(value, clock.LONDON).date() if timezone.is_aware(value) else value.date()


def _page_link(context: dict[str, Any], number: int | str, current: int) -> PageLink:
    if not isinstance(number, int):
        return PageLink(None)
    return PageLink(number, page_href(context, number), number == current)


@register.inclusion_tag("web/menu.html", takes_context=True)
def steward_menu(context: template.Context, *, counted: bool = True) -> dict[str, list[menus.Line]]:
    """Every page about the directory, for stewards, with what waits there; nothing for others."""
    actor, path = context["request"].actor, context["request"].path
    return {"lines": list(menus.lines(menus.DIRECTORY, actor, path, counted=counted))}
