"""Somebody takes the whole list of support from a page for everybody."""

from __future__ import annotations

from zipfile import ZipFile

import pytest

from tests.stories.conftest import Arrive

pytestmark = pytest.mark.story


@pytest.mark.parametrize(("path", "said"), [("/open-data/", "Open data"), ("/cy/open-data/", "Data agored")])
def test_the_whole_list_is_taken_from_a_page_for_everybody(arrive: Arrive, path: str, said: str) -> None:
    somebody = arrive(phone=True)
    somebody.visit(path).sees(said)
    with somebody.page.expect_download() as begun:
        somebody.page.get_by_role("link", name="CSV").click()
    with ZipFile(begun.value.path()) as archive:
        assert {"services.csv", "organizations.csv", "datapackage.json"} <= set(archive.namelist())
