# ruff: noqa: E501
"""What pages of engines that nobody here had seen say of their text and lead: rule by rule, each beside a page on which it does nothing."""

from __future__ import annotations

from typing import Any

import pytest

from kznews.extract.zones import hides_by_class
from tests.support.small_pages import PARAGRAPHS, TITLE, page, read
from tests.support.told import TEXT, told, values


@pytest.mark.parametrize(
    ("classes", "hidden"),
    [("hidden", True), ("hidden md:flex", False), ("md:hidden", False), ("hidden group-hover:block", True), ("d-none d-lg-block", False)],
)
def test_what_only_phones_hide_is_shown(classes: str, hidden: bool) -> None:  # noqa: FBT001
    assert hides_by_class(classes) is hidden


def test_a_lead_may_stand_before_boxes_of_text() -> None:
    lead, rest = PARAGRAPHS[0], [*PARAGRAPHS[1:], "Жол бойына жаңа аялдама орнатылып, автобус күніне алты рет қатынайтын болды."]
    boxes = f'<div class="a"><p>{rest[0]}</p></div><div class="b"><p>{rest[1]}</p><p>{rest[2]}</p></div>'
    found = values(f"<div><h1>{TITLE}</h1><p>{lead}</p>{boxes}</div>")
    assert (found["lead"], list(found["body"])) == (lead, rest)
    divided = "".join(f"<div>{text}</div>" for text in (lead, *rest))
    assert values(f"<div><h1>{TITLE}</h1>{divided}</div>")["lead"] == "", "paragraphs may be divs"


@pytest.mark.parametrize(
    "line",
    [
        "<div class='info'>Родительская категория: Газет Категория: Білім Обновлено: 30 Қазан 2025</div>",
        "<div>Қараулар саны: 311<br>Дереккөз: Жылу желілері</div>",
        "<div>Для просмотра видео необходим Adobe Flash Player</div>",
        "<p><a href='/n/9'>Үлгілерді тігу жолы</a></p>",
        "<div><div>Тақырып бойынша</div><a href='/n/7'>Көктемгі су тасқыны ерте басталды</a></div>",
        "<p>分享到：微信 新浪微博</p>",
        "<p>（Жауапты редактор：Гүлнар）</p>",
    ],
)
def test_no_text(line: str) -> None:
    """Lines about the article, of players, links and whoever made the page are no text, a sentence in their place is."""
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)

    def body(amid: str) -> list[str]:
        return list(values(f'<div><h1>{TITLE}</h1><div class="b2">{first}{amid}{"".join(others)}</div></div>')["body"])

    assert body(line) == list(PARAGRAPHS)
    assert len(body("<p>Бұл көпірді бәрі күткен еді.</p>")) == len(PARAGRAPHS) + 1


def test_a_section_s_line_over_the_text_is_none_of_it() -> None:
    assert list(told("<div>Бөлім: <a href='/1'>Газет</a></div>")["body"]) == list(PARAGRAPHS)


def test_a_headline_may_stand_behind_its_section_and_a_bold_sentence_under_it_is_its_lead() -> None:
    def caption(between: str, bold: str) -> dict[str, Any]:
        box = f'<div class="cap"><a href="/news.php?cat.5">Спорт</a> {between} {TITLE}</div>'
        markup = page(main=f"{box}<div><b>{bold}</b><br><br>{TEXT}</div>")
        return read(markup.replace(f"<title>{TITLE}", f"<title>Derek жаршысы: {TITLE} / Жаңалықтар")).values

    lead = "Сәрсенбі күні облыс орталығында жөндеу аяқталды."
    found = caption("::", lead)
    assert (found["title"], found["lead"], found["section"]) == (TITLE, lead, "Спорт")
    assert caption("", lead)["section"] == "", "nothing divides the two"
    assert caption("::", lead.rstrip("."))["title"] == lead.rstrip("."), "no sentence: the headline may be this"


