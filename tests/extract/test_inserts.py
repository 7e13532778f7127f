# ruff: noqa: E501
"""What stands amid and under a text in boxes without names: polls, subscriptions, glued labels, tags behind a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

if TYPE_CHECKING:
    from kznews.extract.page import Reading

LINK = '<a href="/n/7">Көктемгі су тасқыны ерте басталды</a>'
INSERTS = {
    "a label and a link that touch": f"<div><b>Оқи отырыңыз</b>{LINK}</div>",
    "a poll": '<div><b>Көпірден күн сайын өтесіз бе?</b><label><input type="radio"> Иә</label><label><input type="radio"> Жоқ</label></div>',
    "a subscription": "<div><h4>Хабар алып тұрыңыз</h4><p>Аптаның ең маңызды оқиғаларын поштаңызға жіберіп отырамыз, тіркеліп қойыңыз.</p><input></div>",
}  # fmt: skip


@pytest.mark.parametrize("insert", INSERTS)
@pytest.mark.parametrize("at", [2, 3])
def test_inserts_are_no_text(insert: str, at: int) -> None:
    paragraphs = [f"<p>{text}</p>" for text in PARAGRAPHS]
    paragraphs.insert(at, INSERTS[insert])
    main = article(paragraphs=()).replace('<div class="text">', f'<div class="b2">{"".join(paragraphs)}')
    assert read(page(main=main)).values["body"] == list(PARAGRAPHS)


OF_OTHERS = f'<div class="b3"><div class="b4">Оқи отырыңыз</div>{LINK}<time>29 қазан 2025</time></div>'


@pytest.mark.parametrize(
    "quoted", [False, True], ids=["behind a paragraph", "behind a quotation"]
)
def test_a_heading_behind_a_list_of_others_is_text(*, quoted: bool) -> None:
    first, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    first = f"<blockquote>{first}</blockquote>" if quoted else first
    body = f'{first}{OF_OTHERS}<h2>Жөндеу қашан басталады?</h2><p>Күні белгілі.</p>{"".join(rest)}'
    main = article(paragraphs=()).replace('<div class="text">', f'<div class="b2">{body}')
    assert read(page(main=main)).values["body"] == [PARAGRAPHS[0], "Жөндеу қашан басталады?", "Күні белгілі.", *PARAGRAPHS[1:]]


def test_a_heading_in_a_list_of_others_is_no_text() -> None:
    first, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    listed = OF_OTHERS.replace("</time>", "</time><h4>Жөндеу қашан басталады?</h4>")
    main = article(paragraphs=()).replace('<div class="text">', f'<div class="b2">{first}{listed}{"".join(rest)}')
    assert read(page(main=main)).values["body"] == list(PARAGRAPHS)


@pytest.mark.parametrize(("times", "left"), [(3, []), (2, ["Сілтеме", "Сілтеме"])])
def test_a_button_under_each_entry_of_a_chronicle_is_no_text(times: int, left: list[str]) -> None:
    button = '<div><a href="/live/77#lb">Сілтеме</a></div>'
    entries = "".join(f"<div><p>{text}</p>{button if at < times else ''}</div>" for at, text in enumerate(PARAGRAPHS))
    main = article(paragraphs=()).replace('<div class="text">', f'<div class="b2">{entries}')
    body = read(page(main=main)).values["body"]
    assert [line for line in body if line not in PARAGRAPHS] == left
    assert [line for line in body if line in PARAGRAPHS] == list(PARAGRAPHS)


@pytest.mark.parametrize(("name", "left"), [("sqs-block-button-element", []), ("btn btn-primary", []), ("link", ["Күнтізбені көру"])])
def test_a_link_that_calls_itself_a_button_is_no_text(name: str, left: list[str]) -> None:
    first, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    button = f'<div><div><a class="{name}" href="/kuntizbe">Күнтізбені көру</a></div></div>'
    main = article(paragraphs=()).replace('<div class="text">', f'<div class="b2"><div>{first}</div>{button}<div>{"".join(rest)}</div>')
    body = read(page(main=main)).values["body"]
    assert [line for line in body if line not in PARAGRAPHS] == left


def test_tags_may_stand_in_the_line_of_date_and_author() -> None:
    tags = '<span class="news-tags"><a href="/x/arpa/">арпа</a>, <a href="/x/aral/">Арал өңірі</a></span>'
    line = f"<p><span>2 қараша 2025</span> <span>Зерттеу</span> {tags} <span>Мәтінді дайындаған: Гүлнұр Ибрашқызы</span></p>"
    assert read(page(main=article(date="").replace("</h1>", f"</h1>{line}"))).values["tags"] == ["арпа", "Арал өңірі"]


@pytest.mark.parametrize("label", ["ОҚУ КЕРЕК:", "Тақырыпқа қатысты:"])
def test_what_has_to_be_read_is_no_text(label: str) -> None:
    assert amid(f"<p><b>{label}</b> {LINK}</p>") == list(PARAGRAPHS)


def test_what_is_said_of_a_topic_is_text() -> None:
    said = "Тақырыпқа қатысты ауыл тұрғындары да пікір айтты, көпірді биыл бітіруді сұрады."
    assert amid(f"<p>{said}</p>")[1] == said


def test_a_text_around_a_field_is_text() -> None:
    main = article().replace('<div class="text">', '<div class="text"><input name="q">')
    assert read(page(main=main)).values["body"] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        '<div>Тегтер: <a href="/t/1">көпір</a>, <a href="/t/2">Ауыл өмірі</a></div>',
        '<div>Кілт сөздер: <a href="/t/1">көпір</a> <a href="/t/2">Ауыл өмірі</a></div>',
        '<div><a href="/t/0">Тегтер:</a> <a href="/t/1">көпір</a> <a href="/t/2">Ауыл өмірі</a></div>',
        '<div><a href="/t/1">#көпір</a> <a href="/t/2">#Ауыл өмірі</a></div>',
    ],
    ids=["a label", "another label", "a linked label", "hashtags"],
)
def test_tags_are_told_by_their_label_or_their_sign(line: str) -> None:
    assert read(page(main=f"<div>{article()}{line}</div>")).values["tags"] == ["көпір", "Ауыл өмірі"]


@pytest.mark.parametrize(
    ("last", "tags"),
    [("<li><a href='/t/2'>#Ауыл өмірі</a></li>", ["көпір", "Ауыл өмірі"]), ("<li><a href='/n/2'>Ауыл өмірі</a></li>", ["көпір"])],
)
def test_each_hashtag_may_be_an_item_of_a_list(last: str, tags: list[str]) -> None:
    items = f"<ul class='k2'><li><a href='/t/1'>#көпір</a></li>{last}</ul><ul><li><a href='/t/3'>#спорт</a></li></ul>"
    assert read(page(main=f"<div>{article()}{items}</div>")).values["tags"] == tags


def test_other_links_under_a_text_are_no_tags() -> None:
    line = '<div>Бөлісу: <a href="/t/1">Facebook</a> <a href="/t/2">Telegram</a></div>'
    assert read(page(main=f"<div>{article()}{line}</div>")).values["tags"] == []


def amid(box: str) -> list[str]:
    paragraphs = [f"<p>{text}</p>" for text in PARAGRAPHS]
    return read(page(main=article(paragraphs=()).replace('<div class="text">', f'<div class="b2">{paragraphs[0]}{box}{"".join(paragraphs[1:])}'))).values["body"]


QUOTE = "Көпірсіз екі жыл бойы көрші ауылға қайықпен қатынадық, қыста мұз үстімен өттік."


def test_a_label_without_a_field_makes_no_form_of_a_quotation() -> None:
    assert amid(f'<div><label class="hide">Бұл жолдар түпнұсқадағыдай көрсетіледі</label><pre>{QUOTE}</pre></div>')[1] == QUOTE
    assert amid(f'<div><label for="q">Сұрақ</label><p>{QUOTE}</p></div>') == list(PARAGRAPHS)
    assert amid(f'<div><label><input type="radio"> Иә</label><p>{QUOTE}</p></div>') == list(PARAGRAPHS)


def test_a_section_over_a_text_makes_no_card_of_it() -> None:
    def box(said: str) -> str:
        return f'<div class="b2"><a href="/qogam">{said}</a><p>{PARAGRAPHS[0]}</p></div>'

    shown = article(paragraphs=())
    assert read(page(main=shown.replace('<div class="text">', f'{box("Қоғам")}<div class="text">'))).values["body"] == [PARAGRAPHS[0]]
    assert not any(read(page(main=shown.replace('<div class="text">', f'{box("Көктемгі су тасқыны ерте басталды")}<div class="text">'))).values["body"])


def test_the_pages_own_headline_as_a_link_makes_no_card_of_its_text() -> None:
    def shown(headline: str) -> Reading:
        return read(page(main=f'<div class="post"><h2><a href="/zhanalyq/4711">{headline}</a></h2><p>{PARAGRAPHS[0] * 3}</p></div>'))

    assert shown(TITLE).values["body"] == [PARAGRAPHS[0] * 3]
    assert not any(shown("Көктемгі су тасқыны ерте басталды").values["body"])


def test_a_text_that_a_button_holds_is_read() -> None:
    left_open = '<header><button class="menu"><div><span>Мәзір</span><div></button></header>'
    assert read(page(left_open)).values["body"] == list(PARAGRAPHS)
    button = f"<button><p>{PARAGRAPHS[0]}</p></button>"
    assert read(page(button)).values["body"] == list(PARAGRAPHS)
    assert not any(read(page(main=f"<h1>{TITLE}</h1><button>Тіркелу</button>")).values["body"])


@pytest.mark.parametrize("name", ["vjs-control-text", "mejs-offscreen", "plyr__controls"])
def test_what_a_player_says_of_itself_is_no_text(name: str) -> None:
    assert amid(f'<div class="{name}">Бейнематериалды жүктеу барысы</div>') == list(PARAGRAPHS)
    assert len(amid('<div class="b3">Бейнематериалды жүктеу барысы</div>')) == len(PARAGRAPHS) + 1


def test_the_time_of_a_quoted_post_is_not_the_articles() -> None:
    time = '<time datetime="2024-05-01T09:00:00+05:00">бір кезде</time>'
    undated = article(date="")
    for quoted, day in (
        (f"<blockquote>{time}</blockquote>", None),
        (f"<div class='comment'>{time}</div>", None),
        (f"<div>{time}</div>", "2024-05-01"),
    ):
        found = read(page(main=undated.replace('<div class="text">', f'<div class="text">{quoted}'))).values["published_at"]
        assert (str(found)[:10] if found else None) == day


def test_a_laid_out_table_of_words_is_text_in_spite_of_a_few_figures() -> None:
    said = [("Ұзындығы", "сексен метр"), ("Жолағы", "екі"), ("Тіректері", "темірбетон"), ("Салмақ шегі", "жиырма тонна"), ("Нөмірі", "7"), ("Бағасы", "1200")]

    def table(rows: list[tuple[str, str]]) -> list[str]:
        cells = "".join(f'<tr><td><img src="/p/1.jpg">{name}</td><td>{value}</td></tr>' for name, value in rows)
        return amid(f"<table>{cells}</table>")

    words = [word for row in said for word in row if not word.isdigit()]
    assert table(said) == [PARAGRAPHS[0], *words, *PARAGRAPHS[1:]]
    assert table(said[4:]) == list(PARAGRAPHS), "names beside figures that are left out say nothing"


def test_a_linked_box_between_paragraphs_is_no_text_and_a_linked_line_of_the_text_is() -> None:
    link = '<a href="/n/8">Су туралы</a>'
    assert amid(f"<div>{link}</div>") == list(PARAGRAPHS)
    assert len(amid(f"<p>{link}</p>")) == len(PARAGRAPHS) + 1


def test_a_line_that_is_all_of_a_table_under_its_picture_is_a_caption() -> None:
    picture, line = '<tr><td><img src="/p/1.jpg" width="180"></td></tr>', "Ескі көпір. 1987 жыл. Мұрағаттағы сурет"

    def table(*rows: str) -> list[str]:
        return amid(f"<table>{''.join(rows)}</table>")

    said = f"<tr><td><em>{line}</em></td></tr>"
    assert table(picture, said) == list(PARAGRAPHS)
    for rows in ((said, picture), (picture, said, "<tr><td>Жаңа көпір. 2025 жыл</td></tr>"), (said,)):
        assert line in table(*rows), "no picture over it, or another text beside it"


@pytest.mark.parametrize("said", ["<span>Калория: 0</span> <span>Май: 0</span>", "Ақуыз: 0 г, май: 0,0 г, көмірсу: 0 г", "كالورييا: ٠ ماي: ٠"])
def test_values_that_nobody_filled_in_are_no_text(said: str) -> None:
    assert amid(f"<div>{said}</div>") == list(PARAGRAPHS)


@pytest.mark.parametrize("said", ["Калория: 210 Май: 0", "Ескерту: 0", "Бірінші кезең: 0. Екінші кезең: 0"])
def test_values_of_which_any_is_told_are_text(said: str) -> None:
    assert amid(f"<div>{said}</div>")[1] == said


def test_a_quoted_post_is_no_text() -> None:
    said = "<p>Көпір ашылды! Міне, бейнесі</p>"
    assert amid(f'<blockquote>{said}&mdash; Nature KZ (@naturekz) <a href="/s/1">June 9, 2024</a></blockquote>') == list(PARAGRAPHS)
    assert amid(f"<blockquote>{said}<p>– Nature KZ (@naturekz) 2024</p></blockquote>") == list(PARAGRAPHS)
    assert len(amid(f"<blockquote>{said}<p>– Асхат Нұр, көпірші.</p></blockquote>")) == len(PARAGRAPHS) + 2
    assert len(amid(f"<blockquote>{said}<p>Бейнесі Nature KZ (@naturekz) бетінде тұр.</p></blockquote>")) == len(PARAGRAPHS) + 2
    assert len(amid("<p>– Nature KZ (@naturekz) деген бетте бейнесі бар.</p>")) == len(PARAGRAPHS) + 1


def test_the_label_of_a_box_with_nothing_but_links_is_no_text() -> None:
    def box(label: str, rest: str = "") -> str:
        return f'<div class="k1">{label}{rest}<div class="k2"><h5>{LINK}</h5></div></div>'

    assert amid(box("<h4>Осы жолда</h4>")) == amid(box("<div><b>Осы жолда</b></div>")) == list(PARAGRAPHS)
    said = "Көктемде су көтеріліп, жол тағы жабылған еді."
    assert amid(box("<h4>Осы жолда</h4>", f"<p>{said}</p>")) == [PARAGRAPHS[0], "Осы жолда", said, *PARAGRAPHS[1:]]
    assert amid("<div><b>Газетке жазылу</b><p>Жазылу индексі: 65464. Алты айға – 3 200 теңге.</p></div>") == list(PARAGRAPHS)
    assert amid("<div><h4>Осы жолда</h4></div>")[1] == "Осы жолда", "it heads what follows"


@pytest.mark.parametrize("said", ["WhatsApp", "Телеграм", "ВКонтакте"])
def test_the_name_of_a_network_alone_is_a_button_in_a_text_and_may_be_a_tag(said: str) -> None:
    assert amid(f"<div>{said}</div>") == list(PARAGRAPHS)
    assert amid(f"<div>{said} жаңартылды</div>")[1] == f"{said} жаңартылды"
    tags = f'<div>Тегтер: <a href="/t/1">көпір</a>, <a href="/t/2">{said}</a></div>'
    assert read(page(main=f"<div>{article()}{tags}</div>")).values["tags"] == ["көпір", said]


def test_all_linked_values_behind_a_term_are_tags() -> None:
    values = "".join(f'<dd><a href="/t/{at}">{tag}</a></dd>' for at, tag in enumerate(("көпір", "Ауыл өмірі", "жол")))
    tags = f"<dl><dt>Тақырыптар:</dt>{values}</dl>"
    for shown in (tags, tags.replace("</dl>", '<dt>Бөлім:</dt><dd><a href="/b/1">Қоғам</a></dd></dl>')):
        main = article().replace("</article>", f"{shown}</article>")
        assert read(page(main=main)).values["tags"] == ["көпір", "Ауыл өмірі", "жол"]


@pytest.mark.parametrize("label", ["Өзге жазбалар", "Басқа мақалалар", "Басқа жобалар"])
def test_a_label_of_other_articles_ends_the_text(label: str) -> None:
    cards = "".join(f"<div><i>{day} қараша</i><a href='/n/{day}'>Өзен бойында {day} үй су астында қалды</a></div>" for day in (3, 4, 5))
    main = article().replace("</p></div>", f"</p><div>{label}</div>{cards}<div>Ауыл әкімдігі, Достық көшесі, 7</div></div>")
    assert read(page(main=main)).values["body"] == list(PARAGRAPHS)


def test_a_text_goes_on_behind_such_a_word_in_a_sentence() -> None:
    assert len(amid("<p>Басқа мақалалар да осы көпір туралы жазылған еді, бірақ олар ел есінде қалмады.</p>")) == len(PARAGRAPHS) + 1


@pytest.mark.parametrize(
    "left",
    ["[caption id=1 width=400]Көпірдің ескі суреті[/caption]", "[embed]https://kz.test/v/1[/embed]", "%s", "{{ item.text }}", "[object Object]",
     "NaN", "Warning: Undefined variable $a in /home/kz/inc.php on line 14", "Notice : Undefined index in /home/kz/inc.php on line 7."],
)  # fmt: skip
def test_what_a_program_left_is_no_text(left: str) -> None:
    assert amid(f"<p>{left}</p>") == list(PARAGRAPHS)
    assert amid(f"<p>{left} деген жазу бетте тұр.</p>")[1].startswith(left), "a sentence that speaks of it"


def test_brackets_that_no_code_closes_are_text() -> None:
    assert amid("<p>[caption] деп басталған жол көпірдің суреті еді.</p>")[1].startswith("[caption]")


def test_where_a_text_was_taken_from_is_its_source() -> None:
    main = article().replace("</p></div>", "</p><p>(Қайнар көзі: Nature KZ)</p></div>")
    values = read(page(main=main)).values
    assert (values["body"], values["authors"]) == (list(PARAGRAPHS), [])
    assert len(amid("<p>Қайнар көзі: таудағы мұздық, ал көпір соның суына салынған екен.</p>")) == len(PARAGRAPHS) + 1


ASIDE = '<ul><li><a href="/n/8">Көктемгі су тасқыны ерте басталды</a></li><li><a href="/n/9">Бөгет түбіндегі жол жабылды</a></li></ul>'


@pytest.mark.parametrize("label", ["<p><b>Сайттағы ұқсас дүниелер:</b></p>", "<h4>Өзеннің тағдыры туралы</h4>", "<p>Мұны оқыдыңыз ба?</p>"])
@pytest.mark.parametrize("behind", ["", "<h3>Келесі қадам</h3>"])
def test_a_label_of_links_that_are_left_out_is_left_out(label: str, behind: str) -> None:
    end = f"{behind}<p>Жұмыс көктемде аяқталады.</p>" if behind else ""
    main = article().replace("</p></div>", f"</p>{label}{ASIDE}{end}</div>")
    assert read(page(main=main)).values["body"] == [*PARAGRAPHS, *(("Келесі қадам", "Жұмыс көктемде аяқталады.") if behind else ())]


@pytest.mark.parametrize("behind", ["<p>Жұмыс көктемде аяқталады.</p>", "<h5>Келесі қадам</h5><p>Жұмыс көктемде аяқталады.</p>"])
def test_a_heading_with_text_behind_inserted_links_stays(behind: str) -> None:
    main = article().replace("</p></div>", f"</p><h4>Өзеннің тағдыры туралы</h4>{ASIDE}{behind}</div>")
    assert "Өзеннің тағдыры туралы" in read(page(main=main)).values["body"]


SAID = "<p>Көпірден күн сайын өтемін, жөндеу сапалы жасалған, енді шамы түнде жанып тұрса екен деп тілеймін.</p>"


@pytest.mark.parametrize("heading", ["Comments", "Comments (2)", "No comments:", "1 comment"])
def test_an_english_heading_of_comments_ends_the_text(heading: str) -> None:
    main = article().replace("</p></div>", f"</p><h3>{heading}</h3>{SAID}</div>")
    assert read(page(main=main)).values["body"] == list(PARAGRAPHS)


@pytest.mark.parametrize("line", ["<p>Comments</p>", "<h3>Commentary</h3>"])
def test_what_is_no_such_heading_does_not(line: str) -> None:
    main = article().replace("</p></div>", f"</p>{line}{SAID}</div>")
    assert read(page(main=main)).values["body"][-1] == SAID[3:-4]


def test_a_name_alone_over_links_that_are_left_out_stays() -> None:
    main = article().replace("</p></div>", f"</p><p>Ерлан мен Дана жазбасы</p>{ASIDE}</div>")
    assert read(page(main=main)).values["body"][-1] == "Ерлан мен Дана жазбасы"


@pytest.mark.parametrize(
    ("days", "left"),
    [
        (("<b>24 маусым, жұма</b>", "<b>25 маусым, сенбі</b>"), ["24 маусым, жұма", "25 маусым, сенбі"]),
        (("<b>24 маусым, жұма</b>", "<b>24 маусым, жұма</b>"), ["24 маусым, жұма", "24 маусым, жұма"]),
        (("24 маусым, жұма", "25 маусым, сенбі"), []),
        (("<b>24 маусым 2025</b>", "<b>25 маусым 2025</b>"), []),
        (("<b>24 маусым, жұма</b>", ""), []),
    ],
    ids=["two days", "twice", "not bold", "with the year", "one day"],
)
def test_bold_days_that_head_the_parts_of_a_programme_are_text(days: tuple[str, str], left: list[str]) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    parts = [f"<p>{day}</p><ul><li>10:00 – Гүл шоқтарын қою</li><li>12:00 – Ашылу салтанаты өтеді</li></ul>" for day in days]
    found = read(page(main=f"<h1>{TITLE}</h1><div>{text}{''.join(parts)}</div>")).values["body"]
    assert [line for line in found if "маусым" in line] == left


@pytest.mark.parametrize(("line", "left"), [("(责编:k100、k101)", 0), ("（责任编辑：k100）", 0), ("Басылым 责编 деген белгімен шыққан.", 1)])
def test_who_edited_a_page_in_china_is_no_text(line: str, left: int) -> None:
    main = article(paragraphs=(*PARAGRAPHS, line))
    assert len(read(page(main=main)).values["body"]) - len(PARAGRAPHS) == left
