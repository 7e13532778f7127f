# ruff: noqa: E501
"""Pages with tags missing or too many: a text goes on where a reader sees it go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

if TYPE_CHECKING:
    from collections.abc import Sequence

LINES = (
    "Көпірдің ашылу салтанатына көрші екі ауылдың тұрғындары түгел дерлік жиналды.",
    "Жөндеу жұмысына облыстық бюджеттен тоқсан миллион теңге бөлінген болатын.",
    "Келер жылы өзеннің арғы бетіндегі жолға да асфальт төселмек.",
)
"""What the text goes on with behind PARAGRAPHS."""
ADVERT = '<div class="banner">Жарнама</div>'
CARDS = '<aside><b>Тақырып бойынша</b><a href="/n/1"><h4>Аудандағы мектепте жөндеу жұмысы аяқталды</h4><span>1 қараша, 19:29</span></a></aside>'
TAGS = '<div class="tags">Тегтер: <a href="/tag/k">көпір</a></div>'
DATE = '<div class="date">2 қараша 2025, 14:20</div>'


def in_paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def closed_early(*behind: str) -> list[str]:
    """Return the text of a page of which the box of the text is closed before the markup `behind`, and all around it as well."""
    head = f'<div class="w"><div class="a"><h1>{TITLE}</h1>{DATE}<div class="x7">{in_paragraphs(PARAGRAPHS)}</div></div></div>'
    return list(read(page(main=head + "".join(behind))).values["body"])


@pytest.mark.parametrize("between", ["", ADVERT, CARDS, ADVERT + CARDS])
def test_a_text_goes_on_in_paragraphs_behind_a_box_that_is_closed_too_early(between: str) -> None:
    first, *rest = LINES
    assert closed_early(between, "<h2>Тұрғындар не дейді?</h2>", f"<p>{first}</p>", CARDS, in_paragraphs(rest), TAGS) == [
        *PARAGRAPHS,
        "Тұрғындар не дейді?",
        *LINES,
    ]
    listed = "<p>Жұмыс үш кезеңнен тұрды:</p><ul><li>тіректер</li><li>төсем</li></ul>"
    assert closed_early(between, listed, in_paragraphs(LINES), "<p>Ауыл тынысы</p>") == [
        *PARAGRAPHS, "Жұмыс үш кезеңнен тұрды:", "тіректер", "төсем", *LINES
    ]  # fmt: skip


OTHERS = {
    "two paragraphs": in_paragraphs(LINES[:2]),
    "what stands behind the tags": TAGS + in_paragraphs(LINES),
    "what stands behind the shares": '<div class="share"><a href="#">Бөлісу</a></div>' + in_paragraphs(LINES),
    "another article": f"<h1>Мектеп жөнделді</h1>{in_paragraphs(LINES)}",
    "an article behind a linked headline": f'<h2><a href="/n/2">Мектеп жөнделді</a></h2>{in_paragraphs(LINES)}',
    "a dated article": f"<p>1 қараша 2025</p>{in_paragraphs(LINES)}",
    "comments": f"<p>{LINES[0]}</p><h3>Пікірлер</h3>{in_paragraphs(LINES[1:])}",
    "a list of other articles": f"<p>{LINES[0]}</p><h3>Ұқсас жаңалықтар</h3>{in_paragraphs(LINES[1:])}",
    "a box of its own": f'<div class="k">{in_paragraphs(LINES)}</div>',
    "links": "".join(f'<p><a href="/n/{at}">{line[:50]}</a>{line[50:]}</p>' for at, line in enumerate(LINES)),
    "what stands far behind": "".join(f"<div>Айдар {at}</div>" for at in range(14)) + in_paragraphs(LINES),
}


@pytest.mark.parametrize("other", OTHERS)
def test_no_part_of_a_text_is_what_stands_behind_its_box_as(other: str) -> None:
    assert closed_early(OTHERS[other]) == list(PARAGRAPHS)


ASKS = "<h3>Жаңалықтарға жазылыңыз</h3><input><p>Аптасына бір хат</p>"
LINKED_CARD = '<div class="k"><a href="/n/4"><h3>Мектепте жөндеу бітті</h3><p>Оқушылар жаңа сыныпқа келесі аптада кіреді деп күтіледі.</p></a></div>'


@pytest.mark.parametrize("over", ["", LINKED_CARD], ids=["a form", "a form behind a card"])
def test_a_text_goes_on_in_a_form_that_nobody_closed(over: str) -> None:
    more = [f"Ертеңіне {' '.join(reversed(line[:-1].split()))}." for line in LINES]
    boxed = f"<p>{LINES[1]}</p><p>жол</p>{in_paragraphs((LINES[2], *more))}"
    assert closed_early(f"{over}<form>{ASKS}<p>{LINES[0]}</p><div>{boxed}</div>") == [*PARAGRAPHS, *LINES[:2], "жол", LINES[2], *more]


@pytest.mark.parametrize(
    "form",
    [
        f"<form>{ASKS}{in_paragraphs(LINES[:2])}</form>",
        f"<form><input>{in_paragraphs(LINES)}<button>Жіберу</button></form>",
        f"<form>{in_paragraphs(LINES)}<textarea></textarea></form>",
        f"<form>{in_paragraphs(LINES)}</form>",
        f"<form>{ASKS}<h2>Мектеп жөнделді</h2><div>{LINES[0]}</div><div>{LINES[1]}</div><div>{LINES[2]}</div></form>",
    ],
    ids=["two sentences", "over its button", "over its field", "nothing is asked", "no paragraphs"],
)
def test_what_a_form_says_of_itself_is_no_text(form: str) -> None:
    assert closed_early(form) == list(PARAGRAPHS)


def test_a_card_in_one_link_may_stand_where_a_text_goes_on() -> None:
    assert closed_early(LINKED_CARD, in_paragraphs(LINES)) == [*PARAGRAPHS, *LINES]
    assert closed_early(LINKED_CARD.replace("</h3>", '</h3></a><a href="/n/4">'), in_paragraphs(LINES)) == list(PARAGRAPHS)


def test_a_day_in_a_sentence_opens_no_other_article() -> None:
    said = "Жаңа көпір 2026 жылғы 1 сәуірде қайта ашылады."
    assert closed_early(in_paragraphs((*LINES, said))) == [*PARAGRAPHS, *LINES, said]
    assert closed_early(in_paragraphs((*LINES, "2025 жылғы 1 қараша"))) == [*PARAGRAPHS, *LINES]


def test_a_mark_of_an_editor_is_no_link() -> None:
    text = "<p>{}</p><p><em><a{}>{}</a></em></p><p>{}</p>"

    def with_link(attributes: str) -> list[str]:
        shown = text.format(PARAGRAPHS[0], attributes, PARAGRAPHS[1], PARAGRAPHS[2])
        return list(read(page(main=f'<article><h1>{TITLE}</h1>{DATE}<div class="text">{shown}</div></article>')).values["body"])

    assert with_link(' name="_GoBack"') == list(PARAGRAPHS)
    assert with_link(' href="/n/4"') == [PARAGRAPHS[0], PARAGRAPHS[2]]
    text = '<p>{}</p><a class="k"{}><p>{}</p></a><p>{}</p>'
    assert with_link("") == [PARAGRAPHS[0], PARAGRAPHS[2]], "a card that a script opens"


CHAT = "".join(f"<p><b>Оқырман</b> 0{at}.11 10:2{at}: Біздің ауылдың көпірін қашан жөндейсіздер?</p>" for at in range(1, 9))


def linked(*paragraphs: str) -> list[str]:
    """Return the text of a page beside a chat, with its last paragraphs in a link that is not closed before the headline."""
    side = f'<table><tr><td><div class="sb">{CHAT}</div></td><td>'
    return list(read(page(main=f'{side}<a href="#top"><div class="ev"><h2>{TITLE}</h2>{DATE}{in_paragraphs(paragraphs)}</div></td></tr></table>')).values["body"])


def test_a_link_over_a_text_is_one_that_nobody_closed() -> None:
    said = f'{LINES[0][:-1]}, деп хабарлайды <a href="https://auyl.example/n">«Ауыл» газеті</a>.'
    assert linked(*PARAGRAPHS, said, *LINES[1:]) == [*PARAGRAPHS, f"{LINES[0][:-1]}, деп хабарлайды «Ауыл» газеті.", *LINES[1:]]


def test_a_link_over_two_paragraphs_is_a_card() -> None:
    card = f'<a href="/n/3"><div><p>{LINES[0]}</p><p>{LINES[1]}</p></div></a>'
    text = f'<article><h1>{TITLE}</h1>{DATE}<div class="text">{in_paragraphs(PARAGRAPHS)}{card}</div></article>'
    assert list(read(page(main=text)).values["body"]) == list(PARAGRAPHS)
