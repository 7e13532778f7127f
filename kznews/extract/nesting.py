"""Where a box of markup ends, told without parsing it: a parser that mends what is out of order may end it elsewhere."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from kznews.extract.markup import EMPTIED, but

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BOXES = (b"div", b"nav", b"aside", b"footer", b"header", b"section")
"""What begins inside one of these never ends it: libxml2 ends lists, headings and paragraphs so."""
_TAG = re.compile(rb"<(/)?+(%s)(?:(?=[\t\n\f\r /])(?: %s*+(?<!/)(>))?|(>))" % (b"|".join(BOXES), but(b"<>")))
"""A tag of one of them; one of its last groups is there for a start tag that is plainly one."""
_NAME = re.compile(rb"<(/?[^\t\n\f\r />]*)")
_NAME_ALONE = 2
"""The last group of a tag that is not plainly a start tag."""
_SLASH = ord("/")
_ALONE = frozenset(b"area br col embed hr img input link param source track wbr".split())
"""What has no end tag."""
_KEPT = frozenset(b"base body dl frameset h1 head html meta plaintext table tbody td template tfoot th thead tr".split())
"""Elements that tell something wherever they stand, or may end what they stand in."""
_RAW = frozenset(b"iframe noembed noframes textarea title xmp".split())
"""Elements whose text is no markup: they are empty or hold no tag."""
_CODE = (b"script", b"style")
_EMPTIED = EMPTIED.encode()
_ALL_BUT_MARKS = bytes(byte for byte in range(0x100) if byte not in b"<>\"'")
_WHOLE_TAGS = re.compile(rb"""(?:["']*+<(?:"'*+"|'"*+')*>)*["']*+""")  # its groups are not possessive: see markup._SILENT
"""The marks of texts and of tags that end where they seem to: with every quote closed, and none of the marks in a value."""


def boxes_in(
    markup: bytes, may_be: Callable[[bytes], object], met: Callable[[re.Match[bytes]], bytes | None]
) -> list[tuple[int, int, int, bytes | None]]:
    """Return the boxes of a page with a start tag of which `may_be` is true: where that begins, ends, and the end tag begins.

    They come in page order, so boxes in a box behind it. `met` says of a start tag (its name is the second group) what stands in
    its box, if it is one that was met before: such a box is not looked into. The last of the four is what it says.
    """
    found = list[tuple[int, int, int, bytes | None]]()
    held: dict[bytes, list[re.Match[bytes] | None]] = {name: [] for name in BOXES}
    at = 0
    while at >= 0:
        begun, at = at, -1
        for tag in _TAG.finditer(markup, begun):
            around = held[tag[2]]
            if tag[1]:
                if around and (start := around.pop()) is not None:
                    found.append((*start.span(), tag.start(), None))
            elif tag.lastindex == _NAME_ALONE or not may_be(tag[0]):
                around.append(None)
            elif (inside := met(tag)) is None:
                around.append(tag)
            else:
                end = tag.end() + len(inside)
                found.append((*tag.span(), end, inside))
                at = end + len("</")
                break
    found.sort(key=itemgetter(0))
    return found


def is_in_order(box: bytes, tag: bytes) -> bool:
    """Return whether a box ends for a parser where its end tag stands, and no tag in it tells something wherever it stands."""
    marks = box.translate(None, _ALL_BUT_MARKS).replace(b'""', b"")  # a value without a mark, or two next to each other
    if not _WHOLE_TAGS.fullmatch(marks):
        return False
    names = _NAME.findall(box)
    kinds = {name.removeprefix(b"/") for name in set(names)}
    odd = [kind for kind in kinds if not kind.islower()]  # "<!-- -->", "<DIV>", "< 5"
    if odd and not (all(kind.startswith(b"!--") for kind in odd) and box.count(b"<!--") == box.count(b"-->")):
        return False
    if not _KEPT.isdisjoint(kinds) or not _ALONE.issuperset(_closed_at_once(box)):
        return False
    if not kinds.isdisjoint(_CODE) and sum(map(names.count, _CODE)) != box.count(_EMPTIED):
        return False
    if not kinds.isdisjoint(_RAW) and any(after != b"/" + name for name, after in pairwise((*names, b"")) if name in _RAW):
        return False
    # No other end tag reaches beyond a div, and how divs are nested is known: so its end was found.
    return tag.startswith(b"<div") or _is_nested(names, _ALONE.union(odd))


def _closed_at_once(box: bytes) -> set[bytes]:
    """Return the names of the tags that a slash closes."""
    tags = (part[part.rfind(b"<") + 1 :] for part in box.split(b"/>")[:-1])
    return {tag.split(maxsplit=1)[0] for tag in tags if tag}


def _is_nested(names: Iterable[bytes], alone: frozenset[bytes]) -> bool:
    """Return whether tags, but for those that stand `alone`, are closed in turn, the last one first."""
    around = list[bytes]()
    for name in names:
        if name[0] == _SLASH:
            if not around or around.pop() != name[1:]:
                return False
        elif name not in alone:
            around.append(name)
    return not around
