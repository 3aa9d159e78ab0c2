"""Variables of prepared rows: found in the context, in dataclasses and named tuples without detours."""

from dataclasses import is_dataclass
from html import escape
from typing import Any

from django.template import Context
from django.template.base import (
    FilterExpression,
    Variable,
    VariableDoesNotExist,
    render_value_in_context,
)
from django.utils.safestring import SafeString

from ..escaping import needs_escape
from .node import Ready

NOT_THERE = object()
UNGROUPED = range(-999, 1000)


class _Rows(dict[type, bool]):
    """Whether a type is one of rows, looked at once."""

    def __missing__(self, kind: type) -> bool:
        is_named_tuple = issubclass(kind, tuple) and hasattr(kind, "_fields")
        is_row = is_named_tuple or (is_dataclass(kind) and not hasattr(kind, "__getitem__"))
        return self.setdefault(kind, is_row)


IS_ROW = _Rows()


class Quick(Variable):
    """A variable that looks where values are: a row's field, a dictionary's key. All else is Django's."""

    __slots__ = ("first", "rest")

    def __init__(self, var: str) -> None:
        super().__init__(var)
        self.first, *self.rest = self.lookups

    def _resolve_lookup(self, context: Any) -> Any:
        names, first = context.dicts[-1], self.first
        found = names[first] if first in names else self._further_out(context)
        for name in self.rest:
            kind = type(found)
            if kind is dict:
                found = found.get(name, NOT_THERE)
            else:
                found = getattr(found, name, NOT_THERE) if IS_ROW[kind] else NOT_THERE
        if found is NOT_THERE or callable(found):
            return super()._resolve_lookup(context)  # type: ignore[misc]
        return found

    def _further_out(self, context: Any) -> Any:
        """The value from outside of the innermost loop or component. Raises ``VariableDoesNotExist``."""
        first = self.first
        for names in reversed(context.dicts):
            if first in names:
                return names[first]
        if not hasattr(context, first):
            raise VariableDoesNotExist("%s is not in the context", (first,))
        return NOT_THERE


class Plain(FilterExpression):
    """A variable and no filter: what it is, or what stands for one that is not there."""

    __slots__ = ()

    def resolve(self, context: Any, ignore_failures: bool = False) -> Any:
        """The value."""
        try:
            return self.var._resolve_lookup(context)
        except VariableDoesNotExist:
            return super().resolve(context, ignore_failures)


class Shown(Ready):
    """``{{ value }}``: text is escaped at once, a small number is its digits; all else goes Django's way."""

    child_nodelists = ()

    def __init__(self, expression: FilterExpression) -> None:
        self.filter_expression = expression
        self.found = expression.var._resolve_lookup if type(expression) is Plain else expression.resolve

    def render(self, context: Context) -> str:
        """The value as it stands on the page."""
        try:
            value = self.found(context)
        except VariableDoesNotExist:
            value = self.filter_expression.resolve(context)
        kind = type(value)
        if kind is SafeString:
            return str(value)
        if kind is str and context.autoescape:
            return escape(value) if needs_escape(value) else value
        if kind is int and value in UNGROUPED:
            return str(value)
        return str(render_value_in_context(value, context))
