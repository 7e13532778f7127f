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


def as_it_is(value: T) -> T:
    """Return the value."""
    return value


def first(values: Sequence[T]) -> T:
    """Return the first value; there is one.

    >>> first(["Қоғам", "Саясат"])
    'Қоғам'
    """
    return values[0]


def unique(values: Sequence[T]) -> list[T]:
    """Return the values in order, each once.

    >>> unique(["Саясат", "Қоғам", "Саясат"])
    ['Саясат', 'Қоғам']
    """
    return list(dict.fromkeys(values))
