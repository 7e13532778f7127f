"""What readers can do with an article, and badges on it: words beside the date that are no section's name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.section.names import MAX_SECTION, trimmed
from kznews.extract.selecting import short_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.block import Block

_ALONE = frozenset(
    map(key, ("тыңдау", "сақтау", "бөлісу", "көшіру", "жүктеу", "жазылу", "ұнату", "іздеу", "кіру", "тіркелу", "оралу", "қайту",
              "хабарласу", "сөйлесу", "дыбыстау", "слушать", "поделиться", "сохранить", "listen", "share", "save",
              "эксклюзив", "пікірсіз", "id", "pdf", "e-mail", "email", "rss", "аудио нұсқа", "аудионұсқа", "кері байланыс"))
)  # fmt: skip
"""What buttons and badges say and nothing else; of several words "Денсаулық сақтау" is a section."""
_LAST = frozenset(map(key, ("тыңдау", "қалдыру", "қосу", "бөлісу", "көшіру", "жүктеу", "жазылу", "жіберу")))
"""The last word of what a button says with several words ("Мақаланы тыңдау", "Таңдаулыға қосу")."""
_OTHERWISE = re.compile(r"\S+ş[ae] ok?u|pikir jazu")
"""What "Орысша оқу" and "Пікір жазу" are as skeletons."""


@lru_cache(maxsize=4096)
def names_action(said: str) -> bool:
    """Return whether a text says what readers can do with an article, or what marks it, and is no section. Never raises."""
    action = key(said)
    return action in _ALONE or (" " in action and action.rpartition(" ")[2] in _LAST) or _OTHERWISE.fullmatch(action) is not None


def leads_to_part(near: Sequence[Block]) -> set[str]:
    """Return what links say that lead to another part of their own page ("#respond"). Never raises."""
    links = [link for block in near for link in block.links if len(address := link.get("href") or "") > 1 and address[0] == "#"]
    return {trimmed(short_text(link, MAX_SECTION)) for link in links}
