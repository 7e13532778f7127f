"""Small pure functions that the loader's table is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


def each_of(clean_one: Callable[[Any], Any]) -> Callable[[Sequence[Any]], list[Any]]:
    """Return a processor of lists that cleans each value and drops what is "" or None then.

    MapCompose does the same, and looks at the function's signature for every value of every page.

    >>> each_of(str.strip)([" бір ", " "])
    ['бір']
    """

    def clean_all(values: Sequence[Any]) -> list[Any]:
        return [made for value in values if (made := clean_one(value)) not in (None, "")]

    return clean_all


def unique(values: Sequence[T]) -> list[T]:
    """Return the values in order, each once.

    >>> unique(["Саясат", "Қоғам", "Саясат"])
    ['Саясат', 'Қоғам']
    """
    return list(dict.fromkeys(values))
