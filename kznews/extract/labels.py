"""Labels before the values of an article ("Авторы: ...", "Категория: ..."), in every script: compared as skeletons."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kznews.extract.phrases import MAX_LINE, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.extract.block import Block

MAX_LABEL = 24
"""Letters of the longest label ("дайындаған және аударған")."""
MAX_VALUE = 60
"""A name with a title of office, or a section."""

_ASKED = ("сұхбаттасқан", "әңгімелескен", "сөйлескен")
ASKED_LABELS: Final = frozenset(map(key, (*_ASKED, "беседовал", "беседовала")))
"""What stands before the name of who asked the questions of an interview, without a colon."""
_WRITTEN = (
    "мақаланы", "материалды", "мәтінді", "сұхбатты", "әңгімені", "шолуды", "сараптаманы", "репортажды", "очеркті", "бағанды",
    "жазбаны",
)  # fmt: skip
_MADE = ("жазған", "дайындаған", "әзірлеген", "жүргізген", "жазып алған")
WROTE_LABELS: Final = frozenset(
    map(key, (*_ASKED, *_MADE[:3], "жазып алған", "сұхбат жүргізген", "тілшіміз", "тілшілеріміз", "дайындап аударған",
              "әзірлеп аударған", "дайындаған және аударған", "әзірлеген және аударған",
              *(f"{what} {did}" for what in _WRITTEN for did in _MADE)))
)  # fmt: skip
"""Labels that say what somebody did, or that he is ours: whose name stands behind needs no sign between."""
AUTHOR_LABELS: Final = ASKED_LABELS | WROTE_LABELS | frozenset(
    map(key, ("автор", "авторы", "авторлары", "авторлар", "мақала авторы", "мәтін", "мәтіні", "мәтін авторы", "жариялаған",
              "жариялады", "дайындады", "жолдаған",
              "қосқан", "енгізген", "орналастырған", "қолтаңба", "материалды дайындаған", "материалды әзірлеген",
              "тілші", "тілшісі", "меншікті тілші", "арнайы тілші", "жіберген", "жазғандар", "дайындағандар", "әзірлегендер",
              "материал авторы", "баған авторы", "авторы мен фотосы", "автор және фото", "сөзін жазып алған", "тілшілер",
              "шолушы", "колумнист", "сұхбат алған", "журналист", "подготовил", "подготовила", "текст", "автор текста",
              "фото мен мәтін", "мәтін мен фото",
              "сурет пен мәтін", "мәтін мен сурет", "мәтіні мен суреті", "түсірген және жазған", "жазған және түсірген",
              "текст и фото", "жүргізуші", "by", "posted by", "written by", "добавил", "добавила", "опубликовал",
              "опубликовала", "разместил", "разместила", "author", "authors", "journalist",
              "yazan", "yazar", "avtor", "avtory", "mätin",
              "اۆتور"))
)  # fmt: skip
HOST_LABELS: Final = frozenset(map(key, ("жүргізуші",)))
"""Who presents a broadcast is its author where nobody is named who reported."""
TEXT_LABELS: Final = frozenset(map(key, ("мәтін", "мәтіні", "мәтін авторы", "жазған", "дайындаған", "әзірлеген", "mätin")))
"""Those of them that speak of the text and not of a picture."""
TRANSLATOR_LABELS: Final = frozenset(
    map(key, ("аударған", "мақаланы аударған", "мәтінді аударған", "материалды аударған", "аудармашы", "аудармашысы",
              "тәржімалаған", "тәржімелеген", "тәржімашы", "қазақшалаған", "перевод", "перевел", "перевела", "translated by"))
)  # fmt: skip
"""Who stands in the author's line of a translation where that names nobody else."""
EDITOR_LABELS: Final = frozenset(
    map(key, ("редактор", "редакторы", "жауапты редактор", "шығарушы редактор", "выпускающий редактор"))
)
"""Who edited an article is named in its author's place where the line with its date names nobody else."""
CREW_LABELS: Final = TRANSLATOR_LABELS | EDITOR_LABELS | frozenset(
    map(key, ("сурет", "суреттер", "фото", "видео", "сурет авторы", "фото авторы", "видео авторы", "оператор", "операторы",
              "бейнеоператор", "видеооператор",
              "түсіруші оператор", "монтаж", "монтаждаған", "түсірген", "суретке түсірген",
              "суретті түсірген", "суреттерді түсірген", "суретті салған", "суретін салған",
              "суреттерін салған", "безендірген", "фототілші", "дизайнер", "camera",
              "editing", "камера",
              "дизайн", "инфографика", "дыбыс режиссері", "дыбыс операторы", "бас редактор", "корректор",
              "бет қаттаған", "webmaster", "web-master", "вебмастер", "веб-мастер", "web design", "разработка", "разработчик"))
)  # fmt: skip
"""Who else had a hand in an article: television prints the crew under its text. Some heads name the maker of the site."""
SOURCE_LABELS: Final = frozenset(
    map(key, ("дерек", "дереккөз", "дереккөзі", "дерек көзі", "дерек көздері", "ақпарат көзі",
              "келу қайнары", "қайнары", "қайнар көзі",
              "источник", "source", "kaynak"))
)  # fmt: skip
SECTION_LABELS: Final = frozenset(
    map(key, ("бөлім", "бөлімі", "айдар", "айдары", "рубрика", "раздел", "санат", "санаты", "категория", "category", "topic",
              "rubric", "section", "posted in", "filed under"))
)
DATE_LABELS: Final = frozenset(
    map(key, ("күні", "уақыты", "жарияланған күні", "жарияланған уақыты", "жарияланды", "жарияланған", "қосылған күні",
              "қосылған уақыты", "қосылды", "шыққан күні", "шыққан уақыты", "жүктелген күні", "жүктелген уақыты",
              "жүктелген", "тіркелген күні",
              "жіберілген уақыты", "жіберілген күні", "жіберілген", "дата", "дата публикации", "дата добавления", "добавлено",
              "размещено", "опубликовано", "создано", "соңғы жаңарту", "жаңартылды", "обновлено",
              "жаңартылған күні", "жаңартылған уақыты", "өзгертілген күні", "өзгертілген уақыты", "өзгертілді"))
)  # fmt: skip

