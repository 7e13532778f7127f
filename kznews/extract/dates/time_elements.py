"""What time elements state of an article: that of its displayed date, and those that are no other article's."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract.cards import is_in_card
from kznews.extract.dates.changes import is_change
from kznews.extract.dates.seconds import stated_by_own
from kznews.extract.zones import Zone, zone_of

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.dates.published import Places, Published
    from kznews.extract.document import Document

MAX_TIMES = 3
"""Time elements at the top of a page that may be the article's; lists of other articles follow."""
MAX_SHOWN_TIMES = 100
"""Time elements that are asked whose they are."""
_ELSEWHERE = frozenset((Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.ASIDE, Zone.RELATED, Zone.ADVERT))


def stated_of(shown: Published | None) -> list[str]:
    """Return what the time elements of a displayed date state, but for a masthead's clock, which confirms nothing of itself.

    Never raises.
    """
    if shown is None or shown.block is None or shown.clock:
        return []
    return [said for node, said in stated_by_own(shown.block, shown.raw) if node.tag == "time" and not is_change(node)]


def stated_near(document: Document, places: Places) -> list[str]:
    """Return what the first time elements of a page state that are the article's and no change of it. Never raises."""
    shown = islice(document.index.tagged("time"), MAX_SHOWN_TIMES)
    times = (element for element in shown if not (is_change(element) or _is_anothers(element, places)))
    return [element.get("datetime") or element.get("content") or "" for element in islice(times, MAX_TIMES)]


def _is_anothers(element: HtmlElement, places: Places) -> bool:
    """Return whether an element is not the article's: in a comment, a quotation (a post has its own time), a masthead, a card.

    Only what does not hold the headline is asked for its zone: all of an article may stand in a box of any name.
    """
    if any(node.tag == "blockquote" or zone_of(node) is Zone.COMMENTS for node in element.iterancestors()):
        return True
    if places.title_at < 0:
        return False
    title = places.blocks[places.title_at].element
    shared = {title, *title.iterancestors()}
    own = list(takewhile(lambda node: node not in shared, (element, *element.iterancestors())))
    away = {zone for node in own if (zone := zone_of(node)) in _ELSEWHERE}
    if away == {Zone.FOOTER} and _is_own_foot(own[-1], title, places):
        return False
    return bool(away) or is_in_card(element, places.title)


def _is_own_foot(foot: HtmlElement, title: HtmlElement, places: Places) -> bool:
    """Return whether a foot stands right in the smallest box around headline and text, and the page goes on behind that box."""
    box = foot.getparent()
    if box is None or box.tag in ("body", "html", "main") or foot.tag == "footer" or not places.text:
        return False
    text = set(places.blocks[min(places.text)].element.iterancestors())
    smallest = next((node for node in title.iterancestors() if node in text), None)
    return smallest is box and next(box.itersiblings("div", "section", "article"), None) is not None
