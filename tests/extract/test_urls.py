# ruff: noqa: E501
"""Addresses at large (reliability.md U1 to U3, U6): one form, no article twice, no two as one, and a reason for what is none.

KZNEWS_URLS sets how many addresses are made up (3,000 here, 100,000 for the promise).
"""

from __future__ import annotations

import os
import random
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from kznews.extract.links import MAX_URL, address_of, article_id, canonical
from kznews.extract.urlforms import is_trap
from kznews.outcomes import Reason, Refused
from kznews.portal import Portal
from tests.support.cases import SPIDERS
from tests.support.dresses import DRESSES, dressed

MADE_UP = int(os.environ.get("KZNEWS_URLS", "3000"))
PORTALS = [spider.declared for name, spider in SPIDERS.items() if name != "any"]
DEREK = Portal(
    name="derek", title="Дерек", hosts=("derek.kz",), articles=(r"^/(?:kk/)?zhanalyq/(?P<id>[^/?]+)/?$", r"^/\?p=(?P<id>\d+)$")
)
PIECES = (
    "http://", "https://", "HTTPS://", "//", "/", "\\", "?", "&", "=", "#", "%", "%2F", "%2f", "%25", "%61", "%C3%BF", "%FF", "%d0%b0", "%00", "+", " ", "\t", "\n", ";", ":", "@", ".", "..", "/../", "/./", "%2e%2e", "[", "]", "қ", "Қ", "ά", "\u00ad", "\u202e", "\ud800", "😀", "。", "a", "1", "-", "_", "~", "!", "*", "'", "(S(abc))", ";jsessionid=1", "utm_source=x", "p=5", "amp", "print", "index.php", "index.html", "kk", "80", "443", "99999", "x" * 70,
)  # fmt: skip


def made_up(seed: int) -> tuple[str, Portal]:
    """Return an address out of pieces that trouble parsers, half of them grown on a real one, and a portal."""
    dice = random.Random(seed)
    portal = dice.choice(PORTALS)
    start = dice.choice((*portal.example_urls, f"https://{dice.choice(portal.hosts)}/", ""))
    at = dice.randrange(len(start) + 1) if dice.random() < 0.5 else len(start)
    pieces = "".join(dice.choice(PIECES) for _ in range(dice.randrange(8)))
    return start[:at] + pieces + start[at:], portal


def reason_or_address(url: str, portal: Portal) -> tuple[Reason, str] | str:
    try:
        return address_of(url, portal)
    except Refused as refused:
        return refused.reason, refused.detail


def test_any_address_has_one_form_or_a_reason_and_never_another_host() -> None:
    taken = 0
    for seed in range(MADE_UP):
        url, portal = made_up(seed)
        known = reason_or_address(url, portal)
        if not isinstance(known, str):
            reason, detail = known
            assert reason in (Reason.BAD_ADDRESS, Reason.OFF_SITE, Reason.TRAP), url
            assert detail, url
            continue
        taken += 1
        host = urlsplit(known).hostname or ""
        named = (urlsplit(url.strip()).hostname or "").rstrip(".")
        assert address_of(known, portal) == known, url
        assert known.isascii(), url
        assert len(known) <= MAX_URL, url
        assert host == dict(portal.same_host).get(named, named), url
        assert host in portal.hosts, url
        assert urlsplit(known).scheme == portal.scheme, url
        article_id(known, portal)
    assert taken > MADE_UP // 4


EXAMPLES = [(portal, url) for portal in PORTALS for url in portal.example_urls]


def test_there_are_addresses_of_twenty_portals() -> None:
    assert len({portal.name for portal, _ in EXAMPLES}) >= 20


@pytest.mark.parametrize(("portal", "url"), EXAMPLES, ids=lambda value: value if isinstance(value, str) else "")
def test_one_article_is_one_address_in_thirty_dresses(portal: Portal, url: str) -> None:
    known = canonical(url, portal)
    assert known
    assert {dress: form for dress in DRESSES if (form := canonical(dressed(dress, known), portal)) != known} == {}


