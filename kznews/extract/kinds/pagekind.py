"""What kind of page an answer is, where it is not the article that its address promises."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract.css import tokens
from kznews.extract.document import absolute, path_of
from kznews.extract.phrases import key
from kznews.extract.selecting import spaced_text
from kznews.extract.surroundings import HOME
from kznews.outcomes import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document

SHORT_TEXT = 150
"""Below this, a heading that says 404 or "was not found" speaks of the page itself."""
LONG_TEXT = 700
"""A text of this length is an article, whatever words it is about (captchas, missing pages)."""
FOLDED = 100
"""How much longer a skeleton of a letter takes than a look at it."""
_LIST_PATH = re.compile(
    r"/(?:[a-z]{2,5}(?:[-_][a-z]{2})?/)?(?:(?:tags?|teg|tegter|authors?|avtor|avtorlar"
    r"|journalists?|zh?urnalist(?:t?er)?|columnists?|kolumnist(?:t?er)?|search|izdeu)(?:\.php)?(?:/[^/]+)?"
    r"|(?:archive|arhiv|muragat)(?:\.php)?|taxonomy/term/\d+)/?(?:page/\d+/?)?",
    re.IGNORECASE,
)
"""No portal at hand has articles there, and Drupal's terms are sections and tags; of an archive only the page itself is a list ("/archives/1204" is an article of WordPress)."""
_SEARCHING = re.compile(r"(?:^|&)\w+=(?:[a-z]+[/_])?search(?:&|$)")
"""What engines say in the query of a search: "do=search" (DLE), "option=com_search" (Joomla), "route=news/search" (OpenCart)."""
_FEED = re.compile(rb"[^<]*(?:<\?[^>]*>\s*)*(?:<!--[^>]*-->\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]")
FEED_HEAD = 2_000
"""Bytes in which a feed says what it is, behind the line that every XML file begins with."""
_HOME_FILE = re.compile(r"/(?:(?:index|default)(?:\.[a-z]{3,5})?|home)/?$", re.IGNORECASE)
MIN_CARDS = 3
"""Linked headings beside the first that make a list."""
MAX_CHECK_LINKS = 8
"""A bot check links to its maker, to a privacy notice and to help; a portal's menu alone has more."""


def _whole(phrase: str) -> str:
    return f" {key(phrase)} "


_NOT_FOUND = tuple(
    map(
        _whole,
        ("бет табылмады", "парақ табылмады", "парақша табылмады", "мақала табылмады", "жаңалық табылмады", "ештеңе табылмады",
         "мұндай бет жоқ", "страница не найдена", "статья не найдена", "ничего не найдено", "page not found", "404 not found",
         "ошибка 404", "error 404", "жарияланым табылмады", "назар аударыңыз қате анықталды", "внимание обнаружена ошибка", "материал жойылған", "жаңалық жойылған", "мақала жойылған", "бет жойылған", "материал табылмады",
         "жаңалық қолжетімсіз", "мақала қолжетімсіз", "материал удален", "новость удалена", "статья удалена", "материал не найден", "404 қате", "қате 404", "публикаций на сайте не найдено",
         "сайттан алынып тасталды", "сайттан алып тасталды", "сайттан жойылды", "сайттан өшірілді", "жарияланымнан алынды", "удалена с сайта", "удален с сайта", "снята с публикации"),
    ),
)  # fmt: skip
_MAYBE_NOT_FOUND = tuple(map(_whole, ("404", "табылмады", "не найдено", "not found")))
_EXCUSES = tuple(map(_whole, ("кешіріңіз", "кешіріңіздер", "өкінішке қарай", "кешірім сұраймыз", "извините", "к сожалению", "sorry")))
_LOOKED_FOR = tuple(_whole(f"сіз іздеген {what}") for what in ("мақала", "материал", "жаңалық", "бет", "парақ"))
_CHALLENGE = tuple(
    map(
        key,
        ("Just a moment", "Attention Required", "Checking your browser", "DDoS-Guard", "Проверка браузера", "Один момент",
         "Вы не робот", "Сіз робот емессіз бе", "Роботсыз ба", "Verify you are human", "Are you a robot", "Access denied",
         "Доступ ограничен", "Браузеріңізді тексеру", "Браузеріңіз тексеріл", "Бір сәт күтіңіз", "Бір сәт күте тұрыңыз", "Проверяем ваш браузер", "Security check", "Подтвердите что вы не робот"),
    ),
)  # fmt: skip
_PRIVACY = tuple(
    map(key, ("құпиялығын құрметтейміз", "құпиялығыңызды", "құпиялылығыңызды", "құпиялығыңыз біз", "құпиялылығыңыз біз", "құпиялығыңыз маңызды", "ценим вашу конфиденциальность", "we value your privacy",
              "согласие на обработку", "деректерді өңдеуге келісім", "before you continue"))
)  # fmt: skip
_CONSENT = (*map(key, ("cookie", "куки")), *_PRIVACY)
_SUBSCRIBERS = tuple(
    map(key, ("тек жазылушы", "жазылушыларға ғана", "оқу үшін жазылыңыз", "толық оқу үшін", "только для подписчиков",
              "subscribers only", "for subscribers", "members only"))
)  # fmt: skip
CHALLENGE_MARKUP = (
    b"cf-chl-",
    b"challenge-platform",
    b"ddos-guard",
    b"__ddg",
    b"g-recaptcha",
    b"h-captcha",
    b"smartcaptcha",
    b"cf-turnstile",
)
_LOGIN = tuple(
    map(
        key,
        ("жүйеге кіріңіз", "жүйеге кіру", "жалғастыру үшін кіріңіз", "тіркелген оқырмандарға", "тіркеліңіз", "жазылушыларға арналған", "тек жазылушылар", "оқу үшін жазылыңыз",
         "войдите чтобы", "авторизуйтесь", "только для подписчиков", "оформите подписку", "log in to", "sign in to", "subscribers only",
         "толық оқу үшін", "жеке кабинет"),
    ),
)  # fmt: skip


