"""The list is kept in versions: drafted, published, restored, never rewritten."""

from typing import Any

import pytest

from cydwaith.commons.audit.models import Event
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import actor
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Invalid, NotFound, Refused
from cydwaith.place.needs import commands, queries
from cydwaith.place.needs.models import NeedList
from cydwaith.place.needs.rules.changes import differences
from cydwaith.place.needs.rules.listing import Wrong, as_content, read
from cydwaith.place.needs.starter import starter

from .conftest import small

pytestmark = pytest.mark.django_db
ANYBODY = actor.anonymous()
CYMRAEG = actor.anonymous("cy")


def drafted(steward: Actor, **words: Any) -> None:
    need = queries.whole_need(steward, "debt")
    need["en"]["phrases"] = [*need["en"]["phrases"], "my zonkle is wobbled"]
    commands.change_need(steward, key="debt", entry=need | words)


def test_a_place_with_no_list_of_its_own_has_the_starter() -> None:
    themes = queries.all_needs(ANYBODY)
    assert sum(len(theme.needs) for theme in themes) == len(starter().entries) == 76
    assert queries.need(CYMRAEG, "debt").label == "Dyled a biliau na allaf eu talu"
    assert queries.versions(ANYBODY)[0].number == 0


def test_a_need_has_its_terms_strong_first_and_its_relations() -> None:
    need = queries.need(ANYBODY, "debt")
    assert need.terms[0].weight == "strong"
    assert {term.language for term in need.terms} == {"en", "cy"}
    assert "benefits" in {card.key for card in need.related}
    with pytest.raises(NotFound):
        queries.need(ANYBODY, "nothing")


def test_a_draft_changes_nothing_until_it_is_published(steward: Actor) -> None:
    drafted(steward)
    assert queries.recognise(ANYBODY, "zonkle") == ()
    assert queries.try_words(steward, "my zonkle is wobbled", drafted=True)[0].need.key == "debt"
    changes = queries.draft(steward)
    assert changes and changes.changes[0].added == ("my zonkle is wobbled",)
    assert commands.publish_draft(steward, note="as people say it") == 1
    assert queries.recognise(ANYBODY, "my zonkle is wobbled")[0].need.key == "debt"
    assert queries.draft(steward) is None
    newest, first = queries.versions(steward)
    assert (newest.number, newest.by, newest.note, newest.in_use) == (
        1,
        "Alex Steward",
        "as people say it",
        True,
    )
    assert not first.in_use


def test_an_earlier_version_can_be_used_again_and_history_stays(steward: Actor) -> None:
    drafted(steward)
    commands.publish_draft(steward, note="one")
    assert commands.restore_version(steward, number=0) == 2
    assert queries.recognise(ANYBODY, "zonkle") == ()
    assert commands.restore_version(steward, number=1) == 3
    assert queries.recognise(ANYBODY, "my zonkle is wobbled")[0].need.key == "debt"
    assert [version.number for version in queries.versions(steward)] == [3, 2, 1, 0]
    assert queries.compare(steward, 2, 1)[0].removed == ("my zonkle is wobbled",)
    with pytest.raises(NotFound):
        commands.restore_version(steward, number=9)
    with pytest.raises(NotFound):
        queries.compare(steward, 9, 1)


def test_two_changes_go_into_one_draft_and_it_can_be_thrown_away(steward: Actor) -> None:
    drafted(steward)
    sleep = queries.whole_need(steward, "sleep")
    commands.change_need(steward, key="sleep", entry=sleep | {"label": {"en": "Sleep", "cy": "Cwsg"}})
    draft = queries.draft(steward)
    assert draft and len({change.need for change in draft.changes}) == 2
    assert NeedList.objects.count() == 1
    commands.discard_draft(steward)
    assert queries.draft(steward) is None
    with pytest.raises(Invalid):
        commands.publish_draft(steward, note="none")


