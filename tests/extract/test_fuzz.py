# ruff: noqa: E501, SIM905
"""No page makes reading raise anything but Refused, or takes longer than a second (reliability.md H1).

2,000 pages, or as many as the environment's KZNEWS_FUZZ says; always the same ones.
"""

from __future__ import annotations

import os
import random
import time
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kznews.extract.document import Document
from kznews.extract.links import article_links
from kznews.extract.page import read_page
from kznews.loaders import load_article
from kznews.outcomes import Refused
from tests.support.cases import DECLARED, cases
from tests.support.small_pages import FETCHED, PARAGRAPHS, article, page, read

if TYPE_CHECKING:
    from kznews.portal import Portal

PAGES = int(os.environ.get("KZNEWS_FUZZ", "2000"))
BATCHES = 20
SECOND = 1.0

TAGS = (
    "a b body br button div dl dt em font footer form frame h1 h2 h3 head header html iframe img li link main meta nav noscript "
    "object ol option p script section select span strong style sup svg table tbody td textarea th time title tr ul article aside "
    "figure figcaption blockquote template math q:x x-y base"
).split()
NAMES = (
    "content article-body news__text title date weather currency buy sell temp usd comments related share d-none widget tags "
    "author meta footer menu lead views breadcrumbs"
).split()
TEXTS = (
    *PARAGRAPHS, "USD 468.56", "EUR", "497.56 / 499", "+35°", "Алматы", "Абай-33°С", "3 қараша 2025, 14:20", "31.02.2025", "99:99",
    "Пікірлер (3)", "1204 рет оқылды", "АСТАНА. KAZINFORM –", "Автор: Айгүл Серікқызы", "\u202e\u200b\ufeff", "&#0;&#xD800;&bogus;", "&lt;p&gt;",
    "ﺎﻟﺴﻼم", "قازاقستان", "\ud7ff\ue000\U0010ffff", "9" * 400, "١٢٣", "½ Ⅷ ²", "«", "<", "$" * 50, "е\u0301" * 40, " " * 300, "-" * 200, "0℃",
)  # fmt: skip
HEADS = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":["a",{}],"author":[null,{"name":5}],"datePublished":5}</script>',
    '<script type="application/ld+json">[[[{"@graph":[{"@type":["Article",3],"image":{"url":[]},"articleSection":{"a":1}}]}]]]</script>',
    '<script type="application/ld+json">{"@type":"Article","datePublished":"2025-13-45T99:99:99+99:99","dateModified":"0000-00-00"}</script>',
    '<script type="application/ld+json">{"headline":"\\ud800","@type":"NewsArticle","author":"\\udfff"}</script>',
    '<meta property="og:title" content="\x00"><meta property="article:published_time" content="20250000T000000Z">',
    '<base href="http://[x"><link rel="canonical" href="javascript:alert(1)">',
    '<meta property="og:image" content="http://[::1"><title></title>',
    '<meta charset="x-unknown"><meta http-equiv="Content-Type" content="text/html; charset=utf-7">',
)


@cache
def fixtures() -> tuple[tuple[bytes, str, Portal], ...]:
    """Bytes, address and portal of every saved page up to a size that keeps the run short."""
    found = []
    for case in cases():
        pages = [path for path in sorted(case.folder.glob("page.*")) if path.stat().st_size <= 60_000]
        found += [(path.read_bytes(), case.meta["url"], case.portal(DECLARED)) for path in pages]
    return tuple(found)


def mutated(body: bytes, chance: random.Random) -> bytes:
    """Return a page with a few of its bytes, tags or stretches changed, doubled, moved or cut."""
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(body) + 1)
        end = min(len(body), at + chance.choice((1, 5, 40, 400, 4000)))
        tag = max(body.find(b"<", at), 0)
        body = chance.choice(MUTATIONS)(body, at, end, tag, chance)
    return body


