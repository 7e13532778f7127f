"""What is counted in a run, so that later runs can be compared with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kznews.outcomes import Outcome, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kznews.items import Article

FIELDS = (
    "title",
    "lead",
    "body",
    "section",
    "authors",
    "tags",
    "image_url",
    "source_name",
    "dateline",
    "published_at",
    "modified_at",
    "views",
    "comments",
    "weather",
    "exchange_rates",
    "page_clock_raw",
)
"""Fields of which it is counted how many articles have them."""
OF_THE_PAGE = frozenset(
    {
        Reason.EMPTY,
        Reason.SOFT_404,
        Reason.LOGIN,
        Reason.NOT_ARTICLE,
        Reason.NO_TITLE,
        Reason.NO_BODY,
        Reason.FOREIGN_LANGUAGE,
        Reason.BAD_ENCODING,
        Reason.TOO_COMPLEX,
        Reason.TOO_LARGE,
        Reason.NOT_HTML,
        Reason.HTTP_ERROR,
        Reason.GONE,
    }
)
"""Reasons that say something about how a page is made; a network that fails is told by the run itself."""
THIN = (Reason.NO_TITLE, Reason.NO_BODY)
"""Refusals of pages that may well be articles whose template has changed."""
DATED = ("second", "minute", "hour")
"""Precisions of a publication that has a time of day."""
TOGETHER = {"refused": "refused", "basis": "basis", "layout": "generation"}
"""Kind of rates whose cases are counted together -> the counter."""


@dataclass
class Figures:
    """The figures of a run.

    A rate is [how many, of how many]; docs/health.md says what each kind counts. Its name is "kind:what", as in `field:title`,
    `selector:LAYOUT/body`, `layout`, `layout:NAME`, `basis:jsonld`, `time`, `refused:no_body`, `source:ADDRESS`.
    """

    articles: int = 0
    """Article pages that were read, known ones included."""
    new: int = 0
    updated: int = 0
    rates: dict[str, list[int]] = field(default_factory=dict)
    lengths: list[int] = field(default_factory=list)
    """Of each article: letters of its body."""

    def page(
        self, outcome: Outcome, reason: Reason | None, article: Article | None, selectors: Mapping[str, bool] | None
    ) -> None:
        """Count a page that was read as an article's: with what it gave, or why it gave nothing."""
        if article is None and reason not in OF_THE_PAGE:
            return
        if article is None:
            self.hit(f"refused:{reason}", yes=True, of="refused")
        else:
            self.hit("", yes=False, of="refused")
            self._article(article)
            self.new += outcome is Outcome.STORED
            self.updated += outcome is Outcome.UPDATED
        if selectors is not None and (article is not None or reason in THIN):
            self.hit("layout", yes=bool(selectors))
            self.hit(f"layout:{next(iter(selectors), 'none/').partition('/')[0]}", yes=True, of="generation")
            for name, found in selectors.items():
                self.hit(f"selector:{name}", yes=found)

    def source(self, address: str, *, named: bool) -> None:
        """Count an answer of a source, and whether it named addresses."""
        self.hit(f"source:{address}", yes=named)

    def hit(self, name: str, *, yes: bool, of: str = "") -> None:
        """Count one case of a rate; with `of` the cases of all rates of that kind are counted together."""
        if of:
            self.rates.setdefault(of, [0, 0])[1] += 1
        if name:
            rate = self.rates.setdefault(name, [0, 0])
            rate[0] += yes
            rate[1] += not of

    def _article(self, article: Article) -> None:
        self.articles += 1
        self.lengths.append(sum(map(len, article.body)))
        for name in FIELDS:
            self.hit(f"field:{name}", yes=getattr(article, name) not in (None, [], ""))
        if article.published_at:
            basis = (article.published_basis or "unknown").split(";")[0]
            self.hit(f"basis:{basis}", yes=True, of="basis")
            self.hit("time", yes=article.published_precision in DATED)

    def as_json(self) -> dict[str, Any]:
        """Return the figures as they are stored; rates of a kind that is counted together get their "of how many"."""
        cases = {kind: self.rates.get(of, [0, 0])[1] for kind, of in TOGETHER.items()}
        rates = {name: list(rate) for name, rate in self.rates.items() if name not in TOGETHER.values()}
        for name, rate in rates.items():
            kind, _, what = name.partition(":")
            if what and kind in cases:
                rate[1] = cases[kind]
        ordered = sorted(self.lengths)
        quartiles = [ordered[len(ordered) * part // 4] for part in (1, 2, 3)] if ordered else []
        counts = {"articles": self.articles, "new": self.new, "updated": self.updated}
        return {**counts, "cases": cases, "rates": dict(sorted(rates.items())), "length": quartiles}
