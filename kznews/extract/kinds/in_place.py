"""What stands in place of an article: nothing, a check of the browser, a wall, a request for consent."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from kznews.extract.kinds.shown import MIN_TEXT, dated_headline, is_claimed, shows_date
from kznews.extract.phrases import key
from kznews.extract.selecting import spaced_text
from kznews.extract.surroundings import NOT_NEAR
from kznews.extract.zones import OPEN_TAGS, Zone, zone_of
from kznews.outcomes import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document
    from kznews.extract.kinds.shown import Shown

SHORT_TEXT = 150
"""Below this, a heading that says 404 or "was not found" speaks of the page itself."""
LONG_TEXT = 700
"""A text of this length is an article, whatever words it is about (captchas, missing pages)."""
FOLDED = 100
"""How much longer a skeleton of a letter takes than a look at it."""
_FEED = re.compile(rb"[^<]*(?:<\?[^>]*>\s*)*(?:<!--[^>]*-->\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]")
FEED_HEAD = 2_000
"""Bytes in which a feed says what it is, behind the line that every XML file begins with."""
MAX_CHECK_LINKS = 8
"""A bot check links to its maker, to a privacy notice and to help; a portal's menu alone has more."""
MAX_HEADINGS = 40
"""Headings of one level that are asked: what stands in place of an article stands before the cards."""
MAX_BARE_WORDS = 2
"""Words of a heading that says "404" or "was not found" and nothing of what."""
MAX_MORE_WORDS = 2
"""Words that a portal adds to the phrase of its own bot check: its name."""

_BESIDE = NOT_NEAR - {Zone.HEADER}


def _whole(phrase: str) -> str:
    return f" {key(phrase)} "


