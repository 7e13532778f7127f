"""Acts of offices that papers print: decisions, orders and laws, with their number and their signature in tables."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.texts import ends_sentence, is_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kznews.extract.block import Block

MAX_NAME = 160
"""Letters of the line that says whose act it is and of what kind."""
OPENING = 10
"""Lines of a text's box among which that one stands: the day, counters and the state's arms may stand before it."""
MAX_NUMBER, LINES = 100, 3
"""Letters of a line with day and number under it, and how many such lines may be there."""
_KINDS = frozenset(
    map(key, ("шешім", "шешімі", "шешімдері", "қаулы", "қаулысы", "бұйрық", "бұйрығы", "өкім", "өкімі", "жарлық", "жарлығы",
              "заңы", "қарар", "қарары", "решение", "постановление", "приказ", "распоряжение", "указ"))
)  # fmt: skip
"""What acts are called; in Kazakh the word stands behind the office's name ("... мәслихатының шешімі")."""


@lru_cache(maxsize=2048)
def names_act(line: str) -> bool:
    """Return whether a line is the name of an act: an office's name and what the act is, no sentence. Never raises."""
    if len(line) > MAX_NAME or ends_sentence(line):
        return False
    words = key(line).split()
    return len(words) > 1 and words[-1] in _KINDS


def opens_with_act(inside: Iterable[Block]) -> bool:
    """Return whether one of the first lines of a text is the name of an act. Never raises."""
    return _name_at(inside) >= 0


def number_of_act(inside: Sequence[Block]) -> dict[Block, str]:
    """Return the lines with day and number right under the name of an act, each with what it says: no dateline of the page.

    So is the name itself where it has the number in it ("Аудан мәслихатының 2020 жылғы 5 мамырдағы № 61-2 шешімі"). Never raises.
    """
    name = _name_at(inside)
    if name < 0:
        return {}
    first = inside[name : name + 1] if "№" in inside[name].text else []
    lines = [*first, *takewhile(_numbers, inside[name + 1 : name + 1 + LINES])]
    return {block: " ".join(block.text.split()) for block in lines}


def _name_at(inside: Iterable[Block]) -> int:
    """Return the place of the name of an act among the first lines of a text, -1 where none is one."""
    return next((at for at, block in enumerate(islice(inside, OPENING)) if names_act(block.text)), -1)


def _numbers(block: Block) -> bool:
    return len(block.text) <= MAX_NUMBER and not block.links and ("№" in block.text or is_date(block.text))
