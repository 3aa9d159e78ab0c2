"""The API does what its own description says, whatever it is asked: questions made up by schemathesis."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from cydwaith.standards.open_referral.api import doors, openapi
from cydwaith.web.throttle import Throttle
from tests.standards.publishing import OFFICIAL, take_in, take_in_records
from tests.standards.test_open_referral_is_valid import AWKWARD, OF_VERSION_1

pytestmark = pytest.mark.django_db

BOUNDED = settings(
    max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None
)


def hold(case: Any) -> None:
    """Whether a postcode is known is no matter of its form; a parameter left empty counts as not given."""
    left_out = [positive_data_acceptance]
    if any(value in ("", {}, []) for value in (case.query or {}).values()):
        left_out.append(negative_data_rejection)
    case.call_and_validate(excluded_checks=left_out)


def described(version: str) -> Any:
    """The API as it describes itself."""
    document = openapi.document(version, f"http://testserver/open-referral/{version}/")
    schema = schemathesis.openapi.from_dict(document)
    schema.app = get_wsgi_application()
    return schema


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """A server closes its connection after each answer; here the test's own transaction would be lost."""
    both = (signals.request_started, signals.request_finished)
    for signal in both:
        signal.disconnect(close_old_connections)
    yield
    for signal in both:
        signal.connect(close_old_connections)


@pytest.fixture(autouse=True)
def _three_feeds(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no limit on how often."""
    monkeypatch.setattr(doors, "THROTTLE", Throttle(burst=10**9, per_second=1))
    take_in(OFFICIAL / "uk-3.0")
    take_in_records(tmp_path, OF_VERSION_1, source="an older feed")
    take_in_records(tmp_path, AWKWARD, source="an awkward feed")


@described("3.0").parametrize()
@BOUNDED
def test_version_3_does_what_it_says(case: Any) -> None:
    hold(case)


@described("1.0").parametrize()
@BOUNDED
def test_version_1_does_what_it_says(case: Any) -> None:
    hold(case)
