# ruff: noqa: E501
"""Articles in the dress of engines with other interfaces: long lines about the article, columns of their own, letters drawn."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read
from tests.support.told import AUTHOR, TEXT, day, told, values

DEK = "Өзен үстіндегі көпір екі жыл бойы жабық тұрған еді, енді ол арқылы жүк көліктері де өте алады дейді құрылысшылар."
META = (
    f'<div class="entry-meta"><span class="byline">By <a href="/author/a/">{AUTHOR}</a></span> <span>Published on November 2, 2025 at '
    '2:20 PM</span> <span>Last updated November 3, 2025</span> <a href="#respond">No Comments</a></div>'
)
SHORT = "".join(f"<p>{text[:70].rsplit(' ', 1)[0]}.</p>" for text in PARAGRAPHS)


def test_the_header_of_an_article_with_lead_and_byline_is_not_its_text() -> None:
    head = f'<header class="entry-header"><h1>{TITLE}</h1><h2 class="dek">{DEK}</h2>{META}</header>'
    found = values(f'<article>{head}<div class="entry-content">{SHORT}</div></article>')
    assert (found["lead"], len(found["body"]), found["authors"]) == (DEK, len(PARAGRAPHS), [AUTHOR])


@pytest.mark.parametrize("ago", ["3 часа назад", "3 сағат бұрын"])
def test_an_element_that_says_how_long_ago_dates_a_line_of_counters(ago: str) -> None:
    line = f'<div class="pv"><span>{ago}</span><span>Просмотров: 845</span><span>Комментарии: 7</span><span>Автор: {AUTHOR}</span></div>'
    assert day(told(line)) == "2025-11-03 11:30"
    sentence = f"<p>Ауыл тұрғыны {ago} көпірдің үстінде көлік қатты тежелгенін көрген, оны көршісі де айтты</p>"
    assert told(sentence)["published_at"] is None


@pytest.mark.parametrize(("label", "found"), [("Жарияланды", "2025-10-14 09:15"), ("Келесі кездесу", "")])
def test_a_column_of_the_article_dates_it_where_it_says_so(label: str, found: str) -> None:
    column = f'<aside class="passport"><dl><dt>{label}</dt><dd>14 қазан 2025<br>09:15</dd><dt>Оқу уақыты</dt><dd>4 минут</dd></dl></aside>'
    main = f'<article><h1>{TITLE}</h1><div class="grid">{column}<div class="txt">{TEXT}</div></div></article>'
    shown = read(page(main=main)).values["published_at"]
    assert str(shown or "")[:16] == found


@pytest.mark.parametrize(("alt", "found"), [("Ө", PARAGRAPHS[0]), ("Көпір", PARAGRAPHS[0][1:]), ("", PARAGRAPHS[0][1:])])
def test_the_picture_of_a_letter_is_the_first_of_its_paragraph(alt: str, found: str) -> None:
    text = TEXT.replace("<p>Ө", f'<p><img src="/l/1.png" alt="{alt}">', 1)
    body = values(f'<div><h1>{TITLE}</h1><div>2 қараша 2025</div><div class="b2">{text}</div></div>')["body"]
    assert body[0] == found


@pytest.mark.parametrize(("link", "found"), [("← Барлық очерк", ""), ("Очерк", "Очерк")])
def test_a_way_back_to_all_is_no_section(link: str, found: str) -> None:
    strip = f'<div class="strip"><a href="/">Дала дидары</a> <a class="back" href="/ocherk">{link}</a></div>'
    assert read(page(before=strip)).values["section"] == found


def test_a_label_over_the_picture_is_the_section_where_a_menu_says_so() -> None:
    menu = '<nav><a href="/zan">Заң</a><a href="/sot">Сот</a><a href="/pikir">Пікір</a></nav>'
    over = '<div class="hero"><span class="over">Пікір</span><img src="/1.jpg" alt=""></div>'
    main = f'<article>{over}<h1>{TITLE}</h1><div class="txt">{TEXT}</div></article>'
    assert read(page(before=menu, main=main)).values["section"] == "Пікір"
    assert read(page(main=main)).values["section"] == ""


def test_captions_and_credits_of_k2_are_no_text() -> None:
    picture = '<div class="itemImageBlock"><span class="itemImage"><img alt=""></span><span class="itemImageCaption">Марапаттау рәсімінде</span>'
    picture += '<span class="itemImageCredits">Фото: самбо одағы</span></div>'
    found = values(f'<div><h2 class="itemTitle">{TITLE}</h2><div class="itemBody">{picture}<div class="itemFullText">{TEXT}</div></div></div>')
    assert found["body"] == list(PARAGRAPHS)


@pytest.mark.parametrize(("said", "found"), [("in Қоғам", "Қоғам"), ("Posted in Қоғам", "Қоғам"), ("In Memoriam", "In Memoriam")])
def test_an_english_word_before_a_section_is_no_part_of_it(said: str, found: str) -> None:
    line = f'<div class="jeg_meta_category"><span>{said.rpartition(" ")[0] if found == "Қоғам" else ""} <a href="/c/1" rel="category">{said.rpartition(" ")[2] if found == "Қоғам" else said}</a></span></div>'
    assert told(line)["section"] == found


@pytest.mark.parametrize("label", ["You Might Be Interested In", "You may also like"])
def test_english_labels_of_other_articles_are_no_text(label: str) -> None:
    box = f"<div class='pl'><div class='pl-h'>{label}</div><ul><li><a href='/1'>Тараздағы монша музейге айналады</a></li></ul></div>"
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    found = values(f'<div><h1>{TITLE}</h1><div>2 қараша 2025</div><div class="b2">{first}{box}{"".join(others)}</div></div>')
    assert found["body"] == list(PARAGRAPHS)


@pytest.mark.parametrize(("rel", "found"), [("author", [AUTHOR]), ("nofollow", [])])
def test_a_link_says_by_its_relation_that_it_is_the_author_s(rel: str, found: list[str]) -> None:
    assert told(f'<div>{TITLE[:12]} · <a href="/p/12" rel="{rel}">{AUTHOR}</a> · жаңа</div>')["authors"] == found


def test_what_stands_behind_english_labels_of_tags_and_authors_is_no_text() -> None:
    foot = "<footer><p>Tagged with: <a href='/t/1'>киік</a></p><section><h2>About the authors</h2><p>Ол табиғат тақырыбына жазады, Ақтауда тұрады.</p></section></footer>"
    found = values(f"<article><h1>{TITLE}</h1><div>2 қараша 2025</div>{TEXT}{foot}</article>")
    assert (found["body"], found["tags"]) == (list(PARAGRAPHS), ["киік"])
