"""What a charity that was let in finds on somebody's pages: what it may read, and no button that it may not press."""

from __future__ import annotations

import pytest

from cydwaith.commons.circle.rules import FRONT_DOOR_SCOPES
from cydwaith.kernel.actor import Role
from tests.support.browsing import signed_in
from tests.support.worlds import a_person, a_team, lets_in

BUTTONS = ("/talk/", "/attempt/", "/details/", "/circle/let-in/", "/stop/")


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "offered"), [(Role.CHARITY, False), (Role.COACH, True)])
def test_only_who_walks_with_somebody_is_offered_to_write_and_to_let_others_in(
    role: Role, offered: bool
) -> None:
    mair, team = a_person("Mair Example"), a_team("shed", role=role)
    lets_in(mair, team, FRONT_DOOR_SCOPES)
    browser = signed_in(team.coach)
    person, circle = f"/person/{mair.person_id}/", f"/person/{mair.person_id}/circle/"
    pages = "".join(browser.get(path).content.decode() for path in (person, circle))
    assert "Mair Example" in pages
    assert [button in pages for button in BUTTONS] == [offered] * len(BUTTONS)
