"""docs/kazakh.md says what the code does."""

from __future__ import annotations

from pathlib import Path

from kznews.kazakh.charset import ALWAYS_TRIED
from kznews.kazakh.charset_repair import SWAP
from kznews.kazakh.fold import fold
from kznews.kazakh.function_words import NOT_KAZAKH
from kznews.kazakh.language import NEVER
from kznews.kazakh.letter_frequencies import CYRILLIC
from kznews.kazakh.letters import LATIN_TO_CYRILLIC
from kznews.kazakh.translit import to_arabic, to_latin_2021

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "kazakh.md").read_text(encoding="utf-8")


def table(first_cell: str) -> list[list[str]]:
    """Return the rows of the table whose head contains the cell, without head and rule."""
    rows = PAGE[PAGE.index(f"| {first_cell} |") :].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_every_letter_has_the_skeleton_that_the_page_states():
    rows = table("Cyrillic")
    assert len(rows) == 42
    for row in rows:
        assert fold(row[0]) == row[-1], row
        # ё is two Latin letters and one skeleton letter: the page names it as the exception.
        spelt = [] if row[0] == "ё" else [f"b{latin}b" for latin in row[1:-2] if latin] + [f"ب{row[-2]}ب"] * bool(row[-2])
        assert all(fold(syllable) == fold(f"б{row[0]}б") for syllable in spelt), row


def test_the_alphabets_that_we_write_are_those_of_the_page():
    for row in table("Cyrillic"):
        assert to_latin_2021(row[0]) == row[4], row
        assert to_arabic(row[0]).lstrip("ء") == row[7], row


def test_months_and_weekdays_are_those_of_the_page():
    months = table("month")
    assert len(months) == 12
    for _, month, skeleton, short, short_skeleton, latin, arabic in months:
        assert (fold(month), fold(short)) == (skeleton, short_skeleton)
        assert (to_latin_2021(month), to_arabic(month)) == (latin, arabic)
        assert fold(latin) == fold(arabic) == skeleton
    assert [fold(day) for _, day, _ in table("weekday")] == [skeleton for _, _, skeleton in table("weekday")]


def test_the_small_tables_are_those_of_the_page():
    assert " ".join(f"{chr(shown)}→{chr(int(meant))}" for shown, meant in SWAP.items()) in PAGE
    assert " ".join(f"{latin}→{cyrillic}" for latin, cyrillic in LATIN_TO_CYRILLIC.items()) in PAGE
    assert CYRILLIC[0].letters in PAGE


def test_the_endings_against_kazakh_are_those_of_the_page():
    shown = " ".join(row[0] for row in table("ending"))
    for ending in ("лар", "лер", "лық", "лик", "ди", "ниң", "сине", "ип", "инши", "ган", "lar", "dan", "ıyor"):
        assert f"-{ending}" in shown
    against = {"Cyrl": "адамлар келди биринши алган эшле", "Latn": "yol kitoblar geliyor ulkenlar"}
    for script, words in against.items():
        assert len(NOT_KAZAKH[script].findall(words)) >= len(words.split())
    assert not NOT_KAZAKH["Cyrl"].search("адамдар келді бірінші алған әрине орган доллар экономика")


def test_the_letters_that_only_neighbours_have_are_those_of_the_page():
    assert f"for each {' '.join(NEVER)} in it" in PAGE
    assert not set(NEVER) & set(CYRILLIC[0].letters)


def test_the_encodings_that_the_page_names_are_those_that_are_tried():
    names = "windows-1251, KZ-1048, PTCP154, KOI8-R,\n   KOI8-U, ISO-8859-5, cp866, mac-cyrillic, windows-1252 and 1254"
    assert names in PAGE
    aliases = {
        "windows-1251": "cp1251",
        "kz-1048": "kz1048",
        "iso-8859-5": "iso8859-5",
        "windows-1252": "cp1252",
        "1254": "cp1254",
    }
    named = [name.strip().lower() for name in names.replace(" and ", ", ").replace("\n", " ").split(",")]
    assert {aliases.get(name, name) for name in named} == set(ALWAYS_TRIED)


def test_the_command_line_prints_what_the_page_shows():
    assert fold("Қазақстан") == "kazakstan"
    assert to_latin_2021("жаңа") == "jaña"
