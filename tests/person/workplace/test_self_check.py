"""A healthy employer: own answers, beside own earlier ones, for nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, anonymous
from cydwaith.kernel.errors import Invalid, NotFound, Refused
from cydwaith.person.workplace import commands, queries
from cydwaith.person.workplace.healthy import statements
from cydwaith.person.workplace.models import SelfCheck
from cydwaith.person.workplace.rules.checking import Far, Said
from tests.support.browsing import Browser
from tests.support.worlds import a_team, somebody_at

from .conftest import Team, in_days

pytestmark = pytest.mark.django_db
KEYS = [one.key for one in statements("en")]


def answers(far: Far, **said: Said) -> dict[str, Said]:
    return {key: Said(far) for key in KEYS} | {key.replace("_", "-"): one for key, one in said.items()}


def test_the_statements_are_there_in_both_languages() -> None:
    english, welsh = statements("en"), statements("cy")
    assert [one.key for one in english] == [one.key for one in welsh] and len(english) >= 12
    assert len({one.part for one in english}) == 5
    assert all(one.words != other.words for one, other in zip(english, welsh, strict=True))


def test_now_stands_beside_before_and_what_is_done_is_said_once(manager: Actor) -> None:
    commands.keep_check(manager, answers=answers(Far.NOT_YET))
    with clock.at(clock.now() + timedelta(days=100)):
        kept = commands.keep_check(
            manager, answers=answers(Far.SOME, breaks=Said(Far.YES, "A proper table", in_days(130)))
        )
    page = queries.our_check(manager)
    assert {(row.now, row.before) for row in page.rows} == {("Some", "Not yet"), ("Yes", "Not yet")}
    assert [row.will for row in page.actions] == ["A proper table"]
    commands.check_done(manager, check_id=kept, key="breaks")
    assert queries.our_check(manager).actions[0].done_on == clock.today()
    with pytest.raises(NotFound):
        commands.check_done(manager, check_id=kept, key="early")


def test_half_a_check_is_not_kept(manager: Actor) -> None:
    with pytest.raises(Invalid):
        commands.keep_check(manager, answers={"breaks": Said(Far.YES)})


def test_nobody_else_reads_or_writes_it(manager: Actor, colleague: Actor, bakery: Team, mair: Actor) -> None:
    kept = commands.keep_check(manager, answers=answers(Far.YES))
    rival = a_team("hotel", front_door=False, role=Role.EMPLOYER).coach
    doctor = somebody_at(bakery.organisation_id, Role.CLINICIAN, "doctor@bakery.example")
    rule = policy_for(SelfCheck)
    row = approved_rows(SelfCheck).get(id=kept)
    for actor in (manager, colleague):
        assert queries.our_check(actor).id == kept and rule.check(actor, row)
    for actor in (rival, doctor, mair, anonymous()):
        assert not SelfCheck.objects.as_seen_by(actor).exists() and not rule.check(actor, row)
    for actor in (doctor, mair, anonymous()):
        with pytest.raises(Refused):
            commands.keep_check(actor, answers=answers(Far.YES))


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_pages_take_the_answers(manager: Actor, browser: Browser, prefix: str) -> None:
    client = browser(manager)
    path = prefix + reverse("workplace:check_answer")
    assert client.post(path, {}).status_code == 200
    told = {f"{key}-far": "some" for key in KEYS} | {"early-will": "Ask each Monday"}
    assert client.post(path, told).status_code == 302
    shown = prefix + reverse("workplace:check")
    assert "Ask each Monday" in client.get(shown).content.decode()
    done = prefix + reverse("workplace:check_done", args=[queries.our_check(manager).id])
    assert client.post(done, {"key": "early"}).status_code == 302
    assert queries.our_check(manager).actions[0].done_on
