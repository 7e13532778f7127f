"""CSS selectors as XPath, compiled once, and the texts of elements."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree
from parsel.csstranslator import HTMLTranslator

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

_TRANSLATOR = HTMLTranslator()


@lru_cache(maxsize=4096)  # every selector of every portal, with room to spare
def compiled(selector: str) -> etree.XPath:
    """Return the XPath of a CSS selector (parsel's ::text and ::attr() included); raises cssselect.SelectorError."""
    return etree.XPath(_TRANSLATOR.css_to_xpath(selector))


def spaced_text(element: HtmlElement) -> str:
    """Return the text of furniture (dates, rates, labels): text nodes joined by single spaces.

    Neighbouring elements are apart on the screen although no white space stands between them ("USD<span>322</span>").
    """
    return " ".join(" ".join(part_texts(element)).split())


def short_text(element: HtmlElement, limit: int) -> str:
    """Return the `spaced_text` of an element, or "" where it is longer than `limit`; no more of it is read than tells."""
    said: list[str] = []
    room = limit + 1
    for part in map(str, element.itertext()):
        if words := part.split(maxsplit=limit):
            said.append(" ".join(words))
            room -= len(said[-1]) + 1
            if room < 0:
                return ""
    return " ".join(said)


def part_texts(element: HtmlElement) -> list[str]:
    """Return the text nodes inside an element as plain strings, in page order, white space as it is."""
    if not len(element):  # half of those that are asked: they say it in a tenth of the time
        return [element.text] if element.text else []
    return _PARTS(element)  # type: ignore[return-value]  # the expression yields text alone


def glued_text(element: HtmlElement) -> str:
    """Return the text of an element as its markup joins it, white space folded ("USD<span>322</span>" is "USD322")."""
    return " ".join(whole_text(element).split())


def whole_text(element: HtmlElement) -> str:
    """Return all text inside an element as its markup joins it, white space as it is."""
    if not len(element):
        return element.text or ""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def text_nodes(element: HtmlElement) -> list[etree._ElementUnicodeResult]:
    """Return the text nodes inside an element, in page order; each knows the element it stands in."""
    found = _TEXT(element)
    return list(found) if isinstance(found, list) else []  # type: ignore[arg-type]  # the expression yields text alone


# Once compiled these are faster than itertext(), which makes a string of every node in Python.
_TEXT = etree.XPath(".//text()")
_PARTS = etree.XPath(".//text()", smart_strings=False)
