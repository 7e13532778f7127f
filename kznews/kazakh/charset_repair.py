"""Valid UTF-8 whose letters were broken before it was saved: read with a wrong encoding once and encoded again.

Such pages decode without an error and hold other letters than they should (kazakh.md 6.3 and 6.4). What can be undone without
loss is undone; what cannot is reported, so that nobody stores it.
"""

from __future__ import annotations

import re

from kznews.kazakh.charset_score import score

# What KZ-1048 puts where windows-1251 has other letters (letter-repair.json; both are codecs of the standard library).
SWAP = str.maketrans("ЌќЋћЎўЈјҐґЄєЇїЅѕ", "ҚқҺһҰұӘәӨөҒғҮүҢң")

# The first bytes of two-byte UTF-8 letters, Cyrillic, Arabic and Latin, as windows-1252 and windows-1251 show them.
_WESTERN_LEADS = "ÐÑÒÓØÙÚÛÃÄÅÇ"
_CYRILLIC_LEADS = "РСТУ"
# In running text nearly every second character is such a lead; in capitals written by people one in six at most.
_LEADS = 0.35
# What two in three leads of broken letters stand before: the bytes 0x80 to 0xBF, as both encodings show them. Capitals ("СССР",
# "ÄLEM") stand before other letters.
_BEHIND = 2 / 3
_ENOUGH = 8
_SWAP_GAIN = 12.0
_READ = 20_000

_WORD = re.compile(r"[^\W\d_]+")
_WESTERN_PAIR, _CYRILLIC_PAIR = (
    re.compile(f"[{leads}][{re.escape(bytes(range(0x80, 0xC0)).decode(encoding, 'ignore'))}\x80-\x9f]")
    for leads, encoding in ((_WESTERN_LEADS, "cp1252"), (_CYRILLIC_LEADS, "cp1251"))
)
# The bytes in UTF-8 by which leads are known: the first one of a Western lead, the last ones of the Cyrillic leads.
_WESTERN_BYTE = "Ð".encode()[0]
_CYRILLIC_BYTES = tuple(lead.encode()[1] for lead in _CYRILLIC_LEADS)
_ASCII = bytes(range(0x80))
TELLING = (_WESTERN_BYTE, *_CYRILLIC_BYTES)
"""The bytes that `may_be_broken` counts."""


def may_be_broken(text: str, telling: bytes, beyond: int) -> bool:
    """Return whether `undo` may find something; `telling` are the bytes of the text, those left out that are not in TELLING.

    Counts bytes that stand for leads and for some other letters, so it is never False where `undo` would change the text.
    """
    most = max(_ENOUGH, _LEADS * beyond)
    return telling.count(_WESTERN_BYTE) > most or sum(map(telling.count, _CYRILLIC_BYTES)) > most or "ќ" in text


def undo(text: str, *, beyond: int) -> str | None:
    """Return the text as it was meant, the same text when nothing is wrong, or None when it is broken beyond repair.

    `beyond` is how many bytes its UTF-8 has more than the text has characters, which is about its number of letters beyond
    ASCII and costs nothing. Never raises. Text in any language without such damage comes back unchanged, the same object.
    """
    signs = text.encode("utf-8", "ignore").translate(None, _ASCII).decode()  # searching all of it takes five times as long
    if _suspicious(signs, _WESTERN_LEADS, beyond) and _in_pairs(signs, _WESTERN_LEADS, _WESTERN_PAIR):
        return _again(text, "cp1252")
    if _suspicious(signs, _CYRILLIC_LEADS, beyond) and _in_pairs(signs, _CYRILLIC_LEADS, _CYRILLIC_PAIR):
        return _again(text, "cp1251")
    return _swapped(text) if "ќ" in text else text


def _suspicious(signs: str, leads: str, beyond: int) -> bool:
    return sum(map(signs.count, leads)) > max(_ENOUGH, _LEADS * beyond)


def _in_pairs(signs: str, leads: str, pair: re.Pattern[str]) -> bool:
    """Return whether most leads stand before what the second byte of a letter looks like."""
    return len(pair.findall(signs)) >= _BEHIND * sum(map(signs.count, leads))


def _again(text: str, encoding: str) -> str | None:
    try:
        return b"".join(_byte(sign, encoding) for sign in text).decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _byte(sign: str, encoding: str) -> bytes:
    # Bytes that an encoding leaves undefined are shown as the control character of that number.
    return bytes([ord(sign)]) if "\x80" <= sign <= "\x9f" else sign.encode(encoding)


def _swapped(text: str) -> str:
    words = " ".join(word for word in _WORD.findall(text) if not word.isascii())[:_READ]
    as_is, swapped = score(words), score(words.translate(SWAP))
    if swapped.language == "kk" and swapped.total - as_is.total >= _SWAP_GAIN:
        return text.translate(SWAP)
    return text