@pytest.mark.parametrize(
    ("under", "lead"),
    [
        ("<div class='h'><span><h2>{title}</h2></span></div><h6>Игі іске кәсіпкерлер мен студенттер атсалысқан</h6>", True),
        ("<div class='h'><span><h2>{title}</h2></span></div><div><h6>Игі іске кәсіпкерлер мен студенттер атсалысқан</h6></div>", False),
        ("<div class='h'><span><h2>{title}</h2></span></div><h6>Derek: {title}</h6>", False),
    ],
    ids=["in a box around the headline's", "in a box of its own", "the headline again"],
)
def test_a_subheading_is_the_lead(under: str, *, lead: bool) -> None:
    found = values(f'<div>{under.format(title=TITLE)}<div class="b2">{TEXT}</div></div>')
    assert (found["lead"] != "") == lead


def test_the_first_paragraph_may_be_bold_by_its_own_style() -> None:
    def styled(style: str) -> Any:
        return values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT.replace("<p>", f"<p style={style!r}>", 1)}</div></div>')["lead"]

    assert styled("font-size: 14pt; font-weight: bold") == styled("font-weight:600") == PARAGRAPHS[0]
    assert styled("font-weight: 400") == ""


@pytest.mark.parametrize(
    ("amid", "more"),
    [
        ("<p><img src='/k.jpg'><br><span style='font-size: 8pt;'>Қайта салынған көпір осы.</span></p>", 0),
        ("<p><img src='/k.jpg'><br><span style='font-size: 14pt;'>Қайта салынған көпір осы.</span></p>", 1),
        ("<p><span style='font-size: 8pt;'>Қайта салынған көпір</span></p>", 1),
        (f"<blockquote class='td_pull_quote'><p>{PARAGRAPHS[0][:60]}</p></blockquote>", 0),
        (f"<blockquote><p>{PARAGRAPHS[0][:60]}</p></blockquote>", 0),
        ("<blockquote><p>Бұл көпірді бәрі күткен еді</p></blockquote>", 1),
        (f"<p>{PARAGRAPHS[0][:60]}</p>", 1),
        ("<blockquote class='td_pull_quote'><p>Бұл көпірді бәрі күткен еді</p></blockquote>", 1),
    ],
    ids=["small under a picture", "large under one", "small", "a pull quote", "one by its words", "a quotation", "no quotation",
         "a pull quote that repeats nothing"],
)
def test_what_is_set_apart_amid_the_text_is_said_twice_or_of_a_picture(amid: str, more: int) -> None:
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    body = values(f'<div><h1>{TITLE}</h1><div class="b2">{first}{amid}{"".join(others)}</div></div>')["body"]
    assert len(body) == len(PARAGRAPHS) + more


@pytest.mark.parametrize(
    ("amid", "more"),
    [
        ("<div class='t107'><img src='/k.jpg'><div><div>Қайта салынған көпір</div></div><div>Сурет мұрағаттан</div></div>", 0),
        ("<div class='t107'><img src='/i.png' width='32'><div><div>Қайта салынған көпір</div></div></div>", 1),
        ("<div class='t107'><div>Қайта салынған көпір</div><img src='/k.jpg'></div>", 1),
        ("<div class='t107'><img src='/k.jpg'><div>Бұл көпірді бәрі күткен еді.</div></div>", 1),
        ("<div class='t107'><img src='/k.jpg'><h3>Қайта салынған көпір</h3></div>", 1),
        ("<ul><li><img src='/k.jpg'>Қайта салынған көпір</li></ul>", 1),
        ("<p><img src='/k.jpg'><br>Қайта салынған көпір</p>", 0),
        ("<p><img src='/k.jpg'><br>Қайта салынған көпір,</p>", 1),
        ("<p><img src='/k.jpg'><br>Қайта салынған көпір<br>Өзеннің екі жағы</p>", 1),
    ],
    ids=["a figure", "an icon", "a picture below", "a sentence", "a heading", "an item", "a paragraph", "goes on", "two lines"],
)
def test_a_box_of_a_picture_and_a_line_is_a_figure(amid: str, more: int) -> None:
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    body = values(f'<div><h1>{TITLE}</h1><div class="b2">{first}{amid}{"".join(others)}</div></div>')["body"]
    assert len(body) == len(PARAGRAPHS) + more


