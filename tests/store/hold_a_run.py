"""A process that holds a run's lock until it is killed or its input ends: prints "held" or "busy".

python -m tests.store.hold_a_run URL PORTAL
"""

from __future__ import annotations

import sys

from kznews.store import hold_run

if __name__ == "__main__":
    lock = hold_run(sys.argv[1], sys.argv[2])
    sys.stdout.write("busy\n" if lock is None else "held\n")
    sys.stdout.flush()
    sys.stdin.read()
