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


def as_boxes(root: HtmlElement) -> None:
    """Make each element of a custom name on a page that has no common box a div, with the name as its first class.

    To a browser such an element is what its style makes of it: a box where a page has no other. The name must have a hyphen,
    and tells what a class tells elsewhere ("story-title", "rate-strip").
    """
    if next(root.iter("p"), None) is not None:  # nearly every page
        return
    boxes = (box for box in root.iter(*_BOXES) if next(box.iterancestors("noscript"), None) is None)  # that of a counter is none
    if next(boxes, None) is not None:
        return
    for element in root.iter():
        if isinstance(tag := element.tag, str) and "-" in tag:
            element.tag = "div"
            element.set("class", f"{tag} {element.get('class') or ''}".strip())
