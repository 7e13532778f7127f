"""Properties that are asked once."""

from __future__ import annotations

import pytest

from kznews.extract.lazy import lazy


class Counted:
    def __init__(self, *, fails: bool = False) -> None:
        self.asked, self.fails = 0, fails

    @lazy
    def value(self) -> int:
        """Return how often it was asked."""
        self.asked += 1
        if self.fails:
            raise ValueError
        return self.asked


def test_a_value_is_asked_once_for_each_object() -> None:
    one, other = Counted(), Counted()
    assert (one.value, one.value, other.value, one.asked) == (1, 1, 1, 1)


def test_what_raised_is_asked_again() -> None:
    failing = Counted(fails=True)
    for asked in (1, 2):
        with pytest.raises(ValueError, match=r"^$"):
            _ = failing.value
        assert failing.asked == asked


def test_a_value_may_be_set_before_it_is_asked() -> None:
    given = Counted()
    given.value = 7  # type: ignore[method-assign, assignment]
    assert (given.value, given.asked) == (7, 0)


def test_the_class_has_the_property_itself_with_its_docstring() -> None:
    assert isinstance(Counted.value, lazy)
    assert Counted.value.__doc__ == "Return how often it was asked."
