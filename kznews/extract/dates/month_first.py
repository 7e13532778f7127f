"""A displayed date in figures whose month stands first, as only a machine-readable date of the same page can tell."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kznews.extract.dates.published import Published

_TWO_WAYS = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/])")
"""Two figures up to twelve with strokes, as English interfaces write a date (Drupal: "Sat, 11/01/2025 - 11:20")."""


def reads_two_ways(said: str) -> bool:
    """Return whether a text has a date with strokes in which either figure may be the month. Never raises."""
    return _TWO_WAYS.search(said) is not None


def as_stated(shown: Published | None, stated: Published | None) -> Published | None:
    """Return a date that reads two ways with its month first, where the page states that very day; any other as it is."""
    if shown is None or shown.value is None or stated is None or stated.value is None or not reads_two_ways(shown.raw):
        return shown
    local = stated.value.astimezone(shown.value.tzinfo)
    if (local.year, local.month, local.day) != (shown.value.year, shown.value.day, shown.value.month):
        return shown
    turned = shown.value.replace(month=shown.value.day, day=shown.value.month)
    return replace(shown, value=turned, basis=f"{shown.basis}; month from {stated.basis}")
