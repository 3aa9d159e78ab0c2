"""The worker outlasts a database that is away for a while, and says once what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import OperationalError

from cydwaith.cli import work


def failing(*errors: Exception) -> tuple[Callable[[], None], list[Exception]]:
    left = list(errors)

    def run() -> None:
        if left:
            raise left.pop(0)

    return run, left


def test_the_worker_waits_until_the_database_answers_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, left = failing(*[OperationalError("the server closed the connection")] * 3)
    work.wait_out(run, tmp_path, pause=0)
    assert left == []
    assert capsys.readouterr().err.count("The worker waits and tries again.") == 1


def test_a_fault_of_ours_ends_the_worker(tmp_path: Path) -> None:
    run, left = failing(ValueError("ours"), ValueError("never reached"))
    with pytest.raises(ValueError, match="ours"):
        work.wait_out(run, tmp_path, pause=0)
    assert len(left) == 1
