"""The guard before the parser, and the page as a tree (reliability.md H2 to H4)."""

from __future__ import annotations

import random
import re
import time

import pytest

from kznews.extract import markup as module
from kznews.extract.article_page import MAX_BLOCKS
from kznews.extract.document import absolute
from kznews.extract.markup import MAX_ATTRIBUTE_WORK, MAX_ATTRIBUTES, MAX_BYTES, MAX_TAGS, guard
from kznews.extract.selecting import text_nodes
from kznews.outcomes import Reason, Refused
from tests.support.growth import grows_linearly
from tests.support.small_pages import PARAGRAPHS, TITLE, URL, article, document, page, read

FAST = 0.05
"""Seconds in which a page must be refused whose parsing would take minutes (in one of five attempts: the machine is shared)."""


@pytest.mark.parametrize("unit", ["<script ", "<style a='", "<svg ", "<!-- ", "<svg><path>"])
def test_emptying_scripts_takes_time_by_the_length_alone(unit: str) -> None:
    assert grows_linearly(lambda source: module.without_code(source.encode()), unit)


def reason(body: bytes | str) -> Reason | None:
    try:
        _ = document(body).tree
    except Refused as refused:
        return refused.reason
    return None


def reading_or_reason(markup: str) -> str | Reason:
    try:
        return " ".join(read(markup).values["body"])
    except Refused as refused:
        return refused.reason


def attributes(number: int, form: str = "a{}") -> str:
    return " ".join(form.format(at) for at in range(number))


def padded(size: int) -> bytes:
    body = page().encode()
    return body + b" " * (size - len(body))


@pytest.mark.parametrize(("more", "expected"), [(-1, None), (0, None), (1, Reason.TOO_LARGE)])
def test_a_page_may_have_so_many_bytes(more: int, expected: Reason | None) -> None:
    assert reason(padded(MAX_BYTES + more)) == expected


@pytest.mark.parametrize(("more", "expected"), [(-1, None), (0, None), (1, Reason.TOO_COMPLEX)])
def test_a_page_may_have_so_many_tags(more: int, expected: Reason | None) -> None:
    body = page(main="@")
    assert reason(body.replace("@", "<br>" * (MAX_TAGS - body.count("<") + more))) == expected


@pytest.mark.parametrize(("more", "expected"), [(-1, None), (0, None), (1, Reason.TOO_COMPLEX)])
@pytest.mark.parametrize(
    "form", ["a{}", "a{}=1", "a{}='1'", 'a{}="1 2 3"', "a{}=\n'>'", "a{}='<b>'", "a{}='\">'", 'a{}=">"', 'a{}= ">"']
)
def test_a_tag_may_have_so_many_attributes(form: str, more: int, expected: Reason | None) -> None:
    assert reason(f"<p {attributes(MAX_ATTRIBUTES + more, form)}>мәтін") == expected


@pytest.mark.parametrize(("more", "expected"), [(0, None), (1, Reason.TOO_COMPLEX)])
def test_long_tags_may_have_so_many_attributes_together(more: int, expected: Reason | None) -> None:
    many = f"<p {attributes(100)}>мәтін" * (MAX_ATTRIBUTE_WORK // 100**2 + more)
    assert reason(page(main=many)) == expected


@pytest.mark.parametrize(("nuls", "expected"), [(99, None), (100, None), (101, Reason.BAD_ENCODING)])
def test_one_byte_in_a_hundred_may_be_nul(nuls: int, expected: Reason | None) -> None:
    body = b"<p>" + b"a" * (10_000 - 3 - nuls) + b"\x00" * nuls
    if expected is None:
        guard(body)
    else:
        with pytest.raises(Refused) as caught:
            guard(body)
        assert caught.value.reason is expected


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<p {}>", id="bare names"),
        pytest.param("<p {1}>", id="values without blanks between"),
        pytest.param("<p {2}>", id="slashes between"),
        pytest.param('<p t=">" {}>', id="behind a quoted end"),
        pytest.param('<p "{} ">', id="behind a stray quote"),
        pytest.param('<p a=b"{} ">', id="behind a quote in a bare value"),
        pytest.param("<p a=\x00\"{} '>", id="behind a NUL"),
        pytest.param('<!--><p {}>--><b a="', id="behind a comment that is none"),
        pytest.param('<script>1<b x="</script><p {}>', id="behind a quote in a script"),
        pytest.param('<a b="<c d=\'"><p {}>', id="behind quotes in quotes"),
        pytest.param("<p {}", id="without an end"),
    ],
)
def test_no_trick_hides_attributes(markup: str) -> None:
    number = 2_000
    forms = (attributes(number), "".join(f"a{at}='1'" for at in range(number)), "/".join(f"a{at}" for at in range(number)))
    hidden = markup.format(*forms)
    if "\x00" in markup:  # the quote that the NUL would hide is one: everything behind it is a value
        assert reason(page(main=hidden)) is None
    else:
        assert reason(page(main=hidden)) is Reason.TOO_COMPLEX


