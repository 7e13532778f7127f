"""Kazakh carried from one script to another, for readers and for search: never stored in place of what a portal published.

Tables: `alphabets` of docs/kazakh.md (the drafts of 2018 and 2021, töte jazu as Kazakhstan's portals write it). What a Latin or
Arabic spelling has thrown away cannot come back by letters alone; each function says how many words do (measured on
simulated text: the sentences of KazNERD carried there and back).
"""

from __future__ import annotations

import re

from kznews.kazakh.text import clean

_PLAIN_2021 = {"ө": "ö", "ш": "ş", "щ": "şş", "ц": "ts", "ч": "ch", "ё": "io", "ю": "iu", "я": "ia", "ъ": "", "ь": ""}
_TO_2021 = {
    **dict(zip("аәбвгғдежзийкқлмнңопрстуұүфхһыіэ", "aäbvgğdejziikqlmnñoprstuūüfhhyıe", strict=True)),
    **_PLAIN_2021,
}
_PLAIN_ARABIC = {"ц": "تس", "щ": "شش", "ё": "و", "ю": "يۋ", "я": "يا", "ъ": "", "ь": ""}
_TO_ARABIC = {
    **dict(zip("аәбвгғдежзийкқлмнңоөпрстуұүфхһчшыіэ", "اابۆگعدەجزييكقلمنڭووپرستۋۇۇفحھچشىىە", strict=True)),
    **_PLAIN_ARABIC,
}
_TO_ARABIC_SIGNS = str.maketrans({",": "،", "?": "؟", ";": "؛"})
# The hamza in front makes a word's vowels soft; г, к, е and э do so by themselves.
_SOFT = re.compile("[әөүі]")
_SOFT_ANYWAY = re.compile("[гкеэ]")
_HAMZA = "ء"

_CYRILLIC_WORD = re.compile("[\u0400-\u0481\u048a-\u052f]+")
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+")
# Addresses stay as they are; a sentence glued to the next by its full stop is none.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+|@\w+|\b[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}"
    r"\.(?:com|edu|gov|info|io|kg|kz|me|media|net|org|ru|tv|uz)\b"
)

_FROM_2018 = str.maketrans(dict(zip("aábvgǵdejzıkqlmnńoóprstýuúfhyi", "аәбвгғдежзикқлмнңоөпрстуұүфхыі", strict=True)))
_LOANS_IN_E = (
    "konom|kolog|lektr|kspo|kran|nerg|tap|fır|pıd|kspert|ksport|mbl|stet|tnıka|tnos|volıýt|kvator|kskýr|lıta|motsı|pızod|stafet"
    "|tıka|lchi|kıpaj|kzam|l[mv]ıra"
)
_VOWELS = "aáeoóuúyiýı"
# In this order: what is longer comes first. ı is й after a vowel and и elsewhere, and part of я and ю before a and ý.
_RULES_2018 = tuple(
    (re.compile(pattern), cyrillic)
    for pattern, cyrillic in (
        ("i(?=[aouúóý])", "ı"),  # The capital of ı is I, which is also that of i.
        ("shsh", "щ"),
        ("sh", "ш"),
        ("ch", "ч"),
        ("^ts|ts(?=ı)|(?<=pro)ts|(?<=kon)ts(?=er)", "ц"),
        ("ıa(?=rd|log|gn|lekt)", "иа"),
        ("ııa", "ия"),
        ("ııý", "ию"),
        ("^iá", "иә"),
        (f"(?:^|(?<=[{_VOWELS}]))ıa", "я"),
        ("ıa", "ия"),
        ("ıý", "ю"),
        (f"(?<=[{_VOWELS}])ı", "й"),
        (f"^e(?={_LOANS_IN_E})", "э"),
        ("(?<=шa)h(?=ar)|(?<=sá)h|(?<=ja)h(?=an)|(?<=qa)h(?=ar)|(?<=gaý)h|(?<=jı)h(?=a)|(?<=aıda)h(?=ar)", "һ"),
    )
)
_ROMAN = re.compile("[IVXLCDM]+")
_NOT_KAZAKH = re.compile("[wx]|c(?!h)")


def to_latin_2021(text: str) -> str:
    """Return the text with its Cyrillic words in the Latin of the 2021 draft, for display; the rest unchanged.

    Nothing a Kazakh reader needs is lost, but и and й, х and һ, е and э fall together and ь, ъ disappear. Never raises.

    >>> to_latin_2021("Қазақстанның жаңа әліпбиі")
    'Qazaqstannyñ jaña älıpbiı'
    """
    return _CYRILLIC_WORD.sub(_latin_word, text)


def to_arabic(text: str) -> str:
    """Return the text with its Cyrillic words in Arabic script (töte jazu, as Kazakhstan's portals write it), for display.

    Comma, question mark and semicolon follow the script where the text has Cyrillic words. Never raises.

    >>> to_arabic("Сәлем, әлем")
    'سالەم، الەم'
    """
    if not _CYRILLIC_WORD.search(text):
        return text
    return _CYRILLIC_WORD.sub(_arabic_word, text).translate(_TO_ARABIC_SIGNS)


def from_latin_2018(text: str) -> str:
    """Return the text with words in the Latin of 2018 (á ǵ ı ń ó ú ý, sh, ch) in Cyrillic, for display and search; NFC.

    Words with w, x or a bare c, Roman numerals and addresses stay: they are foreign. Lost and not restored are ь, ъ, ё, doubled
    consonants of portals that drop them, and most of э, һ, щ and ц. Never raises.

    >>> from_latin_2018("Qazaqstannyń jańa álipbıi týraly")
    'Қазақстанның жаңа әліпбиі туралы'
    """
    # A mark that follows a word may compose with its last letter once that is Cyrillic.
    parts: list[str] = []
    text, at = clean(text), 0
    for address in _ADDRESS.finditer(text):
        parts += (_LATIN_WORD.sub(_cyrillic_word, text[at : address.start()]), address.group())
        at = address.end()
    return clean("".join((*parts, _LATIN_WORD.sub(_cyrillic_word, text[at:]))))


def _latin_word(word: re.Match[str]) -> str:
    return _cased("".join(_TO_2021.get(letter, letter) for letter in word.group().lower()), word.group(), dotless=True)


def _arabic_word(word: re.Match[str]) -> str:
    letters = word.group().lower().replace("ия", "я")
    hamza = _HAMZA if _SOFT.search(letters) and not _SOFT_ANYWAY.search(letters) else ""
    return hamza + "".join(_TO_ARABIC.get(letter, letter) for letter in letters)


def _cyrillic_word(word: re.Match[str]) -> str:
    shown = word.group()
    letters = shown.replace("İ", "i").lower()
    if _NOT_KAZAKH.search(letters) or (len(shown) > 1 and _ROMAN.fullmatch(shown)):
        return shown
    for pattern, cyrillic in _RULES_2018:
        letters = pattern.sub(cyrillic, letters)
    return _cased(letters.translate(_FROM_2018), shown, dotless=False)


def _cased(letters: str, shown: str, *, dotless: bool) -> str:
    """Give converted letters the case of the word shown; in the 2021 Latin the capital of i is İ, that of ı is I."""
    if not shown[:1].isupper():
        return letters
    spelt = shown.replace("Sh", "SH").replace("Ch", "CH")
    count = len(letters) if len(shown) > 1 and spelt.isupper() else 1
    capitals = letters[:count].replace("i", "İ") if dotless else letters[:count]
    return capitals.upper() + letters[count:]
