"""Pull quotes repeat what a longer paragraph says; what is said once, or twice in paragraphs alike, is text."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

REPEATED = "енді ол арқылы жүк көліктері де өте алады"
NEW = "енді ол арқылы жүк поездары да өте алады"
FORMS = [
    '<div class="pq">{}</div>',
    '<p class="citata">«{}»</p>',
    "<aside>{}</aside>",
    "<blockquote>{}</blockquote>",
    '<blockquote class="b"><p>– {}</p></blockquote>',
    '<div class="x"><p>{}</p></div>',
    '<p><span class="pull-quote">{}</span></p>',
    "<p><em>…{}</em></p>",
    '<p style="text-align: center; font-size: 22px">{}</p>',
    "<table><tr><td>{}</td></tr></table>",
    '<figure class="wp-block-pullquote"><blockquote><p>{}</p></blockquote></figure>',
]


def with_line(markup: str, at: int) -> list[str]:
    lines = [f"<p>{text}</p>" for text in PARAGRAPHS]
    lines.insert(at, markup)
    values = read(page(main=f'<div><h1>{TITLE}</h1><div class="q">{"".join(lines)}</div></div>')).values
    return [line for line in (values["lead"], *values["body"]) if line and line not in PARAGRAPHS]


@pytest.mark.parametrize("at", [0, 1, 3])
@pytest.mark.parametrize("form", FORMS)
def test_a_line_set_apart_that_repeats_a_part_of_a_paragraph_is_a_pull_quote(form: str, at: int) -> None:
    assert with_line(form.format(REPEATED), at) == []
    assert with_line(form.format(REPEATED.upper()), at) == []


@pytest.mark.parametrize("form", [form for form in FORMS if "aside" not in form])
def test_a_line_set_apart_that_repeats_nothing_is_text(form: str) -> None:
    assert len(with_line(form.format(NEW), 1)) == 1


@pytest.mark.parametrize("form", ["<p>{}</p>", "<h3>{}</h3>", "<p><b>{}</b></p>", "<ul><li>{}</li></ul>"])
def test_a_paragraph_like_the_others_a_subheading_and_an_item_may_repeat(form: str) -> None:
    assert with_line(form.format(REPEATED), 1) == [REPEATED]


def test_a_lead_may_repeat_the_text() -> None:
    text = f'<p class="a1">{PARAGRAPHS[1]}</p><p>{" ".join(PARAGRAPHS)}</p>'
    values = read(page(main=f'<div><h1>{TITLE}</h1><div class="q">{text}</div></div>')).values
    assert PARAGRAPHS[1] in (values["lead"], *values["body"])


def test_who_said_so_goes_with_the_quote() -> None:
    assert with_line(f'<div class="x"><div>«{REPEATED}»</div><cite>Асқар Сәрсен, тұрғын</cite></div>', 1) == []
    assert with_line(f'<div class="x"><div>«{NEW}»</div><cite>Асқар Сәрсен, тұрғын</cite></div>', 1) != []


def test_a_book_is_not_searched_for_pull_quotes() -> None:
    said = [f"Бұл – {at}-тармақ, онда {REPEATED}." for at in range(600)]
    text = "".join(f"<p>{line}</p>" for line in said)
    pulled = f'<div class="pq">{REPEATED}</div><p>{PARAGRAPHS[0]}</p>'
    values = read(page(main=f'<div><h1>{TITLE}</h1><div class="q">{text}{pulled}</div></div>')).values
    assert REPEATED in values["body"]


SPOKEN = "Көпірсіз ауылдың ертеңі болмайды"


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        (f"<blockquote>{SPOKEN}</blockquote>", []),
        (f'<aside class="k"><p>«{SPOKEN}»</p></aside><p>{NEW}.</p>', [f"{NEW}."]),
        (f"<blockquote>{SPOKEN}</blockquote><p>– деді әкім.</p>", [SPOKEN, "– деді әкім."]),
        (f"<p>Әкім жиында былай деді:</p><blockquote>{SPOKEN}</blockquote>", ["Әкім жиында былай деді:", SPOKEN]),
        (f"<p>{SPOKEN}</p>", [SPOKEN]),
        (f"<blockquote>{SPOKEN} деп ойлаймын</blockquote>", [f"{SPOKEN} деп ойлаймын"]),
    ],
    ids=["a quotation", "in quotes", "the text goes on", "it is announced", "a paragraph", "more than that"],
)
def test_a_quotation_that_says_what_the_headline_says_is_a_pull_quote(markup: str, left: list[str]) -> None:
    title = f"Әкім Асқар Сәрсен: {SPOKEN}"
    text = f"<p>{PARAGRAPHS[0]}</p>{markup}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    shown = page(main=f'<div><h1>{title}</h1><div class="q">{text}</div></div>').replace(f"<title>{TITLE}", f"<title>{title}")
    assert [line for line in read(shown).values["body"] if line not in PARAGRAPHS] == left


@pytest.mark.parametrize("number", [3, 150])
def test_a_quotation_of_a_long_text_is_found_as_well(number: int) -> None:
    text = "".join(f"<p>{at}-күні {paragraph}</p>" for at in range(number) for paragraph in PARAGRAPHS)
    said = f"{number - 1}-күні {PARAGRAPHS[1][:58]}"
    lines = f"<p>{PARAGRAPHS[2]}</p><blockquote>{said}</blockquote>{text}"
    found = read(page(main=f'<div><h1>{TITLE}</h1><div class="b2">{lines}</div></div>')).values["body"]
    assert said not in found
    assert len(found) > number * len(PARAGRAPHS)