def test_attributes_are_counted_in_utf_16_as_well() -> None:
    body = ("\ufeff" + page(main=f"<p {attributes(MAX_ATTRIBUTES + 1)}>")).encode("utf-16-le")
    assert reason(body) is Reason.TOO_COMPLEX


@pytest.mark.parametrize(
    "attribute",
    [
        pytest.param('src="data:image/png;base64,{}"', id="quoted"),
        pytest.param("src=data:image/png;base64,{}", id="bare"),
        pytest.param('data-json=\'{{"k": "{}"}}\'', id="JSON"),
        pytest.param('d="{}"', id="path"),
    ],
)
def test_a_long_value_is_one_attribute(attribute: str) -> None:
    blank = " " if attribute.startswith(("d=", "data-json")) else ""
    tag = f"<img {attribute.format(('AbC/+9' + blank) * 17_000)}>"
    assert len(read(page(main=article() + tag)).values["body"]) == len(PARAGRAPHS)


@pytest.mark.parametrize("seed", range(4))
def test_no_tag_of_many_attributes_begins_where_none_is_looked_for(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same small: stretches of few bytes, and every beginning of a tag in markup that is thrown together."""
    reach = 4 + 3 * seed
    monkeypatch.setattr(module, "_REACH", reach)
    chance = random.Random(seed)
    long = 0
    for _ in range(500):
        source = b"".join(chance.choices(SCRAPS, [chance.random() ** 3 for _ in SCRAPS], k=chance.randint(5, 80)))
        spans = list(module._doubtful(source))
        for start in re.finditer(rb"<[A-Za-z]", source):
            tag = module._TAG.match(source, start.start())
            assert tag is not None
            if len(module._ATTRIBUTE.findall(tag[0])) - 1 > reach // 2:
                long += 1
                assert any(begin <= start.start() < end for begin, end in spans), (source, start.start())
    assert long > 10


def test_tags_in_values_are_no_tags_of_many_attributes() -> None:
    card = " ".join(f"data-card{at}='<b class=\"x\">мәтін</b>'" for at in range(200))
    assert reason(page(main=f"<div {card}></div>")) is None


SCRAPS = (b"<a", b"<b", b"<p ", b" a", b" b=", b'"', b"'", b'">', b"'>", b">", b"/", b"=", b" ", b"\n", b"c", b'="x"', b"='y'",
          b" d=1", b"<!--", b"-->", b"</a>", b'="', b"='", b' x="">')  # fmt: skip


ATTACKS = {
    "a tag with 200,000 attributes": lambda: "<div " + attributes(200_000, "a{}=1") + ">",
    "200,000 attributes without blanks": lambda: "<div " + "".join(f"a{at}='1'" for at in range(200_000)) + ">",
    "200,000 levels": lambda: "<div>" * 200_000,
    "200,000 sidebars in sidebars": lambda: "".join(PARAGRAPHS) + "<div class=sidebar>" * 200_000,
    "200,000 levels that are closed": lambda: "<div>" * 200_000 + "</div>" * 200_000,
    "ten million bytes on a line": lambda: "a" * 10_000_000,
    "a million unclosed b, i, a": lambda: "<b><i><a>" * 333_334,
    "a million tables": lambda: "<table><tr><td>" * 333_334,
    "a million selects": lambda: "<select><option>" * 300_000,
    "quotes that never close": lambda: "<a b='<a b=\"" * 45_000,
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_at_once(name: str) -> None:
    body = ATTACKS[name]().encode()

    def seconds() -> float:
        start = time.process_time()
        with pytest.raises(Refused) as refused:
            read(body)
        assert refused.value.reason in (Reason.TOO_COMPLEX, Reason.TOO_LARGE)
        return time.process_time() - start

    assert any(seconds() < FAST for _ in range(5))


HARMLESS = {
    "a text of five million bytes": lambda: "<p>" + "сөз " * 700_000,
    "an attribute of five million bytes": lambda: '<p title="' + "ab " * 1_600_000 + '">x',
    "a comment of five million bytes": lambda: "<!--" + "ab " * 1_600_000 + "-->",
    "a comment that never ends": lambda: "<!--" + "ab " * 1_600_000,
    "a script of five million bytes": lambda: "<script>" + "ab " * 1_600_000 + "</script>",
    "100,000 entities": lambda: "<p>" + "&amp;" * 100_000,
    "100,000 entities that are none": lambda: "<p>" + "&#0;&#x110000;" * 100_000,
    "99,000 signs that open nothing": lambda: "<p>" + "< " * 99_000,
}


@pytest.mark.parametrize("name", HARMLESS)
def test_a_large_page_is_read_in_time(name: str) -> None:
    start = time.process_time()
    read(page(main=HARMLESS[name]()))
    assert time.process_time() - start < 4


CROWDS = {
    "paragraphs": "<p>сөз",
    "figures": "<p>12",
    "rates": "<p>USD 12.5",
    "temperatures": "<p>+12°",
    "cities and temperatures": "<p>Алматы<p>+12°",
    "counters": "<p>1204 рет оқылды",
    "lines of one paragraph": "<b>Қысқа жол</b><br><br><i></i>",
    "links": '<a href="/x/1">Ұзақ жолға шыққан керуен</a>',
    "linked tags": '<a rel="tag" href="/t/1">су</a> ',
    "dates in one paragraph": "<b>12 қазан 2025</b><br><br><i></i>",
    "pictures over lines": "<img><br><br><i></i>Сөз<br><br>",
    "names that are titles": '<div class="title">x</div>',
    "long paragraphs": "<p>Ұзын сөйлем осында тұр, оны ешкім оқымайды деп ойлаймын, бірақ ол бар.",
}
"""What a page may be full of."""


@pytest.mark.parametrize("name", CROWDS)
def test_a_page_that_passes_the_guard_is_read_or_refused_within_a_second(name: str) -> None:
    unit = CROWDS[name]
    body = page(main=article().replace("</div></article>", "") + unit * ((MAX_TAGS - 100) // unit.count("<")))
    times = []
    for _ in range(2):
        start = time.process_time()
        reading_or_reason(body)
        times.append(time.process_time() - start)
    assert min(times) < 1


def test_a_page_may_have_so_many_pieces_of_text() -> None:
    crowd = "".join(f"<p>Абзац {at}" for at in range(MAX_BLOCKS + 1))
    assert reading_or_reason(page(main=article() + crowd)) is Reason.TOO_COMPLEX


def test_tags_in_scripts_and_drawings_are_not_counted() -> None:
    scripts = "<script>" + "a('<b>');" * MAX_TAGS + "</script><svg><g>" + "<path d='M0'/>" * MAX_TAGS + "</g></svg>"
    assert reading_or_reason(page(main=article() + scripts)) == " ".join(PARAGRAPHS)


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "font", "section"])
@pytest.mark.parametrize("depth", [1, 200, 240, 250, 257, 511, 513, 2_100])
def test_text_below_the_parser_s_cap_is_never_silently_lost(tag: str, depth: int) -> None:
    deep = f"<{tag}>" * depth + PARAGRAPHS[2] + f"</{tag}>" * depth
    markup = page(main=article(paragraphs=PARAGRAPHS[:2]).replace("</div></article>", f"<p></p>{deep}</div></article>"))
    found = reading_or_reason(markup)
    assert PARAGRAPHS[2] in found if depth <= 240 else found is Reason.TOO_COMPLEX


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(page().replace("<p>", "<!-- <p>ескерту</p> --><p>"), id="comments"),
        pytest.param(page().replace("<p>", "<!-- > -- ><p>ескерту</p> --><p>"), id="comments with ends in them"),
        pytest.param(page().replace("<p>", "<!--[if IE]><p>ескі шолғыш</p><![endif]--><p>"), id="conditional comments"),
        pytest.param(page().replace("<p>", "<![if !IE]><p>"), id="conditional comments that show"),
        pytest.param(page().replace("<h1>", "<?php echo 1 ?><h1>"), id="processing instructions"),
        pytest.param('<?xml version="1.0" encoding="utf-8"?>' + page(), id="XML declaration"),
        pytest.param(page().replace('<html lang="kk">', "").replace("</html>", ""), id="no html element"),
        pytest.param(article(), id="no head and no body"),
        pytest.param(
            page() + "\n<!-- cached -->\x00\x00",
            id="bytes behind the end",
        ),
        pytest.param("\n\n  " + page(), id="blanks before"),
        pytest.param("\ufeff" + page(), id="byte order mark"),
        pytest.param(page().replace("<body>", "<body><body class='b'>"), id="two bodies"),
        pytest.param(page().replace("</p>", ""), id="paragraphs that never close"),
        pytest.param(page().replace("<p>", "<P CLASS=a>").replace("</p>", "</P>"), id="capital tags"),
    ],
)
def test_odd_markup_is_read_like_plain_markup(markup: str) -> None:
    values = read(markup).values
    assert values["title"] == TITLE
    assert values["body"] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<!-- <script> --><p>А.</p><script>b()</script>", id="a script's beginning in a comment"),
        pytest.param('<a title="<script>">x</a><p>А.</p><script>b()</script>', id="in a value"),
        pytest.param("<textarea><script></textarea><p>А.</p><script>b()</script>", id="in a field"),
        pytest.param("<script><!-- <script> a() </script> --></script><p>А.</p>", id="a script in a script"),
        pytest.param("<script>a = '</scripty>'</script><p>А.</p>", id="an end that is none"),
        pytest.param("<script data-a='>'>a()</script><p>А.</p>", id="an end of a tag in a value"),
        pytest.param("<style>a{}</style ><p>А.</p>", id="a blank in an end tag"),
        pytest.param("<script/><p>no</p></script><p>А.</p>", id="a script that does not close itself"),
        pytest.param("<!--> <p>А.</p> <!-- -->", id="a comment that is none"),
        pytest.param("<svg><path d='M0'/></svg><p>А.</p>", id="a drawing"),
        pytest.param('<a title="<svg>"><path t="></svg>">x</a><p>А.</p>', id="a drawing across values"),
        pytest.param("<svg><title>x</title><path></svg><p>А.</p><svg>", id="a drawing that never ends"),
        pytest.param("<script>a()</script kznews-emptied><script kznews-emptied>b()</script><p>А.</p>", id="our own mark"),
        pytest.param("<script>a()", id="a script that never ends"),
    ],
)
def test_what_no_reader_sees_goes_and_nothing_else(markup: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same text as a parser finds in the whole page, scripts and style sheets left out."""

    def texts() -> list[str]:
        tree = document(page(main=article() + markup)).tree
        return [node for node in text_nodes(tree) if node.strip() and node.getparent().tag not in ("script", "style")]

    short = texts()
    monkeypatch.setattr(module, "without_code", lambda source: (source, 0))
    assert short == texts()


FOREIGN = "Ескі сценарийдегі мәтін: бүгін қалада жаңа мектеп ашылды".encode("kz1048")


def test_what_scripts_say_need_not_be_utf_8() -> None:
    body = page(main=article() + "<script>var old = '@';</script>").encode()
    plain, foreign = (body.replace(b"@", said) for said in (b"", FOREIGN))
    assert read(foreign).values == read(plain).values


def test_what_a_page_shows_must_be_of_one_encoding() -> None:
    body = page(main=article() + "<p>@</p><script>1</script>").encode()
    assert reason(body.replace(b"@", FOREIGN * 40)) is Reason.BAD_ENCODING


def test_two_letters_outside_the_scripts_do_not_make_a_page_utf_8() -> None:
    words = "Сегодня в области открыли научный центр, глава региона поздравил сотрудников. " * 20
    markup = f"<html><head><title>RSS</title><script>var words = '{words}';</script></head><body><p>Рё</p></body></html>"
    body = markup.encode("cp1251")
    assert "Рё".encode("cp1251").decode() == "и"
    try:
        shown = "".join(text_nodes(document(body).tree))
    except Refused:
        return
    assert "и" not in shown


@pytest.mark.parametrize(("body", "expected"), [
    (b"", Reason.EMPTY), (b"  \n\t ", Reason.EMPTY), ("\ufeff".encode(), Reason.EMPTY), (b"<!-- -->", Reason.EMPTY),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, Reason.BAD_ENCODING),
])  # fmt: skip
def test_what_is_no_page_is_refused(body: bytes, expected: Reason) -> None:
    assert reason(body) is expected