def test_a_list_that_could_not_be_used_is_refused_with_a_sentence(steward: Actor) -> None:
    with pytest.raises(Invalid, match="no need nowhere"):
        drafted(steward, related=["nowhere"])
    with pytest.raises(Invalid, match="no group of words called ghosts"):
        drafted(steward, cy={"telling": ["@ghosts"]})
    with pytest.raises(Invalid, match="label in English"):
        commands.load_list(actor.system("a test"), content={"needs": [{"key": "a", "label": {"en": "A"}}]})
    with pytest.raises(NotFound):
        commands.change_need(steward, key="nothing", entry={})


def test_key_theme_and_urgency_are_not_for_editing(steward: Actor) -> None:
    crisis = queries.whole_need(steward, "suicide-crisis")
    commands.change_need(steward, key="suicide-crisis", entry=crisis | {"is_urgent": False, "key": "x"})
    assert queries.whole_need(steward, "suicide-crisis")["is_urgent"] is True


def test_loading_the_list_in_use_again_makes_no_version() -> None:
    operator = actor.system("a test")
    assert commands.load_list(operator, content=as_content(starter())) == 0
    assert commands.load_list(operator, content=as_content(small())) == 1
    assert commands.load_list(operator, content=as_content(small())) == 1


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.STEWARD])
def test_only_stewards_change_the_list(role: Role, steward: Actor) -> None:
    other = Actor(account_id=steward.account_id, roles=frozenset({role}))
    need = queries.whole_need(other, "debt")
    for attempt in (
        lambda: commands.change_need(other, key="debt", entry=need),
        lambda: commands.publish_draft(other, note=""),
        lambda: commands.restore_version(other, number=0),
        lambda: commands.load_list(other, content=as_content(small())),
        lambda: commands.discard_draft(other),
    ):
        with pytest.raises(Refused):
            attempt()


def test_what_is_done_is_on_the_record_without_its_words(steward: Actor) -> None:
    drafted(steward)
    commands.publish_draft(steward, note="zonkle")
    verbs = list(approved_rows(Event).order_by("id").values_list("verb", flat=True))
    assert verbs[-2:] == ["need_list_drafted", "need_list_published"]


def test_recognising_asks_the_database_once(django_assert_num_queries: Any) -> None:
    queries.recognise(ANYBODY, "my knees are gone")
    with django_assert_num_queries(1):
        queries.recognise(ANYBODY, "my knees are gone")


def test_a_list_written_down_and_read_is_the_same() -> None:
    assert read(as_content(starter())) == starter()
    assert differences(starter(), read(as_content(starter()))) == ()
    assert len(differences(small(), starter())) > 100


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({}, "at least one need"),
        ({"needs": ["a"]}, "has a key"),
        ({"needs": [{"key": "a", "label": {"en": "A", "cy": "A"}, "theme": "money", "en": []}]}, None),
        ({"needs": [{"key": "a", "label": {"en": "A", "cy": "A"}, "theme": "moon"}]}, "theme is one of"),
        ({"needs": [{"key": "a", "label": {"en": "A", "cy": "A"}, "theme": "money"}] * 2}, "two needs"),
        ({"needs": [{"key": "a", "label": {"en": "A", "cy": "A"}, "en": {"phrases": "x"}}]}, "list of words"),
        ({"needs": [{"key": "a", "label": {"en": "A", "cy": "A"}, "en": "x"}]}, "phrases and terms"),
        ({"needs": [{"key": "a", "label": {"en": "A", "cy": "A"}, "taxonomy": [1]}]}, "names its vocabulary"),
        ({"needs": [{"key": "a"}], "groups": 3}, None),
    ],
)
def test_what_is_wrong_with_a_list_is_said(content: dict[str, Any], said: str | None) -> None:
    if said is None and not content.get("groups"):
        assert read(content).entries[0].key == "a"
        return
    with pytest.raises(Wrong, match=said):
        read(content)
