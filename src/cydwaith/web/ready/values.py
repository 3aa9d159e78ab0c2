"""Variables of prepared rows: found in the context and in frozen dataclasses without detours."""

from dataclasses import is_dataclass
from functools import lru_cache
from html import escape
from typing import Any

from django.template import Context, Node
from django.template.base import (
    FilterExpression,
    Variable,
    VariableDoesNotExist,
    render_value_in_context,
)
from django.utils.safestring import SafeString

NOT_THERE = object()


@lru_cache(maxsize=1024)
def _is_row(kind: type) -> bool:
    return is_dataclass(kind) and not hasattr(kind, "__getitem__")


class Quick(Variable):
    """A variable that looks where values are: a row's field, a dictionary's key. All else is Django's."""

    __slots__ = ()

    def _resolve_lookup(self, context: Any) -> Any:
        first, *rest = self.lookups
        for names in reversed(context.dicts):
            if first in names:
                found = names[first]
                break
        else:
            if hasattr(context, first):
                return super()._resolve_lookup(context)  # type: ignore[misc]
            raise VariableDoesNotExist("%s is not in the context", (first,))
        for name in rest:
            found = self._part(found, name)
        if found is NOT_THERE or callable(found):
            return super()._resolve_lookup(context)  # type: ignore[misc]
        return found

    def _part(self, whole: Any, name: str) -> Any:
        kind = type(whole)
        if kind is dict:
            return whole.get(name, NOT_THERE)
        return getattr(whole, name, NOT_THERE) if _is_row(kind) else NOT_THERE


class Shown(Node):
    """``{{ value }}``: text is escaped at once; anything else goes Django's way."""

    child_nodelists = ()

    def __init__(self, expression: FilterExpression) -> None:
        self.filter_expression = expression

    def render(self, context: Context) -> str:
        """The value as it stands on the page."""
        value = self.filter_expression.resolve(context)
        kind = type(value)
        if kind is SafeString:
            return str(value)
        if kind is str and context.autoescape:
            return escape(value)
        return str(render_value_in_context(value, context))
