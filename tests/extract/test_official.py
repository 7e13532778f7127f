"""Official rates as a bank publishes them: every one exactly, with its day and unit, or a refusal in one line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kznews.extract.sources.official import NONE_THAT_DAY, read_official
from kznews.extract.sources.read import listing_of, read_source, source_at
from kznews.outcomes import Reason, Refused
from kznews.portal import Archive, Listing, PortalError, Rates, portal_from
from kznews.spiders.nationalbank import NationalBank
from tests.support.cases import PORTALS, load

if TYPE_CHECKING:
    from pathlib import Path

    from kznews.items import OfficialRate

BANK = NationalBank.declared
CASES = sorted(rates.parent for rates in PORTALS.glob("*/_sources/*/rates.json"))
DAY = BANK.sources[1]


def told(rate: OfficialRate) -> dict[str, object]:
    change = None if rate.change is None else format(rate.change, "+f" if rate.change else "f")
    return {
        "day": rate.day.isoformat(),
        "currency": rate.currency,
        "value": format(rate.value, "f"),
        "nominal": rate.nominal,
        "change": change,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_rate_of_a_saved_answer_is_read(case: Path) -> None:
    source = source_at(load(case / "meta.json")["url"], BANK)
    assert isinstance(source, Rates)
    harvest = read_source((case / "page.xml").read_bytes(), source, BANK)
    assert list(map(told, harvest.rates)) == load(case / "rates.json")
    assert harvest.found == ()
    assert harvest.notes == (() if harvest.rates else (NONE_THAT_DAY,))


def test_there_are_saved_answers_of_both_kinds_and_of_every_nominal() -> None:
    assert len(CASES) >= 4
    units = {rate["nominal"] for case in CASES for rate in load(case / "rates.json")}
    assert units == {1, 10, 100, 1000}


def answer(*items: str, day: str = "15.12.2022", root: str = "rates") -> bytes:
    shown = "".join(f"<item>{item}</item>" for item in items)
    return f"<{root}><date>{day}</date>{shown}</{root}>".encode()


def entry(title: str = "USD", description: str = "468.56", quant: str = "1", more: str = "") -> str:
    return f"<title>{title}</title><description>{description}</description><quant>{quant}</quant>{more}"


@pytest.mark.parametrize(
    ("item", "value", "nominal"),
    [
        (entry(description="468,56"), "468.56", 1),
        (entry(description=" 1 468.5 "), "1468.5", 1),
        (entry(quant=""), "468.56", 1),
        (entry("usd"), "468.56", 1),
        (entry(quant="1000"), "468.56", 1000),
        (entry(description="<![CDATA[468.56]]>"), "468.56", 1),
    ],
)
def test_a_rate_is_read_however_it_is_written(item: str, value: str, nominal: int) -> None:
    (rate,) = read_official(answer(item)).rates
    assert (rate.currency, rate.value, rate.nominal, rate.day) == ("USD", Decimal(value), nominal, date(2022, 12, 15))


@pytest.mark.parametrize(
    "item",
    [
        entry(description="0"), entry(description="-5"), entry(description="н/д"), entry(description=""), entry("ДОЛЛАР"),
        entry(""), entry(quant="3"), entry(quant="x"), entry(quant="0"), entry(more="<pubDate>31.02.2022</pubDate>"),
    ],
)  # fmt: skip
def test_what_is_no_rate_is_left_out_and_counted(item: str) -> None:
    harvest = read_official(answer(item, entry("EUR", "497.56")))
    assert [rate.currency for rate in harvest.rates] == ["EUR"]
    assert harvest.notes == ("1 of 2 entries are no rates",)
    with pytest.raises(Refused, match="none of 1 entries is an official rate"):
        read_official(answer(item))


@pytest.mark.parametrize(
    "body",
    [
        b"", b"   ", b"<!DOCTYPE html><html><body>404</body></html>", b"<rates><item>", b"not xml", answer(entry(), root="feed"),
        b'<!DOCTYPE r [<!ENTITY a "b">]><rates>&a;</rates>', b"\x1f\x8b\x00", answer(entry(), day="soon"),
        answer(entry(), day=""),
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_one_line(body: bytes) -> None:
    with pytest.raises(Refused) as raised:
        read_official(body)
    assert raised.value.reason is Reason.BAD_SOURCE
    assert "\n" not in raised.value.detail


def test_a_day_has_its_address_and_an_address_its_source() -> None:
    of_day = listing_of(DAY, date(1999, 4, 5))
    assert of_day == Rates(url="https://nationalbank.kz/rss/get_rates.cfm?fdate=05.04.1999")
    assert source_at("http://www.nationalbank.kz/rss/get_rates.cfm?fdate=05.04.1999", BANK) == of_day
    assert source_at("https://nationalbank.kz/rss/get_rates.cfm?fdate=5", BANK) is None
    assert isinstance(listing_of(Archive(url="https://a.kz/{yyyy}/{mm}/{dd}"), date(1999, 4, 5)), Listing)


@pytest.mark.parametrize("url", ["https://jana.kz/{yyyy}", "https://jana.kz/{dd}.{mm}", "https://jana.kz/{day}"])
def test_rates_by_day_need_the_places_of_a_whole_day(url: str) -> None:
    values = {
        "name": "jana",
        "title": "Жаңа",
        "hosts": ("jana.kz",),
        "articles": (r"^/(?P<id>\d+)$",),
        "sources": (Rates(url=url),),
    }
    with pytest.raises(PortalError, match="sources"):
        portal_from(type("Declared", (), values))
