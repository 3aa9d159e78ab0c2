"""Each rule of posting, by example."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cydwaith.methods.ledger import Account, AccountKind, Books, LedgerError, Transfer, balances_on, verify
from cydwaith.methods.ledger.entry import entry

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


def refused(code, act):
    with pytest.raises(LedgerError) as found:
        act()
    assert found.value.code == code
    assert "{" not in found.value.note.words.en + found.value.note.words.cy
    return found.value


def test_an_hour_earned_is_an_hour_to_give(books):
    books.post(Transfer("gift", "Mair", "Ceri", 60, "thanks"), NOW)
    assert (books.balance("Mair"), books.balance("Ceri"), books.balance("issue")) == (60, 60, -120)


def test_the_same_key_again_is_the_same_posting_and_with_another_body_is_refused(books):
    first = books.post(Transfer("gift", "Mair", "Ceri", 60, "thanks"), NOW)
    assert books.post(Transfer("gift", "Mair", "Ceri", 60, "thanks"), NOW + timedelta(days=1)) == first
    assert books.balance("Ceri") == 60
    refused("key_used", lambda: books.post(Transfer("gift", "Mair", "Ceri", 61, "thanks"), NOW))


def test_an_id_is_derived_from_its_key_so_that_a_retry_elsewhere_is_known():
    other = Books([Account("issue", AccountKind.ISSUE, None), Account("Mair", AccountKind.MEMBER)])
    transfer = Transfer("earned", "issue", "Mair", 120, "gardening")
    assert other.post(transfer, NOW).id == entry(9, NOW, transfer, None, "").id


def test_a_floor_is_the_last_minute_that_can_be_given(books):
    error = refused("not_enough", lambda: books.post(Transfer("a", "Mair", "Ceri", 121, "x"), NOW))
    assert "120" in error.note.words.cy
    books.post(Transfer("b", "Mair", "Ceri", 120, "x"), NOW)
    books.post(Transfer("c", "Ceri", "Mair", 240, "x"), NOW)
    assert books.balance("Ceri") == -120
    refused("not_enough", lambda: books.post(Transfer("d", "Ceri", "Mair", 1, "x"), NOW))


def test_what_is_promised_cannot_be_given_and_is_free_again_when_let_go(books):
    books.hold("booking", "Mair", 100)
    books.hold("booking", "Mair", 100)
    refused("not_enough", lambda: books.post(Transfer("a", "Mair", "Ceri", 21, "x"), NOW))
    refused("key_used", lambda: books.hold("booking", "Mair", 50))
    refused("not_enough", lambda: books.hold("another", "Mair", 21))
    books.release("booking")
    books.release("booking")
    books.post(Transfer("a", "Mair", "Ceri", 120, "x"), NOW)


def test_a_posting_is_taken_back_once_and_stays_on_the_page(books):
    gift = books.post(Transfer("gift", "Mair", "Ceri", 60, "thanks"), NOW)
    back = books.reverse(gift.id, key="back", reason="the wrong Ceri", posted=NOW)
    assert (back.reverses, books.balance("Mair"), len(books.entries)) == (gift.id, 120, 3)
    assert books.reverse(gift.id, key="back", reason="the wrong Ceri", posted=NOW) == back
    refused("reversed_before", lambda: books.reverse(gift.id, key="again", reason="x", posted=NOW))
    refused("reversal_stands", lambda: books.reverse(back.id, key="more", reason="x", posted=NOW))
    refused("key_used", lambda: books.reverse(gift.id, key="earned", reason="x", posted=NOW))


def test_what_was_given_on_cannot_be_taken_back_from_an_empty_account(books):
    gift = books.post(Transfer("gift", "issue", "Mair", 60, "thanks"), NOW)
    books.post(Transfer("on", "Mair", "Ceri", 180, "on"), NOW)
    refused("not_enough", lambda: books.reverse(gift.id, key="back", reason="x", posted=NOW))


def test_used_time_never_comes_back(books):
    used = books.post(Transfer("swim", "Mair", "used", 60, "a swim"), NOW)
    refused("never_gives", lambda: books.post(Transfer("a", "used", "Mair", 60, "x"), NOW))
    refused("never_gives", lambda: books.reverse(used.id, key="back", reason="x", posted=NOW))
    refused("never_gives", lambda: books.hold("h", "used", 1))


@pytest.mark.parametrize("minutes", [0, -1, 1.5, "60", True, None])
def test_only_whole_minutes_are_posted(books, minutes):
    refused("not_minutes", lambda: books.post(Transfer("a", "Mair", "Ceri", minutes, "x"), NOW))
    refused("not_minutes", lambda: books.hold("a", "Mair", minutes))


def test_other_slips_are_named(books):
    refused("no_key", lambda: books.post(Transfer(" ", "Mair", "Ceri", 1, "x"), NOW))
    refused("no_key", lambda: books.reverse(books.entries[0].id, key="", reason="x", posted=NOW))
    refused("same_account", lambda: books.post(Transfer("a", "Mair", "Mair", 1, "x"), NOW))
    refused("no_such_account", lambda: books.post(Transfer("a", "Mair", "Nobody", 1, "x"), NOW))
    refused("account_exists", lambda: books.open(Account("Mair", AccountKind.MEMBER)))
    refused("before_the_last", lambda: books.post(Transfer("a", "Mair", "Ceri", 1, "x"), NOW - timedelta(1)))
    refused("nothing_to_reverse", lambda: books.reverse(entry(1, NOW, Transfer("z", "a", "b", 1, ""), None, "").id, key="k", reason="x", posted=NOW))  # fmt: skip


@pytest.mark.parametrize("floor", [1, 0.0, True, None])
def test_a_floor_is_nought_or_below(floor):
    refused("not_a_floor", lambda: Books([Account("a", AccountKind.MEMBER, floor)]))


def test_an_account_closes_only_when_it_is_empty_and_then_takes_nothing(books):
    refused("balance_left", lambda: books.close("Mair"))
    books.close("Ceri")
    refused("account_closed", lambda: books.post(Transfer("a", "Mair", "Ceri", 1, "x"), NOW))
    refused("account_closed", lambda: books.hold("h", "Ceri", 1))


def test_balances_of_a_past_day_can_be_worked_out_again(books):
    books.post(Transfer("later", "issue", "Mair", 30, "x"), NOW + timedelta(days=3))
    assert balances_on(books.entries, date(2026, 5, 5)) == {"issue": -120, "Mair": 120}
    assert balances_on(books.entries) == {"issue": -150, "Mair": 150}


def test_a_chain_knows_a_key_posted_twice_and_a_posting_taken_back_twice():
    one = entry(1, NOW, Transfer("a", "x", "y", 1, ""), None, "0" * 64)
    twice = entry(2, NOW, Transfer("a", "x", "y", 1, ""), None, one.digest)
    assert verify([one, twice]).code == "key"
    back = entry(2, NOW, Transfer("b", "y", "x", 1, ""), one.id, one.digest)
    again = entry(3, NOW, Transfer("c", "y", "x", 1, ""), one.id, back.digest)
    assert verify([one, back, again]).code == "reversed"
    assert one.to_dict()["digest"] == one.digest
