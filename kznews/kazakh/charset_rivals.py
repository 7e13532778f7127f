"""Encodings that nobody expects of a page and that may still be the true one: they never win, they only object.

`charset.decode` proposes the encodings in which Kazakh and Russian were written, and what the labels name. A page in another
encoding would be given to the least bad of those. So every other encoding that Python knows reads the same bytes: where one of
them makes a language of them as well, the choice is a guess and the page is refused.
"""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING

from kznews.kazakh.charset_score import Score, is_broken, letters_by_script, score, score_signs, unpaired, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.kazakh.charset_score import Evidence

# The codecs of the standard library that have ASCII in their lower half (EBCDIC has not: no page in it looks like text).
_SINGLE_BYTE = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "kz1048", "ptcp154"),
    *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)),
    *("koi8-r", "koi8-u", "koi8-t", "cp437", "cp720", "cp737", "cp775", "cp850", "cp852", "cp855", "cp857", "cp858", "cp860"),
    *("cp861", "cp862", "cp863", "cp864", "cp865", "cp866", "cp869", "cp1006", "cp1125", "hp-roman8", "mac-arabic"),
    *("mac-croatian", "mac-cyrillic", "mac-farsi", "mac-greek", "mac-iceland", "mac-latin2", "mac-roman", "mac-romanian"),
    "mac-turkish",
)
_MULTI_BYTE = ("gb18030", "big5", "big5hkscs", "cp950", "shift_jis_2004", "cp932", "euc_jis_2004", "cp949", "johab")
# A rival reads well enough where a letter's mean logarithm is above this (running text has about -3.0).
_READABLE = -4.6
_READABLE_BESIDE_SIGNS = -5.2
_KNOWN = -7.5
_READ = 1_500
_READ_MULTI_BYTE = 16_000
# With so many others a mean above that is out of reach.
_MOST_UNKNOWN = 0.3
# How far the taken reading has to be ahead of any rival, as a natural logarithm: less where a label names it, more where
# most letters are ASCII and say the same in every encoding.
_LEAD, _LEAD_LABELLED, _LEAD_IN_ASCII = 1.0, -2.0, 3.0
_SEAM = -5.0
# So much of what is beyond ASCII decides; of more, one would be the commonest letter of no language.
_FEW = 39
# No page shows these: windows-125x has signs there, and what is written in an encoding stays within its tables.
_C1 = re.compile("[\x80-\x9f]")
_PRIVATE = re.compile("[\x80-\x9f\ue000-\uf8ff]")
_ASCII_SIGNS = re.compile("[!-@[-`{-~]+")
_ASCII = re.compile("[!-~]+| +(?= )")
_APOSTROPHE = re.compile("(?<=[A-Za-z])\u2019(?=[A-Za-z])")
_APOSTROPHES = str.maketrans("‘’", "''")
_SEAMS = re.compile("[A-Za-z][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z]")
# The dotless i stands before a vowel nowhere but in the Latin of 2018, which no single byte encodes.
_DOTLESS = re.compile("ı[aeiouäöü]|İ[aeouyäöü]")
# Where quotation marks of Windows do not stand; apostrophes and dashes stand anywhere.
_WINDOWS = ("cp1251", "cp1252", "cp1254", "kz1048", "ptcp154")
_OUT_OF_PLACE = re.compile("[A-Za-z][“”„«»‹›‚…•][A-Za-z]|(?<![^ ])[”…»›](?=[A-Za-z])|[A-Za-z][„‚‹«](?![^ ])")
_OPENING = re.compile("(?<![^ ])”[A-Za-z]")  # as in Swedish: ”x”
_STUCK = re.compile("[A-Za-z][–—](?![^ \u00a0])")
_SIGN_IN_WORD = re.compile(r"(?<=\w)[^\w '\u2019-](?=\w)")
_STRAY = re.compile(r"(?<=[a-z\u0430-\u045f] )[А-Я](?= )|(?<!\w)€(?!\s?\d)(?<!\d€)(?<!\d\s€)(?<!\bмлн €)(?<!\bмлрд €)(?!\w)")
_ASCII_LETTER = re.compile("[A-Za-z]")
_OTHER_LETTER = re.compile(r"[^\W\d_A-Za-z]")
_TAG = re.compile(b"<[^<>]*>")


def rival(body: bytes, evidence: Evidence, taken: str, *, labelled: bool) -> str | None:
    """Return the name of an encoding in which the bytes read about as well as in `taken`, or None; never raises.

    `labelled` is whether the page itself names `taken`. An encoding that gives the same text is no rival, nor is one that has a
    letter which `taken` lacks and the page therefore writes by its number.
    """
    lacking = "".join(letter for letter in evidence.by_number if not _has_any(taken, letter))
    words, lone = evidence.words.decode(taken, "replace")[:_READ], evidence.lone.decode(taken, "replace")
    in_ascii = len(_ASCII_LETTER.findall(words)) >= len(_OTHER_LETTER.findall(words))
    signs_only = in_ascii and not _OTHER_LETTER.search(words)
    odd = _is_misplaced(words, lone)
    misplaced = signs_only and odd
    typed = signs_only and taken in _WINDOWS and not misplaced  # no single-byte encoding reads that better
    judged = _score_beyond if in_ascii else score
    sober = partial(_score_beyond, apostrophes=False) if in_ascii else score
    lead = _LEAD_IN_ASCII if in_ascii or odd else _LEAD_LABELLED if labelled else _LEAD
    aside = score_signs(lone, beside_words=bool(words)) + _out_of_line(body, lone, taken) - lead
    # An apostrophe speaks for no reading among those that show it.
    least, least_alike = sober(words).total + aside, judged(words).total + aside
    for name, others, signs in _readings(body, evidence, (words, lone)):
        if (typed and name in _SINGLE_BYTE) or _has_any(name, lacking):
            continue
        found = judged(others)
        fits = not is_broken(others) if in_ascii else found.mean >= _READABLE
        if misplaced and fits and not _SIGN_IN_WORD.search(others):
            return name
        # What two bytes made one letter has fewer of them, so in ASCII the letters of the language are enough.
        known = in_ascii and name in _MULTI_BYTE and found.mean >= _KNOWN
        least_here = least_alike if others.count("’") == words.count("’") else least
        if fits and (known or found.total + score_signs(signs, beside_words=bool(others)) > least_here):
            return name
    return None


