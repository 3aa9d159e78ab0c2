"""What is the same for everybody who reads a language is rendered once in a process."""

from typing import Any

from django.template import Context, Node
from django.template.base import FilterExpression, NodeList, TextNode, TokenType, Variable
from django.template.defaulttags import URLNode
from django.templatetags.i18n import BlockTranslateNode, LanguageNode, TranslateNode
from django.templatetags.static import StaticNode
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from .node import Ready


def language_of(context: Context) -> str | None:
    """The present language, asked for once for each page: asking costs more than a kept text does."""
    try:
        return context.present_language  # type: ignore[attr-defined,no-any-return]
    except AttributeError:
        context.present_language = get_language()  # type: ignore[attr-defined]
        return get_language()


class InLanguage(LanguageNode):
    """``{% language %}``: another language for a part of the page."""

    def __init__(self, node: LanguageNode) -> None:
        super().__init__(node.nodelist, node.language)

    def render(self, context: Context) -> Any:
        """The part in that language."""
        before = language_of(context)
        del context.present_language  # type: ignore[attr-defined]
        try:
            return super().render(context)
        finally:
            context.present_language = before  # type: ignore[attr-defined]


class Kept(Ready):
    """Nodes side by side that need nothing of the request: their text, once for each language."""

    child_nodelists = ()

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = NodeList(nodes)
        self.texts: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """The text in the present language."""
        language = language_of(context)
        if language not in self.texts:
            self.texts[language] = self.nodes.render(context)
        return self.texts[language]


class Named(Ready):
    """A word or an address that is given a name (``{% trans "Phone" as key %}``), once for each language."""

    child_nodelists = ()

    def __init__(self, node: Any) -> None:
        self.node, self.values = node, dict[str | None, Any]()

    def render(self, context: Context) -> str:
        """Nothing; the name holds the value from here on."""
        language = language_of(context)
        if language in self.values:
            context[self.node.asvar] = self.values[language]
        else:
            self.node.render(context)
            self.values[language] = context[self.node.asvar]
        return ""


def is_kept(node: Node) -> bool:
    """Whether a node says the same to everybody who reads a language."""
    return isinstance(node, TextNode | Kept) or (_needs_nothing(node) and not named(node))


def is_named(node: Node) -> bool:
    """Whether a node gives a name to what is the same for everybody who reads a language."""
    return _needs_nothing(node) and bool(named(node))


def named(node: Any) -> str:
    """The name that a node gives to its value; "" where it renders it."""
    return getattr(node, "asvar", None) or getattr(node, "varname", None) or ""


def _needs_nothing(node: Any) -> bool:
    if isinstance(node, TranslateNode):
        return _is_fixed(node.filter_expression) and not node.message_context
    if isinstance(node, BlockTranslateNode):
        words = [*node.singular, *(node.plural or [])]
        only_text = all(token.token_type == TokenType.TEXT for token in words)
        return only_text and not (node.extra_context or node.countervar or node.message_context)
    if isinstance(node, URLNode):
        return _is_fixed(node.view_name) and not (node.args or node.kwargs)
    return isinstance(node, StaticNode) and not node.varname and _is_fixed(node.path)


def _is_fixed(expression: FilterExpression) -> bool:
    value = expression.var
    is_literal = value.lookups is None if isinstance(value, Variable) else isinstance(value, str)
    return is_literal and not expression.filters


def joined(nodes: list[Node]) -> list[Node]:
    """The nodes, with those that stand side by side and are kept made one."""
    found: list[Node] = []
    for node in nodes:
        if is_kept(node) and found and isinstance(found[-1], Kept):
            found[-1].nodes.append(node)
        else:
            found.append(Kept([node]) if is_kept(node) else node)
    return [_text(node) for node in found]


def _text(node: Node) -> Node:
    """Plain text needs no language."""
    if isinstance(node, Kept) and all(isinstance(part, TextNode) for part in node.nodes):
        return TextNode(SafeString("".join(part.s for part in node.nodes)))  # type: ignore[attr-defined]
    return node
