"""The fault that a kill test must find: an article that counts as scraped before its commit."""

from __future__ import annotations

import asyncio

from kznews.extensions.ledger import Ledger
from kznews.outcomes import Outcome
from kznews.store import StoreWriter, Verdict


def weaken() -> None:
    """Make the ledger of this process acknowledge at once, and its store commit a tenth of a second later."""
    strong, commit = Ledger.store, StoreWriter.commit

    async def acknowledge_now(self, article):
        self.crawler.engine.weak = asyncio.create_task(strong(self, article))
        await asyncio.sleep(0)
        return Verdict(outcome=Outcome.STORED)

    async def slowly(self, record):
        await asyncio.sleep(0.1)
        return await commit(self, record)

    Ledger.store, StoreWriter.commit = acknowledge_now, slowly
