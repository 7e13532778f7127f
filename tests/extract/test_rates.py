# ruff: noqa: E501
"""Exchange rates around an article: right or none, never guessed (formats.md section 2, portals.md section 24)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from lxml import html

from kznews.extract.block import Block
from kznews.extract.rates.icons import icons_beside
from kznews.extract.zones import Zone
from tests.support.small_pages import PARAGRAPHS, article, in_script, page, read

if TYPE_CHECKING:
    from kznews.items import ExchangeRate


@dataclass(frozen=True)
class Widget:
    """A header and what it says, one rate a part: "USD 468.56", "UZS 3.5 /100", "USD 472 buy", "USD 498.51 (0.17)"."""

    name: str
    markup: str
    says: str = ""


def said(rate: ExchangeRate) -> str:
    parts = [rate.currency, str(rate.value)]
    parts += [f"/{rate.nominal}"] if rate.nominal != 1 else []
    parts += [rate.side] if rate.side != "official" else []
    parts += [f"({rate.change})"] if rate.change is not None else []
    return " ".join(parts)


def shown(markup: str) -> str:
    return ", ".join(map(said, read(markup).rates))


def ul(*items: str, name: str = "") -> str:
    marked = f' class="{name}"' if name else ""
    return f"<header><ul{marked}>{''.join(f'<li>{item}</li>' for item in items)}</ul></header>"


def table(*rows: str, head: str = "", name: str = "") -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    titles = f"<tr>{''.join(f'<th>{cell}</th>' for cell in head.split('|'))}</tr>" if head else ""
    return f'<div class="{name}"><table>{titles}{cells}</table></div>'


def div(markup: str, name: str = "top") -> str:
    return f'<div class="{name}">{markup}</div>'


def spans(*texts: str) -> str:
    return "".join(f"<span>{text}</span>" for text in texts)


FOUR = "USD 468.56, EUR 497.56, RUB 7.3, CNY 67.18"
THREE = "USD 479.05, EUR 534.57, RUB 5.17"

ONE_FIGURE = [
    Widget("bullets with code and value", ul("USD 468.56", "EUR 497.56", "RUB 7.3", "CNY 67.18"), FOUR),
    Widget(
        "bullets with the value in an element of its own", ul("USD <b>468.56</b>", "EUR <b>497.56</b>"), "USD 468.56, EUR 497.56"
    ),
    Widget(
        "the value on the next line, the rouble first",
        ul("RUB:<br>6.68", "USD:<br>520.93", "EUR:<br>609.07"),
        "RUB 6.68, USD 520.93, EUR 609.07",
    ),
    Widget(
        "the value in the next block",
        div("".join(f"<div>{part}</div>" for part in ("RUB:", "6.68", "USD:", "520.93"))),
        "RUB 6.68, USD 520.93",
    ),
    Widget("a colon glued to the value", ul("USD:473.29", "EUR:512.4"), "USD 473.29, EUR 512.4"),
    Widget("signs glued to values on one line", div("$479.05 €534.57 ₽5.17"), THREE),
    Widget(
        "signs apart from values on one line", div("$ 367.06&nbsp; € 416.17&nbsp; ₽ 5.56"), "USD 367.06, EUR 416.17, RUB 5.56"
    ),
    Widget("signs in spans", div(spans("$", "479.05", "€", "534.57", "₽", "5.17")), THREE),
    Widget("codes glued to values", ul("USD<span>322.72</span>", "EUR<span>398.3</span>"), "USD 322.72, EUR 398.3"),
    Widget("codes glued in one text", ul("USD322.72", "EUR398.3", "RUB5.21"), "USD 322.72, EUR 398.3, RUB 5.21"),
    Widget("small codes", ul("usd 468.56", "eur 497.56"), "USD 468.56, EUR 497.56"),
    Widget("small codes in elements of their own", ul("<i>usd</i> 468.56", "<i>eur</i> 497.56"), "USD 468.56, EUR 497.56"),
    Widget("Kazakh names", ul("Доллар: 520,93", "Еуро: 609,07", "Рубль: 6,68"), "USD 520.93, EUR 609.07, RUB 6.68"),
    Widget("Russian names", ul("Доллар США 520.93", "Евро 609.07", "Рубль 6.68"), "USD 520.93, EUR 609.07, RUB 6.68"),
    Widget("decimal commas", ul("USD 468,56", "EUR 497,56", "RUB 7,3"), "USD 468.56, EUR 497.56, RUB 7.3"),
    Widget("a thin space before the unit", ul("USD 468.56\u2009₸", "EUR 497.56\u2009₸"), "USD 468.56, EUR 497.56"),
    Widget("a no-break space between code and value", ul("USD\u00a0468.56", "EUR\u00a0497.56"), "USD 468.56, EUR 497.56"),
    Widget("the tenge sign behind each value", div(spans("$ 521,5 ₸", "€ 604,1 ₸")), "USD 521.5, EUR 604.1"),
    Widget("тг behind each value", ul("USD 521.5 тг", "EUR 604.1 тг", "RUB 6.4 тг"), "USD 521.5, EUR 604.1, RUB 6.4"),
    Widget("KZT behind each value", ul("USD 521.5 KZT", "EUR 604.1 KZT"), "USD 521.5, EUR 604.1"),
    Widget(
        "an equation", ul("1 USD = 521.5 KZT", "1 EUR = 604.1 KZT", "100 JPY = 340.2 KZT"), "USD 521.5, EUR 604.1, JPY 340.2 /100"
    ),
    Widget("KZT itself first", ul("KZT 1", "USD 521.5", "EUR 604.1"), "USD 521.5, EUR 604.1"),
    Widget("pairs with KZT", ul("USD/KZT 521.5", "EUR/KZT 604.1", "RUB/KZT 6.4"), "USD 521.5, EUR 604.1, RUB 6.4"),
    Widget("values before codes in one text each", ul("468.56 USD", "497.56 EUR"), "USD 468.56, EUR 497.56"),
    Widget(
        "values before codes in spans",
        div(spans("468.56", "USD", "497.56", "EUR", "7.3", "RUB"), "currency"),
        "USD 468.56, EUR 497.56, RUB 7.3",
    ),
    Widget("values before signs", div(spans("479.05 $", "534.57 €", "5.17 ₽")), THREE),
    Widget("whole tenge", ul("USD 480", "EUR 510", "RUB 5"), "USD 480, EUR 510, RUB 5"),
    Widget("trailing zeros kept as shown", ul("USD 480.00", "EUR 510.50"), "USD 480.00, EUR 510.50"),
    Widget(
        "the alt text of an icon between",
        div(
            "<b>USD</b> 384.53 <span>Derek.kz жаңалықтары</span> <b>EUR</b> 432.02 <span>Derek.kz жаңалықтары</span> <b>RUB</b> 5.9"
        ),
        "USD 384.53, EUR 432.02, RUB 5.9",
    ),
    Widget(
        "a label of the bank above",
        div("<p>ҚР Ұлттық банк курстары</p>" + spans("USD 521.5", "EUR 604.1"), "rates"),
        "USD 521.5, EUR 604.1",
    ),
    Widget(
        "the day beside the label",
        div("<p>Валюта бағамы 03.11.2025</p>" + spans("USD 521.5", "EUR 604.1"), "rates"),
        "USD 521.5, EUR 604.1",
    ),
    Widget("one currency in a box that says so", div("<span>USD</span><span>521.5</span>", "currency"), "USD 521.5"),
    Widget(
        "a list of ten",
        ul("USD 521.5", "EUR 604.1", "RUB 6.4", "CNY 73.2", "GBP 687", "TRY 12.4", "KGS 5.96", "AED 142", "CHF 650", "KRW 0.36"),
        "USD 521.5, EUR 604.1, RUB 6.4, CNY 73.2, GBP 687, TRY 12.4, KGS 5.96, AED 142, CHF 650, KRW 0.36",
    ),
    Widget(
        "a definition list",
        "<header><dl><dt>USD</dt><dd>521.5</dd><dt>EUR</dt><dd>604.1</dd></dl></header>",
        "USD 521.5, EUR 604.1",
    ),
    Widget(
        "links around the currencies",
        ul('<a href="/kurs">USD 521.5</a>', '<a href="/kurs">EUR 604.1</a>'),
        "USD 521.5, EUR 604.1",
    ),
    Widget("an arrow behind each value", ul("USD 521.5 ▲", "EUR 604.1 ▼"), "USD 521.5, EUR 604.1"),
    Widget("a look-alike code", ul("USD 521.5", "ЕUR 604.1"), "USD 521.5, EUR 604.1"),
    Widget("a temperature beside", div(spans("Алматы +5°", "USD 521.5", "EUR 604.1")), "USD 521.5, EUR 604.1"),
    Widget("a clock beside", div(spans("14:20", "USD 521.5", "EUR 604.1", "3 қараша 2025")), "USD 521.5, EUR 604.1"),
    Widget(
        "a day's number in a block before",
        div("<div>3</div><div>Қараша</div><div>USD 521.5</div><div>EUR 604.1</div>"),
        "USD 521.5, EUR 604.1",
    ),
    Widget("counters behind", div(spans("USD 521.5", "EUR 604.1")) + div(spans("1204", "17")), "USD 521.5, EUR 604.1"),
    Widget("a phone number behind", div(spans("USD 521.5", "EUR 604.1")) + div("+7 727 300 00 00"), "USD 521.5, EUR 604.1"),
    Widget("four digits grouped", ul("USD 521.5", "KWD 1 702.4"), "USD 521.5, KWD 1702.4"),
    Widget("other things named behind the last currency", div("".join(f"<b>{name}</b>{figure}" for name, figure in (("$", "483,12"), ("¥", "68,66"), ("Brent", "78,41"), ("BTC", "62 310")))), "USD 483.12, CNY 68.66"),
    Widget("the yuan's sign", div("$ 521.5 ¥ 73.2 ₽ 6.4"), "USD 521.5, CNY 73.2, RUB 6.4"),
]

CHANGES = [
    Widget("every currency with a change", ul("USD 498.51 +0.17", "EUR 522.84 -3.12"), "USD 498.51 (0.17), EUR 522.84 (-3.12)"),
    Widget(
        "a change for one only",
        ul("USD 498.51 +0.17", "EUR 522.84", "RUB 4.81 -0.04"),
        "USD 498.51 (0.17), EUR 522.84, RUB 4.81 (-0.04)",
    ),
    Widget(
        "changes in blocks of their own",
        div("".join(f"<div>{part}</div>" for part in ("$", "498.51", "+0.17", "€", "522.84", "₽", "4.81", "-0.04"))),
        "USD 498.51 (0.17), EUR 522.84, RUB 4.81 (-0.04)",
    ),
    Widget("an en dash as minus", ul("USD 498.51 –0.17", "EUR 522.84 +3.12"), "USD 498.51 (-0.17), EUR 522.84 (3.12)"),
    Widget("a true minus", ul("USD 498.51 \u22120.17", "EUR 522.84 +3.12"), "USD 498.51 (-0.17), EUR 522.84 (3.12)"),
    Widget("changes in brackets", ul("USD 498.51 (+0.17)", "EUR 522.84 (-3.12)"), "USD 498.51 (0.17), EUR 522.84 (-3.12)"),
    Widget(
        "two signs lost",
        div(
            "".join(
                f"<div>{part}</div>"
                for part in ("$", "498.51", "+0.17", "522.84", "+3.12", "¥", "68.81", "+0.02", "4.81", "-0.04")
            )
        ),
        "USD 498.51 (0.17), CNY 68.81 (0.02)",
    ),
    Widget(
        "two signs lost, no changes",
        div("".join(f"<div>{part}</div>" for part in ("$", "498.51", "522.84", "¥", "68.81", "4.81"))),
        "USD 498.51, CNY 68.81",
    ),
    Widget("a change in per cent is no change in tenge", ul("USD 498.51 +0.17%", "EUR 522.84 -0.6%"), "USD 498.51, EUR 522.84"),
    Widget("both sides in one text that might be a day", div("Курс (сатып алу/сату): USD 147.90/148.40 RUR 4.96/5.05"), "USD 147.90 buy, USD 148.40 sell, RUB 4.96 buy, RUB 5.05 sell"),
    Widget(
        "a table that buys and one that sells",
        "".join(
            f"<table><tr><th></th><th>{side}</th></tr><tr><td>USD</td><td>{dollar}</td></tr><tr><td>EUR</td><td>{euro}</td></tr></table>"
            for side, dollar, euro in (("Сатып алу", "519.5", "604.1"), ("Сату", "523", "609"))
        ),
        "USD 519.5 buy, EUR 604.1 buy, USD 523 sell, EUR 609 sell",
    ),
    Widget(
        "two banks' tables that both buy are not two sides",
        "".join(
            f"<table><tr><th></th><th>Сатып алу</th></tr><tr><td>USD</td><td>{dollar}</td></tr><tr><td>EUR</td><td>{euro}</td></tr></table>"
            for dollar, euro in (("519.5", "604.1"), ("518", "602"))
        ),
        "USD 519.5 buy, EUR 604.1 buy",
    ),
    Widget(
        "a table that sells other currencies is not the other side",
        "<table><tr><th></th><th>Сатып алу</th></tr><tr><td>USD</td><td>519.5</td></tr><tr><td>EUR</td><td>604.1</td></tr></table>"
        "<table><tr><th></th><th>Сату</th></tr><tr><td>RUB</td><td>6.5</td></tr><tr><td>CNY</td><td>73.2</td></tr></table>",
        "USD 519.5 buy, EUR 604.1 buy",
    ),
    Widget("changes with a sign where they fall", ul("USD 320.34 <i>-0.26</i>", "EUR 394.47 <i>0.61</i>", "RUB 5.54 <i>-0.02</i>"), "USD 320.34 (-0.26), EUR 394.47, RUB 5.54 (-0.02)"),
    Widget("a change without a sign", ul("USD 498.51 <i>0.17</i>", "EUR 522.84 <i>3.12</i>"), "USD 498.51, EUR 522.84"),
    Widget("zero as change", ul("USD 498.51 0.00", "EUR 522.84 0.00"), "USD 498.51, EUR 522.84"),
]

NOMINALS = [
    Widget(
        "nominal, name, code and value in one cell each",
        table("1 АҚШ ДОЛЛАРЫ|USD / KZT|444.32", "100 ӨЗБЕК СОМЫ|UZS / KZT|3.5", "1000 ИРАН РИАЛЫ|IRR / KZT|10.6", name="rates"),
        "USD 444.32, UZS 3.5 /100, IRR 10.6 /1000",
    ),
    Widget(
        "nominal and name, code and value in two cells",
        table("1 АҚШ ДОЛЛАРЫ|USD / KZT 444.32", "100 ӨЗБЕК СОМЫ|UZS / KZT 3.5", "1000 ИРАН РИАЛЫ|IRR / KZT 10.6", name="rates"),
        "USD 444.32, UZS 3.5 /100, IRR 10.6 /1000",
    ),
    Widget(
        "all in one cell",
        table("1 АҚШ ДОЛЛАРЫ USD / KZT 444.32", "100 ӨЗБЕК СОМЫ UZS / KZT 3.5", name="rates"),
        "USD 444.32, UZS 3.5 /100",
    ),
    Widget(
        "the nominal in a cell of its own",
        table("1|АҚШ доллары|USD|444.32", "100|өзбек сомы|UZS|3.5", "10|үнді рупиясы|INR|53.1", name="rates"),
        "USD 444.32, UZS 3.5 /100, INR 53.1 /10",
    ),
    Widget(
        "the nominal beside the code",
        ul("1 USD 444.32", "100 JPY 289.4", "1000 KRW 322.6", name="rates"),
        "USD 444.32, JPY 289.4 /100, KRW 322.6 /1000",
    ),
    Widget(
        "names alone",
        table("1 АҚШ доллары|444.32", "1 еуро|480.1", "100 иен|289.4", name="rates"),
        "USD 444.32, EUR 480.1, JPY 289.4 /100",
    ),
]

UNITS_APART = [
    Widget("units in cells before", table("100|JPY|288.5", "1|USD|521.5", "100|UZS|4.3"), "JPY 288.5 /100, USD 521.5, UZS 4.3 /100"),
    Widget(
        "units before the country in lines with tenge",
        '<div class="kurs"><p>Ресми бағам</p><p>1 АҚШ доллары – 521,5 теңге</p><p>1 еуро – 604,1 теңге</p><p>100 өзбек сомы – 4,3 теңге</p></div>',
        "USD 521.5, EUR 604.1, UZS 4.3 /100",
    ),
    Widget("units in cells before names", table("1|АҚШ доллары|521.5", "10|Гонконг доллары|669.2", name="rates"), "USD 521.5, HKD 669.2 /10"),
]

SIDES = [
    Widget(
        "Kazakh words over two columns",
        table("USD|472|475.2", "EUR|508|513", head="Валюта|Сатып алу|Сату", name="exchange"),
        "USD 472 buy, USD 475.2 sell, EUR 508 buy, EUR 513 sell",
    ),
    Widget(
        "Russian words over two columns",
        table("USD|472|475.2", "EUR|508|513", head="Валюта|Покупка|Продажа", name="exchange"),
        "USD 472 buy, USD 475.2 sell, EUR 508 buy, EUR 513 sell",
    ),
    Widget(
        "classes",
        "".join(
            f'<div class="currency"><b>{code}</b><i class="buy">{buy}</i><i class="sell">{sell}</i></div>'
            for code, buy, sell in (("USD", "472", "475.2"), ("EUR", "508", "513"))
        ),
        "USD 472 buy, USD 475.2 sell, EUR 508 buy, EUR 513 sell",
    ),
    Widget(
        "a slash between",
        ul("USD 472 / 475.2", "EUR 508 / 513", "RUB 5.9 / 6.1"),
        "USD 472 buy, USD 475.2 sell, EUR 508 buy, EUR 513 sell, RUB 5.9 buy, RUB 6.1 sell",
    ),
    Widget(
        "a slash without blanks", ul("USD 472/475.2", "EUR 508/513"), "USD 472 buy, USD 475.2 sell, EUR 508 buy, EUR 513 sell"
    ),
    Widget(
        "the selling column first",
        table("USD|475.2|472", "EUR|513|508", head="Валюта|Сату|Сатып алу", name="exchange"),
        "USD 475.2 sell, USD 472 buy, EUR 513 sell, EUR 508 buy",
    ),
    Widget(
        "buy above sell under words",  # as shown; the series flags it
        table("USD|475.2|472", "EUR|513|508", head="Валюта|Сатып алу|Сату", name="exchange"),
        "USD 475.2 buy, USD 472 sell, EUR 513 buy, EUR 508 sell",
    ),
    Widget(
        "a rate and a far figure under words",
        table("USD|472|900", "EUR|508|990", head="Валюта|Сатып алу|Сату", name="exchange"),
        "",
    ),
    Widget(
        "a pair for one currency and one figure for the other",
        ul("USD 472 / 475.2", "EUR 510"),
        "USD 472 buy, USD 475.2 sell, EUR 510",
    ),
    Widget(
        "Kazakh words before each value",
        ul("USD сатып алу 472 сату 475.2", "EUR сатып алу 508 сату 513"),
        "USD 472 buy, USD 475.2 sell, EUR 508 buy, EUR 513 sell",
    ),
]

READ_THREE = "USD 521.5, EUR 604.1, RUB 6.4"
ICONS = [
    Widget(
        "the code in the alt text of an image",
        ul('<img src="/u.svg" alt="USD"> 468.56', '<img src="/e.svg" alt="EUR"> 497.56', name="currency"),
        "USD 468.56, EUR 497.56",
    ),
    Widget(
        "the currency in an icon's class",
        ul(
            '<i class="tn-icon-dollar"></i> 468.56',
            '<i class="tn-icon-euro"></i> 497.56',
            '<i class="tn-icon-ruble"></i> 7.3',
            name="currency",
        ),
        "USD 468.56, EUR 497.56, RUB 7.3",
    ),
    Widget(
        "the code in the item's class",
        '<header><ul class="kurs"><li class="usd">468.56</li><li class="eur">497.56</li></ul></header>',
        "USD 468.56, EUR 497.56",
    ),
    Widget("alt texts before figures in tenge", div('<p><img src="/a.svg" alt="USD"><b>521.5 ₸</b></p><p><img src="/b.svg" alt="EUR"><b>604.1 ₸</b></p>'), "USD 521.5, EUR 604.1"),
    Widget("alt texts before figures and the word tenge", div('<p><img src="/a.svg" alt="USD"> 521,5 теңге</p><p><img src="/b.svg" alt="RUB"> 6,4 теңге</p>'), "USD 521.5, RUB 6.4"),
    Widget("codes in attributes of the items", div('<p data-code="USD">521.5</p><p data-code="EUR">604.1</p>'), "USD 521.5, EUR 604.1"),
    Widget("codes in attributes of the figures", div('<p><span data-currency="usd">521.5</span></p><p><span data-currency="eur">604.1</span></p>'), "USD 521.5, EUR 604.1"),
    Widget("codes in attributes of rows with boxes", div('<div data-cur="USD"><div><i></i></div><div>521.5</div></div><div data-cur="RUB"><div><i></i></div><div>6.4</div></div>'), "USD 521.5, RUB 6.4"),
    Widget("codes in attributes of rows with both sides", '<table><tr><th>Сатып алу</th><th>Сату</th></tr><tr data-code="USD"><td>520</td><td>524</td></tr><tr data-code="EUR"><td>600</td><td>607</td></tr></table>', "USD 520 buy, USD 524 sell, EUR 600 buy, EUR 607 sell"),
    Widget("codes in attributes and figures with changes", div('<p data-code="USD"><b>521.5</b> <i>+0.4</i></p><p data-code="EUR"><b>604.1</b> <i>-1.2</i></p>'), "USD 521.5 (0.4), EUR 604.1 (-1.2)"),
    Widget("labels for those who cannot see", div('<p aria-label="Доллар">521.5</p><p aria-label="Еуро">604.1</p>'), "USD 521.5, EUR 604.1"),
    Widget("flags by class", div('<p><i class="flag-icon flag-icon-us"></i> 521.5</p><p><i class="flag-icon flag-icon-eu"></i> 604.1</p><p><i class="flag-icon flag-icon-ru"></i> 6.4</p>'), READ_THREE),
    Widget("flags of another library", div('<p><span class="fi fi-us"></span> 521.5</p><p><span class="fi fi-eu"></span> 604.1</p><p><span class="fi fi-ru"></span> 6.4</p>'), READ_THREE),
    Widget("flags as pictures", div('<p><img src="/img/flags/us.svg" alt=""> 521.5</p><p><img src="/img/flags/eu.svg" alt=""> 604.1</p><p><img src="/img/flags/ru.svg" alt=""> 6.4</p>'), READ_THREE),
    Widget("pictures of the signs", div('<p><img src="/img/icon-usd.png" alt=""> 521.5</p><p><img src="/img/icon-eur.png" alt=""> 604.1</p><p><img src="/img/icon-rub.png" alt=""> 6.4</p>'), READ_THREE),
]

SILENT = [
    Widget("a choice of languages beside a telephone", div('<a href="/ru"><img src="/flags/ru.svg" alt=""></a><a href="/en"><img src="/flags/us.svg" alt=""></a><b>7172 55-55</b>')),
    Widget("a table of medals under flags", table('<i class="flag flag-us"></i>|126', '<i class="flag flag-cn"></i>|91', '<i class="flag flag-ru"></i>|71')),
    Widget("pictures that stand in their address, of which one pattern took hours", div(f'<p>USD <img src="data:image/png;base64,{"iVBORw0KGgo" * 20_000}" alt=""></p>')),
    Widget("the score of two teams under flags", div('<p><img src="/flags/us.png" alt=""> 3</p><p><img src="/flags/eu.png" alt=""> 2</p>')),
    Widget("attributes that are no code", div('<p data-code="A1">521.5</p><p data-code="B2">604.1</p>')),
    Widget("small words in attributes", div('<p data-code="USD">521.5</p><p data-action="try">12.5</p>')),
    Widget("cards of articles with a currency as their key", div('<p data-tag="USD"><a href="/1">Доллар қымбаттады, ал еуро арзандады</a> 521</p><p data-tag="EUR"><a href="/2">Еуро неге арзандады</a> 604</p>')),
    Widget("a sum in the first text of a row without currency", div('<div data-code="USD"><div>Жазылу</div><div>521.5</div></div><div data-code="EUR"><div>Жазылу</div><div>604.1</div></div>')),
]

BARE = [
    Widget(
        "three figures in a box that says currency",
        div(spans("441.12", "465.6", "5.82"), "header-currency"),
        "USD 441.12, EUR 465.6, RUB 5.82",
    ),
    Widget("three figures in a list that says rates", ul("441.58", "480", "4.86", name="kurs"), "USD 441.58, EUR 480, RUB 4.86"),
    Widget("three figures on one line", div("441.58 480 4.86", "currency"), "USD 441.58, EUR 480, RUB 4.86"),
    Widget("the rouble first", div(spans("5.82", "441.12", "465.6"), "currency")),
    Widget("the larger first", div(spans("465.6", "441.12", "5.82"), "currency")),
    Widget("the yuan third", div(spans("441.12", "465.6", "61.3"), "currency")),
    Widget("two figures", div(spans("441.12", "465.6"), "currency")),
    Widget("four figures", div(spans("441.12", "465.6", "5.82", "61.3"), "currency")),
    Widget("three equal figures", div(spans("0", "0", "0"), "currency")),
    Widget("three figures with signs", div(spans("+441.12", "+465.6", "-5.82"), "currency")),
]

COPIES = [
    Widget(
        "the same block for desktop and mobile",
        div(spans("USD 521.5", "EUR 604.1"), "desktop") + div(spans("USD 521.5", "EUR 604.1"), "mobile"),
        "USD 521.5, EUR 604.1",
    ),
    Widget(
        "a mobile block with other values",
        div(spans("USD 521.5", "EUR 604.1"), "desktop") + div(spans("USD 519.9", "EUR 601.0"), "mobile"),
        "USD 521.5, EUR 604.1",
    ),
    Widget(
        "a hidden mobile block first",
        '<div style="display:none"><span>USD 1</span><span>EUR 1</span></div>' + div(spans("USD 521.5", "EUR 604.1")),
        "USD 521.5, EUR 604.1",
    ),
    Widget(
        "a copy in the footer",
        div(spans("USD 521.5", "EUR 604.1")) + "<footer><span>USD 519.9</span><span>EUR 601.0</span></footer>",
        "USD 521.5, EUR 604.1",
    ),
]

NOTHING = [
    Widget("three bare numbers", div(spans("441.12", "465.6", "5.82"))),
    Widget("three bare numbers on one line", div("441.58 480 4.86")),
    Widget("codes without figures", ul("USD", "EUR", "RUB")),
    Widget("codes with dashes", ul("USD –", "EUR –", "RUB –")),
    Widget("codes with zeros", ul("USD 0", "EUR 0.00", "RUB 0")),
    Widget("a headline about the dollar in the menu", ul('<a href="/1">Доллар 520 теңге болды</a>', '<a href="/2">Спорт</a>')),
    Widget("a sum in a teaser", div('<a href="/1">Компания $100 млн салды</a>') + div('<a href="/2">Жаңа зауытқа €20 млн керек</a>')),
    Widget("sums in two teasers of a ticker", ul('<a href="/1">Бюджетке $1,5 млрд түсті</a>', '<a href="/2">€300 мың ұрлаған адам ұсталды</a>', name="ticker")),
    Widget("a teaser with two currencies", div('<a href="/1">Доллар 521, еуро 604 теңгеге бағаланды: сарапшы не дейді</a>', "teasers")),
    Widget("prices in a shop's banner", div('<a href="/ad">Телефон бар болғаны $199</a>', "banner")),
    Widget("figures before and behind codes", div(spans("441.1", "USD", "465.6", "EUR", "5.8"))),
    Widget("a subscription price", div("<p>Айына 990 теңге</p>")),
    Widget("two prices of goods", div('<a href="/ad">Телефон $199</a> <a href="/ad2">Ноутбук €450</a>')),
    Widget("a teaser that begins with the rates", div('<a href="/1">Доллар 521, еуро 604 теңге болды</a>')),
    Widget("a teaser that ends with the rates", div('<a href="/1">Бүгін доллар 521, еуро 604</a>')),
    Widget("a teaser without a link that ends with the rates", div("<b>Сарапшы: жыл соңына дейін доллар 600, еуро 700 теңге</b>")),
    Widget("two teasers on how much currencies rose", ul('<a href="/1">Доллар 5 теңгеге қымбаттады</a>', '<a href="/2">Еуро 6 теңгеге арзандады</a>')),
    Widget("a Latin teaser", div('<a href="/1">Dollar 521 teńge boldy</a>') + div('<a href="/2">Eýro 604 teńge boldy</a>')),
    Widget("an Arabic teaser", div('<a href="/1">دوللار 521 تەڭگە بولدى</a>') + div('<a href="/2">ەۋرو 604 تەڭگە بولدى</a>')),
    Widget("codes beside times", ul("USD 14:20", "EUR 14:25")),
    Widget("codes beside days", ul("USD 03.11.2025", "EUR 03.11.2025")),
    Widget("codes beside per cent", ul("USD +0.5%", "EUR -0.2%")),
    Widget("a sum in crypto", div("BTC 67 000 ETH 3 100")),
    Widget("euro and rouble exchanged by mistake of the markup", ul("USD 521.5", "EUR 6.4", "RUB 604.1")),
    Widget("a figure before each code and one behind the last", div("521.5 USD 604.1 EUR 6.4 RUB 73.2")),
    Widget("oil and gold", ul("Brent 64.2", "Алтын 3990")),
]  # fmt: skip

OTHERS = [
    Widget("a copyright behind the last one", div(spans("USD 521.5", "EUR 604.1", "RUB 6.4")) + "<footer>© 2025</footer>", "USD 521.5, EUR 604.1, RUB 6.4"),
    Widget("a copyright behind sides", table("USD|520|524", "RUB|6.3|6.5", head="|Сату|Сатып алу") + "<div>© 2025</div>", "USD 520 sell, USD 524 buy, RUB 6.3 sell, RUB 6.5 buy"),
    Widget("a copyright under columns", table("USD|EUR|RUB", "521.5|604.1|6.4", name="rates") + "<footer>© 2025</footer>", "USD 521.5, EUR 604.1, RUB 6.4"),
    Widget("zeros and a counter", div(spans("USD 0", "EUR 0", "RUB 0")) + '<div class="views">1204</div>'),
    Widget("zeros and a copyright", div(spans("USD 0.00", "EUR 0.00")) + "<footer>© 2025</footer>"),
    Widget("codes and a counter in another box", div(spans("USD", "EUR")) + '<div class="views">1204</div>'),
    Widget("oil behind", div(spans("USD 521.5", "EUR 604.1", "Brent 83.7")), "USD 521.5, EUR 604.1"),
    Widget("crypto behind, in groups of three digits", div(spans("USD 521.5", "EUR 604.1", "BTC 69 852")), "USD 521.5, EUR 604.1"),
    Widget("crypto behind, name and figure apart", ul("USD", "521.5", "EUR", "604.1", "BTC", "69", "852"), "USD 521.5, EUR 604.1"),
    Widget("oil behind figures before codes", div(spans("521.5 USD", "604.1 EUR", "Brent 83.7")), "USD 521.5, EUR 604.1"),
    Widget("a bank's name before the figures", div(spans("USD", "Halyk", "521.5", "EUR", "Halyk", "604.1")), "USD 521.5, EUR 604.1"),
    Widget("a day in words behind", div("USD 521.5 EUR 604.1 (3 қараша)", "kurs"), "USD 521.5, EUR 604.1"),
    Widget("a day in words before", div("3 қараша 2025: USD 521.5, EUR 604.1", "kurs"), "USD 521.5, EUR 604.1"),
    Widget("prices of goods without links", div("<span>Телефон 999 $</span><span>Ноутбук 899 €</span>", "prices")),
    Widget("a label before figures before codes", div("<span>Курс 521.5 $</span><span>Курс 604.1 €</span>"), "USD 521.5, EUR 604.1"),
    Widget("a price in either of two", div("Жазылу: 500 USD немесе 450 EUR", "price")),
]

EVERY = [*OTHERS, *UNITS_APART, *ONE_FIGURE, *CHANGES, *NOMINALS, *SIDES, *ICONS, *SILENT, *BARE, *COPIES, *NOTHING]


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in EVERY])
def test_a_header_shows(widget: Widget) -> None:
    assert shown(page(widget.markup)) == widget.says


BOX = spans("USD 521.5", "EUR 604.1", "RUB 6.4")
READ = "USD 521.5, EUR 604.1, RUB 6.4"


@pytest.mark.parametrize("alphabet", ["acute", "umlaut", "arabic"])
def test_rates_stand_around_articles_in_every_script(alphabet: str) -> None:
    assert shown(page(div(BOX), main=in_script(alphabet))) == READ


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", f"<footer>{BOX}</footer>", id="footer"),
        pytest.param("", f"<aside>{BOX}</aside>", id="sidebar"),
        pytest.param("", f'<div class="widget">{BOX}</div>', id="widget behind"),
        pytest.param(f"<nav>{BOX}</nav>", "", id="menu"),
    ],
)
def test_rates_may_stand_anywhere_around_the_article(before: str, after: str) -> None:
    assert shown(page(before, after)) == READ


@pytest.mark.parametrize(
    "text",
    [
        "Қор биржасында доллар 521,59 теңгеге, еуро 604,12 теңгеге, рубль 6,41 теңгеге бағаланды, дейді биржа мамандары.",
        "- доллар – 530,47 теңге, - еуро – 612,3 теңге, - рубль – 6,5 теңге деп бекітілді бүгінгі ресми бағам бойынша.",
        "USD 521.59, EUR 604.12, RUB 6.41, CNY 73.2 – бүгінгі ресми бағам осындай, деп жазады Ұлттық банктің баспасөз қызметі.",
    ],
)
def test_rates_in_the_text_are_not_the_page_s(text: str) -> None:
    assert shown(page(main=article(paragraphs=(*PARAGRAPHS, text)))) == ""


def test_rates_in_roubles_are_none_in_tenge() -> None:
    assert shown(page("<header>USD 80.9 EUR 93.2</header>", main=article())) == ""
    assert shown(page("<header>USD 120.9 EUR 163.2</header>", main=article())) != "", "as in 2007"


def test_a_sign_that_nobody_sees_divides_no_figure() -> None:
    found = read(page("<div class='top'><span>USD 472,\u200b81</span> <span>EUR 512,\u00ad15</span></div>", main=article())).rates
    assert [str(rate.value) for rate in found] == ["472.81", "512.15"]


@pytest.mark.parametrize(
    ("second", "style", "shows"),
    [("<span>EUR</span> <span>602.30</span>", "", "USD 517.62 EUR 602.30"), ("<span>EUR</span> <span>6.70</span>", "", ""),
     ("<span>Сатып алу</span>", "", ""), ("<span>EUR</span> <span>602.30</span>", ' style="display:none"', "")],
    ids=["two", "too cheap", "one alone", "hidden"],
)  # fmt: skip
def test_buttons_of_a_converter_say_the_rates(second: str, style: str, shows: str) -> None:
    buttons = f"<div{style}><button><span>USD</span> <span>517.62</span></button><button>{second}</button></div>"
    found = read(page(buttons, main=article())).rates
    assert " ".join(f"{rate.currency} {rate.value}" for rate in found) == shows


def test_rates_in_comments_are_not_the_page_s() -> None:
    assert shown(page(after='<div class="comments"><p>USD 521.5</p><p>EUR 604.1</p></div>')) == ""


def test_figures_are_exact_and_keep_their_text() -> None:
    usd, eur = read(page(ul("USD 468.10", "EUR: <b>497.56</b>"))).rates
    assert (usd.value, usd.raw) == (Decimal("468.10"), "USD 468.10")
    assert (eur.value, eur.raw) == (Decimal("497.56"), "EUR: 497.56")


def test_a_page_without_an_article_still_shows_its_rates() -> None:
    reading = read(page(div(BOX), main="<p>Бет бос.</p>"))
    assert reading.refusal is not None
    assert ", ".join(map(said, reading.rates)) == READ


def test_a_block_without_a_text_has_no_currency() -> None:
    element = html.fromstring('<p><i class="flag flag-us"></i></p>')
    assert icons_beside(Block(element, Zone.CONTENT, "", [], [])) == []


@pytest.mark.parametrize(
    ("output", "shows"),
    [
        ("100 USD = 44 780.00 KZT", "USD 447.80, EUR 485.91, JPY 286.66"),
        ("100 USD = 46 780.00 KZT", "USD 447.80, EUR 485.91, JPY 286.66"),
    ],
    ids=["the same rate", "another"],
)
def test_a_converters_sum_is_no_rate_beside_the_rate_of_one(output: str, shows: str) -> None:
    rates = "".join(f"<li>{text} ₸</li>" for text in ("1 USD = 447.80", "1 EUR = 485.91", "100 JPY = 286.66"))
    found = read(page(f'<div class="conv"><p>{output}</p></div><ul class="kurs">{rates}</ul>')).rates
    assert ", ".join(f"{rate.currency} {rate.value}" for rate in found) == shows
