"""The source text of a page before it is parsed: refused where it would stop the machine, freed of what no reader sees."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.outcomes import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 5 * 2**20
"""Common Crawl's limit for news pages; the largest real page at hand is 0.16 MB."""
MAX_TAGS = 30_000
"""The most tags a page may hold, scripts and drawings not counted: 200 kB of cards have 6,000. So many tiny paragraphs of a kind
are read in under a second and 200 MB, whatever they hold (measured; 99,000 took 10 s)."""
MAX_MARKS = 300_000
"""The most "<" a page may hold, those in scripts and texts included: who has more is refused before anything is looked at."""
MAX_ATTRIBUTES = 1_000
"""The most attributes a tag may hold: they are parsed in quadratic time, 100,000 stopped a crawler for 17 s (measured)."""
MANY_ATTRIBUTES = 30
"""Few real tags have more, and then a few more (cnn.com has 33); what they may cost together is MAX_ATTRIBUTE_WORK."""
MAX_ATTRIBUTE_WORK = 10 * MAX_ATTRIBUTES**2
"""The most that long tags may cost together, each the square of the number of its attributes: ten of the longest."""
MAX_SCANS = 4
"""Tags inside attribute values are looked at as well; who makes that cost more than this many times the page is refused."""


def but(signs: bytes) -> bytes:
    """Return the class of all bytes but some, written out: it is matched in half the time of `[^...]`, in runs of thousands."""
    return b"[%s]" % b"".join(b"\\x%02x" % byte for byte in range(0x100) if byte not in signs)


_BLANKS = b"\t\n\f\r "
# HTML 5's own rules, so that no quote or slash hides an attribute: a value in quotes or up to the next blank.
_NAME = rb"=?+[^\t\n\f\r />=]++"
_VALUE = rb"[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\t\n\f\r >\"'][^\t\n\f\r >]*+)?"
_ATTRIBUTE = re.compile(rb"(?:%s(?:%s)?|=)" % (_NAME, _VALUE))
_TAG = re.compile(  # no further than is needed to know that it holds too many
    rb"<[A-Za-z][^\t\n\f\r />]*+(?:[\t\n\f\r /]++|%s){0,%d}" % (_ATTRIBUTE.pattern, 2 * MAX_ATTRIBUTES + 10)
)
# The start of a tag that is not plainly closed after few attributes. Looks no further than the next "<", so the time is linear.
_PLAIN_VALUE = rb"[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"%s*+\"|'%s*+'|%s%s*+)" % (
    but(b'"<'),
    but(b"'<"),
    but(_BLANKS + b">\"'<"),
    but(_BLANKS + b"><"),
)
_ODD_TAG = re.compile(
    rb"<[A-Za-z]%s*+(?=((?:[\t\n\f\r /]*+%s++(?:%s)?){0,%d}))\1[\t\n\f\r /]*+(?!>)"
    % (but(_BLANKS + b"/><"), but(_BLANKS + b"/>=<"), _PLAIN_VALUE, MANY_ATTRIBUTES)
)
_MARK = re.compile(rb"<[A-Za-z/!?]")
_END = b'">'
"""Where this stands, a tag ends, unless it has a value in single quotes or the quote opens a value."""
_BEFORE_VALUE = _BLANKS + b"="
_REACH = 500
"""Bytes from one end of a tag to another in which no tag of many attributes fits: at most 250."""
_LONG_MARKUP = 400_000
"""In so much markup tags of 250 attributes may cost 100 ms together; in more every tag is looked at."""

_BARE = but(b"<>\"'")
_ATTRIBUTES = rb"(?-i:%s*+(?:(?:\"%s*+\"|'%s*+')%s*+)*)" % (_BARE, but(b'"<>'), but(b"'<>"), _BARE)
_SHAPES = rb"path|g|circle|rect|polygon|polyline|line|ellipse|defs|symbol|lineargradient|radialgradient|stop|clippath|mask"
"""What a drawing is made of; `use` names the drawing that it shows ("#eye"), and stays."""
_RAW = rb"(?:[cC][rR][iI][pP][tT]|[tT][yY][lL][eE])"
# Groups that may try several ways are not repeated possessively, here and elsewhere: Python before 3.11.5 (Debian 12 has 3.11.2)
# does it wrongly.
# Both cases of the first letters are written out: nearly every tag is told from these by its first byte.
_SILENT = re.compile(
    rb"<(?:!--(?:-?+>|(?s:.*?)-->|(?s:.*))"
    rb"|[sS](?:(%s)(?=[\t\n\f\r />])([^<>]*+)>[^<]*+(?:<(?!/[sS]%s|!--)[^<]*+)*((?:<(?!/[sS]%s)[^<]*+)*)"
    rb"|([vV][gG](?=[\t\n\f\r />])%s>)(?i:(?:[\t\n\f\r ]*+</?(?:%s)(?=[\t\n\f\r />])%s>)+[\t\n\f\r ]*+(?=</svg))))"
    % (_RAW, _RAW, _RAW, _ATTRIBUTES, _SHAPES, _ATTRIBUTES)
)
"""Groups, names without their "s": name and attributes of a script or style sheet, its code from "<!--" on; tag of a drawing."""
_DRAWING = 4
_END_OF_PAGE = re.compile(rb"</(?:body|html)[\t\n\f\r ]*>", re.IGNORECASE)
_SHOWN = re.compile(rb"<(?:p|div|table|h[1-6]|article|section|main|nav|aside|header|footer)[\t\n\f\r >]", re.IGNORECASE)
"""The start tag of what shows a text, or of what may be cut with its text before it is parsed."""
EMPTIED = "kznews-emptied"
"""The attribute of a script or style sheet that `without_code` emptied."""
_EMPTIED = b" " + EMPTIED.encode() + b">"


