"""Which of its portal's layouts a page has, and what the selectors of that find on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.css import tells_by_name
from kznews.portal import GENERAL

if TYPE_CHECKING:
    from kznews.extract.document import Document
    from kznews.portal import Layout, Portal


def choose_layout(document: Document, portal: Portal) -> Layout:
    """Return the portal's first layout whose marker is on the page, else GENERAL."""
    return next((layout for layout in portal.layouts if document.index.first(layout.marker) is not None), GENERAL)


def selectors_of(document: Document, portal: Portal) -> dict[str, bool] | None:
    """Return whether each selector of the page's layout finds something there, by "layout/field".

    Empty where none of the portal's layouts applies, None for a portal without any. General strategies often read a page whose
    layout has changed: only this tells.
    """
    if not portal.layouts:
        return None
    layout = next((layout for layout in portal.layouts if _is_on(document, layout.marker)), GENERAL)
    found = layout.selectors.items() if layout is not GENERAL else ()
    return {f"{layout.name}/{name}": _is_on(document, selector) for name, selector in found if name != "marker"}


def _is_on(document: Document, selector: str) -> bool:
    """Return whether a selector of a layout finds something on a page, in sight or not; the whole page is asked if need be."""
    if document.sight is not None:
        if document.sight.first(selector) is not None:
            return True
        if tells_by_name(selector):  # the box would be in sight
            return False
    return document.index.first(selector) is not None
