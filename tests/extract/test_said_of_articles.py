# ruff: noqa: E501
"""What pages say of their articles in places and words that few engines use: rule by rule, each beside a page on which it does nothing."""

from __future__ import annotations

import pytest

from kznews.outcomes import Reason
from tests.support.engines.scripts import written
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read
from tests.support.told import AUTHOR, TEXT, day, told, values

ARABIC = tuple(written(text, "arabic") for text in PARAGRAPHS)
NAME = "عالىم ەلشىباي"


def in_arabic(line: str) -> tuple[list[str], int]:
    text = "".join(f"<p>{text}</p>" for text in ARABIC)
    found = values(f'<div><h1>{written(TITLE, "arabic")}</h1><div class="b2">{text}{line}</div></div>')
    return found["authors"], len(found["body"]) - len(ARABIC)


@pytest.mark.parametrize("line", [f"<p>(ءتىلشىمىز {NAME})</p>", f'<p class="sg">{NAME}</p>', f"<p>{NAME}</p>", f"<p>({NAME})</p>"])
def test_two_words_under_a_text_in_arabic_letters_are_its_author(line: str) -> None:
    assert in_arabic(line) == ([NAME], 0)


@pytest.mark.parametrize("line", ["جالعاسى بار", "الماتى قالاسى", "تولىق نۇسقاسى", "ىلە گازەتى", "كوپ ادام كەلدى", "حابار تارادى"])
def test_other_words_there_are_nobody(line: str) -> None:
    assert in_arabic(f"<p>{line}</p>")[0] == []
    assert in_arabic(f"<ul><li>{NAME}</li></ul>")[0] == [], "an item of a list"


def test_a_name_in_brackets_signs() -> None:
    assert told("", f"<p>(Тілшіміз {AUTHOR})</p>")["authors"] == []
    signed = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p>(Тілшіміз {AUTHOR})</p></div></div>')
    assert (signed["authors"], list(signed["body"])) == ([AUTHOR], list(PARAGRAPHS))


@pytest.mark.parametrize(("line", "kept"), [("Аудан әкімінің баспасөз қызметі", 0), ("«Derek» порталының редакциясы", 0), ("Аудан әкімінің баспасөз қызметі хабарлады.", 1), ("Байланыс: баспасөз қызметі", 1), ("(Мәслихаттың Баспасөз қызметі, 74-55-12. Суретті түсірген: С.Оспан)", 0), ("Мәслихаттың Баспасөз қызметі – 74-55-12", 0), ("Мәслихаттың Баспасөз қызметі. Фото С.Оспан, Т.Төре.", 0), ("Бұл туралы хабарлады басқарманың баспасөз қызметі.", 1), ("Мәслихаттың баспасөз қызметі 12 адамды шақырды.", 1), ("Мәслихаттың баспасөз қызметі сурет көрмесін ашты.", 1)])
def test_a_press_service_signs_and_is_no_text(line: str, kept: int) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p><em>{line}</em></p></div></div>')
    assert (len(found["body"]) - len(PARAGRAPHS), found["authors"]) == (kept, [])


@pytest.mark.parametrize("label", ["Қосқан", "Қолтаңба", "Енгізген"])
def test_who_put_an_article_on_the_page_is_its_author(label: str) -> None:
    line = f"<div>2025 жылғы 2 қараша, жексенбі. {label}: <b>{AUTHOR}</b> (Тараз). Қаралды: 219 рет. Пікір: 4</div>"
    found = told("", line)
    assert (found["authors"], day(found), found["views"], found["comments"]) == ([AUTHOR], "2025-11-02 00:00", 219, 4)
    assert told("", line.replace(label, "Алғыс білдірген"))["authors"] == []


@pytest.mark.parametrize("label", ["Жаңартылған күні:", "Соңғы өзгеріс енгізілген уақыты:", "Өзгертілді", "جاڭارتىلعان ۋاقىتى:"])
def test_the_day_of_the_last_change_is_not_that_of_publication(label: str) -> None:
    assert day(told("<div><time>1 қараша 2025</time> <span>Жаңалықтар</span></div>", f'<div class="meta"><span>{label} 02.11.2025 10:02</span> <span>Қаралды: 31</span></div>')) == "2025-11-01 00:00"
    assert day(told("", f'<div class="meta"><span>{label} 02.11.2025 10:02</span></div>')) == "None"
    assert day(told("", '<div class="meta"><span>Жарияланған уақыты: 02.11.2025 10:02</span></div>')) == "2025-11-02 10:02"


