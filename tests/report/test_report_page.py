"""The report's file: what pages say is text in it, it loads nothing, and every word is there in three languages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import html
from markupsafe import Markup

from kznews.commands.report import report
from kznews.outcomes import Outcome, Reason
from kznews.report import crawl, meanings, observed, told, words
from kznews.report.facts import Coverage, Delay, Facts
from kznews.report.page import SECTIONS, _environment, policy, render, write_report
from kznews.report.parts import MOST_TABLE_ROWS, Link, Section, Table
from kznews.report.window import LONGEST, Window
from kznews.report.words import LANGUAGES, Words
from kznews.running import Exit, NotStarted
from kznews.series.flags import Flag
from kznews.store import Health, Store
from kznews.store.overview import COVERED, Figure
from kznews.store.syndication import Repeated, Story, Telling
from tests.report.hostile import STRINGS
from tests.store.samples import world
from tests.support.cases import ROOT
from tests.support.crawls import scrapy, url_of

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = STRINGS[::83]  # some of them: letters that Vega does not know are slow to draw
DAY = "2026-03-16"
AT = datetime(2026, 3, 16, 14, tzinfo=UTC)


def facts(*portals: str) -> Facts:
    """Facts with something of every portal in every section; the names stand for all text that comes from outside."""
    names = portals or ("qamshy",)
    cells = {(name, DAY): 4 for name in names}
    run = {"started_at": AT, "finished_at": AT, "exit_code": 3, "counts": {"outcome/stored": 4}}
    return Facts(
        made_at=AT,
        window=Window(date(2026, 3, 16), date(2026, 3, 17)),
        long=None,
        newest=AT,
        totals=dict.fromkeys(words.TOTALS, 1234),
        published=cells,
        published_long={},
        delays=[Delay(name, 4, 60, 3600, 90000) for name in names],
        early=1,
        coverage=Coverage(cells, dict.fromkeys(COVERED, dict.fromkeys(cells, 2))),
        outcomes={name: Counter(stored=4, login=1) for name in names},
        runs=[{"portal": name, "finish_reason": name, **run} for name in names],
        portals=dict.fromkeys(names, (4, AT, AT)),
        rates=[Figure(name, "USD", side, DAY, 478.61) for name in names for side in ("official", "buy")],
        weather=[Figure(name, name, "", DAY, -7) for name in names],
        stories=[story(names)],
        repeated=[Repeated(first=name, portal=name, stories=3) for name in names],
        health=[
            Health(
                run=name,
                portal=name,
                kind="daily",
                measured_at=AT,
                figures={},
                alarms=[{"field": name, "name": name, "line": name}],
                accepted_at=None,
            )
            for name in names
        ],
        flags={(name, name, "", DAY): ("season",) for name in names},
    )


def story(names: tuple[str, ...]) -> Story:
    """A story whose first article and repeats say everything with these texts."""
    told = [
        Telling(
            article_key=f"{number}",
            portal=name,
            url=name,
            title=name,
            out_by=AT,
            relation="same",
            changed=None if number else 0.0,
            attribution=name,
        )
        for number, name in enumerate(names)
    ]
    return Story(story_id="0", told=tuple(told))


def rendered(found: Facts, language: str | None = None) -> str:
    return render(found, [section(found) for section in SECTIONS], language)


@cache
def page_of(*portals: str) -> str:
    """The page on `facts` of such portals; drawing one takes a second."""
    return rendered(facts(*portals))


def shape(page: str) -> Counter[tuple[str, ...]]:
    """Return the elements of a page with the names of their attributes; what draws is left out."""
    tree = html.document_fromstring(page)
    return Counter(
        (str(element.tag), *sorted(element.attrib))
        for element in tree.iter()
        if element.tag not in {"path", "title", "g", "text", "tspan"}
    )


def test_there_are_500_hostile_texts() -> None:
    assert len(set(STRINGS)) == 500


def test_hostile_texts_change_nothing_but_the_text_of_a_whole_page() -> None:
    page = page_of(*HOSTILE)
    assert shape(page) == shape(page_of(*(f"portal{number:02}" for number in range(len(HOSTILE)))))
    text = html.document_fromstring(page).text_content()
    assert all(hostile in text for hostile in HOSTILE)


@pytest.mark.parametrize("start", range(0, 500, 100))
def test_every_hostile_text_stays_text_in_tables_and_links(start: int) -> None:
    heads = [words.COLUMNS["portal"]] * 2

    def page(texts: tuple[str, ...]) -> str:
        rows = [[text, Link(text, text)] for text in texts]
        return render(
            facts(),
            [Section("x", words.PAGE["title"], words.PAGE["title"], tables=[Table(words.PAGE["table"], heads, rows)])],
            None,
        )

    hostile = STRINGS[start : start + 100]
    assert shape(page(hostile)) == shape(page(("Тақырып",) * 100))
    cells = [cell.text_content() for cell in html.document_fromstring(page(hostile)).iter("td")]
    assert cells == [text for text in hostile for _ in range(2)]


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://qamshy.kz/article/1", True),
        ("http://qamshy.kz/", True),
        ("javascript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//qamshy.kz/", False),
        ("https:", False),
        ("http://[", False),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str, leads: bool) -> None:  # noqa: FBT001
    assert Link("x", url).leads is leads


def test_an_unescaped_cell_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control of the two tests above."""
    heads = [words.COLUMNS["portal"]]
    rows = [Section("x", words.PAGE["title"], words.PAGE["title"], tables=[Table(words.PAGE["table"], heads, [[STRINGS[0]]])])]
    escaped = shape(render(facts(), rows, None))
    monkeypatch.setitem(_environment().filters, "cell", Markup)
    assert shape(render(facts(), rows, None)) != escaped


