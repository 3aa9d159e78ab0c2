"""Each rule of posting, by example."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid5

import pytest

from cydwaith.methods.ledger import (
    Account,
    AccountKind,
    Books,
    LedgerError,
    Standing,
    Transfer,
    balances_on,
    posting,
    verify,
)
from cydwaith.methods.ledger.entry import START, digest, entry

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


@pytest.fixture
def books():
    found = Books(
        [
            Account("issue", AccountKind.ISSUE, None),
            Account("Mair", AccountKind.MEMBER),
            Account("Ceri", AccountKind.MEMBER, -120),
            Account("used", AccountKind.RETIRED),
        ]
    )
    found.post(Transfer("earned", "issue", "Mair", 120, "gardening"), NOW)
    return found


def refused(code, field, act):
    with pytest.raises(LedgerError) as found:
        act()
    assert (found.value.code, found.value.field) == (code, field)
    assert "{" not in found.value.note.words.en + found.value.note.words.cy
    return found.value


def test_an_hour_earned_is_an_hour_to_give(books):
    books.post(Transfer("gift", "Mair", "Ceri", 60, "thanks"), NOW)
    assert (books.balance("Mair"), books.balance("Ceri"), books.balance("issue")) == (60, 60, -120)


def test_the_same_key_again_is_the_same_posting_and_with_another_body_is_refused(books):
    first = books.post(Transfer("gift", "Mair", "Ceri", 60, "thanks"), NOW)
    assert books.post(Transfer("gift", "Mair", "Ceri", 60, "thanks"), NOW + timedelta(days=1)) == first
    assert books.balance("Ceri") == 60
    refused("key_used", "key", lambda: books.post(Transfer("gift", "Mair", "Ceri", 61, "thanks"), NOW))


def test_an_id_is_derived_from_its_key_so_that_a_retry_elsewhere_is_known():
    other = Books([Account("issue", AccountKind.ISSUE, None), Account("Mair", AccountKind.MEMBER)])
    transfer = Transfer("earned", "issue", "Mair", 120, "gardening")
    assert other.post(transfer, NOW).id == entry(9, NOW, transfer, None, "").id


def test_a_floor_is_the_last_minute_that_can_be_given(books):
    error = refused("not_enough", "minutes", lambda: books.post(Transfer("a", "Mair", "Ceri", 121, "x"), NOW))
    assert "120" in error.note.words.cy
    books.post(Transfer("b", "Mair", "Ceri", 120, "x"), NOW)
    books.post(Transfer("c", "Ceri", "Mair", 240, "x"), NOW)
    assert books.balance("Ceri") == -120
    refused("not_enough", "minutes", lambda: books.post(Transfer("d", "Ceri", "Mair", 1, "x"), NOW))


def test_what_is_promised_cannot_be_given_and_is_free_again_when_let_go(books):
    books.hold("booking", "Mair", 100)
    books.hold("booking", "Mair", 100)
    refused("not_enough", "minutes", lambda: books.post(Transfer("a", "Mair", "Ceri", 21, "x"), NOW))
    refused("key_used", "key", lambda: books.hold("booking", "Mair", 50))
    refused("not_enough", "minutes", lambda: books.hold("another", "Mair", 21))
    books.release("booking")
    books.release("booking")
    books.post(Transfer("a", "Mair", "Ceri", 120, "x"), NOW)


def test_a_posting_is_taken_back_once_and_stays_on_the_page(books):
    gift = books.post(Transfer("gift", "Mair", "Ceri", 60, "thanks"), NOW)
    back = books.reverse(gift.id, key="back", reason="the wrong Ceri", posted=NOW)
    assert (back.reverses, books.balance("Mair"), len(books.entries)) == (gift.id, 120, 3)
    assert books.reverse(gift.id, key="back", reason="the wrong Ceri", posted=NOW) == back
    refused("reversed_before", "entry", lambda: books.reverse(gift.id, key="again", reason="x", posted=NOW))
    refused("reversal_stands", "entry", lambda: books.reverse(back.id, key="more", reason="x", posted=NOW))
    refused("key_used", "key", lambda: books.reverse(gift.id, key="earned", reason="x", posted=NOW))


def test_what_was_given_on_cannot_be_taken_back_from_an_empty_account(books):
    gift = books.post(Transfer("gift", "issue", "Mair", 60, "thanks"), NOW)
    books.post(Transfer("on", "Mair", "Ceri", 180, "on"), NOW)
    refused("not_enough", "minutes", lambda: books.reverse(gift.id, key="back", reason="x", posted=NOW))


def test_used_time_never_comes_back(books):
    used = books.post(Transfer("swim", "Mair", "used", 60, "a swim"), NOW)
    refused("never_gives", "giving", lambda: books.post(Transfer("a", "used", "Mair", 60, "x"), NOW))
    refused("never_gives", "entry", lambda: books.reverse(used.id, key="back", reason="x", posted=NOW))
    refused("never_gives", "account", lambda: books.hold("h", "used", 1))


@pytest.mark.parametrize("minutes", [0, -1, 1.5, "60", True, None])
def test_only_whole_minutes_are_posted(books, minutes):
    refused("not_minutes", "minutes", lambda: books.post(Transfer("a", "Mair", "Ceri", minutes, "x"), NOW))
    refused("not_minutes", "minutes", lambda: books.hold("a", "Mair", minutes))


def test_other_slips_are_named(books):
    refused("no_key", "key", lambda: books.post(Transfer(" ", "Mair", "Ceri", 1, "x"), NOW))
    refused("no_key", "key", lambda: books.reverse(books.entries[0].id, key="", reason="x", posted=NOW))
    refused("same_account", "receiving", lambda: books.post(Transfer("a", "Mair", "Mair", 1, "x"), NOW))
    refused("no_such_account", "account", lambda: books.post(Transfer("a", "Mair", "Nobody", 1, "x"), NOW))
    refused("account_exists", "key", lambda: books.open(Account("Mair", AccountKind.MEMBER)))
    refused(
        "before_the_last",
        "posted",
        lambda: books.post(Transfer("a", "Mair", "Ceri", 1, "x"), NOW - timedelta(1)),
    )
    refused("nothing_to_reverse", "entry", lambda: books.reverse(entry(1, NOW, Transfer("z", "a", "b", 1, ""), None, "").id, key="k", reason="x", posted=NOW))  # fmt: skip


@pytest.mark.parametrize("floor", [1, 0.0, True, None])
def test_a_floor_is_nought_or_below(floor):
    refused("not_a_floor", "floor", lambda: Books([Account("a", AccountKind.MEMBER, floor)]))


def test_an_account_closes_only_when_it_is_empty_and_then_takes_nothing(books):
    refused("balance_left", "key", lambda: books.close("Mair"))
    books.close("Ceri")
    refused("account_closed", "giving", lambda: books.post(Transfer("a", "Mair", "Ceri", 1, "x"), NOW))
    refused("account_closed", "account", lambda: books.hold("h", "Ceri", 1))


def test_a_closed_account_receives_nothing_either_and_an_account_with_a_promise_stays_open(books):
    books.close("Ceri")
    error = refused(
        "account_closed", "giving", lambda: books.post(Transfer("b", "Mair", "Ceri", 1, "x"), NOW)
    )
    assert "Ceri" in error.note.words.en
    owing = Books([Account("a", AccountKind.ORGANISATION, -60)])
    owing.hold("h", "a", 30)
    error = refused("balance_left", "key", lambda: owing.close("a"))
    assert "30" in error.note.words.en
    assert (owing.standing("a").held, owing.standing("a").free) == (30, 30)
    owing.release("h")
    owing.close("a")
    assert owing.standing("a").account.closed


def test_what_was_received_is_taken_back_only_from_open_accounts(books):
    gift = books.post(Transfer("gift", "Mair", "Ceri", 120, "thanks"), NOW)
    books.close("Mair")
    refused("account_closed", "giving", lambda: books.reverse(gift.id, key="back", reason="x", posted=NOW))


def test_a_store_that_finds_nothing_to_take_back_is_told_so(books):
    mair, ceri = books.standing("Mair"), books.standing("Ceri")
    facts = {"giving": ceri, "receiving": mair, "posted": NOW, "last": None, "seen": None}
    refused(
        "nothing_to_reverse", "entry",
        lambda: posting.reverse(None, key="back", reason="x", reversed_before=False, **facts),
    )  # fmt: skip


def test_linked_transfers_are_all_posted_or_none(books):
    ok = Transfer("one", "Mair", "Ceri", 100, "x")
    with pytest.raises(LedgerError):
        books.post_all([ok, Transfer("two", "Mair", "Ceri", 100, "x")], NOW)
    assert (len(books.entries), books.balance("Mair"), books.balance("Ceri")) == (1, 120, 0)
    again = books.post_all([ok, Transfer("two", "Ceri", "used", 100, "x")], NOW)
    assert [one.transfer.key for one in again] == ["one", "two"]
    assert books.entries[1:] == again


def test_an_account_can_give_what_is_above_its_floor_and_not_promised():
    def free(balance, held, floor):
        return Standing(Account("a", AccountKind.ORGANISATION, floor), balance, held).free

    assert (free(10, 3, 0), free(10, 3, -20), free(-5, 0, -5), free(10, 3, None)) == (7, 27, 0, None)


def test_what_cannot_be_given_is_said_as_nought_and_never_below():
    owing = Books([Account("issue", AccountKind.ISSUE, None), Account("a", AccountKind.MEMBER)])
    error = refused("not_enough", "minutes", lambda: owing.post(Transfer("k", "a", "issue", 7, "x"), NOW))
    for part in ("a", "0", "7"):
        assert part in error.note.words.en


@pytest.mark.parametrize("kind", AccountKind)
def test_only_used_and_lost_time_never_gives_and_only_issue_and_other_places_have_no_floor(kind):
    assert Account("a", kind).gives == (kind not in (AccountKind.RETIRED, AccountKind.EXPIRED))
    assert (Account("a", kind).floor, Account("a", kind).closed) == (0, False)
    if kind in (AccountKind.ISSUE, AccountKind.OTHER_PLACE):
        assert Books([Account("a", kind, None)]).standing("a").free is None
    else:
        refused("not_a_floor", "floor", lambda: Books([Account("a", kind, None)]))


def test_a_posting_has_its_number_its_day_and_its_place_in_the_chain(books):
    first = books.entries[0]
    later = NOW + timedelta(hours=1)
    second = books.post(Transfer("gift", "Mair", "Ceri", 60, "thanks", date(2026, 5, 1)), later)
    assert (first.number, second.number, second.previous, first.previous) == (1, 2, first.digest, START)
    assert (second.posted, second.reverses, second.transfer.effective) == (later, None, date(2026, 5, 1))
    told = second.to_dict()
    assert told == {
        "key": "gift", "giving": "Mair", "receiving": "Ceri", "minutes": 60, "reason": "thanks", "effective": "2026-05-01",
        "id": str(second.id), "number": 2, "posted": later.isoformat(), "reverses": None, "previous": first.digest,
        "digest": second.digest,
    }  # fmt: skip
    back = books.reverse(second.id, key="back", reason="a slip", posted=later)
    assert back.transfer == Transfer("back", "Ceri", "Mair", 60, "a slip", date(2026, 5, 1))
    assert back.to_dict()["reverses"] == str(second.id)
    assert first.to_dict()["effective"] is None


def test_a_digest_can_be_worked_out_again_with_nothing_but_sha256(books):
    # The line before, a line feed, and the posting as JSON with sorted keys and no white space.
    gift = books.post(Transfer("gift", "Mair", "Ceri", 60, "diolch, Siân", date(2026, 5, 1)), NOW)
    back = books.reverse(gift.id, key="back", reason="a slip", posted=NOW)
    first = (
        f'{books.entries[0].digest}\n{{"effective":"2026-05-01","giving":"Mair","id":"{gift.id}","key":"gift","minutes":60,'
        f'"number":2,"posted":"2026-05-04T09:00:00+00:00","reason":"diolch, Siân","receiving":"Ceri","reverses":""}}'
    )
    assert gift.digest == sha256(first.encode()).hexdigest()
    then = (
        f'{gift.digest}\n{{"effective":"2026-05-01","giving":"Ceri","id":"{back.id}","key":"back","minutes":60,'
        f'"number":3,"posted":"2026-05-04T09:00:00+00:00","reason":"a slip","receiving":"Mair","reverses":"{gift.id}"}}'
    )
    assert back.digest == sha256(then.encode()).hexdigest()
    # Ids are derived from keys for good: another key space would post a retry twice.
    assert str(gift.id) == str(uuid5(UUID("0a4f0f0e-4f5a-5f0e-9a44-6d3c1f0f2b11"), "gift"))


def test_the_kinds_of_account_are_stored_by_these_words():
    assert [str(kind) for kind in AccountKind] == [
        "issue", "organisation", "member", "venue", "retired", "expired", "other place",
    ]  # fmt: skip


def test_a_digest_is_over_everything_in_the_posting():
    base = {"identity": UUID(int=1), "number": 1, "posted": NOW, "reverses": None, "previous": START}
    transfer = Transfer("k", "a", "b", 1, "x", date(2026, 5, 1))
    others = [
        {"identity": UUID(int=2)},
        {"number": 2},
        {"posted": NOW + timedelta(seconds=1)},
        {"reverses": UUID(int=3)},
        {"previous": "1" * 64},
        {"transfer": replace(transfer, effective=None)},
        {"transfer": replace(transfer, key="l")},
        {"transfer": replace(transfer, giving="c")},
    ]
    found = {digest(**({"transfer": transfer} | base | other)) for other in ({}, *others)}
    assert len(found) == len(others) + 1


def test_what_is_refused_is_said_with_what_it_was(books):
    error = refused(
        "before_the_last",
        "posted",
        lambda: books.post(Transfer("a", "Mair", "Ceri", 1, "x"), NOW - timedelta(1)),
    )
    assert NOW.isoformat() in error.note.words.en
    assert "gift" in refused("key_used", "key", lambda: again(books)).note.words.en
    error = refused("not_minutes", "minutes", lambda: books.post(Transfer("a", "Mair", "Ceri", -3, "x"), NOW))
    assert "-3" in error.note.words.en
    error = refused("no_such_account", "account", lambda: books.balance("Nobody"))
    assert "Nobody" in error.note.words.en
    error = refused("account_exists", "key", lambda: books.open(Account("Mair", AccountKind.MEMBER)))
    assert "Mair" in error.note.words.en
    assert "119" in refused("balance_left", "key", lambda: books.close("Mair")).note.words.en
    books.post(Transfer("now", "Mair", "Ceri", 1, "x"), NOW)


def again(books):
    books.post(Transfer("gift", "Mair", "Ceri", 1, "x"), NOW)
    books.post(Transfer("gift", "Mair", "Ceri", 2, "x"), NOW)


def test_balances_of_a_past_day_can_be_worked_out_again(books):
    books.post(Transfer("later", "issue", "Mair", 30, "x"), NOW + timedelta(days=3))
    assert balances_on(books.entries, date(2026, 5, 5)) == {"issue": -120, "Mair": 120}
    assert balances_on(books.entries) == {"issue": -150, "Mair": 150}


def test_a_chain_knows_a_key_posted_twice_and_a_posting_taken_back_twice():
    one = entry(1, NOW, Transfer("a", "x", "y", 1, ""), None, "0" * 64)
    twice = entry(2, NOW, Transfer("a", "x", "y", 1, ""), None, one.digest)
    assert (verify([one, twice]).place, verify([one, twice]).code) == (2, "key")
    assert verify([replace(one, number=2)]).code == "order"
    assert verify([]) is None
    back = entry(2, NOW, Transfer("b", "y", "x", 1, ""), one.id, one.digest)
    again = entry(3, NOW, Transfer("c", "y", "x", 1, ""), one.id, back.digest)
    assert verify([one, back, again]).code == "reversed"
    assert one.to_dict()["digest"] == one.digest
