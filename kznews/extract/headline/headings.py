"""Elements that may show a headline: their text, whether it is seen, and which stands out where the head says nothing."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.block import HEADINGS
from kznews.extract.document import path_of
from kznews.extract.entities import resolved
from kznews.extract.headline.claims import MAX_NAME_WORDS, is_placeholder
from kznews.extract.phrases import RELATED, is_label
from kznews.extract.selecting import short_text, spaced_text
from kznews.extract.surroundings import HOME
from kznews.extract.zones import OPEN_TAGS, Zone, is_hidden, words_of, zone_of
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document

MAX_TITLE = 400
"""The longest headline on the pages at hand has 190 characters."""
NEAR_CRUMB = 4
"""Elements from a crumb up to the box that is named after crumbs: its own, an item, a list, the box."""
MAX_WAY, MAX_ITEM = 10, 2
"""Elements of the way to a page, links and signs between them; what an item of it holds."""
MAX_NODE = 4 * MAX_TITLE
"""A heading holds at most this many characters, those of its icons and white space included."""
_TITLE_WORDS = ("title", "Title", "headline", "zagolov", "taqyryp", "takyryp", "contentheading")
"""What headlines are called in English, Russian and Kazakh names, and by Joomla 1.5."""
_NAMED_TITLES = (
    "[class*=itle], [id*=itle], [class*=zagolov], [class*=contentheading], [class*=taqyryp], [class*=takyryp], "
    "[class~=zag], [class~=zagl], [class*=ttl]"
)
"""The same, and the Russian and the English word as hand-made pages shorten them."""
_SITE_WORDS = re.compile(
    r"(?<![a-z])(?:(?:site|blog|portal) ?(?:name|title|header)|logo(?:type)?|navbar brand|brand ?name|slogan|tagline)(?![a-z])"
)
"""What the name of the portal calls itself in the masthead of every page, and what is said of it there."""
_ISSUE = re.compile(r"№ ?\d{1,3}(?:[-–/]\d{1,3})? ?\([\d –-]{1,15}\)")
"""A paper's number in its year and in all, as its masthead says it ("№5 (112) мамыр 2010 жыл")."""
_NOTE = re.compile(r"\[?\(?(?:\d{1,3}|[*†‡])\)?\]?")
MAX_UNIT = 3
"""Letters of a unit or a formula before a raised or lowered figure ("м", "км", "CO")."""
BODY_FONT = 3
"""The size of running text where pages say it in figures (HTML 3.2); "+2" is so many more."""
_FONT_SIZE = re.compile(r"(\+?)([1-7])")
_NEAR_NAME = 3
"""The element of a portal's name and those around it that say what it is."""


def heading_text(element: HtmlElement) -> str:
    """Return the text of a heading on one line, without the marks of notes; line breaks and inner blocks become spaces."""
    parts: list[str] = []
    unsaid: set[HtmlElement] = set()
    for node in element.iter():
        if node is not element and node.tag in ("br", "div", "p", "span"):
            parts.append(" " if node.tag != "span" else "")
        inside = bool(unsaid) and node.getparent() in unsaid
        if inside or node.tag in ("script", "style", "svg") or (node.tag == "sup" and _marks_note(node, "".join(parts))):
            unsaid.add(node)
        else:
            parts.append(node.text or "")
        if node is not element and not inside:
            parts.append(node.tail or "")
    return one_line(resolved("".join(parts)))


def _marks_note(raised: HtmlElement, before: str) -> bool:
    """Return whether what stands raised is a note's mark: a link, a figure or a star; behind a unit a figure is a power."""
    said = spaced_text(raised)
    if raised.find(".//a") is not None:
        return True
    word = before.split()[-1:] if not before[-1:].isspace() else []
    unit = bool(word) and (len(word[0]) <= MAX_UNIT or word[0][-1].isdigit())
    return _NOTE.fullmatch(said) is not None and not (unit and said.lstrip("-−").isdigit())


def own_text(element: HtmlElement) -> str:
    """Return the text of an element without that of boxes inside it."""
    return one_line("".join((element.text or "", *(child.tail or "" for child in element))))


