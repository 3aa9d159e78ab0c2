"""The flow of referrals by service, and what searches did not find: counted, and nobody in it."""

from datetime import date
from uuid import uuid4

import pytest

from cydwaith.commons.audit.models import Event
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel.actor import anonymous, system
from cydwaith.kernel.errors import Refused
from cydwaith.place.directory import listening, queries
from cydwaith.place.directory.commands import count_gap
from cydwaith.place.directory.models import CountedNews, SearchDocument, Service
from cydwaith.place.directory.queries import Flow

from .conftest import TakeIn, entry

pytestmark = pytest.mark.django_db
SOMEBODY = anonymous()


def tell(service: object, referral: object, **said: str) -> dict[str, str]:
    return {"service_id": str(service), "referral_id": str(referral), **said}


def test_a_referral_is_counted_from_asking_to_the_persons_word() -> None:
    service, referral = uuid4(), uuid4()
    listening.asked(tell(service, referral))
    listening.answered(tell(service, referral, status="accepted"))
    listening.answered(tell(service, referral, status="in-progress"))
    listening.confirmed(tell(service, referral, happened="partly", helped="yes"))
    assert queries.flow(SOMEBODY, [service]) == {service: Flow(1, 1, 1, 1)}


def test_what_did_not_happen_or_did_not_help_is_counted_as_that() -> None:
    service = uuid4()
    listening.confirmed(tell(service, uuid4(), happened="no", helped="no"))
    listening.confirmed(tell(service, uuid4(), happened="yes", helped="no"))
    assert queries.flow(SOMEBODY, [service]) == {service: Flow(0, 0, 1, 0)}


def test_news_that_is_told_twice_counts_once() -> None:
    service, referral = uuid4(), uuid4()
    for _ in range(2):
        listening.asked(tell(service, referral))
    assert queries.flow(SOMEBODY, [service])[service].asked == 1
    assert str(referral) not in CountedNews.objects.get().digest


def test_support_of_the_team_itself_counts_for_no_service() -> None:
    listening.asked(tell("", uuid4()))
    assert not CountedNews.objects.exists()


def test_what_went_to_a_merged_entry_counts_for_the_one_that_stands(take_in: TakeIn) -> None:
    take_in(entry("Choir"), entry("The choir"))
    stands, merged = Service.objects.order_by("name")
    Service.objects.filter(id=merged.id).update(merged_into=stands)
    listening.asked(tell(merged.id, uuid4()))
    assert queries.flow(SOMEBODY, [stands.id])[stands.id].asked == 1


def test_a_gap_is_a_need_a_place_a_month_and_a_number() -> None:
    for _ in range(3):
        count_gap(system("a test"), need_key="debt", place_code="W01000001")
    count_gap(system("a test"), need_key="debt", place_code="W01000002")
    found = queries.gaps(SOMEBODY, ["W01000001"])
    assert [(gap.need_key, gap.month, gap.count) for gap in found] == [("debt", date(2026, 6, 1), 3)]
    assert queries.gaps(SOMEBODY, months=[date(2026, 5, 20)]) == ()
    event = approved_rows(Event).filter(verb="directory_gap_counted").first()
    assert event is not None and event.account_id is None and event.person_id is None


def test_nobody_counts_but_the_software() -> None:
    with pytest.raises(Refused):
        count_gap(SOMEBODY, need_key="debt", place_code="W01000001")


def test_what_an_older_version_indexed_is_prepared_after_migrating(take_in: TakeIn) -> None:
    from django.core.management import call_command

    take_in(entry("Choir"))
    SearchDocument.objects.update(said="", points="")
    call_command("migrate", verbosity=0)
    assert " choir " in SearchDocument.objects.get().said
