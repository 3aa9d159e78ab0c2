"""Variables of prepared rows: found in the context, in dataclasses and named tuples without detours."""

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
    is_named_tuple = issubclass(kind, tuple) and hasattr(kind, "_fields")
    return is_named_tuple or (is_dataclass(kind) and not hasattr(kind, "__getitem__"))


def _part(whole: Any, name: str) -> Any:
    kind = type(whole)
    if kind is dict:
        return whole.get(name, NOT_THERE)
    return getattr(whole, name, NOT_THERE) if _is_row(kind) else NOT_THERE


class Quick(Variable):
    """A variable that looks where values are: a row's field, a dictionary's key. All else is Django's."""

    __slots__ = ("first", "rest")

    def __init__(self, var: str) -> None:
        super().__init__(var)
        self.first, *self.rest = self.lookups

    def _resolve_lookup(self, context: Any) -> Any:
        found = self._named(context)
        for name in self.rest:
            found = _part(found, name)
        if found is NOT_THERE or callable(found):
            return super()._resolve_lookup(context)  # type: ignore[misc]
        return found

    def _named(self, context: Any) -> Any:
        for names in reversed(context.dicts):
            if self.first in names:
                return names[self.first]
        if hasattr(context, self.first):
            return NOT_THERE
        raise VariableDoesNotExist("%s is not in the context", (self.first,))


class Shown(Node):
    """``{{ value }}``: text is escaped at once; anything else goes Django's way."""

    child_nodelists = ()

    def __init__(self, expression: FilterExpression) -> None:
        self.filter_expression = expression
        self.plain = expression.var if type(expression.var) is Quick and not expression.filters else None

    def render(self, context: Context) -> str:
        """The value as it stands on the page."""
        value = self._value(context)
        kind = type(value)
        if kind is SafeString:
            return str(value)
        if kind is str and context.autoescape:
            return escape(value)
        return str(render_value_in_context(value, context))

    def _value(self, context: Context) -> Any:
        if self.plain:
            try:
                return self.plain._resolve_lookup(context)
            except VariableDoesNotExist:
                pass
        return self.filter_expression.resolve(context)
