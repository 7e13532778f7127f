"""What must hold before a run begins: its arguments, its saved pages, its store, and the files that it is to write."""

from __future__ import annotations

from errno import EISDIR
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from kznews.arguments import ArgumentError, check_names
from kznews.atomic import Replacement, is_pipe_or_device
from kznews.captures import ReplayError
from kznews.exporters.files import CANNOT_APPEND, WHOLE_FORMATS
from kznews.extensions.health import FILES
from kznews.kazakh.zones import ZoneTablesError, check_tables
from kznews.middlewares.replay import index_of
from kznews.network.addresses import gate_from
from kznews.overwriting import check_overwritable
from kznews.running import Exit, NotStarted, say, writing
from kznews.store import Store, StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.settings import BaseSettings


def check_arguments(spidercls: Any, given: Mapping[str, str], settings: BaseSettings) -> None:
    """Raise NotStarted for an argument (`-a name=value`) that cannot mean anything."""
    try:
        check_names(given, spidercls.arguments)
        spidercls.check_arguments(given, is_replay=bool(settings.get("REPLAY")))
    except ArgumentError as error:
        raise NotStarted(Exit.USAGE, str(error)) from error


def check_start(settings: BaseSettings) -> tuple[str, ...]:
    """Return a line for each saved page that cannot be replayed; raises NotStarted if nothing can run at all."""
    try:
        check_tables()
    except ZoneTablesError as error:
        raise NotStarted(Exit.NOT_STARTED, str(error)) from error
    try:
        index = index_of(settings)
    except ReplayError as error:
        raise NotStarted(Exit.USAGE, str(error)) from error
    try:
        Store.open(settings["STORE"], min_free=settings.getint("STORE_MIN_FREE")).close()
    except StoreError as error:
        raise NotStarted(Exit.NOT_STARTED, str(error)) from error
    check_gate(settings)
    _check_outputs(settings, is_replay=index is not None)
    return index.broken if index else ()


def _check_outputs(settings: BaseSettings, *, is_replay: bool) -> None:
    """Raise NotStarted if a file that the run is to write cannot be written."""
    if settings.get("ARCHIVE") and is_replay:
        say("nothing is written to ARCHIVE: a replay fetches nothing")
    elif settings.get("ARCHIVE"):
        _check_archive(Path(settings["ARCHIVE"]))
    for address, options in settings.getdict("FEEDS").items():
        _check_feed(str(address), options)
    for name in FILES:
        if settings.get(name):
            with writing(f"{name} {settings[name]}"):  # one that cannot be written stops no run
                check_overwritable(Path(settings[name]))


def check_gate(settings: BaseSettings) -> None:
    """Raise NotStarted if GATE_ALLOW names no networks."""
    try:
        gate_from(settings.get("GATE_ALLOW") or "")
    except ValueError as error:
        raise NotStarted(Exit.USAGE, f"GATE_ALLOW: {error}") from error


def _check_archive(folder: Path) -> None:
    """Raise NotStarted if nothing can be written to the folder of archives."""
    with writing(f"the archive {folder}"):
        folder.mkdir(parents=True, exist_ok=True)
        Replacement(folder / "begin").discard()


def _check_feed(address: str, options: Mapping[str, Any]) -> None:
    """Raise NotStarted if the file of a feed cannot be written: a run must not find that out after its last page."""
    scheme, _, rest = address.rpartition("://")
    if scheme not in ("", "file") or "%(" in address or address.startswith("stdout:"):
        return
    path = Path(unquote(rest) if scheme else address)
    if is_pipe_or_device(path):
        return  # a pipe or a device; opening one may wait for its reader
    if options.get("format") in WHOLE_FORMATS and not options.get("overwrite") and path.is_file() and path.stat().st_size:
        raise NotStarted(Exit.USAGE, f"{path} {CANNOT_APPEND}")
    with writing(f"the feed {path}"):
        if path.is_dir():
            raise IsADirectoryError(EISDIR, "it is a folder")
        Replacement(path).discard()
