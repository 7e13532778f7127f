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


@pytest.mark.parametrize(("line", "kept"), [("Аудан әкімінің баспасөз қызметі", 0), ("«Derek» порталының редакциясы", 0), ("«Derek» газетінің ұжымы", 0), ("Ауыл мектебінің ұжымы", 1), ("Аудан әкімінің баспасөз қызметі хабарлады.", 1), ("Байланыс: баспасөз қызметі", 1), ("(Мәслихаттың Баспасөз қызметі, 74-55-12. Суретті түсірген: С.Оспан)", 0), ("Мәслихаттың Баспасөз қызметі – 74-55-12", 0), ("Мәслихаттың Баспасөз қызметі. Фото С.Оспан, Т.Төре.", 0), ("Бұл туралы хабарлады басқарманың баспасөз қызметі.", 1), ("Мәслихаттың баспасөз қызметі 12 адамды шақырды.", 1), ("Мәслихаттың баспасөз қызметі сурет көрмесін ашты.", 1)])
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


def test_a_figure_in_groups_behind_an_eye_is_read_whole() -> None:
    assert told("<div>👁 2 310</div>")["views"] == 2310
    assert told("<div>👁 310</div>")["views"] == 310


@pytest.mark.parametrize(("word", "authors"), [("جازعان", [NAME]), ("Жазған", [NAME]), ("جازعان:", []), ("وقىعان", [])])
def test_a_name_stands_over_the_word_for_who_wrote(word: str, authors: list[str]) -> None:
    assert told(f"<div><b>{NAME}</b><small>{word}</small></div>")["authors"] == authors


def test_a_word_that_labels_the_name_below_it_is_not_that_of_the_one_above() -> None:
    assert told(f"<div><b>Батыр Баян</b><small>Автор</small><b>{AUTHOR}</b></div>")["authors"] == [AUTHOR]


def test_a_picture_over_the_headline_that_is_called_by_a_name_is_who_writes() -> None:
    box = '<div><img src="/p/7.jpg" alt="{alt}"><div><h4>Серік Әбдіхалық</h4><p>Кітаптанушы</p></div></div>'
    assert told("", over=box.format(alt="Серік Әбдіхалық"))["authors"] == ["Серік Әбдіхалық"]
    assert told("", over=box.format(alt="Кітапханада"))["authors"] == []
    assert told(box.format(alt="Серік Әбдіхалық"))["authors"] == [], "under the headline it may be whom the news are about"


@pytest.mark.parametrize(("line", "authors"), [("Мәтін: Айгүл Серік, Нұрлан Жүніс. Фото: Ерлан Бек", ["Айгүл Серік", "Нұрлан Жүніс"]), ("Мәтін: Ә. Серік", ["Ә. Серік"])])
def test_a_full_stop_behind_names_is_none_of_theirs(line: str, authors: list[str]) -> None:
    assert told(f"<div><i>{line}</i></div>")["authors"] == authors


@pytest.mark.parametrize("tags", ["<p>#су #құбыр жүйесі #аудан</p>", "<ul><li>#су</li><li>#құбыр жүйесі</li><li>#аудан</li></ul>", "<p>Кілтсөздер: су, құбыр жүйесі, аудан</p>"])
def test_tags_may_be_no_links(tags: str) -> None:
    assert told("", tags)["tags"] == ["су", "құбыр жүйесі", "аудан"]


@pytest.mark.parametrize("line", ["#1 ұжым", "#су құбырын ауыстырған жұмысшылар туралы", "<a href='/x'>Телеграм</a> #су"])
def test_other_lines_with_a_hash_are_no_tags(line: str) -> None:
    assert told("", f"<p>{line}</p>")["tags"] == []


def test_tags_behind_the_text_in_its_box_are_no_paragraph() -> None:
    def of(line: str) -> tuple[int, list[str]]:
        found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<div>{line}</div></div></div>')
        return len(found["body"]) - len(PARAGRAPHS), found["tags"]

    assert of('Тақырыптар: <a href="/t/su">су</a>, <a href="/t/tksh">ТКШ</a>') == (0, ["су", "ТКШ"])
    assert of("Тақырыптар: су, ТКШ")[0] == 0
    assert of("Қорытынды: жол бітті")[0] == 1


