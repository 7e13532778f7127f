"""What part of a page an element is, by its tag and by the words in its class and id.

Portals on any engine choose those words from a small English vocabulary; it is listed here, once.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

OPEN_TAGS = frozenset(("html", "body", "main", "article"))


class Zone(StrEnum):
    """What part of a page a block belongs to."""

    CONTENT = "content"
    HEADER = "header"
    NAV = "nav"
    FOOTER = "footer"
    ASIDE = "aside"
    RELATED = "related"
    SHARE = "share"
    COMMENTS = "comments"
    ADVERT = "advert"
    TAGS = "tags"
    CAPTION = "caption"
    META = "meta"
    CRUMBS = "crumbs"


TAG_ZONES = {
    "header": Zone.HEADER,
    "nav": Zone.NAV,
    "footer": Zone.FOOTER,
    "aside": Zone.ASIDE,
    "figcaption": Zone.CAPTION,
    "menu": Zone.NAV,
    "amp-sidebar": Zone.NAV,
}
# Words of class and id, split at case changes, digits, hyphens and underscores; the first pattern that matches decides.
_WORD_ZONES: tuple[tuple[Zone, re.Pattern[str]], ...] = tuple(
    (zone, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])"))
    for zone, words in (
        (Zone.META, r"(?:date|time)(?: \w+)* comm\w*|comm\w*(?: \w+)* (?:date|time)"),
        (
            Zone.META,
            r"(?:entry|post|article|single|story|item|news|content|date) ?(?:footer|foot|bottom|header|head|top)",
        ),
        (Zone.COMMENTS, r"\w*comments?\w*|f?comms?|cmn?ts?|disqus|respond|pikir\w*|kommentar\w*|cackle|hypercomments"),
        (
            Zone.SHARE,
            (
                r"shar(?:e\w*|ing)|socials?|soc|likely|addthis|subscri(?:be|ption)|telegram|whatsapp|share2|goodshare|reactions?"
                r"|rating|vote|podelit\w*|bolisu|mistake|print|printblock|appeal|follow"
                r"|twitter tweet|instagram media|tgme|fb (?:post|video)|tiktok embed|vk post|reddit card|vjs|mejs|plyr"
            ),
        ),
        (
            Zone.RELATED,
            (
                r"related|recommend(?:ed|ations?)?|similar|popular|popularnews|most read|top read|read ?more|read ?now|read ?also"
                r"|see ?also|also|more news|last news|latest|lastnews|newsfeed|news ?list|lenta|teasers?|trending|infinite"
                r"|hot ?news|more posts|next prev|prev next|pagination|pager|paging|jp relatedposts|crp|pohozh\w*|uksas\w*"
            ),
        ),
        (Zone.ADVERT, r"ads?|adv|advert\w*|adfox|banner\w*|promo|sponsor\w*|gpt|yandex rtb|google auto placed|adsbygoogle"),
        (Zone.TAGS, r"tags?|tag ?list|tags ?list|tags ?area|tagcloud|keywords|hashtags?|metki|tegter"),
        (
            Zone.CAPTION,
            (
                r"captions?|^cap$|wp caption text|copyrights?|img copyright|credits?"
                r"|(?:photo|image|img|pic|picture|foto) ?(?:author|caption|desc(?:r|ription)?|title|text)"
                r"|gallery (?:item |image |photo )?title"
            ),
        ),
        (Zone.CRUMBS, r"bread ?crumbs?|crumbs?|speedbar|pathway|^(?:nav )?path$"),
        (Zone.NAV, r"nav|navbar|navigation|(?:main|top|left|right|side|sub|foot|head)?menu\w*|lang|languages?|langs|search"),
        (Zone.FOOTER, r"footer|foot|(?:site|page|main) bottom|bottom (?:menu|nav|bar|panel|links|info|block)|^bottom$|copyright"),
        (Zone.ASIDE, r"aside|sidebar|side ?bar|right ?block|right ?col(?:umn)?|left ?sidebar|widget|widgets|tabs"),
        (
            Zone.HEADER,
            (
                r"header|masthead|topbar|top ?bar|top ?line|preheader|head ?top|currency|currencies|weather|forecast|rates?"
                r"|exchange|valyuta|kurs\w*|bagam\w*|pogoda|wdt|shapka"
            ),
        ),
        (
            Zone.META,
            (
                r"\w*meta(?:data)?|info|date|time|byline|authors?|published|post ?date|dateline|stats?|entry ?meta"
                r"|views|^view$|view ?(?:count|num)\w*"
            ),
        ),
    )
)
_NO_ZONE = len(_WORD_ZONES)
_TELLS_NOTHING = (_NO_ZONE, frozenset[int]())
_PLAIN = frozenset((_TELLS_NOTHING,))
_BY_ONE_WORD = re.compile("|".join(f"({pattern.pattern})" for _, pattern in _WORD_ZONES))
"""The first group that matches a word is the first pattern that does."""
_SPELT = [frozenset(re.findall("[a-z]+", pattern.pattern)) for _, pattern in _WORD_ZONES]
_SPELT_OUT = {word: frozenset(at for at, words in enumerate(_SPELT) if word in words) for word in frozenset().union(*_SPELT)}
"""Each word of the patterns -> the places of those that spell it out."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")
_LETTERS = re.compile("[a-z]+")
_MODIFIERS = frozenset(("no", "non", "not", "with", "without", "has", "have", "hide", "show", "enable", "disable"))
_MODIFIED = re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(_MODIFIERS))})(?: |$)[a-z]*")  # "no-share", "has-sidebar"
_BUILDER = re.compile(r"(?<![a-z])(?:elementor|siteorigin|panel|bricks|brxe) widgets?(?: (?:wrap|container|inner))?(?![a-z])")
"""Page builders call every part of a page a widget, the text of the article too."""
_VARIANT = re.compile(r"[^\s:\[]*[:\[]\S*")
"""Utility classes for a state, a width or a medium ("print:hidden", "[.amp_&]:block") say nothing of what a box holds."""
_EDITOR_S = re.compile(r"(?<!\S)fr-tag(?!\S)")
"""Froala, an editor, leaves this class on a paragraph that its author touched."""
_TEXT_BOX = re.compile(
    r"(?<!\S)(?:[a-z]{1,2}[-_]+)?(?:article|entry|post|story|news|single|item)(?:[-_]+|(?=[A-Z]))(?i:body|content|text)(?!\S)"
)
"""A class or id that says "the article's text" and nothing else stands above its neighbours' ("entry-content read-more")."""
_BOX_WORDS = frozenset(("body", "content", "text"))
"""One of these ends every name that _TEXT_BOX finds."""
_POST = re.compile(r"(?<!\S)(?:hentry|h-entry|post-\d+|type-\w+|post)(?!\S)")
_FILED = re.compile(r"(?<!\S)(?:tag|category)-(?!(?:links|list|cloud|box|area|wrap)(?!\S))\S+")
"""WordPress and Ghost name the box of an article after its tags and sections ("post tag-aqparat category-banner")."""
CLOSED_TAGS = frozenset(("amp-lightbox", "amp-sidebar", "dialog"))
"""What browsers show only once it is opened (HTML Standard, 4.11.4; AMP wants layout="nodisplay" of the other two)."""
_DIALOGS = frozenset(("dialog", "alertdialog"))
"""Roles of what asks or tells something over the page (WAI-ARIA 1.2): consent, a subscription; a style sheet hides most."""
_HIDING_WORDS = frozenset(("hidden", "hide", "invisible", "visually-hidden", "sr-only", "screen-reader-text", "sf-hidden"))
"""The last one is what SingleFile calls the elements that the browser did not show when it saved the page."""
_SHOWN_ON_WIDE = re.compile(
    r"(?:sm|md|lg|xl|[2-9]xl|tablet|laptop|desktop):(?:block|flex|grid|table|inline|contents|flow-root)[\w-]*"
)
"""Tailwind's way to hide a box on phones alone ("hidden md:flex")."""
_STREAMED = re.compile(r"S:[0-9a-f]+")
"""React streams parts of a page hidden under such ids, and its script shows them."""
_OF_ARTICLES = frozenset(("h1", "article", "main"))
_BEGINNING = 1_000
"""Elements of a dialog among which one of these stands, if it shows an article."""
_NO_NAMES = (None, None, None)
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?\b")
"""What is clipped to a point is read out and not shown."""


