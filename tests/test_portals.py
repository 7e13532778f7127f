"""Portals are data: what every portal file must be, and how one that contradicts itself is refused."""

from __future__ import annotations

import ast
import inspect
import statistics
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scrapy.spiderloader import SpiderLoader
from scrapy.utils.project import get_project_settings

from kznews.extract.links import MAX_URL, article_id, canonical, is_tracking
from kznews.portal import Feed, JsonApi, Layout, Listing, Portal, PortalError, portal_from
from kznews.spiders.base import PortalSpider
from tests.support.cases import PORTALS
from tests.support.generated import EDITIONS, article_url

if TYPE_CHECKING:
    from collections.abc import Callable

UNDECLARED = "any"
LOADER = SpiderLoader.from_settings(get_project_settings())
SPIDERS = {name: LOADER.load(name) for name in LOADER.list() if name != UNDECLARED}
QAMSHY, STAN = SPIDERS["qamshy"].declared, SPIDERS["stan"].declared
MOST_LINES, MEDIAN_LINES = 80, 40
WITHOUT_CODE = 0.9
"""Share of the portals whose file defines no function."""


def source_of(spider: type) -> Path:
    return Path(inspect.getfile(spider))


def portal_lines(spider: type) -> int:
    return len(source_of(spider).read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("name", SPIDERS)
def test_a_portal_has_one_name_for_its_file_its_spider_and_its_fixtures(name: str) -> None:
    assert source_of(SPIDERS[name]).stem == name == SPIDERS[name].declared.name
    assert (PORTALS / name).is_dir()
    assert issubclass(SPIDERS[name], PortalSpider)


def test_every_folder_of_fixtures_belongs_to_a_portal() -> None:
    assert {folder.name for folder in PORTALS.iterdir()} == {*SPIDERS, UNDECLARED}


def test_portal_files_are_short() -> None:
    lengths = {name: portal_lines(spider) for name, spider in SPIDERS.items()}
    assert max(lengths.values()) <= MOST_LINES, lengths
    if len(lengths) >= 5:  # two files, the first of them with four generations, have no median to speak of
        assert statistics.median(lengths.values()) <= MEDIAN_LINES, lengths


def test_hardly_any_portal_file_defines_a_function() -> None:
    trees = {name: ast.parse(source_of(spider).read_text(encoding="utf-8")) for name, spider in SPIDERS.items()}
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    coded = [name for name, tree in trees.items() if any(isinstance(node, kinds) for node in ast.walk(tree))]
    assert len(coded) <= (1 - WITHOUT_CODE) * len(SPIDERS), coded


@pytest.mark.parametrize("name", SPIDERS)
def test_a_portal_says_how_its_articles_are_found_and_which_addresses_they_have(name: str) -> None:
    portal = SPIDERS[name].declared
    assert portal.sources
    assert portal.example_urls
    portal.check()


def test_no_host_belongs_to_two_portals() -> None:
    hosts = [host for spider in SPIDERS.values() for host in spider.declared.hosts]
    assert len(hosts) == len(set(hosts))


VALUES: dict[str, Any] = {
    "name": "jana",
    "title": "Жаңа",
    "hosts": ("jana.kz", "www.jana.kz"),
    "articles": (r"^/(?P<id>\d+)$",),
}
OTHER = Listing(url="https://other.kz/")
WRONG: dict[str, tuple[str, Any]] = {
    "no host": ("hosts", ()),
    "bad host": ("hosts", ("https://jana.kz/",)),
    "host in capitals": ("hosts", ("Jana.kz",)),
    "host twice": ("hosts", ("jana.kz", "jana.kz")),
    "hosts without a comma": ("hosts", "jana.kz"),
    "pattern without id": ("articles", (r"^/\d+$",)),
    "bad pattern": ("articles", (r"^/(?P<id>\d+$",)),
    "articles without a comma": ("articles", r"^/(?P<id>\d+)$"),
    "example not matched": ("example_urls", ("https://jana.kz/about",)),
    "example on another host": ("example_urls", ("https://other.kz/7",)),
    "evidence without a year": ("evidence", ("capture",)),
    "evidence of no kind": ("evidence", ("hearsay 2018",)),
    "evidence not the best first": ("evidence", ("rendered 2020", "capture 2018")),
    "source on a foreign host": ("sources", (OTHER,)),
    "source without a scheme": ("sources", (Listing(url="jana.kz/"),)),
    "sources without a comma": ("sources", Listing(url="https://jana.kz/")),
    "pages without a number": ("sources", (Listing(url="https://jana.kz/", pages="?page=2"),)),
    "pages with another name": ("sources", (Listing(url="https://jana.kz/", pages="?page={page}"),)),
    "API without a key": ("sources", (JsonApi(url="https://jana.kz/api", key=""),)),
    "bad selector": ("layouts", (Layout(name="a", marker="div..x"),)),
    "bad selector of a field": ("layouts", (Layout(name="a", marker="p", title="h1["),)),
    "layout name twice": ("layouts", (Layout(name="a", marker="p"), Layout(name="a", marker="b"))),
    "bad pattern of never": ("never", ("(",)),
    "unknown zone": ("timezone", "Asia/Tselinograd"),
    "empty zone": ("timezone", ""),
    "mirror of an undeclared host": ("same_host", (("m.jana.kz", "jana.kz"),)),
}


def declared(**values: Any) -> type:
    return type("Declared", (), {**VALUES, **values})


def test_the_values_that_the_contradictions_start_from_are_sound() -> None:
    assert portal_from(declared(example_urls=("https://jana.kz/7",))).hosts == VALUES["hosts"]


@pytest.mark.parametrize("case", WRONG)
def test_a_contradiction_is_refused_with_file_and_field(case: str) -> None:
    field, value = WRONG[case]
    with pytest.raises(PortalError) as raised:
        portal_from(declared(**{field: value}))
    said = str(raised.value)
    assert said.startswith("kznews/spiders/jana.py: ")
    assert field in said.removeprefix("kznews/spiders/jana.py: ")
    assert "\n" not in said


@pytest.mark.parametrize(("name", "selector"), [("marker", ""), ("marker", "div..x"), ("title", "h1["), ("body", " ")])
def test_a_bad_selector_is_named_with_its_layout_and_field(name: str, selector: str) -> None:
    with pytest.raises(PortalError) as raised:
        portal_from(declared(layouts=(Layout(**{"name": "2024", "marker": "p", name: selector}),)))
    assert f"layouts: layout 2024: {name}={selector!r}: " in str(raised.value)


def test_an_example_that_never_leads_to_an_article_is_refused() -> None:
    with pytest.raises(PortalError, match="example_urls"):
        portal_from(declared(example_urls=("https://jana.kz/7",), never=("^/7",)))


@pytest.mark.parametrize("field", VALUES)
def test_a_missing_value_is_refused_by_its_name(field: str) -> None:
    values = {name: value for name, value in VALUES.items() if name != field}
    with pytest.raises(PortalError, match=field):
        portal_from(type("Declared", (), values))


def test_a_portal_file_is_checked_when_it_is_imported() -> None:
    with pytest.raises(PortalError, match=r"jana\.py: sources"):
        type("Jana", (PortalSpider,), {**VALUES, "sources": (OTHER,)})


@pytest.mark.parametrize(
    ("misspelt", "near"),
    [
        ({"host": "jana.kz"}, "hosts"),
        ({"langauges": ("ru",)}, "languages"),
        ({"alive_sinc": 1}, "alive_since"),
        ({"zzz": 1}, "docs/add-a-portal.md"),
    ],
    ids=str,
)
def test_a_value_of_no_known_name_is_refused_with_the_nearest_one(misspelt: dict[str, Any], near: str) -> None:
    (name,) = misspelt
    with pytest.raises(PortalError) as raised:
        type("Jana", (PortalSpider,), {**VALUES, **misspelt})
    said = str(raised.value)
    assert said.startswith(f"kznews/spiders/jana.py: Jana.{name}: ")
    assert near in said.partition(": no such value; ")[2]


def test_what_a_portal_file_may_have_beside_its_values() -> None:
    own = {"_pages": 7, "custom_settings": {}, "helper": lambda _: None, "turned": property(lambda _: 1)}
    assert type("Jana", (PortalSpider,), {**VALUES, **own}).declared.hosts == VALUES["hosts"]


def test_layouts_are_given_newest_first() -> None:
    from datetime import date

    old, new = Layout(name="old", marker="p", until=date(2018, 1, 1)), Layout(name="new", marker="b", until=date(2020, 1, 1))
    with pytest.raises(PortalError, match="newest first"):
        portal_from(declared(layouts=(old, new)))
    portal_from(declared(layouts=(new, old)))


PATHS = st.text(st.characters(codec=None), max_size=30) | st.text("/%.?#&=+;:@ аә25fF\\", max_size=30)
URLS = st.builds(
    "{}://{}{}/{}".format,
    st.sampled_from(["http", "https", "HTTP", "ftp"]),
    st.sampled_from([*QAMSHY.hosts, *STAN.hosts, "QAMSHY.kz", "qamshy.kz.", "evil.kz", "user@qamshy.kz", "qamshy.kz@evil.kz"]),
    st.sampled_from(["", ":80", ":443", ":8080", ":x"]),
    PATHS,
)
EVERY = st.sampled_from([QAMSHY, STAN, replace(QAMSHY, trailing_slash=False)])


@given(URLS | st.text(max_size=50), EVERY)
@example("https://qamshy.kz/" + "ә" * 1000, QAMSHY)
@example("https://qamshy.kz/\ud800?\ud800", QAMSHY)
@example("https://qamshy.kz/a?\udc80=\ud8001", QAMSHY)
@example("https://qamshy.kz//evil.kz/", QAMSHY)
@example("https://stan.kz/a.html/", STAN)
@example("http://qamshy.kz//", replace(QAMSHY, trailing_slash=False))
def test_a_canonical_address_is_stable_and_stays_on_its_host(url: str, portal: Portal) -> None:
    known = canonical(url, portal)
    if known is None:
        return
    assert canonical(known, portal) == known
    assert len(known) <= MAX_URL
    assert known.isascii()
    host = known.split("/")[2]
    assert host in portal.hosts
    assert host not in dict(portal.same_host)
    assert known.startswith(f"{portal.scheme}://")
    assert "#" not in known


@pytest.mark.parametrize(
    "change",
    [
        lambda url: url.replace("https:", "http:"),
        lambda url: url.replace("//", "//www."),
        lambda url: url + "#comments",
        lambda url: url + "?utm_source=telegram&utm_medium=social",
        lambda url: url + "?fbclid=IwAR0&yclid=1",
        lambda url: url.replace("qamshy.kz", "QAMSHY.KZ"),
        lambda url: url.replace("qamshy.kz", "qamshy.kz:443"),
        lambda url: f"  {url}\n",
    ],
    ids=["http", "www", "fragment", "campaign", "click", "capitals", "port", "spaces"],
)
def test_one_page_has_one_address_however_it_is_linked(change: Callable[[str], str]) -> None:
    assert canonical(change(article_url(7)), QAMSHY) == article_url(7)


ELSEWHERE = ("https://evil.kz/", "ftp://qamshy.kz/", "//qamshy.kz/", "https://qamshy.kz:8080/", "javascript:1")


@pytest.mark.parametrize("url", ELSEWHERE)
def test_what_is_on_no_declared_host_has_no_address(url: str) -> None:
    assert canonical(url, QAMSHY) is None


def test_tracking_parameters_are_dropped_and_others_are_kept_in_one_order() -> None:
    names = ("utm_source", "UTM_Campaign", "fbclid", "gclid", "yclid", "ysclid", "_openstat", "from", "PHPSESSID")
    assert all(map(is_tracking, names))
    assert not [name for name in ("id", "page", "p", "cId", "newsid", "lang") if is_tracking(name)]
    query = "&".join(f"{name}=1" for name in names)
    assert canonical(f"https://qamshy.kz/a?page=2&{query}&cId=3", QAMSHY) == "https://qamshy.kz/a?cId=3&page=2"
    assert canonical("https://qamshy.kz/a?from=7", replace(QAMSHY, keep_params=("from",))) == "https://qamshy.kz/a?from=7"


def test_an_article_has_one_id_in_all_its_scripts_and_layouts() -> None:
    assert {article_id(article_url(81245, edition), QAMSHY) for edition in EDITIONS} == {"81245"}
    assert article_id("https://qamshy.kz/article/81245-maqala", QAMSHY) == "81245"
    assert article_id("https://tote.qamshy.kz/article/maqala.html", QAMSHY) == "maqala"


@pytest.mark.parametrize("path", ["", "kz", "kz/article/list?page=2", "category/sport", "advertise/1.link", "top/week.html"])
def test_menus_lists_and_adverts_are_no_articles(path: str) -> None:
    assert article_id(f"https://qamshy.kz/{path}", QAMSHY) is None


def test_a_feed_is_a_source_like_any_other() -> None:
    assert portal_from(declared(sources=(Feed(url="https://www.jana.kz/rss"),))).sources[0].url == "https://www.jana.kz/rss"