def test_a_frameset_gives_no_article() -> None:
    reading = read(
        '<html><head><title>Сайт</title></head><frameset cols="20%,80%"><frame src="a"><frame src="b"></frameset></html>'
    )
    assert reading.refusal is not None


@pytest.mark.parametrize(
    ("entity", "shown"),
    [("&#0;", ""), ("&#x110000;", ""), ("&#xD800;", ""), ("&#128;", "€"), ("&amp;lt;", "&lt;"), ("&nbsp;", " ")],
)
def test_entities_give_storable_text(entity: str, shown: str) -> None:
    text = "".join(
        read(page(main=article(paragraphs=(PARAGRAPHS[0] + entity + "Соңы осы болды.", *PARAGRAPHS[1:])))).values["body"]
    )
    text.encode()
    assert "\x00" not in text
    if shown:
        assert shown in text.replace("\u00a0", " ")


def test_cdata_in_a_page_hides_no_paragraph_behind_it() -> None:
    body = read(page().replace("<p>", "<![CDATA[ x ]]><p>", 1)).values["body"]
    assert body[-2:] == list(PARAGRAPHS[1:])


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://derek.kz/kk/", "https://derek.kz/kk/"),
        ("/kk/", "https://derek.kz/kk/"),
        ("//derek.kz/kk/", "https://derek.kz/kk/"),
        ("", URL),
        ("   ", URL),
        ("http://[broken", URL),
        ("https://elsewhere.example/", "https://elsewhere.example/"),
    ],
)
def test_relative_links_resolve_against_the_base(href: str, expected: str) -> None:
    assert document(page(head=f'<base href="{href}">')).base_url == expected


