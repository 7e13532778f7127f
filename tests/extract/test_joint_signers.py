# ruff: noqa: E501
"""Several people sign a congratulation or an open letter, each name over what its bearer is."""

from __future__ import annotations

import pytest

from kznews.extract.people.regards import is_regards, without_regards
from tests.support.small_pages import PARAGRAPHS, article, page, read

ONE, TWO, THREE = "Дина ҚАСЫМОВА", "Арман ТӨЛЕУҰЛЫ", "Самат ІЛИЯС"
DOCTOR, DEPUTY, HEAD = "медицина ғылымдарының докторы", "қалалық мәслихат депутаты", "№7 мектептің директоры"


def under(end: str) -> tuple[list[str], int]:
    found = read(page(main=article().replace("</div></article>", f"{end}</div></article>"))).values
    return found["authors"], len(found["body"]) - len(PARAGRAPHS)


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        (f"<p align=right><b>Достары атынан:<br>{ONE},<br>{DOCTOR}<br>{TWO},<br>{DEPUTY}<br>{THREE},<br>{HEAD}</b></p>", [ONE, TWO, THREE]),
        (f"<p><b>{ONE},<br>{DOCTOR}<br>{TWO},<br>{DEPUTY}</b></p>", [ONE, TWO]),
        (f"<p><b>{ONE},<br>{DOCTOR},<br>профессор<br>{TWO},<br>{DEPUTY}</b></p>", [ONE, TWO]),
        (f"<p><i>{ONE},<br>{DEPUTY}</i></p><p><i>{TWO},<br>{HEAD}</i></p>", [ONE, TWO]),
        (f"<p>Ұжым атынан:</p><p align=right>{ONE},<br>{DEPUTY}</p><p align=right>{TWO},<br>{HEAD}</p>", [ONE, TWO]),
        (f"<p align=right>Ізгі ниетпен,<br>{ONE},<br>{DEPUTY}<br>{TWO},<br>фотограф</p>", [ONE]),
    ],
    ids=["for friends", "bold", "two lines of one", "a paragraph each", "over them", "a photographer"],
)
def test_names_over_posts_sign_together(end: str, authors: list[str]) -> None:
    assert under(end) == (authors, 0)


@pytest.mark.parametrize(
    "end",
    [
        f"<p>{ONE},<br>{DEPUTY}<br>{TWO},<br>{HEAD}</p>",
        f"<p>{ONE},<br>{DOCTOR}<br>{TWO},<br>{DEPUTY}<br>{THREE},<br>{HEAD}, облыстық ардагерлер кеңесінің мүшесі, көп баланың әкесі</p>",
        f"<p><b>{ONE},<br>1-орын<br>{TWO},<br>2-орын</b></p>",
        f"<p><b>{ONE},<br>{DEPUTY}<br>{TWO},<br>ауылда туған, сонда тұрады.</b></p>",
        f"<p><b>Жеңімпаздар тізімі<br>{ONE},<br>Атырау облысы<br>{TWO},<br>Абай облысы</b></p>",
    ],
    ids=["not set apart", "nor a long one", "winners", "a sentence", "a list with a title"],
)
def test_other_names_in_one_paragraph_do_not_sign_together(end: str) -> None:
    assert TWO not in under(end)[0]


def test_who_signs_for_others_says_so_with_a_sign() -> None:
    assert is_regards("Мектеп ұжымы атынан:")
    assert without_regards(f"Ауыл тұрғындары атынан, {ONE}") == ONE
    assert not is_regards("Ол жиналыста ауыл атынан")
    assert not is_regards("Бүкіл ауыл тұрғындары мен ұжымның атынан:")