def refusal(document: Document, text: str, headers: Mapping[str, str]) -> tuple[Reason, str] | None:
    """Return why the page stands in place of an article (soft 404, bot check, login wall, request for consent), or None.

    `text` is what was read as body, `headers` are the answer's, names in lower case.
    """
    if _FEED.match(document.source[:FEED_HEAD]):
        return Reason.NOT_ARTICLE, "a feed"
    if "cf-mitigated" in headers:
        return Reason.CHALLENGE, "header cf-mitigated"
    if _excuses(text):
        return Reason.SOFT_404, "the text opens with an apology for what is not there"
    if len(text) >= LONG_TEXT:  # such a check may explain itself at length
        return (Reason.CHALLENGE, "a bot check") if _heads_check(document) else None
    return _in_place_of_text(document, text)


def _heads_check(document: Document) -> bool:
    """Return whether a page with hardly a link, and a form to go on, is called as checks of browsers are."""
    if not (_has_few_links(document) and document.index.tagged("form")):
        return False
    heads = map(key, (document.head_title, *map(spaced_text, document.index.tagged("h1"))))
    return any(head.startswith(_CHALLENGE) for head in heads)


def _has_few_links(document: Document) -> bool:
    """Return whether a page has hardly a link, those in folded menus included: an article has a menu."""
    return sum(1 for _ in islice(document.tree.iter("a"), MAX_CHECK_LINKS + 1)) <= MAX_CHECK_LINKS


