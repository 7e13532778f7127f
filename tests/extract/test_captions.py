"""Lines that belong to pictures in boxes without a name, each with a line like it that is text."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

PICTURE, ICON = '<img src="/p/1.jpg" width="480">', '<img src="/p/1.png" width="16">'
LINE = "Ескі көпірдің қазіргі түрі"
CENTRED = 'style="text-align: center"'


def amid(markup: str) -> list[str]:
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    body = read(page(main=f'<div><h1>{TITLE}</h1><div class="b2">{first}{markup}{"".join(others)}</div></div>')).values["body"]
    return [line for line in body if line not in PARAGRAPHS]


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{PICTURE}</p><p><small>{LINE}</small></p>",
        f"<p>{PICTURE}</p><p><font size='1'>{LINE}.</font></p>",
        f"<p>{PICTURE}</p><p><em>{LINE}</em></p>",
        f"<p {CENTRED}>{PICTURE}</p><p {CENTRED}>{LINE}</p>",
        f"<p align='center'>{PICTURE}</p><div></div><p align='center'><i>{LINE}.</i></p>",
        f"<amp-img src='/p/1.jpg'></amp-img><p><small>{LINE}</small></p>",
        f"<center>{PICTURE}<br>{LINE}</center>",
        f"<center>{PICTURE}<br><i>{LINE}.</i></center>",
        f"<div class='b12'>{PICTURE}<span>{LINE} (сол жақта)</span></div>",
        f"<table><tr><td>{PICTURE}</td></tr><tr><td>{LINE}.</td></tr></table>",
    ],
)
def test_a_line_set_apart_under_a_picture_is_its_caption(markup: str) -> None:
    assert amid(markup) == []
    assert amid(markup.replace(PICTURE, "").replace("<amp-img src='/p/1.jpg'></amp-img>", "")) != [], "nothing over it"
    if PICTURE in markup:
        assert amid(markup.replace(PICTURE, ICON)) != [], "an icon"


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{PICTURE}</p><p>{LINE}</p>",
        f"<p>{PICTURE}</p><p><em>{LINE}.</em></p>",
        f"<p>{PICTURE}</p><p {CENTRED}>{LINE}</p><p {CENTRED}>Жыр сияқты</p>",
        f"<p>{PICTURE}</p><h3 {CENTRED}>{LINE}</h3>",
        f"<p>{PICTURE}</p><p {CENTRED}><b>{LINE}</b></p>",
        f"<p>{PICTURE} Көпір</p><p><small>{LINE}</small></p>",
        f"<div class='b12'>{PICTURE}<div>{LINE}.</div></div>",
        f"<div class='b12'>{PICTURE}{LINE}<p>Екінші жол</p></div>",
    ],
    ids=["as the text", "a sentence", "verse", "a heading", "bold", "a text between", "a sentence in a box", "more in the box"],
)
def test_a_line_that_is_not_set_apart_is_text(markup: str) -> None:
    assert any(LINE in line for line in amid(markup))


def test_who_wrote_the_article_is_no_caption_of_the_portrait() -> None:
    box = f"<div class='b12'>{PICTURE}Автор: <b>Зәуреш Балтабай</b><p>Экономика тақырыбында жазады.</p></div>"
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    found = read(page(main=f"<div><h1>{TITLE}</h1><div>{text}{box}</div></div>")).values
    assert (found["authors"], found["body"]) == (["Зәуреш Балтабай"], list(PARAGRAPHS))


@pytest.mark.parametrize(
    ("line", "left"),
    [("Көпірдің ескі түрі. Суретті түсірген: Айгүл Сапар", 0), ("Көпірді салған жылы суретті түсірген Айгүл Сапар еді.", 1)],
)
def test_who_took_the_picture_ends_its_caption(line: str, left: int) -> None:
    assert len(amid(f"<p>{PICTURE}</p><p>{line}</p>")) == left


@pytest.mark.parametrize("player", ["<iframe src='https://www.youtube.com/embed/a'></iframe>", "<video src='/v.mp4'></video>"])
def test_a_line_in_a_box_with_a_player_is_a_caption(player: str) -> None:
    assert amid(f"<div class='yt'>{player}<div>{LINE}</div></div>") == []
    assert amid(f"<div class='yt'>{player}</div><div>{LINE}</div>") == [LINE]


TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def boxed(name: str, text: str, tag: str = "div") -> list[str]:
    """Return what is read of a text in a box with a picture, under a short paragraph outside it."""
    box = f'<{tag} class="{name}">{PICTURE}<div>{text}</div></{tag}>'
    main = f'<div><h1>{TITLE}</h1><div class="b2"><p>{LINE}, өзен жағасы.</p>{box}</div></div>'
    return list(read(page(main=main)).values["body"])


@pytest.mark.parametrize("tag", ["div", "header"])
def test_several_paragraphs_beside_a_picture_are_text_in_a_box_that_is_called_after_it(tag: str) -> None:
    assert boxed("image-text", TEXT, tag)[-3:] == list(PARAGRAPHS)


@pytest.mark.parametrize("name", ["image-text", "photo-credits", "copyright-text"])
def test_one_paragraph_there_and_what_says_whose_a_picture_is_are_none(name: str) -> None:
    assert PARAGRAPHS[1] not in boxed(name, f"<p>{PARAGRAPHS[1]}</p><p>Сурет: Айгүл Сапар</p>")
    assert name == "image-text" or not set(PARAGRAPHS) & set(boxed(name, TEXT))


SHOWN = "Жеңімпаз шәкірт көпір басында тұр."


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="w"><img data-src="/p/6.jpg" alt="{SHOWN}"><div class="n"><p>{SHOWN}</p></div></div>',
        f'<div class="w"><a href="/p/6.jpg"><img src="/p/6.jpg" alt="{SHOWN}"></a><p>{SHOWN}</p></div>',
    ],
)
def test_a_sentence_that_the_picture_over_it_has_as_its_alt_text_is_a_caption(markup: str) -> None:
    assert amid(markup) == []
    assert amid(markup.replace(f'alt="{SHOWN}"', 'alt=""')) == [SHOWN], "the picture says nothing"
    assert amid(markup.replace("</p>", "</p><p>Оның әкесі де осында келген.</p>"))[0] == SHOWN, "more stands in the box"


def test_a_sentence_far_from_the_picture_that_says_it_is_text() -> None:
    picture = f'<div class="w"><img src="/p/6.jpg" alt="{SHOWN}"></div>'
    assert amid(f"{picture}<p>{PARAGRAPHS[0][:-1]} екен.</p><p>{SHOWN}</p>")[-1] == SHOWN


TOLD = "Бүгін Ақсу ауылында екі жыл бойы жабық тұрған көпір салтанатты түрде ашылды, оған облыс әкімі қатысты"
NAMED = "Облыс әкімі Ерлан Сапар мен ауыл тұрғындары жаңа көпірдің үстінде"
FLOATED = ('align="left"', 'style="margin: 3px; float:right"', 'class="alignleft size-medium"', 'class="float-start"')


@pytest.mark.parametrize("said", [TOLD, NAMED])
@pytest.mark.parametrize("floats", FLOATED)
def test_a_paragraph_around_a_floated_picture_is_text(floats: str, said: str) -> None:
    picture = PICTURE.replace("<img", f"<img {floats}")
    assert amid(f"<p>{picture}{said}</p>") == [said]
    assert amid(f"<p><span {floats}>{PICTURE}</span><br>{said}</p>") == [said]
    assert amid(f"<p>{picture}{LINE}</p>") == [], "as short as a caption"
    assert amid(f"<p>{picture}<em>{said}</em></p>") == [], "set apart"
    assert amid(f"<div {floats}><p>{PICTURE}<br>{said}</p></div>") == [], "its box floats"


@pytest.mark.parametrize("shown", [PICTURE, '<iframe src="https://www.youtube.com/embed/a"></iframe>'])
def test_a_line_that_tells_news_right_behind_a_picture_or_a_player_is_text(shown: str) -> None:
    assert amid(f"<p>{shown}{TOLD}</p>") == [TOLD]
    assert amid(f"<p>{shown}{LINE}</p>") == [], "as short as a caption"
    assert amid(f"<p>{PICTURE}<br>{TOLD}</p>") == [], "a line of its own"
    assert amid(f"<p>{PICTURE}{NAMED}</p>") == [], "nothing is told"
    assert amid(f"<p>{PICTURE}Облыс әкімі жаңа көпірдің лентасын қиды</p>") == [], "few words"
