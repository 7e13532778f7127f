"""Every way in which a fetch can fail has its reason."""

from __future__ import annotations

import pytest
from scrapy import exceptions
from scrapy.http import Response

from kznews.failures import reason_of_failure, refusal_of_status
from kznews.middlewares.redirect import LeadsNowhere
from kznews.middlewares.replay import NotSaved
from kznews.network.errors import (
    BadCoding,
    CutShort,
    ForbiddenByRobots,
    LeftAlone,
    OffSite,
    Overlong,
    PrivateAddress,
    RobotsUnreachable,
    TooLarge,
)
from kznews.outcomes import Outcome, PageState, Reason, state_after


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (NotSaved("https://a.kz"), Reason.NOT_SAVED),
        (OffSite("https://a.kz"), Reason.OFF_SITE),
        (PrivateAddress("no public address"), Reason.PRIVATE_ADDRESS),
        (Overlong("headers of more than"), Reason.TOO_LARGE),
        (CutShort("the connection ended"), Reason.TRUNCATED),
        (BadCoding("gzip and br"), Reason.BAD_CODING),
        (LeadsNowhere("max redirections reached"), Reason.HTTP_ERROR),
        (ForbiddenByRobots("https://a.kz"), Reason.ROBOTS),
        (RobotsUnreachable("https://a.kz"), Reason.ROBOTS_UNREACHABLE),
        (LeftAlone("https://a.kz"), Reason.LEFT_ALONE),
        (exceptions.IgnoreRequest("for a cause that nobody knows"), Reason.UNREACHABLE),
        (TooLarge("more than 5242880 bytes when unpacked"), Reason.TOO_LARGE),
        (exceptions.DownloadTimeoutError("30 seconds"), Reason.TIMED_OUT),
        (exceptions.DownloadCancelledError("too large"), Reason.TOO_LARGE),
        (exceptions.DownloadConnectionRefusedError("refused"), Reason.UNREACHABLE),
        (exceptions.CannotResolveHostError("no such name"), Reason.UNREACHABLE),
        (ConnectionResetError("reset"), Reason.UNREACHABLE),
        (RuntimeError("whatever"), Reason.UNREACHABLE),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else value,
)
def test_a_failure_has_its_reason(error: BaseException, reason: Reason) -> None:
    assert reason_of_failure(error)[0] is reason


def test_a_failure_of_the_network_leaves_its_page_for_another_run() -> None:
    for error in (exceptions.DownloadTimeoutError("30 seconds"), ConnectionResetError("reset")):
        refusal = reason_of_failure(error)
        assert refusal[1]
        assert state_after(Outcome.REFUSED, refusal[0]) is PageState.PENDING


@pytest.mark.parametrize("status", range(100, 600))
def test_a_status_is_a_page_or_has_its_reason(status: int) -> None:
    refusal = refusal_of_status(Response("https://a.kz", status=status))
    assert (refusal is None) == (200 <= status < 300)
    if refusal:
        assert str(status) in refusal[1]
        assert (refusal[0] is Reason.SERVER_ERROR) == (status >= 500 or status == 429)
