"""The command line of the package: `python -m kznews.kazakh {fold,date,lang,translit,decode}`.

Texts come as arguments or, a line in and a line out, on standard input. Exit status: 0 done, 1 some bytes could not be
decoded, 2 wrong usage, 3 the machine's zone tables are too old to date pages by. Read docs/kazakh.md for examples.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias
from zoneinfo import ZoneInfo

from kznews.kazakh.charset import Undecodable, decode
from kznews.kazakh.dates import DateReading, read_date
from kznews.kazakh.fold import fold
from kznews.kazakh.language import detect
from kznews.kazakh.translit import from_latin_2018, to_arabic, to_latin_2021
from kznews.kazakh.zones import ZoneTablesError, check_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_OK, _UNDECODABLE, _USAGE, _OLD_TABLES = 0, 1, 2, 3
_TRANSLIT = {"latin": to_latin_2021, "arabic": to_arabic, "cyrillic": from_latin_2018}

_Answer: TypeAlias = dict[str, object]


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(_USAGE, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; only wrong usage raises (SystemExit 2)."""
    _speak_utf8()
    try:
        options = _parser().parse_args(arguments)
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough; without this the interpreter complains once more on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _OK
    except ZoneTablesError as fault:
        sys.stderr.write(f"{fault}\n")
        return _OLD_TABLES
    except KeyboardInterrupt:
        return 130
    return status


def _speak_utf8() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m kznews.kazakh", description=__doc__.splitlines()[0] if __doc__ else None)
    commands = parser.add_subparsers(required=True, metavar="{fold,date,lang,translit,decode}")
    _command(commands, "fold", "the skeleton, for comparing across scripts", _fold)
    date = _command(commands, "date", "the date that a text displays", _date)
    date.add_argument("--now", type=_moment, help="ISO 8601, for relative dates and dates without a year")
    date.add_argument("--zone", type=_zone, default="Asia/Almaty", help="zone of the portal (default: %(default)s)")
    date.add_argument("--year", type=int, help="the year of a text that shows none")
    date.set_defaults(run=_dates)
    _command(commands, "lang", "language and script", _lang)
    translit = _command(commands, "translit", "another script, for reading", _translit)
    translit.add_argument("--to", choices=sorted(_TRANSLIT), required=True)
    _decoding(commands)
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    about: str,
    answer: Callable[[str, argparse.Namespace], _Answer],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=about, description=about)
    parser.add_argument("text", nargs="*", help="texts; without any, the lines of standard input")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(run=_each_line, answer=answer)
    return parser


def _decoding(commands: argparse._SubParsersAction[_Parser]) -> None:
    about = "the text of bytes in whatever encoding"
    parser = commands.add_parser("decode", help=about, description=about)
    parser.add_argument("file", nargs="*", type=Path, help="files; without any, standard input")
    parser.add_argument("--header", help="the Content-Type that came with the bytes")
    parser.add_argument("--json", action="store_true", help="one JSON object a file")
    parser.set_defaults(run=_decode)


def _moment(value: str) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"no ISO 8601 moment: {value!r}") from fault


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (OSError, ValueError, LookupError) as fault:
        raise argparse.ArgumentTypeError(f"no such zone: {value!r}") from fault
    return value


def _each_line(options: argparse.Namespace) -> int:
    for text in _texts(options.text):
        answer = options.answer(text, options)
        if options.json:
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        else:
            shown = ("-" if value is None else str(value) for key, value in answer.items() if key != "text")
            sys.stdout.write("\t".join(shown).replace("\n", " ") + "\n")
    return _OK


def _dates(options: argparse.Namespace) -> int:
    check_tables()
    return _each_line(options)


def _texts(given: Sequence[str]) -> Iterator[str]:
    if given:
        # Bytes that are no UTF-8 arrive as lone surrogates, which no UTF-8 output can hold.
        yield from (text.encode(errors="surrogateescape").decode(errors="replace") for text in given)
    else:
        # Lines end at a newline only: U+2028 and its like belong to the text.
        yield from (line.rstrip("\n").rstrip("\r") for line in sys.stdin)


def _fold(text: str, _: argparse.Namespace) -> _Answer:
    return {"text": text, "skeleton": fold(text)}


def _date(text: str, options: argparse.Namespace) -> _Answer:
    reading = read_date(text, now=options.now, zone=options.zone, year=options.year)
    if isinstance(reading, DateReading):
        answer = {"value": reading.value.isoformat(), "precision": str(reading.precision), "basis": str(reading.basis)}
        return {"text": text, **answer}
    return {"text": text, "value": None, "reason": str(reading.reason)}


def _lang(text: str, _: argparse.Namespace) -> _Answer:
    reading = detect(text)
    return {
        "text": text,
        "language": reading.language,
        "script": reading.script,
        "share": reading.share,
        "second_voice": reading.second_voice,
        "agrees": reading.agrees,
    }


def _translit(text: str, options: argparse.Namespace) -> _Answer:
    return {"text": text, options.to: _TRANSLIT[options.to](text)}


def _decode(options: argparse.Namespace) -> int:
    status = _OK
    for path in options.file or (None,):
        name = str(path) if path else "-"
        try:
            decoded = decode(path.read_bytes() if path else sys.stdin.buffer.read(), header=options.header)
        except Undecodable as refusal:
            status = _UNDECODABLE
            sys.stderr.write(f"{name}: {refusal.reason}\n")
        except OSError as fault:
            sys.stderr.write(f"{name}: {fault.strerror}\n")
            return _USAGE
        else:
            facts = {"encoding": decoded.encoding, "basis": decoded.basis, "repaired": decoded.repaired}
            answer = {"file": name, **facts, "replacements": decoded.replacements, "text": decoded.text}
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n" if options.json else decoded.text)
    return status


if __name__ == "__main__":
    sys.exit(main())
