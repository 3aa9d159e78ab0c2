"""What leads through a page: its base, its loops and its choices, asked for no more than they need."""

from collections.abc import Callable, Sequence
from typing import Any

from django.template import Context, Node, Template
from django.template.base import NodeList, TextNode, VariableDoesNotExist
from django.template.defaulttags import ForNode, IfNode, TemplateLiteral
from django.template.loader_tags import BLOCK_CONTEXT_KEY, BlockContext, BlockNode, ExtendsNode
from django.template.smartif import TokenBase
from django.utils.safestring import SafeString

from .node import Ready
from .values import Plain

Blocks = dict[str, BlockNode]
Asks = Callable[[Context], Any]


class Extended(Ready, ExtendsNode):
    """``{% extends %}``: the blocks of the base are looked for once, and not for every page that is shown."""

    def __init__(self, node: ExtendsNode) -> None:
        self.__dict__.update(node.__dict__)
        self.base: tuple[Template | None, Blocks] = None, {}

    def render(self, context: Context) -> Any:
        """The base with the blocks of this template in it."""
        parent = self.get_parent(context)
        if self.base[0] is not parent:
            self.base = parent, _own_blocks(parent)
        blocks = context.render_context.setdefault(BLOCK_CONTEXT_KEY, BlockContext())
        blocks.add_blocks(self.blocks)
        blocks.add_blocks(self.base[1])
        with context.render_context.push_state(parent, isolated_context=False):
            return parent._render(context)


def _own_blocks(template: Template) -> Blocks:
    """The blocks of a template that extends nothing; one that does adds its own when it is rendered."""
    first = next((node for node in template.nodelist if not isinstance(node, TextNode)), None)
    if first is None or isinstance(first, ExtendsNode):
        return {}
    return {node.name: node for node in template.nodelist.get_nodes_by_type(BlockNode)}


def is_loop(node: Node) -> bool:
    """Whether it is a ``{% for %}`` with one name, forward: what nearly all are."""
    return type(node) is ForNode and len(node.loopvars) == 1 and not node.is_reversed


class Loop(Ready, ForNode):
    """``{% for row in rows %}``: what is inside is rendered without a detour for each part of each row."""

    def __init__(self, node: ForNode) -> None:
        self.__dict__.update(node.__dict__)
        self.name, self.parts = node.loopvars[0], [part.render for part in node.nodelist_loop]

    def render(self, context: Context) -> Any:
        """The rows one after another, or what stands there instead of them."""
        outer = context.get("forloop", {})
        with context.push():
            found: Any = self.sequence.resolve(context, ignore_failures=True)
            rows = [] if found is None else found if hasattr(found, "__len__") else list(found)
            if len(rows) < 1:
                return self.nodelist_empty.render(context)
            return SafeString("".join(self._shown(context, rows, _Place(len(rows), outer))))

    def _shown(self, context: Context, rows: Sequence[Any], place: "_Place") -> list[str]:
        """The parts of every row; ``place`` is what ``forloop`` says."""
        name, parts, names, shown = self.name, self.parts, context.dicts[-1], list[str]()
        names["forloop"] = place
        for number, row in enumerate(rows):
            place.number, names[name] = number, row
            shown += [part(context) for part in parts]
        return shown


class _Place(dict[str, Any]):
    """Which row of how many is shown, from 0: ``forloop``, worked out where a page asks for it."""

    def __init__(self, many: int, outer: Any) -> None:
        super().__init__(parentloop=outer)
        self.number, self.many = 0, many

    def __missing__(self, name: str) -> Any:
        number, left = self.number, self.many - self.number
        if name in ("counter0", "counter"):
            return number + (name == "counter")
        if name in ("revcounter0", "revcounter"):
            return left - (name == "revcounter0")
        if name in ("first", "last"):
            return (number if name == "first" else left - 1) == 0
        raise KeyError(name)


class Choice(Ready, IfNode):
    """``{% if row.on %}``: a plain variable is looked at without a detour, and one part needs no list."""

    def __init__(self, node: IfNode) -> None:
        self.__dict__.update(node.__dict__)
        self.choices = [(_asking(asked), _showing(nodes)) for asked, nodes in node.conditions_nodelists]

    def render(self, context: Context) -> Any:
        """What stands under the first condition that holds; nothing where none does."""
        for asks, shows in self.choices:
            try:
                holds = asks(context)
            except VariableDoesNotExist:
                continue
            if holds:
                return shows(context)
        return ""


def _asking(condition: TokenBase | None) -> Asks:
    if condition is None:
        return lambda context: True
    if isinstance(condition, TemplateLiteral) and type(condition.value) is Plain:
        return condition.value.var._resolve_lookup  # type: ignore[no-any-return]
    return condition.eval


def _showing(nodes: NodeList) -> Asks:
    return nodes[0].render if len(nodes) == 1 else nodes.render
