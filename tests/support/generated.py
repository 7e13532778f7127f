"""Pages made of the fixtures: other ids, other words, the same markup."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.support.cases import PORTALS
from tests.support.crawls import save_page

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = PORTALS / "qamshy" / "qar-alemnews-kz"
EDITIONS = ("kz", "latyn", "tote")
"""Path parts of the three scripts of one article."""
_ID = "81245"
_LINK = "jarkentte-tungi-oqu-zaly-ashyldy"


def article_url(number: int, edition: str = "kz") -> str:
    """Return the address of the generated article `number`."""
    return f"https://qamshy.kz/{edition}/article/{number}-maqala"


def article_page(number: int, edition: str = "kz", words: str = "") -> str:
    """Return a page of the newest generation whose title and text are those of no other number."""
    source = SOURCE.with_name(f"qar-alemnews-{edition}")
    text = source.joinpath("page.html").read_text(encoding="utf-8").replace(_ID, str(number)).replace(_LINK, "maqala")
    title = json.loads(source.joinpath("expected.json").read_text(encoding="utf-8"))["title"]
    first = title.split()[0]
    return text.replace(first, f"{first} {number}{words}")


def save_articles(folder: Path, numbers: range) -> list[str]:
    """Save one article per number, every fifth in all three scripts, and return their addresses."""
    urls = []
    for number in numbers:
        for edition in EDITIONS if number % 5 == 0 else EDITIONS[:1]:
            at = f"2026-03-16T{number % 24:02}:{EDITIONS.index(edition):02}:00+05:00"
            save_page(folder, f"{number}-{edition}", article_url(number, edition), article_page(number, edition), fetched_at=at)
            urls.append(article_url(number, edition))
    return urls
