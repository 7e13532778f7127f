"""Feeds from the store, read back by those who do not know us: pyarrow, pandas, feedparser, a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import threading
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import feedparser
import openpyxl
import pandas as pd
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from lxml import etree

from kznews import clock
from kznews.exporters.arrow import ARTICLE, STORED, table_of
from kznews.exporters.atom import entry_id, language_tag, updated
from kznews.exporters.csv import STORED_COLUMNS, restored
from kznews.exporters.whole import FORMATS, MARK, UNDATED, write_feed, write_partitions
from kznews.items import Article, Change, ExchangeRate, StoredArticle, Weather
from kznews.store import Export, Store
from tests.store.samples import page, world
from tests.support.cases import PORTALS, ROOT
from tests.support.crawls import feed, scrapy, url_of
from tests.support.generated import save_articles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOSTILE = (
    '=HYPERLINK("http://a")',
    "+cmd|'/c calc'!A1",
    "@SUM(A1)",
    "a;=1+1\n\n=2+2",
    "<script>alert(1)</script> & ]]>",
    "../../etc/passwd",
    "%(x)s {} ${HOME}",
    "ұзын сөз " * 40 + "бітті",
)
RATES = [ExchangeRate(currency="USD", value=Decimal("468.560"), change=Decimal("-0.01"), raw="USD 468.560")]
WEATHER = Weather(city="Алматы", city_key="almaty", temperature=Decimal("-5.50"), raw="-5.50°")
SCRIPTS = ("Cyrl", "Latn", "Arab")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with everything at once: editions, versions, undated works, rates, and texts that want to be something else."""
    path = tmp_path_factory.mktemp("store") / "kznews.db"
    with Store.open(url_of(path)) as opened:
        opened.commit([*world(), page("undated", content_key="undated", published_at=None)])
        for number, text in enumerate(HOSTILE):
            more = {"title": text, "authors": [text, "Б. Автор"], "tags": [text], "section": text, "lead": text}
            opened.commit(
                [
                    page(
                        f"hostile/{number}",
                        text=text,
                        content_key=str(number),
                        script=SCRIPTS[number % 3],
                        language="kk",
                        exchange_rates=RATES,
                        weather=WEATHER,
                        views=2**40 + number,
                        published_at=datetime(2024, 2, 29 if number % 2 else 28, 23, 30, tzinfo=timezone(timedelta(hours=6))),
                        **more,
                    )
                ]
            )
    return path


@pytest.fixture(scope="module")
def works(store: Path) -> list[StoredArticle]:
    with Store.open(url_of(store)) as opened, opened.export() as export:
        return list(export.works)