MUTATIONS = (
    lambda body, at, end, tag, chance: body[:at] + body[end:],
    lambda body, at, end, tag, chance: body[:at] + chance.randbytes(chance.randint(1, 8)) + body[at:],
    lambda body, at, end, tag, chance: body[:end] + body[at:end] * chance.randint(1, 4) + body[end:],
    lambda body, at, end, tag, chance: body[:tag] + body[tag + 1 :],
    lambda body, at, end, tag, chance: body[:at] + generated_element(chance, 2).encode("utf-8", "surrogatepass") + body[at:],
    lambda body, at, end, tag, chance: body[:at],
    lambda body, at, end, tag, chance: body[:tag] + b"</div></p></td>" + body[tag:],
    lambda body, at, end, tag, chance: body.replace(*chance.choice(SWAPS)),
    lambda body, at, end, tag, chance: body[:at] + b"\x00\xff\xfe<!--"[chance.randrange(6) :] + body[at:],
)
SWAPS = ((b"p>", b"div>"), (b'"', b"'"), (b"class=", b"id="), (b"h1", b"h2"), (b"\n", b""))


def generated_element(chance: random.Random, depth: int) -> str:
    """Return an element by a grammar that knows which words and tags the rules look for."""
    if depth <= 0 or chance.random() < 0.25:
        return chance.choice(TEXTS)
    tag = chance.choice(TAGS)
    attributes = ""
    if chance.random() < 0.5:
        attributes += f' {chance.choice(("class", "id", "itemprop", "rel"))}="{" ".join(chance.sample(NAMES, 2))}"'
    if chance.random() < 0.2:
        attributes += chance.choice(
            (
                ' href="//x:y"',
                ' href="/a/1"',
                ' src="data:,"',
                ' style="display:none"',
                " hidden",
                ' datetime="2025-02-30"',
                ' dir="rtl"',
                ' content="5"',
            )
        )
    inside = "".join(generated_element(chance, depth - 1) for _ in range(chance.randint(0, 5)))
    closing = chance.choice((f"</{tag}>",) * 4 + ("", f"</{chance.choice(TAGS)}>"))
    return f"<{tag}{attributes}>{inside}{closing}"


def generated(chance: random.Random) -> bytes:
    before = "".join(generated_element(chance, 4) for _ in range(chance.randint(0, 4)))
    main = "".join(generated_element(chance, 5) for _ in range(chance.randint(1, 6)))
    markup = page(before, generated_element(chance, 3), main=main, head=chance.choice(HEADS))
    encoding = chance.choice(("utf-8",) * 8 + ("utf-16", "cp1251"))
    return markup.encode(encoding, "replace" if encoding == "cp1251" else "surrogatepass")


def attempt(body: bytes, url: str, portal: Portal, *, layouts: bool) -> float:
    """Read a page, its links and its article as a run does; return the seconds it took."""
    start = time.process_time()
    document = Document(body, url)
    try:
        reading = read_page(document, portal, FETCHED, layouts=layouts)
        article_links(document, portal)
        if reading.refusal is None:
            load_article(reading, FETCHED)
    except Refused:
        pass
    return time.process_time() - start


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_page_raises_or_takes_a_second(batch: int) -> None:
    chance = random.Random(batch)
    for number in range(PAGES // BATCHES):
        body, url, portal = chance.choice(fixtures())
        body = generated(chance) if number % 2 else mutated(body, chance)
        seconds = attempt(body, url, portal, layouts=chance.random() < 0.5)
        assert seconds < SECOND, f"batch {batch}, page {number}: {seconds:.2f} s"


BROKEN = {
    "a headline that is a broken link": page(
        main=article().replace("<h1>", '<h1><a href="http://[x">').replace("</h1>", "</a></h1>")
    ),
    "a broken link among the crumbs": page(
        '<div class="breadcrumbs"><a href="/">Басты бет</a> <a href="http://[x">Қоғам</a></div>'
    ),
    "a broken link in stated crumbs": page(
        head='<script type="application/ld+json">{"@type":"ListItem","position":1,"name":"Қоғам","item":"http://[x"}</script>'
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_page_with_a_broken_address_is_read(name: str) -> None:
    assert read(BROKEN[name]).values["body"] == list(PARAGRAPHS)


@pytest.mark.parametrize("address", ["http://[x", "//x:y", "javascript:void(0)", "\x00", "http://\u2100.kz/", "?", "data:,"])
@pytest.mark.parametrize(
    "markup", ['<base href="{}">', '<meta property="og:image" content="{}">', '<link rel="canonical" href="{}">']
)
def test_a_head_with_a_broken_address_is_read(markup: str, address: str) -> None:
    assert read(page(head=markup.format(address))).values["body"] == list(PARAGRAPHS)


def test_a_row_without_a_figure_has_no_rate() -> None:
    assert read(page('<div class="currency"><li></li><li>USD</li></div>')).rates == []
