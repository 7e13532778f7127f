"""CSS selectors on an lxml tree, compiled once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree
from parsel.csstranslator import HTMLTranslator

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

_TRANSLATOR = HTMLTranslator()
_NAME = re.compile(r"[.#]([A-Za-z_][\w-]*)")


@lru_cache(maxsize=4096)  # every selector of every portal, with room to spare
def compiled(selector: str) -> etree.XPath:
    """Return the XPath of a CSS selector (parsel's ::text and ::attr() included); raises cssselect.SelectorError."""
    return etree.XPath(_TRANSLATOR.css_to_xpath(selector))


def select(node: HtmlElement, selector: str) -> list[HtmlElement]:
    """Return the elements under `node` that match `selector`, in page order; an empty selector matches nothing."""
    if not selector:
        return []
    found = compiled(selector)(node)
    return [element for element in found if isinstance(element, etree._Element)] if isinstance(found, list) else []


def may_match(markup: str, selector: str) -> bool:
    """Return whether a selector can match at all: the class names and ids of one of its alternatives stand in the markup.

    A search in the text is many times cheaper than asking every element for its classes.
    """
    return any(all(name in markup for name in names) for names in _named(selector))


@lru_cache(maxsize=4096)
def _named(selector: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_NAME.findall(alternative)) for alternative in selector.split(","))


def first(node: HtmlElement, selector: str) -> HtmlElement | None:
    """Return the first element under `node` that matches `selector`, or None."""
    found = select(node, selector)
    return found[0] if found else None


def spaced_text(element: HtmlElement) -> str:
    """Return the text of furniture (dates, rates, labels): text nodes joined by single spaces.

    Neighbouring elements are apart on the screen although no white space stands between them ("USD<span>322</span>").
    """
    return " ".join(" ".join(part.split()) for part in element.itertext() if part.strip())


def glued_text(element: HtmlElement) -> str:
    """Return the text of an element as its markup joins it, white space folded ("USD<span>322</span>" is "USD322")."""
    return " ".join("".join(element.itertext()).split())


def text_nodes(element: HtmlElement) -> list[etree._ElementUnicodeResult]:
    """Return the text nodes inside an element, in page order; each knows the element it stands in."""
    found = _TEXT(element)
    return list(found) if isinstance(found, list) else []  # type: ignore[arg-type]  # the expression yields text alone


_TEXT = etree.XPath(".//text()")
