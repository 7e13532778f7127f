# ruff: noqa: SIM905
"""Furniture that is cut before a page is parsed (kznews/extract/trimming.py): nothing that a page says may depend on it."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from kznews.extract import furniture, nesting, trimming
from kznews.extract.document import Document
from kznews.extract.furniture import furniture_of
from kznews.extract.page import read_page
from kznews.extract.trimming import CUT, trimmed
from kznews.portal import Layout
from kznews.spiders.any import AnyPortal
from tests.support.small_pages import FETCHED, TITLE, URL, article, document, page, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

shortened = Document.shortened
SOUPS = int(os.environ.get("KZNEWS_FUZZ", "1500"))
MENU = "".join(f"<li><a href='/{at}'>Бөлімнің ұзын атауы {chr(0x430 + at % 30)}</a></li>" for at in range(40))
CARDS = "".join(
    f"<div class='card'><a href='/n/{at}'>Қалада {at} жаңа мектеп ашылды, ата-аналар қуанышты</a>"
    f"<img src='/{at}.webp' alt='Мектеп'/><p>{at} қараша 2025, 14:35</p></div>"
    for at in range(30)
)


@pytest.fixture(autouse=True)
def _pages_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trimming, "MIN_PAGE", 0)


def cut_from(markup: str, portal_layouts: tuple[Layout, ...] = ()) -> str:
    """Return the tags of the boxes that are cut from a page, in page order."""
    short = trimmed(document(markup), furniture_of(portal_layouts))
    return "" if short is None else " ".join(element.tag for element in short.tree.iter() if element.get(CUT) is not None)


@pytest.mark.parametrize(
    ("box", "tag"),
    [
        pytest.param(f"<aside>{CARDS}</aside>", "aside", id="a sidebar by its tag"),
        pytest.param(f'<div class="sidebar">{CARDS}</div>', "div", id="by its class"),
        pytest.param(f"<div id=related>{CARDS}</div>", "div", id="by its id, without quotes"),
        pytest.param(f"<nav><ul>{MENU}</ul></nav>", "nav", id="a menu"),
        pytest.param(f"<div><aside>{CARDS}</aside><footer><ul>{MENU}</ul></footer></div>", "aside footer", id="two side by side"),
        pytest.param(f"<header>12:30<nav><ul>{MENU}</ul></nav></header>", "nav", id="a menu in a header with a clock"),
        pytest.param(f"<aside><!-- cards -->{CARDS}</aside>", "aside", id="with a comment"),
        pytest.param(f"<aside>{CARDS}<script>var a = '</div>'</script><style>a {{}}</style></aside>", "aside", id="with code"),
        pytest.param(f"<aside>{CARDS}<iframe src='/x'></iframe></aside>", "aside", id="with a frame"),
        pytest.param(f'<div class="sidebar"><ul><li>{CARDS}<li>ескі<p></ul></div>', "div", id="a div with items left open"),
    ],
)
def test_furniture_is_cut_and_the_page_reads_the_same(box: str, tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    markup = page(before=box, after=box)
    assert cut_from(markup) == f"{tag} {tag}"
    short = read(markup)
    monkeypatch.setattr("kznews.extract.page.trimmed", lambda *_: None)
    assert short == read(markup)
    assert short.values["title"] == TITLE


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param("<h1>Қалада жаңа мектеп ашылды</h1>", id="a headline"),
        pytest.param("<div class='breadcrumbs'><a href='/qogam/'>Қоғам</a></div>", id="crumbs"),
        pytest.param("<p itemprop='keywords'><a href='/k/1'>Мектеп</a></p>", id="tags"),
        pytest.param("<p class='kurs'>531,2 567,4 5,9</p>", id="a box that calls itself rates"),
        pytest.param("<span>USD</span><b>531,2</b><span>EUR</span><b>567,4</b>", id="two currencies"),
        pytest.param("<span>Алматы</span> <b>-5&deg;C</b>", id="degrees as a named character"),
        pytest.param("<img alt='USD'><b>531</b>", id="an icon by its text"),
        pytest.param("<meta itemprop='datePublished' content='2025-11-02'>", id="what belongs into a head"),
        pytest.param('<script type="application/ld+json">{"@type": "NewsArticle"}</script>', id="structured data"),
        pytest.param(f"<p>{'Мақаланың өзі осы жерде тұруы мүмкін. ' * 10}</p>", id="a text too long for a card"),
        pytest.param("<table><tr><td>1</td></tr></table>", id="a table"),
        pytest.param("<dl><dt>Күні</dt><dd>2 қараша</dd></dl>", id="facts"),
        pytest.param("<a title='a > b' href='/'>б</a>", id="a mark in a value"),
        pytest.param('<a title="қоғам href=/>б</a>', id="an open quote"),
        pytest.param("5 < 6", id="a mark in the text"),
        pytest.param("<p/></p>", id="a tag that closes itself"),
        pytest.param("<!-- x ><p></p>", id="an open comment"),
        pytest.param("<p>жаңалық", id="a tag left open"),
        pytest.param("</li>", id="an end without its start"),
        pytest.param("<SPAN>б</SPAN>", id="capitals"),
        pytest.param("<textarea><b></textarea></b>", id="a tag that is text"),
    ],
)
def test_a_box_that_may_tell_something_or_is_out_of_order_stays(beside: str) -> None:
    assert cut_from(page(after=f"<aside>{CARDS}<span></span></aside>"))
    assert not cut_from(page(after=f"<aside>{CARDS}{beside}<span></span></aside>"))


def test_a_box_that_does_not_end_stays() -> None:
    assert trimmed(document(f"<title>{TITLE}</title>{article()}<div class=sidebar>{CARDS}ә"), furniture_of(())) is None


def test_a_header_with_a_figure_stays_for_its_clock() -> None:
    assert cut_from(page(before=f"<header><ul>{MENU}</ul></header>"))
    assert not cut_from(page(before=f"<header><ul>{MENU}</ul>26 қараша</header>"))


def test_what_a_layout_selects_stays() -> None:
    side = f"<aside>{CARDS}<p class='rubric-name'><a href='/q/'>Қоғам</a></p></aside>"
    assert cut_from(page(after=side))
    assert not cut_from(page(after=side), (Layout(name="now", marker="body", section=".rubric-name > a"),))


def test_nothing_is_cut_where_a_layout_asks_every_element() -> None:
    side = f"<aside>{CARDS}</aside>"
    assert cut_from(page(after=side), (Layout(name="now", marker="body", section=".none"),))
    assert not cut_from(page(after=side), (Layout(name="now", marker="body", section="p:first-child"),))


@pytest.mark.parametrize(
    ("around", "cut"),
    [
        pytest.param("<div>{}</div>", True, id="a box"),
        pytest.param("<article>{}</article>", False, id="an article, whose footer tells of it"),
        pytest.param("<div class='weather'>{}</div>", False, id="a widget"),
        pytest.param("<form>{}</form>", False, id="what a start tag may close"),
        pytest.param("<p><a>{}</a>", False, id="what an end tag inside may close"),
        pytest.param("<!-- {} -->", False, id="a comment"),
        pytest.param("<script type='application/ld+json'>\"{}\"</script>", False, id="a string"),
    ],
)
def test_what_stands_around_a_box_is_asked_in_the_tree(around: str, *, cut: bool) -> None:
    assert bool(cut_from(page(after=around.format(f"<footer><ul>{MENU}</ul></footer>")))) is cut


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(page(main=f"<aside><h2>{TITLE}</h2>{CARDS}</aside>{article(title='')}"), id="the headline"),
        pytest.param(page(main=f"<h1>{TITLE}</h1><aside>{CARDS}</aside>"), id="the only texts"),
    ],
)
def test_the_whole_page_is_read_where_the_rest_does_not_say_enough(markup: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cut_from(markup)
    short = read(markup)
    monkeypatch.setattr("kznews.extract.page.trimmed", lambda *_: None)
    assert short == read(markup)


def test_selectors_are_asked_of_what_was_parsed() -> None:
    portal = replace(AnyPortal.declared, layouts=(Layout(name="now", marker="body", section=".none"),))
    found = document(page(after=f"<aside>{CARDS}</aside>"))
    read_page(found, portal, FETCHED)
    assert found.sight is not None
    assert found.sight.tagged("aside")
    assert "tree" not in vars(found), "the whole page was parsed as well"


def test_a_box_that_was_met_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def noting(box: bytes, *_: object) -> bool:
        asked.append(box)
        return True

    known = furniture.Furniture(())
    monkeypatch.setattr(trimming, "_is_plain", noting)
    pages = [page(after=f"<aside>{CARDS}{word}</aside>") for word in ("бір", "бір", "екі")]
    assert [trimmed(document(markup), known) is not None for markup in pages] == [True] * 3
    assert len(asked) == 2
    monkeypatch.setattr(furniture, "_MOST_BOXES", 2)
    monkeypatch.setattr(furniture, "_MOST_KEPT", len(CARDS.encode()))
    trimmed(document(page(after=f"<nav>{CARDS}</nav>")), known)
    trimmed(document(pages[0]), known)
    assert len(asked) == 4


def test_a_box_that_was_met_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    known, hashed = furniture.Furniture(()), list[object]()
    markup = page(after=f"<aside>{CARDS}</aside><nav><ul>{MENU}</ul></nav>")
    assert trimmed(document(markup), known) is not None
    monkeypatch.setattr(known, "known", hashed.append)
    found = document(markup)
    parts, cut = trimming._without_boxes(found.emptied[0], known)
    assert len(cut) == 2
    assert not hashed
    joined = b"".join(chain.from_iterable(zip_longest(parts[::2], (b">" + box for _, box in cut), fillvalue=b"")))
    assert joined == found.emptied[0]
    # with another end tag, or none, it is another box
    for end in (b"</div>", b""):
        inside = found.emptied[0].replace(b"</aside>", end)
        start = nesting._TAG.search(inside, inside.index(b"<aside"))
        assert start is not None
        assert known.met(start) is None


def test_boxes_that_were_kept_first_go(monkeypatch: pytest.MonkeyPatch) -> None:
    boxes = [f"{word}{CARDS}" for word in ("бір", "екі", "үш")]
    monkeypatch.setattr(furniture, "_MOST_KEPT", sum(len(box.encode()) for box in boxes[1:]))
    known = furniture.Furniture(())
    for box in (*boxes, shorter := boxes[2].rpartition("<div class=")[0]):  # the last one begins as the one before
        trimmed(document(page(after=f"<aside>{box}</aside>")), known)
    assert [inside.decode() for inside in known._met.values()] == [boxes[1], shorter]
    assert known._kept == sum(map(len, known._met.values()))


def test_boxes_in_boxes_are_looked_at_a_few_times_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    known, asked = furniture.Furniture(()), list[int]()
    monkeypatch.setattr(known, "known", lambda _tag, box, _ask: asked.append(len(box)))
    depth = 60
    found = document(page(after="<div class='sidebar'>" * depth + CARDS + "USD EUR &deg;" + "</div>" * depth))
    assert trimmed(found, known) is None
    assert len(found.body) <= sum(asked) <= (furniture.MAX_ASKED + 1) * len(found.body)


def test_a_box_that_is_another_one_to_the_parser_is_parsed_in_vain_once(monkeypatch: pytest.MonkeyPatch) -> None:
    known, parsed = furniture.Furniture(()), list[object]()
    monkeypatch.setattr(Document, "shortened", lambda *args: parsed.append(args) or shortened(*args))
    markup = page(after=f"<ul><aside>{CARDS}</aside></ul><footer><ul>{MENU}</ul></footer>")
    assert trimmed(document(markup), known) is None
    assert trimmed(document(markup), known) is not None  # without the other box
    assert len(parsed) == 2
    assert trimmed(document(page(after=f"<ul><aside>{CARDS}</aside></ul>")), known) is None
    assert len(parsed) == 2


def test_a_page_goes_on_behind_its_early_end_whether_what_stands_there_is_cut_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    markup = page(after=f"</body></html><aside>{CARDS}</aside>Сайт 2010 жылдан бері жұмыс істейді")
    short = trimmed(document(markup), furniture.Furniture(()))
    assert short is not None
    assert "".join(short.tree.itertext()).endswith("жұмыс істейді")
    assert "".join(document(markup).tree.itertext()).endswith("жұмыс істейді")


TAGS = (
    "div div div div nav aside header footer section ul li li p p a span b i h2 h3 table tr td th tbody form br img hr input "
    "link svg title iframe textarea button article main strong em dl dt select option label noscript body html center font pre "
    "address menu details object xmp x-y plaintext template meta"
).split()
ROOTS = ('div class="sidebar"', "aside", "nav", "footer", "div class='related'", 'header class="menu"', "section class=related")
NAMES = "related sidebar menu nav row card item content footer main-menu col article kurs".split()
ODD = (' data-x=">"', ' title="<div>"', " a='b\"'", " href=/x/", ' alt="a > b"', ' x="&lt;"', " checked", ' title="q', "/", " /")
SAID = ("Сөз ", "Ауыл су тапты. ", "&amp; ", "x < y ", '"Астана" ', "қаланың' ", "a > b ", "\n")
CODE = ("<script>var a='{}'</script>", "<style>{}</style>", "<!-- {} -->", "<!--{}")
INSIDE = ("</div>", "x", "<div>", "<!--", "if(a<b)", "-->", "</aside>")
LONG = "".join(f"<p>{'Тұрғындар жаңа көпірдің ашылғанына қуанды. ' * 4}</p>" for _ in range(4))


def soup(chance: random.Random, pieces: int) -> Iterator[str]:
    """Yield pieces of markup in which little or much is out of order."""
    dirt = chance.choice((0, 0.02, 0.1, 0.3))
    around: list[str] = []
    for _ in range(pieces):
        dirty = chance.random() < dirt
        kind = chance.random()
        if kind < 0.4:
            tag = chance.choice(TAGS)
            named = f' class="{chance.choice(NAMES)}"' if chance.random() < 0.3 else ""
            yield f"<{tag}{named}{chance.choice(ODD) if dirty else ''}>"
            around += [] if tag.encode() in nesting._ALONE else [tag]
        elif kind < 0.7 and (around or dirty):
            yield f"</{chance.choice(TAGS) if dirty else around.pop()}>"
        elif kind < 0.9:
            yield chance.choice(SAID) if dirty else "Сөз "
        else:
            yield chance.choice(CODE[: None if dirty else -1]).format(chance.choice(INSIDE) if dirty else "x")
    yield from (f"</{tag}>" for tag in reversed(around) if chance.random() >= dirt)


def soup_page(chance: random.Random) -> bytes:
    parts = ["<!doctype html><html><head><title>t</title></head><body>", *soup(chance, chance.randint(0, 12))]
    for _ in range(chance.randint(1, 3)):
        root = chance.choice(ROOTS)
        inside = *soup(chance, chance.randint(0, 25)), LONG, *soup(chance, chance.randint(0, 12))
        parts += f"<{root}>", *inside, f"</{root.split()[0]}>", *soup(chance, chance.randint(0, 12))
    return "".join((*parts, "</body></html>")).encode()


def emptied(root: HtmlElement) -> bytes:
    """Return a tree as text, what stands in marked boxes left out."""
    for box in root.findall(f".//*[@{CUT}]"):
        box[:] = []
        box.text = None
    return etree.tostring(root)


def test_a_box_is_cut_where_a_parser_ends_it() -> None:
    """As many soups as KZNEWS_FUZZ says: the tree without the boxes is the tree of the markup without them."""
    cut = 0
    for seed in range(SOUPS):
        found = Document(soup_page(random.Random(seed)), URL)
        if found.shown is None or (short := trimmed(found, furniture_of(()))) is None:
            continue
        kept, boxes = trimming._without_boxes(found.shown[0], furniture_of(()))
        marked = zip_longest(kept[::2], (trimming._CUT + box for _, box in boxes), fillvalue=b"")
        whole = found.shortened(b"".join(chain.from_iterable(marked)), found.shown[1])
        assert emptied(whole.tree) == emptied(short.tree), seed
        cut += 1
    assert cut > SOUPS // 10


def test_a_small_page_is_parsed_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    markup = page(after=f"<aside>{CARDS}</aside>")
    monkeypatch.setattr(trimming, "MIN_PAGE", len(markup.encode()))
    assert cut_from(markup)
    monkeypatch.setattr(trimming, "MIN_PAGE", len(markup.encode()) + 1)
    assert not cut_from(markup)
