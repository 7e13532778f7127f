"""What of a response is kept so that its page can be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.failures import refusal_of_status
from kznews.store import Answer

if TYPE_CHECKING:
    from scrapy.http import Response

_OF_THE_TRANSFER = ("connection", "content-encoding", "content-length", "keep-alive", "set-cookie", "transfer-encoding")
"""Headers that say nothing about the page: how it was sent, and to whom."""


def kept_answer(response: Response) -> Answer | None:
    """Return what is kept of a response: of pages all that may say something, of errors nothing (None)."""
    if refusal_of_status(response):
        return None
    headers = [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
        if name.decode("latin-1").lower() not in _OF_THE_TRANSFER
    ]
    place = response.meta.get("archived")
    return Answer(address=response.url, headers=tuple(sorted(headers)), body=response.body, place=place)
