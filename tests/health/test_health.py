"""Health as users meet it: after a run, by `scrapy health`, in files, and in the store of either database."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from prometheus_client.parser import text_string_to_metric_families

from kznews.clock import frozen
from kznews.health.figures import Figures
from kznews.health.telling import FORMATS
from kznews.items import Article
from kznews.outcomes import Outcome, Reason
from kznews.running import Exit, exit_code
from kznews.store import Health, Store
from tests.support.cases import PORTALS
from tests.support.crawls import replay, scrapy, url_of
from tests.support.mutated_templates import renamed

if TYPE_CHECKING:
    from pathlib import Path

DAY = datetime(2026, 11, 1, 6, tzinfo=UTC)
CLASS = "entry-title"


def pages(folder: Path, *, without: str = "") -> Path:
    """Return a copy of a portal's saved pages, on which a class may have another name."""
    shutil.copytree(PORTALS / "qamshy", folder)
    for page in folder.rglob("*.html"):
        page.write_bytes(renamed(page.read_bytes(), without))
    return folder


@pytest.fixture(scope="module")
def drifted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A store after three runs as they should be, and the saved pages of the day after the redesign."""
    folder = tmp_path_factory.mktemp("drift")
    for day in range(3):
        with frozen(DAY + timedelta(days=day)):
            crawl = replay("qamshy", PORTALS / "qamshy", folder / "kznews.db")
        assert crawl.code == Exit.FINE, crawl.stats
    return folder / "kznews.db", pages(folder / "pages", without=CLASS)


def test_a_changed_template_ends_the_first_run_with_3_and_a_line_that_names_the_field(
    drifted: tuple[Path, Path], tmp_path: Path
) -> None:
    store, new = drifted
    files = {name: tmp_path / name for name in ("mail", "json", "prometheus")}
    settings = [part for name, path in files.items() for part in ("-s", f"HEALTH_{name.upper()}={path}")]
    ended = scrapy("crawl", "qamshy", "-s", f"REPLAY={new}", *settings, store=store)
    assert ended.code == Exit.UNHEALTHY, ended.err
    drift = [line for line in ended.lines if line.startswith("drift: ")]
    assert any(line.startswith("drift: title: 1 of 7 pages on which") for line in drift), ended.lines

    again = scrapy("health", "qamshy", store=store)
    assert again.code == Exit.UNHEALTHY
    assert all(line.removeprefix("drift: ") in again.out for line in drift)
    assert files["mail"].read_text(encoding="utf-8").count("\n") == 1  # one paragraph
    assert "title: 1 of 7 pages" in files["mail"].read_text(encoding="utf-8")
    told = json.loads(files["json"].read_text(encoding="utf-8"))["qamshy"]
    assert "title" in [alarm["field"] for alarm in told["alarms"]]
    gauges = {family.name: family for family in text_string_to_metric_families(files["prometheus"].read_text(encoding="utf-8"))}
    (alarms,) = gauges["kznews_alarms"].samples
    assert (alarms.labels, alarms.value) == ({"portal": "qamshy"}, len(drift))
    covered = {sample.labels["field"]: sample.value for sample in gauges["kznews_field_coverage_ratio"].samples}
    assert covered["body"] == 1.0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(files)

    accepted = scrapy("health", "qamshy", "--accept", store=store)
    assert (accepted.code, accepted.out.count("\n")) == (Exit.FINE, 1)
    assert scrapy("crawl", "qamshy", "-s", f"REPLAY={new}", store=store).code == Exit.FINE
    assert scrapy("crawl", "qamshy", "-s", f"REPLAY={PORTALS / 'qamshy'}", store=store).code == Exit.FINE


def test_without_the_selectors_nobody_would_notice(
    drifted: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: general strategies read the changed pages just as well."""
    _, new = drifted
    monkeypatch.setattr("kznews.spiders.base.selectors_of", lambda *_: None)
    path = tmp_path / "kznews.db"
    for folder in (PORTALS / "qamshy",) * 3 + (new,):
        assert replay("qamshy", folder, path).code == Exit.FINE


