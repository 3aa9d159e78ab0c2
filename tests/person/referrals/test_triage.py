"""The team's answer: yes, no or somewhere better, seen by whoever asked and by the person."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.commands import withdraw
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.messages.models import Message
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Invalid, Refused
from cydwaith.person.referrals import commands, queries
from cydwaith.person.referrals.models import Referral
from cydwaith.person.referrals.rules import Closing, Reason, Status
from cydwaith.place.programmes.commands import load_programmes, say_last_day
from tests.person.referrals.conftest import THURSDAY, World, accepts, asks
from tests.place.programmes.test_rules import RAW
from tests.support.browsing import signed_in
from tests.support.worlds import OPERATOR, a_person, a_team, somebody_at


def referral(sent: commands.Sent) -> Referral:
    found: Referral = Referral.objects.as_seen_by(OPERATOR).get(id=sent.referral_id)
    return found


def asked_by_gp(world: World) -> commands.Sent:
    return asks(world.gp, referred_by="professional", they_agree=True, requester_name="Dr Gwen")


def test_the_longest_due_comes_first_and_lateness_is_said_in_words(world: World) -> None:
    asks(known_as="Early")
    with clock.at(THURSDAY + timedelta(days=1)):
        asks(known_as="Later")
    with clock.at(THURSDAY + timedelta(days=5)):
        client = signed_in(world.coach)
        text = BeautifulSoup(client.get("/triage/").content, "html.parser").get_text(" ", strip=True)
        late = [(row.called, row.days_late) for row in queries.waiting(world.coach)]
    assert late == [("Early", 1), ("Later", 0)]
    assert "1 day late" in text


def test_the_list_costs_the_same_for_many(world: World) -> None:
    asks()
    with CaptureQueriesContext(connection) as few:
        queries.waiting(world.coach)
    for _ in range(5):
        asks()
    with CaptureQueriesContext(connection) as many:
        assert len(queries.waiting(world.coach)) == 6
    assert len(few) == len(many)


def test_yes_gives_a_coach_a_programme_and_dates(world: World) -> None:
    sent = asks()
    accepts(world, sent)
    page = queries.one(world.coach, sent.referral_id)
    assert (page.row.status, page.programme, page.coach) == (Status.ACCEPTED, "First Steps", "Alex coach")
    assert page.first_attempt_by == date(2026, 11, 23)
    assert page.first_conversation_by == date(2026, 12, 3)
    assert list(queries.my_people(world.coach)) == [page.row.person_id]


def test_the_coach_who_was_chosen_sees_what_they_write_together(world: World) -> None:
    sent = asks()
    person_id = referral(sent).person_id
    assert not circle.may(world.coach, person_id, Scope.PLAN)
    accepts(world, sent)
    assert circle.may(world.coach, person_id, Scope.PLAN)
    assert not circle.may(world.manager, person_id, Scope.PLAN)


def test_a_manager_says_yes_for_a_coach(world: World) -> None:
    sent = asks()
    client = signed_in(world.manager)
    path = f"/referrals/{sent.referral_id}/accept/"
    given = {"programme": "first-steps", "coach": str(world.coach.account_id), "words": "Welcome."}
    assert client.post(path, given)["Location"] == f"/referrals/{sent.referral_id}/"
    assert referral(sent).status == Status.ACCEPTED
    assert circle.may(world.coach, referral(sent).person_id, Scope.PLAN)


def test_a_programme_that_ends_says_its_last_day_where_it_is_offered_and_chosen(world: World) -> None:
    sent = asks()
    say_last_day(OPERATOR, key="first-steps", last=date(2026, 12, 31), why="Funding")
    offered = signed_in(world.coach).get("/start/").content.decode()
    assert "The last day to start is 31 December 2026." in offered
    chosen = signed_in(world.coach).get(f"/referrals/{sent.referral_id}/accept/").content.decode()
    assert "First Steps (the last day to start is 31 December 2026)" in chosen


def test_a_programme_run_by_another_organisation_lets_that_one_in_and_the_first_out(world: World) -> None:
    friends = a_team("friends", front_door=False, role=Role.LINK_WORKER)
    load_programmes(OPERATOR, definitions=[{**RAW, "key": "company", "organisation": "friends"}])
    sent = asks()
    person_id = referral(sent).person_id
    assert friends.coach.account_id
    commands.accept_request(
        world.coach,
        referral_id=sent.referral_id,
        programme_key="company",
        coach_account_id=friends.coach.account_id,
    )
    assert list(queries.my_people(friends.coach)) == [person_id]
    assert circle.may(friends.coach, person_id, Scope.PLAN)
    assert circle.may(world.coach, person_id, Scope.CONTACT)
    with clock.at(clock.now() + timedelta(days=40)):
        assert not circle.may(world.coach, person_id, Scope.CONTACT)
        assert circle.may(friends.coach, person_id, Scope.CONTACT)


def test_a_coach_of_another_organisation_cannot_be_chosen(world: World) -> None:
    other = a_team("other", front_door=False)
    with pytest.raises(Invalid):
        accepts(world, asks(), coach=other.coach)


def test_no_is_said_with_a_reason_that_whoever_asked_can_read(world: World) -> None:
    sent = asked_by_gp(world)
    with pytest.raises(Invalid):
        commands.decline_request(world.coach, referral_id=sent.referral_id, reason="")
    commands.decline_request(
        world.coach, referral_id=sent.referral_id, reason=Reason.WRONG_AREA, words="The team in Newtown can."
    )
    page = queries.my_request(world.gp, sent.referral_id)
    assert page.row.status is Status.REJECTED
    assert [line.words for line in page.lines if line.reason] == ["The team in Newtown can."]
    text = signed_in(world.gp).get(f"/my-referrals/{sent.referral_id}/").content.decode()
    assert "Outside the area we cover" in text


def test_somewhere_better_is_seen_by_the_person_and_whoever_asked(world: World) -> None:
    sent = asked_by_gp(world)
    client = signed_in(world.coach)
    path = f"/referrals/{sent.referral_id}/elsewhere/"
    assert client.post(path, {"to_name": "", "reason": Reason.NOT_SUITABLE}).status_code == 200
    client.post(path, {"to_name": "Teg Sight", "reason": Reason.NOT_SUITABLE})
    assert queries.my_request(world.gp, sent.referral_id).row.redirected_to == "Teg Sight"


def test_whoever_asked_sees_no_name_no_coach_and_nobody_elses_words(world: World) -> None:
    sent = asked_by_gp(world)
    accepts(world, sent)
    commands.answer(
        world.coach, referral_id=sent.referral_id, to=Status.IN_PROGRESS, words="Mair spoke of her brother."
    )
    text = signed_in(world.gp).get(f"/my-referrals/{sent.referral_id}/").content.decode()
    assert "Started" in text
    for hidden in ("Mair", "brother", "Alex coach", "mair@home.example"):
        assert hidden not in text
    assert "garden" in text


def test_nobody_else_sees_what_somebody_asked(world: World) -> None:
    sent = asked_by_gp(world)
    nurse = somebody_at(world.gp.organisation_id, Role.CLINICIAN, "nurse@surgery.example")  # type: ignore[arg-type]
    assert queries.my_requests(nurse) == []
    assert signed_in(nurse).get(f"/my-referrals/{sent.referral_id}/").status_code == 404


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.CHARITY, Role.EMPLOYER, Role.STEWARD])
def test_only_the_team_triages(world: World, role: Role) -> None:
    sent = asks()
    other = somebody_at(world.team.organisation_id, role, f"{role}@x.example")
    with pytest.raises(Refused):
        commands.decline_request(other, referral_id=sent.referral_id, reason=Reason.FULL)
    assert signed_in(other).get("/triage/").status_code == 404


def test_a_coach_of_another_team_cannot_answer(world: World) -> None:
    other = a_team("other", front_door=False)
    with pytest.raises(Refused):
        commands.decline_request(other.coach, referral_id=asks().referral_id, reason=Reason.FULL)


def test_a_person_cannot_answer_their_own_request(world: World) -> None:
    mair = a_person(email="m@x.example")
    with pytest.raises(Refused):
        commands.decline_request(mair, referral_id=asks(mair).referral_id, reason=Reason.FULL)


def test_a_new_coach_sees_and_the_old_one_no_longer_does(world: World) -> None:
    sent = asks()
    accepts(world, sent)
    second = somebody_at(world.team.organisation_id, Role.COACH, "second@team.example")
    client = signed_in(world.coach)
    client.post(f"/referrals/{sent.referral_id}/coach/", {"coach": str(second.account_id)})
    person_id = referral(sent).person_id
    assert circle.may(second, person_id, Scope.PLAN)
    assert not circle.may(world.coach, person_id, Scope.PLAN)
    assert (list(queries.my_people(second)), list(queries.my_people(world.coach))) == ([person_id], [])


def test_after_no_the_team_sees_it_for_four_weeks(world: World) -> None:
    sent = asks()
    commands.decline_request(world.coach, referral_id=sent.referral_id, reason=Reason.FULL)
    person_id = referral(sent).person_id
    assert circle.may(world.coach, person_id, Scope.CONTACT)
    with clock.at(clock.now() + timedelta(days=30)):
        assert not circle.may(world.coach, person_id, Scope.CONTACT)


def closes(actor: Actor, sent: commands.Sent, **changes: object) -> None:
    given = {"closing": Closing.IN_WORK, "team_until": clock.today() + timedelta(days=7)}
    commands.close_support(actor, referral_id=sent.referral_id, **given | changes)  # type: ignore[arg-type]


def test_support_ends_with_a_message_that_the_person_agreed_to(world: World) -> None:
    sent = asked_by_gp(world)
    accepts(world, sent)
    with pytest.raises(Invalid):
        closes(world.coach, sent, message_back="Back at the mill, three days a week.")
    closes(world.coach, sent, message_back="Back at the mill.", they_agree_to_message=True)
    page = queries.my_request(world.gp, sent.referral_id)
    assert page.row.status is Status.COMPLETED
    assert "Back at the mill." in [line.words for line in page.lines]
    assert list(queries.my_people(world.coach)) == []


def test_the_team_sees_the_record_until_the_day_that_was_said(world: World) -> None:
    sent = asks()
    accepts(world, sent)
    closes(world.coach, sent)
    person_id = referral(sent).person_id
    assert circle.may(world.coach, person_id, Scope.PLAN)
    with clock.at(clock.now() + timedelta(days=9)):
        assert not circle.may(world.coach, person_id, Scope.PLAN)
        assert not circle.may(world.coach, person_id, Scope.CONTACT)


def test_ending_support_does_not_open_what_the_person_has_closed(world: World) -> None:
    mair = a_person(email="mair@home.example")
    sent = asks(mair)
    accepts(world, sent)
    for row in circle.circle_of(mair, referral(sent).person_id):
        if Scope.PLAN in row.scopes:
            withdraw(mair, permission_id=row.id)
    closes(world.coach, sent)
    assert not circle.may(world.coach, referral(sent).person_id, Scope.PLAN)


def test_the_message_back_is_looked_at_before_it_goes(world: World) -> None:
    sent = asked_by_gp(world)
    accepts(world, sent)
    client = signed_in(world.coach)
    path, day = f"/referrals/{sent.referral_id}/close/", clock.today() + timedelta(days=3)
    given = {
        "closing": Closing.IN_WORK,
        "message_back": "Back at the mill.",
        "they_agree_to_message": "on",
        "team_until_day": day.day,
        "team_until_month": day.month,
        "team_until_year": day.year,
    }
    page = BeautifulSoup(client.post(path, {**given, "preview": "1"}).content, "html.parser")
    assert referral(sent).status == Status.ACCEPTED
    hidden = {str(tag["name"]): tag.get("value", "") for tag in page.select("main form input[name]")}
    client.post(path, hidden)
    assert referral(sent).status == Status.COMPLETED


def test_the_person_is_asked_how_it_went_by_link(world: World) -> None:
    sent = asks()
    accepts(world, sent)
    closes(world.coach, sent)
    kinds = Message.objects.as_seen_by(OPERATOR).values_list("kind", flat=True)
    assert "your-word" in list(kinds)
