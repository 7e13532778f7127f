# ruff: noqa: E501
"""What stands amid and under a text in boxes without names: polls, subscriptions, glued labels, tags behind a label."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, article, page, read

LINK = '<a href="/n/7">Көктемгі су тасқыны ерте басталды</a>'
INSERTS = {
    "a label and a link that touch": f"<div><b>Оқи отырыңыз</b>{LINK}</div>",
    "a poll": '<div><b>Көпірден күн сайын өтесіз бе?</b><label><input type="radio"> Иә</label><label><input type="radio"> Жоқ</label></div>',
    "a subscription": "<div><h4>Хабар алып тұрыңыз</h4><p>Аптаның ең маңызды оқиғаларын поштаңызға жіберіп отырамыз, тіркеліп қойыңыз.</p><input></div>",
}  # fmt: skip


@pytest.mark.parametrize("insert", INSERTS)
@pytest.mark.parametrize("at", [2, 3])
def test_inserts_are_no_text(insert: str, at: int) -> None:
    paragraphs = [f"<p>{text}</p>" for text in PARAGRAPHS]
    paragraphs.insert(at, INSERTS[insert])
    main = article(paragraphs=()).replace('<div class="text">', f'<div class="b2">{"".join(paragraphs)}')
    assert read(page(main=main)).values["body"] == list(PARAGRAPHS)


def test_a_text_around_a_field_is_text() -> None:
    main = article().replace('<div class="text">', '<div class="text"><input name="q">')
    assert read(page(main=main)).values["body"] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        '<div>Тегтер: <a href="/t/1">көпір</a>, <a href="/t/2">Ауыл өмірі</a></div>',
        '<div>Кілт сөздер: <a href="/t/1">көпір</a> <a href="/t/2">Ауыл өмірі</a></div>',
        '<div><a href="/t/0">Тегтер:</a> <a href="/t/1">көпір</a> <a href="/t/2">Ауыл өмірі</a></div>',
        '<div><a href="/t/1">#көпір</a> <a href="/t/2">#Ауыл өмірі</a></div>',
    ],
    ids=["a label", "another label", "a linked label", "hashtags"],
)
def test_tags_are_told_by_their_label_or_their_sign(line: str) -> None:
    assert read(page(main=f"<div>{article()}{line}</div>")).values["tags"] == ["көпір", "Ауыл өмірі"]


def test_other_links_under_a_text_are_no_tags() -> None:
    line = '<div>Бөлісу: <a href="/t/1">Facebook</a> <a href="/t/2">Telegram</a></div>'
    assert read(page(main=f"<div>{article()}{line}</div>")).values["tags"] == []
