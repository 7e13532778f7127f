"""Keeps every answer of a run in an archive (setting ARCHIVE), as it came over the wire, before anything is made of it."""

from __future__ import annotations

import asyncio
import logging
import secrets
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured

from kznews import clock
from kznews.archives.exchanges import Exchanged, Original, new_id, payload_digest, records_of
from kznews.archives.http import NotHttp
from kznews.archives.writing import WarcFolder, close_left_open
from kznews.downloader import GivenUp
from kznews.extensions.ledger import Ledger
from kznews.network.tap import answered
from kznews.store.archived import ArchivedAnswer, note_archived

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler

    from kznews.network.tap import Exchange

log = logging.getLogger(__name__)


class Recorder:
    """Scrapy extension: writes each exchange, and lets its answer go on when it is on the disk.

    `request.meta` then has `captured_at`, the record's time, which is the page's clock, and `archived`, the file and byte of the
    record that holds the answer in full. If the archive cannot be written, the run ends: what it read would be in none.
    """

    def __init__(self, crawler: Crawler, folder: Path) -> None:
        self.crawler = crawler
        self.folder = folder
        self.files: WarcFolder | None = None
        self.ending: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        folder = crawler.settings.get("ARCHIVE")
        if not folder or crawler.settings.get("REPLAY"):
            raise NotConfigured
        recorder = cls(crawler, Path(folder))
        crawler.signals.connect(recorder.spider_opened, signals.spider_opened)
        crawler.signals.connect(recorder.answered, answered)
        crawler.signals.connect(recorder.spider_closed, signals.spider_closed)
        return recorder

    def spider_opened(self, spider: Spider) -> None:
        try:
            self._open(spider)
        except OSError as error:
            self._failed(error)

    def _open(self, spider: Spider) -> None:
        settings = self.crawler.settings
        self.folder.mkdir(parents=True, exist_ok=True)
        for line in close_left_open(self.folder):
            log.warning("%s", line)
        # A time for people and a number that no other run has, whatever its machine and clock.
        began = clock.now().strftime("%Y%m%dT%H%M%SZ")
        info = {
            "software": f"kznews/0.1 scrapy/{version('scrapy')} warcio/{version('warcio')}",
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
            "http-header-user-agent": settings["USER_AGENT"],
            "isPartOf": spider.name,
        }
        prefix = f"kznews-{spider.name}-{began}-{secrets.token_hex(4)}"
        self.files = WarcFolder(self.folder, prefix, most=settings.getint("ARCHIVE_FILE_SIZE"), info=info)

    async def answered(self, request: Request, exchange: Exchange, truncated: str) -> None:
        """Write an exchange; raises GivenUp, which leaves the page as it was, if that fails."""
        if self.files is None:
            raise GivenUp("there is no archive to write to")
        peer, received = exchange.peer, bytes(exchange.received)
        said = Exchanged(request.url, exchange.began_at, exchange.request, received, ip=peer, truncated=truncated)
        ledger, record_id = Ledger.of(self.crawler), new_id()
        try:
            known = await self._known(request.url, ledger)
            original = Original(known.record_id, known.seen_at, known.digest) if known else None
            whole, records = records_of(said, record_id, original)
            place, _ = await asyncio.to_thread(self.files.write, *records)
        except NotHttp as error:  # the network part has taken it for an answer
            log.warning("%s is not recorded: %s", request.url, error)
            return
        except OSError as error:
            raise self._failed(error) from error
        self._count(whole=whole, size=len(received))
        request.meta["captured_at"] = said.at
        if whole and not truncated:
            digest, place_at = payload_digest(received), place.offset
            known = ArchivedAnswer(
                url=request.url, seen_at=said.at, record_id=record_id, digest=digest, file=place.file, offset=place_at
            )
            await ledger.keep(partial(note_archived, answer=known))
        if known is not None:
            request.meta["archived"] = (known.file, known.offset)

    async def _known(self, url: str, ledger: Ledger) -> ArchivedAnswer | None:
        """Return the record that holds an earlier answer of the address in full, if its file is still in this folder."""
        known = await ledger.ask(ledger.kept.archived, url)
        if known is None:
            return None
        path = self.folder / known.file
        return known if path.exists() or path.with_name(f"{path.name}.open").exists() else None

    def _count(self, *, whole: bool, size: int) -> None:
        stats = self.crawler.stats
        stats.inc_value("kznews/archived/full" if whole else "kznews/archived/revisits")
        stats.inc_value("kznews/archived/bytes", size)

    def _failed(self, error: OSError) -> GivenUp:
        """Note why the archive cannot be written, and end the run."""
        why = self._note(error)
        if self.ending is None:
            self.ending = asyncio.create_task(self.crawler.engine.close_spider_async(reason="archive_error"))
        return GivenUp(why)

    def _note(self, error: OSError) -> str:
        why = f"the archive in {self.folder} cannot be written: {error.strerror or error}"
        if self.ending is None:
            log.error("%s", why)
            self.crawler.stats.set_value("kznews/store_error", why)
        return why

    def spider_closed(self) -> None:
        if self.files is None:
            return
        try:
            self.files.close()
        except OSError as error:
            self._note(error)
