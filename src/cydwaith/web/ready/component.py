"""Components: their template, their defaults and their attributes are looked at once."""

from collections.abc import Callable
from typing import Any

from django.template import Context
from django.template.base import NodeList
from django_cotton.templatetags import Attrs, UnprocessableDynamicAttr
from django_cotton.templatetags._component import AttrKind, CottonComponentNode, PreparedAttr
from django_cotton.templatetags._slot import CottonSlotNode
from django_cotton.templatetags._vars import CottonVarsNode

from .node import Ready

Value = Callable[[Context], Any]


def can_be_ready(node: CottonComponentNode) -> bool:
    """Whether cotton's node uses no more than our own does: no named slots, no late choice, no isolation."""
    plain = not node.only and node.component_name != "component"
    handed_on = any(attr.key in ("attrs", "is") for attr in node._prepared_attrs)
    return plain and not handed_on and not node.nodelist.get_nodes_by_type(CottonSlotNode)


class Component(Ready):
    """``<c-tag colour="grey">words</c-tag>``: the component's HTML around the words."""

    def __init__(self, node: CottonComponentNode) -> None:
        self.cotton, self.nodelist = node, node.nodelist
        self.values = [(attr.key.replace("-", "_"), _value(attr)) for attr in node._prepared_attrs]
        self.keys = {attr.key.replace("-", "_"): attr.key for attr in node._prepared_attrs}
        self.inside: _Inside | None = None

    def render(self, context: Context) -> str:
        """The HTML of the component."""
        inside = self.inside = self.inside or _Inside.of(self.cotton, context)
        values, more = dict(inside.defaults), {}
        for name, value in self.values:
            try:
                values[name] = value(context)
            except UnprocessableDynamicAttr:
                continue
            if name not in inside.declared:
                more[self.keys[name]] = values[name]
        values["slot"] = self.nodelist.render(context)
        values["attrs"] = Attrs(more) if more else ""
        context.dicts.append(values)
        try:
            return "".join([part(context) for part in inside.parts])
        finally:
            context.dicts.pop()


class _Inside:
    """A component's own template: what it declares, its defaults, its HTML."""

    def __init__(self, nodelist: NodeList, defaults: dict[str, Any], declared: set[str]) -> None:
        self.parts, self.defaults, self.declared = [part.render for part in nodelist], defaults, declared

    @classmethod
    def of(cls, node: CottonComponentNode, context: Context) -> "_Inside":
        template = node._get_cached_template(context, Attrs({}))
        declarations = [part for part in template.nodelist if isinstance(part, CottonVarsNode)]
        html = NodeList(part for part in template.nodelist if part not in declarations)
        defaults, declared = dict[str, Any](), Attrs({})
        for part in declarations:
            defaults |= part.extract_vars(Context(), declared, {})
        return cls(html, defaults, {key.replace("-", "_") for key in declared._exclude_from_str})


def _value(attr: PreparedAttr) -> Value:
    """How an attribute gets its value; raises ``UnprocessableDynamicAttr`` where it gets none."""
    ready, fixed = attr.compiled, attr.value
    if attr.kind == AttrKind.ESCAPED and ready:
        return lambda context: ready.nodelist.render(context)
    if attr.kind == AttrKind.DYNAMIC:
        return lambda context: ready.resolve(context)
    if attr.kind == AttrKind.UNQUOTED:
        return lambda context: _or_else(ready, context, fixed)
    return lambda _context: fixed


def _or_else(ready: Any, context: Context, otherwise: Any) -> Any:
    try:
        return ready.resolve(context)
    except UnprocessableDynamicAttr:
        return otherwise
