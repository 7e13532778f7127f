# ruff: noqa: E501
"""Pages of a given size, as portals print them today: an article of the fixtures or of an engine, and what stands around it.

Half of such a page is scripts, styles and state for them; the rest is menus, cards of other articles with pictures, icons and
lists. Everything is drawn from a fixed seed, so two runs measure the same bytes.
"""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from kznews.clock import parse_instant
from kznews.extract.document import Document
from kznews.extract.links import canonical
from kznews.outcomes import Refused
from kznews.spiders.any import AnyPortal
from tests.support.cases import DECLARED, cases
from tests.support.engines import parts
from tests.support.engines.core import loaded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kznews.portal import Portal
    from tests.support.engines.models import Model

SIZE = 200_000
"""Bytes of a furnished page: the median of 120 article pages of 120 publishers was 225 kB (docs/benchmarks.md)."""
SCRIPTS = 0.5
"""The share of scripts, styles and their state in such a page; icons come on top."""
NOW = datetime(2025, 11, 20, tzinfo=UTC)
"""When pages of a folder count as fetched."""
_WORDS = " ".join(text for teaser in parts.TEASERS for text in teaser).replace(".", "").split()
SECTIONS = ("sayasat", "qogam", "madeniet", "sport", "alem", "ekonomika", "bilim", "densaulyq")


@dataclass(frozen=True)
class SavedPage:
    """The bytes of a page with what reading it needs."""

    name: str
    body: bytes
    url: str
    header: str | None
    portal: Portal
    fetched_at: datetime
    layouts: bool

    @cached_property
    def address(self) -> str:
        """The address by which the page is known; a run has it before the page is fetched."""
        return canonical(self.url, self.portal) or self.url


def fixtures() -> list[SavedPage]:
    """Return the saved articles of fixtures/portals as they are."""
    found = []
    for case in cases():
        page = next(path for path in sorted(case.folder.iterdir()) if path.stem == "page")
        at = parse_instant(case.meta["fetched_at"])
        found.append(SavedPage(case.name, page.read_bytes(), case.meta["url"], None, case.portal(DECLARED), at, layouts=True))
    return found


def engine_pages() -> Iterator[SavedPage]:
    """Yield one page of every engine template, with a model in turn."""
    for number, template in enumerate(loaded().values()):
        models: tuple[Model, ...] = template.models()
        model = models[number % len(models)]
        page = template.page(model)
        url = f"https://{template.name}.example{page.path}"
        portal = AnyPortal.declared.at(f"{template.name}.example")
        yield SavedPage(f"engine/{template.name}", page.html.encode(), url, "utf-8", portal, model.fetched, layouts=False)


def saved(folder: Path) -> Iterator[SavedPage]:
    """Yield the pages below a folder, *.html and *.html.gz, each as of a portal that nobody declared; unreadable ones are left out."""
    for path in sorted(folder.rglob("*.html*")):
        body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        host = f"{path.name.split('.')[0][:63].replace('_', '-').lower()}.example"
        page = SavedPage(path.name, body, f"https://{host}/n/1", None, AnyPortal.declared.at(host), NOW, layouts=False)
        try:
            readable = Document(body, page.url).tree is not None
        except Refused:
            readable = False
        if readable:
            yield page


