"""Jobs that come round again: each is queued when it is due, once, whatever the clock did."""

from datetime import timedelta

import pytest
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

from cydwaith.kernel import clock
from cydwaith.site import periodic

pytestmark = pytest.mark.django_db


def test_every_periodic_job_is_a_task_that_can_be_found() -> None:
    assert all(callable(import_string(job.task).enqueue) for job in periodic.PERIODIC)


def test_a_first_round_queues_every_job_and_a_second_none() -> None:
    assert periodic.enqueue_due() == len(periodic.PERIODIC)
    assert periodic.enqueue_due() == 0


def test_a_job_is_due_again_when_its_time_has_passed() -> None:
    periodic.enqueue_due()
    quick = [job for job in periodic.PERIODIC if job.every <= timedelta(hours=1)]
    with clock.at(clock.now() + timedelta(hours=1, seconds=1)):
        assert periodic.enqueue_due() == len(quick)


def test_what_was_queued_while_the_clock_ran_ahead_holds_nothing_up() -> None:
    periodic.enqueue_due()
    DBTaskResult.objects.update(enqueued_at=clock.now() + timedelta(days=1000))
    assert periodic.enqueue_due() == len(periodic.PERIODIC)