def test_a_health_file_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    tmp_path.joinpath("file").touch()
    settings = ("-s", f"REPLAY={PORTALS / 'qamshy'}", "-s", f"HEALTH_JSON={tmp_path / 'file' / 'x'}")
    ended = scrapy("crawl", "qamshy", *settings, store=tmp_path / "k.db")
    assert ended.code == Exit.UNHEALTHY
    assert "Traceback" not in ended.err
    assert len([line for line in ended.err.splitlines() if "is not written" in line]) == 1


def test_a_portal_that_was_never_measured_is_one_line(tmp_path: Path) -> None:
    Store.open(url_of(tmp_path / "k.db")).close()
    ended = scrapy("health", "qamshy", store=tmp_path / "k.db")
    assert (ended.code, ended.lines) == (Exit.USAGE, ["no run of qamshy has been measured"])
    ended = scrapy("health", "qamshi", store=tmp_path / "k.db")
    assert (ended.code, ended.lines) == (Exit.USAGE, ["no portal is called 'qamshi': did you mean qamshy?"])
    assert scrapy("health", store=tmp_path / "k.db").out == "No run has been measured yet.\n"


def test_an_alarm_comes_before_a_limit_and_after_a_stop() -> None:
    told = {"finish_reason": "finished", "kznews/outcome/stored": 9, "kznews/alarms": 1}
    assert exit_code(told) == Exit.UNHEALTHY
    assert exit_code({**told, "kznews/halted": "budget"}) == Exit.UNHEALTHY
    assert exit_code({**told, "finish_reason": "shutdown"}) == Exit.FINE
    assert exit_code({**told, "kznews/alarms": 0}) == Exit.FINE


def test_what_somebody_has_accepted_is_no_alarm_in_any_format_and_stays_named_in_the_json() -> None:
    alarm = {"field": "title", "name": "field:title", "line": "title: 1 of 40"}
    at = datetime(2026, 11, 27, tzinfo=UTC)
    told = Health(run="r", portal="q", kind="daily", measured_at=at, figures={"articles": 40}, alarms=[alarm])
    accepted = replace(told, accepted_at=at)
    assert [FORMATS["mail"]([one]).startswith("q: title: 1 of 40.") for one in (told, accepted)] == [True, False]
    assert "1 of 1 portals as before" in FORMATS["mail"]([accepted])
    assert ['kznews_alarms{portal="q"} 1.0' in FORMATS["prometheus"]([one]) for one in (told, accepted)] == [True, False]
    assert ["title: 1 of 40" in FORMATS["text"]([one]) for one in (told, accepted)] == [True, False]
    assert json.loads(FORMATS["json"]([accepted]))["q"]["alarms"] == [alarm]


@pytest.mark.parametrize("reason", [Reason.TIMED_OUT, Reason.SERVER_ERROR, Reason.ROBOTS])
def test_a_page_that_the_network_kept_back_says_nothing_of_how_pages_are_made(reason: Reason) -> None:
    figures = Figures()
    figures.page(Outcome.REFUSED, Reason.NO_BODY, None, None)
    before = figures.as_json()
    figures.page(Outcome.REFUSED, reason, None, None)
    assert figures.as_json() == before


def test_lengths_are_told_by_their_quartiles() -> None:
    figures = Figures()
    assert figures.as_json()["length"] == []
    for letters in (10, 80, 30, 40, 50, 60, 70, 20):
        figures.page(Outcome.STORED, None, Article(body=["ә" * letters]), None)
    assert figures.as_json()["length"] == [30, 50, 70]


def test_every_format_says_something_of_a_store_without_a_run() -> None:
    assert all(isinstance(told([]), str) for told in FORMATS.values())
