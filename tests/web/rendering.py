"""Components rendered as a page would, and HTML reduced to what a browser sees."""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from django.template import Context, Template
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler

Seen = tuple[str, tuple[tuple[str, str], ...], tuple[Any, ...]] | str


def render(source: str, **context: Any) -> str:
    """The source as a template that may use components."""
    context.setdefault("request", RequestFactory().get("/accessibility/"))
    loads = "" if source.startswith("{% extends") else "{% load i18n web %}"
    return str(Template(CottonCompiler().process(loads + source)).render(Context(context)))


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def seen(html: str) -> list[Seen]:
    """Tags, attributes and words; white space that a browser would not show is gone."""
    return _children(soup(html))


def _children(tag: Tag) -> list[Seen]:
    children: list[Seen] = []
    for node in tag.children:
        if isinstance(node, Tag):
            children.append((node.name, _attributes(node), tuple(_children(node))))
        elif isinstance(node, NavigableString) and not isinstance(node, Comment):
            words = re.sub(r"\s+", " ", node).strip()
            if words:
                children.append(words)
    return children


def _attributes(tag: Tag) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, _value(value)) for name, value in tag.attrs.items()))


def _value(value: Any) -> str:
    return " ".join(sorted(value)) if isinstance(value, list) else str(value)
