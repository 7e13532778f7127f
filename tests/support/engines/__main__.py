"""Prints how well the general strategies read engines that no portal file knows.

python -m tests.support.engines [--template NAME] [--field NAME] [--model KEY] [--all] [--blind] [--show]
    [--write-gaps] [--pages DIR]
"""

from __future__ import annotations

import argparse
import difflib
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.support.engines import models
from tests.support.engines.blind import blind
from tests.support.engines.core import FIELDS, Template, heads, loaded
from tests.support.engines.gaps import GAPS, write_gaps
from tests.support.engines.scoring import REFUSED, Score, plain, scores

WIDTH = 200


def say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.support.engines", description=__doc__.splitlines()[0])
    parser.add_argument("--template", action="append", default=[], help="names that contain this; may be repeated")
    parser.add_argument("--field", action="append", default=[], choices=FIELDS)
    parser.add_argument("--model", help="one model instead of the template's usual ones")
    parser.add_argument("--all", action="store_true", help="every model on every template")
    parser.add_argument("--blind", action="store_true", help="class names and ids hashed: is it read by names alone?")
    parser.add_argument("--show", action="store_true", help="print the HTML of the pages (of the first model)")
    parser.add_argument("--long", action="store_true", help="do not shorten expected and actual")
    parser.add_argument("--per-template", action="store_true", help="a table of templates as well")
    parser.add_argument("--write-gaps", action="store_true", help="write the failing pairs into known_gaps.json")
    parser.add_argument("--pages", type=Path, help="write the HTML of every page into this folder")
    return parser.parse_args()


def printed_with(template: Template, args: argparse.Namespace) -> tuple[models.Model, ...]:
    seed = (models.seed(),) if models.seed() else ()
    usual = (*template.models(every=args.all or bool(args.model)), *seed)
    return tuple(model for model in usual if args.model in (None, model.key))


def score_table(found: list[Score]) -> list[str]:
    lines = [f"{'field':<12}{'right':>7}{'of':>7}{'share':>9}   templates wholly right"]
    for name in FIELDS:
        rows = [score for score in found if score.field == name]
        if not rows:
            continue
        right = sum(score.right for score in rows)
        by_template: dict[str, bool] = defaultdict(lambda: True)
        for score in rows:
            by_template[score.template] &= score.right
        whole = f"{sum(by_template.values())}/{len(by_template)}"
        lines.append(f"{name:<12}{right:>7}{len(rows):>7}{right / len(rows):>9.1%}   {whole}")
    right = sum(score.right for score in found)
    lines.append(f"{'all':<12}{right:>7}{len(found):>7}{right / max(1, len(found)):>9.1%}")
    bodies = [score.f1 for score in found if score.field == "body"]
    if bodies:
        lines.append(f"body F1 by four-word shingles: mean {sum(bodies) / len(bodies):.4f}, worst {min(bodies):.3f}")
    return lines


def template_table(found: list[Score]) -> list[str]:
    rows: dict[str, list[Score]] = defaultdict(list)
    for score in found:
        rows[score.template].append(score)
    lines = [f"{'template':<34}{'right':>9}  body F1  wrong fields"]
    for name, of_template in rows.items():
        wrong = sorted({score.field for score in of_template if not score.right}, key=FIELDS.index)
        bodies = [score.f1 for score in of_template if score.field == "body"]
        f1 = f"{sum(bodies) / len(bodies):>7.3f}" if bodies else "      -"
        share = sum(score.right for score in of_template) / len(of_template)
        lines.append(f"{name:<34}{share:>9.1%}  {f1}  {' '.join(wrong)}")
    return lines


def short(value: Any, args: argparse.Namespace) -> str:
    text = repr(value)
    return text if args.long or len(text) <= WIDTH else f"{text[: WIDTH // 2]} … {text[-WIDTH // 2 :]}"


def text_difference(score: Score, model: models.Model, args: argparse.Namespace) -> list[str]:
    """Return the paragraphs missing from (-) and strange to (+) the body."""
    if isinstance(score.actual, str):
        return [f"      {score.actual}"]
    want, have = plain(score.expected, heads(model)), plain(score.actual, heads(model))
    changed = [line for line in difflib.ndiff(want, have) if line[0] in "+-"]
    return [f"      {line[0]} {short(line[2:], args)}" for line in changed] or ["      (order only)"]


def failures(found: list[Score], known: dict[str, models.Model], args: argparse.Namespace) -> list[str]:
    """Return the failing pairs, each with its first page in full and the names of the others; a refusal once."""
    pairs: dict[tuple[str, str], list[Score]] = defaultdict(list)
    for score in found:
        if not score.right:
            pairs[score.template, score.field].append(score)
    lines = []
    for (template, name), wrong in sorted(pairs.items(), key=lambda pair: (FIELDS.index(pair[0][1]), pair[0][0])):
        if name == "paragraphs" and (template, "body") in pairs and not args.field:
            continue
        score = wrong[0]
        if isinstance(score.actual, str) and score.actual.startswith(REFUSED) and name != "title":
            continue
        also = f"  (also {' '.join(other.model for other in wrong[1:])})" if wrong[1:] else ""
        f1 = f"  F1 {score.f1:.3f}" if name == "body" else ""
        lines.append(f"  {template}-{name}  [{score.model}]{f1}{also}")
        if name in ("body", "paragraphs"):
            lines += text_difference(score, known[score.model], args)
        else:
            lines += [f"      expected {short(score.expected, args)}", f"      actual   {short(score.actual, args)}"]
    return lines


def main() -> None:
    args, started = arguments(), time.perf_counter()
    chosen = [one for name, one in loaded().items() if not args.template or any(part in name for part in args.template)]
    chosen = [blind(one) for one in chosen] if args.blind else chosen
    found: list[Score] = []
    known: dict[str, models.Model] = {}
    for template in chosen:
        for model in printed_with(template, args):
            known[model.key] = model
            found += [score for score in scores(template, model) if not args.field or score.field in args.field]
            if args.pages:
                args.pages.mkdir(parents=True, exist_ok=True)
                (args.pages / f"{template.name}.{model.key}.html").write_text(template.page(model).html, encoding="utf-8")
        if args.show:
            say(template.page(printed_with(template, args)[0]).html, "")
    say("FAILURES", *failures(found, known, args), "")
    if args.per_template or len(chosen) <= len(FIELDS):
        say(*template_table(found), "")
    pages = len({(score.template, score.model) for score in found})
    say(*score_table(found), f"{len(chosen)} templates, {pages} pages, {time.perf_counter() - started:.1f} s")
    if args.write_gaps and not (args.template or args.field or args.model or args.all or args.blind):
        say(f"{write_gaps(found)} pairs written to {GAPS.name}")


if __name__ == "__main__":
    main()
