"""A coach with a caseload, made by the commands that people use, and the pages of their day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client
from django.urls import clear_url_caches, path

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people.doors import public
from cydwaith.commons.people.signing_in import DEMONSTRATION_CODE, DEMONSTRATION_SECOND_CODE
from cydwaith.demo import valley as demo
from cydwaith.demo.content import read
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, anonymous
from cydwaith.kernel.ids import new_id
from cydwaith.person.journey import commands as journey
from cydwaith.person.plans import commands as plans
from cydwaith.person.plans.queries import plan as read_plan
from cydwaith.person.plans.rules.vocabulary import GoalKind, Heading, Owner
from cydwaith.person.referrals import commands as referrals
from cydwaith.person.referrals import queries
from cydwaith.site import urls

EVERYTHING = Scope(sum(Scope))
COACH, LONG = "nia", timedelta(days=300)
POSTCODES = ("ZZ1 5DN", "ZZ3 6PB", "ZZ3 3FJ")
Page = Callable[[], HttpResponse]


class Valley:
    """The demonstration's places and services, one coach, and at first two people."""

    def __init__(self) -> None:
        with clock.at(clock.now() - LONG):
            demo.found()
        demo.open_directory(clock.today())
        account = next(one for one in read("accounts")["sign_ins"] if one["key"] == COACH)
        self.coach: Actor = demo.somebody(account)
        self.client = signed_in(account["email"])
        self.people: list[UUID] = []
        self.walk_with(2)

    def grow(self, people: int) -> None:
        """Let the caseload grow to so many."""
        self.walk_with(people)

    def walk_with(self, people: int) -> None:
        """Let so many people come."""
        while len(self.people) < people:
            self.people.append(self._somebody(len(self.people)))

    def _somebody(self, number: int) -> UUID:
        email = f"person{number}@cwmteg.example"
        request = referrals.Request(
            send_key=new_id(),
            referred_by="self",
            name=f"Person {number}",
            email=email,
            matters="To sing again",
            postcode=POSTCODES[number % len(POSTCODES)],
        )
        sent = referrals.ask_for_support(anonymous(), request=request)
        account_id = self.coach.account_id
        assert account_id is not None
        referrals.accept_request(
            self.coach, referral_id=sent.referral_id, programme_key="gwaith-da", coach_account_id=account_id
        )
        person_id = referrals_person(self.coach, sent.referral_id)
        self._fill(person_id)
        return person_id

    def _fill(self, person_id: UUID) -> None:
        circle.let_in(
            self.coach,
            person_id=person_id,
            purpose="to plan together",
            scopes=EVERYTHING,
            how="with the person",
            organisation_id=self.coach.organisation_id,
        )
        journey.log_attempt(self.coach, person_id=person_id, way="phone", outcome="reached")
        journey.write_talk(self.coach, person_id=person_id, way="phone", next_step="Ring the choir")
        for kind in (GoalKind.WORK, GoalKind.HEALTH, GoalKind.PEOPLE):
            words = "Sing on Tuesdays"
            goal = plans.add_goal(self.coach, person_id=person_id, words=words, kind=kind, rating=4)
            plans.add_step(
                self.coach, person_id=person_id, goal_id=goal, words="Ring them", owner=Owner.COACH
            )
        self._agree(person_id)

    def _agree(self, person_id: UUID) -> None:
        plans.save_entry(
            self.coach, person_id=person_id, heading=Heading.MATTERS, words="My choir", version=0
        )
        plans.set_review(self.coach, person_id=person_id, review_on=clock.today() + timedelta(days=30))
        number = read_plan(self.coach, person_id).newest
        plans.write_down_yes(self.coach, person_id=person_id, number=number, said_on=clock.today())

    def pages(self) -> dict[str, Page]:
        """The pages that are measured, by name."""
        first = self.people[0]
        return {
            "caseload": lambda: self._get("/people/"),
            "one person": lambda: self._get(f"/person/{first}/"),
            "plan": lambda: self._get(f"/person/{first}/plan/"),
            "search results": lambda: self._get("/support/?words=back+pain&near=ZZ1"),
        }

    def frame(self) -> HttpResponse:
        """The frame of every page, signed in, with nothing in it."""
        return self._get("/bench-frame/")

    def _get(self, address: str) -> HttpResponse:
        answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer


def referrals_person(actor: Actor, referral_id: UUID) -> UUID:
    """Whose request it was."""
    return queries.one(actor, referral_id).row.person_id


def signed_in(email: str) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.post("/account/sign-in/", {"email": email})
    client.post("/account/sign-in/confirm/", {"code": DEMONSTRATION_CODE})
    client.post("/account/2fa/authenticate/", {"code": DEMONSTRATION_SECOND_CODE})
    return client


@public
def empty(request: HttpRequest) -> HttpResponse:
    """A page with nothing on it."""
    return HttpResponse("<!doctype html><title>Empty</title>")


def framed(request: HttpRequest) -> HttpResponse:
    """The frame of every page, with nothing in it."""
    return render(request, "base.html")


def empty_page() -> Page:
    """The baseline: an empty view, reached as every page is, for somebody who is not signed in.

    From here on the site has two more pages, this one and the frame.
    """
    urls.urlpatterns += [path("bench-empty/", empty), path("bench-frame/", framed)]
    clear_url_caches()
    client = Client(SERVER_NAME="127.0.0.1")
    return lambda: client.get("/bench-empty/")
