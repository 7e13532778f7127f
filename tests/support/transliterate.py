"""Kazakh Cyrillic in the other alphabets, by tables of our own: what a portal's converter would print."""

from __future__ import annotations

import re

CYRILLIC_LETTERS = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я"
CYRILLIC = CYRILLIC_LETTERS.split()
ALPHABETS = {
    "latin 2017": "a a' b v g g' d e i'o j z i' i' k q l m n n' o o' p r s t y' u u' f h h ts c' s' s'c' - y i - e i'y' i'a",
    "latin 2018": "a á b v g ǵ d e ıo j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh shsh - y i - e ıý ıa",
    "latin 2021": "a ä b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ch ş şş - y ı - e iu ia",
    "latin 2019": "a ä b v g ğ d e io j z ı ı k q l m n ŋ o ö p r s t u ū ü f h h ts ch ş şş - y i - e iu ia",
    "qazaqparat": "a ä b v g ğ d e yo j z ï y k q l m n ñ o ö p r s t w u ü f x h c ç ş şç - ı i - é yw ya",
    "gh/sh": "a ә b v g gh d e yo j z iy y k q l m n ng o ö p r s t u ú ý f h h ts ch sh shsh - y i - e yu ya",
    "arabic": "ا ا ب ۆ گ ع د ە و ج ز ي ي ك ق ل م ن ڭ و و پ ر س ت ۋ ۇ ۇ ف ح ھ تس چ ش شش - ى ى - ە يۋ يا",
}
_OLD_FONT = str.maketrans("ىۇەڭۋۆ", "ئذةثؤأ")


def transliterate(text: str, alphabet: str) -> str:
    """Return Kazakh Cyrillic `text` in `alphabet`; case is lost."""
    letters = dict(zip(CYRILLIC, ALPHABETS[alphabet].replace("-", "").split(" "), strict=True))
    written = "".join(letters.get(letter, letter) for letter in text.lower())
    if alphabet == "arabic":
        return re.sub(r"\w+", _with_hamza, written)
    return written


def _with_hamza(match: re.Match[str]) -> str:
    """Put the hamza of front vowels before words that may have one; the skeleton drops it in any case."""
    word = match.group()
    return word if re.search("[گكە]", word) else "ء" + word


def old_font(arabic: str) -> str:
    """Return Arabic-script text as the old font encoding writes it."""
    return arabic.translate(_OLD_FONT)
