"""Going through a template once and putting ready nodes in place."""

from collections.abc import Iterator
from typing import Any

from django.template import Node
from django.template.base import FilterExpression, NodeList, Variable, VariableNode
from django.template.defaulttags import IfNode, URLNode
from django.template.loader_tags import ExtendsNode
from django.template.smartif import TokenBase
from django.templatetags.i18n import LanguageNode
from django_cotton.templatetags import InlineTemplate
from django_cotton.templatetags._component import CottonComponentNode, PreparedAttr, PreparedValue

from .addresses import Address
from .component import Component, can_be_ready
from .flow import Choice, Extended, Loop, is_loop
from .kept import InLanguage, Named, is_kept, is_named, joined
from .sentences import Sentence, is_sentence
from .values import Plain, Quick, Shown

READY: dict[type[Node], Any] = {
    URLNode: Address,
    IfNode: Choice,
    LanguageNode: InLanguage,
    ExtendsNode: Extended,
}


def make_ready(nodelist: NodeList) -> None:
    """Put ready nodes in place, here and in all that is nested."""
    nodelist[:] = joined([_ready(node) for node in nodelist])


def _ready(node: Node) -> Node:
    if is_kept(node):
        return node
    if is_named(node):
        return Named(node)
    for part in _parts(node):
        _quicken(part) if isinstance(part, FilterExpression) else make_ready(part)
    if isinstance(node, VariableNode):
        return Shown(node.filter_expression)
    if is_sentence(node):
        return Sentence(node)
    if isinstance(node, CottonComponentNode) and can_be_ready(node):
        return Component(node)
    if is_loop(node):
        return Loop(node)
    return READY[type(node)](node) if type(node) in READY else node


def _parts(thing: Any) -> Iterator[Any]:
    """The lists of nodes and the expressions that a node is made of."""
    if isinstance(thing, NodeList | FilterExpression):
        yield thing
    elif isinstance(thing, list | tuple):
        for one in thing:
            yield from _parts(one)
    elif isinstance(thing, dict):
        yield from _parts(list(thing.values()))
    elif isinstance(thing, Node | TokenBase | InlineTemplate | PreparedAttr | PreparedValue):
        yield from _parts(_held(thing))


def _held(thing: Any) -> list[Any]:
    if isinstance(thing, PreparedValue):
        return [thing._template]
    return list(vars(thing).values())


def _quicken(expression: FilterExpression) -> None:
    """Let an expression look for its variables the quick way."""
    expression.var = _quick(expression.var)
    expression.filters = [
        (filter_, [(is_variable, _quick(value)) for is_variable, value in values])
        for filter_, values in expression.filters
    ]
    if type(expression.var) is Quick and not expression.filters:
        expression.__class__ = Plain


def _quick(value: Any) -> Any:
    is_looked_up = type(value) is Variable and value.lookups is not None and not value.translate
    return Quick(value.var) if is_looked_up else value
