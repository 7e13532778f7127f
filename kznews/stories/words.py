"""The words of an article as they are compared: stems of the skeleton, with what is a figure and what is a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from kznews.kazakh.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

STEM: Final = 5
"""Letters of a word that count: endings change between copies, stems hardly do (kazakh.md section 5)."""

_MARK: Final = "^"
_CAPITAL: Final = "A-ZÁÀÄÂÇÉÈÊĞǴÍÌÎÏİÑŃŊÓÒÖÔŞŠÚÙÜÛŪÝŽ\u0401-\u042fҒҚҢӘӨҮҰҺІ"
# A capital inside a sentence: after a word or a comma and a blank, with or without an opening quote.
_NAME: Final = re.compile(f'[{_CAPITAL}](?:(?<=[\\w,»”][ \u00a0].)|(?<=[\\w,»”][ \u00a0][«“"(].))')
# Where no word has a capital, as in Arabic script, surnames are known by their ends, and the word before one is its first name.
_SURNAME: Final = re.compile(
    r"[^\W\d_]{2,}(?:[oe]va?|kizi)(?:[dtn]in?|[dtn][ae]gi|[kg]?[ae]|[dtn][ae]n?|[pmb]en)?|(?:uli|kizi)(?:nin|n[ae]n?)?"
)
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|\^?[^\W\d_][^\W_]*")

_NUMERAL_WORDS: Final = (
    "бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз мың миллион миллиард "
    "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы жиырмасыншы отызыншы"
)
NUMERALS: Final = frozenset(fold(word)[:STEM] for word in _NUMERAL_WORDS.split())
"""Stems of the words for numbers, in whatever script."""


class Kind(Enum):
    """What a word can tell of a text."""

    WORD = auto()
    FIGURE = auto()
    NUMERAL = auto()
    NAME = auto()


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it is compared."""

    stems: list[str]
    """In order; a figure whole, with a decimal point."""
    kinds: list[Kind] = field(repr=False)
    skeleton: str = field(repr=False)
    """Its letters and digits alone: equal for one text in whatever script, spacing and punctuation."""


def read_words(parts: Iterable[str]) -> Words:
    """Return the words of a text that is given in parts (title, lead, paragraphs); no name spans two of them. Never raises."""
    text = "\n".join(parts).replace(_MARK, " ")
    folded = fold(_NAME.sub(rf"{_MARK}\g<0>", text))
    tokens = _TOKEN.findall(folded)
    word, numeral, figure, name = Kind.WORD, Kind.NUMERAL, Kind.FIGURE, Kind.NAME  # asking the class takes as long as the rest
    stems = [token[:STEM] for token in tokens]
    kinds = [numeral if stem in NUMERALS else word for stem in stems]
    for place, token in enumerate(tokens):
        if token[0] <= "9":
            stems[place], kinds[place] = token.replace(",", "."), figure
        elif token[0] == _MARK:
            stems[place], kinds[place] = token[1 : STEM + 1], name
    if text == text.lower():
        _mark_surnames(tokens, kinds)
    skeleton = "".join(tokens).replace(_MARK, "").replace(".", "").replace(",", "")  # tokens hold every letter and digit
    return Words(stems, kinds, skeleton)


def _mark_surnames(tokens: list[str], kinds: list[Kind]) -> None:
    for place, token in enumerate(tokens):
        if _SURNAME.fullmatch(token):
            kinds[place] = Kind.NAME
            if place and kinds[place - 1] is Kind.WORD:
                kinds[place - 1] = Kind.NAME