def test_only_the_first_base_that_says_something_counts() -> None:
    assert document(page(head='<base target="_blank"><base href="/a/"><base href="/b/">')).base_url == "https://derek.kz/a/"


@pytest.mark.parametrize(
    ("href", "expected"),
    [("b", "https://k.kz/b"), (" /c ", "https://k.kz/c"), ("http://[x", None), ("?p=1", "https://k.kz/a?p=1")],
)
def test_addresses_are_resolved_or_none(href: str, expected: str | None) -> None:
    assert absolute("https://k.kz/a", href) == expected


def test_meta_tags_keep_the_first_content_that_is_not_empty() -> None:
    head = '<meta property="OG:Title" content=" "><meta property="og:title" content=" Бір "><meta name="og:title" content="Екі">'
    assert document(page(head=head)).meta["og:title"] == "Бір"


def test_the_title_of_a_drawing_is_not_the_page_s() -> None:
    markup = page().replace("<head>", "<svg><title>Логотип</title></svg><head>")
    assert document(markup).head_title == TITLE


def test_the_limits_are_the_documented_ones() -> None:
    assert (MAX_BYTES, MAX_TAGS, MAX_ATTRIBUTES) == (5 * 2**20, 30_000, 1_000)
    assert module.MAX_SCANS <= 4
