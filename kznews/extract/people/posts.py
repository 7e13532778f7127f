"""The posts of those who sign as holders of an office ("Қазақстан Республикасының Президенті"), which are no names."""

from __future__ import annotations

import re
from functools import lru_cache

from kznews.extract.phrases import key

MAX_POST = 120
"""Letters of a line with a post and who holds it."""
_POSTS = frozenset(
    map(key, ("президенті", "министрі", "төрағасы", "әкімі", "директоры", "ректоры", "басшысы", "бастығы", "жетекшісі",
              "хатшысы", "депутаты", "прокуроры", "орынбасары", "басқарушысы", "меңгерушісі", "қолбасшысы", "елшісі",
              "уәкілі", "өкілі", "төрайымы", "спикері", "премьері"))
)  # fmt: skip
"""Posts with the ending that says whose: no given name and no family has it."""
_OF_OFFICE = re.compile(r"\w{2}(?:[ндт][ыі]ң|[ndt][yiıï][ńñ]|[ندت]ىڭ)$")
"""The genitive: what is somebody's or something's follows it, so it ends no name."""


@lru_cache(maxsize=4096)
def names_post(said: str) -> bool:
    """Return whether a label ends with a post, or a word in it says whose something is ("Әділет министрлігінің").

    Never raises.
    """
    words = said.lower().split() if len(said) <= MAX_POST else []
    return bool(words) and (any(map(_OF_OFFICE.search, words)) or _is_post(words[-1]))


def holder_in(line: str) -> str:
    """Return what stands behind the last post in a line ("Облыс әкімі Қ.Тоқаев" -> "Қ.Тоқаев"), or "". Never raises."""
    words = line.split() if len(line) <= MAX_POST else []
    at = next((at for at in range(len(words) - 1, 0, -1) if _is_post(words[at - 1])), 0)
    return " ".join(words[at:]) if at else ""


def _is_post(word: str) -> bool:
    return key(word.rpartition("-")[2]) in _POSTS
