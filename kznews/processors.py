"""Small pure functions that the loader's table is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kznews.kazakh.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


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


def unique(values: Sequence[T]) -> list[T]:
    """Return the values in order, each once.

    >>> unique(["Саясат", "Қоғам", "Саясат"])
    ['Саясат', 'Қоғам']
    """
    return list(dict.fromkeys(values))