def furnished(count: int, size: int = SIZE, scripts: float = SCRIPTS, *, alike: bool = False) -> list[SavedPage]:
    """Return `count` pages of about `size` bytes, half of them of declared portals, half of engines that nobody declared.

    No two have furniture in common, or all are `alike` as the pages of one portal: one header, and one sidebar beside other cards.
    """
    declared = [page for page in fixtures() if takes_furniture(page)]
    chance = random.Random(0)
    chosen = chance.sample(declared, count - count // 2) + list(islice(_shuffled(chance), count // 2))
    drawn = (lambda: random.Random(2)) if alike else (lambda: chance)
    return [_with_furniture(page, size, scripts, chance, drawn) for page in chosen]


def _shuffled(chance: random.Random) -> Iterator[SavedPage]:
    pages = [page for page in engine_pages() if takes_furniture(page)]
    chance.shuffle(pages)
    yield from pages


def takes_furniture(page: SavedPage) -> bool:
    """Return whether anything can be put into a page: it is whole, of one body, and UTF-8."""
    lowered = page.body.lower()
    return (
        all(lowered.count(mark) == 1 for mark in (b"</head>", b"<body", b"</body>"))
        and page.body.isascii() is False
        and _is_utf8(page.body)
    )


def _is_utf8(body: bytes) -> bool:
    try:
        return bool(body.decode())
    except UnicodeDecodeError:
        return False


def _with_furniture(
    page: SavedPage, size: int, scripts: float, chance: random.Random, common: Callable[[], random.Random]
) -> SavedPage:
    """Return a page with furniture around it; header and sidebar are drawn from `common`."""
    markup = page.body.decode()
    room = size - len(page.body)
    shown = int(size * (1 - scripts))
    head = _filled(int(room * scripts * 0.4), _SCRIPT_LIKE, chance)
    state = _filled(int(room * scripts * 0.6), (_state, _script), chance)
    above = _filled(int(shown * 0.3), (_menu, _icon), common())
    beside = _filled(int(shown * 0.35), _SIDE, common())
    cards = _filled(room - len(f"{head}{state}{above}{beside}".encode()), _SIDE, chance)
    head_end = markup.lower().index("</head>")
    body_start = markup.index(">", markup.lower().index("<body")) + 1
    body_end = markup.lower().rindex("</body>")
    body = (
        f"{markup[:head_end]}{head}{markup[head_end:body_start]}<header class='site-header'>{above}</header>"
        f"{markup[body_start:body_end]}<aside class='sidebar'>{beside}</aside><aside class='related-news'>{cards}</aside>"
        f"{state}{markup[body_end:]}"
    )
    return SavedPage(page.name, body.encode(), page.url, page.header, page.portal, page.fetched_at, page.layouts)


def _filled(size: int, makers: tuple[Callable[[random.Random], str], ...], chance: random.Random) -> str:
    made: list[str] = []
    while size > 0:
        made.append(chance.choice(makers)(chance))
        size -= len(made[-1].encode())
    return "".join(made)


def _word(chance: random.Random) -> str:
    return "".join(chance.choices("abcdefghiklmnoprstu", k=chance.randint(3, 9)))


def words(chance: random.Random, least: int, most: int) -> str:
    """Return words of the teasers in any order: no two cards say the same."""
    said = " ".join(chance.choices(_WORDS, k=chance.randint(least, most)))
    return said[:1].upper() + said[1:]


def _style(chance: random.Random) -> str:
    rules = (
        f".{_word(chance)}-{_word(chance)}>a:hover{{color:#{chance.randrange(16**6):06x};margin:0 {chance.randint(1, 40)}px;display:flex}}"
        for _ in range(60)
    )
    return f"<style>{''.join(rules)}</style>\n"


def _script(chance: random.Random) -> str:
    lines = (
        f"if(a<{chance.randint(1, 99)}&&window.{_word(chance)}){{var {_word(chance)}=document.querySelector('.{_word(chance)}');push({{'{_word(chance)}':{chance.random():.4f}}})}}"
        for _ in range(40)
    )
    return f"<script>(function(w,d){{{''.join(lines)}}})(window,document);</script>\n"


def _state(chance: random.Random) -> str:
    cards = [
        {
            "id": chance.randrange(10**6),
            "slug": _word(chance),
            "title": words(chance, 4, 10),
            "excerpt": words(chance, 15, 25),
            "image": {"src": f"/uploads/{_word(chance)}.webp", "w": 640},
        }
        for _ in range(12)
    ]
    return f'<script id="__STATE_{chance.randrange(1000)}__" type="application/json">{json.dumps(cards, ensure_ascii=False)}</script>\n'


_SCRIPT_LIKE = (_style, _script, _script, _state)


def _icon(chance: random.Random) -> str:
    path = "".join(
        f"M{chance.random() * 24:.2f} {chance.random() * 24:.2f}l{chance.random():.3f}-{chance.random():.3f}" for _ in range(20)
    )
    return f'<a class="social-icon icon-{_word(chance)}" href="https://{_word(chance)}.example/" rel="noopener"><svg class="icon" viewBox="0 0 24 24"><g fill="none"><path d="{path}"/><path d="{path[:60]}"/></g></svg></a>\n'


def _menu(chance: random.Random) -> str:
    items = "".join(
        f'<li class="menu-item menu-item-type-taxonomy menu-item-{chance.randint(10, 9999)}"><a class="menu-link" href="/{chance.choice(SECTIONS)}/{_word(chance)}/" title="{name}"><span>{name}</span></a></li>\n'
        for name in chance.choices(parts.MENU, k=12)
    )
    return f'<nav class="main-navigation"><ul class="menu nav-menu">{items}</ul></nav>\n'


def _cards(chance: random.Random) -> str:
    return "<div class='row'>" + "".join(_card(chance) for _ in range(6)) + "</div>\n"


def _card(chance: random.Random) -> str:
    title, text = words(chance, 4, 10), words(chance, 15, 25) + "."
    address = f"/{chance.choice(SECTIONS)}/{chance.randrange(10**6)}-{_word(chance)}-{_word(chance)}.html"
    name = _word(chance)
    return (
        f'<div class="col-md-4 card news-card item-{chance.randint(1, 99)}"><a href="{address}" class="card__image"><img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/uploads/{chance.randint(2015, 2025)}/{name}.webp" srcset="/uploads/{name}-640.webp 640w, /uploads/{name}-320.webp 320w" alt="{title}" width="640" height="360" loading="lazy"></a>'
        f'<div class="card__body"><span class="card__date">{chance.randint(1, 28)} қараша 2025, {chance.randint(10, 23)}:{chance.randint(10, 59)}</span>'
        f'<h3 class="card__title"><a href="{address}">{title}</a></h3><p class="card__text">{text}</p><div class="card__footer"><i class="fa fa-eye"></i><span>{chance.randint(10, 5000)}</span></div></div></div>\n'
    )


def _latest(chance: random.Random) -> str:
    items = "".join(
        f'<li class="latest-item"><span class="time">{chance.randint(10, 23)}:{chance.randint(10, 59)}</span> <a href="/news/{chance.randrange(10**6)}">{words(chance, 4, 10)}</a></li>\n'
        for _ in range(15)
    )
    return f'<div class="widget latest-news"><h4 class="widget-title">Соңғы жаңалықтар</h4><ul>{items}</ul></div>\n'


_SIDE = (_cards, _cards, _latest, _icon)
