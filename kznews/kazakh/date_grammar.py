"""The grammar of dates, over one character per token (codes: `date_words`).

A text becomes a short code string ("21 Сәуір, 2018" is "d M, Y"), and the forms of kazakh.md section 1.3, formats.md
section 1.1 and portals.md section 23 become one regular expression over it. Repetition is bounded everywhere, so that
the time grows with the length only.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from kznews.kazakh.date_words import AS_WRITTEN, BY_SKELETON, ROMAN
from kznews.kazakh.fold import fold, is_read_whole
from kznews.kazakh.letters import repair_mixed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kznews.kazakh.date_words import Word

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""Four digits outside these years are not a year: view counts and house numbers outnumber older dates by far."""

_HIDDEN: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_INSIDE: Final = "['\u2018\u2019`\u00b4\u00ad\u200c\u200d\u0300-\u036f\u0654\u0655]"
# A year or a day with the hour stuck to it ("201815:52", "2018-04-2119:46") is two numbers.
_DIGITS: Final = r"(?:\d{4}|(?<=[./-]\d\d[./-])\d\d)(?=\d\d:\d\d(?!\d))|\d+"
# In the alphabet of 2017 a word may end with an apostrophe: "qazannyn' 31-i", "16 nay'. 2019".
_LETTERS: Final = rf"[^\W\d_年月日]+(?:{_INSIDE}+[^\W\d_年月日]+)*(?:(?<=[acginosuyACGINOSUY])['\u2019](?=[\s.]))?"
_TOKEN: Final = re.compile(rf"({_DIGITS})|((?<= )[aApP]\.m\.|{_LETTERS})|([\s{_HIDDEN}]+)|(.)", re.DOTALL)
_NUMBER, _WORD, _SPACE = 1, 2, 3
_SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("|•·∙●¦@", "|")
    | dict.fromkeys('"«»“”„', '"')
    | dict.fromkeys("'\u2018\u2019\u02bc", "'")
    | dict.fromkeys(",،;؛", ",")
    | dict.fromkeys("/\\", "/")
    | dict.fromkeys(":：", ":")
    | {".": ".", "(": "(", ")": ")", "№": "#", "年": "N", "月": "E", "日": "I"}
)
_OTHER: Final[Word] = ("o", 0)
_MAX_DIGITS: Final = 4


class Tokens(NamedTuple):
    """A text cut up: one code a token, the value of each token, and where in the text it starts and ends."""

    codes: str
    values: list[int]
    spans: list[tuple[int, int]]


def tokenize(text: str) -> Tokens:
    """Return the tokens of `text`; codes of words as in `date_words`, d for one or two digits, Y for a year.

    Other numbers are n, white space is one blank, signs are themselves, anything else is o. Never raises.
    """
    found = list(_TOKEN.finditer(repair_mixed(text)))
    coded = [_KNOWN.get(match[0]) for match in found]
    whole = _learnt(found) if None in coded else cast("list[Word]", coded)
    return Tokens("".join([code for code, _ in whole]), [value for _, value in whole], [match.span() for match in found])


_KNOWN: dict[str, Word] = {}
"""Code and value of the tokens met before: datelines are made of few words, and a run repeats its furniture."""
_MOST_KNOWN: Final = 8192


def _learnt(found: list[re.Match[str]]) -> list[Word]:
    """Return code and value of every token of a text, and keep them for the next one."""
    words = list({match[0]: None for match in found if match.lastindex == _WORD})
    known = dict(zip(words, _look_up([word.lower() for word in words]), strict=True))
    known.update((word, ROMAN[word]) for word in words if word in ROMAN)
    for match in found:
        if match.lastindex == _NUMBER:
            known[match[0]] = _number(match[0])
        elif match.lastindex != _WORD:
            known[match[0]] = (" " if match.lastindex == _SPACE else _SIGNS.get(match[0], "o"), 0)
    if not any(map(is_read_whole, words)):
        if len(_KNOWN) > _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN.update(known)
    return [known[match[0]] for match in found]


def _look_up(words: list[str]) -> list[Word]:
    """Return code and value of each word; all that must be folded is folded in one call."""
    found = [AS_WRITTEN.get(word) for word in words]
    missing = [word for word, known in zip(words, found, strict=True) if known is None]
    skeletons = iter(fold("\n".join(missing)).split("\n") if missing else ())
    return [known or BY_SKELETON.get(next(skeletons), _OTHER) for known in found]


def _number(digits: str) -> Word:
    if len(digits) > _MAX_DIGITS:
        return ("n", -1)
    value = int(digits)
    if len(digits) == _MAX_DIGITS:
        return ("Y" if FIRST_YEAR <= value <= LAST_YEAR else "n", value)
    return ("d" if len(digits) <= len("31") else "n", value)


