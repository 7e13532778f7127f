# ruff: noqa: E501
"""JSON-LD as portals print it: what can be read is read, the rest gives nothing, nothing raises (reliability.md H7)."""

from __future__ import annotations

import html
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.extract.jsonld import MAX_CHARS, MAX_DEPTH, is_article, lines, names, read_blocks, string
from tests.support.growth import grows_linearly
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

ARTICLE = '{"@type": "NewsArticle", "headline": "Көпір ашылды"}'


def headline(*blocks: str) -> str | None:
    node = next(filter(is_article, read_blocks(blocks)), None)
    return None if node is None else string(node.get("headline"))


@pytest.mark.parametrize(
    ("own", "published"),
    [
        ({"mainEntityOfPage": {"@id": "https://derek.kz/zhanalyq/4711-kopir"}}, "2025-10-02"),
        ({"url": "/zhanalyq/4711-kopir"}, "2025-10-02"),
        ({"headline": TITLE}, "2025-10-02"),
        ({}, "2025-09-01"),
    ],
    ids=["its page", "its address", "its headline", "nothing of this page"],
)
def test_of_several_articles_the_one_of_the_page_counts(own: dict[str, object], published: str) -> None:
    other = {"@type": "NewsArticle", "headline": "Мектеп ашылды", "url": "https://derek.kz/n/7", "datePublished": "2025-09-01"}
    nodes = [other, {"@type": "NewsArticle", "datePublished": "2025-10-02", **own}]
    head = "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    assert str(read(page(main=article(date=""), head=head)).values["published_at"])[:10] == published


READABLE = {
    "an object": ARTICLE,
    "a list": f"[{ARTICLE}]",
    "a list in a list": f"[[{ARTICLE}]]",
    "a graph": f'{{"@context": "x", "@graph": [{{"@type": "WebSite"}}, {ARTICLE}]}}',
    "a graph of one object": f'{{"@graph": {ARTICLE}}}',
    "a main entity": f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
    "a main entity of a page": f'{{"@type": "WebPage", "mainEntityOfPage": {ARTICLE}}}',
    "several types": ARTICLE.replace('"NewsArticle"', '["Thing", "NewsArticle"]'),
    "an HTML comment around": f"<!--\n{ARTICLE}\n-->",
    "CDATA around": f"<![CDATA[{ARTICLE}]]>",
    "commented CDATA around": f"//<![CDATA[\n{ARTICLE}\n//]]>",
    "starred CDATA around": f"/*<![CDATA[*/\n{ARTICLE}\n/*]]>*/",
    "a trailing comma in an object": ARTICLE.replace("}", ",}"),
    "a trailing comma in a list": f"[{ARTICLE}, ]",
    "a comma inside the text": ARTICLE.replace("Көпір ашылды", "Көпір ашылды").replace("}", ', "x": "a, ]"}'),
    "a semicolon behind": ARTICLE + ";",
    "a line end in a text": ARTICLE.replace("}", ', "d": "бір\nекі"}'),
    "a tab in a text": ARTICLE.replace("}", ', "d": "бір\tекі"}'),
    "a NUL in a text": ARTICLE.replace("}", ', "d": "бір\x00екі"}'),
    "a byte order mark": "\ufeff" + ARTICLE,
    "no-break spaces around": "\u00a0" + ARTICLE + "\u00a0",
    "a key twice": '{"@type": "Article", "headline": "Ескі", "headline": "Көпір ашылды"}',
    "NaN": ARTICLE.replace("}", ', "r": NaN}'),
    "Infinity": ARTICLE.replace("}", ', "r": -Infinity}'),
    "entities escaped once": ARTICLE.replace("Көпір ашылды", "&#1050;өпір ашылды"),
    "entities escaped twice": ARTICLE.replace("Көпір ашылды", "&amp;#1050;өпір ашылды"),
    "the block escaped": html.escape(ARTICLE),
    "the block escaped twice": html.escape(html.escape(ARTICLE)),
    "brackets in texts": ARTICLE.replace("}", ', "d": "' + "[" * 100 + '"}'),
    "long numbers in texts": ARTICLE.replace("}", ', "d": "' + "9" * 200 + '"}'),
    "an escaped half of a character": ARTICLE.replace("}", ', "d": "\\ud800"}'),
}


@pytest.mark.parametrize("name", READABLE)
def test_a_block_is_read_with(name: str) -> None:
    assert headline(READABLE[name]) == "Көпір ашылды"


UNREADABLE = {
    "nothing": "",
    "blanks": "  \n",
    "a word": "null",
    "a number": "5",
    "a text": '"NewsArticle"',
    "half an object": ARTICLE[:-1],
    "two objects without a list": ARTICLE + ARTICLE.replace("Көпір", "Жол"),
    "HTML": "<p>Көпір ашылды</p>",
    "a long number": ARTICLE.replace("}", f', "n": {"9" * 5000}}}'),
    "100,000 brackets": "[" * 100_000,
    "100,000 brackets that close": "[" * 100_000 + "]" * 100_000,
    "100,000 braces": '{"a":' * 100_000,
    "more than a million characters": ARTICLE.replace("}", f', "d": "{"x" * MAX_CHARS}"}}'),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_block_gives_nothing_that_is(name: str) -> None:
    start = time.process_time()
    assert headline(UNREADABLE[name]) is None
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    ("depth", "found"), [(10, True), (MAX_DEPTH - 1, True), (MAX_DEPTH, False), (100, False), (5_000, False)]
)
def test_a_block_may_be_nested_so_deeply(depth: int, *, found: bool) -> None:
    nested = ARTICLE.replace("}", f', "d": {"[" * depth}{"]" * depth}}}')
    assert (headline(nested) is not None) == found


