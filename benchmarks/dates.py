"""Displayed dates read by kznews.kazakh.dates and by the libraries that are installed; see benchmarks/kazakh.py."""

from __future__ import annotations

import importlib
import json
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from benchmarks import cases
from benchmarks.markdown import table, with_version
from kznews.kazakh.dates import DateReading, read_date

if TYPE_CHECKING:
    from pathlib import Path

Reader = Callable[[str], datetime | None]
Case = tuple[str, str | None]
_DAY = len("2018-04-21")
_DAYS_ONLY = ("htmldate",)


def kznews_reader(now: datetime) -> Reader:
    def read(text: str) -> datetime | None:
        reading = read_date(text, now=now)
        return reading.value if isinstance(reading, DateReading) else None

    return read


def dateparser_reader(now: datetime) -> Reader:
    module = importlib.import_module("dateparser")
    settings = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past", "RELATIVE_BASE": now.replace(tzinfo=None)}
    return lambda text: module.parse(text, languages=["kk", "ru"], settings=settings)


def dateparser_alone_reader(now: datetime) -> Reader:
    module = importlib.import_module("dateparser")
    settings = {"RELATIVE_BASE": now.replace(tzinfo=None)}
    return lambda text: module.parse(text, settings=settings)


def dateutil_reader(now: datetime) -> Reader:
    module = importlib.import_module("dateutil.parser")
    default = now.replace(hour=0, minute=0, tzinfo=None)

    def read(text: str) -> datetime | None:
        try:
            found: datetime = module.parse(text, fuzzy=True, dayfirst=True, default=default)
        except (ValueError, OverflowError):
            return None
        return found

    return read


def htmldate_reader(_: datetime) -> Reader:
    module = importlib.import_module("htmldate")

    def read(text: str) -> datetime | None:
        page = f"<html><body><p class='date'>{text}</p><p>{'сөз ' * 40}</p></body></html>"
        found = module.find_date(page, extensive_search=True)
        return datetime.fromisoformat(found) if found else None

    return read


READERS: dict[str, tuple[str, Callable[[datetime], Reader]]] = {
    "kznews": ("", kznews_reader),
    "dateparser": ("kk and ru, day first", dateparser_reader),
    "dateparser ": ("no language given", dateparser_alone_reader),
    "python-dateutil": ("fuzzy, day first", dateutil_reader),
    "htmldate": ("extensive, days only", htmldate_reader),
}


def date_cases(shared: Path) -> tuple[datetime, list[Case], str]:
    """Return now, the cases and where they are from."""
    path = shared / "date-cases.json"
    if not path.is_file():
        return datetime.fromisoformat(cases.NOW), list(cases.DATES.items()), "benchmarks/cases.py"
    source = json.loads(path.read_text(encoding="utf-8"))
    return datetime.fromisoformat(source["now"]), [(case["text"], case["expect"]) for case in source["cases"]], path.name


def displayed(shared: Path) -> list[Case]:
    """Return the displayed dates of real pages with their readings, but those whose year only the address tells."""
    path = shared / "rendered-pages.jsonl"
    if not path.is_file():
        return []
    pages = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [
        (p["published_raw"], p["published_iso"]) for p in pages if p["published_raw"] and p["published_iso"] and not p["url_date"]
    ]


def outcome(value: datetime | None, expected: str | None, *, days_only: bool) -> str:
    if expected is None:
        return "nothing" if value is None else "invented"
    if value is None:
        return "none"
    shown = value.replace(tzinfo=None).isoformat()
    return "right" if shown.startswith(expected[:_DAY] if days_only else expected) else "wrong"


def measured(read: Reader, found: list[Case], *, days_only: bool) -> tuple[Counter[str], float]:
    """Return the outcomes and the microseconds of processor time a call.

    One round, because some keep what they were asked before; another text goes first, because some load tables then.
    """
    read("2 мамыр 2001, 10:20")
    start = time.process_time()
    values = [read(text) for text, _ in found]
    took = (time.process_time() - start) / len(found) * 1e6
    return Counter(outcome(v, expected, days_only=days_only) for v, (_, expected) in zip(values, found, strict=True)), took


def compare(now: datetime, found: list[Case]) -> list[str]:
    """Return the table of all readers over these cases as Markdown lines."""
    rows, base = [], 0.0
    for name, (how, make) in READERS.items():
        shown = with_version(name)
        if shown is None:
            rows.append([f"{name.strip()}: not installed", *[""] * 6])
            continue
        counts, took = measured(make(now), found, days_only=name in _DAYS_ONLY)
        base = base or took
        figures = [str(counts[key]) for key in ("right", "wrong", "none", "invented")]
        rows.append([f"{shown}, {how}" if how else shown, *figures, f"{took:,.0f}", f"{took / base:,.1f}"])
    return table(["reader", "right", "wrong answer", "no answer", "invented", "µs a call", "times kznews"], rows)
