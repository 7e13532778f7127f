"""A real headless Chromium for tests of pages, and what it says of a page: requests, complaints, contrast."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NEEDED = "KZNEWS_NEED_BROWSER"
"""Set by CI, which installs a browser: a test without one then fails in place of being skipped."""
CONTRAST = """() => {
  const light = (text) => {
    const parts = text.match(/[\\d.]+/g).map(Number);
    const linear = (value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = parts.map((value) => linear(value / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const weak = [];
  for (const element of document.querySelectorAll("body *")) {
    const svg = element.ownerSVGElement;
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.getClientRects().length || (svg && element.tagName === "title")) continue;
    const colour = svg ? getComputedStyle(element).fill : getComputedStyle(element).color;
    const pair = [light(colour), light(behind(svg || element))].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < 4.5) weak.push(`${element.tagName} ${element.textContent.trim().slice(0, 40)} ${ratio.toFixed(2)}`);
  }
  return weak;
}"""
"""Texts whose contrast to what is behind them is below 4.5 to 1 (WCAG 2.2, 1.4.3)."""


def chromium() -> str:
    """Return where the browser is; skips the test, or fails it in CI, where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        reason = "there is no Chromium on this machine"
        (pytest.fail if os.environ.get(NEEDED) else pytest.skip)(reason)
    return str(path)


@contextmanager
def running() -> Iterator[Browser]:
    """Give a browser with a fresh profile; it is closed after the block."""
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), headless=True, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Seen:
    """A page that is open, and what happened since it was opened."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, script: str) -> Any:
        """Return what a script in the page says."""
        return self.page.evaluate(script)

    def shown(self, selector: str) -> list[str]:
        """Return the texts that are seen of the elements of a selector."""
        return [element.inner_text() for element in self.page.query_selector_all(selector) if element.is_visible()]


@contextmanager
def opened(browser: Browser, address: str, *, width: int = 1100, scheme: Any = "light", locale: str = "en-US") -> Iterator[Seen]:
    """Open an address in a context of its own."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    page = context.new_page()
    seen = Seen(page)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.goto(address)
    try:
        yield seen
    finally:
        context.close()
