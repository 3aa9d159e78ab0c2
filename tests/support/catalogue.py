"""Every sentence of the product, and whether Welsh has it; shared by `scripts/messages` and its test."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SRC = Path(__file__).resolve().parents[2] / "src" / "cydwaith"
WELSH = SRC / "locale" / "cy" / "LC_MESSAGES" / "django.po"
LAZY = {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext", "npgettext")}
KEYWORDS = {**DEFAULT_KEYWORDS, **LAZY, "gettext_noop": None}
MARK = ("Translators:",)
HEADER = "# Cydwaith in Welsh. Licence: MIT, as the rest."
ABOUT = {
    "project": "Cydwaith",
    "version": "0",
    "msgid_bugs_address": "none",
    "last_translator": "none",
    "language_team": "Cymraeg",
    "charset": "utf-8",
}


def sentences() -> Catalog:
    """Every sentence marked for translation in the source, with the files that say it."""
    found = Catalog(project="Cydwaith", charset="utf-8", fuzzy=False)
    for path in [*sorted(SRC.glob("**/*.py")), *sorted(SRC.glob("**/templates/**/*"))]:
        if path.suffix in (".py", ".html", ".txt"):
            where = path.relative_to(SRC).as_posix()
            for _, message, comments, context in extract("python", _python(path), KEYWORDS, MARK):
                found.add(message, locations=[(where, 0)], auto_comments=comments, context=context)
    return found


def _python(path: Path) -> BytesIO:
    """A Python file as it is; a template as the calls that its tags stand for."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    return BytesIO(text.encode())


def welsh() -> Catalog:
    """The Welsh catalogue as it stands."""
    if not WELSH.exists():
        return Catalog(locale="cy", header_comment=HEADER, fuzzy=False, **ABOUT)
    with WELSH.open("rb") as file:
        return read_po(file, locale="cy")


def update() -> int:
    """Write the catalogue with the sentences of today, keeping what is translated; how many wait."""
    catalogue = welsh()
    catalogue.update(sentences(), no_fuzzy_matching=True, update_creation_date=False)
    WELSH.parent.mkdir(parents=True, exist_ok=True)
    with WELSH.open("wb") as file:
        write_po(file, catalogue, width=100, include_lineno=False, ignore_obsolete=True, sort_by_file=True)
    return len(list(missing()))


def missing() -> Iterator[Message]:
    """The sentences that have no Welsh, or only a guess."""
    catalogue = welsh()
    for message in sentences():
        if message.id:
            known = catalogue.get(key(message), message.context)
            if known is None or known.fuzzy or not _is_whole(known):
                yield message


def key(message: Message) -> str:
    """The sentence by which a message is known: the singular where there are two."""
    return str(message.id[0] if isinstance(message.id, list | tuple) else message.id)


def _is_whole(message: Message) -> bool:
    words = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(words)
