"""python -m kznews.kazakh: what goes in, what comes out, and how it fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "kznews.kazakh", *arguments]
    return subprocess.run(
        command, input=stdin, capture_output=True, cwd=ROOT, env={**os.environ, **environment}, check=False, timeout=60
    )


def objects(*arguments: str, stdin: bytes = b"") -> list[dict[str, object]]:
    done = run(*arguments, "--json", stdin=stdin)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_fold_takes_a_line_and_gives_a_line():
    done = run("fold", stdin="Қазақстан\n\nQazaqstan\nقازاقستان".encode())
    assert done.stdout.decode().splitlines() == ["kazakstan", "", "kazakstan", "kazakstan"]
    assert objects("fold", "Жаңа") == [{"text": "Жаңа", "skeleton": "jana"}]


def test_date_says_value_precision_and_basis_or_the_reason():
    now = ("--now", "2025-11-22T12:00:00+05:00", "--zone", "Asia/Almaty")
    read, none = objects("date", *now, "кеше 10:15", "5 мамандық")
    assert read["value"] == "2025-11-21T10:15:00+05:00"
    assert read["precision"] == "minute"
    assert set(read) == {"text", "value", "precision", "basis"}
    assert none == {"text": "5 мамандық", "value": None, "reason": none["reason"]}


def test_lang_says_language_script_share_and_the_second_voice():
    (reading,) = objects("lang", "Бүгін ауылда жаңа мектеп ашылып, оған жүзден астам бала барды.")
    assert reading["language"] == "kk"
    assert reading["script"] == "Cyrl"
    assert reading["share"] == 1.0
    assert reading["second_voice"] == "kk"
    assert reading["agrees"] is True


@pytest.mark.parametrize(
    ("way", "text", "result"), [("latin", "жаңа", "jaña"), ("arabic", "бала", "بالا"), ("cyrillic", "jańa", "жаңа")]
)
def test_translit_carries_to_a_script(way: str, text: str, result: str):
    assert run("translit", "--to", way, text).stdout.decode() == result + "\n"


def test_decode_reads_files_and_standard_input(tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_bytes("<p>Қазақстан туралы хабар, жаңа ғимарат</p>".encode("kz1048"))
    assert run("decode", str(page)).stdout.decode() == "<p>Қазақстан туралы хабар, жаңа ғимарат</p>"
    (facts,) = objects("decode", stdin="Ұлттық банк".encode())
    assert (facts["encoding"], facts["basis"], facts["text"]) == ("utf-8", "utf-8", "Ұлттық банк")


def test_bytes_that_are_no_text_are_one_line_and_exit_1():
    done = run("decode", stdin=bytes(range(128, 256)) * 3)
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        (),
        ("translit", "жаңа"),
        ("date", "--now", "tomorrow", "x"),
        ("date", "--zone", "Mars/Olympus", "x"),
        ("decode", "no-such-file.html"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(arguments: tuple[str, ...]):
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_broken_utf8_on_standard_input_does_not_stop_it():
    done = run("fold", "--json", stdin=b"\xff\xfe\n\xd2\nok\n")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 3


def test_a_reader_that_leaves_is_no_error():
    command = f"yes 'жаңа сөз' | {sys.executable} -m kznews.kazakh fold | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=False, timeout=60)
    assert done.stdout == b"jana soz\n"
    assert done.stderr == b""


def test_output_does_not_depend_on_locale_zone_or_hash_seed():
    text = "Қазан айында жаңа мектеп ашылды"
    for command in (("fold", text), ("lang", text), ("date", "--now", "2025-11-22T12:00:00+05:00", "кеше 10:15")):
        plain = run(*command, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
        other = run(*command, PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="America/New_York")
        assert plain.stdout == other.stdout != b""


def test_a_machine_with_old_zone_tables_dates_no_page(tmp_path: Path):
    old = tmp_path / "Asia" / "Almaty"
    old.parent.mkdir()
    old.write_bytes(resources.files("tzdata.zoneinfo.Etc").joinpath("GMT-6").read_bytes())
    done = run("date", "21 Сәуір, 2018", PYTHONTZPATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"update tzdata" in done.stderr