def calls_itself_title(element: HtmlElement) -> bool:
    """Return whether an element's class or id says that it is a title. Never raises."""
    names = element.get("class") or ""
    return any(word in names for word in _TITLE_WORDS) or "title" in (element.get("id") or "")


def names_site(element: HtmlElement) -> bool:
    """Return whether an element, or a box around it, calls what it shows the name of the portal. Never raises."""
    around = islice((element, *element.iterancestors()), _NEAR_NAME)
    return any(_SITE_WORDS.search(words_of(node)) for node in around if node.tag not in ("body", "html"))


def names_issue(line: str) -> bool:
    """Return whether a line begins with the number of a paper, as its masthead does. Never raises."""
    return _ISSUE.match(line) is not None


def may_show(element: HtmlElement) -> bool:
    """Return whether an element holds a text no longer than a heading's, is seen and is no logo. Never raises."""
    size = 0
    for part in element.itertext():
        size += len(part)
        if size > MAX_NODE:  # a box may hold the whole page
            return False
    return size > 0 and element.tag != "title" and _shown(element) and not _is_logo(element)


def stands_in_footer(element: HtmlElement, document: Document) -> bool:
    """Return whether an element stands at the foot of the page, where a heading repeats the portal's name. Never raises.

    A box around the whole page may be called after its footer as well: others of the page's headings stand outside a real one.
    """
    around = [node for node in element.iterancestors() if node.tag not in OPEN_TAGS and zone_of(node) is Zone.FOOTER]
    heads = document.index.tagged("h1", "h2", "h3") if around else []
    return any(around[-1] not in head.iterancestors() for head in heads)


def is_crumb(element: HtmlElement) -> bool:
    """Return whether an element is or stands in the way to the page, which ends with the headline as plain text (Joomla 1.5)."""
    return any(zone_of(node) is Zone.CRUMBS for node in islice((element, *element.iterancestors()), NEAR_CRUMB))


def ends_way(element: HtmlElement) -> bool:
    """Return whether an element stands last in a row of links that begins with one to the home page, whatever that is called.

    Such a row says where the page is, and ends with its headline, which stands once more over the text.
    """
    for node in islice((element, *element.iterancestors()), NEAR_CRUMB - 1):
        before = list(islice(node.itersiblings(preceding=True), MAX_WAY))
        links = [link for it in before for link in (it, *islice(it, MAX_ITEM)) if link.tag == "a"]
        if links:
            first = path_of(links[-1].get("href") or "-")
            return len(before) < MAX_WAY and first is not None and HOME.fullmatch(first) is not None and node.getnext() is None
    return False


def _shown(element: HtmlElement) -> bool:
    return not any(is_hidden(node) for node in (element, *element.iterancestors()) if node.tag not in ("body", "html"))


def named_title(document: Document) -> HtmlElement | None:
    """Return the first element that calls itself title in class or id, reads like a headline and is no link, or None."""
    for element in document.index.select(_NAMED_TITLES):
        if _linked(element):  # the titles of cards, told before they are read
            continue
        said = heading_text(element)
        fits = len(said.split()) > MAX_NAME_WORDS and len(said) <= MAX_TITLE // 2 and not said.endswith(":")  # a label of links
        if fits and _shown(element) and not names_site(element):
            return element
    return None


def marked_title(document: Document) -> HtmlElement | None:
    """Return the one heading that its markup calls the headline, that is long enough for one and no link, or None."""
    marked = [it for it in document.index.select("[itemprop~=headline]") if it.tag in HEADINGS and _shown(it) and not _linked(it)]
    return marked[0] if len(marked) == 1 and len(heading_text(marked[0]).split()) > MAX_NAME_WORDS else None


def _linked(element: HtmlElement) -> bool:
    return next(element.iter("a"), None) is not None or any(node.tag == "a" for node in element.iterancestors())


