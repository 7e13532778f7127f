"""What is in deploy/: units that systemd takes, a crontab that mails what matters, a project that runs under a real Scrapyd."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from configparser import ConfigParser
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from kznews.store import Store
from tests.support.cases import PORTALS, ROOT
from tests.support.crawls import TIMEOUT, environment, url_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEPLOY = ROOT / "deploy"
UNITS = ("kznews.service", "kznews.timer", "kznews@.service", "kznews@.timer")
HOME = "/opt/kznews"


def verified(folder: Path, change: tuple[str, str] = ("", "")) -> subprocess.CompletedProcess[str]:
    """What systemd says of the units, with this machine's Python in the place of the installed command."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not on this machine")
    names = []
    for unit in UNITS:
        text = (DEPLOY / "systemd" / unit).read_text(encoding="utf-8").replace(f"{HOME}/.venv/bin/scrapy", sys.executable)
        name = unit.replace("@", "@qamshy")
        (folder / name).write_text(text.replace(*change) if all(change) else text, encoding="utf-8")
        (folder / unit).write_text(text, encoding="utf-8")
        names.append(str(folder / name))
    return subprocess.run(
        ["systemd-analyze", "verify", *names], capture_output=True, encoding="utf-8", check=False, timeout=TIMEOUT
    )


def test_systemd_takes_the_units_without_a_word(tmp_path: Path) -> None:
    done = verified(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("change", [("ProtectSystem=strict", "ProtectSystem=perhaps"), ("Type=oneshot", "Typ=oneshot")])
def test_a_unit_that_is_wrong_is_seen(tmp_path: Path, change: tuple[str, str]) -> None:
    assert verified(tmp_path, change).stderr


def test_units_crontab_and_scrapyd_name_commands_that_there_are() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(DEPLOY.rglob("*")) if path.is_file()]
    named = {name for text in texts for name in re.findall(r"bin/scrapy ([a-z]+)", text)}
    assert named >= {"crawl", "crawlall", "report", "backup"}
    assert all((ROOT / "kznews" / "commands" / f"{name}.py").exists() for name in named)


def quiet(log: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(DEPLOY / "quiet"), str(log), *command], capture_output=True, encoding="utf-8", check=False)


def test_cron_mails_nothing_of_a_run_that_went_well(tmp_path: Path) -> None:
    done = quiet(tmp_path / "log", "sh", "-c", "echo kznews: fine >&2; echo more")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "log").read_text() == "kznews: fine\nmore\n"


def test_cron_mails_the_lines_for_people_of_one_that_did_not(tmp_path: Path) -> None:
    done = quiet(tmp_path / "log", "sh", "-c", "echo kznews: unhealthy >&2; echo scrapy: error: no >&2; echo noise; exit 3")
    first, *lines = done.stdout.splitlines()
    assert (done.returncode, lines) == (3, ["kznews: unhealthy", "scrapy: error: no"])
    assert " ended with 3 " in first
    assert "noise" in (tmp_path / "log").read_text()


def wait_for(log: Path, said: str) -> None:
    """Wait until a log holds what is expected of it, half a minute at most."""
    until = time.monotonic() + 30
    while not (log.exists() and log.read_text() == said):
        assert time.monotonic() < until, log.read_text() if log.exists() else "no log"
        time.sleep(0.05)


def test_the_log_grows_while_the_command_runs_and_stays_if_it_is_killed(tmp_path: Path) -> None:
    log, go = tmp_path / "log", tmp_path / "go"
    script = f"echo kznews: begun; while [ ! -e {go} ]; do sleep 0.05; done; echo kznews: ended"
    with subprocess.Popen([DEPLOY / "quiet", log, "sh", "-c", script], stdout=subprocess.DEVNULL) as run:
        try:
            wait_for(log, "kznews: begun\n")
            run.terminate()
        finally:
            go.touch()
        run.wait(timeout=30)
    wait_for(log, "kznews: begun\nkznews: ended\n")


def test_a_log_that_cannot_be_written_is_no_success(tmp_path: Path) -> None:
    done = quiet(tmp_path / "no" / "log", "true")
    assert done.returncode == 4
    assert " ended with 4 " in done.stdout


def test_times_of_the_crontab_are_times() -> None:
    jobs = [line.split(None, 5) for line in (DEPLOY / "crontab").read_text().splitlines() if re.match(r"[\d*]", line)]
    assert len(jobs) == 3
    assert all(re.fullmatch(r"[\d*/,-]+", field) for job in jobs for field in job[:5])
    assert all(job[5].startswith(f"cd {HOME} && {HOME}/deploy/quiet /var/log/kznews/") for job in jobs)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def scrapyd(folder: Path, store: Path) -> Iterator[str]:
    """A real Scrapyd with the project's configuration on a free port; its address."""
    port = free_port()
    text = (DEPLOY / "scrapyd" / "scrapyd.conf").read_text(encoding="utf-8")
    assert "bind_address  = 127.0.0.1" in text
    (folder / "scrapyd.conf").write_text(re.sub(r"http_port .*", f"http_port = {port}", text), encoding="utf-8")
    with (folder / "said").open("w") as said:
        # The egg must be what runs, so the repository is on no path.
        process = subprocess.Popen(
            [sys.executable, "-m", "scrapyd"], cwd=folder, env=environment(store), stdout=said, stderr=said
        )
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(TIMEOUT)


def ask(address: str, **given: str) -> dict[str, Any]:
    with urlopen(address, urlencode(given).encode() if given else None, timeout=TIMEOUT) as answer:
        return dict(json.load(answer))


def until(holds: Any, what: str) -> Any:
    """Return what a question answers as soon as it is something."""
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            if found := holds():
                return found
        except OSError:
            pass
        time.sleep(0.3)
    pytest.fail(f"{what}: not within {TIMEOUT} s")


def test_it_deploys_and_runs_under_scrapyd(tmp_path: Path, store: Path) -> None:
    pytest.importorskip("scrapyd")
    project = tmp_path / "project"
    shutil.copytree(ROOT / "kznews", project / "kznews", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, project)
    with scrapyd(tmp_path, store) as address:
        until(lambda: ask(f"{address}/daemonstatus.json"), "Scrapyd is up")
        config = ConfigParser()
        config.read(ROOT / "scrapy.cfg")
        assert config["deploy"]["url"] == "http://127.0.0.1:6800/"
        config["deploy"]["url"] = address
        with (project / "scrapy.cfg").open("w") as file:
            config.write(file)
        deploy = [sys.executable, "-m", "scrapyd_client.deploy"]
        done = subprocess.run(deploy, cwd=project, env=dict(os.environ), capture_output=True, encoding="utf-8", check=False)
        assert '"status": "ok"' in done.stdout, done.stdout + done.stderr
        assert "qamshy" in ask(f"{address}/listspiders.json?project=kznews")["spiders"]
        replay = f"REPLAY={PORTALS / 'qamshy'}"
        for spider in ("qamshy", "qamshy"):  # the second finds the portal in use, or nothing to do
            assert ask(f"{address}/schedule.json", project="kznews", spider=spider, setting=replay)["status"] == "ok"
        until(lambda: len(ask(f"{address}/listjobs.json?project=kznews")["finished"]) == 2, "both runs have ended")
    with Store.open(url_of(store), create=False) as opened:
        assert opened.summary()["articles"]["qamshy"] == len(list(opened.articles("qamshy"))) > 10
        assert {run["finish_reason"] for run in opened.runs("qamshy")} == {"finished"}
    assert len(list((tmp_path / "logs" / "kznews" / "qamshy").glob("*.log"))) == 2
