"""The words of dates: one code and one value per word (kazakh.md section 1.3, months.json).

Kazakh words are looked up by skeleton, which makes one entry serve every script and alphabet. Russian and English words
are looked up as written, because their skeletons are too short to be safe ("июнь" folds to "un", which is Kazakh flour).

Codes, one character per kind, are what the grammar of `date_grammar` is written in:
M month, G month in the genitive, m abbreviated or ambiguous month (needs a year or a time), W weekday, w its
abbreviation, y year word, H hour word, U minute second week, x "of the month", u bare month, k "day", e bare day,
A ago, V unit that stands for one of it, F for half of it, f a number of halves, q number word up to nine,
T tens in a word, h hundred or thousand in a word, D day word, B "before" of the day before yesterday,
c "this" of "this year", C "this year" in one word, P part of the day, p am or pm, t the T of a stamp, s ordinal,
R "and" or "until" between days, z a word without meaning, r a Roman figure.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kznews.kazakh.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Word = tuple[str, int]
"""A code and a value: the month's or the weekday's number, a number of days, a Unit, the first of the twelve hours that a part
of the day has ("күндізгі" is 7 to 18, "түнгі" 19 to 6)."""

SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, YEAR = range(7)

_MONTHS: Final = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
_FRONT_MONTHS: Final = ("сәуір", "шілде", "қыркүйек")
# May is "май" in Russian, which is also Kazakh for oil: it counts as an abbreviation.
_FOREIGN_MONTHS: Final = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель _ июнь июль август сентябрь октябрь ноябрь декабрь",
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "январю февралю марту апрелю маю июню июлю августу сентябрю октябрю ноябрю декабрю",
    "январём февралём мартом апрелем маем июнем июлем августом сентябрём октябрём ноябрём декабрём",
    "январем февралем мартом апрелем маем июнем июлем августом сентябрем октябрем ноябрем декабрем",
    "january february march april _ june july august september october november december",
)
_SHORT_MONTHS: Final = (
    "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
    "қаңт ақпа наур сәуі мамы маус шілд тамы қырк қаза қара желт",
    "qańt aqpa naýr sáýi mamy maýs shil tamy qyrk qaza qara jelt",
)
_SHORT_FOREIGN: Final = (
    "янв фев мар апр май июн июл авг сен окт ноя дек",
    "янв февр мар апр май июн июл авг сент окт нояб дек",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan feb mar apr may jun jul aug sept oct nov dec",
)
# Latin that has lost its apostrophes or acutes ("Sa'yir", "nayryz"), and slips seen or likely.
_MONTH_ALIASES: Final = MappingProxyType(
    {"nairiz": 3, "nauiriz": 3, "nauris": 3, "sair": 4, "sauer": 4, "maisim": 6, "silde": 7, "kirkiuek": 9, "kirkuiek": 9}
    | {"kirkuik": 9, "karasa": 11, "jeltosan": 12, "jeltokan": 12, "zheltoksan": 12}
)
# Case endings of Cyrillic after the month itself; fold makes them endings of every alphabet.
_WITH: Final = "мен бен пен ымен сымен імен сімен"
_BACK: Final = (
    "да де та те дағы тағы ға қа дан тан нан ды ты ны дікі ы сы ында сында ындағы сындағы ына сына ынан сынан ын сын " + _WITH
)
_FRONT: Final = "де те дегі тегі ге ке ден тен нен ді ті ні і сі інде сінде індегі сіндегі іне сіне інен сінен ін сін " + _WITH
_BACK_GENITIVE: Final = "дың тың ның ының сының"
_FRONT_GENITIVE: Final = "дің тің нің інің сінің"

_WEEKDAYS: Final = (
    "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі",
    "дүйсембі сейсембі сәрсембі бейсембі жұма сембі жексембі",
)
_FOREIGN_WEEKDAYS: Final = (
    "понедельник вторник среда четверг пятница суббота воскресенье",
    "monday tuesday wednesday thursday friday saturday sunday",
)
_SHORT_WEEKDAYS: Final = (
    "дс сс ср бс жм сб жс",
    "дүй сей сәр бей жұм сен жек",
    "пн вт ср чт пт сб вс",
    "mon tue wed thu fri sat sun",
)

_KAZAKH: Final[tuple[tuple[str, int, str], ...]] = (
    ("y", YEAR, "жыл жылы жылғы жылдың жылда жылдан жылға жылының ж жж"),
    ("H", HOUR, "сағат сағ уақыты"),
    ("h", 0, "жүз мың"),  # before the minute, whose skeleton мың has
    ("U", SECOND, "секунд сек"),
    ("U", MINUTE, "минут мин"),
    ("U", WEEK, "апта"),
    ("u", MONTH, "ай айы айында"),
    ("x", MONTH, "айдың айының"),
    ("e", DAY, "күн"),
    ("k", DAY, "күні күнгі күнінен күніне"),
    ("A", 0, "бұрын"),
    ("f", 1, "жарты жарым"),
    ("D", 0, "бүгін"),
    ("D", -1, "кеше"),
    ("D", -2, "алдыңгүні бұрнағыкүні"),
    ("D", 1, "ертең"),
    ("D", 2, "бүрсігүні"),
    ("B", -2, "алдыңғы бұрнағы"),
    ("c", 0, "осы ағымдағы"),
    ("C", 0, "биыл биылғы"),
    ("P", 0, "таңғы таңертең таңертеңгі"),
    ("P", 7, "күндізгі күндіз түскі"),
    ("P", 12, "кешкі кешке кешкісін"),
    ("P", 19, "түнгі түнде"),
    ("R", 0, "және мен пен бен дейін"),
    ("s", 0, "ші шы нші ншы інші ыншы ы і сы сі на не ына іне да де та те ында інде дан ден нан нен ға ге дағы дегі"),
)
_FOREIGN: Final[tuple[tuple[str, int, str], ...]] = (
    ("y", YEAR, "г гг года году годы лет years year"),
    ("H", HOUR, "часов часа часы в at время time"),
    ("U", SECOND, "секунды секунду second seconds"),
    ("U", MINUTE, "минуты минуту minute minutes мин"),
    ("U", HOUR, "час hour hours ч"),
    ("U", WEEK, "недели неделю недель week weeks"),
    ("U", MONTH, "месяц месяца месяцев month months"),
    ("e", DAY, "день дня дней day days"),
    ("A", 0, "назад ago"),
    ("D", 0, "сегодня today"),
    ("D", -1, "вчера yesterday"),
    ("D", -2, "позавчера"),
    ("D", 1, "завтра tomorrow"),
    ("D", 2, "послезавтра"),
    ("s", 0, "го ое th st nd rd"),
    ("P", 0, "утра"),
    ("P", 12, "вечера"),
    ("P", 19, "ночи"),
    ("f", 3, "полтора полторы"),
    ("F", HOUR, "полчаса"),
    ("F", YEAR, "полгода"),
    ("q", 1, "a an"),
    ("R", 0, "и по до to and"),
    ("z", 0, "тому"),
)
_NUMBER_WORDS: Final = "бір екі үш төрт бес алты жеті сегіз тоғыз"
_TENS: Final = "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан"
_ONE_UNITS: Final = MappingProxyType(
    {"секунду": SECOND, "минуту": MINUTE, "час": HOUR, "день": DAY, "неделю": WEEK, "месяц": MONTH, "год": YEAR}
)


def _numbered(code: str, lists: Iterable[str]) -> dict[str, Word]:
    return {word: (code, number) for words in lists for number, word in enumerate(words.split(), start=1)}


def _kazakh_months() -> dict[str, Word]:
    """Return every month with every case ending it takes, in Cyrillic."""
    found: dict[str, Word] = {}
    for number, month in enumerate(_MONTHS.split(), start=1):
        front = month in _FRONT_MONTHS
        endings, genitives = (_FRONT, _FRONT_GENITIVE) if front else (_BACK, _BACK_GENITIVE)
        found |= {month + ending: ("M", number) for ending in ("", *endings.split())}
        # After n the genitive folds to what another ending folds to; a genitive is read as any month is.
        found |= {month + ending: ("G", number) for ending in genitives.split()}
    return found


def _kazakh() -> dict[str, Word]:
    found: dict[str, Word] = _numbered("m", _SHORT_MONTHS)
    found |= {word: (code, value) for code, value, words in _KAZAKH for word in words.split()}
    found |= _numbered("W", _WEEKDAYS) | _numbered("q", [_NUMBER_WORDS])
    found |= {word: ("T", 10 * number) for word, (_, number) in _numbered("T", [_TENS]).items()}
    return found | _kazakh_months()


def _by_skeleton() -> dict[str, Word]:
    found = {fold(word): word_code for word, word_code in _kazakh().items()}
    return found | {alias: ("M", number) for alias, number in _MONTH_ALIASES.items()}


def _as_written() -> dict[str, Word]:
    found = _kazakh() | {word: (code, value) for code, value, words in _FOREIGN for word in words.split()}
    # "сен" is a Kazakh Saturday and a Russian September; the month matters more.
    found |= _numbered("w", _SHORT_WEEKDAYS) | _numbered("W", _FOREIGN_WEEKDAYS)
    found |= _numbered("m", _SHORT_FOREIGN) | _numbered("M", _FOREIGN_MONTHS)
    found |= {word: ("V", unit) for word, unit in _ONE_UNITS.items()}
    found |= {"am": ("p", 0), "pm": ("p", 12), "a.m.": ("p", 0), "p.m.": ("p", 12)}
    return found | {"t": ("t", 0), "т": ("t", 0), "_": ("o", 0)}


BY_SKELETON: Final[Mapping[str, Word]] = MappingProxyType(_by_skeleton())
"""Kazakh words by skeleton."""
ROMAN: Final[Mapping[str, Word]] = MappingProxyType(_numbered("r", ["I II III IV V VI VII VIII IX X XI XII"]))
"""Months in Roman figures, in capitals."""
AS_WRITTEN: Final[Mapping[str, Word]] = MappingProxyType(_as_written())
"""Russian and English words and abbreviations of weekdays, in lower case; and Kazakh in Cyrillic, to save a fold."""
