"""The main image: what the head says, what is named one above the text, the first in the text."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, page, read

SHOWN = '<img src="/uploads/{}.jpg" alt="">'
TEXT = f"<div class='text'><p>{SHOWN.format('within')}</p>{''.join(f'<p>{line}</p>' for line in PARAGRAPHS)}</div>"


def image(above: str = "", head: str = "", behind: str = "") -> object:
    main = f"<article><h1>Ауылда жаңа көпір ашылды</h1>{above}{TEXT}{behind}</article>"
    return read(page(head=head, main=main)).values["image_url"]


def test_the_featured_image_above_the_text_comes_before_one_within() -> None:
    assert image(f"<div class='post-thumbnail'>{SHOWN.format('main')}</div>") == "https://derek.kz/uploads/main.jpg"
    assert image(f"<div><div class='featured-media'>{SHOWN.format('main')}</div></div>") == "https://derek.kz/uploads/main.jpg"


@pytest.mark.parametrize(
    "above",
    [
        "<div class='meta'><img src='/i/eye.svg'> 12</div>",
        "<p><img src='/i/pdf_button.png'></p>",
        "<div class='banner'><img src='/b.jpg'></div>",
        "",
    ],
)
def test_what_is_not_named_so_does_not(above: str) -> None:
    assert image(above) == "https://derek.kz/uploads/within.jpg"


def test_neither_does_one_of_another_article_below() -> None:
    related = f"<div class='more'><div class='post-thumbnail'>{SHOWN.format('other')}</div></div>"
    assert image(behind=related) == "https://derek.kz/uploads/within.jpg"


def test_the_head_comes_first() -> None:
    head = '<meta property="og:image" content="https://derek.kz/uploads/head.jpg">'
    assert image(f"<div class='post-thumbnail'>{SHOWN.format('main')}</div>", head) == "https://derek.kz/uploads/head.jpg"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("silicon-valley.jpg", True), ("semiconductor-plant.jpg", True), ("iconic.jpg", True), ("ekologogiya.jpg", True),
        ("philologovedenie.jpg", True), ("avatar-filmi.jpg", True), ("default-risk.jpg", True), ("buttons.jpg", True),
        ("maxresdefault.jpg", True), ("logo.png", False), ("derek-logo-2.png", False), ("dereklogo.png", False),
        ("Logotype.svg", False), ("logotip_kz.png", False), ("favicon-32x32.png", False), ("vk-icon-white.svg", False),
        ("default.jpg", False), ("og-default-1200x630.png", False), ("derek_default.png", False), ("avatar_user_7.png", False),
        ("no-image.png", False), ("noimage.jpg", False), ("pdf_button.png", False), ("printButton.png", False),
        ("sprite.png", False), ("image-placeholder.png", False), ("LOGO.PNG", False),
    ],
)  # fmt: skip
def test_whole_words_tell_a_logo_from_a_picture(name: str, *, shown: bool) -> None:
    head = f'<meta property="og:image" content="https://derek.kz/uploads/{name}">'
    assert (image(head=head) == f"https://derek.kz/uploads/{name}") is shown
