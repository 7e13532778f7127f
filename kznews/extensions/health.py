"""Measures a run and compares it with the earlier runs of its portal, when its last page is written (docs/health.md)."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy import signals

from kznews import clock
from kznews.atomic import replaced
from kznews.extensions.ledger import Ledger, page_settled
from kznews.health.figures import Figures
from kznews.health.judge import Measured, judge
from kznews.health.telling import FORMATS
from kznews.outcomes import Outcome
from kznews.store import Health

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

    from kznews.extensions.ledger import Visit
    from kznews.items import Article
    from kznews.store import SourceNote, Verdict

log = logging.getLogger(__name__)

FILES = {"HEALTH_MAIL": "mail", "HEALTH_JSON": "json", "HEALTH_PROMETHEUS": "prometheus"}
"""Setting that names a file -> what is written there."""
WHOLE = ("finished",)
"""Ends of a run that has seen what there was to see."""


class RunHealth:
    """Scrapy extension: counts what pages gave; alarms are lines at the end of the run, and exit code 3."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.figures = Figures()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        extension = cls(crawler)
        crawler.signals.connect(extension.settled, page_settled)
        crawler.signals.connect(extension.spider_opened, signals.spider_opened)
        return extension

    def spider_opened(self, spider: Spider) -> None:
        Ledger.of(self.crawler).last_words.append(self.compare)

    def settled(self, visit: Visit, verdict: Verdict, article: Article | None, source: SourceNote | None) -> None:
        if verdict.outcome is Outcome.LISTED:
            if visit.depth == 0 and (source is None or source.first):
                self.figures.source(visit.url, named=bool(visit.found))
        elif visit.depth != 0:
            self.figures.page(verdict.outcome, verdict.reason, article, visit.selectors)

    def compare(self, run: str, reason: str) -> None:
        """Write the figures of the run with what is unlike earlier ones, and the files that settings name."""
        ledger, stats, at = Ledger.of(self.crawler), self.crawler.stats, clock.now()
        figures, kind = self.figures.as_json(), self._kind()
        before = [Measured(one.measured_at, one.figures) for one in ledger.kept.comparable(ledger.portal, kind, at=at)]
        daily = kind == "daily" and reason in WHOLE
        alarms = judge(Measured(at, figures), before, counts=daily) if kind != "backfill" else []
        told = [alarm.as_json() for alarm in alarms]
        found = Health(run=run, portal=ledger.portal, kind=kind, measured_at=at, figures=figures, alarms=told)
        ledger.kept.keep_health(found)
        if alarms:
            stats.set_value("kznews/alarms", len(alarms))
            stats.set_value("kznews/drift", [alarm.line for alarm in alarms])
        for setting, name in FILES.items():
            if path := self.crawler.settings.get(setting):
                self._write(setting, Path(path), FORMATS[name](ledger.kept.health()))

    def _kind(self) -> str:
        if self.crawler.settings.get("REPLAY"):
            return "replay"
        agenda = getattr(self.crawler.spider, "agenda", None)
        return "backfill" if getattr(getattr(agenda, "arguments", None), "span", "") else "daily"

    def _write(self, setting: str, path: Path, text: str) -> None:
        try:
            with replaced(path) as file:
                file.write(text.encode())
        except OSError as error:
            line = f"cannot write {setting} {path}: {error.strerror or error}"
            log.error("%s is not written: %s", path, error.strerror or error)  # noqa: TRY400 - one event, one line
            stats = self.crawler.stats
            stats.set_value("kznews/files_lost", [*stats.get_value("kznews/files_lost", ()), line])
