"""Who imports."""

import pytest

from cydwaith.kernel.actor import Actor, system


@pytest.fixture
def keeper() -> Actor:
    return system("a test of places")
