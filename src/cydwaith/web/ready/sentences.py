"""Sentences with something to fill in: looked up once for each language, then filled in."""

from typing import Any

from django.template import Context, Node
from django.template.base import render_value_in_context
from django.templatetags.i18n import BlockTranslateNode
from django.utils.translation import gettext

from .kept import language_of
from .node import Ready


def is_sentence(node: Node) -> bool:
    """Whether it is a ``{% blocktrans %}`` of one form, of no special meaning, that is not given a name."""
    if not isinstance(node, BlockTranslateNode):
        return False
    return not (node.plural or node.countervar or node.message_context or node.asvar)


class Sentence(Ready):
    """``{% blocktrans with day=row.on|plain_date %}On {{ day }}{% endblocktrans %}``."""

    child_nodelists = ()

    def __init__(self, node: BlockTranslateNode) -> None:
        self.node, self.values = node, node.extra_context
        self.message, self.names = node.render_token_list(node.singular)
        self.texts: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """The sentence in the present language."""
        language = language_of(context)
        if language not in self.texts:
            self.texts[language] = gettext(self.message)
        said = {name: self._said(name, context) for name in self.names}
        try:
            return self.texts[language] % said
        except (KeyError, ValueError):
            return str(self.node.render(context))

    def _said(self, name: str, context: Context) -> str:
        given = self.values.get(name)
        value: Any = given.resolve(context) if given is not None else context.get(name, "")
        return str(render_value_in_context(value, context))
