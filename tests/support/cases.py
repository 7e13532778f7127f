"""The saved pages of the repository as test cases, each read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.spiderloader import SpiderLoader
from scrapy.utils.project import get_project_settings

from kznews.quality import cases as saved
from kznews.quality.cases import Case, agrees, document_of, exported
from kznews.quality.cases import load_json as load

if TYPE_CHECKING:
    from kznews.items import Article
    from kznews.outcomes import Reason

__all__ = ["Case", "agrees", "document_of", "exported", "load"]

ROOT = Path(__file__).resolve().parents[2]
PORTALS = ROOT / "fixtures" / "portals"
LOADER = SpiderLoader.from_settings(get_project_settings())
SPIDERS = {name: LOADER.load(name) for name in LOADER.list()}
"""Every portal file, by name: a new one needs no registration here either."""
DECLARED = {name: spider.declared for name, spider in SPIDERS.items()}


@cache
def cases() -> tuple[Case, ...]:
    """Every article case, in the order of its name."""
    return saved.all_cases(PORTALS)


@cache
def read(case: Case, *, layouts: bool = True) -> tuple[Article | None, Reason | None]:
    """Return the article of a case, or the reason why there is none, without the engine."""
    return saved.read(case, case.portal(DECLARED), layouts=layouts)
