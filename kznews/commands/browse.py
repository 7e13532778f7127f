"""scrapy browse: a SQLite store in the browser, read only, on this machine only."""

from __future__ import annotations

import socket
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kznews.running import Exit, NotStarted, refusals, say
from kznews.store import Store

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

PORT = 8001
"""Datasette's own."""


class Command(ScrapyCommand):
    """Shows the store with Datasette until it is stopped (docs/browse.md)."""

    requires_project = True
    default_settings: ClassVar = {"LOG_ENABLED": False}  # what it has to say are lines for people

    def syntax(self) -> str:
        return "[--port N]"

    def short_desc(self) -> str:
        return "Show a SQLite store in the browser (Datasette, read only, 127.0.0.1)"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--port", type=int, default=PORT, help="port on 127.0.0.1 (0: any that is free; default: 8001)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            raise UsageError("scrapy browse takes no argument but --port", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run
        serve: Callable[[], None] | None = None
        with refusals(self):
            # Opening it says what is wrong with it, and brings an older store up to date.
            with Store.open(self.settings["STORE"], create=False) as store:
                url = store.database.url
            if url.get_backend_name() != "sqlite":
                raise NotStarted(Exit.USAGE, "Datasette reads SQLite stores; PostgreSQL has tools of its own (docs/browse.md)")
            serve = _prepared(Path(str(url.database)).resolve(), opts.port)
        if serve is not None:
            serve()  # outside of the block: a signal is its ordinary end


def _prepared(path: Path, port: int) -> Callable[[], None]:
    """Return what shows the store until a signal comes; raises NotStarted if it cannot listen."""
    try:
        import uvicorn  # noqa: PLC0415 - half a second to load, which every other command would wait for

        from kznews.browse.serving import HOST, showing  # noqa: PLC0415
    except ImportError as error:
        raise NotStarted(Exit.NOT_STARTED, f"{error.name} is not installed; `make setup` installs it") from error
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except (OSError, OverflowError) as error:
        raise NotStarted(Exit.NOT_STARTED, f"cannot listen on {HOST}:{port}: {error}; --port names another") from error
    server = uvicorn.Server(uvicorn.Config(showing(path).app(), log_level="warning"))
    say(f"http://{HOST}:{listening.getsockname()[1]}/{path.stem} shows {path}; Ctrl-C ends it")
    return partial(server.run, sockets=[listening])