_NOT_FOUND = tuple(
    map(
        _whole,
        ("бет табылмады", "парақ табылмады", "парақша табылмады", "мақала табылмады", "жаңалық табылмады", "ештеңе табылмады",
         "мұндай бет жоқ", "страница не найдена", "статья не найдена", "ничего не найдено", "page not found", "404 not found",
         "ошибка 404", "error 404", "жарияланым табылмады", "назар аударыңыз қате анықталды", "внимание обнаружена ошибка",
         "материал жойылған", "жаңалық жойылған", "мақала жойылған", "бет жойылған", "материал табылмады",
         "жаңалық қолжетімсіз", "мақала қолжетімсіз", "материал удален", "новость удалена", "статья удалена",
         "материал не найден", "404 қате", "қате 404", "публикаций на сайте не найдено",
         "сайттан алынып тасталды", "сайттан алып тасталды", "сайттан жойылды", "сайттан өшірілді", "жарияланымнан алынды",
         "удалена с сайта", "удален с сайта", "снята с публикации"),
    ),
)  # fmt: skip
_MAYBE_NOT_FOUND = tuple(map(_whole, ("404", "табылмады", "не найдено", "not found")))
_EXCUSES = tuple(
    map(_whole, ("кешіріңіз", "кешіріңіздер", "өкінішке қарай", "кешірім сұраймыз", "извините", "к сожалению", "sorry"))
)
_LOOKED_FOR = tuple(_whole(f"сіз іздеген {what}") for what in ("мақала", "материал", "жаңалық", "бет", "парақ"))
_CHALLENGE = tuple(
    map(
        key,
        ("Just a moment", "Attention Required", "Checking your browser", "DDoS-Guard", "Проверка браузера", "Один момент",
         "Вы не робот", "Сіз робот емессіз бе", "Роботсыз ба", "Verify you are human", "Are you a robot", "Access denied",
         "Доступ ограничен", "Браузеріңізді тексеру", "Браузеріңіз тексеріл", "Бір сәт күтіңіз", "Бір сәт күте тұрыңыз",
         "Проверяем ваш браузер", "Security check", "Подтвердите что вы не робот"),
    ),
)  # fmt: skip
_PRIVACY = tuple(
    map(key, ("құпиялығын құрметтейміз", "құпиялығыңызды", "құпиялылығыңызды", "құпиялығыңыз біз", "құпиялылығыңыз біз",
              "құпиялығыңыз маңызды", "ценим вашу конфиденциальность", "we value your privacy",
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
_WALL = tuple(
    map(
        key,
        ("жалғастыру үшін кіріңіз", "тіркелген оқырмандарға", "жазылушыларға арналған", "тек жазылушылар", "оқу үшін жазылыңыз",
         "оқу үшін жүйеге", "оқу үшін тіркеліңіз", "толық оқу үшін", "войдите чтобы", "только для подписчиков",
         "оформите подписку", "subscribers only"),
    ),
)  # fmt: skip
"""What says that the text is not for everybody."""
_LOGIN = (
    *_WALL,
    *map(key, ("жүйеге кіріңіз", "жүйеге кіру", "тіркеліңіз", "авторизуйтесь", "log in to", "sign in to", "жеке кабинет")),
)
"""What asks to log in: news of services says so as well."""


def refusal(document: Document, text: str, headers: Mapping[str, str], shown: Shown | None = None) -> tuple[Reason, str] | None:
    """Return why the page stands in place of an article (soft 404, bot check, login wall, request for consent), or None.

    `text` is what was read as body, `headers` are the answer's, names in lower case; `shown` is what was found, if anything was.
    """
    if _FEED.match(document.source[:FEED_HEAD]):
        return Reason.NOT_ARTICLE, "a feed"
    if "cf-mitigated" in headers:
        return Reason.CHALLENGE, "header cf-mitigated"
    if _excuses(text) and not (shown is not None and _tells_at_length(shown, text)):
        return Reason.SOFT_404, "the text opens with an apology for what is not there"
    if len(text) >= LONG_TEXT:  # such a check may explain itself at length
        return (Reason.CHALLENGE, "a bot check") if _heads_check(document) else None
    return _in_place_of_text(document, text, shown)


def _tells_at_length(shown: Shown, text: str) -> bool:
    """Return whether a text under a dated headline that the head states is long, or has parts with headings of their own.

    An article about such messages may open with one; a message in an article's place is short.
    """
    if not (is_claimed(shown) and dated_headline(shown)) or key(shown.title).startswith(tuple(map(str.strip, _EXCUSES))):
        return False
    headed = any(shown.blocks.all[at].heading for at in shown.text[1:-1])
    return len(text) >= LONG_TEXT or (headed and len(text) >= 2 * SHORT_TEXT)


def _heads_check(document: Document) -> bool:
    """Return whether a page with hardly a link, and a form to go on, is called as checks of browsers are."""
    if not (_has_few_links(document) and document.index.tagged("form")):
        return False
    heads = map(key, (document.head_title, *map(spaced_text, document.index.tagged("h1"))))
    return any(head.startswith(_CHALLENGE) for head in heads)


def _has_few_links(document: Document) -> bool:
    """Return whether a page has hardly a link, those in folded menus included: an article has a menu."""
    return sum(1 for _ in islice(document.tree.iter("a"), MAX_CHECK_LINKS + 1)) <= MAX_CHECK_LINKS


def _in_place_of_text(document: Document, text: str, shown: Shown | None) -> tuple[Reason, str] | None:
    """Return why a page with little text is no article, or None."""
    own = [key(document.head_title), *_headings(document, "h1")]
    below = _headings(document, "h2")
    stated, dated = (shown is not None and is_claimed(shown)), (shown is not None and dated_headline(shown))
    heads = own if stated and len(text) >= MIN_TEXT else [*own, *below[:1]]  # a message has no headline and text over it
    if (not dated and _is_check(document, heads)) or (len(text) < LONG_TEXT // 3 and _asks_who_reads(document)):
        return Reason.CHALLENGE, "a bot check"
    if _says_not_found(heads, text, dated=dated, sure=dated and stated):
        return Reason.SOFT_404, "the page says that nothing was found"
    heads = [*own, *below]
    if _asks_for_login(document, heads, text, shown):
        return Reason.LOGIN, "the page asks to log in or to subscribe"
    return (Reason.CONSENT, "the page asks for consent to cookies") if _asks_for_consent(document, heads) else None


def _headings(document: Document, tag: str) -> list[str]:
    """Return the skeletons of a page's headings that may speak of the page itself: no links, nothing beside, nothing hidden."""
    headings = islice(document.index.tagged(tag), MAX_HEADINGS)
    return [key(spaced_text(heading)) for heading in headings if _is_own(heading, document)]


def _is_own(heading: HtmlElement, document: Document) -> bool:
    """Return whether a heading is no link and stands neither beside the article nor hidden; engines make it a header's."""
    if next(chain(heading.iter("a"), heading.iterancestors("a")), None) is not None:
        return False
    boxes = [box for box in heading.iterancestors() if box.tag not in OPEN_TAGS]
    return document.index.hidden.isdisjoint(boxes) and _BESIDE.isdisjoint(map(zone_of, boxes))


def _is_check(document: Document, heads: list[str]) -> bool:
    """Return whether a heading says what checks of browsers say: anywhere where there is hardly a link, else alone."""
    if not _speaks_of("\n".join(heads), _CHALLENGE):
        return False
    saying = [head for head in heads if _speaks_of(head, _CHALLENGE)]
    return any(map(_says_just_that, saying)) or (bool(saying) and _has_few_links(document))


def _says_just_that(head: str) -> bool:
    """Return whether a heading says what checks of browsers say, and next to nothing behind it."""
    said = [phrase for phrase in _CHALLENGE if head.startswith(phrase)]
    return any(len(head[len(phrase) :].split()) <= MAX_MORE_WORDS for phrase in said)


def _asks_who_reads(document: Document) -> bool:
    """Return whether a page has the markup of a bot check and hardly a link.

    Comment forms hold such a check as well, and Cloudflare puts its script into every page of a portal.
    """
    return _has_few_links(document) and _has(document.body, CHALLENGE_MARKUP)


def _has(body: bytes, marks: tuple[bytes, ...]) -> bool:
    lowered = body.lower()
    return any(mark in lowered for mark in marks)


def _says_not_found(heads: list[str], text: str, *, dated: bool, sure: bool) -> bool:
    """Return whether the headings say that nothing is here, or a text of a sentence or two does so in so many words.

    A headline with its date beside it is the article's, be it about what was deleted, unless it says nothing else; `sure` is one
    that the head states as well.
    """
    said = "".join(f" {head} \n" for head in heads)  # what all of them say is asked at once: hardly a page speaks of it
    if _speaks_of(said, _NOT_FOUND):
        missing = [head for head in said.split("\n") if _speaks_of(head, _NOT_FOUND)]
        if any(not dated or head in _NOT_FOUND or head.startswith(_EXCUSES) for head in missing):
            return True
    if len(text) < (SHORT_TEXT if sure else 2 * SHORT_TEXT) and _speaks_of(f" {key(text)} ", _NOT_FOUND):
        return True
    if len(text) >= SHORT_TEXT or not _speaks_of(said, _MAYBE_NOT_FOUND):
        return False
    maybe = [head for head in said.split("\n") if _speaks_of(head, _MAYBE_NOT_FOUND)]
    return any(not dated or len(head.split()) <= MAX_BARE_WORDS for head in maybe)  # "Жоғалған бала табылмады" is news


def _speaks_of(said: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in said for phrase in phrases)


def says_gone(lines: Iterable[str]) -> bool:
    """Return whether a line of a page without headline and date, of a sentence or two, says that nothing was found.

    What a portal prints around its message may be long: notices to readers, a forum's threads.
    """
    short = (line for line in lines if len(line) <= 2 * SHORT_TEXT)
    return _speaks_of("\n".join(f" {key(line)} " for line in short), _NOT_FOUND)


def _excuses(text: str) -> bool:
    """Return whether a text opens with an apology for what was not found, however long it then goes on; a quoted one is news."""
    said = text.lstrip()[:SHORT_TEXT]
    if not said[:1].isalpha():
        return False
    opening = f" {key(said)} "
    if opening.startswith(_LOOKED_FOR):
        return True
    return opening.startswith(_EXCUSES) and _speaks_of(opening, (*_NOT_FOUND, *_MAYBE_NOT_FOUND[1:]))


def asks_to_subscribe(lines: Iterable[str]) -> bool:
    """Return whether one of some short lines says that what follows is for those who pay."""
    return _speaks_of("\n".join(key(line) for line in lines if len(line) <= SHORT_TEXT), _SUBSCRIBERS)


def asks_for_consent(title: str, document: Document) -> bool:
    """Return whether a headline speaks of the reader's privacy, on a page that speaks of cookies, whatever partners it lists."""
    return b"ookie" in document.body and _speaks_of(key(title), _PRIVACY)


def _asks_for_consent(document: Document, heads: list[str]) -> bool:
    """Return whether a page that is headed by cookies or by privacy has buttons and hardly a link: an article has a menu."""
    if not _speaks_of("\n".join(heads), _CONSENT):
        return False
    return _has_few_links(document) and bool(document.index.tagged("button")) and b"ookie" in document.body


def _asks_for_login(document: Document, heads: Iterable[str], text: str, shown: Shown | None) -> bool:
    """Return whether a page with a password's field or a paywall asks to log in or to subscribe.

    Many portals have such a field on all their pages. So a page with a date asks for it only where a heading says that the text
    is not for everybody, or where the text does so on a page with a paywall.
    """
    fields = any((field.get("type") or "").lower() == "password" for field in document.index.tagged("input"))
    source = document.source
    # Hardly a page has such markup, and to search a short source for it costs less than a skeleton of the text.
    if not fields and len(source) < FOLDED * len(text) and b"paywall" not in source:
        return False
    walled = b"paywall" in source
    if not (fields or walled):
        return False
    said = key(text)
    if shown is None or not shows_date(shown.published):
        return _speaks_of("\n".join((*heads, said)), _LOGIN)
    return _speaks_of("\n".join((*heads, *([said] if walled else ()))), _WALL)
