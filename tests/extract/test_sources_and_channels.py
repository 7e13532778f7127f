# ruff: noqa: E501
"""Last lines that say whence a text was taken, and lines that call readers to the portal's own channels."""

from __future__ import annotations

import pytest

from kznews.extract.people.source_lines import source_of
from kznews.extract.phrases import is_boilerplate
from tests.support.engines.scripts import written
from tests.support.growth import grows_linearly
from tests.support.small_pages import PARAGRAPHS, article, page, read

SOURCES = {
    "«Ауыл таңы» газетінің материалы бойынша": "«Ауыл таңы» газеті", "ДалаАқпарат агенттігінің материалдары негізінде дайындалды": "ДалаАқпарат агенттігі",
    "«Ауыл таңы» газетінен алынды": "«Ауыл таңы» газеті", "Материал ауыл.kz сайтынан алынды.": "ауыл.kz сайты", "(«Ауыл таңы» журналынан)": "«Ауыл таңы» журналы",
    "auyl.kz ақпараты бойынша": "auyl.kz", "Дерек көзі – auyl.kz": "auyl.kz", "По материалам ДалаИнформ": "ДалаИнформ",
    "Ашық дереккөздерден": "", "Ашық дереккөздер негізінде дайындалды.": "", "Ғаламтор материалдары негізінде": "", "Материал интернеттен алынды": "",
}  # fmt: skip


def under(line: str) -> tuple[object, int]:
    found = read(page(main=article(paragraphs=(*PARAGRAPHS, line)))).values
    return found["source_name"], len(found["body"]) - len(PARAGRAPHS)


@pytest.mark.parametrize(("line", "source"), SOURCES.items())
def test_a_last_line_says_whence_a_text_was_taken(line: str, source: str) -> None:
    assert under(line) == (source, 0)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Дереккөз: ауыл кітапханасы", "ауыл кітапханасы"), ("Дереккөзі – Ауыл таңы", "Ауыл таңы"), ("Источник auyl.kz", "auyl.kz"),
        ("Дереккөз «Ауыл таңы»", "«Ауыл таңы»"), ("Источник: ДалаИнформ", "ДалаИнформ"), ("Дереккөз ДалаАқпарат", "ДалаАқпарат"),
        ("Дереккөз хабарлағандай, кездесу ертең өтеді.", ""), ("Источник сообщает о новых мерах поддержки.", ""),
        ("Дереккөзге сенсек, көпір қыста жабылады", ""), ("Дереккөз – бұлақтың басы, суы қысы-жазы тартылмайды.", ""),
    ],
)  # fmt: skip
def test_a_label_with_a_mark_or_an_outlet_names_the_source_and_a_sentence_does_not(line: str, source: str) -> None:
    said = read(page(main=article(paragraphs=(PARAGRAPHS[0], line, *PARAGRAPHS[1:])))).values
    assert said["source_name"] == source
    assert (line in said["body"]) is (not source)


@pytest.mark.parametrize("alphabet", ["acute", "umlaut", "arabic"])
def test_so_it_does_in_every_script(alphabet: str) -> None:
    said = written("ДалаАқпарат агенттігінің материалы бойынша", alphabet)
    assert source_of(said) == written("ДалаАқпарат агенттігі", alphabet)
    assert source_of(written("Ашық дереккөздерден", alphabet)) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Сот материалдары бойынша тергеу аяқталды.",
        "Бағдарлама министрлік деректері негізінде әзірленді.",
        "Ақша интернеттен алынды.",
        "Ол бұл туралы ауыл газетінен оқыды.",
        "Кітап ауылдағы дүкен сайтынан алынды.",
        "Тергеу материалдары бойынша",
        "",
    ],
)
def test_other_last_lines_are_text(line: str) -> None:
    assert source_of(line) is None
    assert not line or under(line) == ("", 1)


@pytest.mark.parametrize(
    "line",
    [
        "Instagram парақшамыз: @auyltany — жазылуды ұмытпаңыздар!", "Телеграм арнамыз: @auyltany", "Біздің Instagram: @auyltany", "Бізді Instagram желісінде оқыңыз: @auyltany",
        "YouTube арнамызға жазылуды ұмытпаңыз!", "Парақшамызға жазылуды ұмытпаңыздар", "Facebook парақшамызға лайк басыңыз", "Біздің Telegram-арна: t.me/auyltany",
        "WhatsApp нөміріміз: +7 700 123 45 67", "Тағы да жаңалықтар Telegram арнамызда: @auyltany",
    ],
)  # fmt: skip
@pytest.mark.parametrize("alphabet", ["", "acute", "arabic"])
def test_lines_that_call_to_a_portal_s_channel_are_no_text(line: str, alphabet: str) -> None:
    own, colon, address = line.partition(":")
    said = f"{written(own, alphabet)}{colon}{address}" if alphabet and colon and "—" not in line else line
    assert is_boilerplate(said)
    assert under(said)[1] == 0


@pytest.mark.parametrize(
    "line",
    [
        "Ол Instagram парақшасында (@dina_q) осылай деп жазды.",
        "Біздің ауылда интернет жоқ, Telegram ашылмайды.",
        "Мектепке құжат тапсыруды ұмытпаңыз!",
        "Арнамыз деп аталатын өзен бар.",
        "Біздің нөмірге 40 адам хабарласты.",
    ],
)
def test_lines_about_channels_are_text(line: str) -> None:
    assert not is_boilerplate(line)
    assert under(line)[1] == 1


@pytest.mark.parametrize("unit", ["бойынша ", "газетінен ", "«", "материалы ", "a.kz "])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    assert grows_linearly(source_of, unit)
