# ruff: noqa: E501
"""Pages with end tags too many or too few: a text ends where a reader sees it end."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, Protocol

import pytest

from kznews.extract.mending import mended
from tests.support.small_pages import PARAGRAPHS, TITLE, document, page, read

if TYPE_CHECKING:
    from collections.abc import Iterable

REST = (
    "Ашылу салтанатына екі ауылдың тұрғындары түгел жиналды.",
    "Келер жылы өзеннің арғы бетіндегі жолға да асфальт төселмек.",
)
"""What the text goes on with behind PARAGRAPHS."""
DATE = '<div class="date">2 қараша 2025, 14:20</div>'
ADVERT = '<div class="x3"><a href="/go?b=7"><img src="/b/7.gif"></a></div>'
SIGNED = '<div class="sgn">Автор: Қайрат Мұратұлы</div>'
BEHIND = (
    '<div class="share"><a href="#">Бөлісу</a></div>'
    '<div class="more"><h3>Ұқсас жаңалықтар</h3><div><a href="/n/1">Аудандағы мектепте жөндеу жұмысы аяқталды</a><p>Оқушылар жаңа сыныпқа келесі аптада кіреді.</p></div></div>'
    '<div class="k2"><h3>Пікірлер</h3><div><p>Біздің ауылға да осындай көпір керек еді, қашан саласыздар?</p></div></div>'
)


def p(texts: Iterable[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def divs(texts: Iterable[str]) -> str:
    return "".join(f"<div>{text}</div>" for text in texts)


def lines(texts: Iterable[str]) -> str:
    return "".join(f"{text}<br><br>" for text in texts)


def whole(text: str, *, after: str = SIGNED, behind: str = BEHIND, over: str = "") -> str:
    """Return a page whose boxes are all closed, but for what `text` does to them."""
    box = f'<div class="w"><div class="c8"><div class="m">{over}<h1>{TITLE}</h1>{DATE}<div class="tx">{text}</div>{after}</div>{behind}</div></div>'
    return page(after='<div class="ft">«Дерек» газеті 2009 жылдан бері шығады, редакция мекенжайы өзгерген жоқ.</div>', main=box)


def texts(markup: str) -> list[str]:
    return list(read(markup).values["body"])


ALL = [*PARAGRAPHS, *REST]


class Written(Protocol):
    def __call__(self, texts: Iterable[str], /) -> str: ...


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("written", [p, divs, lines])
def test_a_text_goes_on_behind_end_tags_that_are_too_many(written: Written, count: int) -> None:
    for at in (1, 3, 4):
        values = read(whole(written(ALL[:at]) + ADVERT + "</div>" * count + written(ALL[at:]))).values
        assert list(values["body"]) == ALL
        assert values["authors"] == ["Қайрат Мұратұлы"], "what stands under the text is found there as well"


def test_a_text_goes_on_in_the_next_column() -> None:
    for column in ('<div class="col-4">', '<div class="side-banner">'):
        assert texts(whole(p(PARAGRAPHS) + f"{ADVERT}</div></div></div>{column}" + p(REST))) == ALL


def test_a_text_goes_on_behind_a_table_that_is_closed_too_early() -> None:
    cell = f'<table><tr><td><div class="m"><h1>{TITLE}</h1>{DATE}<div class="tx">{p(PARAGRAPHS)}{ADVERT}'
    rest = f"{p(REST)}</div>{SIGNED}</div></td></tr></table>"
    assert texts(page(main=f'<div class="w">{cell}</div></div></td></tr></table></div>{rest}</div>')) == ALL


def test_two_adverts_may_each_bring_an_end_tag() -> None:
    first, second, third = PARAGRAPHS
    assert texts(whole(f"<p>{first}</p>{ADVERT}</div><p>{second}</p>{ADVERT}</div>{p((third, *REST))}")) == ALL


def test_a_box_of_the_lead_is_not_what_is_closed_too_early() -> None:
    lead = f'<div class="z1"><div><p>{REST[0]}</p></div></div><div class="z2">'
    values = read(whole(f"{lead}{p(PARAGRAPHS[:2])}{ADVERT}</div><p>{PARAGRAPHS[2]}</p></div>")).values
    assert (values["lead"], list(values["body"])) == (REST[0], list(PARAGRAPHS))


BOXED = '<div class="k7"><p>Біздің газет ауыл өмірін жиырма жылдан бері жазып келеді.</p></div>'
OTHERS = {
    "a note in a box": BOXED,
    "a note behind the shares": f'<div class="share"><a href="#">Бөлісу</a></div></div>{BOXED}<div>',
    "a note behind what is said of the article": f'<div class="info">102 оқылды</div></div>{BOXED}<div>',
    "comments": f"<h3>Пікірлер</h3></div>{p(REST)}<div>",
    "another article": f'<h3><a href="/n/1">Аудандағы мектепте жөндеу жұмысы аяқталды</a></h3>{p(REST)}',
    "a list of others": f"<h3>Ұқсас жаңалықтар</h3></div>{p(REST)}<div>",
    "a form": f'<div><form><input type="text"></form></div></div>{p(REST)}<div>',
}


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("count", [1, 2])
def test_no_text_goes_on_where_the_end_tags_too_many_stand_elsewhere(other: str, count: int) -> None:
    assert mended(document(whole(p(PARAGRAPHS), after=OTHERS[other], behind="</div>" * (count + 1)))) is None


def test_a_page_may_lack_other_end_tags_as_well() -> None:
    over = '<div class="banner"><img src="/b.gif">'
    assert texts(whole(p(PARAGRAPHS) + f"{ADVERT}</div></div>" + p(REST), over=over)) == ALL


def test_tags_in_capitals_count_as_well() -> None:
    assert (
        texts(whole(p(PARAGRAPHS) + f"{ADVERT}</div></div>" + p(REST)).replace("<div", "<DIV").replace("</div", "</DIV")) == ALL
    )


def test_a_page_with_as_many_end_tags_as_start_tags_is_not_mended() -> None:
    assert mended(document(whole(p(ALL)))) is None
    assert mended(document(whole(p(ALL), behind="</div>"))) is None, "nothing shows where"


LINKS = '<a href="/p/1">f</a> <a href="/p/2">vk</a>'
UNCLOSED = {
    "shares": f'<div class="social"><div class="in">{LINKS}',
    "tags": f'<div class="tags">{LINKS}',
    "an advert": '<div class="banner"><img src="/b.gif">',
    "others": '<div class="related"><a href="/n/1">Аудандағы мектепте жөндеу аяқталды</a>',
    "a caption": '<div class="photo-caption">Сурет: автордан',
}


@pytest.mark.parametrize("name", UNCLOSED)
def test_a_text_is_none_of_the_furniture_that_is_not_closed_before_it(name: str) -> None:
    assert texts(whole(UNCLOSED[name] + p(ALL))) == ALL
    assert texts(whole(p(ALL[:3]) + UNCLOSED[name] + p(REST))) == ALL
    between = f"{ADVERT}".join(f"<p>{text}</p>" for text in REST)
    assert texts(whole(p(ALL[:3]) + UNCLOSED[name] + between)) == ALL, "whatever is amid it"


def test_a_box_that_holds_the_headline_is_no_furniture() -> None:
    over = '<div class="banner"><img src="/b.gif">'
    assert texts(whole(p(ALL), over=over)) == ALL


def test_a_box_of_furniture_around_nearly_all_texts_is_none() -> None:
    lead = f'<div class="teaser"><div>{LINKS}<div class="in"><p>{REST[0]}</p></div></div>'
    body = f'<div class="z2"><div>{p(PARAGRAPHS)}</div></div>'
    assert set(PARAGRAPHS) <= set(texts(whole(lead + body)))
    assert texts(whole(f"{lead}</div>{body}", behind="<div>")) == list(PARAGRAPHS), "it is closed; another is not"


CARD = '<div class="i"><h4><a href="/n/{0}">Аудандағы {0}-мектепте жөндеу аяқталды</a></h4><p>{1}</p></div>'
NOT_OF_IT = {
    "cards": "".join(CARD.format(at, text) for at, text in enumerate(REST, 1)),
    "headlines with excerpts": "".join(
        CARD.format(at, text)[len('<div class="i">') : -len("</div>")] for at, text in enumerate(REST, 1)
    ),
    "one excerpt": f"<p>{REST[0]}</p>",
}


@pytest.mark.parametrize("name", NOT_OF_IT)
def test_furniture_stays_what_it_is_where_end_tags_are_missing(name: str) -> None:
    box = f'<div class="related">{NOT_OF_IT[name]}</div>'
    assert texts(whole(p(PARAGRAPHS) + box, behind='<div class="x"><div class="y">')) == list(PARAGRAPHS)
    comments = f'<div class="comments">{p(REST)}</div>'
    assert texts(whole(p(PARAGRAPHS), behind=f'{comments}<div class="x"><div class="y">')) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 200 + f"<p>{PARAGRAPHS[0]}</p></div>" * 6000,
        f"<p>{PARAGRAPHS[0]}</p>{'<td>' * 9000}{'</table>' * 9000}</div></div><p>{PARAGRAPHS[1]}</p>",
        '<div class="adv">' + f"<p>{PARAGRAPHS[0]}</p>" * 6000,
        "".join(f'<div class="a{at} b{at} read-more-{at}">' for at in range(200)) * 40,
    ],
    ids=["falls", "tables", "an advert", "names"],
)
def test_what_is_damaged_all_over_is_looked_at_in_no_time(markup: str) -> None:
    seen = document(f"<h1>{TITLE}</h1>{markup}")
    _ = seen.markup
    gc.collect()  # what other tests have left is not to be counted
    begun = time.process_time()
    mended(seen)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(("name", "left_alone"), [("hidden z-50 p-4", True), ("z-50 p-4", False)], ids=["hidden", "shown"])
def test_a_message_that_a_script_shows_is_no_paragraph_of_a_text(name: str, *, left_alone: bool) -> None:
    """Two end tags too many at the end of a page are none behind the popup of a share button (berliner-zeitung.de, 2026)."""
    message = "<p>Мақаланың мекенжайы алмасу буферіне сәтті сақталды, енді жібере беріңіз.</p>"
    popup = f'<div><div><div class="{name}">{message}</div></div></div>'
    markup = page(main=f'<div class="c8"><h1>{TITLE}</h1>{DATE}{popup}<div class="tx">{p(ALL)}</div></div></div></div>')
    assert (mended(document(markup)) is None) is left_alone
    assert texts(markup)[-len(ALL) :] == ALL