TAG_LABELS: Final = frozenset(
    map(key, ("тегтер", "тегтері", "тег", "теги", "тэги", "тэгтер", "tags", "tagged with", "tagged", "метки",
              "кілт сөздер", "кілтті сөздер", "кілтсөздер",
              "белгілер",
              "түйін сөздер", "түйінді сөздер", "түйін сөз", "кілт сөз", "кілтті сөз",
              "ключевые слова", "хэштег", "хэштегтер", "тақырыптар", "тақырып", "темы"))
)  # fmt: skip
_LABELS: Final = AUTHOR_LABELS | CREW_LABELS | SOURCE_LABELS | SECTION_LABELS | DATE_LABELS | TAG_LABELS
MAX_LABEL_WORDS = 3
"""Words of the longest label."""
_LAST_WORDS = frozenset(("", *(label.rpartition(" ")[2] for label in _LABELS)))
"""What the last word of a text that ends with a label is; a mark behind it has no skeleton."""


def names_value(said: str) -> bool:
    """Return whether a line is a label of an article's author, date or section and no value. Never raises."""
    return key(said.rstrip(": ")) in AUTHOR_LABELS | SECTION_LABELS | DATE_LABELS


def names_maker(said: str) -> bool:
    """Return whether a line is a label of those who made an article ("Тілші", "Оператор") and no value. Never raises."""
    return len(said) <= MAX_LABEL and key(said) in AUTHOR_LABELS | CREW_LABELS


def values_behind(block: Block, labels: frozenset[str]) -> Iterator[str]:
    """Yield what stands behind a label, in one text ("Автор: Айгүл Серік") or in the text after it ("<i>By</i> <b>Aigul</b>").

    A label without a colon counts only in a text of its own. Never raises.
    """
    for said, after in pairwise((*filter(_says_something, block.atoms), "")):
        for name, value in announced(said):
            if key(name) not in labels:
                continue
            if value:
                yield value[:MAX_VALUE]
            elif after and len(after) <= MAX_VALUE:
                yield after.lstrip(" :")


def _says_something(atom: str) -> bool:
    return atom.strip() != ":"


@lru_cache(maxsize=1024)  # asked for authors, sections and dates in turn
def announced(said: str) -> tuple[tuple[str, str], ...]:
    """Return what a text announces with labels and colons, each with its value. Never raises."""
    return tuple(_announced(said))


def _announced(said: str) -> Iterator[tuple[str, str]]:
    """Yield what a text announces with labels and colons, each with its value ("9 сәуір Автор: Айгүл Серік Дереккөз: Derek")."""
    if ":" not in said:
        if len(said) <= MAX_LABEL:  # "Analysis by", and the name in the text after it
            yield said if key(said) in _LABELS else _label_behind(said), ""
        return
    name, *values = said.split(":") if len(said) <= MAX_LINE else said.split(":", 1)
    name = name if len(name) <= MAX_LABEL and key(name) in _LABELS else _label_behind(name)
    for at, value in enumerate(values):
        following = _label_behind(value) if at < len(values) - 1 else ""
        rest = ":".join(values[at:]) if at < len(values) - 1 and not following else value.removesuffix(following)
        if name:
            yield name, rest.strip()
        name = following


def _label_behind(said: str) -> str:
    """Return the known label that a text ends with, as it is written, or ""."""
    end = said.rstrip()
    if key(" ".join(end.rsplit(maxsplit=1)[-1:])) not in _LAST_WORDS:  # most lines
        return ""
    for size in range(MAX_LABEL_WORDS, 0, -1):
        words = end.rsplit(maxsplit=size)[-size:]
        if len(words) == size and key(" ".join(words)) in _LABELS:
            return said[end.rindex(words[0]) if size > 1 else len(end) - len(words[0]) :]
    return ""


def announces_tags(block: Block) -> bool:
    """Return whether a block opens with the label of an article's tags ("Тақырыптар: су, құбыр"). Never raises."""
    label, colon, _ = block.text.partition(":")
    return bool(colon) and len(label) <= MAX_LABEL and key(label) in TAG_LABELS


def counts_labels(said: str) -> int:
    """Return how many known labels a text of several has ("Категория: Білім Обновлено: 30 Қараша"). Never raises."""
    return sum(key(name) in _LABELS for name, _ in announced(said)) if said.count(":") > 1 else 0


def begins_with_author(block: Block) -> bool:
    """Return whether a block opens with an author's label ("Жіберген: admin күні: 9 сәуір 2024, 07:42"). Never raises."""
    return key(block.atoms[0].partition(":")[0]) in AUTHOR_LABELS
