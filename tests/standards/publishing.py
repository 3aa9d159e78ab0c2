"""What the tests of publishing stand on: feeds taken in, and answers asked for as a program would."""

import json
from pathlib import Path
from typing import Any

from django.test import Client

from cydwaith.kernel import actor
from cydwaith.place.directory.commands import Report, import_feed
from cydwaith.standards.open_referral import feed, mapping

HERE = Path(__file__).parent
OFFICIAL = HERE / "official"
VALIDATOR = HERE / "validator"
NEWER, OLDER = "/open-referral/3.0/", "/open-referral/1.0/"


def take_in(target: Path | str, source: str = "a feed") -> Report:
    return import_feed(
        actor.system("a test"), source=source, pieces=feed.read(str(target)), read=mapping.read
    )


def take_in_records(
    folder: Path, *records: dict[str, Any], source: str = "a feed", name: str = "services"
) -> Report:
    path = folder / f"{name}.json"
    path.write_text(json.dumps(list(records)), encoding="utf-8")
    return take_in(path, source)


def service(number: int, **other: Any) -> dict[str, Any]:
    return {"id": f"id-{number}", "name": f"Service {number}", "status": "active", **other}


def ask(path: str, expected: int = 200, **parameters: Any) -> Any:
    answer = Client().get(path, parameters)
    assert answer.status_code == expected, answer.content[:500]
    return answer.json()


def ids(page: dict[str, Any]) -> list[str]:
    return [record["id"] for record in page.get("contents", page.get("content"))]
