"""Bytes of a page to text, never silently wrong (kazakh.md 6.3, promise C1 of the reliability list).

A byte order mark wins, then valid UTF-8 whatever the labels say. All else is judged by its words: the labels and the
encodings in which Kazakh and Russian were ever written propose readings, the one that reads as a language is taken, and when
none does, or two do, the page is refused.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, resolve_encoding

from kznews.kazakh.charset_inserts import with_inserts
from kznews.kazakh.charset_repair import TELLING, may_be_broken, undo
from kznews.kazakh.charset_rivals import in_letters, rival
from kznews.kazakh.charset_score import Evidence, Score, gather, is_broken, is_debris, score, score_signs
from kznews.kazakh.charset_seven_bit import hidden

MOST_REPLACED = 0.001
"""The largest share of U+FFFD in a text that is still taken (promise C1); one alone is always taken, and counted."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In which Kazakh or Russian pages may be written without saying so. KZ-1048 has no label that browsers know, so such a page has
# to call itself windows-1251. The figure is how likely a page is in it beside windows-1251, as a natural logarithm.
ALWAYS_TRIED = {
    "cp1251": 0.0,
    "kz1048": 0.3,
    "ptcp154": -1.0,
    "koi8-r": -2.0,
    "koi8-u": -3.0,
    "cp1252": -3.0,
    "cp1254": -3.0,
    "iso8859-5": -4.0,
    "cp866": -4.0,
    "mac-cyrillic": -6.0,
}
_OTHERS = -6.0
# What else a label may mean, and how much of its weight that gets.
# KOI8-U is KOI8-R with letters in place of lines.
_KIN = {"cp1251": {"cp1251": 1.0, "kz1048": 1.0, "ptcp154": 0.8}, "koi8-r": {"koi8-r": 1.0, "koi8-u": 1.0}}
_MULTI_BYTE = ("gb18030", "gbk", "gb2312", "big5", "big5hkscs", "shift_jis", "cp932", "euc_jp", "euc_kr", "cp949")
_SINGLE_BYTE = re.compile(r"cp(?:125[0-8]|8\d\d)|iso8859-\d{1,2}|koi8-[rut]|mac-[a-z]+|kz1048|ptcp154|tis-620")
_EAST_ASIAN = re.compile("[\u2e80-\ufaff\uff00-\uffef]")
_TEXT_WORD = re.compile(r"[^\W\d_]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MARK = "\ufeff"
# Bytes that go on a letter: two letters in windows-1251 may look like one in UTF-8 ("Рё"), ten words of them do not.
_NO_CHANCE = 20
# What a page in UTF-8 is searched for: controls, U+FFFD, and what `undo` mends. Dropping all else first is ten times as fast.
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_LOST = "\ufffd".encode()[0]
# How marks that combine with a letter begin in UTF-8.
_COMBINING = b"\xcc\xcd"
_PLAIN = bytes(byte for byte in range(0x100) if byte not in (*TELLING, _LOST, *_COMBINING) and not _CONTROL.match(chr(byte)))
_NAMES = {"cp1251": "windows-1251", "cp1252": "windows-1252", "cp1254": "windows-1254", "iso8859-5": "iso-8859-5"}

# What a label weighs against the words, as a natural logarithm: about one letter that only the other reading lacks.
_LABEL = 6.0
_LEAD = 2.0
_LEAD_OF_TWINS = 0.2
# By how much the words may speak for the second reading: this, and a part of what labels and habits say for the first.
_AGAINST = 0.5
_AGAINST_SHARE = 0.1
# The mean logarithm of a letter in running text is about -3.0; readings with a wrong encoding stay below -5.
_READABLE = -4.3
_READABLE_SHORT = -5.5
_SHORT = 12
_MOSTLY = 0.9
_WORDS_READ = 2_000
_MOST_CONTROLS = 0.01
# So many whole letters stand beside a broken one in a text that really is in UTF-8.
_WHOLE_FOR_ONE_LOST = 10
_LEAD_BYTE = 0xC2
_WHOLE_BEFORE_CUT = 2
# The high byte in UTF-16 of markup, further Latin, Cyrillic, Arabic, and of dashes, quotes and signs.
_HIGH_BYTES = (0x00, 0x01, 0x02, 0x04, 0x06, 0x1E, 0x20, 0x21)
_COLUMN_SHARE = 0.98
_SAMPLE = 4_096


class Undecodable(ValueError):  # noqa: N818
    """The bytes cannot be read without guessing letters; `reason` says why in one line."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it came out of its bytes."""

    text: str
    encoding: str
    """The encoding used, by its usual name in lower case: "utf-8", "windows-1251", "kz1048" ..."""
    basis: str
    """What decided: "bom", "utf-8", "ascii", "utf-16", "header", "meta" or "words"."""
    repaired: bool
    """Whether the letters are others than the label gives: KZ-1048 labelled windows-1251, UTF-8 encoded twice."""
    replacements: int
    """How many U+FFFD the text holds."""


def decode(body: bytes, *, header: str | None = None) -> Decoded:
    """Return the text of a page; `header` is the Content-Type header, or only its charset, if there was one.

    Raises Undecodable (and nothing else) when no reading, or more than one, makes sense, when more than one character
    and more than 0.1 % of them are lost, or when the bytes are no text. Rules and figures: kazakh.md 6.3, docs/kazakh.md.

    >>> decode("Ќазаќстан туралы хабар".encode("cp1251"), header="text/html; charset=windows-1251").text
    'Қазақстан туралы хабар'
    """
    found = _by_mark(body) or _by_columns(body) or _by_utf8(body)
    return found or _by_words(body, header)


def is_sound(part: bytes) -> bool:
    """Return whether a part of a page is plainly UTF-8, whatever the rest is: `decode` would change no letter of it.

    False is also said of parts with few letters beyond ASCII, with controls, with letters in two parts (и and its breve) or with
    a mark of the byte order. Never raises.

    >>> is_sound("Бүгін Қарағандыда жаңа ғылыми орталық ашылды".encode())
    True
    """
    telling = part.translate(None, _PLAIN)
    if part.isascii() or telling.translate(None, _BEYOND_ASCII) or any(mark in telling for mark in _COMBINING):
        return False
    try:
        text = part.decode()
    except UnicodeDecodeError:
        return False
    beyond = len(part) - len(text)
    if beyond < _NO_CHANCE or text.startswith(_MARK) or "\ufffd" in text:
        return False
    return not may_be_broken(text, telling, beyond)


def _by_mark(body: bytes) -> Decoded | None:
    for mark, name in _BOMS:
        if body.startswith(mark):
            try:
                return _finished(body[len(mark) :].decode(name), name, "bom")
            except UnicodeDecodeError:
                return _damaged(body[len(mark) :], name, "bom")
    return None


def _damaged(body: bytes, name: str, basis: str) -> Decoded | None:
    """Take a text with a few bad bytes; None where the bytes look like something else."""
    text = body.decode(name, "replace")
    lost, beyond = text.count("\ufffd"), sum(map(len, re.findall("[^\x00-\x7f]+", text)))
    if lost * _WHOLE_FOR_ONE_LOST > beyond:
        return None
    return _finished(text, name, basis)


def _finished(text: str, encoding: str, basis: str, *, repaired: bool = False, telling: bytes | None = None) -> Decoded:
    """Return the text unless too much of it is lost or controls; `telling` are its bytes without the plain ones (UTF-8)."""
    lost = text.count("\ufffd") if telling is None or _LOST in telling else 0
    if lost > max(1, MOST_REPLACED * len(text)):
        raise Undecodable(f"{lost} of {len(text)} characters are lost in {encoding}")
    controls = telling is None or telling.translate(None, _BEYOND_ASCII)
    if controls and _CONTROL.search(text) and len(_CONTROL.findall(text)) > max(1, _MOST_CONTROLS * len(text)):
        raise Undecodable(f"control characters all over: no text in {encoding}")
    return Decoded(text, _NAMES.get(encoding, encoding), basis, repaired, lost)


def _by_columns(body: bytes) -> Decoded | None:
    """Read UTF-16 without a mark: every second byte is one of a few."""
    if b"\0" not in body:
        return None
    for name, column in (("utf-16-le", body[1:_SAMPLE:2]), ("utf-16-be", body[0:_SAMPLE:2])):
        if column and sum(map(column.count, _HIGH_BYTES)) >= _COLUMN_SHARE * len(column):
            return _damaged(body, name, "utf-16")
    return None


def _by_utf8(body: bytes) -> Decoded | None:
    lost = b""
    try:
        text = body.decode()
    except UnicodeDecodeError as fault:
        if not _is_cut(body, fault):
            return _with_inserts(body) or _damaged(body, "utf-8", "utf-8")
        body = body[: fault.start]
        text, lost = body.decode() + "\ufffd", "\ufffd".encode()
    telling = (body + lost).translate(None, _PLAIN)
    if text.isascii():
        if name := hidden(body):
            raise Undecodable(f"letters hidden in ASCII by {name}, which no page is read in")
        return _finished(text, "utf-8", "ascii", telling=telling)
    beyond = len(body) - len(text)
    meant = undo(text, beyond=beyond) if may_be_broken(text, telling, beyond) else text
    if meant is None:
        raise Undecodable("the text was read with a wrong encoding before it was saved as utf-8")
    return _finished(meant, "utf-8", "utf-8", repaired=meant is not text, telling=telling if meant is text else None)


def _with_inserts(body: bytes) -> Decoded | None:
    """Take a page in UTF-8 with parts in one other encoding whose words tell it."""

    def encoding_of(words: bytes) -> str | None:
        try:
            found = _by_words(words, None)
        except Undecodable:
            return None
        return next((name for name, said in _NAMES.items() if said == found.encoding), found.encoding)

    text = with_inserts(body, encoding_of)
    return None if text is None else _finished(text, "utf-8", "utf-8", repaired=True)


def _is_cut(body: bytes, fault: UnicodeDecodeError) -> bool:
    """Return whether all is valid but for a last letter that was cut: no other encoding looks like that by chance."""
    whole = sum(byte >= _LEAD_BYTE for byte in body[: fault.start])
    return fault.end == len(body) and fault.reason == "unexpected end of data" and whole >= _WHOLE_BEFORE_CUT


def _by_words(body: bytes, header: str | None) -> Decoded:
    evidence = gather(body)
    labels = _labels(body, header)
    readings = _readings(evidence, labels)
    best = readings[0]
    readable = _READABLE if evidence.size >= _SHORT else _READABLE_SHORT
    if best.score.mean < readable:
        return _by_multi_byte(body, labels)
    if not _leads(readings, labels):
        raise Undecodable(f"{best.encoding} and {readings[1].encoding} both make words of these bytes")
    if not evidence.words and any(map(str.isalpha, evidence.lone.decode(best.encoding, "replace"))):
        raise Undecodable("letters that stand alone beside ASCII may be any: a п in windows-1251 is an apostrophe in cp775")
    if is_broken(evidence.words.decode(best.encoding, "replace")):
        raise Undecodable(f"too many words are broken in {best.encoding}")
    if is_debris(evidence.lone.decode(best.encoding, "replace"), words=evidence.words.count(b" ") + 1):
        raise Undecodable(f"most of what is beyond ASCII makes no words in {best.encoding}")
    if other := rival(body, evidence, best.encoding, labelled=any(_said(name, best.names) >= _LABEL for name in labels.values())):
        raise Undecodable(f"{best.encoding} and {other} both make words of these bytes")
    return _chosen(body, best.encoding, labels)


def _leads(readings: list[_Reading], labels: dict[str, str]) -> bool:
    if len(readings) == 1:
        return True
    best, second = readings[:2]
    # Nobody can label KZ-1048 but as windows-1251, so that label leaves the choice to the letters.
    twins = "cp1251" in labels.values() and {best.encoding, second.encoding} == {"cp1251", "kz1048"}
    lead = best.weight - second.weight >= (_LEAD_OF_TWINS if twins else _LEAD)
    return lead and all(_in_accord(best, other) for other in readings[1:])


def _in_accord(best: _Reading, other: _Reading) -> bool:
    """Return whether words alone would not choose `other`: labels decide where words are silent, not against them."""
    aside = (best.weight - best.evidence) - (other.weight - other.evidence)
    return other.evidence - best.evidence <= _AGAINST + _AGAINST_SHARE * max(0.0, aside)


def _chosen(body: bytes, encoding: str, labels: dict[str, str]) -> Decoded:
    basis = next((basis for basis, label in labels.items() if label == encoding), "words")
    repaired = encoding == "kz1048" and "cp1251" in labels.values()
    return _finished(body.decode(encoding, "replace"), encoding, basis, repaired=repaired)


def _labels(body: bytes, header: str | None) -> dict[str, str]:
    """Return what header and markup say, in this order of trust; only encodings that text is written in."""
    said = {"header": _resolved(header), "meta": html_body_declared_encoding(body)}
    return {basis: name for basis, name in said.items() if name and (name in _MULTI_BYTE or _SINGLE_BYTE.fullmatch(name))}


def _resolved(header: str | None) -> str | None:
    if not header:
        return None
    return http_content_type_encoding(header) if "=" in header else resolve_encoding(header)


@dataclass(slots=True)
class _Reading:
    """One way to read the words: what they say themselves, and with labels and habits counted in."""

    encoding: str
    score: Score
    evidence: float
    weight: float
    names: list[str] = field(default_factory=list)
    """All encodings that read so."""


def _readings(evidence: Evidence, labels: dict[str, str]) -> list[_Reading]:
    """Return all different readings of the words, best first."""
    readings: dict[tuple[str, str], _Reading] = {}
    names = [name for name in labels.values() if name not in _MULTI_BYTE]
    for name in dict.fromkeys((*names, *ALWAYS_TRIED)):
        words, lone = evidence.words.decode(name, "replace"), evidence.lone.decode(name, "replace")
        if (words, lone) not in readings:
            judged = score(words)
            found = judged.total + score_signs(lone, beside_words=bool(words))
            readings[words, lone] = _Reading(name, judged, found, found + ALWAYS_TRIED.get(name, _OTHERS))
        readings[words, lone].names.append(name)
    for reading in readings.values():
        reading.weight += sum(_said(label, reading.names) for label in names)
    return sorted(readings.values(), key=lambda reading: -reading.weight)


def _said(label: str, names: list[str]) -> float:
    meant = _KIN.get(label, {label: 1.0})
    return _LABEL * max(meant.get(name, 0.0) for name in names)


def _by_multi_byte(body: bytes, labels: dict[str, str]) -> Decoded:
    """Take a page labelled as Chinese, Japanese or Korean if it reads so, or has words in letters."""
    for basis, name in labels.items():
        if name not in _MULTI_BYTE:
            continue
        try:
            text = body.decode(name)
        except UnicodeDecodeError:
            continue
        words = [word for word in _TEXT_WORD.findall(text) if not word.isascii()]
        signs = "".join(words)
        if score(" ".join(words[:_WORDS_READ])).mean >= _READABLE:
            return _finished(text, name, basis)
        if len(_EAST_ASIAN.findall(signs)) >= _MOSTLY * len(signs):
            if other := in_letters(body):
                raise Undecodable(f"{name} and {other} both make words of these bytes")
            return _finished(text, name, basis)
    raise Undecodable("no encoding makes words of these bytes")
