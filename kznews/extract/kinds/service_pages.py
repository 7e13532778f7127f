"""Pages about the portal itself, which every engine makes like articles: its editors, its address, its prices, its rules."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract.phrases import key
from kznews.extract.texts import LEAP_YEAR
from kznews.extract.widgets import is_small
from kznews.kazakh.date_words import BY_SKELETON
from kznews.kazakh.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as HtmlElement

MAX_STATIC_TITLE, MAX_STATIC_WORDS = 60, 5
"""Letters and words of what a page about the portal is called; headlines about a paper are longer."""
_STATIC_TITLES = frozenset(
    map(
        key,
        ("біз туралы", "біз жайлы", "біздің миссия", "біздің миссиямыз", "миссиямыз", "біздің құндылықтарымыз", "наша миссия",
         "редакциялық саясат", "редакция саясаты", "редакция мекенжайы", "байланыс мәліметтері", "байланыс деректері",
         "байланыстар", "бізбен байланысыңыз", "кері байланыс", "жарнама орналастыру", "прайс-лист", "қолдану ережесі",
         "авторлық құқық", "авторлық құқықтар", "сайт картасы", "карта сайта", "іздеу нәтижелері", "тіркелу", "жеке кабинет",
         "құпиясөзді қалпына келтіру", "серіктестер", "біздің серіктестер", "демеушілер", "жиі қойылатын сұрақтар",
         "мобильді қосымша", "авторлар", "біздің авторлар", "біздің тілшілер", "құрылтайшы", "реквизиттер", "тікелей эфир",
         "партнеры", "наши партнеры", "авторские права", "реквизиты", "частые вопросы", "faq", "sitemap",
         "редакция", "редакция ұжымы", "редакция алқасы", "редакция құрамы", "біздің ұжым",
         "біздің команда", "байланыс", "бізбен байланыс", "байланыс ақпараты", "жарнама", "жарнама беру",
         "жарнама берушілерге", "сайтта жарнама", "жазылу", "газетке жазылу", "журналға жазылу", "газет тарихы",
         "басылым тарихы", "хабарласу", "бізге жазыңыз", "бізге хабарласыңыз", "редакциямен байланыс", "редакцияға хат",
         "деректемелер", "сауалнамалар", "дауыс беру", "валюта бағамы", "валюта бағамдары", "валюталар бағамы", "курс валют",
         "курсы валют", "намаз уақыты", "намаз уақыттары", "намаз кестесі", "опросы", "обратная связь",
         "хабар жіберу",
         "жаңалық жіберу", "материал жіберу", "мақала жіберу", "хат жіберу", "прислать новость", "предложить новость",
         "о нас", "о редакции", "редколлегия", "редакционная коллегия", "о проекте", "о сайте",
         "о портале", "о газете", "контакты", "реклама", "реклама на сайте", "рекламодателям", "подписка",
         "пользовательское соглашение", "about", "about us", "contacts", "contact us", "advertising"),
    ),
)  # fmt: skip
"""What pages about the portal itself are called: every engine makes them like articles, and prints no date."""
_SCHEDULES = frozenset(
    map(key, ("бағдарлама кестесі", "бағдарламалар кестесі", "телебағдарлама", "телебағдарламалар", "телебағдарлама кестесі",
              "тв бағдарлама", "тв бағдарламасы", "эфир кестесі", "эфир торы", "бағдарлама торы", "хабар тарату кестесі",
              "телеарнасының бағдарламасы", "арнасының бағдарламасы", "радиосының бағдарламасы", "телеарнасының эфир кестесі",
              "арнасының эфир кестесі", "радиосының эфир кестесі", "программа передач", "телепрограмма"))
)  # fmt: skip
"""What channels call what they show on a day, which such a page names."""
_LAST_OF_SCHEDULES = tuple({said.rpartition(" ")[2] for said in _SCHEDULES})
_WHICH_DAY = frozenset(map(key, ("бүгінгі", "ертеңгі", "апталық", "күнгі", "күнге", "аптаға", "арналған")))
"""What may say for when such a programme is, beside the words of dates."""
MIN_HOURS = 5
"""Hours of such a page, at least."""
_HOUR = re.compile(r"\d{1,2}[:.]\d\d(?!\d)")
_ABOUT = key("туралы")
_OF_PORTAL = frozenset((_ABOUT, key("жайлы"), key("жайында")))
_PAPERS = frozenset(
    map(key, ("сайт", "сайты", "портал", "порталы", "газет", "газеті", "журнал", "журналы", "басылым", "басылымы", "агенттік",
              "агенттігі", "телеарна", "телеарнасы", "редакция", "редакциясы", "жоба"))
)  # fmt: skip
_SUBSCRIBING = frozenset(map(key, ("жазылу", "жазылыңыз", "жазылыңыздар")))
_TO_PAPERS = frozenset(map(key, ("газетке", "газетіне", "журналға", "журналына", "басылымға", "басылымына", "газеттеріне")))
_ARCHIVES = frozenset(map(key, ("мұрағат", "мұрағаты", "архив", "архиві", "архивы", "archive", "archives")))
_JOINING = frozenset(map(key, ("және", "мен", "и", "о", "of", "and")))

_BIOGRAPHIES = frozenset(
    map(key, ("өмірбаян", "өмірбаяны", "қысқаша өмірбаяны", "биография", "биографиясы", "краткая биография", "biography"))
)  # fmt: skip
_FIELDS = frozenset(
    map(key, ("туған күні", "туған жылы", "туған жері", "туған күні мен жері", "туған жылы мен жері", "туған күні мен туған жері",
              "туған күні және туған жері", "ұлты", "білімі", "отбасы жағдайы", "еңбек жолы", "дата рождения", "место рождения",
              "дата и место рождения", "национальность", "образование", "семейное положение", "трудовая деятельность"))
)  # fmt: skip
"""What a record of a person asks; an interview says it in sentences."""
_ASKING = frozenset(("password", "radio", "checkbox"))
NEAR_FIELD, MAX_FORM = 3, 600
"""The elements around a text of which one may be its form, and the letters of the largest."""
_OFFICIAL_BEFORE = tuple(
    map(key, ("официальный сайт", "официальный портал", "официальный интернет-ресурс", "official website of", "official site of"))
)  # fmt: skip
_OFFICIAL_BEHIND = tuple(
    map(key, ("ресми сайты", "ресми порталы", "ресми интернет-ресурсы", "ресми веб-сайты", "официальный сайт"))
)  # fmt: skip
"""What offices call their websites, before and behind their own names."""
_VOTES = re.compile(r"\d{1,3}(?:[.,]\d+)? ?%(?: \(?[\d ]{1,9} (?:дауыс|голос)|$)")
MAX_POLL = 700
"""Letters of a poll with its question, its choices and their shares."""
MAX_QUESTION = 90
"""Letters of a poll's longest line but for one that tells what it is about."""
MIN_FIELDS, MAX_FIELD = 2, 40
"""Fields that make a record; letters of a line in which the name of its field ends."""


