"""Waits between retries, and the breaker of a host that is down."""

from __future__ import annotations

from random import Random

from kznews.politeness.backoff import FIRST_WAIT, LONGEST_WAIT, Breaker, retry_wait


def test_waits_grow_and_stay_within_their_bounds() -> None:
    for seed in range(200):
        waits = [retry_wait(retry, Random(seed)) for retry in range(1, 9)]
        assert waits == sorted(waits)
        assert waits[0] >= FIRST_WAIT
        assert waits[-1] == LONGEST_WAIT
    assert len({retry_wait(1, Random(seed)) for seed in range(200)}) > 100, "pages that failed together come back apart"


def test_a_breaker_opens_at_the_fifth_failure_in_a_row_and_gives_up_after_three_probes() -> None:
    breaker = Breaker()
    assert [breaker.failed() for _ in range(8)] == [0.0] * 4 + [30.0, 60.0, 120.0, None]


def test_one_answer_closes_it() -> None:
    breaker = Breaker()
    for _ in range(3):
        assert [breaker.failed() for _ in range(4)] == [0.0] * 4
        breaker.succeeded()
    assert [breaker.failed() for _ in range(6)][4:] == [30.0, 60.0]
    breaker.succeeded()
    assert [breaker.failed() for _ in range(5)] == [0.0] * 4 + [30.0]
