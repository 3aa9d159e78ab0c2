"""From an address to the endpoint that answers it: for a request, and for our own check."""

from collections.abc import Mapping, Sequence

from cydwaith.kernel.actor import Actor

from .answers import Answer, Asked, Endpoint
from .openapi import VERSIONS, document
from .parameters import Given, read

DESCRIPTION = "openapi.json"


def answer(actor: Actor, version: str, path: str, given: Given, base: str) -> Answer | None:
    """What stands at a path beneath the version; None when nothing does. Raises BadQuestion."""
    endpoints, known, _ = VERSIONS[version]
    if path == DESCRIPTION:
        return Answer(document(version, base))
    for endpoint, identity in _meant(endpoints, path):
        asked = Asked(read(given, endpoint.parameters, known), base)
        found = endpoint.answer(actor, asked, identity)
        if found is not None:
            return found
    return None


def _meant(endpoints: Sequence[Endpoint], path: str) -> list[tuple[Endpoint, str]]:
    """The endpoints that an address may mean; an id may itself hold or end in a slash."""
    by_path: Mapping[str, Endpoint] = {endpoint.path: endpoint for endpoint in endpoints}
    plain = by_path.get(path.rstrip("/"))
    if plain:
        return [(plain, "")]
    name, _, identity = path.partition("/")
    one = by_path.get(f"{name}/{{id}}")
    if one is None or not identity:
        return []
    tries = dict.fromkeys((identity, identity.rstrip("/")))
    return [(one, tried) for tried in tries if tried]
