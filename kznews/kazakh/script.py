"""The script of a text, by counting letters.

The host, the path and the language label of a page do not tell its script (formats.md section 6): the letters do.
"""

from __future__ import annotations

import re
from typing import NamedTuple

CYRILLIC = "\u0400-\u0481\u048a-\u052f\u1c80-\u1c88\ua640-\ua66e\ua680-\ua69b"
LATIN = (
    "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1d00-\u1d25\u1e00-\u1eff\u2c60-\u2c7f\ua722-\ua787"
    "\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a"
)
ARABIC = (
    "\u0620-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08c7"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdfb\ufe70-\ufefc"
)

_CYRILLIC_RUN = re.compile(f"[{CYRILLIC}]+")
_LATIN_RUN = re.compile(f"[{LATIN}]+")
_ARABIC_RUN = re.compile(f"[{ARABIC}]+")
_WORD_RUN = re.compile(r"[^\W\d_]+")
_CYRILLIC_BLOCK, _SIGNS_BLOCK = 0x04, 0x20
_CYRILLIC_SIGN = re.compile("[\u0482-\u0489]")
_NOT_LATIN = bytes(code for code in range(0x100) if _LATIN_RUN.match(chr(code)) is None)


class Letters(NamedTuple):
    """How many letters of each script a text has; `other`, letters of every other script, is 0 where it could not win."""

    cyrillic: int
    arabic: int
    latin: int
    other: int

    @property
    def script(self) -> str:
        """The ISO 15924 code of the script with the most letters, "Zyyy" for none or for another script."""
        # The order breaks ties: a text half in Cyrillic is more often Kazakh than one half in Latin letters.
        ranked = (("Cyrl", self.cyrillic), ("Arab", self.arabic), ("Latn", self.latin), ("Zyyy", self.other))
        code, count = max(ranked, key=lambda pair: pair[1])
        return code if count else "Zyyy"


def count_letters(text: str) -> Letters:
    """Return how many letters of each script the text has; never raises."""
    # Most texts hold nothing but Cyrillic, Latin-1 and typographic signs: then the high bytes tell in a tenth of the time.
    high = text.encode("utf-16-le", "surrogatepass")[1::2]
    cyrillic = high.count(_CYRILLIC_BLOCK)
    if high.count(0) + cyrillic + high.count(_SIGNS_BLOCK) == len(high) and _CYRILLIC_SIGN.search(text) is None:
        return Letters(cyrillic, 0, len(text.encode("latin-1", "ignore").translate(None, _NOT_LATIN)), 0)
    return _count_each(text)


def _count_each(text: str) -> Letters:
    cyrillic, arabic, latin = (_length(run, text) for run in (_CYRILLIC_RUN, _ARABIC_RUN, _LATIN_RUN))
    known = cyrillic + arabic + latin
    # The dearest count of the four, and idle wherever three scripts leave no room for others.
    possible = len(text) - known > max(cyrillic, arabic, latin)
    return Letters(cyrillic, arabic, latin, max(0, _length(_WORD_RUN, text) - known) if possible else 0)


def script_of(text: str) -> str:
    """Return "Cyrl", "Latn" or "Arab" (ISO 15924), whichever has the most letters, or "Zyyy"; never raises.

    "Zyyy" means that there are no letters, or more of some other script than of these three. Ties go to Cyrillic, then to
    Arabic.

    >>> script_of("Астана, Qazaqstan"), script_of("Алматы"), script_of("2025")
    ('Latn', 'Cyrl', 'Zyyy')
    """
    return count_letters(text).script


def _length(run: re.Pattern[str], text: str) -> int:
    return sum(map(len, run.findall(text)))
