"""Health in words and numbers: a table, a paragraph for a mail, JSON, and the text format of Prometheus."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kznews.store import Health

RATES_TOLD = ("field:",)
"""Rates that go to Prometheus: one series for each field; selectors and sources would be thousands."""


def mail(found: Sequence[Health]) -> str:
    """Return one paragraph that a mail may begin with: what is wrong, and how many portals are well."""
    ill = [one for one in found if one.alarms and not one.accepted_at]
    if not found:
        return "No run has been measured yet.\n"
    last = max(one.measured_at for one in found)
    said = [f"{one.portal}: {'; '.join(alarm['line'] for alarm in one.alarms)}." for one in ill]
    well = len(found) - len(ill)
    said.append(f"{well} of {len(found)} portals as before; last run {last:%Y-%m-%d %H:%M} UTC.")
    if ill:
        said.append("`scrapy health PORTAL` says more, docs/health.md what to do.")
    return " ".join(said) + "\n"


def as_json(found: Sequence[Health]) -> str:
    """Return a JSON object: portal -> run, kind, measured_at, alarms, accepted_at, figures."""
    whole = {
        one.portal: {
            "run": one.run,
            "kind": one.kind,
            "measured_at": one.measured_at.isoformat(),
            "alarms": one.alarms,
            "accepted_at": one.accepted_at.isoformat() if one.accepted_at else None,
            "figures": one.figures,
        }
        for one in found
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def prometheus(found: Sequence[Health]) -> str:
    """Return gauges in the text format that node_exporter's textfile collector reads."""
    from prometheus_client import CollectorRegistry, Gauge, generate_latest  # noqa: PLC0415 - few runs need it

    registry = CollectorRegistry()

    def gauge(name: str, meaning: str, *labels: str) -> Gauge:
        return Gauge(f"kznews_{name}", meaning, ("portal", *labels), registry=registry)

    at = gauge("last_run_timestamp_seconds", "End of the last run of the portal")
    alarms = gauge("alarms", "What was unlike earlier runs in the last run, not yet accepted")
    counts = gauge("last_run_articles", "Articles of the last run", "what")
    length = gauge("body_letters_median", "Median length of the articles of the last run")
    share = gauge("field_coverage_ratio", "Share of the articles of the last run that have a field", "field")
    for one in found:
        at.labels(one.portal).set(one.measured_at.timestamp())
        alarms.labels(one.portal).set(0 if one.accepted_at else len(one.alarms))
        for name in ("articles", "new", "updated"):
            counts.labels(one.portal, "read" if name == "articles" else name).set(one.figures.get(name, 0))
        if one.figures.get("length"):
            length.labels(one.portal).set(one.figures["length"][1])
        for name, (hits, cases) in one.figures.get("rates", {}).items():
            if name.startswith(RATES_TOLD) and cases:
                share.labels(one.portal, name.partition(":")[2]).set(hits / cases)
    return generate_latest(registry).decode()


def text(found: Sequence[Health]) -> str:
    """Return a few lines for each portal: when its last run was, what it brought, and what was unlike earlier ones."""
    return "".join("".join(f"{line}\n" for line in _told(one)) for one in found) or "No run has been measured yet.\n"


def told_state(alarms: Sequence[object]) -> str:
    """Return the state of a portal in two words."""
    return f"{len(alarms)} alarm{'s' if len(alarms) > 1 else ''}" if alarms else "as before"


def _told(one: Health) -> Iterator[str]:
    alarms = [] if one.accepted_at else one.alarms
    state = told_state(alarms)
    figures = one.figures
    counts = f"{figures.get('articles', 0)} articles, {figures.get('new', 0)} new, {figures.get('updated', 0)} updated"
    yield f"{one.portal:<14} {one.measured_at:%Y-%m-%d %H:%M} UTC  {one.kind:<8} {counts}  {state}"
    yield from (f"    {alarm['line']}" for alarm in alarms)


FORMATS: dict[str, Callable[[Sequence[Health]], str]] = {"text": text, "mail": mail, "json": as_json, "prometheus": prometheus}
