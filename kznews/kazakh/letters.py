"""Look-alike letters: words that mix Cyrillic and Latin, repaired for comparison only.

The table is the one measured on Kazakh pages (docs/kazakh.md): a Latin i in "Қазiргi", a Latin C in "Cемей",
Cyrillic letters left in Latin editions. Stored text is never changed by this module.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LATIN_TO_CYRILLIC: Final[Mapping[str, str]] = MappingProxyType(
    dict(zip("aAeEoOcCpPxXyYiIhHkKMTBəƏ", "аАеЕоОсСрРхХуУіІһҺкКМТВәӘ", strict=True))
)
"""Latin letters that look like a Cyrillic one, and that Cyrillic letter."""

CYRILLIC_TO_LATIN: Final[Mapping[str, str]] = MappingProxyType({cyrillic: latin for latin, cyrillic in LATIN_TO_CYRILLIC.items()})
"""The same pairs the other way round."""

_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0250-\u02af\u1e00-\u1eff"
_CYRILLIC: Final = "\u0400-\u0482\u048a-\u052f"
_LATIN_RUN: Final = re.compile(f"[{_LATIN}]+")
_ANY_CYRILLIC: Final = re.compile(f"[{_CYRILLIC}]")
# Starts at the beginning of a word only and never steps back, so each letter is looked at a fixed number of times.
_MIXED_WORD: Final = re.compile(
    f"(?<![{_LATIN}{_CYRILLIC}])(?:[{_LATIN}]++[{_CYRILLIC}]|[{_CYRILLIC}]++[{_LATIN}])[{_LATIN}{_CYRILLIC}]*+"
)
_LATIN_TWINS: Final = re.compile(f"[{''.join(LATIN_TO_CYRILLIC)}]")
_CYRILLIC_TWINS: Final = re.compile(f"[{''.join(CYRILLIC_TO_LATIN)}]")
_TO_CYRILLIC: Final = str.maketrans(dict(LATIN_TO_CYRILLIC))
_TO_LATIN: Final = str.maketrans(dict(CYRILLIC_TO_LATIN))


def repair_mixed(text: str) -> str:
    """Return `text` with the look-alikes of mixed-script words set to the script that has more unambiguous letters.

    Ties go to Cyrillic. Words of one script are left alone, and so are letters without a twin ("бөлісуTelegram" keeps
    its t, l, g, r, m). For comparison only, never for storage. Never raises; linear. Source: kazakh.md section 6.2.
    """
    return _MIXED_WORD.sub(_repair_word, text) if _has_mixed_word(text) else text


def _has_mixed_word(text: str) -> bool:
    # Looking at the neighbours of Latin runs is much cheaper than looking at every word: most texts have few of them.
    if _ANY_CYRILLIC.search(text) is None:
        return False
    for run in _LATIN_RUN.finditer(text):
        start, end = run.span()
        if _ANY_CYRILLIC.match(text, end) or (start and _ANY_CYRILLIC.match(text, start - 1)):
            return True
    return False


def _repair_word(match: re.Match[str]) -> str:
    word = match.group()
    # Letters of one script only are evidence of what the word was meant to be; look-alikes are not.
    latin = sum(map(len, _LATIN_RUN.findall(word)))
    cyrillic = len(word) - latin - len(_CYRILLIC_TWINS.findall(word))
    return word.translate(_TO_LATIN if latin - len(_LATIN_TWINS.findall(word)) > cyrillic else _TO_CYRILLIC)
