"""What holds for every function of the package and every string: nothing raises, keys are stable, time is linear.

2,000 generated strings by default; `KZNEWS_FUZZ=100000` reads so many, with every unit of growth and every environment.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import random
import subprocess
import sys
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kznews.kazakh as package
from kznews.kazakh import (
    Undecodable,
    cities_in,
    clean,
    decode,
    detect,
    detect_field,
    find_city,
    find_currency,
    find_dates,
    find_numbers,
    fold,
    from_latin_2018,
    one_line,
    paragraph_languages,
    read_clock_list,
    read_date,
    read_nominal,
    read_number,
    read_scaled,
    read_temperature,
    repair_mixed,
    script_of,
    to_arabic,
    to_latin_2021,
)
from tests.support.growth import grows_linearly_by_decade
from tests.support.transliterate import ALPHABETS, old_font, transliterate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STRINGS = int(os.environ.get("KZNEWS_FUZZ", "2000"))
IN_FULL = STRINGS > 10_000
NOW = datetime.fromisoformat("2025-11-22T12:00:00+05:00")
SEED = 20251122


def decoded(text: str) -> str | None:
    """Return the text of its own bytes, or None if they are refused; bytes of another encoding are tried as well."""
    encoding = ("kz1048", "utf-16-le", "koi8-r")[len(text) % 3]
    read(text.encode(encoding, "replace"))
    return read(text.encode(errors="surrogatepass"))


def read(body: bytes) -> str | None:
    try:
        return decode(body, header="text/html; charset=windows-1251").text
    except Undecodable as refusal:
        return None if refusal.reason.isprintable() else refusal.reason


FUNCTIONS: dict[str, Callable[[str], object]] = {
    "cities_in": cities_in,
    "clean": clean,
    "decode": decoded,
    "detect": detect,
    "detect_field": detect_field,
    "find_city": find_city,
    "find_currency": find_currency,
    "find_dates": lambda text: find_dates(text, now=NOW),
    "find_numbers": find_numbers,
    "fold": fold,
    "from_latin_2018": from_latin_2018,
    "one_line": one_line,
    "paragraph_languages": lambda text: paragraph_languages(text.split("\n")[:20]),
    "read_clock_list": lambda text: read_clock_list(text.split()[:20], NOW),
    "read_date": lambda text: read_date(text, now=NOW),
    "read_nominal": read_nominal,
    "read_number": read_number,
    "read_scaled": read_scaled,
    "read_temperature": read_temperature,
    "repair_mixed": repair_mixed,
    "script_of": script_of,
    "to_arabic": to_arabic,
    "to_latin_2021": to_latin_2021,
}
IDEMPOTENT: tuple[Callable[[str], str], ...] = (clean, fold, from_latin_2018, one_line, repair_mixed, to_arabic, to_latin_2021)
NOT_OF_TEXT = {"City", "DateFault", "DateReading", "Decoded", "LanguageReading", "NoDate", "Precision", "Undecodable"} | {
    "check_tables",
    "localize",
}

WORDS = [
    "Бүгін",
    "Алматыда",
    "жаңа",
    "мектеп",
    "ашылды,",
    "оған",
    "жүзден",
    "астам",
    "бала",
    "барды.",
    "Өңір",
    "әкімі",
    "құттықтап,",
    "қызметкерлерге",
    "тілек",
    "айтты.",
    "21",
    "Сәуір,",
    "2018",
    "сағат",
    "19:46",
    "кеше",
    "бұрын",
    "ж.",
    "жылғы",
    "айдың",
    "13.05.2018",
    "2018-04-21T10:11:12Z",
    "+0500",
    "GMT",
    "1",
    "234,5",
    "−12°",
    "100",
    "иен",
    "USD",
    "$",
    "468.56",
    "млн",
    "млрд",
    "теңге",
    "доллары",
    "Нұр-Сұлтан",
    "Семей",
    "облысы",
    "қ.",
    "yńǵaıly",
    "Sa'yir",
    "Qyrkýiek",
    "şañyraq",
    "shaghyn",
    "ءساۋىر",
    "ئذةث",
    "Новости",
    "области",
    "в",
    "районе",
    "и",
    "Київ",
    "ї",
    "є",
    "ґ",
    "Ќазаќстан",
    "їкімі",
    "http://a.kz/?q=1",
    "www.",
    "İıIi",
    "ЁёЬъ",
    "сəуiр",
    "Қaзiргi",
    "ия",
    "ıa",
    "iya",
    "сшс",
]
PIECES = (
    *WORDS,
    *[
        "'`‘’ʼ´",
        "́",
        "̈",
        "ٔ",
        "\xad",
        "\u200b",
        "\u200d",
        "\u200e",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\xa0",
        "\u202f",
        "\u2028",
        "\x00",
    ],
    *[
        "�",
        "�",
        "\ufffe",
        "\uffff",
        "😀",
        "\U0010ffff",
        "͏",
        "年",
        "月",
        "日",
        "新华网",
        "٢١",
        "۱۲",
        "½",
        "²",
        "ⅷ",
        "﷽",
        "ﻻ",
        "ǆ",
        "ß",
        "ﬃ",
        "K",
        "ſ",
        "—",
        "–",
        "-",
        "−",
        ".",
        ",",
        "،",
        ":",
        ";",
        "/",
        "|",
        "(",
        ")",
        "«",
        "»",
        "\t",
        "\n",
        "\r",
    ],
)
ENCODINGS = ("utf-8", "cp1251", "kz1048", "ptcp154", "koi8-r", "cp866", "latin-1", "utf-16-le", "mac-cyrillic")


def any_characters(chance: random.Random) -> str:
    return "".join(chr(chance.randrange(0x110000 if chance.random() < 0.2 else 0x3000)) for _ in range(chance.randrange(40)))


def pieces(chance: random.Random) -> str:
    return chance.choice(["", " ", " ", "\n"]).join(chance.choices(PIECES, k=chance.randrange(20)))


def in_another_alphabet(chance: random.Random) -> str:
    text = " ".join(chance.choices(WORDS, k=chance.randrange(1, 30)))
    written = transliterate(text, chance.choice(list(ALPHABETS)))
    return old_font(written) if chance.random() < 0.2 else written


def misread(chance: random.Random) -> str:
    text = " ".join(chance.choices(WORDS, k=chance.randrange(1, 30)))
    return text.encode(chance.choice(ENCODINGS), "replace").decode(chance.choice(ENCODINGS), "replace")


def damaged(chance: random.Random) -> str:
    letters = list(" ".join(chance.choices(WORDS, k=chance.randrange(1, 30))))
    for _ in range(chance.randrange(1, 8)):
        letters.insert(chance.randrange(len(letters) + 1), chance.choice(PIECES))
        del letters[chance.randrange(len(letters))]
    return "".join(letters)


def repeated(chance: random.Random) -> str:
    return "".join(chance.choices(PIECES, k=chance.randrange(1, 3))) * chance.randrange(1, 150)


KINDS = (any_characters, pieces, pieces, in_another_alphabet, misread, damaged, damaged, repeated)


def strings(count: int) -> Iterator[str]:
    chance = random.Random(SEED)
    yield ""
    for _ in range(count - 1):
        yield chance.choice(KINDS)(chance)


def test_every_function_of_texts_is_tried():
    assert set(FUNCTIONS) | NOT_OF_TEXT == set(package.__all__)


def test_no_string_makes_any_function_raise():
    for text in strings(STRINGS):
        for name, function in FUNCTIONS.items():
            try:
                function(text)
            except Exception as fault:  # the string must be told, whatever went wrong
                raise AssertionError(f"{name}({text!a})") from fault


def test_what_is_done_twice_changes_nothing_more():
    for text in strings(STRINGS):
        for function in IDEMPOTENT:
            once = function(text)
            assert function(once) == once, (function.__name__, ascii(text))


def test_stored_text_is_clean_whatever_came_in():
    for text in strings(STRINGS):
        for result in (clean(text), one_line(text), from_latin_2018(text)):
            assert unicodedata.is_normalized("NFC", result), ascii(text)
            assert all(sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"} for sign in result), ascii(text)
            assert not set(result) & set("\u200b\u200e\u202e\u2066\ufeff\u2028\u00ad\ufffe\uffff"), ascii(text)


def test_what_is_found_stands_where_it_is_said_to_stand():
    for text in strings(STRINGS):
        for reading in find_dates(text, now=NOW):
            assert reading.raw == text[reading.start : reading.end] != "", ascii(text)
            assert reading.value.utcoffset() is not None
        assert all(0 <= start < end <= len(text) for start, end, _ in find_numbers(text)), ascii(text)


def test_valid_utf8_is_never_read_as_anything_else():
    for text in strings(STRINGS):
        if text.isprintable() and text == clean(text) and (shown := read(text.encode())) is not None:
            assert shown == text or decode(text.encode()).repaired, ascii(text)


UNITS = (
    "ж",
    "қa",
    "21 сәуір 2018 ",
    "1",
    "' ",
    "a'",
    "1 234,5 млн ",
    "\u0301",
    "ьъ",
    "sh",
    "ия",
    "«",
    "ئ",
    "\ud800",
    "年",
    "-",
    "\n",
)
UNITS_IN_CI = UNITS[:4]


@pytest.mark.parametrize("name", list(FUNCTIONS))
def test_time_grows_with_the_length_only_from_a_hundred_to_a_hundred_thousand_characters(name: str):
    for unit in UNITS if IN_FULL else UNITS_IN_CI:
        assert grows_linearly_by_decade(FUNCTIONS[name], unit), (name, unit)


LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8")
MACHINE_ZONES = ("UTC", "Asia/Almaty", "America/New_York")
HASH_SEEDS = ("0", "1", "4242")


def digest() -> str:
    """Return a digest of what every function says about 60 strings."""
    said = hashlib.sha256()
    for text in strings(60):
        for name, function in FUNCTIONS.items():
            said.update(f"{name} {function(text)!r}".encode(errors="surrogatepass"))
    return said.hexdigest()


def digest_elsewhere(locale: str, zone: str, seed: str) -> str:
    code = (
        "import locale, contextlib\nwith contextlib.suppress(locale.Error): locale.setlocale(locale.LC_ALL, '')\n"
        "import runpy; print(runpy.run_path('tests/kazakh/test_properties.py')['digest']())"
    )
    place = {"LC_ALL": locale, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": "."}
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], env=os.environ | place, cwd=root, capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_results_depend_on_no_locale_machine_zone_or_hash_seed():
    everywhere = itertools.product(LOCALES, MACHINE_ZONES, HASH_SEEDS)
    # Every value of one meets every value of the others.
    pairs = [(locale, zone, HASH_SEEDS[(i + j) % 3]) for i, locale in enumerate(LOCALES) for j, zone in enumerate(MACHINE_ZONES)]
    assert {digest_elsewhere(*place) for place in (everywhere if IN_FULL else pairs)} == {digest()}