def _has_any(encoding: str, letters: str) -> bool:
    """Return whether an encoding has any of some letters."""
    return letters.encode(encoding, "ignore") != b""


def _is_misplaced(words: str, lone: str) -> bool:
    """Return whether quotation marks of Windows stand where nobody types them, or without their partners: "‚lish", "d”let".

    Single ones above the line are apostrophes, in Uzbek also with blanks around.
    """
    shown = " ".join((*dict.fromkeys(words.split(" ")), lone)).translate(_APOSTROPHES)
    closed = "”" in words and not any(mark in shown for mark in "“„") and "”" not in lone and not _OPENING.search(shown)
    stuck = not any(dash in lone for dash in "–—") and _STUCK.search(shown) is not None
    return _OUT_OF_PLACE.search(shown) is not None or unpaired(shown) > 0 or closed or stuck


def _out_of_line(body: bytes, lone: str, taken: str) -> float:
    """Return what speaks against signs that stand alone by what is beside them: a capital within a sentence, a € of no sum."""
    if not any(sign == "€" or sign.isupper() for sign in lone):
        return 0.0
    return _SEAM * len(_STRAY.findall(visible(body)[:_READ_MULTI_BYTE].decode(taken, "replace")))


def in_letters(body: bytes) -> str | None:
    """Return the name of an encoding of East Asia in which the bytes are words in letters, not in its own signs, or None."""
    return next((name for name, words in _multi_byte(body) if words and score(words).mean >= _READABLE_BESIDE_SIGNS), None)


def _score_beyond(words: str, *, apostrophes: bool = True) -> Score:
    """Return the score of the letters and signs beyond ASCII alone: the same ones in every reading.

    With `apostrophes` those within words cost nothing, as little as the ones in ASCII do.
    """
    once = " ".join(dict.fromkeys(words.split(" ")))  # a word says no more when it is repeated
    once = _APOSTROPHE.sub("'", once) if apostrophes else once
    total, mean, language = score(_ASCII.sub("", once)[:_FEW])
    capitals = sum(before.islower() and after.isupper() for before, after in pairwise(once))
    never = len(_SEAMS.findall(words)) + len(_DOTLESS.findall(once))
    return Score(total + _SEAM * (never + capitals), mean, language)


def _readings(body: bytes, evidence: Evidence, taken: tuple[str, str]) -> Iterator[tuple[str, str, str]]:
    seen = {taken}
    sample = evidence.words[:_READ]
    for name in _SINGLE_BYTE:
        if _is_hopeless(sample, name):
            continue
        try:
            reading = sample.decode(name), evidence.lone.decode(name, "replace")
        except UnicodeDecodeError:
            continue
        if reading not in seen and not _C1.search("".join(reading)):
            seen.add(reading)
            yield name, *reading
    for name, words in _multi_byte(body):
        yield name, words, ""


def _is_hopeless(sample: bytes, name: str) -> bool:
    """Return whether too many of the bytes are no letters of any one script, which is quick to see."""
    return all(len(sample.translate(None, known)) > _MOST_UNKNOWN * len(sample) for known in _known_bytes(name))


@cache
def _known_bytes(name: str) -> tuple[bytes, ...]:
    """Return for each script the bytes that stand for its letters, or for signs that touch letters."""
    signs = [bytes([byte]).decode(name, "replace").lower() for byte in range(0x100)]
    return tuple(
        bytes(byte for byte, sign in enumerate(signs) if sign in letters or sign in " \"'«»„“”‘’‚‹›–—…\xa0\xad")
        for letters in letters_by_script()
    )


def _beyond_ascii(body: bytes) -> bytes:
    """Return what of a page's text is more than ASCII, blank by blank: no byte of a letter is a blank in any of these encodings.

    The whole page is asked, as for what is taken: one word of its beginning would always cost less than forty of the rest.
    """
    found = b" ".join(part for part in visible(body).split() if not part.isascii()) or _TAG.sub(b" ", body)
    return found if len(found) <= _READ_MULTI_BYTE else found[:_READ_MULTI_BYTE].rpartition(b" ")[0]


def _multi_byte(body: bytes) -> Iterator[tuple[str, str]]:
    shown = _beyond_ascii(body)
    for name in _MULTI_BYTE:
        try:
            text = shown.decode(name)
        except UnicodeDecodeError:
            continue
        if not _PRIVATE.search(text):
            yield name, " ".join(_ASCII_SIGNS.sub("", word) for word in text.split() if not word.isascii())[:_READ]
