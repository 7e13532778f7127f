"""Dates, language and skeletons beside the usual libraries, in one run, as Markdown.

    python -m benchmarks.kazakh [--shared ../shared/data] [--sentences 150]

Run it from the repository's root in an environment of requirements-bench.txt; what is not installed is left out and named.
Without the shared folder the own cases of benchmarks/cases.py are taken. Processor time, of this run and machine only.
"""

from __future__ import annotations

import argparse
import platform
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import dates, language
from benchmarks.markdown import table
from kznews.kazakh.fold import fold
from tests.support.transliterate import ALPHABETS, transliterate

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
SIZE = 2_000


def date_part(shared: Path) -> list[str]:
    now, found, source = dates.date_cases(shared)
    right = sum(expected is not None for _, expected in found)
    lines = [
        "## Dates",
        "",
        f"{right} strings that are dates and {len(found) - right} that are none ({source}):",
        *dates.compare(now, found),
    ]
    shown = dates.displayed(shared)
    if shown:
        lines += [
            f"{len(shown)} dates as real pages display them (rendered-pages.jsonl, year in the text):",
            *dates.compare(now, shown),
        ]
    return lines


def language_part(shared: Path, most: int) -> list[str]:
    found, scored = language.tools(), language.material(shared, most)
    pieces = {name: (code, language.joined(texts)) for name, (code, texts) in scored.items()}
    missing = ", ".join(package for package in language.TOOLS if package not in found)
    notes = [f"{package} sees {count} texts a set." for package, count in language.SLOW.items() if package in found]
    notes += [f"Not installed: {missing}."] if missing else []
    return [
        "## Language",
        "",
        " ".join([f"Right / called Kazakh, in percent; odd sentences, at most {most} a set.", *notes]),
        *language.accuracy(scored, found),
        f"The same sentences joined and cut into {language.CHARACTERS} characters:",
        *language.accuracy(pieces, found),
        "Microseconds a text of Kazakh in Cyrillic:",
        *language.speed(scored, found),
    ]


def fold_part(shared: Path) -> list[str]:
    scored = language.material(shared, 2_000)
    sentences = (scored.get("kk_nerd") or scored["kk"])[1]
    rows = []
    for alphabet in ("cyrillic", *ALPHABETS):
        written = sentences if alphabet == "cyrillic" else [transliterate(sentence, alphabet) for sentence in sentences]
        words = [pair for ours, theirs in zip(sentences, written, strict=True) for pair in word_pairs(ours, theirs)]
        equal = 100 * sum(fold(ours) == fold(theirs) for ours, theirs in words) / len(words)
        rows.append([alphabet, f"{len(words):,}", f"{equal:.2f}", f"{milliseconds(written):.2f}"])
    head = ["alphabet", "words", "same skeleton as in Cyrillic, %", f"ms for {SIZE:,} characters"]
    return [
        "## Skeleton",
        "",
        "Kazakh sentences carried over by the tables of tests/support/transliterate.py:",
        *table(head, rows),
    ]


def word_pairs(ours: str, theirs: str) -> list[tuple[str, str]]:
    return list(zip(ours.split(), theirs.split(), strict=True)) if len(ours.split()) == len(theirs.split()) else [(ours, theirs)]


def milliseconds(sentences: list[str]) -> float:
    text = (" ".join(sentences) * SIZE)[:SIZE]
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        for _ in range(40):
            fold(text)
        best = min(best, time.process_time() - start)
    return best / 40 * 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--shared", type=Path, default=SHARED, help="folder with date-cases.json, sentences.json, rendered-pages.jsonl"
    )
    parser.add_argument("--sentences", type=int, default=150, help="at most so many sentences a set (default: %(default)s)")
    options = parser.parse_args()
    day = datetime.now(UTC).date().isoformat()
    print(f"Run on {day}, Python {platform.python_version()}, {platform.system()} {platform.machine()}.", end="\n\n")
    for part in (date_part(options.shared), language_part(options.shared, options.sentences), fold_part(options.shared)):
        print("\n".join(part), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