_S: Final = " ?"
# A part of the day behind the hour begins no sentence: "6:20 кешке," but not "6:20 кешке дейін".
_TIME: Final = (
    r"(?:P ?)?(?:H[.:]? ?)?(?:P ?)?d:d(?::d(?:[.,][dnY])?)?(?!:)(?: ?p| [Pe](?! ?\w))?"
    r"|(?:P ?)?H\.? ?d\.d(?!\.?[dnY])|(?:P ?)?H\.? ?d(?=-s|$)|d\.d(?=-s)"
)
# Behind a dash or a stroke it may be another day: "20.11.2025 – 05.12".
_DOTTED: Final = r"(?<![-/])(?<![-/] )d\.d(?= ?(?:\||$))"
_YEAR_WORD: Final = rf"(?:{_S}-?{_S}[yV]\.?)"
_DAY: Final = "(?:[\"'](?=d[\"']))?%s[\"']?(?:-?s)?"
# Not inside another number: 1,12 or 8 (7112) 50-12-05 or 192.12.05.2018; not that of an issue: №5 қаңтар 2018.
_LEFT: Final = r"(?<![dnY#])(?<![dnY][.:,/-])(?<!# )"
_RIGHT: Final = r"(?![./:-]?(?!d:d)[dnY])"
_BEFORE_YEAR: Final = rf"{_S}(?:[,(] ?[Ww]\.?)?[,.)/-]?{_S}"
_DAY_MONTH: Final = rf"d(?:-?s)?{_S}-?{_S}[MG]"
# он бес; in words no part of a larger number and no end of a span: "жүз елу", "екі-үш", "бес – он".
_AMOUNT: Final = "(?:(?:[dnY]|(?<![qTh][ -])(?<![qTh] - )(?:T(?: q)?|q))(?: f)?|f)"
_RANGES: Final = (
    rf"d{_S}-{_S}d{_S}-?{_S}[MG]",  # 28-30 қараша
    rf"d(?:-?s)? R {_DAY_MONTH}",  # 5 және 6 қаңтар
    rf"^d,{_S}{_DAY_MONTH}",  # 5, 6 қаңтар
    rf"{_DAY_MONTH}{_S}[R-]{_S}{_DAY_MONTH}",  # 28 қаңтар – 2 ақпан
    rf"{_DAY_MONTH} (?:o )?{_DAY_MONTH} R",  # 28 қаңтардан 2 ақпанға дейін
    rf"M d{_S}-{_S}d(?!:)",  # қараша 28-30
)
_FORMS: Final = (
    rf"(?P<range>(?:Y(?:-s)?{_YEAR_WORD}{_S},?{_S})?(?:{'|'.join(_RANGES)}))",
    # 21 Сәуір, 2018 / 5 қыркүйек 2023 ж. / 29-наурыз 2018 / 16 naý. 2026 / 11 Мамыр , 2018 / 7 тамыз, сәрсенбі, 2019
    rf"{_DAY % '(?P<d1>d)'}{_S}[-./]?{_S}(?P<m1>[MGm])\.?(?:{_S}[xu])?(?:{_S}k)?{_BEFORE_YEAR}\(?(?P<y1>Y)\)?{_YEAR_WORD}?",
    # 2018 жылғы 21 сәуір / 2011 ж. 22 тамыз / 2018, 21 сәуір
    rf"(?P<y2>Y)(?:-s)?{_YEAR_WORD}?{_S},?{_S}{_DAY % '(?P<d2>d)'}{_S}-?{_S}(?P<m2>[MG])(?!{_S}[,.]?{_S}Y)",
    # 21 сәуір 18 ж.
    rf"{_DAY % '(?P<d13>d)'}{_S}-?{_S}(?P<m13>[MGm])\.?,?{_S}(?P<y13>d){_S}(?P<word>y)\.?",
    # сәуірдің 21-і, 2018 жыл
    rf"(?P<m14>G|M(?={_S}x))(?:{_S}[xu])?{_S}(?P<d14>d){_S}-{_S}s,?{_S}(?P<y14>Y){_YEAR_WORD}?",
    # 2018 жылғы сәуірдің 21-і / қараша айының 21-і / Сәуірдің (15-іне)
    rf"(?:(?P<y3>Y)(?:-s)?{_YEAR_WORD}{_S},?{_S})?(?P<m3>G|M(?={_S}x))(?:{_S}[xu])?{_S}\(?(?P<d3>d)(?:{_S}-{_S}s|{_S}k)",
    # 2025 - جىلى 4 - ايدىڭ 27 - كۇنى
    rf"(?:(?P<y5>Y){_YEAR_WORD}{_S},?{_S})?(?P<m5>d){_S}-?{_S}x{_S}(?P<d5>d){_S}-?{_S}k",
    # 2025-жыл 4-ай 27-күн
    rf"(?P<y15>Y){_YEAR_WORD}{_S},?{_S}(?P<m15>d){_S}-?{_S}[xu]{_S},?{_S}(?P<d15>d){_S}-?{_S}[ke]",
    rf"(?P<y6>Y){_S}N{_S}(?P<m6>d){_S}E{_S}(?P<d6>d){_S}I",
    # Сәуір 21, 2018
    rf"(?P<m7>[Mm])\.?{_S}(?P<d7>d)s?,?{_S}(?P<y7>Y){_YEAR_WORD}?",
    rf"(?P<y8>Y)(?P<s8>[./-])(?P<m8>d)(?P=s8)(?P<d8>d){_RIGHT}",
    rf"(?P<d9>d){_S}(?P<s9>[./-]){_S}(?P<m9>d){_S}(?P=s9){_S}(?P<y9>Y){_RIGHT}{_YEAR_WORD}?",
    rf"(?P<d10>d)(?P<s10>[./])(?P<m10>d)(?P=s10)'?(?P<y10>d){_RIGHT}",
    rf"(?P<d22>d)-(?P<m22>d)-(?P<y22>d){_RIGHT}",
    # 21 сәуір '18 / Сәуір 21, '18
    rf"{_DAY % '(?P<d16>d)'}{_S}[-./]?{_S}(?P<m16>[MGm])\.?{_S}[,./-]?{_S}'(?P<y16>d)(?!['dnY])",
    rf"(?P<m17>[Mm])\.?{_S}(?P<d17>d)s?,?{_S}'(?P<y17>d)(?!['dnY])",
    # 24 Сәуір, 19:46:32; what ends in "24 сәуір 18" may be a year
    rf"{_DAY % '(?P<d11>d)'}{_S}[-.]?{_S}(?P<m11>[MGm])\.?(?!{_S},?{_S}[\"']?d$)",
    # Сәуір 24, 19:46 / Бейсенбі, сәуір 24; not "сәуір 24 000", "сәуір 2:1"
    rf"(?P<m18>[Mm])\.?{_S}(?P<d18>d)s?(?!{_S}[-./:]?{_S}[dnY](?!:))",
    # 2023 ж. 17 IV / 17.IV.2023
    rf"(?P<y20>Y)(?:-s)?{_YEAR_WORD},?{_S}(?P<d20>d)(?:{_S}[./-]{_S}| )(?P<m20>r)(?! ?[./-]?{_S}[dnY](?![:.]))",
    rf"(?P<d21>d)(?P<s21>[./-] ?| )(?P<m21>r)(?P=s21)(?P<y21>Y){_RIGHT}{_YEAR_WORD}?",
    rf"(?P<d12>d)/(?P<m12>d){_RIGHT}",
    # 24.04, 19:46 / 19:46 | 24.04
    rf"(?P<d19>d)\.(?P<m19>d)(?(lead){_RIGHT}|\.?(?={_S}[,|/]?{_S}(?:H\.? ?)?d:d))",
    # 3 сағат бұрын / 2 сағат, 15 минут бұрын / 2 часа и 15 минут назад
    rf"(?P<ago>(?:V(?: R)? )?(?:{_AMOUNT}{_S}[UHyVue]\.?(?:,? R(?= )| ?,(?= ))?{_S}){{1,4}}|[VF]{_S})(?:z{_S})?A",
    rf"(?<!k )(?P<day>D|B{_S}k)",
)
DATE: Final = re.compile(
    rf"{_LEFT}(?:(?P<lead>{_TIME}){_S}[,|/-]?{_S})?(?:(?P<weekday>[Ww])\.?{_S}[,|]?{_S})?{_LEFT}(?:{'|'.join(_FORMS)})"
    rf"(?:{_S}k(?![dnY]))?(?:{_S}(?:[,(]{_S}(?P<after>[Ww])\.?\)?|(?P<beside>W))(?={_S}[,|]|{_S}d:|{_S}k|$)(?:{_S}k)?)?"
    rf"(?:(?:{_S}[.,|/(-]?{_S}|t)(?P<time>{_TIME}|{_DOTTED}))?"
)
"""One displayed date. Groups: numbered d, m, y for day, month and year; lead and time for the time before and after."""
MAY_BE_DATE: Final = re.compile(r"[MGmxruEADB/.]|Y-|- ?Y|d-d-d")
"""What stands in the codes of every date: a month, a word for a day, or figures between signs."""
CLOCK: Final = re.compile(r"[ ,|]*(?:H )?(?P<time>d:d(?::d)?)[ ,|]*")
"""A text that is a time of day and nothing else."""
