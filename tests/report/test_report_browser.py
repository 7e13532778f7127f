"""The report in a real browser: what its readers see, on a phone and in the dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kznews.report.words import LANGUAGES, PAGE
from tests.report.test_report_page import HOSTILE, page_of
from tests.support.browser import CONTRAST, opened, running

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def browser():
    with running() as found:
        yield found


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report with something in every section."""
    path: Path = tmp_path_factory.mktemp("report") / "r.html"
    path.write_text(page_of(), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1100])
def test_it_loads_nothing_complains_of_nothing_and_can_be_read(browser, page, width: int, scheme: str) -> None:
    with opened(browser, page, width=width, scheme=scheme) as seen:
        seen.ask("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert seen.requests == [page]
        assert seen.complaints == []
        assert seen.ask("document.documentElement.scrollWidth") <= width
        assert seen.ask(CONTRAST) == []
        assert seen.ask("[...document.querySelectorAll('svg')].filter((each) => each.getClientRects().length).length") >= 7


def test_text_too_weak_to_be_read_is_seen(browser, page) -> None:
    with opened(browser, page) as seen:
        seen.ask("document.documentElement.style.setProperty('--muted', '#9aa4ae')")
        assert any("P " in text for text in seen.ask(CONTRAST))


def test_letters_in_charts_are_not_scaled_down_on_a_phone(browser, page) -> None:
    with opened(browser, page, width=360) as seen:
        scales = seen.ask(
            "[...document.querySelectorAll('svg')].filter((e) => e.getClientRects().length).map((e) => e.getScreenCTM().a)"
        )
        assert min(scales) > 0.9


@pytest.mark.parametrize(("locale", "language"), [("kk-KZ", "kk"), ("ru-RU", "ru"), ("en-GB", "en"), ("de-DE", "en")])
def test_it_opens_in_the_browsers_language(browser, page, locale: str, language: str) -> None:
    with opened(browser, page, locale=locale) as seen:
        assert seen.shown("h1") == [PAGE["title"].of(language)]
        assert seen.ask("[document.documentElement.lang, document.title]") == [language, PAGE["title"].of(language)]


def test_the_switch_changes_every_phrase_without_a_reload(browser, page) -> None:
    with opened(browser, page) as seen:
        for language in LANGUAGES:
            seen.page.locator(f"label[for=language-{language}]").click()
            assert seen.shown("h1") == [PAGE["title"].of(language)]
            others = seen.ask(
                f"[...document.querySelectorAll('.t:not(.{language})')].filter((e) => e.getClientRects().length).length"
            )
            assert others == 0
            assert seen.ask("document.documentElement.lang") == language
        assert seen.requests == [page]


def test_the_switch_works_without_a_script_too(browser, page) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(page)
    tab.locator("label[for=language-ru]").click()
    assert tab.locator("h1 .ru").is_visible()
    assert not tab.locator("h1 .kk").is_visible()
    context.close()


def test_the_switch_is_reached_by_keyboard(browser, page) -> None:
    with opened(browser, page, locale="kk-KZ") as seen:
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("ArrowRight")
        assert seen.shown("h1") == [PAGE["title"].ru]


def test_hostile_texts_do_nothing(browser, tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    path.write_text(page_of(*HOSTILE), encoding="utf-8")
    with opened(browser, path.as_uri()) as seen:
        assert seen.requests == [path.as_uri()]
        assert seen.complaints == []