@pytest.mark.parametrize(("portal", "url"), EXAMPLES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_slash_at_the_end_and_a_mirror_make_no_other_article(portal: Portal, url: str) -> None:
    plain = canonical(url, portal) or ""
    parts = urlsplit(plain)
    mirrors = [plain.replace(parts.netloc, mirror, 1) for mirror, main in portal.same_host if main == parts.netloc]
    slashed = (
        [] if parts.query or parts.path.endswith(".html") or parts.path == "/" else [plain.rstrip("/"), plain.rstrip("/") + "/"]
    )
    ids = {article_id(form, portal) for other in (*mirrors, *slashed) if (form := canonical(other, portal))}
    assert ids <= {article_id(plain, portal)} | ({None} if portal.trailing_slash is None else set())
    assert {canonical(mirror, portal) for mirror in mirrors} <= {plain}


PAIRS = [
    ("/zhanalyq/1", "/zhanalyq/2"), ("/zhanalyq/1", "/zhanalyq/11"), ("/zhanalyq/Қала", "/zhanalyq/қала"), ("/zhanalyq/%D2%9A", "/zhanalyq/%D2%9B"), ("/zhanalyq/Ab", "/zhanalyq/aB"),
    ("/zhanalyq/a+b", "/zhanalyq/a%20b"), ("/zhanalyq/a+b", "/zhanalyq/a%2Bb"), ("/zhanalyq/a%2Fb", "/zhanalyq/a/b"), ("/zhanalyq/a%3Fb", "/zhanalyq/a?b"), ("/zhanalyq/a%23b", "/zhanalyq/a#b"),
    ("/zhanalyq/a%25b", "/zhanalyq/a%2525b"), ("/zhanalyq/a%3Bb", "/zhanalyq/a;b"), ("/zhanalyq/a-b", "/zhanalyq/a_b"), ("/zhanalyq/a", "/zhanalyq/a."), ("/zhanalyq/а", "/zhanalyq/a"),
    ("/zhanalyq/i", "/zhanalyq/і"), ("/zhanalyq/a%C2%ADb", "/zhanalyq/ab"), ("/zhanalyq/й", "/zhanalyq/и\u0306"), ("/?p=1", "/?p=2"), ("/?p=1", "/?p=1&page=2"),
    ("/x?id=a+b", "/x?id=a%20b"), ("/x?id=a%2Bb", "/x?id=a+b"), ("/x?id=a%26b", "/x?id=a&b"), ("/x?id=a%3Db=", "/x?id=a=b"), ("/x?a=1&a=2", "/x?a=2&a=1"), ("/x?id=%2F", "/x?id=/"),
    ("/x?A=1", "/x?a=1"), ("/x?p=", "/x"), ("/x//y", "/x/y"), ("/x?id=%D0%90", "/x?id=%D0%B0"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_addresses_that_may_be_two_articles_are_never_one(one: str, other: str) -> None:
    portal = replace(DEREK, articles=(r"^/zhanalyq/(?P<id>.+)$", r"^/\?p=(?P<id>\d+)"))
    assert canonical(f"https://derek.kz{one}", portal) != canonical(f"https://derek.kz{other}", portal)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/zhanalyq/kopir?sort=asc&page=2", "/zhanalyq/kopir"),
        ("/zhanalyq/kopir/amp", "/zhanalyq/kopir"),
        ("/zhanalyq/kopir/amp/", "/zhanalyq/kopir"),
        ("/amp/zhanalyq/kopir", "/zhanalyq/kopir"),
        ("/print/zhanalyq/kopir", "/zhanalyq/kopir"),
        ("/zhanalyq/kopir/print", "/zhanalyq/kopir"),
        ("/index.php/zhanalyq/kopir", "/zhanalyq/kopir"),
        ("/zhanalyq/kopir/index.html", "/zhanalyq/kopir"),
        ("/amp/zhanalyq/kopir/amp?amp=1", "/zhanalyq/kopir"),
        ("/zhanalyq/amp", "/zhanalyq/amp"),
        ("/amp/about", "/amp/about"),
        ("/about/print", "/about/print"),
        ("/index.html", "/"),
        ("/index.php?p=5", "/?p=5"),
        ("/Default.aspx", "/Default.aspx"),
        ("/(S(1x2y3z))/zhanalyq/kopir", "/zhanalyq/kopir"),
        ("/zhanalyq/kopir;PHPSESSID=12", "/zhanalyq/kopir"),
        ("/sid-0a1b/zhanalyq/kopir", "/zhanalyq/kopir"),
        ("/zhanalyq/../zhanalyq/./kopir", "/zhanalyq/kopir"),
        ("/%7Ahanalyq/%6bopir", "/zhanalyq/kopir"),
        ("/about?b=2&a=1&utm_id=3", "/about?a=1&b=2"),
        ("/about?b=2&&a", "/about?a=&b=2"),
    ],
)
def test_what_is_dropped_is_a_dress(path: str, expected: str) -> None:
    assert canonical(f"https://derek.kz{path}", DEREK) == f"https://derek.kz{expected}"


def test_twins_that_the_portal_declares_are_one_page() -> None:
    twins = replace(DEREK, same_path=((r"^/kz(?=/)", "/kk"), (r"^/kk/zhanalyq/", "/zhanalyq/")))
    twins.check()
    for path in ("/kz/zhanalyq/kopir", "/kk/zhanalyq/kopir", "/zhanalyq/kopir"):
        assert canonical(f"https://derek.kz{path}", twins) == "https://derek.kz/zhanalyq/kopir"
    endless = replace(DEREK, same_path=((r"^/", "/a"),))
    assert canonical("https://derek.kz/zhanalyq/kopir", endless) is None


@pytest.mark.parametrize(
    ("path", "trap"),
    [
        ("/" + "/".join("abcdefghijklmnopqrst"), False),
        ("/" + "/".join("abcdefghijklmnopqrstu"), True),
        ("/a/a/b", False), ("/a/a/a/b", True), ("/x/a/a/a", True), ("/a/b/a/b/c", False), ("/a/b/a/b/a/b", True), ("/a/b/c/a/b/c/a/b/c", True), ("/2011/11/11/mereke", False), ("/", False), ("", False),
    ],
)  # fmt: skip
def test_the_paths_of_traps(path: str, trap: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_trap(path) is trap
    if path:
        assert (canonical(f"https://derek.kz{path}", DEREK) is None) is trap


HOST, LABEL = "derek.kz", "x" * 64
IN_FRONT = [
    f"{chr(code)}https://{HOST}/a"
    for code in (
        *range(9),
        11,
        *range(14, 32),
        0x7F,
        0x85,
        0xA0,
        0x1680,
        *range(0x2000, 0x200B),
        0x2028,
        0x2029,
        0x202F,
        0x205F,
        0x3000,
        0xFEFF,
        0x200B,
        0x202E,
    )
]
INSIDE = [f"https://{HOST}/a{chr(code)}b" for code in (*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029)]
MALFORMED = [
    *IN_FRONT, *INSIDE, *(f"https://{HOST}/a?b=c{chr(code)}" for code in (0, 1, 27, 127, 133)), *(f"https://{HOST}/?{chr(code)}=1" for code in range(1, 32)),
    *(f"https://der{chr(code)}ek.kz/a" for code in range(32)),
    *(f"https://{HOST}{sign}/a" for sign in '\\ "<>[]{}|^`%@'), *(f"https://a{sign}b/a" for sign in '\\ "<>[]{}|^`%@'),
    *(f"https://{HOST}:{port}/a" for port in ("99999", "65536", "0", "-1", "x", "8o", "80a", "４４３", "1" * 400, "80:80", "%38%30")),
    *(f"{scheme}://{HOST}/a" for scheme in ("ftp", "file", "data", "s3", "javascript", "view-source:https", "feed", "ws", "gopher", "ht tp", "https ", "htt\nps", "", "1http", "hxxp")),
    *(f"https://{user}@{HOST}/a" for user in ("user", "user:word", ":", "a%40b", "127.0.0.1", "user@user", "%20")),
    *(f"https://{host}/a" for host in (f"{LABEL}.kz", f"a.{LABEL}", ".".join(["x" * 60] * 5), f"{'a.' * 200}kz", "derek..kz", ".derek.kz", "..", "", ".", "[::1", "::1]", "[::1]", "[x]", "[derek.kz]", "a b.kz", "derek%2ekz", "derek.kz%00.kz", "derek.kz%%")),
    *(f"https://{HOST}/{tail}" for tail in ("%", "a%", "%a", "%zz", "%g0", "%%", "%%41", "a%2", "100%-dyq", "?q=%", "?q=%x1", "?%=1", "?a=%2", "%u0431", "қ%", "a?b=1%&c=2")),
    *(f"https:{rest}" for rest in ("derek.kz/a", "/derek.kz/a", "///derek.kz/a", "\\\\derek.kz/a", "/\\derek.kz/a", "////derek.kz")), *("//derek.kz/a", "/a", "a", "", " ", "derek.kz/a", "www.derek.kz", "?p=1", "#x", "mailto:a@derek.kz", "tel:+77", "javascript:alert(1)", "about:blank", "data:text/html,x"),
    f"https://{HOST}/a\\b", f"https://{HOST}\\a", f"https://{HOST}/\\\\elsewhere.kz",
    f"https://{HOST}/" + "a" * MAX_URL, f"https://{HOST}/" + "қ" * 400, f"https://{HOST}/?q=" + "a" * MAX_URL, f"https://{HOST}/" + "a/" * 5000, "https://" + "a" * 100_000, f"https://{HOST}/\ud800", f"https://{HOST}/?\udfff", f"https://{HOST}/" + "%D0%B0" * 200,
]  # fmt: skip


def test_there_are_three_hundred_malformed_addresses() -> None:
    assert len(set(MALFORMED)) == len(MALFORMED) >= 300


@pytest.mark.parametrize("url", MALFORMED, ids=range(len(MALFORMED)))
def test_a_malformed_address_is_refused_with_a_reason(url: str) -> None:
    with pytest.raises(Refused) as refused:
        address_of(url, DEREK)
    assert refused.value.reason is Reason.BAD_ADDRESS
    assert refused.value.detail
    assert "\n" not in refused.value.detail
    assert len(refused.value.detail) < 100
