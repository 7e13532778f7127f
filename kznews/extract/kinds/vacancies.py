"""Notices of vacant posts: what they are called, and what they ask of whoever applies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.texts import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_TITLE = 250
"""Letters of what an office calls such a notice."""
MAX_LABEL = 60
"""Letters of a line or its beginning that says what follows ("Конкурсқа қатысу үшін қажетті құжаттар:")."""
MIN_ASKED = 2
"""Kinds of such labels, at least. News of a vacant post may list what is asked, and tells the rest in sentences."""
_OPENS = re.compile(r"\s*[:–—!-]|\s*$")
_OFFERS = ("бос жұмыс орны", "бос жұмыс орындары", "бос орындар", "бос орын", "вакансия", "вакансиялар", "жұмысқа шақырамыз",
           "жұмыс ұсынамыз", "вакансии", "қызметке шақырамыз")  # fmt: skip


def _stems(*stems: str) -> tuple[str, ...]:
    return tuple(map(key, stems))


_VACANT = _stems("бос лауазым", "бос әкімшілік", "бос орын", "бос жұмыс", "вакан")
_POSTS = (*_VACANT, *_stems("лауазым", "қызметіне", "қызметке"))
_CONTESTS = (*_VACANT, *_stems("конкурс", "байқау", "іріктеу"))
_ANNOUNCED = _stems(
    "конкурс", "байқау", "іріктеу", "жариялайды", "өткізеді", "хабарландыр", "хабарлайды", "шақырады", "объявлени"
)
"""How the last word of such a title begins: what it is, or what its office does. News say what was done ("жарияланды")."""
_ASKED = (
    _stems("талап", "біліктілік"),
    _stems("міндет", "функционал"),
    _stems("жалақы", "еңбекақы", "айлық"),
    _stems("құжат"),
)
"""What such a notice tells behind labels: what is asked of whoever applies, what to do, what is paid, which papers to bring."""


def offers_work(title: str) -> bool:
    """Return whether a title opens with the words for a vacancy, and nothing or a sign behind them. Never raises."""
    said = title.lower().lstrip(' «"')
    return any(said.startswith(word) and _OPENS.match(said, len(word)) for word in _OFFERS)


def announces_posts(title: str, lines: Iterable[str]) -> bool:
    """Return whether a title announces a contest for posts and the lines of the text have labels of what is asked and given.

    A contest of writers or of a sport names no post, and a headline about one for a post says what happened. Never raises.
    """
    said = f" {key(title)}" if len(title) <= MAX_TITLE else ""
    if not said.rpartition(" ")[2].startswith(_ANNOUNCED):  # nearly all headlines
        return False
    named = any(f" {stem}" in said for stem in _POSTS) and any(f" {stem}" in said for stem in _CONTESTS)
    return named and len({kind for line in lines if (kind := _asked_in(line)) is not None}) >= MIN_ASKED


def _asked_in(line: str) -> int | None:
    """Return the place in `_ASKED` of what a label at the beginning of a line says, or None."""
    label, colon, _ = line[: MAX_LABEL + 1].partition(":")
    if not colon and (len(line) > MAX_LABEL or ends_sentence(line)):
        return None
    words = key(label).split()
    return next((at for at, stems in enumerate(_ASKED) if any(word.startswith(stems) for word in words)), None)