def test_a_day_that_its_own_element_marks_is_believed_before_that_of_the_rates() -> None:
    rates = "<div><div>Қосымша</div><div>Құжат</div><h5>Ресми бағам</h5><p class='w-date'>03.11.2025 ж.</p><table><tr><td>USD</td><td>495.80</td></tr></table></div>"
    over = "<div><time>1 қараша 2025 жыл</time><span>Денсаулық сақтау жаңалығы</span></div>"
    main = f"<main><div><div>{over}<div class='h' role='heading'>{TITLE}</div><div class='b2'>{TEXT}</div></div></div></main>{rates}"
    assert day(values(main)) == "2025-11-01 00:00"
    card = over.replace("Денсаулық сақтау жаңалығы", '<a href="/n/7">Көктемгі су тасқыны ерте басталды</a>')
    assert day(values(main.replace(over, card))) != "2025-11-01 00:00"


@pytest.mark.parametrize("button", ['<a href="/print/3318/">Баспаға</a>', '<a href="mailto:a@derek.kz">Хат жазу</a>', '<a href="/n/7?print=1">Шығару</a>'])
def test_a_button_beside_the_date_is_no_section(button: str) -> None:
    line = f'<div><span>02.11.2025 17:35</span> <span>Оқылған: 2 415</span> <a href="#com">Пікірлер: 2</a> {button}</div>'
    assert told("", line, over='<div><a href="/c/3/">Ауыл</a></div>')["section"] == "Ауыл"
    assert told("", line)["section"] in ("", None)
    assert told(line.replace(button, '<a href="/c/3/">Ауыл</a>'))["section"] == "Ауыл"


def first_card(heading: str, others: str = "h3") -> Reason | None:
    cards = "".join(f"<div class='s'><{others}><a href='/a/{at}'>Ауылда {at} жаңа мектеп ашылды</a></{others}><div>0{at}.11.2025</div></div>" for at in range(1, 6))
    top = f"<div><{heading}><a href='/a/9'>Диқандар егіске тұқым дайындап жатыр</a></{heading}><div>2 қараша 2025, 09:20</div>{TEXT}</div>"
    markup = page(main=f"<h1>Аймақ жаңалықтары</h1>{top}{cards}").replace(f"<title>{TITLE}", "<title>Аймақ жаңалықтары")
    return (read(markup).refusal or (None,))[0]


def test_the_first_card_of_a_list_may_be_larger_than_the_others() -> None:
    assert first_card("h2") is Reason.NOT_ARTICLE
    assert first_card("h4") is None, "a heading of a lower order than those of other articles may stand in one"


def test_a_box_that_a_parser_takes_out_of_a_paragraph_is_the_lead_still() -> None:
    said = "Екі жыл бойы жабық тұрған көпірмен жүк көліктері де өтеді."
    assert told(f'<p class="post-lead"><div>{said}</div></p>')["lead"] == said
    assert told(f'<p class="post-lead"></p>\n<div>{said}</div>')["lead"] != said or told(f"<div>{said}</div>")["lead"] == said


def test_a_short_headline_with_its_date_below_is_not_beaten_by_a_bold_lead() -> None:
    lead = "<div><b>Тексеріс картоп пен пияздың бағасы төмендегенін көрсетті.</b></div>"
    found = page(main=f"<div><div>Таразда көкөніс арзандады</div><div>2 қараша 2025 / 19:20</div>{lead}<div>{TEXT}</div></div>").replace(f"<title>{TITLE}", "<title>Таразда көкөніс арзандады - «Derek хабары»")
    assert read(found).values["title"] == "Таразда көкөніс арзандады"
    assert read(found.replace("<div>2 қараша 2025 / 19:20</div>", "").replace("көрсетті.", "көрсетті")).values["title"] != "Таразда көкөніс арзандады"


def test_the_box_of_a_comment_may_be_called_by_consonants() -> None:
    said = '<div class="cmt"><div class="ct">1. Ғазиз, 02.11.2025 19:12</div>Тамаша олжа екен.</div>'
    assert day(told("", said)) == "None"
    assert day(told("", said.replace("cmt", "it"))) == "2025-11-02 19:12"
    assert read(page(main=article(), after=said)).refusal is None
