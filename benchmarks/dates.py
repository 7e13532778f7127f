"""Displayed dates: how many are read right, and how long one takes, beside the libraries that are installed.

    python -m benchmarks.dates [--cases date-cases.json]

Without a file it measures the cases below; `../shared/data/date-cases.json` is taken if it is there. A library that is
not installed is left out of the table. Times are processor time: they move with the machine, read them as sizes.
"""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kznews.kazakh.dates import DateReading, read_date
from kznews.kazakh.fold import fold

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "date-cases.json"
OWN = {
    "now": "2025-11-22T12:00:00+05:00",
    "cases": [
        {"text": "21 Сәуір, 2018", "expect": "2018-04-21"},
        {"text": "30 Qazan, 2025", "expect": "2025-10-30"},
        {"text": "03 تامىز, 2010", "expect": "2010-08-03"},
        {"text": "10:18, 25 Қараша 2025 | GMT +5", "expect": "2025-11-25T10:18"},
        {"text": "2018 жылғы 21 сәуірде", "expect": "2018-04-21"},
        {"text": "05.09.2023 14:05", "expect": "2023-09-05T14:05"},
        {"text": "кеше 10:15", "expect": "2025-11-21T10:15"},
        {"text": "3 сағат бұрын", "expect": "2025-11-22T09:00"},
        {"text": "5 мамандық бойынша", "expect": None},
        {"text": "2018", "expect": None},
    ],
}
DAY = len("2018-04-21")
Reader = Callable[[str], datetime | None]


def kznews_reader(now: datetime) -> Reader:
    def read(text: str) -> datetime | None:
        reading = read_date(text, now=now)
        return reading.value if isinstance(reading, DateReading) else None

    return read


def dateparser_reader(now: datetime) -> Reader:
    module = importlib.import_module("dateparser")
    settings = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past", "RELATIVE_BASE": now.replace(tzinfo=None)}
    return lambda text: module.parse(text, languages=["kk", "ru"], settings=settings)


def dateutil_reader(now: datetime) -> Reader:
    module = importlib.import_module("dateutil.parser")

    def read(text: str) -> datetime | None:
        try:
            return module.parse(text, fuzzy=True, dayfirst=True, default=now.replace(hour=0, minute=0))
        except (ValueError, OverflowError):
            return None

    return read


def htmldate_reader(_: datetime) -> Reader:
    module = importlib.import_module("htmldate")

    def read(text: str) -> datetime | None:
        page = f"<html><body><p class='date'>{text}</p><p>{'сөз ' * 40}</p></body></html>"
        found = module.find_date(page, extensive_search=True)
        return datetime.fromisoformat(found) if found else None

    return read


READERS = {
    "kznews": kznews_reader,
    "dateparser kk ru": dateparser_reader,
    "dateutil fuzzy": dateutil_reader,
    "htmldate": htmldate_reader,
}


def score(read: Reader, cases: list[dict[str, str | None]], *, days_only: bool) -> tuple[int, int, int, int]:
    right = wrong = none = invented = 0
    for case in cases:
        value, expected = read(str(case["text"])), case["expect"]
        if expected is None:
            invented += value is not None
        elif value is None:
            none += 1
        elif value.replace(tzinfo=None).isoformat().startswith(expected[:DAY] if days_only else expected):
            right += 1
        else:
            wrong += 1
    return right, wrong, none, invented


def microseconds(read: Reader, texts: list[str], rounds: int) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for _ in range(rounds):
            for text in texts:
                read(text)
        best = min(best, time.process_time() - start)
    return best / rounds / len(texts) * 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=SHARED, help="a file like ../shared/data/date-cases.json")
    path = parser.parse_args().cases
    source = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else OWN
    now, cases = datetime.fromisoformat(source["now"]), source["cases"]
    texts = [case["text"] for case in cases]
    print(f"{len(cases)} strings, Python {platform.python_version()}, {platform.machine()}")
    print(f"{'reader':<18}{'right':>7}{'wrong':>7}{'none':>7}{'invented':>10}{'µs a call':>11}")
    for name, make in READERS.items():
        try:
            read = make(now)
        except ImportError:
            print(f"{name:<18}  not installed")
            continue
        right, wrong, none, invented = score(read, cases, days_only=name == "htmldate")
        took = microseconds(read, texts, 50 if name == "kznews" else 1)
        print(f"{name:<18}{right:>7}{wrong:>7}{none:>7}{invented:>10}{took:>11.0f}")
    sentence = "Бүгін Қазақстанда жаңа оқу жылы басталды, деп хабарлайды тілшіміз. "
    text = (sentence * 40)[:2000]
    took = microseconds(fold, [text], 200) / 1000
    print(f"fold: {took:.2f} ms for {len(text):,} characters of Cyrillic")


if __name__ == "__main__":
    main()
