"""Whatever is asked of a ledger, in whatever order: nothing is lost, nothing posts twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cydwaith.methods.ledger import Account, AccountKind, Books, LedgerError, Transfer, balances_on, verify

START = datetime(2026, 1, 1, tzinfo=UTC)
ACCOUNTS = [
    Account("issue", AccountKind.ISSUE, None),
    Account("choir", AccountKind.ORGANISATION, -600),
    Account("Mair", AccountKind.MEMBER),
    Account("Ceri", AccountKind.MEMBER, -120),
    Account("pool", AccountKind.VENUE),
    Account("used", AccountKind.RETIRED),
    Account("lapsed", AccountKind.EXPIRED),
]
KEYS = st.sampled_from([account.key for account in ACCOUNTS])
MINUTES = st.integers(-5, 700)


class Ledger(RuleBasedStateMachine):
    @initialize()
    def open(self):
        self.books, self.now, self.gone = Books(ACCOUNTS), START, {}
        self.sent, self.undone, self.holds = {}, set(), {}

    def later(self):
        self.now += timedelta(hours=5)
        return self.now

    @rule(giving=KEYS, receiving=KEYS, minutes=MINUTES, key=st.integers(0, 30))
    def post(self, giving, receiving, minutes, key):
        transfer = Transfer(f"key {key}", giving, receiving, minutes, "helping")
        before = len(self.books.entries)
        try:
            found = self.books.post(transfer, self.later())
        except LedgerError as refused:
            assert len(self.books.entries) == before
            assert "{" not in refused.note.words.cy
            return
        if transfer.key in self.sent:
            assert found == self.sent[transfer.key]
            assert len(self.books.entries) == before
        else:
            assert len(self.books.entries) == before + 1
        self.sent[transfer.key] = found

    @precondition(lambda self: self.books.entries)
    @rule(which=st.integers(0, 1000))
    def take_back(self, which):
        entry = self.books.entries[which % len(self.books.entries)]
        try:
            self.books.reverse(
                entry.id, key=f"back {entry.id} {self.now}", reason="a slip", posted=self.later()
            )
        except LedgerError:
            return
        assert entry.id not in self.undone
        assert entry.reverses is None
        self.undone.add(entry.id)

    @rule(account=KEYS, minutes=MINUTES, key=st.integers(0, 5))
    def hold(self, account, minutes, key):
        try:
            self.books.hold(f"hold {key}", account, minutes)
        except LedgerError:
            return
        self.holds[f"hold {key}"] = (account, minutes)

    @rule(key=st.integers(0, 5))
    def release(self, key):
        self.books.release(f"hold {key}")
        self.holds.pop(f"hold {key}", None)

    @rule(parts=st.lists(st.tuples(KEYS, KEYS, MINUTES), min_size=1, max_size=3), key=st.integers(0, 1000))
    def post_together(self, parts, key):
        transfers = [
            Transfer(f"many {key} {n} {self.now}", a, b, m, "linked") for n, (a, b, m) in enumerate(parts)
        ]
        before, balances = self.books.entries, balances_on(self.books.entries)
        try:
            self.books.post_all(transfers, self.later())
        except LedgerError:
            assert self.books.entries == before
            assert all(self.books.balance(account) == minutes for account, minutes in balances.items())
            return
        assert len(self.books.entries) == len(before) + len(parts)

    @invariant()
    def nothing_is_made_or_lost(self):
        assert sum(self.books.balance(account.key) for account in ACCOUNTS) == 0

    @invariant()
    def every_balance_is_the_sum_of_its_postings(self):
        again = balances_on(self.books.entries)
        for account in ACCOUNTS:
            assert self.books.balance(account.key) == again.get(account.key, 0)

    @invariant()
    def no_account_is_under_its_floor_with_what_it_promised(self):
        for account in ACCOUNTS:
            standing = self.books.standing(account.key)
            promised = sum(minutes for key, minutes in self.holds.values() if key == account.key)
            assert standing.held == promised
            assert account.floor is None or standing.balance - promised >= account.floor

    @invariant()
    def what_was_used_or_lapsed_never_comes_back(self):
        for key in ("used", "lapsed"):
            assert self.books.balance(key) >= self.gone.get(key, 0)
            self.gone[key] = self.books.balance(key)

    @invariant()
    def the_chain_holds(self):
        assert verify(self.books.entries) is None

    @invariant()
    def the_past_stays_as_it_was(self):
        for entry in self.books.entries[-2:]:
            day = entry.posted.date()
            part = [one for one in self.books.entries if one.posted.date() <= day]
            assert balances_on(self.books.entries, day) == balances_on(part)


TestLedger = Ledger.TestCase
TestLedger.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


def test_any_change_to_a_posting_breaks_the_chain():
    books = Books(ACCOUNTS)
    for n in range(4):
        books.post(Transfer(f"k{n}", "issue", "Mair", 60, "gardening"), START + timedelta(days=n))
    good = list(books.entries)
    for changed in (
        replace(good[1], transfer=replace(good[1].transfer, minutes=61)),
        replace(good[1], transfer=replace(good[1].transfer, receiving="Ceri")),
        replace(good[1], transfer=replace(good[1].transfer, reason="more")),
        replace(good[1], posted=good[1].posted + timedelta(seconds=1)),
        replace(good[1], reverses=good[0].id),
    ):
        fault = verify([good[0], changed, *good[2:]])
        assert (fault.place, fault.code) == (2, "digest")
    assert verify([good[0], *good[2:]]).code == "order"
    assert verify([good[0], good[2], good[1], good[3]]).code == "order"
    assert verify(good) is None