def test_a_box_of_a_picture_and_a_text_is_no_figure() -> None:
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    line = "<img src='/k.jpg'><div>Қайта салынған көпір</div>"
    long = f"<div>{line}<p>{' '.join(PARAGRAPHS)}</p><p>{' '.join(PARAGRAPHS[::-1])}</p></div>"
    assert len(values(f'<div><h1>{TITLE}</h1><div class="b2">{first}{long}{"".join(others)}</div></div>')["body"]) == len(PARAGRAPHS) + 3
    report = "".join(f"<div><img src='/k.jpg'><div>{text.rstrip('.')}</div></div>" for text in PARAGRAPHS)
    assert len(values(f'<div><h1>{TITLE}</h1><div class="b2">{report}</div></div>')["body"]) == len(PARAGRAPHS), "pictures tell it all"


def test_a_count_of_comments_over_the_text_does_not_end_it() -> None:
    facts = '<ul class="post-info"><li>2 қараша 2025</li><li>Пікір жоқ</li></ul>'
    found = values(f'<div><h1>{TITLE}</h1><div class="e">{PARAGRAPHS[0]}</div>{facts}<div class="t">{TEXT}</div></div>')
    assert list(found["body"])[-2:] == list(PARAGRAPHS[1:])
    ended = values(f"<div><h1>{TITLE}</h1>{TEXT}<h3>Пікір жоқ</h3><p>{PARAGRAPHS[0]}</p></div>")
    assert list(ended["body"]) == list(PARAGRAPHS)


def test_a_link_to_an_entry_of_the_page_makes_no_card_of_it() -> None:
    def chronicle(href: str) -> list[str]:
        entries = "".join(f'<div class="e"><p>{text}</p><a href="{href}">сілтеме</a></div>' for text in PARAGRAPHS * 2)
        return list(values(f"<div><div><h1>{TITLE}</h1><div>2 қараша 2025, 14:20</div><p>{TITLE}, деп жазады тілшілер бүгін таңертең.</p></div><div>{entries}</div></div>")["body"])

    assert len([text for text in chronicle("#p1") if text in PARAGRAPHS]) == 2 * len(PARAGRAPHS)


FILES = [("/files/buiryq.docx", "Көпірді жөндеу туралы бұйрықтың көшірмесі"), ("/files/smeta.PDF", "Жұмыстың сметасы мен кестесі, жиырма бет")]


@pytest.mark.parametrize(
    ("row", "ending", "read"),
    [
        ("<ul>{}</ul>", "<li><a href='{0}'>{1}</a></li>", True),
        ("<div>{}</div>", "1) <a href='{0}'>{1}</a> (24 Кб)<br>", True),
        ("<div>{}</div>", "<div class='file'><a href='{0}'>{1}</a><a href='{0}'>Жүктеу</a></div>", False),
        ("<ul>{}</ul>", "<li><a href='{0}/'>{1}</a></li>", False),
    ],
)
def test_documents_are_listed_in_the_text_and_articles_are_not(row: str, ending: str, *, read: bool) -> None:
    listed = row.format("".join(ending.format(*file) for file in FILES))
    body = "\n".join(values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}{listed}<p>Құжаттарды әкімдіктің сайтынан да табуға болады.</p></div></div>')["body"])
    assert all((said in body) is read for _, said in FILES)


@pytest.mark.parametrize("between", ["13-02-2018", "<b>13 ақпан 2018</b> "])
def test_headlines_with_a_date_and_an_excerpt_in_one_box_are_cards(between: str) -> None:
    cards = "".join(f'<div class="sdi"><a href="/n/{at}">Қалада {at} жаңа мектеп ашылды</a>{between}{text} {text}</div>' for at, text in enumerate(PARAGRAPHS * 4))
    page = f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}</div></div><div class="s">{cards}</div>'
    assert not [said for said in values(page)["body"] if "мектеп" in said]
    assert [said for said in values(page.replace("</a>", "</a>: ").replace(between, ""))["body"] if "мектеп" in said]


@pytest.mark.parametrize(("quote", "more"), [(PARAGRAPHS[1][:58], 0), ("Көпір ашылды, енді ауылға жол да керек", 1)])
def test_a_quotation_that_repeats_the_text_is_a_pull_quote(quote: str, more: int) -> None:
    body = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<blockquote>{quote}</blockquote>{TEXT.replace("көпір", "өткел")}</div></div>')["body"]
    assert len(body) == 6 + more
