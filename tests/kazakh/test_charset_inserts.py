"""Pages in UTF-8 with inserts in another encoding, and pages in UTF-8 that only lost letters."""

from __future__ import annotations

import pytest

from kznews.kazakh.charset import Undecodable, decode

TEXT = "<p>" + "Ақтау порты түнгі дауылдан кейін қайта ашылды, кемелер кезекпен шықты. " * 12 + "</p>"


def page(insert: bytes, times: int = 1) -> bytes:
    return TEXT.encode() + (b"<div>" + insert + b"</div>") * times


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("Гороскоп: Козерог, день удачный", "cp1251"),
        ("Ауа райы: Ақтау, ашық, жел солтүстіктен соғады", "kz1048"),
        ("Курс валют на сегодня", "koi8-r"),
    ],
)
def test_an_insert_is_read_in_its_own_encoding(said: str, encoding: str) -> None:
    decoded = decode(page(said.encode(encoding)))
    assert decoded.text == f"{TEXT}<div>{said}</div>"
    assert (decoded.encoding, decoded.replacements, decoded.repaired) == ("utf-8", 0, True)


def test_letters_that_were_cut_are_lost_and_no_insert() -> None:
    decoded = decode(page("Ақтау".encode()[:-1]))
    assert decoded.text == f"{TEXT}<div>Ақта\ufffd</div>"
    assert decoded.replacements == 1


def test_bytes_that_are_no_words_are_lost() -> None:
    with pytest.raises(Undecodable, match="lost"):
        decode(page(b"\xff\xfe\x80\x81\xfc", times=3))


def test_a_page_of_inserts_is_not_in_utf8() -> None:
    said = "Гороскоп: Козерог, день удачный для новых дел. "
    decoded = decode(f"<p>{said * 40}</p>".encode("cp1251") + "<p>Ақтау</p>".encode())
    assert decoded.encoding == "windows-1251"
