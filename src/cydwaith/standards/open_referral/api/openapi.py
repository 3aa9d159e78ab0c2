"""The description of each API in the words of OpenAPI 3.1, made from the endpoints and fields themselves."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..writing.fields import VERSION_1, VERSION_3, Entities, Field
from . import newer, older
from .answers import Endpoint
from .parameters import BY_NAME_1, BY_NAME_3, MOST_VALUES, Parameter

Schema = dict[str, Any]
PAGES: dict[str, tuple[str, Mapping[str, str]]] = {
    "3.0": (
        "contents",
        {
            "total_items": "integer",
            "total_pages": "integer",
            "page_number": "integer",
            "size": "integer",
            "first_page": "boolean",
            "last_page": "boolean",
            "empty": "boolean",
        },
    ),
    "1.0": (
        "content",
        {
            "totalElements": "integer",
            "totalPages": "integer",
            "number": "integer",
            "size": "integer",
            "first": "boolean",
            "last": "boolean",
            "empty": "boolean",
        },
    ),
}
VERSIONS: dict[str, tuple[Sequence[Endpoint], Mapping[str, Parameter], Entities]] = {
    "3.0": (newer.ENDPOINTS, BY_NAME_3, VERSION_3),
    "1.0": (older.ENDPOINTS, BY_NAME_1, VERSION_1),
}
URI = {"type": "string", "format": "uri"}
API_DETAILS: Schema = {
    "type": "object",
    "required": ["version", "profile", "openapi_url"],
    "properties": {"version": {"type": "string"}, "profile": URI, "openapi_url": URI},
}
PROBLEM: Schema = {
    "type": "object",
    "required": ["title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "parameter": {"type": "string"},
    },
}
MINIMAL: Schema = {
    "type": "object",
    "required": ["id", "modified_date", "last_modified"],
    "properties": {
        "id": {"type": "string"},
        "modified_date": {"type": "string", "format": "date-time"},
        "last_modified": {"type": "string", "format": "date-time"},
    },
}
PROBLEMS = {"400": "The question cannot be answered.", "404": "It is not here.", "429": "Too many questions."}
SIMPLE: dict[str, Schema] = {
    "": {"type": "string"},
    "number": {"type": "number"},
    "uri": {"type": "string"},
    "web": {"type": "string", "pattern": "^(https?|wss?|ftp)://"},
    "email": {"type": "string"},
    "date-time": {"type": "string", "format": "date-time"},
}


def document(version: str, base: str) -> Schema:
    """The whole description of one version that stands under this address."""
    endpoints, parameters, entities = VERSIONS[version]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Open Referral UK {version}",
            "version": version,
            "description": "Support that is listed here, for anybody to reuse. No key, no sign-in, GET only.",
        },
        "servers": [{"url": base.rstrip("/")}],
        "paths": {f"/{one.path}": _path(one, version, parameters) for one in endpoints},
        "components": {"schemas": _schemas(entities)},
    }


def _path(endpoint: Endpoint, version: str, parameters: Mapping[str, Parameter]) -> Schema:
    operation: Schema = {
        "summary": endpoint.about,
        "operationId": endpoint.path.replace("/{id}", "-one") or "about",
        "responses": _responses(endpoint, version),
    }
    asked = [_parameter(parameters[name]) for name in endpoint.parameters]
    if endpoint.path.endswith("{id}"):
        asked.insert(0, {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}})
    return {"get": operation | ({"parameters": asked} if asked else {})}


def _parameter(parameter: Parameter) -> Schema:
    one = dict(parameter.schema)
    schema = {"type": "array", "items": one, "maxItems": MOST_VALUES} if parameter.many else one
    return {"name": parameter.name, "in": "query", "description": parameter.about, "schema": schema}


def _responses(endpoint: Endpoint, version: str) -> Schema:
    whole = {"application/json": {"schema": _answer(endpoint, version)}}
    if "format" in endpoint.parameters:
        whole["application/x-ndjson"] = {"schema": {"type": "string"}}
    problems = {code: _problem(said) for code, said in PROBLEMS.items()}
    moved = (
        {"308": {"description": "It was merged into another."}} if endpoint.path == "services/{id}" else {}
    )
    return {"200": {"description": endpoint.about, "content": whole}} | moved | problems


def _problem(said: str) -> Schema:
    return {"description": said, "content": {"application/problem+json": {"schema": PROBLEM}}}


def _answer(endpoint: Endpoint, version: str) -> Schema:
    if endpoint.entity == "api":
        return API_DETAILS
    if endpoint.entity == "names":
        return {"type": "array", "items": {"type": "string"}}
    record: Schema = {"$ref": f"#/components/schemas/{endpoint.entity}"}
    if endpoint.entity == "review":
        record = {"type": "object"}
    if "minimal" in endpoint.parameters:
        record = {"anyOf": [record, MINIMAL]}
    return page(version, record) if endpoint.is_list else record


def page(version: str, record: Schema) -> Schema:
    """A page of such records."""
    listed, envelope = PAGES[version]
    properties: Schema = {name: {"type": kind} for name, kind in envelope.items()}
    return {
        "type": "object",
        "required": [*envelope, listed],
        "properties": properties | {listed: {"type": "array", "items": record}},
    }


def _schemas(entities: Entities) -> Schema:
    return {
        name: {
            "type": "object",
            "properties": {field.name: _schema(field) for field in fields.values()},
            "required": [field.name for field in fields.values() if field.name in ("id",)],
        }
        for name, fields in entities.items()
    }


def _schema(field: Field) -> Schema:
    if field.kind == "one of":
        return {"type": "string", "enum": list(field.of)}
    if field.is_nested:
        inner: Schema = {"$ref": f"#/components/schemas/{field.of[0]}"}
        return {"type": "array", "items": inner} if field.kind == "list" else inner
    return SIMPLE[field.kind]