def _stems(*stems: str) -> tuple[str, ...]:
    return tuple(map(key, stems))


_OF_RULES = _stems(
    "пайдалан", "құпиял", "дербес", "оферта", "cookie", "пользова", "конфиденциал", "персональн", "terms", "privacy",
)  # fmt: skip
_RULES = _stems(
    "ереже", "қағида", "тәртіб", "тәртіп", "саясат", "келісім", "шарт", "дерек", "қорға", "өңде", "жария", "сайт", "портал",
    "материал", "правил", "политик", "соглашени", "услови", "данны", "обработк", "защит", "use", "policy", "conditions",
)  # fmt: skip
_OF_COMMENTS = _stems("пікір", "комментар", "модера")
_COMMENTING = _stems("қалдыр", "жаз", "білдір", "жариял", "модера")
_HOUSE_RULES = _stems("ереже", "қағида", "тәртіб", "тәртіп", "правил")
"""What rules of commenting are called ("Пікір қалдыру ережесі")."""
_OF_ADVERTS = _stems("жарнама", "реклам", "advertis")
_PRICES = _stems("тариф", "баға", "прайс", "құн", "цен", "стоимост", "расценк", "price")
_WHERE = _stems(
    "сайтта", "порталда", "газетте", "газетке", "журналда", "орналастыр", "жариялау", "беру", "размещен", "публикац",
)  # fmt: skip
"""What may stand beside adverts and their prices: where they are shown, and how ("Сайтта жарнама орналастыру құны")."""
_OF_ISSUES = _stems("pdf", "пдф", "электрон", "epaper")
_ISSUES = _stems("нұсқа", "газет", "журнал", "басылым", "мұрағат", "архив", "нөмір", "сан", "верси", "номер", "выпуск", "версия")
_TITLES = (
    ((*_OF_RULES, *_RULES), (_OF_RULES, _RULES)),
    ((*_OF_COMMENTS, *_COMMENTING, *_HOUSE_RULES), (_OF_COMMENTS, _COMMENTING, _HOUSE_RULES)),
    ((*_OF_ADVERTS, *_PRICES, *_WHERE), (_OF_ADVERTS, _PRICES)),
    ((*_OF_ISSUES, *_ISSUES), (_OF_ISSUES, _ISSUES)),
)
"""What opens the words of a title that is no headline, and of what groups it has one each ("Құпиялық саясаты")."""
_DOCUMENTS = (
    *_stems("ереже", "қағида", "тәртіб", "тәртіп", "саясат", "келісім", "шарт", "оферт", "правил", "политик", "соглашени"),
    *_stems("услови", "terms", "policy", "conditions", "pdf", "пдф", "epaper", "нұсқа", "мұрағат", "архив"),
    *_PRICES,
)  # fmt: skip
"""What such a page is, beside what it is about: a story has its day and may be called "Дербес деректерді қорғау"."""
_OPENING_STEMS = tuple(stem for stems, _ in _TITLES for stem in stems)
_NUMBER = re.compile(r"№ ?\d+(?: ?[-–] ?\d+)*(?: ?\(\d+(?:[-–]\d+)?\))?")
_NAMED_PAPER = re.compile('[«“„"][^«»“”„"]{2,40}[»”“"]')
_ISSUE_WORDS = frozenset(
    map(key, ("жыл", "жылғы", "ж", "г", "год", "года", "саны", "сан", "нөмірі", "нөмір", "шығарылымы", "газеті", "газетінің",
              "газет", "журналы", "номер", "выпуск", "от"))
)  # fmt: skip
_GALLERIES = frozenset(
    map(key, ("фотогалерея", "фотогалереялар", "фотоархив", "фотомұрағат", "суреттер галереясы", "бейнегалерея", "бейнежазбалар",
              "бейнематериалдар", "бейнероликтер", "видеогалерея", "видеоархив", "видеолар", "фото және видео", "фото и видео",
              "медиагалерея", "медиатека", "подкасттар", "подкасты", "photo gallery", "video gallery", "videos", "gallery"))
)  # fmt: skip
_PATH = re.compile(
    r"(?:/(?:kz|kk|kaz|qz|qaz|ru|rus|en|eng|lat|latyn|cyr|ar|arab|tote)(?:[-_][a-z]{2})?)?(?:/(?:pages?|site|info|about|redak[ct]s?i[yj]?a))?/(?:about(?:[-_]us)?|contacts?(?:[-_]us)?|terms(?:[-_]of[-_]use)?|rules"
    r"|privacy(?:[-_]policy)?|cookies?(?:[-_]policy)?|advert(?:s|ising|isement)?|reklama|[jz]h?arnama|redak[ct]s?i[yj]?a"
    r"|subscri(?:be|ption)|podpiska|[jz]h?azylu|vacanc(?:y|ies)|vakansi(?:y?a|i)|jobs|[jz]h?umys|live|tv[-_]?program(?:me|ma)?|epg|faq|sitemap)(?:\.(?:html?|php))?/?",
    re.IGNORECASE,
)
"""Addresses of such pages; an article's has its number or its headline behind ("/live/4711-match")."""


