"""Sources on a page: those that come along are said in the reader's language."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from ..starters import sources

register = template.Library()


@register.filter
def sourced(source: str) -> str:
    """A source in the language of the page; a title that stays in English says that it is English.

    What a steward wrote stands as it was written.
    """
    if get_language() != "cy" or source not in sources():
        return source
    welsh = sources()[source]
    return welsh if welsh is not None else format_html('<span lang="en">{}</span>', source)
