# ruff: noqa: E501
"""People whom a line names with what each is or did: who of them wrote, and lines of credits with several labels."""

from __future__ import annotations

import pytest

from kznews.extract.people.callings import bearers_in, writers_in
from kznews.extract.people.credits import credits_of
from tests.support.engines.scripts import written
from tests.support.growth import grows_linearly
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

ONE, TWO, THREE = "Дина Қасым", "Арман Төлеу", "Самат Ілияс"


def below(line: str) -> tuple[list[str], object, int]:
    found = read(page(main=article().replace('<div class="text">', f'{line}<div class="text">'))).values
    return found["authors"], found["lead"], len(found["body"]) - len(PARAGRAPHS)


def under(line: str, text: tuple[str, ...] = PARAGRAPHS) -> tuple[list[str], int]:
    found = read(page(main=article(paragraphs=text).replace("</div></article>", f"{line}</div></article>"))).values
    return found["authors"], len(found["body"]) - len(text)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f"<div><span>{ONE}, химия пәнінің мұғалімі</span><span>{TWO}, оқушы</span><span>{THREE}, фототілші (суреттер)</span></div>", [ONE, TWO]),
        (f"<div><div><img src='/1.jpg'><b>{ONE}</b><small>тілші</small></div><div><img src='/2.jpg'><b>{TWO}</b><small>тілші</small></div><div><img src='/3.jpg'><b>{THREE}</b><small>оператор</small></div></div>", [ONE, TWO]),
        (f"<div><b>{ONE}</b> <small>арнайы тілші</small> / <b>{TWO}</b> <small>сурет</small></div>", [ONE]),
        (f"<p>{ONE} (мәтін), {TWO} (фото)</p>", [ONE]),
        (f"<div>{ONE}, «Дерек» тілшісі</div>", [ONE]),
        (f"<div>{ONE}, тарих ғылымдарының кандидаты</div>", [ONE]),
        (f"<div>{ONE}, аудармашы; {TWO}, тілші</div>".replace(";", " /"), [TWO]),
        (f"<div>Автор: {ONE}, тілші</div>", [ONE]),
        (f"<div>Автор: {ONE} (Атырау)</div>", [ONE]),
        (f"<p>Мәтін – {ONE}, сурет – {TWO}</p>", [ONE]),
        (f"<p>Дайындаған: {ONE}. Фото: {TWO}. Корректор: {THREE}.</p>", [ONE]),
        (f"<p>Мәтінді әзірлеген {ONE}, {TWO}</p>", [ONE, TWO]),
        (f"<table><tr><td>Тілші</td><td>{ONE}</td></tr><tr><td>Оператор</td><td>{TWO}</td></tr><tr><td>Жүргізуші</td><td>{THREE}</td></tr></table>", [ONE]),
        (f'<div><span>Авторы:</span> <a href="/u/1">{ONE}</a> <a href="/u/2">{TWO}</a></div>', [ONE, TWO]),
        (f"<div>Баған авторы – {ONE}</div>", [ONE]),
        (f"<div>Тілшілер: {ONE} мен {TWO}</div>", [ONE, TWO]),
        (f"<div>{ONE} | фото: {TWO}</div>", [ONE]),
        (f"<div>{ONE} (Атырау)</div>", [ONE]),
        (f"<table><tr><td>Жүргізуші</td><td>{THREE}</td></tr><tr><td>Монтаж</td><td>{TWO}</td></tr></table>", [THREE]),
    ],
)  # fmt: skip
def test_who_wrote_among_people_with_callings(line: str, authors: list[str]) -> None:
    assert below(line) == (authors, "", 0)


@pytest.mark.parametrize(
    "line",
    [
        f"<div>{ONE}, әнші</div>",
        f"<div><b>{ONE}</b> облыстан сайланған</div>",
        f"<table><tr><td>Монтаж</td><td>{ONE}</td></tr></table>",
        "<div>Қала тынысы, ауыл</div>",
        f'<div><span>Кейіпкерлер:</span> <a href="/u/1">{ONE}</a> <a href="/u/2">{TWO}</a></div>',
    ],
)
def test_others_there_wrote_nothing(line: str) -> None:
    assert below(line)[0] == []


@pytest.mark.parametrize(("third", "authors"), [("фототілші (суреттер)", [ONE, TWO]), ("дәрігер", [])])
def test_several_with_one_of_the_press_may_stand_under_the_lead(third: str, authors: list[str]) -> None:
    row = f"<div><span>{ONE}, химия пәнінің мұғалімі</span><span>{TWO}, оқушы</span><span>{THREE}, {third}</span></div>"
    text = f"<p>{PARAGRAPHS[0]}</p>{row}" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS[1:])
    found = read(page(main=f'<article><h1>{TITLE}</h1><div class="text">{text}</div></article>')).values
    assert (found["authors"], len(found["body"]) + bool(found["lead"])) == (authors, 3 if authors else 4)


