"""The demonstration place, built by the commands that people use."""

import time

import pytest

from cydwaith.demo import build

pytestmark = pytest.mark.django_db


def test_it_builds():
    began = time.perf_counter()
    build.load()
    print("took", time.perf_counter() - began)
    assert build.loaded()