def is_service_address(address: str) -> bool:
    """Return whether an address is that of a page about the portal, or of what a channel shows now. Never raises."""
    parts = urlsplit(address)
    return not parts.query and _PATH.fullmatch(parts.path) is not None


def states_rules(title: str, *, dated: bool = False) -> bool:
    """Return whether a title says rules of the portal, its prices or its issues and nothing else, as no headline does.

    Or what all pictures or films of a portal are called, with nothing beside. Beside a date it has to say what the page is
    ("саясаты", "бағасы"), as engines date all their pages. Never raises.
    """
    if key(title) in _GALLERIES:
        return True
    words = [word for word in key(title).split() if word not in _JOINING] if len(title) <= MAX_STATIC_TITLE else []
    if not words or not words[0].startswith(_OPENING_STEMS):  # nearly all titles
        return False
    if dated and not any(word.startswith(_DOCUMENTS) for word in words):
        return False
    return any(
        all(word.startswith(stems) for word in words) and all(any(word.startswith(part) for word in words) for part in groups)
        for stems, groups in _TITLES
    )


def is_schedule(title: str, lines: Iterable[str]) -> bool:
    """Return whether a title is that of a channel's programme and lines of the page begin with the hours.

    The title may name the day and the channel, and says nothing else. Never raises.
    """
    if not _names_schedule(title):
        return False
    return sum(_HOUR.match(line) is not None for line in lines) >= MIN_HOURS


