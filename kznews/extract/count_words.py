"""Words that count views and comments, in every script (formats.md section 5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.count_figures import integer_of, with_plain_figures
from kznews.extract.phrases import key
from kznews.extract.texts import has_digit
from kznews.kazakh.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_LINE = 120
"""A line with section, views, comments and date fits."""


def _any(*words: str) -> str:
    return "|".join(sorted(map(key, words), key=len, reverse=True))


_NUMBER = r"(?<![\d:.,/-])(\d{1,3}(?:\s\d{3})+|\d+)(?![\d:.,/-]*\d)"
_SEEN = _any(
    "рет көрсетілді", "көрсетілді", "рет қаралды", "қаралды", "рет оқылды", "оқылды", "рет көрілді", "көрілді", "қаралым",
    "көрілім", "оқылым", "көрсетілім", "рет",
)
_SEEN_OTHER = _any("просмотров", "просмотра", "просмотр", "views", "view")
_SEEN_PLURAL = _any("просмотры", "reads")
"""Words for many views: behind a figure too, but where another follows, which is then theirs ("Комментарии 5 Просмотры 209")."""
_SEEN_LABEL = _any(
    "қаралды", "қараған", "қаралым", "қаралымы", "қаралымдар", "қаралым саны", "қаралымдар саны", "қаралған", "оқылды", "оқылған",
    "қаралған саны", "оқылған саны", "оқылым", "okunma", "görüntülenme",
    "қараулар", "қараулар саны", "қарау саны", "рет оқылды", "рет қаралды",
    "көрілді", "көрілім", "көрілім саны", "көру саны", "оқылым саны",
    "қаралу саны", "оқылу саны", "көрілу саны", "көрсетілу саны", "көрілген саны", "қарағандар саны", "оқығандар саны",
    "көрсетілім саны", "көрсетілім", "көрсетілімдер", "көрсетілді",
    *(f"{what}{more}" for what in ("оқылым", "көрілім", "көрсетілім") for more in ("дар", "дер", "дар саны", "дер саны")),
)
_SEEN_WITH_COLON = _any(
    "көрілген", "көрілгені", "көру", "көрулер", "көрген", "көрді", "қарау",
    "көрілуі", "көргендер", "қаралғаны", "қаралуы", "қарағандар", "оқылғаны", "оқылуы", "оқығандар"
)
"""Words that a headline may have before a figure as well."""
_SEEN_LABEL_OTHER = _any("просмотров", "просмотры", "прочитано", "views", "хиты", "hits")
_VIEWS = (
    re.compile(rf"(?<!\w)(?:{_SEEN_LABEL}|{_SEEN_LABEL_OTHER})\s*[:–—-]\s*{_NUMBER}"),
    re.compile(rf"(?<!\w)(?:{_SEEN_WITH_COLON})\s*[:–—-]\s*{_NUMBER}"),
    re.compile(rf"{_NUMBER}\s*(?:(?:{_SEEN}|{_SEEN_OTHER})(?!\w)|(?:{_SEEN_PLURAL})(?!\w|\s*[:(–—-]?\s*\d))"),
    re.compile(rf"(?<!\w)(?:{_SEEN_LABEL}|{_SEEN_LABEL_OTHER})\s*{_NUMBER}"),
)
_SAID = _any(
    "пікір", "комментариев", "комментария", "комментарий", "comments", "comment", "responses", "thoughts",
    "ответ к", "ответа к", "ответов к"
)
_ASKS = _any("қалдыру", "қалдыр", "қалдырыңыз", "жазу", "жаз", "жазыңыз", "білдіру", "білдіріңіз", "қосу", "қосыңыз")
"""What asks to write a comment behind the word for one: a figure before "Пікір қалдыру" counts something else."""
_SAID_LABEL = _any(
    "yorum", "yorumlar",
    "пікірлер", "пікір саны", "пікірлер саны", "пікір", "комментариев", "комментарии", "комментарий", "comments", "талқылау"
)
_SAID_AT_END = _any(
    "талқыланды", "айтылған ойлар", "айтылған пікірлер", "жазылған пікірлер",
    "пікірлерді оқу", "пікірлерді көру", "барлық пікірлерді көру", "пікірлерді көрсету", "пікірлерді ашу",
)
"""Words that a headline may have before a figure as well: then it goes on behind that."""
_ALL = "".join(f"(?<!{key(more)} )" for more in ("тағы", "ещё", "more"))
"""Stands before a count of all: a button counts those that it shows behind these words ("Тағы 10 пікір")."""
_ASKED_FOR = "".join(
    f"(?<!{key(verb)} )" for verb in ("оставить", "оставьте", "добавить", "написать", "нет", "no")
)
"""Stands before a count: behind such a word a link asks for a comment or denies any, and what is counted is something else."""
_NONE = _any("жоқ", "жоқ әзірге", "әзірге жоқ", "әлі жоқ", "қалдырылмаған", "әлі қалдырылмаған", "жазылмаған", "нет", "пока нет")
_SAID_BEHIND = rf"(?:{_SAID})(?!\w|\s*[:(]\s*\d| (?:{_NONE}|{_ASKS})(?!\w))"
_COMMENTS = (
    re.compile(rf"(?<!\w)(?:{_SAID_LABEL})\s*(?::\s*\(?|\()\s*{_NUMBER}"),
    re.compile(rf"(?<!\w)(?:{_SAID_AT_END})\s*[:(]\s*{_NUMBER}(?!\s*\w)"),
    re.compile(rf"{_ALL}{_NUMBER}\s*{_SAID_BEHIND}"),
    re.compile(rf"(?<!\w){_ASKED_FOR}(?:{_SAID_LABEL})\s*{_NUMBER}"),
)
_THOUSAND = f"{key('мың')} "
_NO_COMMENTS = re.compile(
    rf"(?:^|[^\w\s]\s?|\d\s)"
    rf"(?:(?:(?:{_any('әзірге', 'қазірше', 'әлі', 'әлі ешқандай', 'пока')}) )?(?:{_SAID_LABEL}):? (?:{_NONE})"
    rf"|{_any('нет комментариев', 'пока нет комментариев', 'no comments', 'no comments yet')})(?=\s*(?:[^\w\s]|$))"
)
"""Words that nobody has commented, alone or set apart by a sign or a figure ("Пікір жоқ", "987 рет оқылды • пікір жоқ")."""
_MAY_SAY_NONE = re.compile(r"ж[оo][қк]|jo[qk]|جوق|нет|no com|лма.ан|lma.an|لماعان", re.IGNORECASE)
_COUNTED_COMMENTS = re.compile(
    rf"(?:{_any('барлығы', 'барлық', 'всего')})?\s*(?:{_SAID_LABEL}|{_SAID_AT_END})(?:\s*[:(]\s*|\s+)\d{{1,6}}\s*\)?"
)
_ENDS_WITH_COUNT = re.compile(r"(?<![\d\s])\s*[:(]\s*\d{1,6}\s*\)?\s*$|^[^\W\d]{4,20}\s\d{1,6}$")
"""A count behind a label; the minutes of an hour ("23:41") are none. Without a sign between it is behind a single word."""
_LABEL_ALONE = re.compile(rf"(?:{_SEEN_LABEL}|{_SEEN_WITH_COLON}|{_SEEN_LABEL_OTHER}|{_SAID_LABEL})")
_TIMES = frozenset(map(key, ("рет", "раз", "рәт", "ұнайды", "ұнады", "ұнамайды", "ұнамады", "лайк", "like", "likes")))
"""What may stand beside a count of its own."""
_ONE_FIGURE = rf"(?!\d{{1,3}}(?:\s\d{{3}})+\s*{_SAID_BEHIND})"
"""A figure whose thousands blanks divide ("3 204 пікір"), not two."""
_BEFORE_COMMENTS = re.compile(rf"{_ONE_FIGURE}{_NUMBER}\s+(?:\| )?\d+\s*{_SAID_BEHIND}")
_COUNTED = re.compile(
    f"{_SEEN}|{_SEEN_OTHER}|{_SEEN_PLURAL}|{_SEEN_LABEL}|{_SEEN_WITH_COLON}|{_SEEN_LABEL_OTHER}|{_SAID}|{_SAID_LABEL}|{_SAID_AT_END}"
)
"""A word that counts views or comments: a line without any is asked no further."""


def is_counter_label(said: str) -> bool:
    """Return whether a label announces a count of views or comments ("Қаралым", "мың қаралым", "К қаралым"). Never raises."""
    label = key(said).removeprefix(_THOUSAND).removeprefix("k ")
    return label in _TIMES or _LABEL_ALONE.fullmatch(label) is not None


def counted_in_words(line: str) -> tuple[int | None, int | None]:
    """Return the views and the comments that a line of plain figures counts in words, None for what it does not. Never raises."""
    folded = fold(line) if any(map(str.isalpha, line)) else ""
    if _COUNTED.search(folded) is None:
        return None, None
    return _first((*_VIEWS, _BEFORE_COMMENTS), folded), _first(_COMMENTS, folded)


def denies_comments(said: str) -> bool:
    """Return whether a line says that nobody has commented ("Пікір жоқ"). Never raises."""
    return _MAY_SAY_NONE.search(said) is not None and _NO_COMMENTS.search(fold(said)) is not None


def counts_comments(line: str) -> bool:
    """Return whether a line counts comments and says nothing else ("Пікірлер (2)", "Всего комментариев: 3"). Never raises."""
    if len(line) > MAX_LINE or not _ENDS_WITH_COUNT.search(line):  # folding costs a hundred times as much
        return False
    return _COUNTED_COMMENTS.fullmatch(fold(line).strip()) is not None


def holds_counter(line: str) -> bool:
    """Return whether a line counts views or comments, whatever else it says. Never raises."""
    folded = fold(with_plain_figures(line)) if has_digit(line) else ""
    return bool(_COUNTED.search(folded)) and _first((*_VIEWS, *_COMMENTS), folded) is not None


def is_counter(line: str) -> bool:
    """Return whether a line counts views or comments and says nothing else. Never raises."""
    if len(line) > MAX_LINE or not has_digit(line):
        return False
    rest = fold(with_plain_figures(line))
    if not _COUNTED.search(rest):  # most lines with a figure
        return False
    for pattern in (*_VIEWS, *_COMMENTS):
        rest = pattern.sub("", rest)
    return not any(map(str.isalnum, rest)) or key(rest) in ("raz", "ret")


def _first(patterns: Sequence[re.Pattern[str]], folded: str) -> int | None:
    match = next((found for pattern in patterns if (found := pattern.search(folded))), None)
    return integer_of(match[1]) if match else None
