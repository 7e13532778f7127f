"""Portals that a command may be asked for by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.running import Exit, NotStarted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kznews.store import Store


def check_portals(names: Iterable[str], declared: Collection[str], store: Store) -> None:
    """Raise NotStarted for a portal that is not declared and of which the store has no article.

    A misspelt name must not look like a portal that shows nothing; undeclared portals go by their host ("derek.kz").
    """
    unknown = set(names) - set(declared)
    if unknown and (unknown := unknown - set(store.portal_names())):
        raise NotStarted(Exit.USAGE, f"no portal is called {', '.join(map(repr, sorted(unknown)))}; see `scrapy list`")