@pytest.fixture(scope="module")
def written(store: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every format, written by the shipped command."""
    folder = tmp_path_factory.mktemp("feeds")
    files = {kind: folder / f"out.{kind}" for kind in FORMATS}
    for kind, path in files.items():
        ended = scrapy("export", kind, "-o", path, store=store)
        assert ended.code == 0, ended.err
    return files


def exact(work: StoredArticle) -> dict[str, Any]:
    """What a typed reader must get: instants in UTC with their offsets, figures as decimals."""
    row = {entry.name: getattr(work, entry.name) for entry in fields(work)}
    for name in ("published", "modified"):
        at = row[f"{name}_at"]
        row[f"{name}_offset"] = round(at.utcoffset().total_seconds()) if at else None
    row["weather"] = vars(work.weather) if work.weather else None
    row["exchange_rates"] = [vars(rate) for rate in work.exchange_rates]
    return row


def test_parquet_reads_back_exactly_and_typed(written: dict[str, Path], works: list[StoredArticle]) -> None:
    table = pq.read_table(written["parquet"])
    assert table.schema.equals(STORED)
    assert str(table.schema.field("published_at").type) == "timestamp[us, tz=UTC]"
    assert str(table.schema.field("exchange_rates").type).count("decimal128(38, 9)") == 2
    assert table.to_pylist() == [exact(work) for work in works]


def test_pandas_reads_the_parquet_with_its_types(written: dict[str, Path], works: list[StoredArticle]) -> None:
    frame = pd.read_parquet(written["parquet"])
    assert str(frame["published_at"].dtype) == "datetime64[us, UTC]"
    assert list(frame["title"]) == [work.title for work in works]
    assert [list(body) for body in frame["body"]] == [work.body for work in works]
    dated = [work.published_at for work in works if work.published_at]
    assert list(frame["published_at"].dropna()) == [pd.Timestamp(at) for at in dated]
    assert frame["exchange_rates"].map(len).sum() == sum(len(work.exchange_rates) for work in works)


def test_json_lines_read_back(written: dict[str, Path], works: list[StoredArticle]) -> None:
    lines = [json.loads(line) for line in written["jsonl"].read_text(encoding="utf-8").splitlines()]
    assert [line["body"] for line in lines] == [work.body for work in works]
    assert [datetime.fromisoformat(line["first_seen"]) for line in lines] == [work.first_seen for work in works]
    assert list(lines[0]) == [entry.name for entry in fields(StoredArticle)]
    assert json.loads(written["json"].read_text(encoding="utf-8")) == lines


def test_csv_reads_back_by_its_rule(written: dict[str, Path], works: list[StoredArticle]) -> None:
    rows = list(csv.DictReader(io.StringIO(written["csv"].read_text(encoding="utf-8"), newline="")))
    assert tuple(rows[0]) == STORED_COLUMNS
    for row, work in zip(rows, works, strict=True):
        cells = {name: restored(cell) for name, cell in row.items()}
        assert cells["body"] == "\n\n".join(work.body)
        assert cells["title"] == work.title
        assert cells["authors"] == "; ".join(work.authors)
        assert cells["published_at"] == (work.published_at.isoformat() if work.published_at else "")
        assert [rate["value"] for rate in json.loads(cells["exchange_rates"] or "[]")] == [
            str(rate.value) for rate in work.exchange_rates
        ]
    assert [restored(title) for title in pd.read_csv(written["csv"])["title"]] == [work.title for work in works]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_spreadsheet_finds_no_formula_whatever_its_separator(written: dict[str, Path], separator: str) -> None:
    sheet = openpyxl.Workbook().active
    with written["csv"].open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter=separator):
            sheet.append(row)
    assert sheet.max_row >= len(HOSTILE)
    assert [cell.coordinate for cells in sheet.iter_rows() for cell in cells if cell.data_type == "f"] == []
    sheet.append([HOSTILE[0]])
    assert sheet.cell(sheet.max_row, 1).data_type == "f"  # the spreadsheet would take one


def test_feedparser_reads_the_atom(written: dict[str, Path], works: list[StoredArticle]) -> None:
    atom = feedparser.parse(written["atom"].read_bytes(), sanitize_html=False)
    assert not atom.bozo, atom.get("bozo_exception")
    assert atom.version == "atom10"
    assert [entry.id for entry in atom.entries] == [entry_id(work.portal, work.article_id) for work in works]
    for entry, work in zip(atom.entries, works, strict=True):
        assert " ".join(entry.title.split()) == " ".join(work.title.split())
        assert entry.link == work.url
        assert [author.name for author in entry.authors] == (work.authors or [work.portal])
        assert datetime(*entry.updated_parsed[:6], tzinfo=UTC) == updated(work).astimezone(UTC).replace(microsecond=0)
        if work.published_at:
            assert datetime(*entry.published_parsed[:6], tzinfo=UTC) == work.published_at.astimezone(UTC)
        (content,) = entry.content
        shown = etree.HTML(content.value).findall(".//p")
        assert [paragraph.text for paragraph in shown] == work.body
        assert content.language == language_tag(work.language, work.script)
    assert atom.feed.updated == max(updated(work) for work in works).isoformat()


def test_the_atom_is_valid_by_the_schema_of_its_standard(written: dict[str, Path]) -> None:
    schema = etree.RelaxNG(etree.parse(ROOT / "tests" / "support" / "atom.rng"))
    document = etree.parse(written["atom"])
    assert schema.validate(document), schema.error_log
    ids = [node.text for node in document.iterfind("{*}entry/{*}id")]
    assert len(ids) == len(set(ids))
    document.getroot().remove(document.find("{*}updated"))
    assert not schema.validate(document)


def test_languages_of_an_atom_entry_name_the_script(written: dict[str, Path]) -> None:
    tags = {node.get("{http://www.w3.org/XML/1998/namespace}lang") for node in etree.parse(written["atom"]).iterfind("{*}entry")}
    assert {"kk", "kk-Latn", "kk-Arab"} <= tags


def test_the_id_of_an_atom_entry_outlives_its_address_and_title() -> None:
    assert entry_id("qamshy", "7") == "urn:uuid:" + entry_id("qamshy", "7")[9:]
    assert entry_id("qamshy", "7") != entry_id("qamshy", "8")
    assert entry_id("qamshy", "81245") == "urn:uuid:9aadcd77-f6f6-5226-b6b5-02c09fe09fe1"


def head(file: Path) -> tuple[str, str, str]:
    """Return id, title and time of an Atom feed."""
    found = feedparser.parse(file.read_bytes()).feed
    return found.id, found.title, found.updated


def test_an_atom_feed_is_the_same_whatever_is_in_it(tmp_path: Path) -> None:
    path, now, works = tmp_path / "x.atom", datetime(2026, 11, 27, 12, tzinfo=UTC), [page(name).article for name in "ab"]
    works[1].portal = "p"
    heads = set()
    for count in range(3):
        with clock.frozen(now):
            write_feed(Export(iter(works[:count]), None), "atom", path)
        heads.add(head(path)[:2])
        assert (head(path)[2] == now.isoformat()) is (count == 0)
    assert [title for _, title in heads] == ["kznews: all portals"]


def test_atom_feeds_of_other_portals_or_scripts_are_others(store: Path, tmp_path: Path) -> None:
    ids = {}
    for more in ((), ("--since", "2018-01-01"), ("--portal", "q"), ("--portal", "q", "--script", "Latn")):
        assert scrapy("export", "atom", "-o", tmp_path / "x.atom", *more, store=store).code == 0
        ids.setdefault(head(tmp_path / "x.atom")[:2], []).append(more)
    assert [title for _, title in ids] == ["kznews: all portals", "kznews: q", "kznews: q, Latn"]
    assert sorted(map(len, ids.values())) == [1, 1, 2]


def test_an_atom_entry_that_changed_says_so_when_the_portal_does_not() -> None:
    said = datetime(2018, 4, 21, tzinfo=UTC)
    read = said + timedelta(days=2)
    assert updated(StoredArticle(published_at=said, fetched_at=read, versions=1)) == said
    assert updated(StoredArticle(published_at=said, fetched_at=read, versions=2)) == read
    assert updated(Article(fetched_at=read)) == read


@pytest.mark.parametrize(("address", "led"), [("https://q.kz/1.jpg", True), ("javascript:alert(1)", False), ("data:,x", False)])
def test_the_image_of_an_atom_entry_is_on_the_web(tmp_path: Path, address: str, *, led: bool) -> None:
    work = StoredArticle(portal="q", article_id="1", url="https://q.kz/1", title="Т", image_url=address, body=["x"])
    write_feed(Export(iter([work]), None), "atom", tmp_path / "out.atom")
    (entry,) = feedparser.parse(tmp_path.joinpath("out.atom").read_bytes()).entries
    assert [link.href for link in entry.links if link.rel == "enclosure"] == [address] * led


def test_letters_that_no_xml_may_hold_do_not_break_an_atom_feed(tmp_path: Path) -> None:
    broken = {"title": "а\x0bб\ufffe", "body": ["x\x00\ud800"], "tags": ["\x1f"], "url": "https://q.kz/\x01"}
    work = StoredArticle(portal="q", article_id="1", **broken)
    write_feed(Export(iter([work]), None, name="\x02"), "atom", tmp_path / "out.atom")
    (entry,) = feedparser.parse(tmp_path.joinpath("out.atom").read_bytes()).entries
    assert entry.title == "а\ufffdб\ufffd"


def test_a_removed_work_is_removed_in_every_format(tmp_path: Path) -> None:
    gone = StoredArticle(portal="q", article_id="1", change=Change.REMOVED)
    found = {}
    for kind in FORMATS:
        assert write_feed(Export(iter([gone]), None), kind, tmp_path / kind) == 1
        found[kind] = (tmp_path / kind).read_bytes()
    assert json.loads(found["jsonl"])["change"] == "removed"
    (node,) = etree.fromstring(found["atom"]).iterfind("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert node.get("ref") == entry_id("q", "1")
    assert pq.read_table(tmp_path / "parquet").to_pylist()[0]["change"] == "removed"
    assert b",removed" in found["csv"]


def test_partitions_are_by_portal_and_month_of_the_portals_clock(store: Path, works: list[StoredArticle], tmp_path: Path) -> None:
    out = tmp_path / "lake"
    assert scrapy("export", "parquet", "--partition", "-o", out, store=store).code == 0
    found = ds.dataset(out, partitioning="hive").to_table().to_pylist()
    names = {path.relative_to(out).parts[:2] for path in out.rglob("*.parquet")}
    assert ("portal=q", f"month={UNDATED}") in names
    assert ("portal=q", "month=2024-02") in names
    months = {row["article_id"]: row["month"] for row in found}
    assert months == {work.article_id: f"{work.published_at:%Y-%m}" if work.published_at else UNDATED for work in works}
    wanted = {work.article_id: exact(work) for work in works}
    assert {row["article_id"]: {name: row[name] for name in wanted[row["article_id"]]} for row in found} == wanted
    assert len(pd.read_parquet(out)) == len(works)


def test_a_folder_of_partitions_is_replaced_as_a_whole_or_not_at_all(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "lake"

    def export(works: Iterator[StoredArticle]) -> None:
        write_partitions(Export(works, None), out)

    def broken(works: Iterator[StoredArticle]) -> Iterator[StoredArticle]:
        yield next(works)
        raise OSError

    with Store.open(url_of(store)) as opened:
        with opened.export() as export_:
            export(export_.works)
        before = sorted(path.relative_to(out) for path in out.rglob("*"))
        with opened.export() as export_, pytest.raises(OSError):
            export(broken(export_.works))
    assert sorted(path.relative_to(out) for path in out.rglob("*")) == before
    export(iter([StoredArticle(portal="../../up", article_id="1", body=["x"])]))
    assert sorted(str(path.relative_to(out)) for path in out.rglob("*.parquet")) == [
        f"portal=..%2F..%2Fup/month={UNDATED}/part-0.parquet"
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["lake"]


def test_a_folder_of_partitions_is_on_the_disk_before_its_name_is(
    works: list[StoredArticle], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, synced = tmp_path / "lake", []
    monkeypatch.setattr("kznews.atomic.sync", lambda path: synced.append((path.name, out.exists())))
    write_partitions(Export(iter(works), "run"), out)
    written = [path.name for path in out.rglob("*")]
    assert sorted(name for name, there in synced[:-1] if not there and name in written) == sorted(written)
    assert synced[-1] == (tmp_path.name, True)
    assert not any(there for _, there in synced[:-1])


@pytest.mark.skipif(sys.platform != "linux", reason="only there two names are exchanged in one step")
def test_a_folder_of_partitions_has_its_name_at_every_instant(
    works: list[StoredArticle], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "lake"
    write_partitions(Export(iter(works), "run"), out)
    monkeypatch.setattr("pathlib.Path.rename", None)  # nothing is renamed while another folder has the name
    write_partitions(Export(iter(works[:1]), "run"), out)
    assert len(list(out.rglob("*.parquet"))) == 1
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("given", [("export", "jsonl"), ("report",)], ids=str)
def test_a_pipe_is_written_to_and_stays_one(store: Path, tmp_path: Path, given: tuple[str, ...]) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    ended = scrapy(*given, "-o", pipe, store=store)
    reader.join(10)
    assert ended.code == 0, ended.err
    assert pipe.is_fifo()
    assert read
    assert read[0].rstrip().endswith(b"}" if "jsonl" in given else b"</html>")
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_folder_that_holds_anything_else_is_never_replaced(store: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    mine.joinpath("thesis.txt").write_text("years of work", encoding="utf-8")
    ended = scrapy("export", "parquet", "--partition", "-o", mine, store=store)
    assert (ended.code, len(ended.lines)) == (4, 1)
    assert "left alone" in ended.err
    assert [path.name for path in tmp_path.rglob("*")] == ["mine", "thesis.txt"]
    mine.joinpath(MARK).touch()
    ended = scrapy("export", "parquet", "--partition", "-o", mine, store=store)
    assert (ended.code, len(ended.lines)) == (4, 1)
    assert "thesis.txt in it is no part of such a feed, and it is left alone" in ended.err
    assert mine.joinpath("thesis.txt").read_text(encoding="utf-8") == "years of work"
    mine.joinpath("thesis.txt").rename(mine / "_SUCCESS")  # what readers of such folders pass over
    for _ in range(2):
        assert scrapy("export", "parquet", "--partition", "-o", mine, store=store).code == 0
    assert not mine.joinpath("_SUCCESS").exists()


def test_groups_of_rows_are_bounded_by_the_length_of_their_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kznews.exporters.rows.LETTERS", 1_000)
    long = (StoredArticle(portal="q", article_id=str(number), body=["ә" * 400]) for number in range(9))
    write_feed(Export(long, None), "parquet", tmp_path / "out.parquet")
    found = pq.ParquetFile(tmp_path / "out.parquet")
    assert [found.metadata.row_group(number).num_rows for number in range(found.num_row_groups)] == [3, 3, 3]


def test_a_figure_that_no_column_holds_stands_in_its_raw_text_alone() -> None:
    huge = ExchangeRate(currency="USD", value=Decimal("1E+40"), raw="1E+40")
    fine = ExchangeRate(currency="EUR", value=Decimal("0.1234567891"), raw="0.1234567891")
    (row,) = table_of([Article(exchange_rates=[huge, fine])], ARTICLE).to_pylist()
    assert [(rate["value"], rate["raw"]) for rate in row["exchange_rates"]] == [(None, "1E+40"), (None, "0.1234567891")]


@pytest.mark.parametrize("digits", ["9" * 29, "9" * 29 + ".5", "1" * 20 + ".123456789", "-" + "9" * 29 + ".999999999"])
def test_a_figure_of_as_many_digits_as_its_column_holds_is_exact(digits: str) -> None:
    rate = ExchangeRate(currency="USD", value=Decimal(digits), raw=digits)
    (row,) = table_of([Article(exchange_rates=[rate])], ARTICLE).to_pylist()
    assert row["exchange_rates"][0]["value"] == Decimal(digits)


def test_the_columns_of_the_parquet_are_the_fields_of_an_article() -> None:
    names = [entry.name for entry in fields(StoredArticle)]
    assert [name for name in STORED.names if not name.endswith("_offset")] == names
    assert [name for name in STORED.names if name.endswith("_offset")] == ["published_offset", "modified_offset"]


@pytest.mark.parametrize("kind", ["parquet", "atom"])
def test_a_run_writes_the_formats_of_the_store(tmp_path: Path, kind: str) -> None:
    out, lines = tmp_path / f"out.{kind}", tmp_path / "out.jsonl"
    replay = ("-s", f"REPLAY={PORTALS / 'qamshy'}")
    ended = scrapy("crawl", "qamshy", *replay, "-O", out, "-O", lines, store=tmp_path / "k.db")
    assert ended.code == 0, ended.err
    titles = [json.loads(line)["title"] for line in lines.read_text(encoding="utf-8").splitlines()]
    if kind == "parquet":
        assert pq.read_table(out).schema.equals(ARTICLE)
        assert pd.read_parquet(out)["title"].to_list() == titles
    else:
        found = feedparser.parse(out.read_bytes())
        assert not found.bozo
        assert [entry.title for entry in found.entries] == titles
        assert found.feed.title == "kznews: qamshy"
    refused = scrapy("crawl", "qamshy", *replay, "-o", out, store=tmp_path / "k.db")
    assert (refused.code, len(refused.lines)) == (2, 1)
    assert "-O" in refused.err


def test_what_was_not_understood_is_one_line(store: Path, tmp_path: Path) -> None:
    cases = {
        ("jsonl", "--portal", "nobody"): "nobody",
        ("jsonl", "--since", "yesterday"): "2018-01-31",
        ("jsonl", "--since", "2018-02-01", "--until", "2018-01-01"): "comes after",
        ("jsonl", "--language", "Kazakh"): "language code",
        ("jsonl", "--since-run", "nonsense"): "nonsense",
        ("jsonl", "--story", "nonsense"): "no work of the store tells the story 'nonsense'",
        ("jsonl", "--story", "q:5"): "no work of the store tells the story 'q:5'",  # a duplicate: its original tells it
        ("jsonl", "--since", ""): "2018-01-31",
    }
    for given, said in cases.items():
        ended = scrapy("export", *given, "-o", tmp_path / "out", store=store)
        assert (ended.code, len(ended.lines)) == (2, 1), given
        assert said in ended.err
    assert list(tmp_path.iterdir()) == []


OTHERS = [("jsonl", "out.csv"), ("jsonl", "out.json"), ("csv", "out.PARQUET"), ("atom", "out.json")]


@pytest.mark.parametrize(("kind", "name"), OTHERS)
def test_a_name_that_says_another_format_is_refused(store: Path, tmp_path: Path, kind: str, name: str) -> None:
    ended = scrapy("export", kind, "-o", tmp_path / name, store=store)
    assert ended.code == 2
    assert f"{tmp_path / name} would hold {kind}: write `scrapy export {name.split('.')[1].lower()}`" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "name"), [("atom", "out.xml"), ("jsonl", "out.ndjson"), ("csv", "out"), ("json", "json")])
def test_any_other_name_may_hold_any_format(store: Path, tmp_path: Path, kind: str, name: str) -> None:
    assert scrapy("export", kind, "-o", tmp_path / name, store=store).code == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_work_that_nobody_else_tells_is_a_story_of_its_own(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    ended = scrapy("export", "jsonl", "-o", out, "--story", "q:undated", store=store)
    assert (ended.code, [line["article_id"] for line in feed(out)]) == (0, ["undated"])
    ended = scrapy("export", "jsonl", "-o", out, "--story", "q:undated", "--portal", "qamshy", store=store)
    assert (ended.code, feed(out)) == (0, []), "the story is there, and that portal does not tell it"


@pytest.mark.parametrize("command", [("export", "jsonl"), ("export", "parquet"), ("report",)], ids=" ".join)
@pytest.mark.parametrize("place", ["/", ".."])
def test_a_folder_in_a_files_place_is_named_before_anything_is_written(store: Path, command: tuple[str, ...], place: str) -> None:
    ended = scrapy(*command, "-o", place, store=store)
    assert (ended.code, ended.lines) == (4, [f"cannot write {place}: Is a directory"])


def test_a_timer_gets_what_is_new_since_its_last_call(tmp_path: Path) -> None:
    store, out, state = tmp_path / "k.db", tmp_path / "new.jsonl", tmp_path / "state"
    save_articles(tmp_path / "pages", range(101, 103))

    def collected_and_exported() -> list[str]:
        assert scrapy("crawl", "qamshy", "-s", f"REPLAY={tmp_path / 'pages'}", store=store).code == 0
        ended = scrapy("export", "jsonl", "-o", out, "--state", state, store=store)
        assert ended.code == 0, ended.err
        return [f"{line['article_id']} {line['change']}" for line in feed(out)]

    assert collected_and_exported() == ["101 None", "102 None"]
    assert collected_and_exported() == []
    save_articles(tmp_path / "pages", range(103, 104))
    assert collected_and_exported() == ["103 new"]
    assert scrapy("export", "jsonl", "-o", out, "--state", state, "--since-run", "x", store=store).code == 2
    for held in (b"", b"\xff\xfe\x00x", b"two words"):
        state.write_bytes(held)
        ended = scrapy("export", "jsonl", "-o", out, "--state", state, store=store)
        assert (ended.code, len(ended.lines)) == (2, 1)
        assert f"{state} names no run" in ended.lines[0]
        assert state.read_bytes() == held


def test_a_state_that_cannot_be_used_is_named_and_not_the_feed(tmp_path: Path) -> None:
    store, out, plain = tmp_path / "k.db", tmp_path / "new.jsonl", tmp_path / "file"
    plain.touch()
    with Store.open(url_of(store)) as opened:
        opened.finish_run(opened.start_run("q"), finish_reason="finished")
    ended = scrapy("export", "jsonl", "-o", out, "--state", tmp_path / "." / "new.jsonl", store=store)
    assert ended.code == 2
    assert "--state names the file of the feed itself" in ended.err
    assert not out.exists()
    for state, said in ((tmp_path, f"cannot read {tmp_path}: "), (plain / "state", f"cannot write {plain / 'state'}: ")):
        ended = scrapy("export", "jsonl", "-o", out, "--state", state, store=store)
        assert (ended.code, len(ended.lines)) == (4, 1), ended.err
        assert ended.lines[0].startswith(said)


FIRST, LAST = ("--since", "0001-01-01"), ("--until", "9999-12-31")


@pytest.mark.parametrize("days", [FIRST, LAST, FIRST + LAST], ids=["first", "last", "both"])
def test_a_span_may_begin_and_end_with_the_calendar(store: Path, works: list[StoredArticle], days: tuple[str, ...]) -> None:
    ended = scrapy("export", "jsonl", "-o", "-", *days, store=store)
    dated = [work for work in works if work.published_at is not None]
    assert (ended.code, len(ended.out.splitlines())) == (0, len(dated))


def test_a_feed_on_standard_output_is_alone_there(store: Path, works: list[StoredArticle]) -> None:
    ended = scrapy("export", "jsonl", "-o", "-", store=store)
    assert len(ended.out.splitlines()) == len(works)
    assert len(ended.lines) >= 1
