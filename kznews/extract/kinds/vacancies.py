"""Notices of vacant posts: what they are called, what they ask of whoever applies, and what their data say that they are."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract import jsonld
from kznews.extract.phrases import key
from kznews.extract.texts import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kznews.extract.document import Document
    from kznews.extract.kinds.shown import Shown

MAX_TITLE = 250
"""Letters of what an office calls such a notice, and of a line in it that asks for a CV."""
MAX_LABEL = 60
"""Letters of a line or its beginning that says what follows ("Конкурсқа қатысу үшін қажетті құжаттар:")."""
MIN_ASKED = 2
"""Kinds of such labels, at least. News of a vacant post may list what is asked, and tells the rest in sentences."""
MAX_POSTS = 20
"""Vacancies in a page's data that are looked at."""
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
_WANTED = frozenset(
    map(key, ("керек", "қажет", "іздейді", "іздейміз", "іздеуде", "ізделуде", "шақырады", "шақырамыз", "требуется", "требуются",
              "ищем"))
)  # fmt: skip
"""The last word of a title that looks for somebody ("Газетімізге тілші керек")."""
_OF_PRESS = _stems("тілші", "журналист", "редактор", "корректор", "оператор", "аудармашы", "жүргізуші", "дизайнер", "копирайтер")
_WHOM_FOR = _stems("бізге", "редакция", "газет", "портал", "сайт", "журнал", "телеарна", "радио", "штат", "агентті")
"""Who is wanted by a portal for itself, and what it calls itself."""
_OF_WORK = _stems("түйіндеме", "резюме")
"""What whoever applies sends, and nobody who reads news."""
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


def seeks_own(title: str) -> bool:
    """Return whether a title says that a portal looks for one of the press, and nothing else ("Тілші қажет"). Never raises."""
    *whom, wanted = (key(title).split() if len(title) <= MAX_LABEL else []) or [""]
    if wanted not in _WANTED or not all(word.startswith((*_OF_PRESS, *_WHOM_FOR)) for word in whom):
        return False
    return any(word.startswith(_OF_PRESS) for word in whom)


def is_notice(shown: Shown) -> bool:
    """Return whether a page is a notice of a vacant post, by its data or by its title and its labels. Never raises."""
    lines = [shown.blocks.all[at].text for at in shown.text]
    if is_posting(shown.title, shown.document):
        return True
    return announces_posts(shown.title, lines) or seeks_worker(shown.title, lines)


def is_posting(title: str, document: Document) -> bool:
    """Return whether a page's structured data are those of a vacancy with its title in the page's, and of no article.

    Search engines ask for them on the vacancy's own page alone. Never raises.
    """
    if document.article:
        return False
    posts = islice((node for node in document.structured if node.get("@type") == "JobPosting"), MAX_POSTS)
    return any((post := key(jsonld.string(node.get("title"))[:MAX_TITLE])) and post in key(title) for node in posts)


def seeks_worker(title: str, lines: Sequence[str]) -> bool:
    """Return whether a title says who is wanted, and the text has labels of what is asked and given and asks for a CV.

    News of a want of people tell of it in sentences, and a question ("... үшін не керек?") opens advice. Never raises.
    """
    if len(title) > MAX_TITLE or "?" in title or key(title).rpartition(" ")[2] not in _WANTED:
        return False
    if _labels_in(lines) < MIN_ASKED:
        return False
    return any(word.startswith(_OF_WORK) for line in lines if len(line) <= MAX_TITLE for word in key(line).split())


def announces_posts(title: str, lines: Iterable[str]) -> bool:
    """Return whether a title announces a contest for posts and the lines of the text have labels of what is asked and given.

    A contest of writers or of a sport names no post, and a headline about one for a post says what happened. Never raises.
    """
    said = f" {key(title)}" if len(title) <= MAX_TITLE else ""
    if not said.rpartition(" ")[2].startswith(_ANNOUNCED):  # nearly all headlines
        return False
    named = any(f" {stem}" in said for stem in _POSTS) and any(f" {stem}" in said for stem in _CONTESTS)
    return named and _labels_in(lines) >= MIN_ASKED


def _labels_in(lines: Iterable[str]) -> int:
    """Return how many kinds of such labels lines have."""
    return len({kind for line in lines if (kind := _asked_in(line)) is not None})


def _asked_in(line: str) -> int | None:
    """Return the place in `_ASKED` of what a label at the beginning of a line says, or None."""
    label, colon, _ = line[: MAX_LABEL + 1].partition(":")
    if not colon and (len(line) > MAX_LABEL or ends_sentence(line)):
        return None
    words = key(label).split()
    return next((at for at, stems in enumerate(_ASKED) if any(word.startswith(stems) for word in words)), None)
