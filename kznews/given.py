"""Settings as somebody gave them: what no setting is called, and what a setting cannot be, is refused before anything runs."""

from __future__ import annotations

import difflib
import logging
import math
import os
import re
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from scrapy.settings import SETTINGS_PRIORITIES, default_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scrapy.settings import BaseSettings

ENVIRONMENT = "KZNEWS_"
"""What the names of our settings begin with in the environment, and nowhere else."""
CHOICES = {"LOG_LEVEL": tuple(logging.getLevelNamesMapping())}
"""Settings that are one of some words."""
LEAST = {
    "ARCHIVE_FILE_SIZE": 1,
    "CONCURRENT_ITEMS": 1,
    "CONCURRENT_REQUESTS": 1,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DUPEFILTER_REMEMBERED": 1,
    "LISTING_MAX_PAGES": 1,
}
"""The least whole number of those that cannot be 0; no number that `kznews/settings.py` has can be under 0."""
_WITHOUT_DEFAULT = re.compile(
    r"CONCURRENT_REQUESTS_PER_IP|META_COPY_WARN_SKIP_KEYS|MEDIA_ALLOW_REDIRECTS|(?:\w+_)?(?:FILES|IMAGES)_\w+"
)
"""Settings that Scrapy reads and has no default of."""
_SECONDS = "_TIMEOUT"
"""End of the names of times, which Scrapy reads with their fraction, whatever number its default is."""
_NEARLY = 0.8
"""How like two names are of which one is the other misspelt: KZNEWS_REPLY, KZNEWS_ARCHIV."""
_YES_OR_NO = {"1", "0", "true", "false", "True", "False"}


def refuse(settings: BaseSettings) -> None:
    """End the program with exit code 2 and one line for each setting that cannot be meant."""
    lines = list(faults(settings))
    for line in lines:
        sys.stderr.write(f"kznews: {line}\n")
    if lines:
        raise SystemExit(2)


def faults(settings: BaseSettings) -> Iterator[str]:
    """Yield a line for each setting that somebody gave in words and that nothing reads, or that is no value of its kind."""
    ours, project = import_module("kznews.settings"), import_module(os.environ.get("SCRAPY_SETTINGS_MODULE", "kznews.settings"))
    defaults: dict[str, Any] = {name: getattr(default_settings, name) for name in dir(default_settings) if name.isupper()}
    defaults |= {name: value for name, value in (vars(ours) | vars(project)).items() if name.isupper()} | ours.defaults
    for name, value in settings.items():
        if not isinstance(value, str):
            continue
        is_typed = settings.getpriority(name) == SETTINGS_PRIORITIES["cmdline"]
        if is_typed and (fault := _unknown(name, defaults)):
            yield fault
        elif is_typed and not value.strip() and name in ours.defaults:
            yield f"-s {name}= is empty; leave it out if no {name} is meant"
        elif name in defaults and (allowed := _allowed(name, value.strip(), defaults[name], is_ours=hasattr(ours, name))):
            is_from_outside = not is_typed and f"{ENVIRONMENT}{name}" in os.environ
            yield f"{ENVIRONMENT if is_from_outside else ''}{name}={value}: {name} is {allowed}"
    yield from _misspelt(ours.defaults)


def _misspelt(known: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each name in the environment that is nearly one of ours; other programs may have names that begin so."""
    for name in sorted(os.environ):
        own = name.removeprefix(ENVIRONMENT)
        if own != name and own not in known and (near := difflib.get_close_matches(own, known, n=1, cutoff=_NEARLY)):
            yield f"{name} sets nothing: did you mean {ENVIRONMENT}{near[0]}?"


def _unknown(name: str, known: Mapping[str, Any]) -> str:
    """Return why nothing would read a setting, "" for one that is known."""
    if name.startswith(ENVIRONMENT):
        own = name.removeprefix(ENVIRONMENT)
        return f"-s {name} sets nothing: write -s {own}=...; {name} is for the environment"
    if name in known or _WITHOUT_DEFAULT.fullmatch(name):
        return ""
    near = difflib.get_close_matches(name.upper(), known, n=1)
    hint = f"did you mean {near[0]}?" if near else "docs/settings.md has ours, Scrapy's documentation its own"
    return f"-s {name} sets nothing: no setting is called so; {hint}"


def _allowed(name: str, value: str, default: object, *, is_ours: bool) -> str:
    """Return what a setting may be, by the kind of its default, if `value` is none of that; else ""."""
    if name in CHOICES:
        return "" if value in CHOICES[name] else f"one of {', '.join(CHOICES[name])}"
    if isinstance(default, bool):
        return "" if value in _YES_OR_NO else "0 or 1"
    if isinstance(default, int | float):
        is_time = name.endswith(_SECONDS)
        least = LEAST.get(name, 0 if is_ours else -math.inf)
        return _no_number(value, least, is_whole=isinstance(default, int) and not is_time, is_open=is_time and is_ours)
    if isinstance(default, list) and default and all(isinstance(one, int) for one in default):
        return "" if all(one.strip().isdigit() for one in value.split(",")) else "whole numbers, parted by commas"
    return ""


def _no_number(value: str, least: float, *, is_whole: bool, is_open: bool) -> str:
    """Return what a number may be if `value` is none of that; `is_open`: more than the least one."""
    try:
        number = int(value) if is_whole else float(value)
        fits = math.isfinite(number) and (number > least if is_open else number >= least)
    except (ValueError, OverflowError):
        fits = False
    if fits:
        return ""
    bound = "" if least == -math.inf else f" above {least}" if is_open else f", {least} or more"
    return f"a {'whole ' if is_whole else ''}number{bound}"
