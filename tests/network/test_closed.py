"""A run listens to nobody, keeps no cookies, says nothing of where it came from, and turns no data into code."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from scrapy.utils.project import get_project_settings

from tests.support.crawls import Exit, python
from tests.support.fetching import fetch
from tests.support.generated_portal import GeneratedPortal
from tests.support.portal_crawls import SETTINGS, crawl, started
from tests.support.portal_server import PortalServer
from tests.support.raw_server import RawServer, whole

LISTENING = "0A"
"""A state in /proc/net/tcp."""
MAKERS = (
    # Those of the standard library and of our requirements that write the methods of classes when they are imported.
    "collections/__init__.py namedtuple",
    "dataclasses.py _create_fn",
    "typing.py __init__",
    "attr/_make.py _compile_and_eval",
    "six.py <module>",
    "sqlalchemy/util/langhelpers.py exec_code_in_env",
    "typing_inspection/typing_objects.py _compile_identity_check_function",  # pydantic, which itemadapter takes where it is
    "typing_inspection/typing_objects.py _compile_isinstance_check_function",
    "twisted/conch/insults/insults.py ControlSequenceParser",
    "<frozen importlib._bootstrap> _call_with_frames_removed",
    "<frozen importlib._bootstrap> exec_module",
    "<frozen importlib._bootstrap_external> _compile_bytecode",
    "<frozen runpy> _run_code",
)
VERSIONS = "uname -p "
"""The one program that is started, without a shell: Scrapy's line of versions names the processor."""
HOOKS = """
import os, pickle, sys
def note(what, depth):
    try:
        frame = sys._getframe(depth)
    except ValueError:  # the interpreter itself
        return
    with os.fdopen(os.open(os.environ["NOTED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT), "w") as file:
        file.write(f"{what} {frame.f_code.co_filename} {frame.f_code.co_name}\\n")
def audit(event, arguments):
    if event in ("exec", "compile", "marshal.loads", "marshal.load", "marshal.dumps", "pickle.find_class", "os.system"):
        note(event, 2)
    if event == "subprocess.Popen":
        note(" ".join(arguments[1]), 2)
def watched(name, function):
    def call(*arguments, **more):
        note(f"pickle.{name}", 2)
        return function(*arguments, **more)
    return call
for name in ("load", "loads", "dump", "dumps"):
    setattr(pickle, name, watched(name, getattr(pickle, name)))
sys.addaudithook(audit)
"""
"""A sitecustomize that writes down who makes code of data, in a process from its first line on."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scrapy's remote control, where it is on, writes into the home of its user."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def listening(pid: int) -> int:
    """Return how many TCP sockets of a process listen."""
    own = {str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()}
    tables = [Path(f"/proc/{pid}/net/{name}") for name in ("tcp", "tcp6")]
    rows = [line.split() for table in tables if table.exists() for line in table.read_text().splitlines()[1:]]
    return sum(row[3] == LISTENING and f"socket:[{row[9]}]" in own for row in rows)


def listening_in_a_run(tmp_path: Path, **settings: Any) -> int:
    """Return how many sockets listen in a run that is waiting for a page."""
    with PortalServer(GeneratedPortal(articles=5)) as server:
        server.fault("/news/", delay=60)
        run = started(server, tmp_path / "store.db", tmp_path / "said", **settings)
        try:
            while not server.asked("/news/") and run.is_alive():
                time.sleep(0.05)
            return listening(run.pid or 0)
        finally:
            run.kill()
            run.join()


def test_a_run_listens_on_no_socket(tmp_path: Path) -> None:
    assert listening_in_a_run(tmp_path) == 0


def test_with_the_remote_control_of_scrapy_it_would(tmp_path: Path) -> None:
    extensions = json.dumps(dict(get_project_settings()["EXTENSIONS"]) | {"scrapy.extensions.remote_control.RemoteControl": 0})
    assert listening_in_a_run(tmp_path, REMOTE_CONTROL_ENABLED=1, EXTENSIONS=extensions) == 1


def asked_twice(**settings: Any) -> dict[str, str]:
    """Return the headers of the second request to a server that sets cookies."""
    cookies = ("Set-Cookie: a=b; Path=/", "Set-Cookie: session=1")
    with RawServer({"/": whole(b"page", *cookies)}) as server:
        fetch([server.url("/"), server.url("/") + "?2"], ports=(server.port,), in_turn=True, **settings)
    return server.asked[1].headers


def test_a_cookie_is_not_sent_back() -> None:
    assert "cookie" not in asked_twice()
    assert "a=b" in asked_twice(COOKIES_ENABLED=True)["cookie"]


def referers(tmp_path: Path, **settings: Any) -> int:
    with PortalServer(GeneratedPortal(articles=5)) as server:
        crawl(server, tmp_path / "store.db", **settings)
    assert len(server.log) > 5
    return sum("referer" in asked.headers for asked in server.log)


def test_nobody_is_told_where_an_address_was_found(tmp_path: Path) -> None:
    assert referers(tmp_path) == 0


def test_with_another_policy_they_would_be(tmp_path: Path) -> None:
    assert referers(tmp_path, REFERRER_POLICY="unsafe-url") > 0


def noted(tmp_path: Path, *arguments: str, **env: str) -> list[str]:
    """Run Python, in a process that writes down who makes code of data; return those that may not."""
    folder, notes = tmp_path / "hooks", tmp_path / "noted"
    folder.mkdir()
    folder.joinpath("sitecustomize.py").write_text(HOOKS, encoding="utf-8")
    env["PYTHONDONTWRITEBYTECODE"] = "1"  # Python writes that with marshal
    ended = python(*arguments, store=tmp_path / "store.db", inject=folder, NOTED=str(notes), **env)
    assert ended.code == Exit.FINE, ended.err
    lines = notes.read_text(encoding="utf-8").splitlines()
    assert lines, "the hooks were not there"
    return sorted({line for line in lines if not line.endswith(MAKERS) and not line.startswith(VERSIONS)})


def test_a_run_makes_no_code_of_data(tmp_path: Path) -> None:
    with PortalServer(GeneratedPortal(articles=20)) as server:
        options = [part for name, value in SETTINGS.items() for part in ("-s", f"{name}={value}")]
        feed = ("-O", str(tmp_path / "feed.jsonl"))
        assert noted(tmp_path, "-m", "scrapy", "crawl", "local", *options, *feed, LOCAL_SITE_PORT=str(server.port)) == []
    assert len(server.asked("/news/")) >= 20


def test_the_hooks_see_what_makes_code_of_data(tmp_path: Path) -> None:
    script = (
        "import marshal, os, pickle\npickle.loads(pickle.dumps(1)); marshal.loads(marshal.dumps(1)); eval('1'); os.system('')"
    )
    seen = {line.split()[0] for line in noted(tmp_path, "-c", script)}
    assert {"pickle.loads", "pickle.dumps", "marshal.loads", "marshal.dumps", "compile", "exec", "os.system"} <= seen
