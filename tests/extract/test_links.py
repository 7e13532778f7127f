# ruff: noqa: E501
"""Addresses: one canonical form, only on declared hosts; which of them are articles."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kznews.extract.links import MAX_URL, article_id, article_links, canonical, is_tracking
from kznews.platforms import wordpress
from kznews.portal import Portal
from kznews.spiders.any import AnyPortal
from kznews.spiders.qamshy import Qamshy
from kznews.spiders.stan import Stan
from tests.support.small_pages import article, document, page

DEREK = Portal(
    name="derek", title="Дерек", hosts=("derek.kz", "www.derek.kz", "lat.derek.kz"), same_host=(("www.derek.kz", "derek.kz"),),
    articles=(r"^/zhanalyq/(?P<id>\d+)", r"[?&]p=(?P<id>\d+)"), never=(r"/amp/?$",),
)  # fmt: skip
SLASHED = Portal(name="s", title="S", hosts=("derek.kz",), articles=(r"^/(?P<id>[^/]+)/$",), trailing_slash=True)
BARE = Portal(name="b", title="B", hosts=("derek.kz",), articles=(r"^/(?P<id>[^/]+)$",), trailing_slash=False)
KEEPS = Portal(name="k", title="K", hosts=("derek.kz",), articles=(r"(?P<id>x)",), keep_params=("from", "ref"), scheme="http")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://derek.kz/a", "https://derek.kz/a"),
        ("http://derek.kz/a", "https://derek.kz/a"),
        ("HTTPS://DEREK.KZ/a", "https://derek.kz/a"),
        ("https://www.derek.kz/a", "https://derek.kz/a"),
        ("https://lat.derek.kz/a", "https://lat.derek.kz/a"),
        ("https://derek.kz./a", "https://derek.kz/a"),
        ("https://derek.kz:443/a", "https://derek.kz/a"),
        ("http://derek.kz:80/a", "https://derek.kz/a"),
        ("https://derek.kz", "https://derek.kz/"),
        ("https://derek.kz?p=5", "https://derek.kz/?p=5"),
        ("https://derek.kz/a#pikir", "https://derek.kz/a"),
        ("https://derek.kz/a?", "https://derek.kz/a"),
        ("https://derek.kz/a/", "https://derek.kz/a/"),
        (" \thttps://derek.kz/a\n", "https://derek.kz/a"),
        ("https://derek.kz/a?utm_source=x&utm_medium=y", "https://derek.kz/a"),
        ("https://derek.kz/a?fbclid=1&p=5", "https://derek.kz/a?p=5"),
        ("https://derek.kz/a?FBCLID=1", "https://derek.kz/a"),
        ("https://derek.kz/a?yclid=1&gclid=2&ysclid=3&_openstat=4", "https://derek.kz/a"),
        ("https://derek.kz/a?PHPSESSID=1", "https://derek.kz/a"),
        ("https://derek.kz/a?b=2&a=1", "https://derek.kz/a?a=1&b=2"),
        ("https://derek.kz/a?b=", "https://derek.kz/a?b="),
        ("https://derek.kz/a?b", "https://derek.kz/a?b="),
        ("https://derek.kz/а", "https://derek.kz/%D0%B0"),
        ("https://derek.kz/%d0%b0", "https://derek.kz/%D0%B0"),
        ("https://derek.kz/%D0%B0", "https://derek.kz/%D0%B0"),
        (
            "https://derek.kz/қазақ?іздеу=ән",
            "https://derek.kz/%D2%9B%D0%B0%D0%B7%D0%B0%D2%9B?%D1%96%D0%B7%D0%B4%D0%B5%D1%83=%D3%99%D0%BD",
        ),
        ("https://derek.kz/%61", "https://derek.kz/a"),
        ("https://derek.kz/a%20b", "https://derek.kz/a%20b"),
        ("https://derek.kz/a b", "https://derek.kz/a%20b"),
        ("https://derek.kz/a%C2%ADb", "https://derek.kz/a%C2%ADb"),
        ("https://derek.kz/a!b", "https://derek.kz/a!b"),
        ("https://derek.kz/%FF", "https://derek.kz/%FF"),
        ("https://derek.kz/100%25", "https://derek.kz/100%25"),
        ("https://derek.kz/" + "a" * (MAX_URL - 17), "https://derek.kz/" + "a" * (MAX_URL - 17)),
    ],
)
def test_an_address_has_one_form(url: str, expected: str) -> None:
    assert canonical(url, DEREK) == expected
    assert canonical(expected, DEREK) == expected


@pytest.mark.parametrize(
    "url",
    [
        "", " ", "a", "\u00a0https://derek.kz/a", "\x00https://derek.kz/a", "https://derek.kz/100%", "/a", "//derek.kz/a", "ftp://derek.kz/a", "javascript:alert(1)", "data:text/html,x", "mailto:a@derek.kz", "file:///etc/passwd",
        "https://elsewhere.kz/a", "https://derek.kz.elsewhere.kz/a", "https://elsewhere.kz/derek.kz", "https://xderek.kz/a", "https://sub.derek.kz/a",
        "https://derek.kz@elsewhere.kz/a", "https://user@derek.kz/a", "https://user:word@derek.kz/a", "https://elsewhere.kz\\@derek.kz/a",
        "https://elsewhere.kz#@derek.kz/a", "https://derek.kz\\.elsewhere.kz/a", "https://derek.kz:8080/a", "https://derek.kz:99999/a", "https://derek.kz:x/a",
        "http://[x", "http://[::1]/a", "http://127.0.0.1/a", "https://derek.kz%2eelsewhere.kz/", "https://ⓓerek.kz.elsewhere.kz/a", "https://derek。kz/a",
        "https://derek.kz/" + "a" * (MAX_URL - 16), "https://derek.kz/" + "қ" * 400, "https://derek.kz/\ud800", "https:derek.kz/a", "https:///derek.kz/a",
    ],
)  # fmt: skip
def test_an_address_is_none_of_the_portal_s(url: str) -> None:
    assert canonical(url, DEREK) is None


@pytest.mark.parametrize(
    ("portal", "url", "expected"),
    [
        (SLASHED, "https://derek.kz/a", "https://derek.kz/a/"),
        (SLASHED, "https://derek.kz/a/", "https://derek.kz/a/"),
        (SLASHED, "https://derek.kz/a//", "https://derek.kz/a/"),
        (SLASHED, "https://derek.kz/a.html", "https://derek.kz/a.html"),
        (SLASHED, "https://derek.kz/", "https://derek.kz/"),
        (SLASHED, "https://derek.kz/a?x=1", "https://derek.kz/a/"),  # its pattern knows of no parameter
        (BARE, "https://derek.kz/a/", "https://derek.kz/a"),
        (BARE, "https://derek.kz/", "https://derek.kz/"),
        (BARE, "https://derek.kz//", "https://derek.kz/"),
        (KEEPS, "https://derek.kz/a?from=x&ref=y&utm_id=1", "http://derek.kz/a?from=x&ref=y"),
    ],
)
def test_a_portal_has_its_own_form(portal: Portal, url: str, expected: str) -> None:
    assert canonical(url, portal) == expected
    assert canonical(expected, portal) == expected


PARTS = st.sampled_from(
    ["http:", "https:", "//", "/", "derek.kz", "www.derek.kz", "elsewhere.kz", "@", ":", "443", "?", "&", "=", "#", "%", "%2F", "%d0%b0", "\\", ".", "..", " ", "\n", "қ", "\ud800", "[", "]", "utm_x", "p", "a", "\u00ad", "。", ";", "+"]
)  # fmt: skip
URLS = (
    st.lists(PARTS, max_size=14).map("".join)
    | st.lists(PARTS, max_size=10).map(lambda parts: "https://derek.kz/" + "".join(parts))
    | st.text()
)


@settings(max_examples=1500, deadline=None)
@given(URLS, st.sampled_from([DEREK, SLASHED, BARE, KEEPS]))
@example("https://derek.kz//", BARE)
@example("https://derek.kz/.%", SLASHED)
@example("https://derek.kz//elsewhere.kz/a", DEREK)
def test_the_form_is_its_own_form_and_on_a_declared_host(url: str, portal: Portal) -> None:
    known = canonical(url, portal)
    if known is not None:
        assert canonical(known, portal) == known
        assert urlsplit(known).hostname in portal.hosts
        assert urlsplit(known).scheme == portal.scheme
        assert known.isascii()
        article_id(known, portal)


@pytest.mark.parametrize("name", ["utm_source", "UTM_TERM", "fbclid", "mc_cid", "amp_js", "sid", "_ga", "share", "rss", "token"])
def test_a_tracking_parameter(name: str) -> None:
    assert is_tracking(name)


def test_a_story_s_number_is_no_session() -> None:
    portal = AnyPortal.declared.at("derek.kz")
    story = "https://derek.kz/modules.php?file=article&name=News&sid=4217"
    assert canonical(story, portal) == story
    assert canonical(f"https://derek.kz/viewtopic.php?t=7&sid={'4217' * 8}", portal) == "https://derek.kz/viewtopic.php?t=7"
    assert canonical("https://derek.kz/viewtopic.php?t=7&sid=", portal) == "https://derek.kz/viewtopic.php?t=7"


@pytest.mark.parametrize("name", ["p", "id", "page", "ln", "newsid", "utm", "sidebar", "cat", "lang", "fromage", "reference", ""])
def test_a_parameter_that_may_name_a_page(name: str) -> None:
    assert not is_tracking(name)


@pytest.mark.parametrize(
    ("spider", "url", "expected"),
    [
        (Qamshy, "https://qamshy.kz/kz/article/77629-referendum-2026", "77629"),
        (Qamshy, "https://qamshy.kz/latyn/article/77629-referendum-2026", "77629"),
        (Qamshy, "https://qamshy.kz/tote/article/77629-referendum-2026", "77629"),
        (Qamshy, "https://qamshy.kz/article/31201-almatining-aymaghy", "31201"),
        (Qamshy, "https://qamshy.kz/article/kopir-ashyldy.html", "kopir-ashyldy"),
        (Qamshy, "https://qamshy.kz/article/kopir-ashyldy", "kopir-ashyldy"),
        (Qamshy, "https://n.qamshy.kz/article/kopir-ashyldy", "kopir-ashyldy"),
        (Qamshy, "https://qamshy.kz/article/list?page=2", None),
        (Qamshy, "https://qamshy.kz/kz/article/list", None),
        (Qamshy, "https://qamshy.kz/category/news", None),
        (Qamshy, "https://qamshy.kz/", None),
        (Stan, "https://stan.kz/medicina-universiteti-studentterini/", "medicina-universiteti-studentterini"),
        (Stan, "https://stan.kz/kk/medicina-universiteti/", "medicina-universiteti"),
        (Stan, "https://stan.kz/kk/", None),
        (Stan, "https://stan.kz/kk/category/qogam/", None),
        (Stan, "https://stan.kz/%D2%9B%D0%B0%D0%BB%D0%B0/", "қала"),
        (Stan, "https://stan.kz/category/qogam/", None),
        (Stan, "https://stan.kz/author/admin/", None),
        (Stan, "https://stan.kz/prays-list-2024/", None),
        (Stan, "https://stan.kz/wp-login.php", None),
        (Stan, "https://stan.kz/feed/", None),
        (Stan, "https://stan.kz/", None),
    ],
)
def test_an_article_has_an_id(spider: type, url: str, expected: str | None) -> None:
    assert article_id(url, spider.declared) == expected


def links(markup: str) -> tuple[str, ...]:
    return article_links(document(markup, "https://derek.kz/"), DEREK)


def test_links_are_followed_once_and_in_page_order() -> None:
    shown = (
        '<a href="/zhanalyq/2">b</a> <a href="zhanalyq/1#x">a</a> <a href="https://www.derek.kz/zhanalyq/2?utm_source=x">b</a>'
    )
    assert links(page(main=shown)) == ("https://derek.kz/zhanalyq/2", "https://derek.kz/zhanalyq/1")


@pytest.mark.parametrize(
    "href",
    [
        "https://elsewhere.kz/zhanalyq/1",
        "javascript:x",
        "#",
        "",
        "mailto:a@b.kz",
        "/zhanalyq/1/amp",
        "http://[x",
        "/beket",
        "//elsewhere.kz/zhanalyq/1",
    ],
)
def test_a_link_is_not_followed(href: str) -> None:
    assert links(page(main=f'<a href="{href}">x</a>')) == ()


@pytest.mark.parametrize("box", ["nav", "footer"])
def test_menus_and_footers_are_not_followed(box: str) -> None:
    assert links(page(f'<{box}><ul><li><a href="/zhanalyq/1">a</a></li></ul></{box}>')) == ()


def test_the_footer_of_a_card_is_followed() -> None:
    assert links(page(main='<li><footer><a href="/zhanalyq/1">a</a></footer></li>')) == ("https://derek.kz/zhanalyq/1",)


def test_a_hostile_base_leads_nowhere() -> None:
    markup = page(
        head='<base href="https://elsewhere.kz/">',
        main=article() + '<a href="/zhanalyq/1">a</a><a href="https://derek.kz/zhanalyq/2">b</a>',
    )
    assert links(markup) == ("https://derek.kz/zhanalyq/2",)


BLOG = {"articles": wordpress.ARTICLES, "never": wordpress.NEVER, "trailing_slash": True}
WORDPRESS = Portal(name="w", title="W", hosts=("derek.kz",), **BLOG)


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("/?p=512", "512"),
        ("/?p=512&utm_source=x", "512"),
        ("/archives/512", "512"),
        ("/index.php/archives/512", "512"),
        ("/2019/09/12/shagyn-mektep/", "shagyn-mektep"),
        ("/2019/09/shagyn-mektep", "shagyn-mektep"),
        ("/2019/09/12/mektep/", "mektep"),
        ("/shagyn-mektep/", "shagyn-mektep"),
        ("/shagyn-mektep/amp/", "shagyn-mektep"),
        ("/shagyn-mektep/?share=telegram", "shagyn-mektep"),
        ("/%d1%88%d0%b0%d2%93%d1%8b%d0%bd-%d0%bc%d0%b5%d0%ba%d1%82%d0%b5%d0%bf/", "шағын-мектеп"),
    ],
)
def test_every_form_that_wordpress_offers_is_an_article(path: str, known: str) -> None:
    address = canonical(f"https://derek.kz{path}", WORDPRESS)
    assert address is not None
    assert article_id(address, WORDPRESS) == known


@pytest.mark.parametrize(
    "path",
    [
        "/", "/2019/", "/2019/09/", "/2019/09/12/", "/2019/09/feed/", "/2019/09/12/feed/", "/2019/09/page/2/", "/2019/09/12/page/2/", "/page/2/",
        "/?page_id=2", "/?cat=7", "/?m=201909", "/?s=shagyn-mektep", "/?p=512&preview=true", "/?attachment_id=9", "/archives/category/shagyn-mektep",
        "/archives/author/ali-bek", "/category/shagyn-mektep/", "/tag/shagyn-mektep/", "/author/ali-bek/", "/shagyn-mektep/feed/", "/2019/09/12/shagyn-mektep/feed/",
        "/wp-content/uploads/2019/09/shagyn-mektep.jpg", "/wp-login.php", "/post-sitemap.xml", "/news-sitemap.xml", "/shagyn-mektep.pdf", "/bailanys/", "/feed/",
    ],
)  # fmt: skip
def test_what_else_wordpress_serves_is_none(path: str) -> None:
    address = canonical(f"https://derek.kz{path}", WORDPRESS)
    assert address is not None
    assert article_id(address, WORDPRESS) is None


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://дала.қаз/a", "https://xn--80aak3a.xn--80ao21a/a"),
        ("https://ДАЛА.ҚАЗ/a", "https://xn--80aak3a.xn--80ao21a/a"),
        ("https://xn--80aak3a.xn--80ao21a/a", "https://xn--80aak3a.xn--80ao21a/a"),
        ("https://дала。қаз/a", None),
        ("https://дaла.қаз/a", None),
    ],
    ids=["as it is read", "in capitals", "as it is asked for", "a wide dot", "a Latin letter"],
)
def test_a_host_in_kazakh_letters_is_known_by_the_name_that_it_is_asked_by(url: str, known: str | None) -> None:
    assert canonical(url, AnyPortal.declared.at("xn--80aak3a.xn--80ao21a")) == known
