"""A need list as an Open Referral taxonomy, and back without loss (HSDS 3.0, UK profile 3.0).

Every need is a taxonomy term under its theme; the label in English is its name, the phrases are its
description. Phrases, words and the Welsh stand as attributes of the term: a strict reader of the standard
passes over link types that it does not know. An id is made from the key, so it is the same everywhere.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cydwaith.place.needs.rules.listing import (
    LANGUAGES,
    NO_JSON,
    NO_RECORDS,
    PARTS,
    Listing,
    Wrong,
    as_content,
    read,
)

TAXONOMY_URI = "https://cydwaith.example/needs"
SAID = "cydwaith"
LIST_ID = str(uuid5(NAMESPACE_URL, TAXONOMY_URI))
NAME = "Cydwaith need list"
ABOUT = "What people need, in their own words, for finding support. English and Welsh."
Record = dict[str, Any]


def to_records(listing: Listing, version: int) -> Record:
    """One JSON object: ``taxonomies``, ``taxonomy_terms`` and ``attributes``, each a list of records."""
    content = as_content(listing)
    themes = dict.fromkeys(need["theme"] for need in content["needs"])
    attributes = [_attribute(LIST_ID, "taxonomy", f"group:{n}", w) for n, w in content["groups"].items()]
    for need in content["needs"]:
        attributes += _attributes(need)
    return {
        "taxonomies": [
            {"id": LIST_ID, "name": NAME, "description": ABOUT, "uri": TAXONOMY_URI, "version": str(version)}
        ],
        "taxonomy_terms": [*map(_theme, themes), *map(_term, content["needs"])],
        "attributes": attributes,
    }


def _theme(theme: str) -> Record:
    return _base(theme, theme.capitalize(), f"Needs of the theme {theme}.")


def _term(need: Mapping[str, Any]) -> Record:
    said = "; ".join(need["en"]["phrases"]) or need["label"]["en"]
    return _base(need["key"], need["label"]["en"], said) | {"parent_id": _id(need["theme"])}


def _base(code: str, name: str, description: str) -> Record:
    return {
        "id": _id(code),
        "code": code,
        "name": name,
        "description": description,
        "taxonomy": NAME,
        "taxonomy_id": LIST_ID,
        "language": "en",
        "term_uri": f"{TAXONOMY_URI}/{code}",
    }


def _id(code: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"{TAXONOMY_URI}/{code}"))


def _attributes(need: Mapping[str, Any]) -> Iterable[Record]:
    term = _id(need["key"])
    for kind in ("label", "is_urgent", "related", "taxonomy"):
        yield _attribute(term, "taxonomy_term", kind, need[kind])
    for language in LANGUAGES:
        for part in PARTS:
            yield _attribute(term, "taxonomy_term", f"{language}:{part}", need[language][part])


def _attribute(link: str, entity: str, kind: str, value: Any) -> Record:
    return {
        "id": str(uuid5(NAMESPACE_URL, f"{link} {kind}")),
        "link_id": link,
        "link_entity": entity,
        "link_type": f"{SAID}:{kind}",
        "value": json.dumps(value, ensure_ascii=False),
    }


def from_records(records: Any) -> Listing:
    """The list of such an object. Raises ``listing.Wrong`` with a sentence that says what to put right."""
    terms = _list(records, "taxonomy_terms")
    told: dict[str, dict[str, Any]] = {}
    for attribute in _list(records, "attributes"):
        kind = str(attribute.get("link_type") or "")
        if kind.startswith(f"{SAID}:"):
            told.setdefault(str(attribute.get("link_id")), {})[kind.removeprefix(f"{SAID}:")] = _value(
                attribute
            )
    by_id = {term.get("id"): term for term in terms}
    needs = [_need(term, by_id, told.get(str(term.get("id")), {})) for term in terms if term.get("parent_id")]
    in_list = {kind: value for about in told.values() for kind, value in about.items()}
    groups = {k.removeprefix("group:"): value for k, value in in_list.items() if k.startswith("group:")}
    return read({"needs": needs, "groups": groups})


def _list(records: Any, name: str) -> list[Mapping[str, Any]]:
    rows = records.get(name, []) if isinstance(records, Mapping) else None
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise Wrong(NO_RECORDS, name=name)
    return rows


def _value(attribute: Mapping[str, Any]) -> Any:
    try:
        return json.loads(str(attribute.get("value")))
    except ValueError:
        raise Wrong(NO_JSON, attribute=attribute.get("id")) from None


def _need(term: Mapping[str, Any], by_id: Mapping[Any, Mapping[str, Any]], told: Mapping[str, Any]) -> Record:
    """A term with what was told of it; a term of another system has its name and its phrases at least."""
    name = str(term.get("name") or "")
    parent = by_id.get(term.get("parent_id"), {})
    words = {language: {part: told.get(f"{language}:{part}", []) for part in PARTS} for language in LANGUAGES}
    return {
        "key": term.get("code") or term.get("id"),
        "theme": parent.get("code") or parent.get("name"),
        "label": told.get("label") or {"en": name, "cy": name},
        "is_urgent": told.get("is_urgent", False),
        "related": told.get("related", []),
        "taxonomy": told.get("taxonomy", []),
        **words,
    }
