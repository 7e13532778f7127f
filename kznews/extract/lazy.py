"""Properties asked once: a page asks some forty, and those of the standard library take a lock each before Python 3.12."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801 - it stands where `property` does
    """A property whose value is kept in the object once it was asked; for objects of one thread."""

    def __init__(self, ask: Callable[[Any], Value]) -> None:
        self._ask, self.__doc__ = ask, ask.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, holder: None, owner: type) -> Self: ...

    @overload
    def __get__(self, holder: object, owner: type) -> Value: ...

    def __get__(self, holder: object | None, owner: type) -> Self | Value:
        if holder is None:
            return self
        value = holder.__dict__[self._name] = self._ask(holder)
        return value