def _is_logo(element: HtmlElement) -> bool:
    """Return whether the one link of an element leads to the home page, and not to a part of this one ("#comments")."""
    links = [*element.iter("a"), *(node for node in element.iterancestors() if node.tag == "a")]
    href = links[0].get("href", "-") if len(links) == 1 else "-"
    path = path_of(href)
    return path is not None and HOME.fullmatch(path) is not None and "?" not in href and (href == "#" or href[:1] != "#")


def only_subheading(document: Document) -> HtmlElement | None:
    """Return the one h2 or h3 of a page that is a headline by its length and no link: versions for print have no h1.

    None that stands over a list of links; of several the one that calls itself title.
    """
    shown = [it for it in document.index.tagged("h2", "h3") if _shown(it) and len(heading_text(it).split()) >= MAX_NAME_WORDS]
    shown = [it for it in shown if not _heads_links(it)]
    if len(shown) > 1:
        shown = [it for it in shown if calls_itself_title(it) and not _linked(it)]
    only = shown[0] if len(shown) == 1 and not _linked(shown[0]) else None
    return None if only is None or is_label(heading_text(only), RELATED) else only


def _heads_links(heading: HtmlElement) -> bool:
    """Return whether what stands right under a heading is short and most of it a link, as a card is."""
    below = heading.getnext()
    links = [] if below is None else list(islice(below.iter("a"), MAX_ITEM))
    said = "" if below is None or not links else short_text(below, MAX_TITLE)
    return bool(said) and 2 * sum(len(short_text(link, MAX_TITLE)) for link in links) > len(said)


def largest_font(document: Document, *, short: bool = False) -> HtmlElement | None:
    """Return what a page without h1 and h2 writes in its largest letters, if it reads like a headline and stands alone.

    A `short` one may be a name or what a poem is called; a headline has more words than that.
    """
    sizes: dict[HtmlElement, int] = {}
    if document.index.tagged("h1", "h2"):
        return None
    for font in document.index.tagged("font"):
        said = _FONT_SIZE.fullmatch(font.get("size") or "")
        size = int(said[2]) + (BODY_FONT if said[1] else 0) if said else 0
        text = heading_text(font) if size > BODY_FONT else ""
        if len(text) <= MAX_TITLE // 2 and not names_issue(text) and (len(text.split()) > MAX_NAME_WORDS or (short and text)):
            sizes[font] = size
    most = max(sizes.values(), default=0)
    largest = [font for font, size in sizes.items() if size == most and _shown(font) and not _linked(font)]
    return largest[0] if len(largest) == 1 and not names_site(largest[0]) else None


def lone_heading(document: Document) -> HtmlElement | None:
    """Return the longest h1 that is a headline by its length, where the head names no title that is shown.

    Of several in one box or in boxes of one class, which head the parts of a text, the first one.
    """
    heads = _headlines(document)
    longest = max(heads, key=lambda element: len(heading_text(element)), default=None)
    return None if longest is None else next(head for head in heads if _are_beside(head.getparent(), longest.getparent()))


def _are_beside(box: HtmlElement | None, other: HtmlElement | None) -> bool:
    """Return whether two boxes are one, or of one class."""
    if box is None or other is None:
        return False
    return box is other or (bool(box.get("class")) and box.get("class") == other.get("class"))


def only_heading(document: Document) -> HtmlElement | None:
    """Return the h1 that is a headline by its length, if the page shows just one."""
    fit = _headlines(document)
    return fit[0] if len(fit) == 1 else None


def short_heading(document: Document) -> HtmlElement | None:
    """Return the one h1 that is neither logo nor link, however short: what a poem is called."""
    fit = (it for it in document.index.tagged("h1") if _shown(it) and not _linked(it) and not names_site(it))
    shown = [it for it in fit if heading_text(it)]
    return shown[0] if len(shown) == 1 and not is_placeholder(heading_text(shown[0]), document) else None


def _headlines(document: Document) -> list[HtmlElement]:
    shown = [it for it in document.index.tagged("h1") if _shown(it) and not (_is_logo(it) or names_site(it))]
    return [element for element in shown if len(heading_text(element).split()) >= MAX_NAME_WORDS]
