# ruff: noqa: E501
"""Which labels are people."""

from __future__ import annotations

import pytest

from kznews.extract.people.names import has_capitals, is_name, looks_like_name, name_in
from tests.support.engines.scripts import written
from tests.support.small_pages import PARAGRAPHS, article, page, read

PERSON = "Айгүл Серікқызы"


@pytest.mark.parametrize(
    "label",
    [
        PERSON, f"Автор: {PERSON}", f"Автор {PERSON}", f"Авторы: {PERSON}", f"Мәтін авторы – {PERSON}", f"Дайындаған: {PERSON}", f"Әзірлеген - {PERSON}",
        f"Жазған: {PERSON}", f"Тілші: {PERSON}", f"  {PERSON} ,", f"| {PERSON} |", f"АВТОР: {PERSON}", f"{PERSON} •",
    ],
)  # fmt: skip
def test_a_label_names_a_person(label: str) -> None:
    assert name_in(label) == PERSON


@pytest.mark.parametrize(
    "name", ["Айгүл СЕРІККЫЗЫ", "А. Серікқызы", "Kórkem Ahmetqyzy", "Думан", "Ерболат Әлі-Сұлтан", "Жан д'Арк", "dumanbek", "Прессбек", "Дизайнбек Студенов", "ايگۇل سەرىكقىزى"]
)
def test_a_name_is_one(name: str) -> None:
    assert is_name(name)
    assert name_in(name) == name


@pytest.mark.parametrize(
    "label",
    [
        "", " ", "редактор", "Редактор", "Super User", "admin", "Өз тілшіміз", "Редакция", "Qaz365.kz редакциясы", "derek.kz", "Derek.KZ", "@derek",
        "https://derek.kz", "Автор:", "Автор: редактор", "1204", "5 пікір", "Фото: Derek", "Бөлісу", "Толығырақ", "…", "—", "автор", "Журналист",
        "pressderek", "derekadmin", "news_derek", "ақпараттоп",
        "Derek Web-studio", "Веб-студия Дерек", "WebDesign Derek", "Дерек дизайн студиясы",
        "Бұл сөйлем аттан әлдеқайда ұзын болғандықтан, ол ешқашан адамның аты бола алмайды ғой", "2 қараша",
    ],
)  # fmt: skip
def test_what_is_no_name(label: str) -> None:
    assert name_in(label) == ""


@pytest.mark.parametrize("label", [PERSON, "Думан Әлі Ерұлы", "Aıgúl Serikqyzy", "ايگۇل سەرىكقىزى", "دۋمان ءالى ەرۇلى", "مارات احمەتوۆ"])
def test_capitals_make_a_name(label: str) -> None:
    assert looks_like_name(label)


@pytest.mark.parametrize(
    "label", ["Айгүл", "Қоғам жаңалықтары", "айгүл серікқызы", "Бір Екі Үш Төрт", "Айгүл 5", "А. Серікқызы", "", "Айгүл, Думан", "قوعام جاڭالىقتارى", "سەرىكقىزى", "ۇلى دالا ايگۇل قىزى"]
)
def test_other_labels_do_not_look_like_names(label: str) -> None:
    assert not looks_like_name(label)


@pytest.mark.parametrize("alphabet", ["acute", "umlaut"])
def test_the_label_is_known_in_latin(alphabet: str) -> None:
    assert name_in(written(f"Автор: {PERSON}", alphabet)) == written(PERSON, alphabet)


OFFICES = ("Ұлттық Банк", "Бас Прокуратура", "Әділет Министрлігі", "Қазақстан Республикасы", "Астана Қаласы", "Ақтөбе Облыстық Соты", "ҰЛТТЫҚ БАНК")


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("alphabet", ["", "acute", "umlaut"])
def test_an_office_is_nobody(office: str, alphabet: str) -> None:
    said = written(office, alphabet) if alphabet else office
    assert not looks_like_name(said)
    assert not is_name(said)
    assert has_capitals(said), "it may be a section's name no more than a person's"


@pytest.mark.parametrize("name", ["Айгүл Банкова", "Ерлан Қорабай", "Сот Әлімхан", "Әкім Таразы", "Айгүл Министрова"])
def test_a_family_may_be_called_nearly_so(name: str) -> None:
    assert looks_like_name(name)
    assert is_name(name)


@pytest.mark.parametrize("office", OFFICES)
def test_an_office_signs_no_text(office: str) -> None:
    signed = read(page(main=article(paragraphs=(*PARAGRAPHS, office)))).values
    assert (signed["authors"], signed["body"][-1]) == ([], office)
    assert read(page(main=article(paragraphs=(*PARAGRAPHS, PERSON)))).values["authors"] == [PERSON]
    assert read(page(main=article().replace("</h1>", f"</h1><div class='author'>Автор: {office}</div>"))).values["authors"] == []