def _names_schedule(title: str) -> bool:
    if len(title) > MAX_STATIC_TITLE or not any(said in key(title) for said in _LAST_OF_SCHEDULES):  # nearly all titles
        return False
    words = key(_NAMED_PAPER.sub(" ", title)).split()
    return " ".join(word for word in words if not (word.isdecimal() or word in _WHICH_DAY or word in BY_SKELETON)) in _SCHEDULES


def is_issue(title: str) -> bool:
    """Return whether a title is the number of a paper's issue, with its day and the paper's name or without. Never raises."""
    if "№" not in title or len(title) > MAX_STATIC_TITLE:
        return False
    left = _NUMBER.sub(" ", _NAMED_PAPER.sub(" ", title))
    for date in reversed(find_dates(left, year=LEAP_YEAR)):
        left = f"{left[: date.start]} {left[date.end :]}"
    return not any(word for word in key(left).split() if not (word.isdecimal() or word in _ISSUE_WORDS))


def is_poll(lines: Iterable[str]) -> bool:
    """Return whether lines say what readers voted for, and next to nothing else: an article with a poll in it has a text.

    So has one with shares in the cells of a table. Never raises.
    """
    said = list(lines)
    votes = sum(_VOTES.match(line) is not None for line in said)
    return votes >= MIN_FIELDS and sum(map(len, said)) <= MAX_POLL and sum(len(line) > MAX_QUESTION for line in said) <= 1


def is_about_portal(title: str) -> bool:
    """Return whether a title is that of a page about the portal itself: its editors, its address, its price. Never raises."""
    words = [word for word in key(title).split() if not word.isdecimal()] if len(title) <= MAX_STATIC_TITLE else []
    if (said := " ".join(words)) in _STATIC_TITLES or said in _SCHEDULES:
        return True
    *before, what = words if 1 < len(words) <= MAX_STATIC_WORDS else ("",)
    return (what == _ABOUT and before[-1] in _PAPERS) or (what in _SUBSCRIBING and not _TO_PAPERS.isdisjoint(before))


def speaks_of_host(title: str, address: str) -> bool:
    """Return whether a title is about the site of its address and nothing else ("Derek.kz туралы"). Never raises."""
    *name, about = key(title).split() or [""]
    if about not in _OF_PORTAL or len(title) > MAX_STATIC_TITLE:
        return False
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return "".join(name) in {key(host).replace(" ", ""), key(host.partition(".")[0]).replace(" ", "")} - {""}


def is_record(headings: Iterable[str], lines: Iterable[str]) -> bool:
    """Return whether a heading calls a page about a person a biography, or several lines fill in what forms ask of a person.

    Never raises.
    """
    if any(len(said) <= MAX_STATIC_TITLE and key(said) in _BIOGRAPHIES for said in headings):
        return True
    return len(_FIELDS.intersection(key(line[:MAX_FIELD].partition(":")[0]) for line in lines)) >= MIN_FIELDS


def is_asked(element: HtmlElement) -> bool:
    """Return whether a text stands in a small box with a password's field, or with choices to mark, and no paragraph.

    Never raises.
    """
    for box in islice((element, *element.iterancestors()), NEAR_FIELD):
        if not is_small(box, MAX_FORM) or next(box.iter("p", "main", "article"), None) is not None:
            return False
        if any((field.get("type") or "").lower() in _ASKING for field in box.iter("input")):
            return True
    return False


def is_site_title(title: str) -> bool:
    """Return whether a title is that of an office's website, and of all its pages ("... ресми сайты"). Never raises."""
    said = key(title)
    return said.startswith(_OFFICIAL_BEFORE) or said.endswith(_OFFICIAL_BEHIND)


def is_archive(title: str) -> bool:
    """Return whether a title ends in the word for an archive, of a paper or of rates; a writer's is news where it is dated."""
    return len(title) <= MAX_STATIC_TITLE and key(title).rpartition(" ")[2] in _ARCHIVES
