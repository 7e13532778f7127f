"""Portals that a command on the store may be asked for by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.running import Exit, NotStarted
from kznews.spiderloader import portal_loader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapy.settings import BaseSettings

    from kznews.store import Store


def check_portals(names: Iterable[str], settings: BaseSettings, store: Store) -> None:
    """Raise NotStarted for a portal that is not declared and of which the store has no article.

    A misspelt name must not look like a portal that shows nothing; undeclared portals go by their host ("derek.kz").
    """
    if not (wanted := set(names)):
        return
    loader = portal_loader(settings)
    stored = store.portal_names()
    if unknown := wanted - set(loader.sound()) - set(stored):
        raise NotStarted(Exit.USAGE, "; ".join(loader.why_none(name, others=stored) for name in sorted(unknown)))
