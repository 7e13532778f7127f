"""Feeds: every format that `-O` and `scrapy export` write, read back by somebody who does not know us."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from itemadapter import ItemAdapter
from scrapy.exporters import JsonLinesItemExporter, PickleItemExporter, XmlItemExporter

from kznews.atomic import replaced
from kznews.exporters.csv import COLUMNS, ArticleCsvExporter, inert, restored
from kznews.exporters.xml import ArticleXmlExporter
from kznews.items import Article, ExchangeRate, Weather
from kznews.kazakh.text import paragraph
from tests.support.cases import PORTALS, exported
from tests.support.crawls import feed, replay, scrapy
from tests.support.generated import article_page, article_url, save_articles, save_page

if TYPE_CHECKING:
    from pathlib import Path

QAMSHY = PORTALS / "qamshy"
ACTIVE = ("=1+1", "+cmd|'/c calc'!A1", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1+1", "＠x", "'=1", "''", '=HYPERLINK("http://a")')


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All formats of one run of the shipped command, by name."""
    folder = tmp_path_factory.mktemp("feeds")
    files = {kind: folder / f"out.{kind}" for kind in ("jsonl", "json", "csv", "xml")}
    options = [part for path in files.values() for part in ("-O", path)]
    ended = scrapy("crawl", "qamshy", "-s", f"REPLAY={QAMSHY}", *options, store=folder / "kznews.db")
    assert ended.code == 0, ended.err
    assert ended.out == ""
    return files


def article(**values: Any) -> Article:
    known = {
        "portal": "qamshy",
        "article_id": "7",
        "url": article_url(7),
        "title": "Тақырып",
        "body": ["Бірінші абзац.", 'Екінші; абзац, «тырнақша» мен "қос" белгісі.'],
        "published_at": datetime(2018, 4, 21, tzinfo=timezone(timedelta(hours=6))),
        "weather": Weather(city="Алматы", city_key="almaty", temperature=Decimal("-5.50"), raw="-5.50°"),
        "exchange_rates": [ExchangeRate(currency="USD", value=Decimal("468.560"), raw="USD 468.560")],
        "fetched_at": datetime(2022, 12, 16, 13, 46, 32, tzinfo=UTC),
    }
    return Article(**known | values)


def written_by(exporter: type, *items: Article, **options: Any) -> bytes:
    file = io.BytesIO()
    file.close = lambda: None  # type: ignore[method-assign]
    writer = exporter(file, encoding="utf-8", **options)
    writer.start_exporting()
    for item in items:
        writer.export_item(item)
    writer.finish_exporting()
    return file.getvalue()


def csv_rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def floats_in(value: Any) -> list[float]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [found for part in value for found in floats_in(part)]
    return [value] if isinstance(value, float) else []


def test_every_format_of_one_run_names_the_same_articles(written: dict[str, Path]) -> None:
    lines = feed(written["jsonl"])
    ids = [line["article_id"] for line in lines]
    assert len(ids) == len(set(ids)) > 10
    assert json.loads(written["json"].read_text(encoding="utf-8")) == lines
    assert [row["article_id"] for row in csv_rows(written["csv"].read_bytes())] == ids
    assert [node.findtext("article_id") for node in ET.parse(written["xml"]).getroot()] == ids


@pytest.mark.parametrize("kind", ["jsonl", "json", "csv", "xml"])
def test_a_feed_is_utf_8_and_its_kazakh_letters_can_be_read(written: dict[str, Path], kind: str) -> None:
    text = written[kind].read_text(encoding="utf-8")
    assert "Жаркентте түнгі оқу залы ашылды" in text
    assert "\\u0" not in text
    assert "\ufeff" not in text


