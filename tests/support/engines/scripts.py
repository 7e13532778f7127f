"""Cyrillic words as a portal's own converter shows them in Latin or Arabic script (written for the tests alone)."""

from __future__ import annotations

import re

ACUTE = dict(
    zip(
        "абвгғдежзийкқлмнңоөпрстуұүфхһыіэә",
        [
            "a",
            "b",
            "v",
            "g",
            "ǵ",
            "d",
            "e",
            "j",
            "z",
            "ı",
            "ı",
            "k",
            "q",
            "l",
            "m",
            "n",
            "ń",
            "o",
            "ó",
            "p",
            "r",
            "s",
            "t",
            "ý",
            "u",
            "ú",
            "f",
            "h",
            "h",
            "y",
            "i",
            "e",
            "á",
        ],
        strict=True,
    ),
) | {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ь": "", "ё": "ıo", "ю": "ıý", "я": "ıa"}
UMLAUT = (
    ACUTE
    | dict(zip("ғңөұүшіәуий", ["ǧ", "ŋ", "ö", "ū", "ü", "ş", "ı", "ä", "u", "i", "i"], strict=True))
    | {"ю": "iu", "я": "ia", "ё": "io"}
)
ARABIC = dict(
    zip(
        "аәбвгғдежзийкқлмнңоөпрстуұүфхһчшыіэ",
        [
            "ا",
            "ا",
            "ب",
            "ۆ",
            "گ",
            "ع",
            "د",
            "ە",
            "ج",
            "ز",
            "ي",
            "ي",
            "ك",
            "ق",
            "ل",
            "م",
            "ن",
            "ڭ",
            "و",
            "و",
            "پ",
            "ر",
            "س",
            "ت",
            "ۋ",
            "ۇ",
            "ۇ",
            "ف",
            "ح",
            "ھ",
            "چ",
            "ش",
            "ى",
            "ى",
            "ە",
        ],
        strict=True,
    ),
) | {"ц": "تس", "щ": "شش", "ъ": "", "ь": "", "ё": "يو", "ю": "يۋ", "я": "يا"}
POINTS = str.maketrans({",": "،", "?": "؟", ";": "؛"})
FRONT = re.compile("[әөүі]")
HARD = re.compile("[екг]")
CYRILLIC = re.compile("[Ѐ-ӿ]+")


def _latin(letters: dict[str, str], word: str) -> str:
    out = [letters.get(letter.lower(), letter) for letter in word]
    cased = [new.capitalize() if old.isupper() else new for old, new in zip(word, out, strict=True)]
    text = "".join(cased)
    return text.upper() if len(word) > 1 and word.isupper() else text


def _arabic(word: str) -> str:
    low = word.lower()
    hamza = "ء" if FRONT.search(low) and not HARD.search(low) else ""
    return hamza + "".join(ARABIC.get(letter, letter) for letter in low.replace("ия", "я"))


def written(text: str, alphabet: str) -> str:
    """Return Cyrillic text in "cyrl", "acute", "umlaut" or "arabic" letters."""
    if alphabet == "cyrl":
        return text
    if alphabet == "arabic":
        text = re.sub(r"(?<=\d),(?=\d)", "\x00", text)
        return CYRILLIC.sub(lambda found: _arabic(found[0]), text).translate(POINTS).replace("\x00", ",")
    letters = ACUTE if alphabet == "acute" else UMLAUT
    return CYRILLIC.sub(lambda found: _latin(letters, found[0]), text)