def _in_place_of_text(document: Document, text: str) -> tuple[Reason, str] | None:
    """Return why a page with little text is no article, or None."""
    head = key(" ".join((document.head_title, *map(spaced_text, document.index.tagged("h1", "h2")))))
    if any(phrase in head for phrase in _CHALLENGE) or (len(text) < LONG_TEXT // 3 and _asks_who_reads(document)):
        return Reason.CHALLENGE, "a bot check"
    if _says_not_found(head, text):
        return Reason.SOFT_404, "the page says that nothing was found"
    if _asks_for_login(document, head, text):
        return Reason.LOGIN, "the page asks to log in or to subscribe"
    return (Reason.CONSENT, "the page asks for consent to cookies") if _asks_for_consent(document, head) else None


def _asks_who_reads(document: Document) -> bool:
    """Return whether a page has the markup of a bot check and hardly a link.

    Comment forms hold such a check as well, and Cloudflare puts its script into every page of a portal.
    """
    return _has_few_links(document) and _has(document.body, CHALLENGE_MARKUP)


def _asks_for_consent(document: Document, head: str) -> bool:
    """Return whether a page that is headed by cookies or by privacy has buttons and hardly a link: an article has a menu."""
    if not any(phrase in head for phrase in _CONSENT):
        return False
    return _has_few_links(document) and bool(document.index.tagged("button")) and b"ookie" in document.body


def asks_for_consent(title: str, document: Document) -> bool:
    """Return whether a headline speaks of the reader's privacy, on a page that speaks of cookies; its list of partners may be long."""
    return b"ookie" in document.body and any(phrase in key(title) for phrase in _PRIVACY)


def asks_to_subscribe(lines: Iterable[str]) -> bool:
    """Return whether one of some short lines says that what follows is for those who pay."""
    said = [key(line) for line in lines if len(line) <= SHORT_TEXT]
    return any(phrase in line for line in said for phrase in _SUBSCRIBERS)


def _says_not_found(head: str, text: str) -> bool:
    """Return whether the headings say that nothing is here, or a text of a sentence or two does so in so many words."""
    heads, words = f" {head} ", f" {key(text)} " if len(text) < 2 * SHORT_TEXT else ""
    if any(phrase in heads or phrase in words for phrase in _NOT_FOUND):
        return True
    return len(text) < SHORT_TEXT and any(phrase in heads for phrase in _MAYBE_NOT_FOUND)


def says_gone(lines: Iterable[str]) -> bool:
    """Return whether a line of a page without headline and date, of a sentence or two, says that nothing was found.

    What a portal prints around its message may be long: notices to readers, a forum's threads.
    """
    short = (line for line in lines if len(line) <= 2 * SHORT_TEXT)
    return any(phrase in said for said in (f" {key(line)} " for line in short) for phrase in _NOT_FOUND)


def _excuses(text: str) -> bool:
    """Return whether a text opens with an apology for what was not found, however long it then goes on; a quoted one is news."""
    said = text.lstrip()[:SHORT_TEXT]
    if not said[:1].isalpha():
        return False
    opening = f" {key(said)} "
    if opening.startswith(_LOOKED_FOR):
        return True
    return opening.startswith(_EXCUSES) and any(phrase in opening for phrase in (*_NOT_FOUND, *_MAYBE_NOT_FOUND[1:]))


def is_list_address(address: str) -> bool:
    """Return whether an address says that it is one of a tag, an author, a search or the archive: what stands there is a list."""
    parts = urlsplit(address)
    if _LIST_PATH.fullmatch(parts.path) or _SEARCHING.search(parts.query):
        return True
    return parts.path in ("", "/") and parts.query.startswith(("s=", "q="))


def is_home(document: Document) -> bool:
    """Return whether a page stands at the root of its host or of an edition, be it called "index.php" there."""
    parts = urlsplit(document.address)
    return HOME.fullmatch(_HOME_FILE.sub("/", parts.path)) is not None and not parts.query


def is_home_elsewhere(document: Document) -> bool:
    """Return whether a page says that it is the home page, at an address that is not the home page's (el.kz, 2018)."""
    return not _claimed_paths(document).isdisjoint(("", "/")) and urlsplit(document.address).path not in ("", "/")


def _claimed_paths(document: Document) -> set[str | None]:
    """Return the paths of the addresses that a page says are its own."""
    claims = (document.meta.get("og:url", ""), document.canonical)
    return {path_of(claimed) for claim in claims if claim and (claimed := absolute(document.base_url, claim))}


def is_headline_of_card(document: Document, shown: HtmlElement, headings: Iterable[HtmlElement]) -> bool:
    """Return whether a headline is a link to another page, as are those of more cards like its own: a list, its first card on top.

    `headings` are the linked headings of the page. Alike are those whose boxes have one class, or are items of one list.
    """
    link = next(chain(shown.iter("a"), shown.iterancestors("a")), None)
    box = shown.getparent()
    if link is None or box is None:
        return False
    boxes = [heading.getparent() for heading in headings if heading is not shown]
    if is_home(document) and len(boxes) >= MIN_CARDS:
        return True  # a home page: what stands on top is a link, be it the portal's name
    if other_page(document, link) is None:
        return False
    return sum(other is not None and _are_alike(box, other) for other in boxes) >= MIN_CARDS


def other_page(document: Document, link: HtmlElement) -> str | None:
    """Return the path of the page that a link leads to, if that is neither this page nor the one that it says it is."""
    path = path_of(absolute(document.base_url, link.get("href") or "") or "")
    return None if path in (None, "", path_of(document.address), *_claimed_paths(document)) else path


def _are_alike(box: HtmlElement, other: HtmlElement) -> bool:
    if classes := box.get("class"):
        return tokens(other.get("class") or "") <= tokens(classes)  # the first may be "first", "active" or "sticky" as well
    return box.tag == other.tag == "li" and other.getparent() is box.getparent()


def _has(body: bytes, marks: tuple[bytes, ...]) -> bool:
    lowered = body.lower()
    return any(mark in lowered for mark in marks)


def _asks_for_login(document: Document, head: str, text: str) -> bool:
    forms = any((field.get("type") or "").lower() == "password" for field in document.index.tagged("input"))
    source = document.source
    # Hardly a page has such markup, and to search a short source for it costs less than a skeleton of the text.
    if not forms and len(source) < FOLDED * len(text) and b"paywall" not in source:
        return False
    said = f"{head} {key(text)}"
    return any(phrase in said for phrase in _LOGIN) and (forms or b"paywall" in source)
