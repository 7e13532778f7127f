"""The skeleton: one lossy key for Kazakh in Cyrillic, in every Latin alphabet and in Arabic script.

For comparing only: duplicates, search keys, table look-ups. It is never shown and never stored as text, and two
different words may share one (1.8 % of running words do). The rules and their order are those of kazakh.md section 3.3.

Speed: the work is done on bytes. Common characters take one step through two C tables; any other character sends the
text through `str.translate`, with the same table and so the same result.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from kznews.kazakh import skeleton_table
from kznews.kazakh.letters import repair_mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLD_VERSION: Final = 1
"""Raise it with every change of what `fold` returns: stored skeletons of another version must not be compared."""

# While the rules run, ç and ş are written c and w, which no skeleton contains, so that every letter is one byte.
_INNER: Final = str.maketrans("çş", "cw")
_OUTER: Final = str.maketrans("cw", "çş")
_TABLE: Final = {code: target.translate(_INNER) for code, target in skeleton_table.build().items()}
_COMMON: Final = skeleton_table.common()
_ENCODE: Final = codecs.charmap_build(_COMMON)
_INNER_BYTES, _DROPPED = skeleton_table.byte_tables(_COMMON, _TABLE)
_DECODE: Final = _COMMON.translate(_OUTER)

# The alphabet of 2017 writes its own letters with apostrophes; only these differ from the letter without one.
_APOSTROPHE_PAIR: Final = re.compile("[csy]['\u2018\u2019\u02bc\u02b9\u02bb`\u00b4]")
_PAIR_LETTER: Final = {"c": "ç", "s": "ş", "y": "u"}
# Old Arabic fonts: أ is в there and а elsewhere; the letters that such a text never holds tell which.
_OLD_FONT: Final = re.compile("[ئذةثؤ]")
_MODERN_ARABIC: Final = re.compile("[ىۇە]")

# After letters are collapsed: a replacement can leave doubles, which are collapsed again, but no new pair.
_PAIRS: Final = ((b"ts", b"s"), (b"tw", b"c"), (b"tc", b"c"), (b"dj", b"j"), (b"ng", b"n"))
_SHCH: Final = re.compile(b"wc+")  # щ of some Latins; a ç that came from тш may follow
_IOTA: Final = re.compile(b"i(?=[aeou])")
_LETTERS: Final = frozenset(b"abcdefghijklmnoprstuvwz")


def fold(text: str) -> str:
    """Return the skeleton of `text`: lower-case letters a to z, ç, ş; digits 0 to 9; signs and white space as they were.

    Apostrophes, hamzas, hard and soft signs, combining marks and hidden characters are dropped; repeated letters become
    one (digits never); dashes and quotes of all kinds become "-" and '"'. Letters of other scripts stay, in lower case.
    Idempotent; time linear in the length; never raises, whatever the string. Source: kazakh.md section 3.3.
    """
    text = repair_mixed(unicodedata.normalize("NFC", text)).replace("İ", "i").lower()
    text = _before_table(text)
    try:
        inner = codecs.charmap_encode(text, "strict", _ENCODE)[0].translate(_INNER_BYTES, _DROPPED)
    except UnicodeEncodeError:
        inner = text.translate(_TABLE).encode("utf-8", "surrogatepass")
        text = _skeleton(inner).decode("utf-8", "surrogatepass").translate(_OUTER)
        # What was dropped may have kept apart two characters that compose.
        return unicodedata.normalize("NFC", text)
    return codecs.charmap_decode(_skeleton(inner), "strict", _DECODE)[0]


def fold_lines(lines: Sequence[str]) -> list[str]:
    """Return the skeletons of lines (without line breaks in them), each as `fold` returns it, in one call if that is the same."""
    text = "\n".join(lines)
    if is_read_whole(text):
        return [fold(line) for line in lines]
    return fold(text).split("\n") if lines else []


def is_read_whole(text: str) -> bool:
    """Return whether the skeletons of a text's words may depend on the others: on the أ of old Arabic fonts, and nothing else."""
    return "\u0623" in text or "\u0654" in text  # whole, or as a hamza that is composed with its letter


def _before_table(text: str) -> str:
    """Read what the table cannot: two characters that mean one letter, and the one letter that depends on the text."""
    if "ch" in text:  # before the table, which makes a lone c an s
        text = text.replace("ch", "ç")
    if _APOSTROPHE_PAIR.search(text) is not None:
        text = _APOSTROPHE_PAIR.sub(lambda pair: _PAIR_LETTER[pair.group()[0]], text)
    if "أ" in text and _OLD_FONT.search(text) and not _MODERN_ARABIC.search(text):
        text = text.replace("أ", "v")
    return text


def _skeleton(inner: bytes) -> bytes:
    """Apply the rules for neighbouring letters, in their order."""
    # сш is "ssh" in Latin and must stay two letters, so sh comes before doubled letters are collapsed.
    inner = _collapse(inner.replace(b"sh", b"w"))
    # Rare, and each leaves what the next one reads: kh gives h, which may follow an s or a g.
    if b"kh" in inner:
        inner = _collapse(_collapse(inner.replace(b"kh", b"h")).replace(b"sh", b"w"))
    if b"gh" in inner:
        inner = _collapse(inner.replace(b"gh", b"g"))
    paired = inner
    for pair, target in _PAIRS:
        paired = paired.replace(pair, target)
    paired = _IOTA.sub(b"", _SHCH.sub(b"w", paired))
    return inner if paired == inner else _collapse(paired)


def _collapse(inner: bytes) -> bytes:
    """Return `inner` with every run of one letter cut to one.

    A text XOR itself, moved by one byte, is zero where a byte repeats: one big number does in microseconds what looking
    for each of 22 doubled letters does in a tenth of a millisecond.
    """
    number = int.from_bytes(inner, "big")
    repeats = (number ^ (number >> 8)).to_bytes(len(inner), "big")
    pieces = []
    kept, at = 0, repeats.find(0)
    while at >= 0:
        if inner[at] in _LETTERS:
            pieces.append(inner[kept:at])
            kept = at + 1
        at = repeats.find(0, at + 1)
    return b"".join((*pieces, inner[kept:])) if kept else inner
