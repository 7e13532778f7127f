# ruff: noqa: E501
"""What ends a text and what only begins with the same words: speech, sentences, subheadings of the text itself."""

from __future__ import annotations

import time

import pytest

from kznews.extract.phrases import ALSO_READ, COMMENTS, RELATED, is_boilerplate, is_label
from kznews.extract.telling import is_speech, is_turn
from tests.support.growth import grows_linearly
from tests.support.small_pages import PARAGRAPHS, article, page, read

MORE = (
    "Жөндеу аяқталған соң ауыл балалары мектепке автобуспен қатынай бастады.",
    "Әкімдік енді екінші көпірді де жаңартпақ, оған қаржы келер жылы бөлінеді.",
)
LINKS = '<ul><li><a href="/n/8">Көктемгі су тасқыны ерте басталды</a></li><li><a href="/n/9">Бөгет түбіндегі жол жабылды</a></li></ul>'


def behind(markup: str) -> list[str]:
    main = article().replace("</p></div>", f"</p>{markup}</div>")
    body = read(page(main=main)).values["body"]
    assert body[:3] == list(PARAGRAPHS)
    return body[3:]


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    "line",
    ["– Талқылау болды ма?", "– Пікір жоқ!", "Талқылау басталды.", "Пікірлер бөлінді.", "– Тағы да айтыңызшы.", "Опрос өтті.", "– Сондай-ақ не бар?",
     "Толығырақ айтсаңыз?", "– Дереккөз бар ма?", "– Бізге жазыңыз, – деді ол."],
)  # fmt: skip
def test_speech_and_sentences_end_no_text_and_are_no_labels(line: str) -> None:
    assert not any(is_label(line, labels) for labels in (ALSO_READ, RELATED, COMMENTS))
    assert behind(f"<p>{line}</p><p>{MORE[0]}</p>") == [line, MORE[0]]
    assert behind(f"<p><b>{line}</b></p><p>{MORE[0]}</p>") == [line, MORE[0]]


@pytest.mark.parametrize(
    ("line", "labels"),
    [("– Пікірлер –", COMMENTS), ("Пікірлер (3).", COMMENTS), ("Пікір жазу үшін тіркеліңіз.", COMMENTS), ("Толығырақ оқи беріңіз.", ALSO_READ), ("Сондай-ақ...", ALSO_READ)],
)  # fmt: skip
def test_a_label_between_dashes_or_that_asks_is_one(line: str, labels: object) -> None:
    assert is_label(line, labels)  # type: ignore[arg-type]


@pytest.mark.parametrize("line", ["– Дереккөз: Tengri", "— Дереккөз: Айгүл Сапар", "Дереккөз бар"])
def test_furniture_behind_a_dash_is_no_speech(line: str) -> None:
    assert is_boilerplate(line)
    assert not is_turn(line)


def test_time_of_speech_grows_with_the_length_alone() -> None:
    assert not is_speech("")
    assert grows_linearly(is_turn, "– ,")


@pytest.mark.parametrize("heading", ["Талқылау", "Пікірлер", "Оқырман пікірі", "Танымал", "Сауалнама"])
def test_a_subheading_over_paragraphs_of_the_text_ends_none(heading: str) -> None:
    for line in (f"<h3>{heading}</h3>", f"<p><strong>{heading}</strong></p>"):
        assert behind(line + paragraphs(*MORE)) == [heading, *MORE]


@pytest.mark.parametrize("heading", ["Ұқсас жаңалықтар", "Танымал", "Танымал маршрут", "Пікірлер"])
def test_a_label_of_what_is_left_out_amid_a_text_goes_with_it(heading: str) -> None:
    cards = f'<div class="related">{LINKS}</div>'
    assert behind(f"<h3>{heading}</h3>{cards}{paragraphs(*MORE)}") == list(MORE)
    assert behind(f"<h3>{heading}</h3>{cards}{paragraphs(MORE[0])}") == []