def test_its_policy_allows_its_own_style_and_script_and_nothing_else() -> None:
    page = page_of()
    tree = html.document_fromstring(page)
    (allowed,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,), (script,) = tree.xpath("//style"), tree.xpath("//script")
    assert allowed == policy(style.text, script.text)
    assert allowed.startswith("default-src 'none'; ")
    assert allowed.endswith("; img-src data:; base-uri 'none'; form-action 'none'")
    assert "unsafe" not in allowed
    assert "http" not in allowed


def test_it_names_nothing_that_a_browser_would_load() -> None:
    tree = html.document_fromstring(page_of())
    assert not tree.xpath("//*[@src or @srcset or @style or @background or @poster or @data]")
    assert not [value for value in tree.xpath("//@href") if not value.startswith(("#", "data:,"))]
    assert not re.search(r"url\(|@import", page_of())


def test_every_phrase_is_there_in_every_language() -> None:
    tables = [
        words.AXIS,
        words.PAGE,
        words.TOTALS,
        words.COLUMNS,
        words.FIELDS,
        words.RUN_ENDS,
        meanings.MEANINGS,
        meanings.FLAGS,
    ]
    phrases = [phrase for table in tables for phrase in table.values()]
    assert all(isinstance(phrase, Words) and all(part.strip() for part in phrase) for phrase in phrases)
    assert set(meanings.MEANINGS) >= {name.value for name in (*Outcome, *Reason) if name != Outcome.REFUSED}
    assert set(words.FIELDS) == set(COVERED)
    assert set(meanings.FLAGS) == {flag.value for flag in Flag}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_in_the_language_that_was_asked_for(language: str) -> None:
    tree = html.document_fromstring(render(facts(), [], language))
    assert tree.get("lang") == language
    assert tree.get("data-asked") == language
    assert tree.xpath("//input[@checked]/@value") == [language]


def test_a_section_without_data_says_so() -> None:
    none = replace(
        facts(),
        published={},
        delays=[],
        outcomes={},
        runs=[],
        rates=[],
        weather=[],
        flags={},
        health=[],
        stories=[],
        repeated=[],
        coverage=Coverage({}, {}),
    )
    tree = html.document_fromstring(rendered(none))
    assert len(tree.xpath("//p[@class='nothing']")) == len(SECTIONS)
    assert not tree.xpath("//svg")


def test_flags_are_explained_where_their_figures_are() -> None:
    """A store with flags of temperatures alone has nothing to say of rates."""
    no_rates = replace(facts(), rates=[])
    assert observed.rates(no_rates).has_nothing
    assert not observed.weather(no_rates).has_nothing
    both = replace(facts(), flags={("qamshy", "qamshy", "", DAY): ("season",), ("qamshy", "USD", "buy", DAY): ("jump",)})
    for section, names in ((observed.rates, ["jump"]), (observed.weather, ["season"])):
        assert [row[0] for row in section(both).tables[-1].rows] == names


