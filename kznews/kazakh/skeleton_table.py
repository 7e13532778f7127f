"""The letter table of the skeleton: what each character of any Kazakh alphabet becomes (kazakh.md section 3.3).

Built once at import from short lists, so that a linguist can check the lists and `str.translate` gets one flat dict.
"""

from __future__ import annotations

import unicodedata
from typing import Final

ASCII: Final = 128
_PLACES: Final = 256
_NOBODY: Final = "\ufffe"
"""What a place of a codec table holds when no character has it (Python's own charmap codecs do the same)."""

# Cyrillic. After the plus: the neighbours' letters, old ones, and KZ-1048 read as windows-1251 (ќ ћ ў ј ґ є ї ѕ), none of
# which Kazakh uses. Every Cyrillic letter is listed: one that stayed could make a mixed word of a skeleton.
_CYRILLIC: Final = {
    "a": "аә" + "јӓӑӛӕѧ",
    "b": "б",
    "v": "в",
    "g": "гғ" + "єҕӷѓӻ",
    "d": "д" + "ԁ",
    "e": "еэ" + "ѐӗѣӭѥ",
    "j": "ж" + "җӂӝџђԃԅԇԫ",
    "z": "з" + "ҙӟӡԑ",
    "i": "ыіий" + "ѝӣӥҋӹѵѷ",
    "k": "кқ" + "ќҡҝӄҟԛԟ",
    "l": "л" + "ӆљԉԓԕԡԯ",
    "m": "м" + "ӎ",
    "n": "нң" + "ѕӊҥӈњԋԣԩ",
    "o": "оөё" + "ґӧӫѡѻѽѿ",
    "p": "п" + "ҧԥ",
    "r": "р" + "ҏԗ",
    "s": "сц" + "ҫҵԍ",
    "t": "т" + "ҭԏ",
    "u": "уұү" + "їўӯӱӳѹѫԝ",
    "f": "ф" + "ѳ",
    "h": "хһ" + "ћҳӽӿҩԧ",
    "ç": "ч" + "ҷӵҹҽҿӌԭ",
    "ş": "шщ",
    "ia": "я" + "ѩԙ",
    "iu": "ю" + "ѭ",
    "ks": "ѯ",
    "ps": "ѱ",
    "": "ьъ" + "ӏҍҁ",
}

# Arabic script of Kazakhstan and of the PRC, the neighbours' letters, and the old font encoding, in which
# ئ ذ ة ث ؤ stand for ى ۇ ە ڭ ۋ; hamza only marks front vowels, and the skeleton has none.
_ARABIC: Final = {
    "a": "اآأإٵٱ",
    "b": "ب",
    "v": "ۆڤ",
    "g": "گعغ",
    "d": "د",
    "e": "ەهةېۀہ",
    "j": "جژ",
    "z": "زظض",
    "i": "ىيئیٸ",
    "k": "كقک",
    "l": "ل",
    "m": "م",
    "n": "نڭث",
    "o": "وٶۅ",
    "p": "پ",
    "r": "ر",
    "s": "سص",
    "t": "تط",
    "u": "ۇۋذؤۈٷ",
    "f": "ف",
    "h": "حھخ",
    "ç": "چ",
    "ş": "ش",
    "": "ءٴـ",
}

# Latin letters whose skeleton is not their base letter.
_LATIN: Final = {
    "i": "yıɪÿŷȳỳỹ",
    "u": "wýŵẁẃẅ",
    "k": "q",
    "h": "xħ",
    "s": "cß",
    "ş": "şšśșŝ",
    "ç": "çčćĉċ",
    "a": "əæ",
    "o": "ɵøœ",
    "n": "ŋ",
    "d": "đð",
    "l": "ł",
    "t": "þŧ",
    "e": "ǝ",
}

_DELETED: Final = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
    "'\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u2032\uff07`\u00b4\u02ca\u02cb\u02ba"
)
_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SIGNS: Final = {
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d",
    '"': "«»“”„‟″",
    ",": "،٬",
    ";": "؛",
    "?": "؟",
    ".": "۔٫",
    "%": "٪",
}
_IDENTITY_RANGES: Final = ((0x20, 0x530), (0x600, 0x700), (0x2010, 0x20D0), (0x2100, 0x2160))


def _lists() -> dict[str, str]:
    table: dict[str, str] = {}
    for group in (_CYRILLIC, _ARABIC, _LATIN, _SIGNS):
        for target, letters in group.items():
            table.update(dict.fromkeys(letters, target))
    table.update(dict.fromkeys(_SPACES, " "))
    table.update(dict.fromkeys(_DELETED, ""))
    return table


def _base_letters(table: dict[str, str]) -> dict[str, str]:
    """Return the Latin letters with marks that `table` does not name, each with its base letter's skeleton."""
    found: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if chr(code) not in table and base.isascii() and base.isalpha():
            found[chr(code)] = table.get(base, base)
    return found


def _digits_and_forms(table: dict[str, str]) -> dict[str, str]:
    """Return digits of other scripts as 0 to 9, and presentation forms as what they stand for."""
    found: dict[str, str] = {}
    for code in (*range(0x660, 0x66A), *range(0x6F0, 0x6FA)):
        found[chr(code)] = str(unicodedata.digit(chr(code)))
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF), *range(0xFF01, 0xFF5F)):
        plain = unicodedata.normalize("NFKC", chr(code)).lower()
        if plain != chr(code):
            found[chr(code)] = "".join(table.get(letter, letter) for letter in plain)
    return found


def build() -> dict[int, str]:
    """Return the table for `str.translate`: code point to its skeleton; marks and hidden characters to nothing.

    Common characters that stay are listed as themselves, because a miss costs `str.translate` an exception.
    """
    table = _lists()
    table |= _base_letters(table)
    marks = (*range(0x300, 0x370), *range(0x483, 0x48A), *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6ED))
    for code in marks:
        if unicodedata.category(chr(code)) in {"Mn", "Me"}:
            table[chr(code)] = ""
    table |= _digits_and_forms(table)  # some forms stand for a letter with a mark
    flat = {ord(letter): target for letter, target in table.items()}
    for first, last in _IDENTITY_RANGES:
        for code in range(first, last):
            flat.setdefault(code, chr(code))
    return flat


def common() -> str:
    """Return the 256 places of a byte codec: ASCII in its own places, then the common lower-case letters and signs."""
    letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі" + "áǵıńóúýäğñöşüūçŋïéí" + "ابپتجچحدرزسشعفقكگلمنوۆۇۋىيەھڭءئ"
    signs = "«»“”„–—\u2019…•№₸€°،\u00a0"
    table = "".join(map(chr, range(ASCII))) + letters + signs
    return table + _NOBODY * (_PLACES - len(table))


def byte_tables(places: str, table: dict[int, str]) -> tuple[bytes, bytes]:
    """Return, for the codec `places`, the `bytes.translate` table that does what `table` does, and the bytes it deletes.

    я and ю are written without their i here: fold drops an i in front of a vowel anyway.
    """
    targets = [table.get(ord(letter), letter)[-1:] for letter in places]
    kept = bytes(ord(target) if target and ord(target) < ASCII else place for place, target in enumerate(targets))
    return kept, bytes(place for place, target in enumerate(targets) if not target)
