"""How often one address may ask."""

from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.web import throttle
from cydwaith.web.throttle import Throttle, address_of


class Watch:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_burst_may_go_on_and_the_next_one_waits() -> None:
    watch = Watch()
    gate = Throttle(burst=3, per_second=0.5, now=watch)
    assert [gate.wait("one") for _ in range(4)] == [0, 0, 0, 2]
    assert gate.wait("another") == 0
    watch.at += 2
    assert gate.wait("one") == 0


@given(st.lists(st.floats(0, 5), max_size=60), st.integers(1, 9), st.floats(0.1, 5))
def test_nobody_is_let_through_more_often_than_was_said(steps: list[float], burst: int, rate: float) -> None:
    watch = Watch()
    gate = Throttle(burst=burst, per_second=rate, now=watch)
    let = 0
    for step in steps:
        watch.at += step
        let += gate.wait("one") == 0
    assert let <= burst + watch.at * rate + 1e-6


@given(st.integers(1, 5), st.floats(0.1, 5))
def test_who_waits_as_long_as_was_said_is_let_through(burst: int, rate: float) -> None:
    watch = Watch()
    gate = Throttle(burst=burst, per_second=rate, now=watch)
    while not (wait := gate.wait("one")):
        pass
    watch.at += wait
    assert gate.wait("one") == 0


def test_its_memory_has_an_end() -> None:
    gate = Throttle(burst=1, per_second=1)
    for number in range(throttle.ADDRESSES + 50):
        gate.wait(str(number))
    assert len(gate._buckets) == throttle.ADDRESSES


def test_only_the_proxy_on_this_machine_says_for_whom_it_asks() -> None:
    def asked(direct: str) -> str:
        return address_of(
            RequestFactory().get("/", REMOTE_ADDR=direct, HTTP_X_FORWARDED_FOR="1.1.1.1, 2.2.2.2")
        )

    assert asked("127.0.0.1") == "2.2.2.2"
    assert asked("9.9.9.9") == "9.9.9.9"
    assert address_of(RequestFactory().get("/", REMOTE_ADDR="9.9.9.9")) == "9.9.9.9"
