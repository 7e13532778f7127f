"""Crawls of a local portal: `scrapy crawl` itself, with real connections, in a fork of a process that has imported it all.

A fork takes a third of a second where a new process takes two, and its clock can be set.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.cases import ROOT
from tests.support.crawls import Ended, environment
from tests.support.local_portal import MODULES
from tests.support.local_site import PORT

if TYPE_CHECKING:
    from datetime import datetime
    from multiprocessing.context import ForkServerProcess

    from tests.support.portal_server import PortalServer

TIMEOUT = 300
"""Seconds after which a crawl is taken for one that never ends; on a machine that does much else it may take a minute."""
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.support.portal_crawls", "kznews.commands.crawl", "tests.support.local_portal"])
_HANDLER = '{"http": "tests.support.local_site.LocalHandler", "https": "tests.support.local_site.LocalHandler"}'
SETTINGS = {"DOWNLOAD_DELAY": 0, "RETRY_ENABLED": 0, "DOWNLOAD_HANDLERS": _HANDLER, "SPIDER_MODULES": MODULES}
"""Every connection goes to the local server, at once and once."""


def crawl(
    server: PortalServer,
    store: Path,
    *arguments: str,
    portal: str = "local",
    at: datetime | None = None,
    **settings: Any,
) -> Ended:
    """Run `scrapy crawl <portal> <arguments>` to its end, at the time `at` if it is given."""
    with tempfile.TemporaryDirectory(prefix="kz") as folder:
        said = Path(folder, "said")
        process = started(server, store, said, *arguments, portal=portal, at=at, **settings)
        process.join(TIMEOUT)
        if process.exitcode is None:
            process.kill()
            process.join()
        out, err = (said.with_suffix(end).read_text(encoding="utf-8") for end in (".out", ".err"))
        return Ended(process.exitcode, out, err)


def started(
    server: PortalServer, store: Path | str, said: Path, *arguments: str, portal: str = "local", at: Any = None, **settings: Any
) -> ForkServerProcess:
    """Start `scrapy crawl`, which writes to <said>.out and <said>.err, and return its process; `kill` and `join` it."""
    options = [part for name, value in {**SETTINGS, **settings}.items() for part in ("-s", f"{name}={value}")]
    command = ["scrapy", "crawl", portal, *arguments, *options]
    process = _FORKS.Process(target=_crawl, args=(command, environment(store, **{PORT: str(server.port)}), said, at))
    process.start()
    return process


def _crawl(command: list[str], env: dict[str, str], said: Path, at: datetime | None) -> None:
    os.chdir(ROOT)
    for name in set(os.environ) - set(env):
        del os.environ[name]
    os.environ.update(env)
    for descriptor, end in ((1, ".out"), (2, ".err")):
        with said.with_suffix(end).open("w") as file:
            os.dup2(file.fileno(), descriptor)
    from scrapy import cmdline

    from kznews import clock

    sys.argv = command
    with ExitStack() as stack:
        if at is not None:
            stack.enter_context(clock.frozen(at))
        cmdline.execute([*command, "-s", f"STORE={env['KZNEWS_STORE']}", "-s", f"LOG_LEVEL={env['KZNEWS_LOG_LEVEL']}"])