@pytest.mark.parametrize(("icon", "section"), [("bi bi-folder", "Қала"), ("fa fa-folder-open", "Қала"), ("bi bi-geo", "")])
def test_what_stands_behind_a_folder_is_the_section(icon: str, section: str) -> None:
    line = f'<ul><li><i class="{icon}"></i> <a href="/qala">Қала</a></li><li><i class="bi bi-person"></i> {AUTHOR}</li></ul>'
    found = told(line)
    assert (found["section"] or "", found["authors"]) == (section, [AUTHOR])


def test_one_topic_under_which_an_article_is_filed_is_its_section() -> None:
    line = "<div>Жіберген: <a href='/m.php?u=Daniyar'>Данияр</a> Күні: 2025-11-02 21:17 (оқылды: 340 рет)<br>Тақырып: <a href='/m.php?name=News&amp;new_topic=7'>Білім беру</a></div>"
    found = told(line)
    assert (found["section"], found["tags"], found["authors"]) == ("Білім беру", [], ["Данияр"])
    assert told(line.replace("Тақырып:", "Тегтер:"))["tags"] == ["Білім беру"]


@pytest.mark.parametrize("between", ["", " / "])
def test_four_links_of_one_level_are_a_menu_unless_signs_stand_between(between: str) -> None:
    menu = between.join(f'<a href="{path}">{name}</a>' for path, name in (("/", "Басты бет"), ("/live", "Эфир"), ("/news", "Жаңалық"), ("/shows", "Бағдарлама")))
    over = f"<div>{menu}</div><div><span>Экология</span><span>|</span><span>2 қараша 2025</span></div>"
    assert told("", over=over)["section"] == ("Бағдарлама" if between else "Экология")


@pytest.mark.parametrize(("title", "refused"), [("Газеттің PDF нұсқасы", True), ("Фотогалерея", True), ("Бос жұмыс орны: тілші қажет", True), ("Вакансиялар", True), ("Электронды нұсқаға көшкен газет", False), ("Бос жұмыс орындары жәрмеңкесі өтті", False), ("Фотогалерея ашылды", False)])
def test_issues_galleries_and_vacancies_are_no_articles(title: str, *, refused: bool) -> None:
    found = read(page(main=article(title, date="")).replace(f"<title>{TITLE}", f"<title>{title} | Derek"))
    assert ((found.refusal or (None,))[0] is Reason.NOT_ARTICLE) is refused


def test_a_dated_article_may_offer_work_and_no_gallery_is_one_whatever_it_shows() -> None:
    assert read(page(main=article("Бос жұмыс орны: тілші қажет")).replace(f"<title>{TITLE}", "<title>Бос жұмыс орны: тілші қажет")).refusal is None
    film = page(main=f"<h2>Бейнежазбалар</h2><div><h3>{TITLE}</h3>{TEXT}<span>2 қараша 2025</span></div>").replace(f"<title>{TITLE}", "<title>Бейнежазбалар | Derek")
    assert (read(film).refusal or (None,))[0] is Reason.NOT_ARTICLE


@pytest.mark.parametrize(("path", "refused"), [("/madeniet", True), ("/sport", False)])
def test_a_page_that_its_menu_calls_by_its_title_is_a_section(path: str, *, refused: bool) -> None:
    menu = '<header><nav><a href="/saiasat">Саясат</a><a href="/madeniet">Мәдениет</a><a href="/sport">Спорт</a></nav></header>'
    first = f'<section><a href="/m/9">Диқандар егіске тұқым дайындап жатыр</a><span>2 қараша 2025, 12:30</span>{TEXT}</section>'
    cards = "".join(f'<div class="c"><a href="/m/{at}">Ауылда {at} жаңа мектеп ашылды</a><span>{at} қараша 2025</span></div>' for at in range(1, 6))
    markup = f'<html lang="kk"><head><title>Мәдениет — Derek</title><meta property="og:title" content="Мәдениет"></head><body>{menu}{first}{cards}</body></html>'
    assert ((read(markup, f"https://derek.kz{path}").refusal or (None,))[0] is Reason.NOT_ARTICLE) is refused


