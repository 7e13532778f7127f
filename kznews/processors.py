"""Small pure functions that the loader's table is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kznews.clock import aware_utc
from kznews.kazakh.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

T = TypeVar("T")


def single_line(value: str) -> str:
    r"""Return clean text on one line.

    >>> single_line("  Алматыда\n бүгін\u200b ")
    'Алматыда бүгін'
    """
    return one_line(value)


def paragraph(value: str) -> str:
    r"""Return clean text with its line ends kept and nothing around it.

    >>> paragraph(" бірінші жол\nекінші жол ")
    'бірінші жол\nекінші жол'
    """
    return "\n".join(line for line in (one_line(part) for part in clean(value).split("\n")) if line)


def drop_empty(value: str) -> str | None:
    """Return the text, or None (which the loader drops) if it is empty.

    >>> drop_empty("") is None
    True
    """
    return value or None


def no_none(value: T) -> T:
    """Return the value as it is: for values that are typed already.

    >>> no_none(3)
    3
    """
    return value


def unique(values: Sequence[T]) -> list[T]:
    """Return the values in order, each once.

    >>> unique(["Саясат", "Қоғам", "Саясат"])
    ['Саясат', 'Қоғам']
    """
    return list(dict.fromkeys(values))


def utc(value: datetime) -> datetime:
    """Return an aware datetime in UTC; raises ValueError for a naive one.

    >>> from datetime import datetime
    >>> utc(datetime.fromisoformat("2018-04-21T19:46:00+06:00")).isoformat()
    '2018-04-21T13:46:00+00:00'
    """
    return aware_utc(value)
