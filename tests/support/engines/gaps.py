"""The list of template-field pairs that fail today: a ratchet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.support.engines.scoring import Score

GAPS = Path(__file__).with_name("known_gaps.json")


def write_gaps(found: list[Score]) -> int:
    """Write the failing pairs and return their number."""
    pairs = sorted({score.pair for score in found if not score.right})
    GAPS.write_text(json.dumps(pairs, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(pairs)