def test_beside_the_list_of_everything_a_narrower_section_is_the_article_s() -> None:
    crumbs = '<div><a href="/">Басты</a> <a href="/news">Жаңалықтар</a></div>'
    pills = '<div><a href="/news">Жаңалықтар</a><a href="/ekonomika">Экономика</a></div>'
    assert told("", over=crumbs + pills)["section"] == "Экономика"
    menu = '<ul><li><a href="/ekonomika">Экономика</a></li></ul>'
    dated = "<div><span>ЭКОНОМИКА</span><time>2 қараша 2025</time></div>"
    head = '<meta property="article:section" content="ЖАҢАЛЫҚТАР">'
    shown = f'<div>{dated}<h1>{TITLE}</h1><div class="b2">{TEXT}</div></div>'
    assert values(menu + shown, head)["section"] == "ЭКОНОМИКА"
    assert values(shown, head)["section"] == "ЖАҢАЛЫҚТАР", "no menu says so"
    assert values(menu + shown, head.replace("ЖАҢАЛЫҚТАР", "Қаржы"))["section"] == "Қаржы"


def test_what_announces_a_figure_is_no_section() -> None:
    assert told("<div><span>Жарияланды: 2 қараша 2025, 09:10</span> <span>Өңделген күні: 3 қараша 2025, 09:10</span></div>")["section"] in ("", None)
    assert told("<div><span>2 қараша 2025, 09:10</span> <span>Қоғам</span></div>")["section"] == "Қоғам"
    assert told("<div><span>2 қараша 2025, 09:10</span> <span>on</span></div>")["section"] in ("", None)


@pytest.mark.parametrize("address", ["https://twitter.com/intent/tweet?url=x", "https://t.me/share/url?url=x", "https://wa.me/?text=x"])
def test_a_button_that_shares_is_no_section(address: str) -> None:
    assert told("", over=f'<div><a href="{address}">Ұсыну</a></div>')["section"] in ("", None)
    assert told("", over='<div><a href="/usynu">Ұсыну</a></div>')["section"] == "Ұсыну"


def test_the_day_of_a_post_that_is_shown_is_not_the_article_s() -> None:
    post = '<blockquote class="instagram-media"><a href="https://instagram.com/p/x">Көрініс</a> <span>1 қазан 2025</span></blockquote>'
    main = f'<div><div><a href="/sport">Спорт</a><span>Кеше, 21:10</span></div><h1>{TITLE}</h1><div class="b2"><p>{PARAGRAPHS[0]}</p>{{}}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></div></div>'
    assert day(values(main.format(post))) == "2025-11-02 21:10"
    assert day(values(main.format(post).replace("Кеше, 21:10", ""))) == "None"


@pytest.mark.parametrize(("line", "kept"), [("<span>Аружан Бекетқызы</span><span>5 сағат бұрын</span><span>3 мин оқу</span>", 0), ("<span>Тіректер</span> <span>5 жыл бұрын</span> <span>ағаштан қаланған еді.</span>", 1)])
def test_how_long_ago_in_an_element_of_its_own_dates_a_line_over_the_text(line: str, kept: int) -> None:
    found = values(f"<div><h1>{TITLE}</h1><div>{line}</div>{TEXT}</div>")
    assert len(found["body"]) - len(PARAGRAPHS) == kept


