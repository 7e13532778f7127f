"""The regards with which a letter or a congratulation ends, right before its author's name ("Ізгі ниетпен, ...")."""

from __future__ import annotations

from functools import lru_cache

from kznews.extract.phrases import key

MAX_REGARDS = 60
"""Letters of the longest regards ("Шын жүректен ізгі тілекпен")."""
MAX_WORDS = 4
_ENDS = frozenset(
    map(key, ("ниетпен", "тілекпен", "тілектермен", "құрметпен", "ізетпен", "сәлеммен", "ілтипатпен", "сағынышпен", "уважением",
              "уважениемен", "ықыласпен"))
)  # fmt: skip
"""What regards end with: "with ... wishes, respect, greetings"."""
_ON_BEHALF = key("атынан")
_WORDS = frozenset(
    map(key, ("ізгі", "игі", "ақ", "зор", "терең", "шынайы", "шын", "жүректен", "үлкен", "шексіз", "жылы", "аса", "с", "глубоким",
              "және", "мен", "пен", "құрмет", "ілтипат", "сәлем", "ықылас"))
) | _ENDS  # fmt: skip


@lru_cache(maxsize=256)
def is_regards(line: str) -> bool:
    """Return whether a line is regards and nothing else ("Зор құрметпен,"), or says for whom somebody signs. Never raises."""
    if len(line) > MAX_REGARDS:
        return False
    words = key(line).split()
    if not 0 < len(words) <= MAX_WORDS:
        return False
    return (words[-1] in _ENDS and _WORDS.issuperset(words)) or (words[-1] == _ON_BEHALF and line.rstrip()[-1:] in (":", ","))


def without_regards(line: str) -> str:
    """Return a line without regards and the comma, colon or dash behind them. Never raises."""
    for mark in (",", ":", " –", " —", " -"):
        said, found, name = line.partition(mark)
        if found and is_regards(f"{said}{mark}"):
            return name.strip()
    return line
