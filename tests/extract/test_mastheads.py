"""The day of the fetch above an article is the masthead's; days in boxes of their own, and what meta tags call a publication."""

from __future__ import annotations

import pytest

from tests.support.small_pages import article, page, read

TODAY = "3 қараша 2025"
UNDATED = f"<div>{article(date='')}</div>"
STATED = '<meta property="article:published_time" content="{}T14:20:00+05:00">'


@pytest.mark.parametrize(
    "masthead",
    [
        f'<div class="top-date">{TODAY}</div>',
        f'<div class="date">Дүйсенбі, {TODAY}</div>',
        f'<div class="head"><div class="date">{TODAY}</div></div>',
        f'<div class="date">{TODAY}</div><p>Апталық газет</p><p>1932 жылдан</p><p>Индекс 65 432</p>',
    ],
    ids=["by its name", "by its weekday", "by its box", "by its place"],
)
def test_a_masthead_dates_no_article(masthead: str) -> None:
    assert read(page(masthead, main=UNDATED)).values["published_at"] is None
    stated = read(page(masthead, main=UNDATED, head=STATED.format("2025-10-30"))).values
    assert (stated["published_at"].isoformat(), stated["published_basis"]) == ("2025-10-30T14:20:00+05:00", "meta")


def test_a_day_above_the_headline_is_the_article_s_where_the_head_says_so_or_nothing_speaks_against_it() -> None:
    masthead = f'<div class="top-date">{TODAY}</div>'
    same = read(page(masthead, main=UNDATED, head=STATED.format("2025-11-03"))).values
    assert (same["published_raw"], same["published_at"].isoformat()) == (TODAY, "2025-11-03T14:20:00+05:00")
    assert read(page(f'<div class="date">{TODAY}</div>', main=UNDATED)).values["published_raw"] == TODAY


@pytest.mark.parametrize(
    ("parts", "raw"),
    [
        (("2", "қараша", "2025"), "2 қараша 2025"),
        (("02", "қар.", "2025"), "02 қар. 2025"),
        (("Жексенбі", "2", "қараша", "2025", "14:20"), "Жексенбі 2 қараша 2025 14:20"),
    ],
)
def test_a_day_may_stand_in_boxes_of_its_own(parts: tuple[str, ...], raw: str) -> None:
    box = f'<div class="calendar">{"".join(f"<div>{part}</div>" for part in parts)}</div>'
    values = read(page(main=UNDATED.replace("</h1>", f"</h1>{box}"))).values
    assert (values["published_at"].date().isoformat(), values["published_raw"]) == ("2025-11-02", raw)


def test_a_number_among_other_texts_is_no_day() -> None:
    box = "<div><div>2</div><div>пікір</div><div>мамыр базарында екі күн сауда болды</div></div>"
    assert read(page(main=UNDATED.replace("</h1>", f"</h1>{box}"))).values["published_at"] is None


@pytest.mark.parametrize(
    "name",
    [
        'property="og:article:published_time"',
        'property="og:published_time"',
        'name="mediator_published_time"',
        'name="parsely-pub-date"',
        'name="DC.date.issued"',
        'itemprop="uploadDate"',
        'property="ya:ovs:upload_date"',
    ],
)
def test_meta_tags_have_many_names_for_a_publication(name: str) -> None:
    head = f'<meta {name} content="2025-11-02T14:20:00+05:00">'
    values = read(page(main=UNDATED, head=head)).values
    assert (values["published_at"].isoformat(), values["published_basis"]) == ("2025-11-02T14:20:00+05:00", "meta")


@pytest.mark.parametrize(
    ("label", "dated"),
    [("Қосылған уақыты", True), ("Дата добавления", True), ("Жаңартылды", False), ("Іс-шара", False)],
)
def test_a_box_of_labels_over_the_article_s_box_dates_it(label: str, dated: bool) -> None:  # noqa: FBT001
    labels = f"<ul><li>Айдар: Қоғам</li><li>Оқырман: 12</li><li>{label}: 18.04.2022, 09:05</li><li>Редакция: Шымкент</li></ul>"
    more = "<p>Садақа беріңіз</p><p>Шот нөмірі</p><p>Ем ал</p><p>Жар сал</p>"
    found = read(page(main=f"<div>{labels}{more}</div>{UNDATED}")).values["published_at"]
    assert (str(found)[:16] if found else None) == ("2022-04-18 09:05" if dated else None)


@pytest.mark.parametrize("box", ["<b>2</b><br>қар<br>2025", "<b>2</b><br>қараша<br>2025 ж.", "<span>2</span><i></i>"])
def test_a_day_may_stand_over_its_month_in_lines(box: str) -> None:
    found = read(page(main=UNDATED.replace("</h1>", f'</h1><div class="c7">{box}</div>'))).values["published_at"]
    assert (str(found)[:10] if found else None) == ("2025-11-02" if "2025" in box else None)
