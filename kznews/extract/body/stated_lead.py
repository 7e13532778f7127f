"""The lead that the page's head states as its description, where it stands between headline and text under any name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract import jsonld
from kznews.extract.body.openings import MAX_LEAD
from kznews.extract.emphasis import is_in_italics
from kznews.extract.phrases import key
from kznews.extract.texts import MAX_LINK_SHARE, MIN_PARAGRAPH
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.block import Block
    from kznews.extract.document import Document

NEAR_TITLE = 12
"""Blocks behind a headline among which a lead stands: date, author, counters, buttons, a picture's caption."""
MIN_SET = 3
"""Paragraphs of a text of which the first may be set apart."""
MIN_STATED = 60
"""Letters of a beginning that tells a text from others: heads are cut, or hold the next paragraph as well."""
_ELSEWHERE = frozenset((Zone.NAV, Zone.COMMENTS, Zone.FOOTER, Zone.CAPTION))


def stated_lead(before: Sequence[Block], title: str, document: Document) -> Block | None:
    """Return the block behind the headline that says what the page's head says of the page, or None.

    `before` are the blocks between headline and text, of which the first few are asked.
    """
    fit = [block for block in before[:NEAR_TITLE] if MIN_PARAGRAPH <= len(block.text) <= MAX_LEAD]
    fit = [block for block in fit if block.zone not in _ELSEWHERE and block.link_share <= MAX_LINK_SHARE and block.text != title]
    return next((block for block in fit if is_stated(block.text, document)), None) if fit else None


def stated_opening(kept: Sequence[Block], document: Document) -> Block | None:
    """Return the first of some paragraphs, where it alone is in italics and says what the page's head says; or None."""
    if len(kept) < MIN_SET or not MIN_PARAGRAPH <= len(kept[0].text) <= MAX_LEAD:
        return None
    alone = is_in_italics(kept[0]) and not is_in_italics(kept[1])
    return kept[0] if alone and is_stated(kept[0].text, document) else None


def is_stated(text: str, document: Document) -> bool:
    """Return whether a text is what the page's head says of the page, which may be cut there."""
    said = key(text)
    return any(_are_alike(said, key(description)) for description in _descriptions(document))


def _are_alike(said: str, stated: str) -> bool:
    short, long = sorted((said, stated), key=len)
    return said == stated or (len(short) >= MIN_STATED and long.startswith(short))


def _descriptions(document: Document) -> list[str]:
    meta = (document.meta.get(name, "") for name in ("og:description", "description", "twitter:description"))
    return [text for text in (*meta, jsonld.string(document.article.get("description"))) if len(text) >= MIN_PARAGRAPH]