def _many(portals: int, days: int) -> Facts:
    """Facts of many portals, each with articles and refusals on each of many days; the last portal has the most."""
    names = [f"portal{number:02}" for number in range(portals)]
    cells = {(name, f"2026-03-{day:02}"): at + 1 for at, name in enumerate(names) for day in range(1, days + 1)}
    return replace(
        facts(),
        window=Window(date(2026, 3, 1), date(2026, 3, 31)),
        published=cells,
        coverage=Coverage(cells, dict.fromkeys(COVERED, cells)),
        outcomes={name: Counter(dict.fromkeys((Outcome.STORED, *Reason), 2)) for name in names},
    )


def test_every_portal_is_in_the_tables_of_many_portals_and_days() -> None:
    many = _many(47, 25)
    for section in (crawl.published, crawl.coverage, crawl.coverage_over_time, crawl.outcomes):
        assert len({row[0] for table in section(many).tables for row in table.shown if "portal" in str(row[0])}) == 47
    by_portal, by_day = crawl.published(many).tables
    assert by_portal.rows[0] == ["portal46", 47 * 25, 47 * 25]
    assert len(by_day.rows) > MOST_TABLE_ROWS
    assert by_day.rows[0] == ["portal00", "2026-03-25", 1]


def test_a_table_by_portal_tells_the_whole_time_too() -> None:
    long = {("qamshy", "2019"): 30, ("stan", "2019"): 2}
    found = replace(facts(), long=Window(date(2019, 1, 1), date(2026, 3, 17)), published_long=long)
    assert crawl.published(found).tables[0].rows == [["qamshy", 4, 30], ["stan", 0, 2]]


def test_outcomes_by_portal_have_a_column_each() -> None:
    found = replace(facts(), outcomes={"a": Counter(stored=5), "b": Counter(login=7, stored=1)})
    table = crawl.outcomes(found).tables[1]
    assert [head.en for head in table.heads] == ["Portal", "Pages", "login", "stored"]
    assert table.rows == [["a", 5, None, 5], ["b", 8, 7, 1]]


def test_the_figures_of_months_that_the_window_cuts_are_within_the_axis() -> None:
    window = Window(date(2026, 7, 20), date(2026, 11, 5))
    days = ("2026-07-21", "2026-08-01", "2026-11-04")
    shown = [Figure("qamshy", "USD", "buy", day, 478 + at) for at, day in enumerate(days)]
    drawing = observed.rates(replace(facts(), window=window, rates=shown)).drawings[0].markup
    found = re.findall(r'<path transform="translate\((-?[\d.]+),[^>]*><title>([\d-]+) ', drawing)[:3]
    assert [month for _, month in found] == ["2026-07", "2026-08", "2026-11"]
    first, middle, last = (float(across) for across, _ in found)
    assert first == 0
    assert middle == pytest.approx((15 + 11) / 108 * last, abs=0.1), "15 August stands 26 days after 20 July"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 11, 4), date(2026, 11, 5)),
        (date(2026, 11, 2), date(2026, 11, 5)),
        (date(2026, 10, 6), date(2026, 11, 5)),
        (date(2026, 7, 20), date(2026, 11, 5)),
        (date(2011, 7, 20), date(2026, 11, 5)),
    ],
)
def test_no_two_labels_below_figures_are_the_same(first: date, last: date) -> None:
    shown = [Figure("qamshy", "USD", "buy", day.isoformat(), 478) for day in (first, last)]
    drawing = observed.rates(replace(facts(), window=Window(first, last), rates=shown)).drawings[0].markup
    for svg in html.fragment_fromstring(drawing, create_parent=True).iter("svg"):
        labels = [text for label in svg.iter("text") if re.fullmatch(r"[\d-]{5,}", text := label.text_content())]
        assert labels
        assert len(set(labels)) == len(labels)


def test_no_alarm_among_measured_runs_is_good_news() -> None:
    (run,) = facts().health
    quiet = replace(facts(), health=[replace(run, alarms=[])])
    assert "No alarm." in html.document_fromstring(render(quiet, [told.alarms(quiet)], "en")).text_content()
    assert "No alarm." not in page_of()


