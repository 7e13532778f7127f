"""Poems of which each line is a paragraph: they are a text where nothing longer is, and other short lines are none."""

from __future__ import annotations

import pytest

from kznews.outcomes import Reason
from tests.support.small_pages import page, read
from tests.support.told import TEXT

CALLED = "Тырна мен жусан"
LINES = (
    "Көктемде келген тырнадай,", "Көлге де қонып көрдім мен.", "Көңілің суыса ырғалмай,", "Көрікті болсын өлкең дер ем.",
    "Жаңбырдан кейін жусан да,", "Жұпарын шашып тұр екен,", "Жолаушы көңіл тұсалса,", "Жарық боп көктен күн өтер.",
)  # fmt: skip
ADDRESS = ("Алматы, Абай 10", "тел. 2-15-40", "факс 2-15-41", "бөлме 7", "корпус 2", "пошта 050000")
WORDS = ("Қаулы", "Шешім", "Бұйрық", "Хаттама", "Ереже", "Жарғы", "Жарлық")
CARDS = "".join(
    f'<div class="card"><h5><a href="/kk/n/item/{at}">Қаладағы ескі кітапханаға жаңа кітап түсті {at}</a></h5>'
    "<p>Оқырмандардың саны биыл екі есе көбейіп отыр деп хабарлады.</p></div>"
    for at in range(6)
)


def poem(lines: tuple[str, ...], tag: str = "p", between: str = "<p>&nbsp;</p>") -> str:
    stanzas = between.join("".join(f"<{tag}>{line}</{tag}>" for line in lines[at : at + 4]) for at in range(0, len(lines), 4))
    return f'<div><h2>{CALLED}</h2><div>2 қараша 2025</div><div class="k4">{stanzas}</div></div><div>{CARDS}</div>'


def body(markup: str) -> list[str]:
    return list(read(page(main=markup).replace("<title>", f"<title>{CALLED} | ")).values["body"])


@pytest.mark.parametrize("tag", ["p", "div"])
@pytest.mark.parametrize("between", ["", "<p>&nbsp;</p>", "<p><b>ЖУСАН</b></p>", "<figure><img src=/a.jpg></figure>"])
def test_a_poem_whose_lines_are_paragraphs_is_a_text(tag: str, between: str) -> None:
    assert [line for line in body(poem(LINES, tag, between)) if line != "ЖУСАН"] == list(LINES)


@pytest.mark.parametrize("lines", [ADDRESS, WORDS, LINES[:5]], ids=["an address", "words", "too few"])
def test_other_short_lines_are_none(lines: tuple[str, ...]) -> None:
    found = read(page(main=poem(lines)).replace("<title>", f"<title>{CALLED} | "))
    assert found.refusal is not None
    assert found.refusal[0] is Reason.NO_BODY


def test_short_lines_beside_a_text_do_not_outweigh_it() -> None:
    motto = "".join(f"<p>{line}</p>" for line in LINES)
    found = body(f'<div><h2>{CALLED}</h2><div>2 қараша 2025</div><div class="b">{TEXT}</div></div><div>{motto}</div>')
    assert len(found) == TEXT.count("<p>")


def called_by_first_line(first: str, behind: str = "".join(f"<p>{line}</p>" for line in LINES[1:])) -> list[str]:
    title = LINES[0].rstrip(",")
    markup = f'<div><h1>{title}</h1><div>2 қараша 2025</div><div class="k4">{first}{behind}</div></div>'
    return list(read(page(main=markup).replace("<title>", f"<title>{title} | ")).values["body"])


def test_a_poem_may_be_called_by_its_first_line() -> None:
    assert called_by_first_line(f"<p>{LINES[0]}</p>") == list(LINES)
    assert called_by_first_line(f"<p>Әкеме</p><p>{LINES[0]}</p>") == ["Әкеме", *LINES]


@pytest.mark.parametrize("first", [f"<h3>{LINES[0]}</h3>", f"<p><b>{LINES[0]}</b></p>", f'<p class="t">{LINES[0]}</p>'])
def test_the_title_set_apart_over_a_poem_is_none_of_its_lines(first: str) -> None:
    assert called_by_first_line(first) == list(LINES[1:])
    assert called_by_first_line(f"<p>{LINES[0]}</p>", TEXT)[0] != LINES[0], "over a text"