def test_a_guest_whom_the_headline_names_is_no_author() -> None:
    row = f"<div>{ONE}, дәрігер / {TWO}, мұғалім</div>"
    main = article(title=f"{ONE}: «Көпір елге керек»").replace('<div class="text">', f'{row}<div class="text">')
    assert read(page(main=main).replace(f"<title>{TITLE}", f"<title>{ONE}: «Көпір елге керек»")).values["authors"] == []
    assert below(row)[0] == [ONE, TWO]


def test_what_an_author_is_may_stand_behind_the_name_in_the_line_with_the_date() -> None:
    line = '<div class="i"><span>2 қараша 2025, 14:20</span><span class="k"><a href="/k/7">{}</a>{}</span><span>Фото: мұражай қоры</span></div>'
    main = article(date="").replace('<div class="text">', f'{line.format(ONE, ", тарих ғылымдарының кандидаты")}<div class="text">')
    assert read(page(main=main)).values["authors"] == [ONE]


@pytest.mark.parametrize(
    ("said", "authors"),
    [
        (f"{ONE}, қаржы шолушысы", [ONE]),
        (f"{ONE} (арнайы тілші)", [ONE]),
        (f"{ONE}, тілші, {TWO}, фотограф", [ONE]),
        ("Батыс Қазақстан, Орал", []),
        ("Мәңгілік Ел, Есіл ауданы", []),
        ("Ауыл тынысы, су жолы", []),
    ],
)
def test_who_stands_beside_the_date_and_the_time_to_read_with_a_calling_is_the_author(said: str, authors: list[str]) -> None:
    line = f"<span>{said}</span><time>09:40<!-- -->, 2 қараша 2025</time><span>5<!-- --> мин оқу</span>"
    values = read(page(main=article(date=line))).values
    assert values["authors"] == authors
    assert not authors or values["section"] == ""


def test_a_text_behind_a_comma_beside_the_date_is_no_section() -> None:
    line = f'<div class="i"><b>{ONE}</b>, 7-сынып оқушысы, жас тілші <span>2 қараша 2025, 14:20</span></div>'
    menu = '<nav><a href="/tabigat">Табиғат</a></nav>'
    main = article(date="").replace("<h1>", '<div><a href="/tabigat">Табиғат</a></div><h1>').replace('<div class="text">', f'{line}<div class="text">')
    assert read(page(menu, main=main)).values["section"] == "Табиғат"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f"<p>{ONE}, {TWO} (фото)</p>", [ONE]),
        (f"<p>{ONE}, тарих ғылымдарының кандидаты</p>", [ONE]),
        ("<p>Дина ҚАСЫМ, Арман ТӨЛЕУ</p>", ["Дина ҚАСЫМ", "Арман ТӨЛЕУ"]),
        ("<p><b>Дина ҚАСЫМ,</b></p><p><b>«Ауыл таңы».</b></p>", ["Дина ҚАСЫМ"]),
        (f"<p>Тілші: {ONE}, оператор: {TWO}, монтаж: {THREE}</p>", [ONE]),
        (f"<p>Дайындаған: {ONE}. Фото: {TWO}. Редактор: {THREE}.</p>", [ONE]),
        (f"<p>Сұхбаттасқан {ONE}, суретті түсірген {TWO}</p>", [ONE]),
        ("<p>Әңгімелескен Дина ҚАСЫМ, Атырау облысы</p>", ["Дина ҚАСЫМ"]),
        (f"<p>Орыс тілінен аударған {ONE}</p>", []),
        (f"<p>Авторы: {TWO}</p><p>Орыс тілінен аударған {ONE}</p>", [TWO]),
        (f"<p>Ағылшыншадан тәржімалаған {ONE}</p>", []),
        (f"<p>Дайындап, аударған {ONE}</p>", [ONE]),
        (f"<p>Авторы: {TWO}</p><p>Қазақшалаған {ONE}</p>", [TWO]),
        (f"<p>Безендірген {ONE}</p>", []),
        (f"<p>Дыбыс режиссері: {ONE}</p>", []),
        (f"<p>Жүргізуші: {ONE}</p>", [ONE]),
        ("<p>Di’na Qasym</p>", ["Di’na Qasym"]),
        (f"<div><div><b>{ONE}</b><span>тілші</span></div><div><b>{TWO}</b><span>фототілші</span></div></div>", [ONE]),
    ],
)
def test_the_last_line_names_who_wrote(line: str, authors: list[str]) -> None:
    assert under(line) == (authors, 0)