@lru_cache(maxsize=8192)  # a page repeats its class strings; a run repeats its pages
def split_words(names: str) -> str:
    """Return the words in class names and ids, lower-case, with single spaces ("itemIntroText" is "item intro text")."""
    return " ".join(filter(None, map(_words_in, names.split())))


@lru_cache(maxsize=16384)  # of new class strings most are new rows of names that were met before
def _words_in(name: str) -> str:
    if name.islower():
        return " ".join(_LETTERS.findall(name))
    return " ".join(filter(None, _CAMEL.split(name))).lower()


def words_of(element: HtmlElement) -> str:
    """Return the words in an element's class, id, itemprop and rel."""
    classes, others = element.get("class"), (element.get("id"), element.get("itemprop"), element.get("rel"))
    if others == _NO_NAMES:  # nearly all, and asked a hundred times a page
        return split_words(classes) if classes else ""
    return split_words(" ".join(filter(None, (classes, *others))))


@lru_cache(maxsize=8192)
def zone_of_words(names: str) -> Zone | None:
    """Return the zone that class names and ids name, or None."""
    row = split_words(names).split()
    if not _BOX_WORDS.isdisjoint(row):
        if _TEXT_BOX.search(names):
            return Zone.CONTENT
    elif _PLAIN.issuperset(map(_zones_with, row)):  # many names
        return None
    return _zone_of_row(_telling_words(names))