def test_figures_are_exact_and_never_floats(written: dict[str, Path]) -> None:
    for line in feed(written["jsonl"]):
        assert floats_in(line) == []
        for rate in line["exchange_rates"]:
            assert re.fullmatch(r"\d+(\.\d+)?", rate["value"])
            assert rate["value"].replace(".", ",") in rate["raw"] or rate["value"] in rate["raw"]
    assert exported(article())["exchange_rates"][0]["value"] == "468.560"
    assert exported(article())["weather"]["temperature"] == "-5.50"


def test_times_are_iso_with_their_offset(written: dict[str, Path]) -> None:
    for line in feed(written["jsonl"]):
        assert datetime.fromisoformat(line["fetched_at"]).utcoffset() == timedelta(0)
        if line["published_at"]:
            assert datetime.fromisoformat(line["published_at"]).utcoffset() in (timedelta(hours=5), timedelta(hours=6))


def test_one_record_is_one_line_under_every_rule_of_splitting(written: dict[str, Path]) -> None:
    data = written["jsonl"].read_bytes()
    text = data.decode("utf-8")
    count = len(feed(written["jsonl"]))
    assert len(text.splitlines()) == len(data.splitlines()) == len(io.StringIO(text).readlines()) == count
    assert len(re.findall(r"(?m)^\{.*\}$", text)) == count


@given(st.text(st.characters(codec=None), max_size=40))
def test_a_cleaned_paragraph_cannot_break_a_line_of_the_feed(text: str) -> None:
    data = written_by(JsonLinesItemExporter, article(body=[paragraph(text)])).decode("utf-8")
    assert len(data.splitlines()) == 1
    assert json.loads(data)["body"] == [paragraph(text)]


def test_letters_that_break_feeds_do_not_come_through_from_a_page(tmp_path: Path) -> None:
    words = "қар\u2028лы\u2029 бо\u0085рап\u0007 со\ufeffқты\u202e"
    save_page(tmp_path / "one", "case", article_url(7), article_page(7, words=words))
    (item,) = replay("qamshy", tmp_path / "one", tmp_path / "kznews.db").items
    data = written_by(JsonLinesItemExporter, item).decode("utf-8")
    assert len(data.splitlines()) == 1
    assert "боран"[:2] in data
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x85\u2028\u2029\u202e\ufeff]", data)
    ET.fromstring(written_by(XmlItemExporter, item))


def test_csv_reads_back_with_the_csv_module(written: dict[str, Path]) -> None:
    rows = csv_rows(written["csv"].read_bytes())
    lines = feed(written["jsonl"])
    assert tuple(rows[0]) == COLUMNS
    for row, line in zip(rows, lines, strict=True):
        assert row["body"].split("\n\n") == line["body"]
        rates = [{name: str(value) for name, value in rate.items() if value is not None} for rate in line["exchange_rates"]]
        assert [{name: str(value) for name, value in rate.items()} for rate in json.loads(row["exchange_rates"] or "[]")] == rates
        weather = line["weather"] or {}
        assert {name: row[f"weather_{name}"] for name in ("city", "city_key", "temperature")} == {
            name: weather.get(name) or "" for name in ("city", "city_key", "temperature")
        }
        assert row["published_at"] == (line["published_at"] or "")


def test_every_row_of_the_csv_has_every_column(written: dict[str, Path]) -> None:
    with written["csv"].open(encoding="utf-8", newline="") as file:
        assert {len(row) for row in csv.reader(file)} == {len(COLUMNS)}


@pytest.mark.parametrize("title", ACTIVE)
def test_a_cell_of_the_csv_is_inert_and_reads_back(title: str) -> None:
    (row,) = csv_rows(written_by(ArticleCsvExporter, article(title=title, authors=[title])))
    for cell in (row["title"], row["authors"]):
        assert cell.startswith("'")
        assert restored(cell) == title
        assert not cell.lstrip().startswith(("=", "+", "-", "@"))


CELLS = st.text(st.one_of(st.sampled_from("'=+-@＝,;\t\n\r\" 1a"), st.characters(codec="utf-8")), max_size=20)
"""Texts of what matters to a spreadsheet, and of anything else."""


