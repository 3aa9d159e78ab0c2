"""Every template: nothing inline, and every word can be said in Welsh."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cydwaith

SRC = Path(cydwaith.__file__).parent
TEMPLATES = sorted(SRC.glob("**/templates/**/*.html"))
EVENTS = "abort|blur|change|click|error|focus|input|key|load|mouse|paste|pointer|scroll|submit|toggle|touch"
INLINE = re.compile(
    r"<style\b|\sstyle\s*=|\son(?:" + EVENTS + r""")\w*\s*=\s*["']|javascript:"""
    r"""|<script(?![^>]*\s(?:src=|type="application/json"))[^>]*>""",
    re.IGNORECASE,
)
BLOCKS = re.compile(r"{%-?\s*blocktrans(?:late)?\b.*?{%-?\s*endblocktrans(?:late)?\s*-?%}", re.DOTALL)
COMMENTS = re.compile(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}|<!--.*?-->", re.DOTALL)
TAGS = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
MARKUP = re.compile(r"<(script|svg|c-vars)\b.*?(</\1>|/>)|<[^>]*>|&\w+;", re.DOTALL)
SPOKEN = re.compile(
    r"""\s(?:aria-label|alt|title|placeholder|hint|summary|caption|name_text|text)=["']([^"'{]*[A-Za-z]{2}[^"'{]*)["']"""
)
ATTRIBUTES = re.compile(r"""govuk-[\w-]+|[\w.:-]+=("[^"]*"|'[^']*')""")
NAMES = {"Cydwaith", "Cymraeg", "English", "GOV.UK", "JSON", "CSV", "XLSX", "PDF", "SNOMED", "CT", "km"}
WORD = re.compile(r"[A-Za-zÀ-ž]{2,}")


def relative(path: Path) -> str:
    return str(path.relative_to(SRC))


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_nothing_is_inline(path: Path) -> None:
    assert INLINE.findall(COMMENTS.sub("", path.read_text())) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_every_text_can_be_translated(path: Path) -> None:
    text = BLOCKS.sub(" ", COMMENTS.sub("", path.read_text()))
    without_tags = TAGS.sub("", text)
    words = set(WORD.findall(ATTRIBUTES.sub(" ", MARKUP.sub(" ", without_tags)))) - NAMES
    assert words == set(), f"text outside a trans tag: {sorted(words)}"
    assert SPOKEN.findall(without_tags) == [], "an attribute that is read aloud is not translated"
