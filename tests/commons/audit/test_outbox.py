"""News of a change is passed on after it, by one job however much there is."""

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from cydwaith.commons.audit import outbox


@pytest.mark.django_db(transaction=True)
def test_much_news_in_one_change_wakes_the_worker_once():
    with transaction.atomic():
        for number in range(5):
            outbox.post("something_changed", {"id": number})
    assert DBTaskResult.objects.count() == 1
    assert outbox.tell_waiting() == 5


@pytest.mark.django_db(transaction=True)
def test_news_of_a_change_that_was_taken_back_wakes_nobody():
    with transaction.atomic():
        try:
            with transaction.atomic():
                outbox.post("something_changed", {})
                raise LookupError
        except LookupError:
            pass
        assert not DBTaskResult.objects.exists()
    assert not DBTaskResult.objects.exists()