@given(CELLS)
def test_an_inert_cell_is_reversible(text: str) -> None:
    cell = inert(text)
    assert restored(cell) == text
    assert not cell.strip().startswith(("=", "@", "＝", "＋", "－", "＠"))


def runs(cell: str) -> bool:
    """Return whether a spreadsheet would run the cell: it begins like a formula and is no number."""
    bare = cell.strip().strip('"').strip()
    return bare.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) and not re.fullmatch(r"[+-]?\d+(\.\d+)?", bare)


@given(CELLS)
def test_no_cell_is_run_wherever_a_spreadsheet_begins_one(text: str) -> None:
    """Separators of other countries, lines taken for rows, quotes that are not understood: all begin a cell somewhere."""
    assert not any(map(runs, re.split("[,;\t\r\n]", inert(text))))


def test_without_the_marks_within_a_cell_another_separator_would_run_it() -> None:
    text = "Бағам;=cmd|'/c calc'!A1"
    assert not runs("'" + text)
    assert any(map(runs, re.split("[,;]", text)))
    assert not any(map(runs, re.split("[,;]", inert(text))))


def test_a_negative_temperature_stays_a_number_in_the_csv() -> None:
    (row,) = csv_rows(written_by(ArticleCsvExporter, article()))
    assert row["weather_temperature"] == "-5.50"
    assert json.loads(row["exchange_rates"])[0]["value"] == "468.560"


def test_the_csv_holds_the_columns_that_a_user_chooses(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    chosen = "FEED_EXPORT_FIELDS=title,weather_temperature,url"
    scrapy("crawl", "qamshy", "-s", f"REPLAY={QAMSHY / 'qar-alemnews-kz'}", "-s", chosen, "-O", out, store=tmp_path / "k.db")
    (row,) = csv_rows(out.read_bytes())
    assert tuple(row) == ("title", "weather_temperature", "url")
    assert row["weather_temperature"] == "6"


def test_a_feed_is_appended_to_with_a_small_o_and_replaced_with_a_large_one(tmp_path: Path) -> None:
    save_articles(tmp_path / "pages", range(101, 103))
    out, replay_of = tmp_path / "out.jsonl", f"REPLAY={tmp_path / 'pages'}"
    lengths = []
    for option in ("-O", "-o", "-O"):
        assert scrapy("crawl", "qamshy", "-s", replay_of, option, out, store=tmp_path / "k.db").code == 0
        lengths.append(len(feed(out)))
    assert lengths == [2, 4, 2]


def test_a_csv_that_is_appended_to_has_one_header(tmp_path: Path) -> None:
    save_articles(tmp_path / "pages", range(101, 103))
    out, more = tmp_path / "out.csv", ("-s", f"REPLAY={tmp_path / 'pages'}", "-s", "FEED_EXPORT_ENCODING=utf-8-sig")
    out.touch()  # an empty file gets its header
    for times in (1, 2):
        assert scrapy("crawl", "qamshy", *more, "-o", out, store=tmp_path / "k.db").code == 0
        rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline="")))
        assert tuple(rows[0]) == COLUMNS
        assert [row["article_id"] for row in rows] == ["101", "102"] * times
    assert out.read_bytes().count("\ufeff".encode()) == 1


@pytest.mark.parametrize("kind", ["json", "xml"])
def test_a_feed_that_cannot_be_appended_to_is_left_as_it_is(tmp_path: Path, kind: str) -> None:
    save_articles(tmp_path / "pages", range(101, 102))
    out, replay_of = tmp_path / f"out.{kind}", ("-s", f"REPLAY={tmp_path / 'pages'}")
    out.touch()  # to a file without a byte, all that comes is the first document
    assert scrapy("crawl", "qamshy", *replay_of, "-o", out, store=tmp_path / "k.db").code == 0
    before = out.read_bytes()
    assert len(json.loads(before) if kind == "json" else ET.fromstring(before)) == 1
    ended = scrapy("crawl", "qamshy", *replay_of, "-o", out, store=tmp_path / "k.db")
    assert (ended.code, len(ended.lines)) == (2, 1)
    assert "use -O to replace it" in ended.err
    within = replay("qamshy", tmp_path / "pages", tmp_path / "k.db", FEEDS={str(out): {"format": kind}})
    assert (within.code, within.stats["kznews/feeds_lost"]) == (3, 1)
    assert out.read_bytes() == before


