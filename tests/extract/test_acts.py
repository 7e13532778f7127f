# ruff: noqa: E501
"""Decisions and orders that papers print: the line that says what they are, the tables of their number and signature."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE
from tests.support.told import day, values

ACT = "Тасөткел аудандық мәслихатының шешімі"
SIGNED = "<table><tr><td><b>Мәслихат төрағасы</b></td><td><b>Б. Көшербай</b></td></tr></table>"
TEXT = "".join(f"<p>{at}. {text}</p>" for at, text in enumerate(PARAGRAPHS, 1))


def number(*cells: str) -> str:
    return f"<table><tbody><tr>{''.join(f'<td><p><strong>{cell}</strong></p></td>' for cell in cells)}</tr></tbody></table>"


def act(opening: str, *, end: str = SIGNED, line: str = "<div>2 қараша 2025, 14:20 | Қаралды: 17</div>") -> dict[str, object]:
    table = number("2025 жылғы 21 қазан", "№ 18-4", "Тасөткел ауылы")
    return values(f'<div><h1>{TITLE}</h1>{line}<div class="b2">{opening}{table}{TEXT}{end}</div></div>')


@pytest.mark.parametrize("kind", ["шешімі", "ШЕШІМІ", "қаулысы", "өкімі"])
@pytest.mark.parametrize("opening", ['<p align="center"><b>{}</b></p>', "<h3>{}</h3>", "<p>{}</p>"], ids=["bold", "a heading", "plain"])
def test_what_an_act_is_called_its_number_and_its_signature_are_text(opening: str, kind: str) -> None:
    said = ACT.replace("шешімі", kind)
    found = act(opening.format(said))
    assert (found["lead"], found["body"][:2], found["body"][-1]) == ("", [said, "2025 жылғы 21 қазан | № 18-4 | Тасөткел ауылы"], "Мәслихат төрағасы | Б. Көшербай")
    assert (day(found), found["authors"]) == ("2025-11-02 14:20", [])


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("<p><b>2025 жылғы 21 қазан № 18-4 Тасөткел ауылы</b></p>", ["2025 жылғы 21 қазан № 18-4 Тасөткел ауылы"]),
        ('<div class="r"><div>2025 жылғы 21 қазан</div><div>№ 18-4</div></div>', ["2025 жылғы 21 қазан", "№ 18-4"]),
        ("<p>№ 18-4, 21.10.2025 ж.</p>", ["№ 18-4, 21.10.2025 ж."]),
    ],
    ids=["a line", "boxes", "figures"],
)
@pytest.mark.parametrize("line", ['<div class="i">Бөлім: <a href="/r/">Ресми</a> | <a href="/user/a">admin</a> | 2-11-2025, 14:20 | Қаралды: 17</div>', ""], ids=["with a dateline", "without one"])
def test_the_day_of_an_act_is_not_that_of_its_page(lines: str, said: list[str], line: str) -> None:
    found = values(f'<div><h1>{TITLE}</h1>{line}<div class="b2"><p><b>{ACT}</b></p>{lines}{TEXT}</div></div>')
    assert found["body"][:-3] == [ACT, *said]
    assert day(found) == ("2025-11-02 14:20" if line else "None")


def test_a_line_with_a_day_under_another_line_dates_the_page() -> None:
    for opening in ("<p><b>Мәслихат төрағасының сөзі</b></p>", f'<p><b>{ACT}</b></p><div class="date">21 қазан 2025</div>'):
        found = values(f'<div><h1>{TITLE}</h1><div class="b2">{opening}<p>21 қазан 2025</p>{TEXT}</div></div>'.replace("</div><p>21 қазан 2025</p>", "</div>"))
        assert day(found) == "2025-10-21 00:00"


def test_other_bold_lines_stay_leads_and_other_tables_of_one_row_are_none() -> None:
    lead = "Мәслихат шешімі бойынша көпір екі айға жабылады"
    found = act(f"<p><b>{lead}</b></p>", end="")
    assert (found["lead"], found["body"]) == (lead, [f"{at}. {text}" for at, text in enumerate(PARAGRAPHS, 1)])


def test_a_sentence_about_a_decision_is_a_lead() -> None:
    assert act("<p><b>Көпірдің жөнделуі – аудандық мәслихаттың шешімі.</b></p>")["lead"].endswith("шешімі.")


@pytest.mark.parametrize("end", ['<table><tr><td><a href="/1">Алдыңғысы</a></td><td><a href="/2">Келесісі</a></td></tr></table>', '<table><tr><td>Бағалау: <input name="v"></td><td>5</td></tr></table>'], ids=["links", "a field"])
def test_tables_under_an_act_that_say_nothing_of_it_are_none_of_its_text(end: str) -> None:
    assert act(f"<p><b>{ACT}</b></p>", end=end)["body"][-1] == f"3. {PARAGRAPHS[-1]}"


def test_the_name_of_an_act_may_hold_its_day_and_number() -> None:
    said = "Тасөткел аудандық мәслихатының 2025 жылғы 21 қазандағы № 18-4 шешімі"
    line = '<div class="date">2 қараша 2025, 14:20</div>'
    found = values(f'<div><h1>{TITLE}</h1>{line}<div class="b2"><p class="pi"><em>{said}</em></p>{TEXT}</div></div>')
    assert (found["body"][0], len(found["body"]), day(found)) == (said, 4, "2025-11-02 14:20")
    issue = "Тасөткел аудандық мәслихатының 2025 жылғы 21 қазандағы № 18-4 саны"
    assert values(f'<div><h1>{TITLE}</h1>{line}<div class="b2"><p><em>{issue}</em></p>{TEXT}</div></div>')["body"][0] != issue