def test_headings_go_down_by_one_and_every_chart_is_named_and_has_a_table() -> None:
    tree = html.document_fromstring(page_of())
    levels = [int(str(element.tag)[1]) for element in tree.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(svg.get("role") == "img" and svg.get("aria-label") for svg in tree.iter("svg"))
    assert all(section.xpath(".//table") for section in tree.iter("section") if section.xpath(".//svg"))


def test_a_store_gives_the_same_report_twice(tmp_path: Path) -> None:
    store = url_of(tmp_path / "kznews.db")
    with Store.open(store) as opened:
        opened.commit(world())
        for name in ("one", "two"):
            write_report(opened, tmp_path / name, days=0)
    made = re.compile(r"<time datetime=.*?</time>")
    one, two = (made.sub("", (tmp_path / name).read_text(encoding="utf-8"), count=1) for name in ("one", "two"))
    assert one == two


def test_the_command_writes_it_and_says_where(tmp_path: Path, store: Path) -> None:
    Store.open(url_of(store)).close()
    ended = scrapy("report", "-o", tmp_path / "r.html", "--language", "ru", store=store)
    assert (ended.code, ended.out) == (Exit.FINE, "")
    assert ended.lines == [f"the report is {tmp_path / 'r.html'}"]
    assert html.document_fromstring((tmp_path / "r.html").read_bytes()).get("lang") == "ru"


def test_the_command_writes_it_to_standard_output_where_a_dash_is_named(store: Path) -> None:
    Store.open(url_of(store)).close()
    ended = scrapy("report", "-o", "-", store=store)
    assert (ended.code, ended.lines) == (Exit.FINE, ["the report is on standard output"])
    assert html.document_fromstring(ended.out.encode()).get("lang")
    assert not (ROOT / "-").exists()


@pytest.mark.parametrize("days", ["-1", str(LONGEST + 1), "100000000", "soon"])
def test_days_that_no_calendar_has_are_refused(tmp_path: Path, store: Path, days: str) -> None:
    Store.open(url_of(store)).close()
    ended = scrapy("report", "-o", tmp_path / "r.html", "--days", days, store=store)
    assert ended.code == Exit.USAGE
    assert "--days" in ended.err
    assert "Traceback" not in ended.err
    assert not (tmp_path / "r.html").exists()


def test_without_a_store_there_is_no_report(tmp_path: Path, store: Path) -> None:
    ended = scrapy("report", "-o", tmp_path / "r.html", store=store)
    assert (ended.code, len(ended.lines)) == (Exit.NOT_STARTED, 1)
    assert "there is no store" in ended.lines[0]
    assert not (tmp_path / "r.html").exists()


def test_a_report_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    with Store.open(url_of(tmp_path / "kznews.db")) as store, pytest.raises(NotStarted, match=r"cannot write .*: "):
        report(store, tmp_path / "file" / "r.html")
    assert (tmp_path / "file").read_text() == "old"


def test_a_report_that_fails_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.html"
    path.write_text("old")
    monkeypatch.setattr("kznews.atomic.os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with Store.open(url_of(tmp_path / "kznews.db")) as store, pytest.raises(NotStarted, match="No space left"):
        report(store, path)
    assert [entry.name for entry in tmp_path.iterdir() if "r.html" in entry.name] == ["r.html"]
    assert path.read_text() == "old"


def test_what_was_seen_most_is_drawn_and_the_table_has_the_rest() -> None:
    names = [f"C{number:02}" for number in range(observed.MOST_CHARTS + 2)]
    seen = [Figure(f"p{number}", name, "", DAY, 1.0) for at, name in enumerate(names) for number in range(1 + (at > 1))]
    section = observed.weather(replace(facts(), weather=seen))
    assert [drawing.name.en for drawing in section.drawings if drawing.name] == names[2:]
    assert {row[0] for row in section.tables[0].rows} == set(names)


def test_an_alarm_that_somebody_has_accepted_says_so() -> None:
    (run,) = facts().health
    shown = [told.alarms(replace(facts(), health=[replace(run, accepted_at=at)])).tables[0].rows[0][-1] for at in (None, AT)]
    assert shown == ["", told.ACCEPTED]
