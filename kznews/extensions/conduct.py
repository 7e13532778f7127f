"""How a run behaves towards its hosts: whose turn it is, who wants to be left alone, and when the run has asked enough.

Every request passes `turn` on its last step to the network (kznews.downloader), whatever component made it.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import signals

from kznews import clock
from kznews.extensions.ledger import Ledger, page_refused
from kznews.network.errors import LeftAlone
from kznews.outcomes import Reason
from kznews.politeness.backoff import Breaker
from kznews.politeness.budget import Budget
from kznews.politeness.turns import TURNS, default_folder, host_key
from kznews.store import note_pause

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from scrapy.crawler import Crawler

    from kznews.politeness.turns import Turn

log = logging.getLogger(__name__)

MAX_DELAY = 120.0
"""Seconds between two requests that a robots.txt may ask for: at more, a day would see 700 pages, and a person decides."""


@dataclass(slots=True)
class _Manners:
    """How a host is to be treated in this run."""

    delay: float
    not_before: float = 0.0
    """In ticks."""
    closed: str = ""
    """Why nothing more is asked in this run, or ""."""
    breaker: Breaker = field(default_factory=Breaker)
    met: bool = False
    """Whether the store has been asked what the host said to earlier runs."""
    meeting: asyncio.Lock = field(default_factory=asyncio.Lock)


class Conduct:
    """Scrapy extension; other components get it by `Conduct.of(crawler)`. In a replay nobody is asked, and it does nothing."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.live = not settings.get("REPLAY")
        self.halted = ""
        """Why the whole run asks nothing more, in one word ("challenge", "host_closed", "budget" ...), or ""."""
        self.lines: list[str] = []
        """What people are told at the end of the run."""
        self._delay = settings.getfloat("DOWNLOAD_DELAY")
        self._at_once = settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self._folder = Path(settings["PACE_DIR"]) if settings.get("PACE_DIR") else default_folder()
        self._hosts: dict[str, _Manners] = {}
        self._budget = Budget(
            settings.getint("BUDGET_REQUESTS"), settings.getint("BUDGET_BYTES"), settings.getfloat("BUDGET_MINUTES")
        )
        self._began = clock.ticks()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Conduct:
        conduct = cls(crawler)
        crawler.signals.connect(conduct._refused, page_refused)
        crawler.signals.connect(conduct._opened, signals.spider_opened)
        return conduct

    @staticmethod
    def of(crawler: Crawler) -> Conduct:
        """Return the run's conduct; raises LookupError if the extension is switched off."""
        conduct = crawler.get_extension(Conduct)
        if conduct is None:
            raise LookupError("the extension kznews.extensions.conduct.Conduct is not enabled")
        return conduct

    async def turn(self, url: str) -> Turn:
        """Return the right to ask for an address, when it is its host's turn; the caller ends it with the answer.

        Raises LeftAlone if nothing is to be asked there any more in this run.
        """
        host = pace_key(url)
        manners = await self._meet(host)
        self._check(manners)
        future = asyncio.get_running_loop().create_future
        turn = await TURNS.take(host, manners.delay, folder=self._folder, future=future, at_once=self._at_once)
        with _given_back(turn):
            self._check(manners)
            while (left := manners.not_before - clock.ticks()) > 0:
                await clock.wait(left)
                self._check(manners)
            self._spend()
        return turn

    def received(self, size: int) -> None:
        """Count the bytes of an answer's body."""
        self._budget.received += size

    def is_closed(self, url: str) -> bool:
        """Return whether nothing more is asked of the host of an address in this run."""
        manners = self._hosts.get(pace_key(url))
        return bool(self.halted or (manners and manners.closed))

    def succeeded(self, url: str) -> None:
        """Note that a host has answered."""
        self._known(pace_key(url)).breaker.succeeded()

    def failed(self, url: str, why: str) -> None:
        """Note that a host failed to answer; after several failures in a row it gets a rest, and at last it is given up."""
        manners = self._known(pace_key(url))
        rest = manners.breaker.failed()
        if rest is None:
            count = manners.breaker.failures
            self.close(pace_key(url), f"failed {count} times in a row (last: {why}); its pages wait for the next run")
        elif rest:
            log.info("%s failed %d times in a row: left alone for %d s", pace_key(url), manners.breaker.failures, rest)
            self.pause(url, rest)

    def pause(self, url: str, seconds: float) -> None:
        """Ask nothing of the host of an address for so long; the requests that follow wait."""
        manners = self._known(pace_key(url))
        manners.not_before = max(manners.not_before, clock.ticks() + seconds)

    def set_delay(self, url: str, seconds: float) -> None:
        """Obey a delay that a robots.txt asks for, if it is longer than ours; a host that asks for too much is not asked."""
        if seconds > MAX_DELAY:
            line = f"robots.txt asks for {seconds:g} s between two requests, more than {MAX_DELAY:g}; not collected"
            self.close(pace_key(url), line)
        manners = self._known(pace_key(url))
        manners.delay = max(manners.delay, seconds)

    async def leave_alone(self, url: str, until: datetime) -> None:
        """Ask nothing more of a host in this run, nor in any run before `until`."""
        line = f"asked to be left alone until {until:%Y-%m-%d %H:%M} UTC"
        self.close(pace_key(url), line)
        await Ledger.of(self.crawler).keep(partial(note_pause, host=pace_key(url), until=until, detail=line))

    def close(self, host: str, line: str) -> None:
        """Ask nothing more of a host in this run; when that is true of every host that was met, the run halts."""
        manners = self._known(host)
        if manners.closed or not self.live:
            return
        manners.closed = line
        self.say(f"{host}: {line}")
        if all(known.closed for known in self._hosts.values()):
            self.halt("host_closed")

    def meets_bot_check(self, url: str) -> None:
        """Ask nothing more in this run: somebody there does not want to be read by programs."""
        self.halt("challenge", f"{pace_key(url)} shows a bot check; nothing more is asked in this run")

    def halt(self, why: str, line: str = "") -> None:
        """Ask nothing more in this run; `line` is for people."""
        if self.halted or not self.live:
            return
        self.halted = why
        self.crawler.stats.set_value("kznews/halted", why)
        if line:
            self.say(line)

    def say(self, line: str) -> None:
        """Keep a line for the end of the run."""
        if line not in self.lines:
            log.warning("%s", line)
            self.lines.append(line)
            self.crawler.stats.set_value("kznews/lines", self.lines)

    def _opened(self) -> None:
        self._began = clock.ticks()

    def _refused(self, url: str, reason: Reason) -> None:
        if reason is Reason.CHALLENGE:
            self.meets_bot_check(url)

    def _known(self, host: str) -> _Manners:
        return self._hosts.setdefault(host, _Manners(self._delay))

    async def _meet(self, host: str) -> _Manners:
        """Return how to treat a host, by what it said to earlier runs."""
        manners = self._known(host)
        async with manners.meeting:  # all go on in the order in which they came
            if not manners.met:
                ledger = Ledger.of(self.crawler)
                asked = await ledger.ask(ledger.kept.pause_of, host)
                if asked and asked[0] > clock.now():
                    self.close(host, asked[1])
                manners.met = True
        return manners

    def _check(self, manners: _Manners) -> None:
        if self.halted or manners.closed:
            raise LeftAlone(manners.closed or self.halted)

    def _spend(self) -> None:
        if setting := self._budget.used_up(clock.ticks() - self._began):
            self.halt("budget", f"the run's limit is reached ({setting}); what is left waits for the next run")
            raise LeftAlone(setting)
        self._budget.asked += 1


def pace_key(url: str) -> str:
    """Return the key of the host of an address (kznews.politeness.turns.host_key)."""
    return host_key(urlsplit(url).hostname or "")


@contextmanager
def _given_back(turn: Turn) -> Iterator[None]:
    """Give a turn back that was not used."""
    try:
        yield
    except BaseException:
        turn.end(asked=False)
        raise
