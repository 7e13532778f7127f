"""Hygiene of stored text: what may stand in a stored string, and nothing of the wording changed.

The rules are those of DESIGN section 6 and of the promise C2 in the reliability list; which signs are deleted and which
become a space follows section 6.1 of the measurements (docs/kazakh.md lists both).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
# Controls (C0 without tab and newline, DEL, C1), soft hyphen, grapheme joiner, Arabic letter mark, Mongolian vowel
# separator, zero-width and bidi signs, byte order mark, interlinear marks, tag characters.
_FORMAT = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_SURROGATES = "\ud800-\udfff"

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_TO_SPACE = re.compile(f"[{_SPACES}]")
_TO_NEWLINE = re.compile(f"\r\n|[{_BREAKS}]")
_TO_NOTHING = re.compile(f"[{_FORMAT}{_NONCHARACTERS}{_SURROGATES}]+")

# Normalising sorts the marks on one letter by insertion: 100,000 marks would take minutes. No word carries 30.
_MANY_MARKS = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_MARKS_KEPT = 30


def clean(text: str) -> str:
    r"""Return the text as it may be stored: NFC, newline and tab as the only controls, nothing invisible; the words as they were.

    Removed are the other controls, bidi and zero-width signs, soft hyphens, byte order marks, noncharacters, lone
    surrogates (pairs become the one character they mean) and marks beyond the thirtieth on one letter. No-break and
    narrow spaces become a space; U+2028, U+2029, NEL, form feed and carriage return become a newline. Outer and repeated
    white space stays: see `one_line`. Idempotent; never raises. Source: DESIGN section 6, kazakh.md 6.1.

    >>> clean("бас\u00adты\u00a0бет\u200b")
    'басты бет'
    """
    # Everything that goes is unprintable to Python, but for the grapheme joiner: a check that costs next to nothing.
    if "\u034f" in text or not text.replace("\n", "").isprintable():
        text = _PAIR.sub(_join_pair, text)
        text = _TO_NEWLINE.sub("\n", text)
        text = _TO_SPACE.sub(" ", text)
        # A pair may stand for a tag character or a noncharacter, so deletion comes last.
        text = _TO_NOTHING.sub("", text)
    if text.isascii():
        return text
    text = _trim_marks(text)
    if unicodedata.is_normalized("NFC", text):
        return text
    return _trim_marks(unicodedata.normalize("NFC", text))


def _is_clean(text: str) -> bool:
    """Return whether `clean` leaves a text of printable signs and line ends as it is."""
    if text.isascii():
        return True
    return "\u034f" not in text and unicodedata.is_normalized("NFC", text) and _trim_marks(text) == text


def one_line(text: str) -> str:
    r"""Return the clean text as one line: every run of white space is one space, none outside; idempotent; never raises.

    >>> one_line("  Басты\n\n  бет ")
    'Басты бет'
    """
    text = text.strip()
    return text if is_plain(text) and _is_clean(text) else single_spaced(clean(text))


def single_spaced(text: str) -> str:
    r"""Return the text with every run of white space as one space and none outside; never raises.

    >>> single_spaced("  Басты\n\n  бет ")
    'Басты бет'
    """
    text = text.strip()
    return text if is_plain(text) else " ".join(text.split())


def seen(text: str) -> str:
    r"""Return the text as `single_spaced` does, without the signs that nobody sees (see `clean`); never raises.

    >>> seen("  Бас\u00adты\n\n  бет\u200b ")
    'Басты бет'
    """
    text = single_spaced(text)
    return text if text.isprintable() else " ".join(_TO_NOTHING.sub("", text).split())


def is_plain(text: str) -> bool:
    """Return whether a text without outer white space is one line of printable signs, its words one space apart.

    No white space but the space itself is printable. Takes a third of the time of splitting a text into words.
    """
    return text.isprintable() and "  " not in text


class Paragraphs(list[str]):
    """Paragraphs as they are stored: clean, each of lines that are not empty, with single spaces in them and none outside."""


def paragraphs(texts: Iterable[str], *, printable: bool = False) -> Paragraphs:
    """Return texts as paragraphs, those without a word left out; never raises.

    `printable` says that each of them is made of lines that are plain (`is_plain`) and not empty.
    """
    if isinstance(texts, Paragraphs):
        return texts
    given = list(texts)
    if printable and _is_clean("\n".join(given)):  # asked of all at once, as no sign composes with a line end
        return Paragraphs(given)
    return Paragraphs(filter(None, map(paragraph, given)))


def paragraph(text: str) -> str:
    r"""Return clean text with its line ends kept, no empty line, single spaces and nothing around it; never raises.

    >>> paragraph(" бірінші  жол\n\nекінші жол ")
    'бірінші жол\nекінші жол'
    """
    return "\n".join(filter(None, map(single_spaced, clean(text).split("\n"))))


def _join_pair(pair: re.Match[str]) -> str:
    return pair.group().encode("utf-16", "surrogatepass").decode("utf-16")


def _trim_marks(text: str) -> str:
    # A run of 31 marks covers one of every 31 characters.
    if len(text) > _MARKS_KEPT and any(map(unicodedata.combining, set(text[::31]))):
        return _MANY_MARKS.sub(_first_marks, text)
    return text


def _first_marks(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for sign in run.group():
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MARKS_KEPT:
            kept.append(sign)
    return "".join(kept)
