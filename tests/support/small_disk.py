"""What the shipped commands do on a disk that is full, at one amount of free space after the other.

unshare -m python -m tests.support.small_disk crawl:64:200 export:64:8 backup:64:8 inodes:1:8 temp:0:1

Each word is a command, a step of free space in KiB, and a number of steps; "inodes" counts names that are left, "temp" fills
the folder in which SQLite sorts.

A small file system is mounted where nobody else sees it, and filled but for so many steps; the command must then end in order,
say why in one line, and leave a sound store. With space again, the same command must complete, as if nothing had been.
Prints one line of JSON for each amount: what the first run ended with and said, and what is wrong, if anything.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from kznews.store import Store
from kznews.store.schema import APPLICATION_ID
from tests.store.samples import page as record
from tests.support.crawls import scrapy, url_of
from tests.support.generated import save_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 32
"""Megabytes of the disk: several times what the store of the pages needs."""
PAGES = range(100, 112)
UNMOUNTABLE = 77
"""The exit code that says: this machine does not let us mount."""
OLD = b'{"old": true}\n'
WITHOUT_RESERVE = ("-s", "STORE_MIN_FREE=0")
"""A run needs no space to spare before it starts: it is to meet the full disk in the middle."""


class Disk:
    """A small disk, and what is on it."""

    def __init__(self, place: Path, pages: Path) -> None:
        self.place, self.pages = place, pages
        self.filler = place / "filler"

    def leave(self, free: int) -> None:
        """Fill the disk so that `free` bytes are left, but for the smallest unit of the file system."""
        self.filler.unlink(missing_ok=True)
        space = os.statvfs(self.place)
        with self.filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(space.f_bavail * space.f_frsize - free, 1))

    def leave_inodes(self, free: int) -> None:
        """Use up all names but `free`."""
        self.empty()
        (self.place / "names").mkdir(exist_ok=True)
        for number in range(os.statvfs(self.place).f_favail - free):
            (self.place / "names" / str(number)).touch()

    def empty(self) -> None:
        self.filler.unlink(missing_ok=True)
        for name in (self.place / "names").glob("*"):
            name.unlink()

    def command(self, name: str, work: Path) -> tuple[int, list[str], str]:
        """Run a command whose every file is in `work`, and return its code, its lines, and all that it said."""
        what = {
            "crawl": ("crawl", "qamshy", "-s", f"REPLAY={self.pages}", "-O", f"{work}/out.jsonl"),
            "export": ("export", "jsonl", "-o", f"{work}/out.jsonl"),
            "backup": ("backup", f"{work}/copy.db"),
        }[name]
        ended = scrapy(*what, *WITHOUT_RESERVE, store=work / "kznews.db")
        return ended.code, ended.lines, ended.err


def old_copy() -> bytes:
    """Return a copy of another store: a file that is none is left alone, however much space there is."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        return connection.serialize()


def dump(path: Path) -> list[str]:
    with Store.open(url_of(path)) as store:
        return list(store.dump())


def tried(disk: Disk, name: str, free: int, *, whole: list[str], inodes: bool = False) -> dict[str, object]:
    """Run a command with so much space, check what it leaves, and run it again with all the space there is."""
    disk.empty()
    work = Path(tempfile.mkdtemp(dir=disk.place))
    faults, olds = [], {}
    if name != "crawl":
        disk.command("crawl", work)
        olds = {work / "out.jsonl": OLD, work / "copy.db": old_copy()}
        for path, content in olds.items():
            path.write_bytes(content)
    (disk.leave_inodes if inodes else disk.leave)(free)
    code, lines, err = disk.command(name, work)
    if "Traceback" in err or (code and not lines) or any("\n" in line for line in lines):
        faults.append(f"said: {err[-2000:]}")
    if code and any(path.read_bytes() != content for path, content in olds.items()):
        faults.append("the old file is gone")
    left = sorted(path.name for path in work.iterdir() if path.name.startswith("."))
    faults += [f"left behind: {left}"] if left else []
    disk.empty()
    faults += unsound(work / "kznews.db")
    again, _, err = disk.command(name, work)
    if again or dump(work / "kznews.db") != whole:
        faults.append(f"not completed: {again} {err[-500:]}")
    for path in work.iterdir():
        path.unlink()
    return {"free": free, "code": code, "lines": lines, "faults": faults}


def unsound(path: Path) -> list[str]:
    """Return what SQLite finds wrong with a store; one that does not exist yet is sound."""
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as connection:
        said = connection.execute("PRAGMA integrity_check").fetchone()[0]
    return [] if said == "ok" else [f"unsound: {said}"]


def full_temp(disk: Disk) -> dict[str, object]:
    """Export a store that must be sorted on a disk, and that disk, which is SQLite's for such things, is full."""
    disk.empty()
    folder = disk.pages.parent
    store = folder / "many.db"
    with Store.open(url_of(store)) as opened:
        opened.commit(record(str(number), text="мәтін " * 2000, published_at=None) for number in range(400))
    faults = []
    disk.leave(0)
    command = ("export", "jsonl", "-o", f"{folder}/many.jsonl")
    first = scrapy(*command, store=store, SQLITE_TMPDIR=str(disk.place))  # SQLite reads that once in a process
    if "Traceback" in first.err or len(first.lines) != 1 or (folder / "many.jsonl").exists():
        faults.append(f"said: {first.err[-2000:]}")
    disk.empty()
    again = scrapy(*command, store=store)
    if again.code or len((folder / "many.jsonl").read_text(encoding="utf-8").splitlines()) != 400:
        faults.append(f"not completed: {again.err[-500:]}")
    return {"free": 0, "code": first.code, "lines": first.lines, "faults": faults}


def amounts(disk: Disk, what: str, whole: list[str]) -> Iterator[dict[str, object]]:
    """Yield what came of one command, "name:step:steps"."""
    name, step, steps = what.split(":")
    for number in range(int(steps)):
        if name == "temp":
            yield full_temp(disk)
        elif name == "inodes":
            yield tried(disk, "crawl", number * int(step), whole=whole, inodes=True)
        else:
            yield tried(disk, name, number * int(step) * 1024, whole=whole)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="kzdisk") as folder:
        place, pages = Path(folder, "disk"), Path(folder, "pages")
        place.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}m,nr_inodes=400", "tmpfs", str(place)]
        if subprocess.run(mount, check=False, capture_output=True).returncode:
            sys.exit(UNMOUNTABLE)
        try:
            save_articles(pages, PAGES)
            disk = Disk(place, pages)
            (place / "first").mkdir()
            disk.command("crawl", place / "first")
            whole = dump(place / "first" / "kznews.db")
            for what in sys.argv[1:]:
                for found in amounts(disk, what, whole):
                    sys.stdout.write(json.dumps({"what": what.split(":")[0], **found}) + "\n")
                    sys.stdout.flush()
        finally:
            subprocess.run(["umount", str(place)], check=False)


if __name__ == "__main__":
    main()
