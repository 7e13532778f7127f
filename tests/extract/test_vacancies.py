"""Notices of vacant posts are no articles; news of them and other contests are."""

from __future__ import annotations

import pytest

from kznews.outcomes import Reason
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

ASKED = "<p><b>Үміткерге қойылатын талаптар:</b></p><ul><li>жоғары білім;</li><li>үш жыл еңбек өтілі.</li></ul>"
PAID = "<p><b>Жалақысы:</b> 210 000 теңгеден басталады.</p>"
PAPERS = "<p>Қажетті құжаттар</p><ul><li>өтініш;</li><li>дипломның көшірмесі.</li></ul>"
NOTICE = f"<p>{PARAGRAPHS[0]}</p>{ASKED}{PAID}{PAPERS}"


def refused(title: str, text: str, head: str = "") -> bool:
    shown = article(title, paragraphs=()).replace('<div class="text">', f'<div class="b2">{text}')
    found = read(page(main=shown, head=head).replace(f"<title>{TITLE}", f"<title>{title}"))
    return found.refusal == (Reason.NOT_ARTICLE, "a notice of vacant posts")


@pytest.mark.parametrize(
    "title",
    [
        "Аудан мектебі есепші лауазымына конкурс жариялайды",
        "Аудандық әкімдіктегі бос мемлекеттік лауазымдарға орналасуға жалпы конкурс",
        "«Дерек» газеті тілші қызметіне байқау жариялайды",
        "Бос лауазымдарға орналасу туралы хабарландыру",
        "Aýdan mektebi esepshi laýazymyna konkýrs jarııalaıdy",
    ],
)
def test_a_notice_of_a_vacant_post_is_no_article(title: str) -> None:
    assert refused(title, NOTICE)
    assert refused(title, f"<p>{PARAGRAPHS[0]}</p>{PAID}{PAPERS}")
    assert not refused(title, f"<p>{PARAGRAPHS[0]}</p>{ASKED}<p>{PARAGRAPHS[1]}</p>"), "news may list what is asked"
    assert not refused(title, "".join(f"<p>{text}</p>" for text in PARAGRAPHS)), "news without any label"


@pytest.mark.parametrize(
    "title",
    [
        "Филармония директоры лауазымына байқау жарияланды",
        "Жас жазушыларға арналған әңгіме байқауы",
        "Ауданда балуандар арасында байқау өткізеді",
        "Бос лауазымға конкурс: кімдер бақ сынап жүр",
        "Лауазым иелері ауылда жиын өткізеді",
    ],
    ids=["news of a contest", "of writers", "of a sport", "a question", "a meeting"],
)
def test_news_of_contests_are_articles(title: str) -> None:
    assert not refused(title, NOTICE)


WANTED = "Аудандық газетке жас тілші керек"
CV = "<p>Түйіндемені редакцияның поштасына айдың соңына дейін жіберіңіз.</p>"


@pytest.mark.parametrize(
    ("title", "text", "notice"),
    [
        (WANTED, NOTICE + CV, True),
        ("Derek порталы аға редактор іздейді", NOTICE + CV, True),
        ("Дерек порталына аға редактор іздейміз", NOTICE + CV, True),
        (WANTED, NOTICE, False),
        (WANTED, "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + CV, False),
        ("Тілші болу үшін не керек?", NOTICE + CV, False),
        ("Ауданға отыз дәрігер келді", NOTICE + CV, False),
    ],
    ids=["is wanted", "a portal looks for one", "we look for one", "no CV", "no labels", "advice", "news"],
)
def test_a_title_that_says_who_is_wanted_over_labels_is_a_notice(title: str, text: str, *, notice: bool) -> None:
    assert refused(title, text) is notice


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        ('{"@type":"JobPosting","title":"Жас тілші"}', True),
        ('{"@type":"JobPosting","title":"Дыбыс режиссері"}', False),
        ('[{"@type":"JobPosting","title":"Жас тілші"},{"@type":"NewsArticle","headline":"Жас тілші керек"}]', False),
        ('{"@type":"JobPosting"}', False),
    ],
    ids=["of this post", "of another", "an article as well", "without a title"],
)
def test_structured_data_may_say_that_a_page_is_a_vacancy(data: str, *, notice: bool) -> None:
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert refused(WANTED, text, f'<script type="application/ld+json">{data}</script>') is notice
