"""Large pages of other shapes than furnished ones: what makes them large stands in no box that tells what it is.

A reader that knows furniture by its names alone pays for all of it here. Words are drawn from a fixed seed.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.pages import SIZE, SavedPage, engine_pages, fixtures, takes_furniture, words

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[random.Random], str]

_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>.*?</p>", re.DOTALL)


def shaped(count: int, shape: str) -> list[SavedPage]:
    """Return `count` pages of about 200 kB, half of declared portals, half of engines nobody declared, of one of SHAPES."""
    chance = random.Random(1)
    declared, engines = ([page for page in found if takes_furniture(page)] for found in (fixtures(), engine_pages()))
    chosen = chance.sample(declared, count - count // 2) + chance.sample(engines, min(count // 2, len(engines)))
    behind_text, make = SHAPES[shape]
    grown = (_grown(page, make, chance, behind_text=behind_text) for page in chosen)
    return [page for page in grown if page is not None]


def _grown(page: SavedPage, make: Maker, chance: random.Random, *, behind_text: bool) -> SavedPage | None:
    markup = page.body.decode()
    at = markup.lower().rindex("</body>")
    if behind_text:
        longest = max(_PARAGRAPH.finditer(markup), key=lambda found: len(found[0]), default=None)
        if longest is None:
            return None
        at = longest.end()
    made, room = list[str](), SIZE - len(page.body)
    while room > 0:
        made.append(make(chance))
        room -= len(made[-1].encode())
    return replace(page, body=f"{markup[:at]}{''.join(made)}{markup[at:]}".encode())


def _sentences(chance: random.Random, number: int) -> str:
    return " ".join(f"{words(chance, 7, 18)}." for _ in range(number))


def _paragraph(chance: random.Random) -> str:
    return f"<p>{_sentences(chance, 4)}</p>\n"


def _card(chance: random.Random) -> str:
    number = chance.randrange(10**6)
    return (
        f'<div class="item"><a href="/news/{number}"><img src="/i/{number}.jpg" alt=""><h3>{words(chance, 5, 9)}</h3></a>'
        f"<span>{chance.randint(1, 28)} Сәуір, 2018</span><p>{words(chance, 10, 18)}.</p></div>\n"
    )


def _links(chance: random.Random) -> str:
    made = (f'<li><a href="/news/{chance.randrange(10**6)}">{words(chance, 5, 9)}</a></li>\n' for _ in range(20))
    return f"<ul>{''.join(made)}</ul>\n"


def _comment(chance: random.Random) -> str:
    return f"<div><b>{words(chance, 1, 2)}</b> <i>{chance.randint(1, 28)}.04.2018</i><p>{_sentences(chance, 2)}</p></div>\n"


SHAPES: dict[str, tuple[bool, Maker]] = {
    "one long text": (True, _paragraph),
    "cards without a box": (False, _card),
    "lists of links": (False, _links),
    "comments without a box": (False, _comment),
}
"""Shape -> whether it stands behind the article's longest paragraph (else at the page's end), and what makes a piece of it."""
