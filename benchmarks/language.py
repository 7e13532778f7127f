"""Language of texts by kznews.kazakh.language and by the libraries that are installed; see benchmarks/kazakh.py.

The odd sentences of sentences.json are scored: no table of the project was counted in them.
"""

from __future__ import annotations

import importlib
import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from benchmarks import cases
from benchmarks.markdown import table, with_version
from kznews.kazakh.language import detect
from tests.support.transliterate import ALPHABETS, transliterate

if TYPE_CHECKING:
    from pathlib import Path

Tool = Callable[[str], str]
Sets = dict[str, tuple[str, list[str]]]
CODES = {
    "kk": ("kk", "kaz"),
    "ru": ("ru", "rus"),
    "ky": ("ky", "kir"),
    "tt": ("tt", "tat"),
    "ba": ("ba",),
    "uz": ("uz", "uzn"),
    "kaa": ("kaa",),
    "mn": ("mn", "khk"),
    "ug": ("ug", "uig"),
    "az": ("az", "azj"),
    "tr": ("tr", "tur"),
    "sah": ("sah",),
    "uk": ("uk", "ukr"),
    "tg": ("tgk",),
    "tk": ("tuk",),
    "cv": ("chv",),
}
LANGUAGE = {name: code for code, names in CODES.items() for name in names}
CHARACTERS = 500
SLOW = {"lingua-language-detector": 60}
"""Packages that see only so many texts of a set, because they take long."""


def own(text: str) -> str:
    return detect(text).language


def with_pycld2() -> Tool:
    pycld2 = importlib.import_module("pycld2")

    def ask(text: str) -> str:
        try:
            answer: str = pycld2.detect(text)[2][0][1]
        except pycld2.error:
            return "un"
        return answer

    return ask


def with_py3langid() -> Tool:
    classify = importlib.import_module("py3langid").classify
    return lambda text: str(classify(text)[0])


def with_lingua() -> Tool:
    detector = importlib.import_module("lingua").LanguageDetectorBuilder.from_all_languages().build()

    def ask(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else "un"

    return ask


TOOLS: dict[str, Callable[[], Tool]] = {
    "kznews": lambda: own,
    "pycld2": with_pycld2,
    "py3langid": with_py3langid,
    "lingua-language-detector": with_lingua,
}


def tools() -> dict[str, Tool]:
    """Return what is installed, by package."""
    return {package: make() for package, make in TOOLS.items() if with_version(package)}


def material(shared: Path, most: int) -> Sets:
    """Return the sets with their language and at most so many sentences; Kazakh in each alphabet as well."""
    path = shared / "sentences.json"
    if path.is_file():
        sets = {name: found[1::2][:most] for name, found in json.loads(path.read_text(encoding="utf-8")).items()}
    else:
        sets = cases.SENTENCES
    scored = {name: (LANGUAGE[name.split("_")[0]], found) for name, found in sets.items()}
    kazakh = sets.get("kk_nerd") or sets["kk"]
    for alphabet in ALPHABETS:
        scored[f"kk, {alphabet}"] = ("kk", [transliterate(sentence, alphabet) for sentence in kazakh])
    return scored


def joined(sentences: list[str]) -> list[str]:
    text = " ".join(sentences)
    return [text[start : start + CHARACTERS] for start in range(0, len(text) - CHARACTERS // 2, CHARACTERS)] or [text]


def accuracy(scored: Sets, found: dict[str, Tool]) -> list[str]:
    """Return the table "right / called Kazakh, percent" of all tools over all sets."""
    rows = []
    for name, (language, texts) in scored.items():
        cells = [cell(tool, language, texts[: SLOW.get(package)]) for package, tool in found.items()]
        rows.append([name, str(len(texts)), *cells])
    return table(["set", "texts", *(with_version(package) or package for package in found)], rows)


def cell(tool: Tool, language: str, texts: list[str]) -> str:
    answers = [tool(text) for text in texts]
    return f"{100 * answers.count(language) / len(texts):.1f} / {100 * answers.count('kk') / len(texts):.1f}"


def speed(scored: Sets, found: dict[str, Tool]) -> list[str]:
    """Return the table of microseconds a text, Kazakh in Cyrillic."""
    text = " ".join((scored.get("kk_nerd") or scored["kk"])[1])
    rows = []
    for size in (200, 2_000):
        took = {package: timed(tool, text, size, 20 if package in SLOW else 100) for package, tool in found.items()}
        rows.append([str(size), *(f"{each:,.0f} (×{each / took['kznews']:,.2g})" for each in took.values())])
    return table(["characters", *(with_version(package) or package for package in found)], rows)


def timed(tool: Tool, text: str, size: int, count: int) -> float:
    text = text * (size * 2 // len(text) + 1)
    texts = [text[start : start + size] for start in range(0, len(text) - size, 100)][:count]
    tool(texts[0])
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        for piece in texts:
            tool(piece)
        best = min(best, time.process_time() - began)
    return best / len(texts) * 1e6