def test_what_never_heads_a_text_is_left_out_and_a_picture_may_stand_under_what_does() -> None:
    assert behind(f"<h3>Ұқсас жаңалықтар</h3>{paragraphs(*MORE)}") == list(MORE)
    picture = '<figure><img src="/a.jpg"><figcaption>Ескі көпір</figcaption></figure>'
    assert behind(f"<h3>Танымал</h3>{picture}{paragraphs(*MORE)}") == ["Танымал", *MORE]


@pytest.mark.parametrize("heading", ["Пікірлер", "Пікірлер (2)", "Талқылау"])
def test_comments_end_the_text(heading: str) -> None:
    named = paragraphs("Айгүл Сапар", MORE[0], "Ерлан Омаров", MORE[1])
    dated = paragraphs("3 қараша 2025, 10:12", MORE[0], "3 қараша 2025, 11:40", MORE[1])
    bold = "".join(f"<p><b>{name}:</b> {said}</p>" for name, said in zip(("Айгүл Сапар", "Ерлан Омаров"), MORE, strict=True))
    boxed = "".join(f"<div><p>{said}</p></div>" for said in MORE)
    other = "".join(f'<p class="c">{said}</p>' for said in MORE)
    for said in (named, dated, bold, boxed, other, paragraphs(MORE[0])):
        assert behind(f"<h3>{heading}</h3>{said}") == []


@pytest.mark.parametrize("heading", ["Танымал маршрут", "Ұсынылған жоба", "Ең танымал 5 кітап", "Сауалнама нәтижелері", "Тағы да су тасқыны"])
def test_a_subheading_that_begins_as_a_list_of_others_ends_no_text(heading: str) -> None:
    assert behind(f"<h3>{heading}</h3><p>{MORE[0]}</p>") == [heading, MORE[0]]
    assert behind(f"<h3>{heading}</h3>{LINKS}<p>{MORE[0]}</p>") == [], "links stand right behind it"


@pytest.mark.parametrize("heading", ["Танымал жаңалықтар", "Осыған ұқсас жаңалықтар", "Тағы да оқыңыз", "Танымал 5"])
def test_a_list_of_others_ends_the_text(heading: str) -> None:
    assert behind(f"<h3>{heading}</h3>{LINKS}<p>{MORE[0]}</p>") == []
    assert behind(f"<h3>{heading}</h3><p>{MORE[0]}</p>") == []


@pytest.mark.parametrize("heading", ["Танымал", "Танымал маршрут", "Пікірлер"])
def test_many_labels_take_no_long(heading: str) -> None:
    started = time.process_time()
    behind(f"<h3>{heading}</h3>" * 7000 + f"<p>{' '.join(MORE)}</p>" * 2)
    assert time.process_time() - started < 1


def test_a_sentence_behind_a_label_says_whence_something_is_known() -> None:
    link = '<a href="https://adilet.zan.kz/">Үкімет</a>'
    said = f"<p>Толығырақ: {link} қаулысымен көпірді жөндеуге бес жүз миллион теңге бөлінген екен.</p>"
    assert behind(said + f"<p>{MORE[0]}</p>")[0].startswith("Толығырақ: Үкімет қаулысымен")
    for label in ("Толығырақ:", "Тағы оқыңыз: «", "Толығырақ мына жерде:"):
        assert behind(f'<p>{label} <a href="/n/8">Көктемгі су тасқыны ерте басталды</a></p><p>{MORE[0]}</p>') == [MORE[0]]


SAID = f"<p>{MORE[0]}</p>"


@pytest.mark.parametrize("box", ["footer>{}</footer", 'footer class="blockquote-footer">{}</footer'])
def test_the_footer_of_a_quotation_says_whose_it_is(box: str) -> None:
    foot = f"<{box.format('Айгүл Серікқызы, мұғалім')}>"
    assert behind(f"<blockquote>{SAID}{foot}</blockquote><p>{MORE[1]}</p>") == [MORE[0], "Айгүл Серікқызы, мұғалім", MORE[1]]
    assert behind(f"<blockquote>{SAID}</blockquote>{foot}<p>{MORE[1]}</p>") == list(MORE)