def test_a_feed_on_standard_output_is_alone_there(tmp_path: Path) -> None:
    folder = QAMSHY / "qar-alemnews-kz"
    ended = scrapy("crawl", "qamshy", "-s", f"REPLAY={folder}", "-O", "-:jsonl", store=tmp_path / "k.db")
    (line,) = [json.loads(line) for line in ended.out.splitlines()]
    assert line["article_id"] == "81245"
    assert ended.lines


def test_an_xml_feed_holds_every_value_as_an_element(written: dict[str, Path]) -> None:
    (node,) = ET.fromstring(written_by(ArticleXmlExporter, article()))
    assert node.findtext("weather/temperature") == "-5.50"
    assert [part.text for part in node.iterfind("body/value")] == article().body
    assert node.findtext("exchange_rates/value/value") == "468.560"
    assert node.findtext("published_at") == "2018-04-21T00:00:00+06:00"
    assert node.find("lead") is None
    assert not re.search(r"None|Decimal|Weather\(", written["xml"].read_text(encoding="utf-8"))


def test_scrapys_other_exporters_take_the_items_as_well() -> None:
    assert len(list(ET.fromstring(written_by(XmlItemExporter, article())))) == 1
    file = io.BytesIO()
    PickleItemExporter(file).export_item(article())
    assert len(file.getvalue()) > 500


def test_an_article_that_a_feed_cannot_take_is_counted_and_the_run_is_unhealthy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(self: Any, item: Article) -> None:
        if item.article_id == "101":
            raise UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed")
        written(self, item)

    written = JsonLinesItemExporter.export_item
    monkeypatch.setattr(JsonLinesItemExporter, "export_item", refusing)
    save_articles(tmp_path / "pages", range(101, 104))
    out = tmp_path / "out.jsonl"
    feeds = {str(out): {"format": "jsonl", "overwrite": True}}
    crawl = replay("qamshy", tmp_path / "pages", tmp_path / "k.db", FEEDS=feeds)
    assert crawl.stats["kznews/feed_errors"] == 1
    assert crawl.code == 3
    assert len(feed(out)) == 2


def test_the_items_have_a_schema_of_every_field() -> None:
    schema = ItemAdapter.get_json_schema(Article)
    assert set(schema["properties"]) == {entry.name for entry in fields(Article)}
    assert schema["properties"]["title"].get("type") or schema["properties"]["title"].get("anyOf")
    json.dumps(schema)


def test_a_signal_right_behind_the_beginning_of_a_file_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text("old", encoding="utf-8")

    def interrupted(*_: object) -> None:
        assert len(list(tmp_path.iterdir())) == 2
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.chmod", interrupted)
    with pytest.raises(KeyboardInterrupt), replaced(path):
        pass
    assert [(found.name, found.read_text(encoding="utf-8")) for found in tmp_path.iterdir()] == [("feed.jsonl", "old")]



def test_a_file_is_on_the_disk_before_its_name_and_then_its_name_is_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, synced = tmp_path / "feed.jsonl", []
    fsync = os.fsync

    def noted(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        synced.append((is_folder, os.fstat(descriptor).st_size if not is_folder else 0, path.exists()))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    with replaced(path) as file:
        file.write(b"whole")
    assert synced == [(False, 5, False), (True, 0, True)]


def test_a_file_appears_complete_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text("old", encoding="utf-8")

    def broken() -> None:
        with replaced(path) as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert path.read_text(encoding="utf-8") == "old"
    with replaced(path) as file:
        file.write(b"new")
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]