def guard(body: bytes) -> None:
    """Refuse, before anything is decoded, what would stop or fill the machine; raises Refused."""
    size = len(body)
    if size > MAX_BYTES:
        raise Refused(Reason.TOO_LARGE, f"{size} bytes")
    if size > MAX_MARKS and body.count(b"<") > MAX_MARKS:
        raise Refused(Reason.TOO_COMPLEX, f"more than {MAX_MARKS} tags")
    wide = body.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<\x00" in body[:400]
    if 0 in body and body.count(0) > size // 100 and not wide:
        raise Refused(Reason.BAD_ENCODING, "more than 1 % NUL bytes")


def guard_tags(markup: bytes) -> None:
    """Refuse what the parser would get with too many tags; raises Refused."""
    if len(markup) > 2 * MAX_TAGS and markup.count(b"<") > MAX_TAGS and sum(1 for _ in _MARK.finditer(markup)) > MAX_TAGS:
        raise Refused(Reason.TOO_COMPLEX, f"more than {MAX_TAGS} tags")


def guard_attributes(markup: bytes) -> None:
    """Refuse a tag with more than MAX_ATTRIBUTES attributes, and many tags with many; raises Refused.

    `markup` is what the parser gets. Every place where a tag may begin is looked at, also inside comments, scripts and
    attribute values, so that nothing that merely looks like one can hide a tag.
    """
    scanned = work = 0
    for start in (start for span in _doubtful(markup) for start in _ODD_TAG.finditer(markup, *span)):
        tag = _TAG.match(markup, start.start())
        length = len(tag[0]) if tag else 0
        scanned += length
        if length > 2 * MANY_ATTRIBUTES and tag:
            found = sum(1 for _ in islice(_ATTRIBUTE.finditer(tag[0]), MAX_ATTRIBUTES + 2)) - 1  # its name is one more
            work += found**2 if found > MANY_ATTRIBUTES else 0
            if found > MAX_ATTRIBUTES:
                raise Refused(Reason.TOO_COMPLEX, f"a tag with more than {MAX_ATTRIBUTES} attributes")
        if work > MAX_ATTRIBUTE_WORK:
            raise Refused(Reason.TOO_COMPLEX, "too many tags with many attributes")
        if scanned > MAX_SCANS * len(markup):
            raise Refused(Reason.TOO_COMPLEX, "tags inside tags")


def _doubtful(markup: bytes) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a page, from start to end, in which a tag of many attributes may begin.

    Nearly every tag with attributes ends in `">`, and no tag goes on behind that, but in single quotes: a stretch between two
    such ends that are near to each other holds none, if it is free of those quotes. Takes a fifth of the time of looking at
    every tag.
    """
    size = len(markup)
    if size > _LONG_MARKUP:
        yield 0, size
        return
    at, quote = 0, markup.find(b"'") % (size + 1)  # where there is none: behind the end
    while at < size:
        end = markup.rfind(_END, at, at + _REACH)
        if end < 0:
            end = _next_end(markup, at) % (size + 1)
            yield at, end + len(_END)
        elif quote < end:  # all is plain before the last end of a tag that is no value's beginning
            last = markup.rfind(_END, at, quote)
            end = markup.find(_END, quote)
            yield at if last < 0 or markup[last - 1] in _BEFORE_VALUE else last, end + len(_END)
        elif markup[end - 1] in _BEFORE_VALUE:
            yield at, end + len(_END)
        at = end + len(_END)
        if quote < at:
            quote = markup.find(b"'", at) % (size + 1)


def _next_end(markup: bytes, at: int) -> int:
    """Return where the next `">` stands, or -1: looked for behind the next quote, as one sign is found ten times as fast."""
    at = markup.find(b'"', at)
    while at >= 0:
        if (end := markup.find(_END, at, at + _REACH)) >= 0:
            return end
        at = markup.find(b'"', at + _REACH - 1)
    return at


def without_early_end(markup: bytes) -> bytes:
    """Return the markup without the end tags of body and html, if more of the page stands behind the first of them.

    Headers that are printed as whole documents, and counters, bring such tags. Browsers go on reading there, libxml2 stops.
    """
    ends = [at for end in (b"</html", b"</HTML") if (at := markup.find(end)) >= 0]
    return _END_OF_PAGE.sub(b"", markup) if ends and _SHOWN.search(markup, min(ends)) else markup


def without_code(markup: bytes) -> tuple[bytes, int]:
    """Return the markup with scripts, style sheets and drawings emptied, and how many elements got the attribute EMPTIED.

    A parser must find as many: then every one of them was a tag to it and not a part of a comment, a value or a text, and
    all that is gone is what stood between such a tag and its end. What stays: JSON-LD, scripts that may nest ("<!--") and those
    that the parser takes for closed ("<script/>").
    """
    parts = list[bytes]()
    kept = emptied = 0
    for found in _SILENT.finditer(markup):
        group = found.lastindex
        if group is None:  # a comment
            continue
        if group == _DRAWING:
            parts.append(markup[kept : found.end(group)])
        elif found[3] or found[2].endswith(b"/") or b"ld+json" in found[2].lower():
            continue
        else:
            parts += markup[kept : found.end(1)], _EMPTIED
            emptied += 1
        kept = found.end()
    return b"".join((*parts, markup[kept:])) if parts else markup, emptied
