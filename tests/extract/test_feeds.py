# ruff: noqa: E501
"""Feeds: the addresses of their entries, what they say of them, and why one cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.extract.sources.feeds import MAX_ENTRIES
from kznews.outcomes import Reason
from tests.support.source_pages import API, ATOM, FEED, SITEMAP, at, found, harvest, item, refusal, rss

if TYPE_CHECKING:
    from pathlib import Path

    from kznews.sourcekinds import Source

LINK = "<link>https://derek.kz/news/1</link>"
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def entry(inside: str, attributes: str = "") -> str:
    return f'<feed xmlns="{ATOM}" {attributes}><link href="https://derek.kz/news/9"/><entry>{inside}</entry></feed>'


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        (item(LINK), ["/news/1"]),
        (item("<link>\n   https://derek.kz/news/1\t</link>"), ["/news/1"]),
        (item("<link><![CDATA[https://derek.kz/news/1?a=1&b=2]]></link>"), ["/news/1?a=1&b=2"]),
        (item("<link>https://derek.kz/news/1?a=1&amp;b=2</link>"), ["/news/1?a=1&b=2"]),
        (item("<link>https://derek.kz/news/1?a=1&b=2</link>"), ["/news/1?a=1&b=2"]),
        (item("<link>https://derek.kz/news/1?a=1&amp;amp;b=2</link>"), ["/news/1?a=1&b=2"]),
        (item("<link>https://derek.kz/news/1?a=1&amp;#038;b=2</link>"), ["/news/1?a=1&b=2"]),
        (item("<link>/news/1</link>"), ["/news/1"]),
        (item("<link>//derek.kz/news/1</link>"), ["/news/1"]),
        (item("<link>http://www.derek.kz/news/1?utm_source=rss#top</link>"), ["/news/1"]),
        (item("<link>https://derek.kz/news/1</link><link>https://derek.kz/news/2</link>"), ["/news/1"]),
        (item("<link/><guid>https://derek.kz/news/1</guid>"), ["/news/1"]),
        (item('<guid isPermaLink="true">https://derek.kz/news/1</guid>'), ["/news/1"]),
        (item('<guid isPermaLink="false">https://derek.kz/news/1</guid>'), []),
        (item("<guid>1</guid>"), []),
        (item("<title>Көпір</title>"), []),
        (item('<link>https://feeds.example.org/~r/1</link><f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://derek.kz/news/1</f:origLink>'), ["/news/1"]),
        (item(f'<a:link xmlns:a="{ATOM}" rel="alternate" href="https://derek.kz/news/1"/>'), ["/news/1"]),
        (item('<enclosure url="https://derek.kz/news/2"/>' + LINK), ["/news/1"]),
        (rss(f"<item>{LINK}</item><item>{LINK}</item><item><link>https://derek.kz/news/2</link></item>"), ["/news/1", "/news/2"]),
        (rss(f"<item>{LINK}</item>", 'version="0.91"'), ["/news/1"]),
        ('<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">' + item(LINK), ["/news/1"]),
        (f'<rdf:RDF {RDF}><channel/><item rdf:about="https://derek.kz/news/1"><link>https://derek.kz/news/1</link></item></rdf:RDF>', ["/news/1"]),
        (f'<rdf:RDF {RDF}><item rdf:about="https://derek.kz/news/1"/></rdf:RDF>', ["/news/1"]),
        (entry('<link href="https://derek.kz/news/1"/>'), ["/news/1"]),
        (entry('<link rel="enclosure" href="https://derek.kz/news/2"/><link rel="alternate" href="https://derek.kz/news/1"/>'), ["/news/1"]),
        (entry('<link rel="alternate" type="application/json" href="https://derek.kz/news/2"/><link type="text/html" href="https://derek.kz/news/1"/>'), ["/news/1"]),
        (entry("<id>https://derek.kz/news/1</id>"), ["/news/1"]),
        (entry("<id>tag:derek.kz,2026:1</id>"), []),
        (entry('<link href="1"/>', 'xml:base="https://derek.kz/news/"'), ["/news/1"]),
        (entry('<link href="1"/>', 'xml:base="/news/"'), ["/news/1"]),
        (f'<feed xmlns="{ATOM}" xml:base="https://derek.kz/"><entry xml:base="news/"><link href="1"/></entry></feed>', ["/news/1"]),
        ('<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><link rel="alternate" href="https://derek.kz/news/1"/></entry></feed>', ["/news/1"]),
        ('<feed><entry><link href="https://derek.kz/news/1"/></entry></feed>', ["/news/1"]),
        ('<?xml version="1.0" encoding="klingon"?>' + item(LINK), ["/news/1"]),
        (rss(""), []),
    ],
)  # fmt: skip
def test_a_feed_gives_the_pages_of_its_entries(body: str, paths: list[str]) -> None:
    assert found(body) == paths


DECLARED = '<?xml version="1.0" encoding="windows-1251"?>'
KAZAKH = item(f"<title>Шымкенттегі жаңа көпір ашылды, тұрғындар қуанышты</title>{LINK}")
RUSSIAN = item(f"<title>В Шымкенте открыли новый мост, жители рады</title>{LINK}")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (b"\xef\xbb\xbf" + KAZAKH.encode(), "Шымкенттегі жаңа көпір ашылды, тұрғындар қуанышты"),
        (b"\r\n\n  " + b'<?xml version="1.0"?>' + KAZAKH.encode(), "Шымкенттегі жаңа көпір ашылды, тұрғындар қуанышты"),
        (b"\xef\xbb\xbf\n\n" + b'<?xml version="1.0"?>' + KAZAKH.encode(), "Шымкенттегі жаңа көпір ашылды, тұрғындар қуанышты"),
        (KAZAKH.encode("utf-16"), "Шымкенттегі жаңа көпір ашылды, тұрғындар қуанышты"),
        ((DECLARED + RUSSIAN).encode("cp1251"), "В Шымкенте открыли новый мост, жители рады"),
        (RUSSIAN.encode("cp1251"), "В Шымкенте открыли новый мост, жители рады"),
        (b"<br />\n<b>Warning</b>: mysql_connect() in <b>/home/derek/rss.php</b> on line <b>12</b><br />\n" + b'<?xml version="1.0"?>' + KAZAKH.encode(), "Шымкенттегі жаңа көпір ашылды, тұрғындар қуанышты"),
        (KAZAKH.encode() + b"\n<script>counter()</script>", "Шымкенттегі жаңа көпір ашылды, тұрғындар қуанышты"),
        (item(f"<title>Көпір &nbsp;&laquo;Жібек&raquo; &ndash; ашылды</title>{LINK}").encode(), "Көпір «Жібек» – ашылды"),
        (item(f"<title>Көпір & жол</title>{LINK}").encode(), "Көпір & жол"),
        (item(f"<title>Көпір\x0b\x1f жол</title>{LINK}").encode(), "Көпір жол"),
        (item(f"<title><![CDATA[Көпір <b>ашылды</b> & жабылды]]></title>{LINK}").encode(), "Көпір ашылды & жабылды"),
        (item(f"<title>Көпір &amp;quot;Жібек&amp;quot;</title>{LINK}").encode(), 'Көпір "Жібек"'),
        (f'<feed xmlns="{ATOM}"><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Көпір <b>ашылды</b></div></title><link href="https://derek.kz/news/1"/></entry></feed>'.encode(), "Көпір ашылды"),
    ],
    ids=range(14),
)  # fmt: skip
def test_a_feed_is_read_in_whatever_state_it_comes(body: bytes, title: str) -> None:
    (one,) = harvest(body).found
    assert (one.url, one.title) == ("https://derek.kz/news/1", title)


NO_ZONE = "2026-03-16T14:05:00+00:00"


@pytest.mark.parametrize(
    ("inside", "published", "modified"),
    [
        ("<pubDate>Mon, 16 Mar 2026 19:05:00 +0500</pubDate>", NO_ZONE, None),
        ("<pubDate>Mon, 16 Mar 2026 14:05:00 GMT</pubDate>", NO_ZONE, None),
        ("<pubDate>Mon, 16 Mar 2026 14:05 UT</pubDate>", NO_ZONE, None),
        ("<pubDate>16 Mar 2026 19:05 +0500</pubDate>", NO_ZONE, None),
        ("<pubDate>Mon, 16 Mar 2026 14:05:00 UTC</pubDate>", NO_ZONE, None),
        ("<pubDate>16 Mar 2026 19:05</pubDate>", NO_ZONE, None),
        ("<pubDate>2026-03-16 19:05:00</pubDate>", NO_ZONE, None),
        ("<pubDate>16.03.2026 19:05</pubDate>", NO_ZONE, None),
        ("<pubDate>2026-03-16</pubDate>", "2026-03-15T19:00:00+00:00", None),
        ("<pubDate>2023-03-16</pubDate>", "2023-03-15T18:00:00+00:00", None),
        ("<pubDate>16 Наурыз 2026, 19:05</pubDate>", NO_ZONE, None),
        ("<pubDate>16 Mar 19:05</pubDate>", None, None),
        ("<pubDate>бүгін</pubDate>", None, None),
        ("<pubDate></pubDate>", None, None),
        ("<pubDate>31 Feb 2026 19:05</pubDate>", None, None),
        ("<pubDate>" + "9" * 10_000 + "</pubDate>", None, None),
        ('<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-03-16T19:05:00+05:00</dc:date>', NO_ZONE, None),
        (f'<a:updated xmlns:a="{ATOM}">2026-03-16T14:05:00Z</a:updated>', None, NO_ZONE),
        (f'<pubDate>Sun, 15 Mar 2026 14:05:00 GMT</pubDate><a:updated xmlns:a="{ATOM}">2026-03-16T14:05:00Z</a:updated>', "2026-03-15T14:05:00+00:00", NO_ZONE),
        ("", None, None),
    ],
)  # fmt: skip
def test_an_entry_says_when_it_was_published_and_when_it_changed(
    inside: str, published: str | None, modified: str | None
) -> None:
    (one,) = harvest(item(LINK + inside)).found
    assert one.published == (at(published) if published else None)
    assert one.modified == (at(modified) if modified else None)
    assert one.basis == "feed"


HTML = "<!DOCTYPE html><html><head><title>Дерек</title></head><body><p>Жаңалықтар</p></body></html>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BROKEN: dict[str, bytes] = {
    "empty": b"",
    "blanks": b" \t\r\n" * 50,
    "NULs": bytes(500),
    "NULs and blanks": b"\x00 \n" * 500,
    "a mark alone": b"\xef\xbb\xbf",
    "a declaration alone": b'<?xml version="1.0"?>',
    "a comment alone": b"<!-- rss -->",
    "HTML": HTML.encode(),
    "HTML with blanks in front": b"\n\n  " + HTML.encode(),
    "HTML with a mark": b"\xef\xbb\xbf" + HTML.encode(),
    "HTML behind a declaration": b'<?xml version="1.0" encoding="utf-8"?>\n' + HTML.encode(),
    "HTML behind a comment": b"<!-- cache 12 -->" + HTML.encode(),
    "HTML without doctype": b"<html><body>404</body></html>",
    "XHTML": b'<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    "HTML with a feed in it": b"<html><body><pre>" + item(LINK).encode() + b"</pre></body></html>",
    "plain text": "Бет табылмады".encode(),
    "a word": b"rss",
    "JSON": b'{"url": "https://derek.kz/news/1"}',
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "a PDF": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n",
    "cut in a tag": item(LINK).encode()[:90],
    "cut in the text": item(LINK + "<description>Көпір").encode()[:120],
    "cut before the end": item(LINK).encode()[:-6],
    "cut in a character": item("<title>Көпір").encode()[:-40],
    "cut CDATA": item("<title><![CDATA[Көпір").encode()[:-30],
    "tags that cross": b"<rss><channel><item></channel></item></rss>",
    "two roots": item(LINK).encode() + item(LINK).encode() + b"<rss>",
    "an unknown root": b"<opml><body/></opml>",
    "an unknown namespace": b'<feed xmlns="http://derek.kz/ns"><entry/></feed>',
    "an RDF of no feed": b"<RDF><item/></RDF>",
    "rss in a namespace": b'<rss xmlns="http://derek.kz/ns"><channel/></rss>',
    "an undeclared prefix": b"<x:rss><channel/></x:rss>",
    "billion laughs": f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>'.encode() + item("<title>&l9;</title>").encode(),
    "billion laughs unused": f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>'.encode() + item(LINK).encode(),
    "quadratic blow-up": f'<!DOCTYPE rss [<!ENTITY a "{"a" * 100_000}">]>'.encode() + item("&a;" * 1000).encode(),
    "an entity of itself": b'<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>' + item("<title>&a;</title>").encode(),
    "a parameter entity": b'<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]>' + item(LINK).encode(),
    "an entity of the net": b'<!DOCTYPE rss [<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]>' + item("<link>&a;</link>").encode(),
    "a harmless entity": b'<!DOCTYPE rss [<!ENTITY a "b">]>' + item(LINK).encode(),
    "an entity name of 10 MB": b"<!DOCTYPE rss [<!ENTITY " + b"a" * 10_000_000 + b' "b">]>' + item(LINK).encode(),
    "a reference of 10 MB": item("<title>&" + "a" * 10_000_000 + ";</title>").encode(),
    "a tag name of 10 MB": b"<rss><" + b"a" * 10_000_000 + b"/></rss>",
    "an attribute of 11 MB": b'<rss a="' + b"a" * 11_000_000 + b'"></rss>',
    "300 deep": b"<rss>" + b"<a>" * 300 + b"</a>" * 300 + b"</rss>",
    "an entry of many elements": item("<a/>" * 6000).encode(),
    "XInclude of a file": b'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>',
    "a style sheet": b'<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>',
}  # fmt: skip


@pytest.mark.parametrize("source", [FEED, SITEMAP], ids=["feed", "sitemap"])
@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_what_is_no_feed_is_refused_with_one_line(body: bytes, source: Source) -> None:
    answer = refusal(body, source)
    assert answer is not None
    reason, detail = answer
    assert reason is Reason.BAD_SOURCE
    assert detail
    assert "\n" not in detail
    assert len(detail) <= 300


def test_an_entity_of_a_file_is_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("news/7", encoding="utf-8")
    for kind in ("SYSTEM", 'PUBLIC "x"'):
        body = f'<!DOCTYPE rss [<!ENTITY f {kind} "file://{secret}">]>' + item("<link>https://derek.kz/&f;</link>")
        assert refusal(body) == (Reason.BAD_SOURCE, "declares entities of its own")


def test_a_dtd_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "feed.dtd").write_text('<!ENTITY f "news/7"><!ATTLIST item link CDATA "x">', encoding="utf-8")
    body = f'<!DOCTYPE rss SYSTEM "file://{tmp_path}/feed.dtd">' + item("<link>https://derek.kz/&f;</link>")
    assert found(body) == []


def test_a_feed_without_end_is_read_to_its_limit() -> None:
    items = "".join(f"<item><link>https://derek.kz/news/{n}</link></item>" for n in range(MAX_ENTRIES + 5))
    given_ = harvest(rss(items))
    assert len(given_.found) == MAX_ENTRIES
    assert given_.found[-1].url.endswith(f"/{MAX_ENTRIES - 1}")
    assert given_.notes == (f"only the first {MAX_ENTRIES} entries were read",)


def test_what_a_feed_names_beside_articles_is_counted_by_reason() -> None:
    body = rss("".join(f"<item><link>{link}</link></item>" for link in (
        "https://elsewhere.kz/news/1", "https://user@derek.kz/news/2", "https://derek.kz/about", "https://derek.kz/news/3", "javascript:x()",
    )))  # fmt: skip
    given_ = harvest(body)
    assert [one.url for one in given_.found] == ["https://derek.kz/news/3"]
    assert given_.rejected == (
        (Reason.OFF_SITE, "https://elsewhere.kz/news/1"),
        (Reason.BAD_ADDRESS, "https://user@derek.kz/news/2"),
        (Reason.BAD_ADDRESS, "javascript:x()"),
    )


PIECES = st.sampled_from(
    ["<rss>", "</rss>", "<item>", "</item>", "<link>", "</link>", "https://derek.kz/news/1", "&amp;", "&", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "<urlset>", "<url>", "<loc>", "</", ">", "\x00", "\ud800", "қ", "<feed>", "<entry>", '<!DOCTYPE rss [<!ENTITY a "b">]>', '<?xml version="1.0" encoding="utf-16"?>']
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(
    st.binary(max_size=200) | st.lists(PIECES, max_size=16).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass")),
    st.sampled_from([FEED, SITEMAP, API]),
)
def test_any_bytes_give_addresses_or_a_bad_source(body: bytes, source: Source) -> None:
    answer = refusal(body, source)
    assert answer is None or answer[0] is Reason.BAD_SOURCE
