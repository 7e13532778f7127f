"""Campaigns: one store each, killed until its commands end by themselves; then it must be what nobody killed."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, text

from kznews.store import Store, StoreError
from kznews.store.failpoints import Point
from tests.store.old_stores import lay_down
from tests.support.kill_runs import (
    PATIENCE,
    acknowledged,
    ended,
    ended_or_acknowledging,
    import_what_a_run_needs,
    start,
)
from tests.support.kill_scenes import FEED, NOT_HERE, OF_THE_FEED, OF_THE_START, scenes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.kill_scenes import Scene, Step

PER_CAMPAIGN = 30
"""Kills of one store at most: enough that kills meet the half-done work of kills."""
CAMPAIGNS, LEAST = 6, 2
"""At least so many share the kills of a sample, so that every scene has its turn; no store is killed but once."""
SHOWN = 20
"""Rows of a difference that are printed."""
EARLY = 4
"""Of so many kills at random instants one falls anywhere from the start of the run on; the others wait for its first article."""


@dataclass
class Whole:
    """What a scene gives when nobody kills: the dump, the feed, and the seconds of each step."""

    dump: list[str]
    feed: bytes
    seconds: list[float] = field(default_factory=list)


class Campaigns:
    """The counts of all campaigns against one kind of store."""

    def __init__(self, seed: int, folder: Path, server: str, ports: dict[str, int], *, kills: int, weak: bool) -> None:
        self.chance = random.Random(seed)
        # A weakened build is to be found out, in whatever scene: one store is enough.
        self.each = PER_CAMPAIGN if weak else min(PER_CAMPAIGN, max(LEAST, -(-kills // CAMPAIGNS)))
        self.folder, self.server, self.weak = folder, server, weak
        self.said, self.feed = folder / "said.txt", folder / FEED
        played = scenes(ports)
        self.scenes = [scene for turn in range(max(scene.share for scene in played)) for scene in played if scene.share > turn]
        self.counts: Counter[str] = Counter()
        self.by_scene: Counter[str] = Counter()
        self.points: Counter[str] = Counter({point.value: 0 for point in Point if point not in NOT_HERE})
        self.tried: Counter[str] = Counter()
        self.whole: dict[str, Whole] = {}
        self.uninterrupted(self.scenes[0])
        import_what_a_run_needs(self.said)

    def new_store(self, name: str, old: int) -> str:
        """Return the URL of a store that does not exist yet, or of one of an old schema."""
        self.feed.unlink(missing_ok=True)
        url = f"sqlite:///{self.folder / name}.db"
        if self.server:
            engine = create_engine(self.server, isolation_level="AUTOCOMMIT")
            with engine.connect() as connection:
                connection.execute(text(f'CREATE DATABASE "{name}"'))
            engine.dispose()
            url = engine.url.set(database=name).render_as_string(hide_password=False)
        if old:
            lay_down(url, old)
        return url

    def uninterrupted(self, scene: Scene) -> Whole:
        """Return what a scene gives when nobody kills; it is played once."""
        if scene.name not in self.whole:
            url = self.new_store(f"whole {len(self.whole)}", scene.old)
            seconds = []
            for step in scene.steps:
                begun = time.monotonic()
                code = self.finish(step, url, weak=False)
                assert code == 0, f"{scene.name}: the run that nobody kills ended with {code}"
                seconds.append(time.monotonic() - begun)
            self.whole[scene.name] = Whole(dump(url), self.feed.read_bytes() if self.feed.exists() else b"", seconds)
        return self.whole[scene.name]

    def finish(self, step: Step, url: str, *, weak: bool) -> int | None:
        """Run a step to its end and return its exit status."""
        return ended(self.begin(step, url, "", weak=weak), PATIENCE)

    def begin(self, step: Step, url: str, point: str, *, weak: bool) -> int:
        words = tuple(str(self.feed) if word == FEED else word for word in step.command.words)
        self.said.unlink(missing_ok=True)
        return start(replace(step.command, words=words), url, self.said, point, weak=weak, tell_modules=not self.whole)

    def campaign(self, limit: int) -> None:
        """Play the next scene, with `limit` kills at most; then compare."""
        scene = self.scenes[self.counts["campaigns"] % len(self.scenes)]
        whole = self.uninterrupted(scene)
        self.counts["campaigns"] += 1
        url = self.new_store(f"store{self.counts['campaigns']}", scene.old)
        last = self.counts["kills"] + min(limit, self.each)
        for number, step in enumerate(scene.steps):
            allowed = last - (self.each // 2 if number + 1 < len(scene.steps) else 0)
            code = self.play(scene, step, url, whole, seconds=whole.seconds[number], last=allowed)
            self.counts["other_ends"] += code != 0
        rows = dump(url)
        different = sorted(set(rows) ^ set(whole.dump))
        self.counts["doubled"] += len(rows) - len(set(rows))
        self.counts["different"] += len(different) + (self.read_feed() != whole.feed)
        sys.stderr.write(f"{scene.name}: {dict(self.counts)}\n")
        sys.stderr.writelines(f"  {'has' if row in rows else 'lacks'} {row}\n" for row in different[:SHOWN])

    def play(self, scene: Scene, step: Step, url: str, whole: Whole, *, seconds: float, last: int) -> int | None:
        """Kill a step until it ends by itself, or until the kills are `last` in number; return its exit status."""
        if step.spared:
            return self.finish(step, url, weak=self.weak)
        first = self.chance.choice(step.first) if step.first else None
        while self.counts["kills"] < last:
            point = first or self.point(step) if first or self.chance.random() < self.named_share() else None
            code = self.kill(step, url, point, seconds)
            self.check(url, whole)
            first = None
            if code != -signal.SIGKILL:
                return code
            self.by_scene[scene.name] += 1
        return self.finish(step, url, weak=self.weak)

    def named_share(self) -> float:
        """Return how often the next kill is a named one, so that halves come out."""
        return 0.25 if self.counts["named"] > self.counts["random"] else 0.75

    def point(self, step: Step) -> Point:
        """Return a fail point; one that is rarely come by, or at the end only, ends a campaign and has its turn less often."""
        often = {point: ((self.points[point] + 1) / (self.tried[point] + 1)) ** 2 + 0.15 for point in step.points}
        weights = [weight / 10 if point is Point.RUN_FINISHED else weight for point, weight in often.items()]
        return self.chance.choices(step.points, weights)[0]

    def kill(self, step: Step, url: str, point: Point | None, seconds: float) -> int | None:
        """Run a step and kill it, at a random instant or at a fail point; return its exit status."""
        if point is None:
            return self.kill_from_outside(step, url, seconds)
        self.tried[point] += 1
        code = ended(self.begin(step, url, f"{point}:{self.passage(point)}", weak=self.weak), PATIENCE)
        self.counts["hung"] += code is None
        if code == -signal.SIGKILL:
            self.counts["named"] += 1
            self.counts["kills"] += 1
            self.points[point] += 1
        return code

    def passage(self, point: Point) -> int:
        """Return at which passage of a point to die; most of those that a run passes only once are in `OF_THE_START`."""
        if point in (*OF_THE_START, *OF_THE_FEED, Point.RUN_FINISHED):
            return self.chance.randint(1, 5) if point is Point.MIGRATION_STATEMENT else 1
        return self.chance.choice((1, 1, 2, 3, 5))

    def kill_from_outside(self, step: Step, url: str, seconds: float) -> int | None:
        pid = self.begin(step, url, "", weak=self.weak)
        self.counts["tries"] += 1
        if self.counts["tries"] % EARLY and step.command.port:
            code = ended_or_acknowledging(pid, self.said)
            code = ended(pid, self.chance.uniform(0, seconds / 20)) if code is None else code
        else:
            code = ended(pid, self.chance.uniform(0, seconds / 3 if step.command.port else seconds))
        if code is None:
            os.kill(pid, signal.SIGKILL)
            code = ended(pid, PATIENCE)
            self.counts["kills"] += 1
            self.counts["random"] += 1
            self.counts["random_after_the_first"] += bool(acknowledged(self.said))
        return code

    def check(self, url: str, whole: Whole) -> None:
        """The store opens, is sound, and holds everything that was acknowledged; a feed is complete or not there."""
        wanted = acknowledged(self.said)
        self.counts["acknowledged"] += len(wanted)
        self.counts["torn_feeds"] += self.read_feed() not in (b"", whole.feed)
        try:
            with Store.open(url) as store, store.database.read() as connection:
                held = {(row.url, row.digest) for row in connection.execute(text("SELECT url, digest FROM texts"))}
                if not self.server:
                    self.counts["damaged"] += connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok"
        except StoreError:
            self.counts["unopened"] += 1
            return
        self.counts["lost"] += len(wanted - held)

    def read_feed(self) -> bytes:
        return self.feed.read_bytes() if self.feed.exists() else b""


def dump(url: str) -> list[str]:
    with Store.open(url) as store:
        return list(store.dump())