def test_strokes_stand_between_authors() -> None:
    line = "<p>Әлия Сәтбек / Мұрат Кең / Инна Пак</p>"
    found = values(f"<article><h1>{TITLE}</h1>{line}<p>2 қараша 2025</p>{TEXT}</article>")
    assert (found["authors"], list(found["body"])) == (["Әлия Сәтбек", "Мұрат Кең", "Инна Пак"], list(PARAGRAPHS))
    several = values(f"<article><h1>{TITLE}</h1>{line}<p>Нұрлан Жүніс / Сәуле Омар</p><p>2 қараша 2025</p>{TEXT}</article>")
    assert several["authors"] == []


def test_who_took_the_picture_stands_behind_the_writer() -> None:
    line = "<p><i>Жазған: Қанат Жұмабай. Суретті түсірген: Сәуле Керім</i></p>"
    assert told("", line)["authors"] == ["Қанат Жұмабай"]


@pytest.mark.parametrize("title", ["Хабарласу", "Валюта бағамы", "Намаз уақыты"])
def test_services_of_a_portal_are_no_articles_unless_dated(title: str) -> None:
    assert (read(page(main=article(title, date="")).replace(f"<title>{TITLE}", f"<title>{title}")).refusal or (None,))[0] is Reason.NOT_ARTICLE
    assert read(page(main=article(title)).replace(f"<title>{TITLE}", f"<title>{title}")).refusal is None


@pytest.mark.parametrize(("path", "refused"), [("/zhurnalister/12", True), ("/journalists/serik", True), ("/zhurnalister/2025/serik", False), ("/zhurnalistika/12", False)])
def test_a_page_of_a_journalist_is_a_list(path: str, *, refused: bool) -> None:
    assert (read(page(), f"https://derek.kz{path}").refusal is not None) is refused


def test_a_word_for_tags_in_a_menu_announces_none() -> None:
    menu = '<div><a href="/">Басты бет</a> · <a href="/t">Тақырыптар</a> · <a href="/l">Сілтемелер</a></div>'
    assert told("", over=menu)["tags"] == []


def test_crumbs_of_a_saved_page_have_no_addresses() -> None:
    crumbs = f'<div class="pathway"><a href="https://derek.kz/">Басты бет</a> <a href="#">Қоғам</a> <a href="#">{TITLE}</a></div>'
    assert told("", over=crumbs)["section"] == "Қоғам"
    assert told("", over='<div class="p"><a href="#">Басты бет</a> « <a href="#">Қоғам</a></div>')["section"] == "Қоғам"
    assert told("", over='<div class="pathway"><a href="#">Басты бет</a></div>')["section"] in ("", None)
    signs = '<div><a href="#">A</a><a href="#">+</a></div><div>Қоғам</div>'
    assert told("", over=signs)["section"] == "Қоғам", "buttons for the size of letters"


def test_tags_of_the_next_article_on_a_page_are_its_own() -> None:
    tags = '<div class="article-tags"><a href="/tag/{0}/">{0}</a></div>'
    one = f"<article><h1>{TITLE}</h1><div>2 қараша 2025</div>{TEXT}{tags.format('көпір')}</article>"
    other = f"<article><h2>Әнші жаңа әнін шығарды</h2>{tags.format('Әнші')}</article>"
    assert values(one, after=other)["tags"] == ["көпір"]
    apart = f"<div><h1>{TITLE}</h1><div>2 қараша 2025</div><article><h2>Көпір қалай салынды</h2>{TEXT}{tags.format('көпір')}</article></div>"
    assert values(apart)["tags"] == ["көпір"], "the headline stands in no article element"


def test_an_empty_list_of_tags_has_no_buttons() -> None:
    empty = '<div class="post-tags"><span>Тегтер:</span></div><div class="wrap"><span>Бөлісу</span><a href="#"><svg></svg></a></div>'
    assert told("", empty)["tags"] == []
    assert told("", empty.replace("Бөлісу", "көпір"))["tags"] == ["көпір"]


