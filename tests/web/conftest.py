"""The design system's own examples, taken from its package as it was published."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cydwaith.web import assets

EXAMPLES = Path(__file__).resolve().parents[2] / "build" / "govuk-fixtures"

Examples = Callable[[str], dict[str, dict[str, Any]]]


@pytest.fixture(scope="session")
def examples() -> Examples:
    """Every example of a component, by name."""
    if not assets.fetch(fixtures=EXAMPLES):
        message = "the design system's package could not be fetched"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)

    def of(component: str) -> dict[str, dict[str, Any]]:
        found = json.loads((EXAMPLES / f"{component}.json").read_text())["fixtures"]
        return {example["name"]: example for example in found}

    return of