def test_a_bad_block_does_not_hide_the_next() -> None:
    assert headline("{", "[" * 1000, ARTICLE) == "Көпір ашылды"


def test_the_first_of_several_articles_counts() -> None:
    assert headline(f"[{ARTICLE}, {ARTICLE.replace('Көпір', 'Жол')}]") == "Көпір ашылды"


@pytest.mark.parametrize("kind", ["WebSite", "Organization", "article", "", None, 5, [], [5, None], {"a": 1}, "LiveBlogPosting "])
def test_other_types_are_no_articles(kind: object) -> None:
    assert not is_article({"@type": kind})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Айгүл", "Айгүл"),
        (" Айгүл ", "Айгүл"),
        (["", "Айгүл"], "Айгүл"),
        ({"name": "Айгүл"}, "Айгүл"),
        ({"@type": "ImageObject", "url": "https://k.kz/a.jpg"}, "https://k.kz/a.jpg"),
        ([{"url": "https://k.kz/a.jpg"}, {"url": "https://k.kz/b.jpg"}], "https://k.kz/a.jpg"),
        ({"@value": "Айгүл"}, "Айгүл"),
        ("&quot;Айгүл&quot;", '"Айгүл"'),
        ("&amp;quot;Айгүл&amp;quot;", '"Айгүл"'),
        (None, ""),
        (5, ""),
        (True, ""),
        ([], ""),
        ({}, ""),
        ([[]], ""),
        ({"name": ["Айгүл"]}, "Айгүл"),
        ({"name": {"@value": "Айгүл"}}, "Айгүл"),
        ({"url": {"url": 5}}, ""),
    ],
)
def test_a_value_has_a_text(value: object, expected: str) -> None:
    assert string(value) == expected


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Айгүл Серікқызы", ["Айгүл Серікқызы"]),
        (["Айгүл Серікқызы", "Думан Әлі"], ["Айгүл Серікқызы", "Думан Әлі"]),
        ({"@type": "Person", "name": "Айгүл Серікқызы"}, ["Айгүл Серікқызы"]),
        ([{"@type": "Person", "name": "Айгүл Серікқызы"}, {"@type": "Organization", "name": "Derek"}], ["Айгүл Серікқызы"]),
        ({"@type": "Organization", "name": "Derek"}, []),
        ({"@type": ["NewsMediaOrganization"], "name": "Derek"}, []),
        ({"@type": "Person", "name": ""}, []),
        ({"@type": "Person"}, []),
        (None, []),
        (7, []),
        ([None, 7, {}], []),
    ],
)
def test_authors_are_people(author: object, expected: list[str]) -> None:
    assert names(author) == expected


@pytest.mark.parametrize(
    "date",
    [
        "",
        "кеше",
        "2025-13-45",
        "0000-00-00",
        "2025-11-02T14:20:00+99:99",
        "20251102",
        5,
        None,
        ["2025-11-02"],
        {"@value": "x"},
        "9" * 5000,
        "2025-11-02T14:20:00.123456789Z",
    ],
)
@pytest.mark.parametrize(
    "field",
    ["datePublished", "dateModified", "headline", "image", "author", "articleSection", "keywords", "description", "publisher"],
)
def test_odd_values_do_not_spoil_a_page(field: str, date: object) -> None:
    stated = json.dumps({"@type": "NewsArticle", field: date})
    reading = read(page(head=f'<script type="application/ld+json">{stated}</script>'))
    assert reading.values["body"] == list(PARAGRAPHS)
    assert str(reading.values["published_at"]).startswith("2025-11-02")


def test_the_rows_of_a_table_are_paragraphs() -> None:
    rows = "<tr><th>Команда</th>\n<th>Алтын</th></tr><tr><td>Алматы</td><td>4</td></tr>"
    said = f"<p>Есеп мынадай.</p><table><caption>Есеп</caption>{rows}</table><p>Жарыс бітті.</p>"
    assert lines(said) == ["Есеп мынадай.", "Есеп", "Команда | Алтын", "Алматы | 4", "Жарыс бітті."]


JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.sampled_from(["@type", "@graph", "name", "author", "headline", "mainEntity"]), inside, max_size=4), max_leaves=20)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_generated_values_never_raise(value: object) -> None:
    for node in read_blocks([json.dumps(value)]):
        assert isinstance(string(node), str)
        assert isinstance(names(node.get("author")), list)
        is_article(node)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='{}[]",:\\ \n\x00aə1-.eN<!>/*;&') | st.text())
def test_generated_texts_never_raise(block: str) -> None:
    read_blocks([block])


@pytest.mark.parametrize("tail", ["", "x", "{"])
@pytest.mark.parametrize("unit", [" ", "]]> ", "//", ",", ", ", '"', '\\"', "{", "[]", "9", "&quot;", "\n", "/*", "<!--"])
def test_time_grows_with_the_length_alone(unit: str, tail: str) -> None:
    assert grows_linearly(lambda text: read_blocks([text]), unit, tail)