def test_a_signature_stands_before_the_footnotes() -> None:
    signed = '<p align="right"><strong>Нұрғали МАХАН,</strong><br><strong>тілші-ғалым</strong></p>'
    notes = "<p><a href='#1'>[1]</a> Бұл туралы алпысыншы жылдары да жазылған.</p><p>[2] Салыстырыңыз: көпір мен өткел.</p>"
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}{signed}{notes}</div></div>')
    assert (found["authors"], len(found["body"]) - len(PARAGRAPHS)) == (["Нұрғали МАХАН"], 2)
    other = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}{signed}{notes.replace("[2] ", "").replace("[1]", "")}</div></div>')
    assert other["authors"] == []


@pytest.mark.parametrize("line", ["Ерлан ТӨЛЕУТАЙ, ақын", "Ерлан ТӨЛЕУТАЙ, филология ғылымдарының докторы"])
@pytest.mark.parametrize("over", [True, False], ids=["over the text", "under it"])
def test_a_family_s_name_in_capitals_before_a_calling_signs(line: str, *, over: bool) -> None:
    text = f"<p><i>{line}</i></p>{TEXT}" if over else f"{TEXT}<p><i>{line}</i></p>"
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{text}</div></div>')
    assert (found["authors"], list(found["body"])) == (["Ерлан ТӨЛЕУТАЙ"], list(PARAGRAPHS))


@pytest.mark.parametrize("line", ["Ерлан Төлеутай, ақын", "Ерлан ТӨЛЕУТАЙ, 2-орын", "Ерлан ТӨЛЕУТАЙ, ақын болып танылды."])
def test_other_lines_with_a_name_and_a_comma_sign_nothing(line: str) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p>{line}</p></div></div>')
    assert (found["authors"], len(found["body"]) - len(PARAGRAPHS)) == ([], 1)


def test_several_names_with_callings_are_a_list() -> None:
    lines = "<p>Ерлан ТӨЛЕУТАЙ, ақын</p><p>Айгүл СЕРІК, әнші</p>"
    assert values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}{lines}</div></div>')["authors"] == []


@pytest.mark.parametrize(("line", "views"), [("Рет оқылды: 93", 93), ("Қаралу саны: 4096", 4096), ("Оқылғаны: 1902", 1902), ("Оқылған кітап: 12", None)])
def test_other_words_for_how_often_an_article_was_read(line: str, views: int | None) -> None:
    assert told(f"<div>{line}</div>")["views"] == views


@pytest.mark.parametrize(("sign", "section"), [(" :: ", "Мәдениет"), (" ", "")])
def test_colons_show_the_way_from_a_home_page_that_is_a_file(sign: str, section: str) -> None:
    way = f'<font><a href="/index.php">Басты бет</a>{sign}<a href="/index.php?b=3">Мәдениет</a></font>'
    found = values(f'<ul><li><a href="/1">Саясат</a></li></ul><div>{way}<p>№ 20</p><h1>{TITLE}</h1><div class="b2">{TEXT}</div></div>')
    assert (found["section"] or "") == section


def test_the_readers_opinion_ends_a_text() -> None:
    said = "<table><tr><td><b>Оқырман пікірі</b></td></tr><tr><td>Бұл көпірді біздің әкелеріміз де көп күткен еді ғой, ағайын.</td></tr></table>"
    text = f"<table><tr><td>{TEXT}{said}</td></tr></table>"
    assert list(values(f"<h1>{TITLE}</h1>{text}")["body"]) == list(PARAGRAPHS)
    longer = values(f"<h1>{TITLE}</h1>{text.replace('Оқырман пікірі', 'Оқырман сөзі')}")
    assert len(longer["body"]) > len(PARAGRAPHS)


def test_the_portal_s_name_beside_a_section_is_none() -> None:
    line = "<div>Derek · Экология · 2 қараша 2025 10:15</div>"
    assert told(line)["section"] == "Экология"
    assert told(line.replace("Derek", "Қоғам"))["section"] == "Қоғам"


