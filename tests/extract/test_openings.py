# ruff: noqa: E501
"""Which first paragraph of a text is a lead because it alone is set apart from the others."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

OPENING = "Жаңа көпір екі ауылдың арасын он шақырымға қысқартты, жолдың жөні түзелді."
TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def parts(text: str, between: str = "", box: str = "vw") -> tuple[str, list[str]]:
    found = read(page(main=f'<h1>{TITLE}</h1>{between}<div class="{box}">{text}</div>')).values
    return found["lead"], found["body"]


@pytest.mark.parametrize("quotation", [f"<blockquote>{OPENING}</blockquote>", f'<blockquote class="in"><p>{OPENING}</p></blockquote>'])
def test_a_first_paragraph_in_a_quotation_of_nobody_is_the_lead(quotation: str) -> None:
    assert parts(quotation + TEXT) == (OPENING, list(PARAGRAPHS))
    assert parts(TEXT.replace("</p>", f"</p>{quotation}", 1))[0] == "", "not the first"


@pytest.mark.parametrize(
    "first",
    [
        f"<blockquote>«{OPENING}»</blockquote>",
        f"<blockquote>– {OPENING}</blockquote>",
        f"<blockquote><p>{OPENING}</p><cite>Шоқан Уәлиханов</cite></blockquote>",
        f'<blockquote>{OPENING[:-1]} <a href="https://t.me/derek">Telegram</a>.</blockquote>',
        f"<blockquote>{OPENING}</blockquote><p>{PARAGRAPHS[2]}</p><blockquote>{PARAGRAPHS[1]}</blockquote>",
    ],
    ids=["in marks", "with a dash", "with a name", "a post", "others are quoted so"],
)
def test_somebodys_words_over_a_text_are_no_lead(first: str) -> None:
    assert parts(first + TEXT)[0] == ""


def test_a_first_text_in_italics_outside_all_paragraphs_is_the_lead() -> None:
    heading = f"<h3>{TITLE}</h3>"
    main = f'<div class="news-detail"><span>05.03.2025 09:15</span>{heading}<i>{OPENING}</i><div style="clear:both"></div>{TEXT}</div>'
    found = read(page(main=main)).values
    assert (found["lead"], found["body"]) == (OPENING, list(PARAGRAPHS))


@pytest.mark.parametrize(
    "text",
    [
        f"<p><i>{OPENING}</i></p>{TEXT}",
        f"<i>– {OPENING}</i>{TEXT}",
        f"<i>{OPENING}</i><br><br>{'<br><br>'.join(PARAGRAPHS)}",
        f'<img src="/i/kopir.jpg" alt=""><i>{OPENING}</i>{TEXT}',
        f"<i>{OPENING}</i>{TEXT.replace('<p>', '<p><i>').replace('</p>', '</i></p>')}",
    ],
    ids=["in a paragraph", "speech", "all are bare", "under a picture", "all are in italics"],
)
def test_other_openings_in_italics_are_none(text: str) -> None:
    assert parts(text)[0] == ""


def entries(*said: str) -> str:
    return "".join(f'<div class="lb-e"><div>{text}</div><button>Көшіру</button></div>' for text in said)


def test_the_first_entry_of_a_chronicle_is_no_lead() -> None:
    timed = [f"<p>{hour}:40 {text}</p>" for hour, text in zip((19, 18, 16), PARAGRAPHS, strict=True)]
    timed[1] += "<p>Жол толық жабылды, көліктер айналма жолмен жүріп жатыр.</p>"
    summary = f'<div class="lb-sum">{OPENING}</div>'
    lead, body = parts(entries(*timed), between=summary, box="lb")
    assert (lead, body[0]) == (OPENING, f"19:40 {PARAGRAPHS[0]}")
    first = f'<div class="a"><p>{OPENING}</p></div>'
    assert parts(first + entries(*timed[1:]), box="lb")[0] == OPENING, "what stands over the entries is one"


def test_a_whole_text_in_a_box_called_a_description_has_no_lead() -> None:
    assert parts(TEXT, box="tv-desc") == ("", list(PARAGRAPHS))
    assert parts(f'<div class="tv-desc"><p>{OPENING}</p></div>{TEXT}') == (OPENING, list(PARAGRAPHS))
