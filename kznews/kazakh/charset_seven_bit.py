"""Encodings that hide their letters in ASCII: UTF-7, HZ and ISO-2022. No browser reads them, and neither does kznews.

Such bytes are valid UTF-8 and would be stored as "+BBIEMATX-". What they hide is decoded only to see whether it is text.
"""

from __future__ import annotations

import base64
import re

from kznews.kazakh.charset_score import visible

# Base64 of UTF-16 after a plus, at least one whole letter, whether it goes on as base64 of something else does, and whether it is
# closed as it should be; "+-" is a plus. Nothing is given back: a page of pluses is read once.
_UTF_7 = re.compile(rb"\+([A-Za-z0-9+/]{3,}+)(=?)(-?)")
_LONGEST = 2_000
_HZ = re.compile(rb"~\{((?:[!-w][!-~]){1,500})~\}")
_ISO_2022 = re.compile(rb"\x1b(?:\$|[(,-/.][0-9A-Z])")
# Letters, and the signs that stand beside them: all that an article in Latin, Cyrillic or Arabic letters is made of.
_ASCII = re.compile("[\x20-\x7e]+")
_PLAIN = re.compile("[\x20-\x7e\xa0-\u06ff\u2010-\u2044\u20a0-\u2122]*")
_MARKS = frozenset("‘’“”„«»–—…")
# Two apostrophes of Uzbek ("+IBk") are no chance. One hidden sign may be chance ("C+IBM"), unless it is closed.
_ENOUGH = 3


def hidden(body: bytes) -> str | None:
    """Return the name of the seven-bit encoding in which ASCII bytes hide letters, or None; never raises."""
    if b"\x1b" in body and _ISO_2022.search(body):
        return "iso-2022"
    if b"~{" in body and any(map(_is_hz, _HZ.findall(body))):
        return "hz"
    return "utf-7" if b"+" in body and _is_utf_7(visible(body)) else None


def _is_hz(pairs: bytes) -> bool:
    try:
        return bool(bytes(byte | 0x80 for byte in pairs).decode("gb2312"))
    except UnicodeDecodeError:
        return False


def _is_utf_7(text: bytes) -> bool:
    runs = ((letters, end) for letters, more, end in _UTF_7.findall(text) if not more and len(letters) <= _LONGEST)
    found = [(_from_base64(letters), bool(end)) for letters, end in runs]
    read = [(letters, closed) for letters, closed in found if letters]
    if not read or len(read) * 2 < len(found):
        return False
    marks = len(read) > 1 and _MARKS.issuperset("".join(letters for letters, _ in read))
    return sum(len(letters) for letters, _ in read) >= _ENOUGH or all(closed for _, closed in read) or marks


def _from_base64(letters: bytes) -> str:
    """Return what the letters stand for without what is ASCII, or nothing where that is no plain text."""
    try:
        raw = base64.b64decode(letters + b"=" * (-len(letters) % 4))
        text = raw.decode("utf-16-be")
    except ValueError:
        return ""
    spare = base64.b64encode(raw).rstrip(b"=") != letters
    return "" if spare or not _PLAIN.fullmatch(text) else _ASCII.sub("", text)