def test_a_link_that_one_to_all_articles_follows_is_the_author() -> None:
    box = '<div class="af"><a href="/a/n">Нұргүл Бекен</a><a href="/a/n">{}</a></div>'
    found = told("", box.format("Барлық мақалалары"))
    assert (found["authors"], found["tags"]) == (["Нұргүл Бекен"], [])
    assert told("", box.format("Келесі мақала"))["authors"] == []


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Бауыржан МҰРАТ,<br>«Дана» газетінің меншікті тілшісі.<br>Қызылорда облысы.", 0),
        ("Бауыржан Мұрат,<br>журналист.", 0),
        ("Жарысқа бүкіл ауыл жиналды,<br>жеңімпазға сыйлық берілді.", 1),
    ],
)
def test_a_signature_of_several_lines_may_end_in_a_full_stop(line: str, kept: int) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p>{line}</p></div></div>')
    assert (len(found["body"]) - len(PARAGRAPHS), bool(found["authors"])) == (kept, not kept)


def test_who_recorded_an_interview_signs_over_the_place() -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p>Сұхбатты жазып алған Ғани Төлеш</p><p>Алматы қаласы</p></div></div>')
    assert (found["authors"], list(found["body"])) == (["Ғани Төлеш"], list(PARAGRAPHS))


def test_what_stands_by_the_date_and_in_a_menu_is_believed_before_a_row_of_links() -> None:
    row = '<div><a href="/">Басты бет</a> <a href="/qogam">Қоғам</a> <a href="/sport">Спорт</a></div>'
    assert told("", over=f"{row}<p>Қоғам / 02.11.2025 / 12:00</p>")["section"] == "Қоғам"
    assert told("", over=f"{row}<p>02.11.2025 / 12:00</p>")["section"] == "Спорт"
    deeper = row.replace("/sport", "/qogam/sport")
    assert told("", over=f"{deeper}<p>Қоғам / 02.11.2025 / 12:00</p>")["section"] == "Спорт"


def test_the_heading_of_a_column_is_the_section_where_a_menu_leads_there() -> None:
    menu = '<ul><li><a href="/qogam">Қоғам</a></li><li><a href="/sport">Спорт</a></li></ul>'
    column = f'<div class="m"><h4><a href="/qogam">Қоғам</a></h4><div class="o"><h1>{TITLE}</h1><div class="i">02.11.2025 | 11:05</div>{TEXT}</div></div>'
    assert values(menu + column)["section"] == "Қоғам"
    assert values(column)["section"] in ("", None), "it may head a list of others"


def test_an_item_beside_the_date_that_a_menu_says_is_the_section() -> None:
    menu = '<ul><li><a href="/qogam">Қоғам</a></li><li><a href="/sport">Спорт</a></li></ul>'
    line = f"<ul><li>2 қараша 2025</li><li>Спорт</li><li>{AUTHOR}</li></ul>"
    main = f'{menu}<div><h1>{TITLE}</h1>{line}<div class="b2">{TEXT}</div></div>'
    assert values(main)["section"] == "Спорт"
    assert values(main.replace("<li>Спорт", "<li>Арнайы"))["section"] in ("", None)


@pytest.mark.parametrize("title", ["Бағдарлама кестесі", "Хабар жіберу", "Газетке жазылыңыз!"])
def test_a_form_a_programme_and_a_call_to_subscribe_are_no_articles_unless_dated(title: str) -> None:
    assert (read(page(main=article(title, date="")).replace(f"<title>{TITLE}", f"<title>{title}")).refusal or (None,))[0] is Reason.NOT_ARTICLE
    assert read(page(main=article(title)).replace(f"<title>{TITLE}", f"<title>{title}")).refusal is None


@pytest.mark.parametrize(("between", "views"), [("share", 655), ("b7", None)])
def test_a_counter_may_stand_behind_the_buttons_to_share(between: str, views: int | None) -> None:
    shares = f'<div class="{between}"><a href="#">Бөлісу</a> <a href="#">Көшіру</a></div>'
    main = f'<div class="n"><h1>{TITLE}</h1><div class="b2">{TEXT}</div></div>{shares}<div class="b-counter">Көрілім: <b>655</b></div>'
    assert values(main)["views"] == views