def _telling_words(names: str) -> str:
    """Return the words of names without those that say of a box what it has not, or something else than its zone."""
    if "post" in names or "type-" in names or "entry" in names:  # as in all that _POST finds
        names = _FILED.sub(" ", names) if _POST.search(names) else names
    words = split_words(names)
    if "fr-tag" in names:
        words = split_words(_EDITOR_S.sub(" ", names))
    if ":" in names or "[" in names:
        words = split_words(_VARIANT.sub(" ", names))
    if not _MODIFIERS.isdisjoint(words.split()):
        words = _MODIFIED.sub(" ", words)
    return _BUILDER.sub(" ", words) if "widget" in words else words


def _zone_of_row(words: str) -> Zone | None:
    """Return the zone of the first pattern in _WORD_ZONES that matches a row of words.

    A match is a row of whole words. One word alone matches by itself; in every row of several there is one that the pattern
    spells out. So a pattern is only searched for where no word says enough by itself.
    """
    told = list(map(_zones_with, words.split()))
    certain = min([alone for alone, _ in told], default=_NO_ZONE)
    asked = frozenset().union(*[with_others for _, with_others in told if with_others])
    for at in sorted([at for at in asked if at < certain]):
        zone, pattern = _WORD_ZONES[at]
        if pattern.search(words):
            return zone
    return _WORD_ZONES[certain][0] if certain < _NO_ZONE else None


@lru_cache(maxsize=8192)
def _zones_with(word: str) -> tuple[int, frozenset[int]]:
    """Return the place in _WORD_ZONES of the first pattern that matches a word whatever stands beside it, else _NO_ZONE.

    With it the places of those that may match with the help of the word; _TELLS_NOTHING for most words.
    """
    alone = _BY_ONE_WORD.fullmatch(f" {word}", 1)  # behind a blank "^view$", which must stand alone, is none
    if alone is None:
        return (_NO_ZONE, _SPELT_OUT[word]) if word in _SPELT_OUT else _TELLS_NOTHING
    return cast("int", alone.lastindex) - 1, _SPELT_OUT.get(word, frozenset())


def zone_of(element: HtmlElement) -> Zone | None:
    """Return the zone that an element itself names by class, id, tag or label, or None.

    The footer of a quotation says whose it is, and names none (HTML 5: a footer is that of its nearest section or quotation).
    """
    classes, name = element.get("class"), element.get("id")
    named = zone_of_words(f"{classes or ''} {name or ''}") if classes or name else None
    if element.tag == "footer" and _ends_quotation(element):
        return None
    if named is None and element.tag in TAG_ZONES:
        within = element.tag in ("footer", "header") and any(node.tag == "article" for node in element.iterancestors())
        return Zone.META if within else TAG_ZONES[element.tag]
    return _named_by_label(element) if named is None and element.tag == "section" else named


def _ends_quotation(element: HtmlElement) -> bool:
    """Return whether a footer stands right in a quotation: it says whose that is."""
    holder = element.getparent()
    return holder is not None and holder.tag == "blockquote"


def _named_by_label(element: HtmlElement) -> Zone | None:
    """Return the zone that the id of a section's heading names, where the section says that this is its label, or None.

    So WAI-ARIA 1.2 lets a region be called; the BBC writes "recommendations-heading".
    """
    label = element.get("aria-labelledby")
    return None if label is None else zone_of_words(f" {label}")


def is_hidden(element: HtmlElement) -> bool:
    """Return whether the element's own markup hides it (tag, class, style, attribute); scripts and style sheets are not run."""
    classes = element.get("class")
    return (classes is not None and hides_by_class(classes)) or hides_by_attribute(element) or is_closed(element)


def is_closed(element: HtmlElement) -> bool:
    """Return whether an element is one that nobody sees until it is opened, and that is not open; or a dialog by its role.

    What holds the page's heading is none: some pages show the article itself over a list.
    """
    if element.tag in CLOSED_TAGS:
        return element.get("open") is None
    return element.get("role") in _DIALOGS and all(node.tag not in _OF_ARTICLES for node in islice(element.iter(), _BEGINNING))


def hides_by_attribute(element: HtmlElement) -> bool:
    """Return whether the element's style hides it, or the attribute hidden."""
    return hides_by_style(element.get("style")) or (
        element.get("hidden") is not None and not _STREAMED.fullmatch(element.get("id") or "")
    )


def hides_by_style(style: str | None) -> bool:
    """Return whether the value of a style attribute hides its element."""
    return style is not None and bool(_HIDING_STYLE.search(style.lower()))


@lru_cache(maxsize=8192)
def hides_by_class(classes: str) -> bool:
    """Return whether class names say that an element is not shown."""
    words = classes.lower().split()
    if "d-none" in words:  # "d-none d-md-block" is shown on wide screens
        return not any(word.startswith("d-") and word != "d-none" for word in words)
    return not _HIDING_WORDS.isdisjoint(words) and not any(map(_SHOWN_ON_WIDE.fullmatch, words))