@pytest.mark.parametrize(
    ("lines", "authors", "left"),
    [
        ((ONE, f"Аударған {TWO}", "«Ауыл таңы»"), [ONE], 0),
        ((ONE, f"Аударған {TWO}", "«Ауыл таңы» газеті"), [ONE], 0),
        ((f"Аударған {TWO}", ONE), [ONE], 0),
        ((f"Аударған {TWO}", "Атырау облысы"), [], 0),
        ((f"Аударған {TWO}", "Соңы"), [], 0),
        ((ONE, f"{TWO} аударған", "Атырау облысы"), [ONE], 0),
        ((f"{ONE} дайындаған",), [ONE], 0),
        ((f"Мақаланы жазған {ONE}<br>Аударған {TWO}<br>Редакторы {THREE}",), [ONE], 0),
        (("Фото:", TWO), [], 0),
        (("Дайындаған:", ONE, "Фото:", TWO), [ONE], 0),
        ((f"Оператор: {ONE}", f"Режиссер: {TWO}"), [], 2),
        ((f"Ол кітапты аударған {TWO} екен",), [], 1),
        ((f"Аударған {TWO}", "P.S. Әңгіме 1998 жылы жазылған еді, содан бері талай басылды."), [], 2),
    ],
    ids=[
        *("over a paper", "over a paper that is called so", "over the author", "over a place", "over the end", "the name first"),
        *("who prepared it", "lines of one paragraph", "a label in its own line", "two labels in their own lines"),
        *("others of a film", "a sentence", "over a postscript"),
    ],
)
def test_lines_amid_the_last_ones_say_who_else_had_a_hand(lines: tuple[str, ...], authors: list[str], left: int) -> None:
    assert under("".join(f"<p>{line}</p>" for line in lines)) == (authors, left)


@pytest.mark.parametrize(
    "line",
    [
        f"<p>{ONE}, әнші</p>",
        f"<div><div><b>{ONE}</b><span>бірінші орын</span></div><div><b>{TWO}</b><span>екінші орын</span></div></div>",
        f"<p>Режиссер: {ONE}</p>",
        f"<p>{ONE}, әнші</p><p>{TWO}, тарих ғылымдарының кандидаты</p>",
        f"<ul><li>{ONE} (1-орын)</li><li>{TWO} (фото)</li></ul>",
        f"<p>Кеше {ONE}, бүгін {TWO} келді</p>",
        f"<p>Аударған жылы: {ONE}</p>",
    ],
)
def test_other_last_lines_are_text(line: str) -> None:
    assert under(line)[0] == []
    assert under(line)[1] > 0


@pytest.mark.parametrize("alphabet", ["acute", "umlaut", "arabic"])
@pytest.mark.parametrize(
    ("line", "wrote"),
    [
        ("Дина Қасымқызы, тілші", ["Дина Қасымқызы"]),
        ("Дина Қасымқызы (мәтін), Арман Төлеуұлы (сурет)", ["Дина Қасымқызы"]),
        ("Дина Қасымқызы, тарих ғылымдарының кандидаты / Арман Төлеуұлы, фототілші", ["Дина Қасымқызы"]),
    ],
)
def test_callings_are_told_in_every_script(line: str, wrote: list[str], alphabet: str) -> None:
    assert writers_in(written(line, alphabet)) == [written(name, alphabet) for name in wrote]


@pytest.mark.parametrize("line", [ONE, f"{ONE}, {TWO}", "тілші", "Ауыл, тілші", f"тілші {ONE}", f"{ONE}, 2-орын", f"{ONE}, кеше ауылға келіп көпірді көрді", ""])
def test_other_lines_say_nothing_of_anybody(line: str) -> None:
    assert bearers_in([line]) == []
    assert writers_in(line) is None


@pytest.mark.parametrize("line", [f"Жиында айтылғаны: су. Фото: {ONE}", "Мәтін: бұл жерде ұзақ мәтін тұр", f"Автор: {ONE}. Кеше келді: таңертең", "Көпір – елдікі, жол – біздікі", ""])
def test_other_lines_with_labels_are_no_credits(line: str) -> None:
    assert credits_of(line) == []


@pytest.mark.parametrize("unit", ["Дина Қасым, ", "Фото: ", "(", "/ ", "тілші "])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    assert grows_linearly(lambda line: bearers_in([line]), unit)
    assert grows_linearly(credits_of, unit)
