"""Addresses with ids in them: worked out once, then filled in."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.template import Context
from django.template.defaulttags import URLNode
from django.urls import NoReverseMatch, reverse

from ..escaping import escaped
from .kept import language_of
from .node import Ready

FIRST, LONGEST = 1 << 100, 24


def address(language: str | None, view: str, ids: Sequence[Any], named: Mapping[str, Any]) -> str:
    """The address of a page in the present language, as ``reverse`` gives it. Raises ``NoReverseMatch``."""
    given = (*ids, *named.values())
    if all(type(one) is UUID or _is_short(one) for one in given):
        fixed = tuple(None if type(one) is UUID else one for one in given)
        return _pattern(view, fixed, tuple(named), language).format(*given)
    return reverse(view, args=ids, kwargs=named)


def _is_short(one: Any) -> bool:
    """Whether it is one of few: the number or name of a part, a day; never a signed link."""
    return isinstance(one, int) or (isinstance(one, str) and len(one) <= LONGEST)


@lru_cache(maxsize=1024)
def _pattern(view: str, fixed: tuple[Any, ...], names: tuple[str, ...], language: str | None) -> str:
    """The address with a gap for each id, and all else in its place."""
    made_up = [UUID(int=FIRST + place) if one is None else one for place, one in enumerate(fixed)]
    first = len(made_up) - len(names)
    named = dict(zip(names, made_up[first:], strict=True))
    pattern = reverse(view, args=made_up[:first], kwargs=named).replace("{", "{{").replace("}", "}}")
    for place, one in enumerate(made_up):
        pattern = pattern.replace(str(one), f"{{{place}}}") if fixed[place] is None else pattern
    return pattern


class Address(Ready):
    """``{% url %}`` with something to fill in."""

    child_nodelists = ()

    def __init__(self, node: URLNode) -> None:
        self.view, self.ids, self.named, self.name = node.view_name, node.args, node.kwargs, node.asvar

    def render(self, context: Context) -> str:
        """The address, or "" where it is given a name."""
        found = self._found(context)
        if not self.name:
            return escaped(found) if context.autoescape else found
        context[self.name] = found
        return ""

    def _found(self, context: Context) -> str:
        ids = [one.resolve(context) for one in self.ids]
        named = {name: one.resolve(context) for name, one in self.named.items()}
        try:
            return address(language_of(context), str(self.view.resolve(context)), ids, named)
        except NoReverseMatch:
            if self.name:
                return ""
            raise
