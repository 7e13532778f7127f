"""Every encoding that Python knows, in every language that it can hold: the right letters or a refusal."""

from __future__ import annotations

import os
import random
import unicodedata
from collections import Counter

import pytest

from kznews.kazakh import charset, function_words
from kznews.kazakh.charset import Undecodable, decode
from kznews.kazakh.charset_seven_bit import hidden
from tests.support.growth import grows_linearly
from tests.support.shared import SHARED, shared_json

# What kznews reads, what it never tries, what takes two bytes a letter, what hides letters in ASCII, and EBCDIC.
ENCODINGS = (
    *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-7", "hz"),
    *("cp1251", "kz1048", "ptcp154", "koi8-r", "koi8-u", "koi8-t", "iso8859-5", "cp866", "cp855", "cp1125", "mac-cyrillic"),
    *(f"cp125{last}" for last in (0, 2, 3, 4, 5, 6, 7, 8)),
    *(f"iso8859-{part}" for part in (1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)),
    *("cp437", "cp720", "cp737", "cp775", "cp850", "cp852", "cp857", "cp858", "cp860", "cp861", "cp863", "cp865", "cp869"),
    *("mac-roman", "mac-turkish", "mac-latin2", "mac-romanian", "mac-croatian", "mac-iceland", "mac-greek", "mac-arabic"),
    *("hp-roman8", "big5", "big5hkscs", "cp950", "gb18030", "gbk", "gb2312", "cp949", "euc-kr", "johab", "iso2022_kr"),
    *("shift_jis", "shift_jis_2004", "shift_jisx0213", "cp932", "euc_jp", "euc_jis_2004", "iso2022_jp", "iso2022_jp_ext"),
    *("cp037", "cp500", "cp1026"),
)
LABELS = (None, "utf-8", "windows-1251", "iso-8859-1", "koi8-r", "iso-8859-9", "windows-1254")
# A sentence of each set and encoding in CI; `make fuzz` asks for a hundred times as many.
SAMPLE = max(1, int(os.environ.get("KZNEWS_FUZZ", "0")) // 20_000)


def own_texts() -> dict[str, list[str]]:
    """Return lines of each language made of the small words that the package itself lists."""
    listed = {
        "kk": function_words.KAZAKH,
        **{
            f"{script} {language}": words
            for script, languages in function_words.OTHERS.items()
            for language, words in languages.items()
        },
    }
    texts = {}
    for language, words in listed.items():
        chance, found = random.Random(language), words.split()
        texts[language] = [" ".join(chance.choices(found, k=12)).capitalize() + "." for _ in range(40)]
    return texts


def encoded(texts: list[str], encoding: str) -> list[str]:
    """Return the texts that are more than ASCII and that the encoding holds without loss."""
    found = []
    for text in texts:
        try:
            if not text.isascii() and text.encode(encoding).decode(encoding) == text:
                found.append(text)
        except UnicodeError:
            continue
    return found


def outcomes(texts: dict[str, list[str]], encoding: str) -> tuple[Counter[str], list[str]]:
    """Return how often lines and pages in this encoding, under every label, came out right, refused or wrong."""
    counts: Counter[str] = Counter()
    wrong = []
    chance = random.Random(encoding)
    for lines in texts.values():
        found = encoded(lines, encoding)
        for line in chance.sample(found, min(SAMPLE, len(found))):
            labels = (*LABELS, encoding) if SAMPLE > 1 else (chance.choice((*LABELS, encoding)),)
            for label in labels:
                shown = chance.choice((line, f"<html><head><title>{line}</title></head><body><p>{line}</p></body></html>"))
                try:
                    read = decode(shown.encode(encoding), header=label and f"text/html; charset={label}")
                except Undecodable:
                    counts["refused"] += 1
                    continue
                # Browsers read shift_jis as cp932, where signs such as £ are as wide as the others.
                right = shown in {read.text, unicodedata.normalize("NFKC", read.text) if read.encoding == "cp932" else ""}
                counts["right" if right else "wrong"] += 1
                if not right:
                    wrong.append(f"{encoding} labelled {label} as {read.encoding}: {line}")
    return counts, wrong


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_encoding_is_silently_read_as_another(encoding: str) -> None:
    _, wrong = outcomes(shared_json("sentences.json") if SHARED else {}, encoding)
    assert wrong == []
    # Of hundreds of lines that are no sentences one may read as well otherwise: a Kurdish "û" alone is a dash in windows-1251.
    _, wrong = outcomes(own_texts(), encoding)
    assert len({reading.split(": ")[1] for reading in wrong}) <= (SAMPLE > 1), wrong


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_what_is_known_by_its_form_is_never_refused(encoding: str) -> None:
    assert set(outcomes(own_texts(), encoding)[0]) == {"right"}


def test_without_rivals_other_encodings_are_read_as_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charset, "rival", lambda *_, **__: None)
    assert sum(outcomes(own_texts(), encoding)[0]["wrong"] for encoding in ("iso8859-3", "cp850", "cp775", "cp1250")) > 0


@pytest.mark.parametrize("encoding", ["utf-7", "hz", "iso2022_jp"])
def test_letters_hidden_in_ascii_are_named(encoding: str) -> None:
    with pytest.raises(Undecodable, match=r"hidden in ASCII by (utf-7|hz|iso-2022)"):
        decode("Сегодня в городе открыли новую школу".encode(encoding))


@pytest.mark.parametrize("unit", ["+", "+BB", "+-"])
def test_looking_for_hidden_letters_takes_time_by_the_length_alone(unit: str) -> None:
    assert grows_linearly(lambda text: hidden(text.encode()), unit, "=")


def test_two_apostrophes_hidden_in_ascii_are_named() -> None:
    with pytest.raises(Undecodable, match="utf-7"):
        decode("Vertolyot o ’ quv maydonida halok bo ’ lgan.".encode("utf-7"))


@pytest.mark.parametrize(
    "text",
    [
        "+7 727 250 00 00",
        "tel:+77012345678",
        "C++ a+b+c",
        "x=1+IBM",
        "a+APw",
        "~{name}",
        "{~}",
        "2+2-1",
    ],
)
def test_plain_ascii_with_plus_or_tilde_stays(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("label", [None, "windows-1251", "utf-8"])
def test_kazakh_in_mac_cyrillic_is_not_guessed(label: str | None) -> None:
    for text in ("Бала тапты.", "Бастама баршаны ойландырды.", "Банк пайыз алады.", "Барыс жылы."):
        try:
            assert decode(text.encode("mac-cyrillic"), header=label and f"text/html; charset={label}").text == text
        except Undecodable as refused:
            assert "both make words" in refused.reason  # noqa: PT017 - a refusal is as good
