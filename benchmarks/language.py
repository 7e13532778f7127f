"""Language of texts: kznews.kazakh.language beside pycld2 and, where installed, py3langid and lingua, printed as tables.

Run from the repository's root: python -m benchmarks.language [sentences.json]
The default file is ../shared/data/sentences.json; the odd sentences are scored, which no table of the project was counted in.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from kznews.kazakh.language import detect
from tests.support.transliterate import transliterate

Tool = Callable[[str], str]
CODES = {
    "kk": ("kk", "kaz"),
    "ru": ("ru", "rus"),
    "ky": ("ky", "kir"),
    "tt": ("tt", "tat"),
    "ba": ("ba",),
    "uz": ("uz", "uzn"),
    "kaa": ("kaa",),
    "mn": ("khk",),
    "ug": ("uig",),
    "az": ("az", "azj"),
    "tr": ("tr", "tur"),
    "sah": ("sah",),
    "uk": ("ukr",),
    "tg": ("tgk",),
    "tk": ("tuk",),
    "cv": ("chv",),
}
LANGUAGE = {name: code for code, names in CODES.items() for name in names}
SENTENCES = 500
CHARACTERS = 500


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


def tools() -> dict[str, Tool]:
    found: dict[str, Tool] = {"kznews": own}
    for package, name, make in (
        ("pycld2", "pycld2", with_pycld2),
        ("py3langid", "py3langid", with_py3langid),
        ("lingua-language-detector", "lingua", with_lingua),
    ):
        try:
            version = metadata.version(package)
        except metadata.PackageNotFoundError:
            print(f"{name}: not installed, left out")
            continue
        found[f"{name} {version}"] = make()
    return found


def material(path: Path) -> dict[str, tuple[str, list[str]]]:
    """Name of the set: its language and its sentences."""
    sets = {name: found[1::2][:SENTENCES] for name, found in json.loads(path.read_text(encoding="utf-8")).items()}
    scored = {name: (LANGUAGE[name.split("_")[0]], found) for name, found in sets.items()}
    for alphabet in ("latin 2017", "latin 2018", "latin 2021", "qazaqparat", "gh/sh", "arabic"):
        scored[f"kk_nerd, {alphabet}"] = ("kk", [transliterate(sentence, alphabet) for sentence in sets["kk_nerd"]])
    return scored


def joined(sentences: list[str]) -> list[str]:
    text = " ".join(sentences)
    return [text[start : start + CHARACTERS] for start in range(0, len(text) - CHARACTERS // 2, CHARACTERS)]


def cell(tool: Tool, language: str, texts: list[str]) -> str:
    answers = [tool(text) for text in texts]
    return f"{100 * answers.count(language) / len(texts):5.1f} / {100 * answers.count('kk') / len(texts):5.1f}"


def accuracy(title: str, scored: dict[str, tuple[str, list[str]]], found: dict[str, Tool]) -> None:
    print(f"\n{title}: right / called Kazakh, percent\n")
    print(f"{'set':22} {'n':>5}  " + "  ".join(f"{name:>15}" for name in found))
    for name, (language, texts) in scored.items():
        print(f"{name:22} {len(texts):5}  " + "  ".join(f"{cell(tool, language, texts):>15}" for tool in found.values()))


def speed(sentences: list[str], found: dict[str, Tool]) -> None:
    print("\nmicroseconds a text, Cyrillic\n")
    print(f"{'characters':>10}  " + "  ".join(f"{name:>15}" for name in found))
    text = " ".join(sentences)
    for size in (200, 2_000):
        print(f"{size:10}  " + "  ".join(f"{timed(tool, text, size):15.0f}" for tool in found.values()))


def timed(tool: Tool, text: str, size: int) -> float:
    texts = [text[start : start + size] for start in range(0, min(len(text) - size, 200 * 100), 100)]
    tool(texts[0])
    began = time.perf_counter()
    for piece in texts:
        tool(piece)
    return (time.perf_counter() - began) / len(texts) * 1e6


def main() -> int:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared" / "data" / "sentences.json"
    if not path.is_file():
        print(f"no sentences at {path}")
        return 1
    found, scored = tools(), material(path)
    accuracy("Sentences", scored, found)
    accuracy(f"Texts of {CHARACTERS} characters", {name: (code, joined(texts)) for name, (code, texts) in scored.items()}, found)
    speed(scored["kk_nerd"][1], found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
