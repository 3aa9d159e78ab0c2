"""News of a change is passed on after it, by one job however much there is."""

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from cydwaith.commons.audit import listeners, outbox
from cydwaith.commons.audit.models import OutboxEvent


@pytest.mark.django_db(transaction=True)
def test_much_news_in_one_change_wakes_the_worker_once():
    with transaction.atomic():
        for number in range(5):
            outbox.post("something_changed", {"id": number})
    assert DBTaskResult.objects.count() == 1
    assert listeners.tell_waiting() == 5


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


@pytest.mark.django_db
def test_news_that_cannot_be_taken_holds_up_nothing_and_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def trip(news: object) -> None:
        raise RuntimeError("the listener fell over")

    monkeypatch.setitem(listeners._listeners, "bad_news", [trip])
    monkeypatch.setitem(listeners._listeners, "good_news", [lambda news: heard.append("good")])
    outbox.post("bad_news", {})
    outbox.post("good_news", {})
    assert listeners.tell_waiting() == 1
    assert heard == ["good"]
    assert list(OutboxEvent.objects.filter(handled_at=None).values_list("verb", flat=True)) == ["bad_news"]
