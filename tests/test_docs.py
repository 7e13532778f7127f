"""The documents agree with the code."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import default_settings

from kznews import settings
from kznews.exporters.arrow import STORED
from kznews.exporters.csv import STORED_COLUMNS
from kznews.exporters.whole import FORMATS
from kznews.items import Article, ExchangeRate, Weather
from kznews.outcomes import Outcome, Reason, state_after
from kznews.portal import Layout, Portal
from kznews.running import Exit
from tests.support.cases import ROOT
from tests.support.crawls import scrapy

if TYPE_CHECKING:
    from pathlib import Path

DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [ROOT / "README.md", *DOCS]
OURS = sorted(
    name for name in vars(settings) if name.isupper() and not name.startswith("_") and not hasattr(default_settings, name)
)
"""Settings that Scrapy does not have."""


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("reason", Reason, ids=str)
def test_every_reason_is_documented_with_what_becomes_of_the_address(reason: Reason) -> None:
    row = next((line for line in read("docs/outcomes.md").splitlines() if line.startswith(f"| `{reason.value}` |")), "")
    assert row.endswith(f"| {state_after(Outcome.REFUSED, reason).value} |")


@pytest.mark.parametrize("outcome", Outcome, ids=str)
def test_every_outcome_is_documented(outcome: Outcome) -> None:
    assert f"| `{outcome.value}` |" in read("docs/outcomes.md")


@pytest.mark.parametrize("item", [Article, ExchangeRate, Weather], ids=lambda item: item.__name__)
def test_every_field_of_an_item_is_documented(item: type) -> None:
    page = read("docs/article.md")
    assert [entry.name for entry in fields(item) if f"| `{entry.name}` |" not in page] == []


def test_every_field_of_every_feed_is_documented() -> None:
    page = read("docs/feeds.md")
    assert [name for name in STORED.names if f"| `{name}` |" not in page] == []
    assert [name for name in STORED_COLUMNS if f"`{name}`" not in page] == []
    assert [name for name in (*FORMATS, "xml") if f"| `{name}` |" not in page] == []
    inner = {entry.name for item in (ExchangeRate, Weather) for entry in fields(item)}
    assert sorted(name for name in inner if f"`{name}`" not in page) == []
    documented = set(re.findall(r"^\| `(\w+)` \| (?:string|list|instant|int|struct)", page, re.MULTILINE))
    assert documented == set(STORED.names)


@pytest.mark.parametrize("name", [*OURS, "LOG_LEVEL"])
def test_every_setting_of_ours_is_documented(name: str) -> None:
    assert any(line.startswith("| `") and f"`{name}`" in line.split(" | ")[0] for line in read("docs/settings.md").splitlines())


def test_every_setting_that_is_documented_exists() -> None:
    rows = [line.split(" | ")[0] for line in read("docs/settings.md").splitlines() if line.startswith("| `")]
    assert (
        sorted(
            name
            for row in rows
            for name in re.findall(r"`(\w+)`", row)
            if not (hasattr(settings, name) or hasattr(default_settings, name))
        )
        == []
    )


def test_every_value_of_a_portal_file_is_documented() -> None:
    page = read("docs/add-a-portal.md")
    assert [entry.name for entry in fields(Portal) if f"`{entry.name}`" not in page and f"{entry.name} =" not in page] == []
    selectors = next(line for line in page.splitlines() if line.startswith("| `layouts` |"))
    own = {entry.name for entry in fields(Layout)} - {"name", "until", "marker"}
    assert sorted(name for name in own if name not in selectors) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", [*PAGES, ROOT / "Makefile"], ids=lambda page: page.name)
def test_the_tests_that_a_document_names_are_there(page: Path) -> None:
    named = set(re.findall(r"\b(?:tests|benchmarks)/[\w/]+\.py", page.read_text(encoding="utf-8")))
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


def test_every_page_is_in_the_index_and_every_command_is_explained() -> None:
    index = read("docs/README.md")
    assert [page.name for page in DOCS if page.name != "README.md" and f"({page.name})" not in index] == []
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    commands = {path.stem for path in (ROOT / "kznews" / "commands").glob("[a-z]*.py")}
    assert sorted(name for name in commands if not re.search(rf"(scrapy|make) {name}\b", text)) == []


def test_every_target_of_the_makefile_that_the_documents_name_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    named = {
        name
        for page in PAGES
        for name in re.findall(r"(?:^    |`)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert sorted(named - targets) == []


def test_the_readme_begins_with_what_it_is_and_the_two_commands() -> None:
    page = read("README.md")
    assert page.index("make demo") < page.index("make test") < page.index("## Use")
    for target in ("demo:", "test:"):
        assert re.search(rf"^{target}", read("Makefile"), re.MULTILINE)


def test_the_table_of_portals_is_the_one_that_the_command_makes(tmp_path: Path) -> None:
    made = scrapy("portals", "-o", tmp_path / "portals.md", store=tmp_path / "kznews.db")
    assert made.code == Exit.FINE, made.err
    assert (tmp_path / "portals.md").read_text(encoding="utf-8") == read("docs/portals.md")


def test_the_files_of_which_the_page_on_reading_speaks_are_there() -> None:
    named = set(re.findall(r"`([a-z_/]+\.py)`", read("docs/reading.md")))
    assert len(named) > 30
    assert sorted(name for name in named if not (ROOT / "kznews" / "extract" / name).is_file()) == []
