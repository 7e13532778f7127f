"""Pages built of elements with names of their own (custom elements, HTML Standard 4.13): read as divs that are called so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

_BOXES = (
    *("p", "div", "section", "article", "td", "li", "dd", "h1", "h2", "h3", "center", "blockquote"),
    *("nav", "aside", "header", "footer"),  # what these hold may be cut out before the page is parsed
)
"""What a page of common elements has at least one of."""
_AMP = "amp-"
"""These have meanings that are known (`zones.CLOSED_TAGS`)."""


def as_boxes(root: HtmlElement) -> None:
    """Make each element of a custom name on a page that has no common box a div, with the name as its first class.

    To a browser such an element is what its style makes of it: a box where a page has no other. The name must have a hyphen,
    and tells what a class tells elsewhere ("story-title", "rate-strip"). On a page with other boxes those alone are made divs
    that a page is built of: they stand in no common box, with no text beside them, and hold nothing but elements.
    """
    for element in _frames_of(root) if _has_common_box(root) else filter(_is_custom, root.iter()):
        names = f"{element.tag} {element.get('class') or ''}".split()
        element.tag = "div"
        element.set("class", " ".join(filter(str.isprintable, names)))  # no control may be written into a tree


def _has_common_box(root: HtmlElement) -> bool:
    if next(root.iter("p"), None) is not None:  # nearly every page
        return True
    boxes = (box for box in root.iter(*_BOXES) if next(box.iterancestors("noscript"), None) is None)  # that of a counter is none
    return next(boxes, None) is not None


def _frames_of(root: HtmlElement) -> list[HtmlElement]:
    """Return the elements of custom names in the body itself, or in another such, that hold nothing but elements."""
    body = next(root.iter("body"), None)
    found = [] if body is None or _has_text(body) else [element for element in body if _is_frame(element)]
    for holder in found:  # it grows
        found += filter(_is_frame, holder)
    return found


def _is_frame(element: HtmlElement) -> bool:
    return _is_custom(element) and len(element) > 0 and not element.tag.startswith(_AMP) and not _has_text(element)


def _is_custom(element: HtmlElement) -> bool:
    return isinstance(tag := element.tag, str) and "-" in tag


def _has_text(element: HtmlElement) -> bool:
    """Return whether a text stands in an element itself, beside its children."""
    return any(text is not None and text.strip() for text in (element.text, *(child.tail for child in element)))
