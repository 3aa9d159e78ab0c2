"""Late answers are said aloud, once each; facts for a caseload; the two faces of the policy."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from cydwaith.commons.circle.models import Person
from cydwaith.commons.circle.sections import sections
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.commons.messages.models import Message
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, anonymous, by_link
from cydwaith.kernel.errors import Refused
from cydwaith.person.referrals import commands, queries
from cydwaith.person.referrals.jobs import escalate_overdue
from cydwaith.person.referrals.models import (
    Assignment,
    OwnReferral,
    OwnReferralEvent,
    Referral,
    ReferralEvent,
)
from cydwaith.person.referrals.queries import overdue_ids
from cydwaith.person.referrals.rules import Status
from tests.person.referrals.conftest import World, asks
from tests.person.referrals.test_loop import Asking
from tests.support.worlds import OPERATOR, a_person


def told() -> list[str]:
    rows = Message.objects.as_seen_by(OPERATOR).filter(kind="request-overdue").order_by("created")
    return list(rows.values_list("to_email", flat=True))


def watch() -> None:
    for referral_id in overdue_ids(OPERATOR, clock.today()):
        commands.escalate(OPERATOR, referral_id=referral_id)


def after(days: int) -> object:
    return clock.at(clock.now() + timedelta(days=days))


def test_a_request_in_time_worries_nobody(world: World) -> None:
    asks()
    watch()
    assert told() == []


def test_a_request_that_no_coach_holds_is_told_to_the_manager_once(world: World) -> None:
    asks()
    with after(6):  # type: ignore[attr-defined]
        watch()
        watch()
    assert told() == ["manager@team.example"]


def test_a_late_service_is_told_to_the_coach_and_then_to_the_manager(world: World) -> None:
    asking = Asking(world)
    asking.send()
    with after(8):  # type: ignore[attr-defined]
        watch()
        watch()
        assert told() == ["coach@team.example"]
    with after(12):  # type: ignore[attr-defined]
        watch()
        watch()
    assert told() == ["coach@team.example", "manager@team.example"]
    lines = [line.what for line in queries.timeline(asking.mair, asking.person_id)]
    assert "The answer was late, and the coach was told" in lines


def test_the_job_bears_repeating(world: World) -> None:
    asks()
    with after(6):  # type: ignore[attr-defined]
        assert escalate_overdue.call() == 1
        assert escalate_overdue.call() == 0


def test_only_the_software_escalates(world: World) -> None:
    with pytest.raises(Refused):
        commands.escalate(world.manager, referral_id=asks().referral_id)


def facts(actor: Actor, person_id: UUID) -> list[str] | None:
    """What a list of people says of one person's referrals: late, waiting for their word, first contact by."""
    rows = queries.with_referrals(actor, approved_rows(Person).filter(id=person_id))
    found: str | None = rows.values_list("open_referrals", flat=True).get()
    return found and found.split(" ")  # type: ignore[return-value]


def test_facts_say_what_a_caseload_asks(world: World) -> None:
    asking = Asking(world)
    asking.send()
    late, to_say, first = facts(world.coach, asking.person_id) or []
    assert (late, to_say) == ("0", "0")
    assert date.fromisoformat(first) >= clock.today()
    with after(8):  # type: ignore[attr-defined]
        late, to_say, first = facts(world.coach, asking.person_id) or []
    assert (late, to_say) == ("1", "0")
    assert date.fromisoformat(first) > clock.today()
    assert list(queries.my_people(world.coach)) == [asking.person_id]


def test_a_finished_referral_waits_for_the_persons_word(world: World) -> None:
    asking = Asking(world)
    asking.send()
    asking.answers(Status.ACCEPTED)
    asking.answers(Status.COMPLETED)
    assert (facts(world.coach, asking.person_id) or [])[:2] == ["0", "1"]


def test_a_stranger_gets_no_facts(world: World) -> None:
    asking = Asking(world)
    asking.send()
    with after(8):  # type: ignore[attr-defined]
        assert facts(world.gp, asking.person_id) is None


def test_the_record_has_a_part_for_referrals(world: World) -> None:
    asking = Asking(world)
    (part,) = [section for section in sections() if section.key == "referrals"]
    assert any("To mend things." in entry.value for entry in part.read(asking.mair, asking.person_id))
    assert part.read(world.gp, asking.person_id) == []


def actors(world: World, asking: Asking) -> list[Actor]:
    return [
        asking.mair,
        world.coach,
        world.manager,
        world.gp,
        a_person("Dai"),
        anonymous(),
        OPERATOR,
        by_link("answer", asking.id),
        by_link("answer", asking.support.referral_id),
        by_link("closing", asking.id),
        by_link("referrer", asking.id),
        by_link("answer", asking.person_id),
    ]


MODELS = (Referral, ReferralEvent, Assignment, OwnReferral, OwnReferralEvent)


@pytest.mark.parametrize("sent", [False, True])
@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_the_list_and_the_single_row_agree_for_everybody(
    world: World, model: type[Referral], sent: bool
) -> None:
    asking = Asking(world)
    asks(world.gp, referred_by="professional", they_agree=True)
    if sent:
        asking.send()
    policy = policy_for(model)
    rows = list(approved_rows(model))
    assert rows
    for actor in actors(world, asking):
        listed = {row.id for row in model.objects.as_seen_by(actor)}
        assert listed == {row.id for row in rows if policy.check(actor, row)}, actor
