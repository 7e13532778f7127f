"""The index of bands: which articles may be alike.

Two articles are compared if they share a band and stand, in the order of time, at most WINDOW places apart among those who
share it. In a band of common size these are all; of a form that is filled in every day, with thousands of articles in each of
its bands, they are the neighbours in time. So the cost of an article does not grow with the crowd, and who is compared with
whom follows from the articles, not from the order in which they came.
"""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete

from kznews.store import prepared
from kznews.store.failpoints import Point, reach
from kznews.store.story_schema import bands
from kznews.stories.sketch import BANDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.engine import Connection

    from kznews.store.signing import Signed

WINDOW: Final = 4
"""Enough to join a speech that thirty portals print on one day into one story, each copy to the next ones. What a form is filled
in with has bands of its own, so that a copy of an old notice is found among thousands of its kind. Each article of a crowd meets
about twenty-five others so, which takes 2 ms; with a window of 8 it would be fifty."""
Around = list[tuple[list[int], list[int]]]
"""For each band the numbers of the articles before and behind a place, the nearest first."""
_IN_TIME: Final = itemgetter(2, 3)
_NUMBERED: Final = tuple(f"b{number}" for number in range(BANDS))


def around(connection: Connection, one: Signed) -> Around:
    """Return the neighbours of an article in each of its bands, itself left out."""
    found: Around = [([], []) for _ in range(BANDS)]
    if not one.bands:
        return found
    rows = prepared.execute(connection, _windows(connection.dialect.name, WINDOW), _places_of(one)).fetchall()
    for number, behind, _, ref in sorted(rows, key=_IN_TIME):
        found[number][behind].append(ref)
    return [(before[::-1], behind) for before, behind in found]


def straddling(found: Around) -> Iterator[tuple[int, int]]:
    """Yield the pairs of neighbours who are WINDOW places apart without the article between them, and one more with it."""
    for before, behind in found:
        for place, ref in enumerate(before):
            if (other := WINDOW - 1 - place) < len(behind):
                yield ref, behind[other]


def parted(found: Around) -> set[tuple[int, int]]:
    """Return the pairs of neighbours whom an article that has come between them may keep from being compared.

    They are `straddling` in a band, and nearer to each other in no band of the article.
    """
    still = {
        (ref, other)
        for before, behind in found
        for place, ref in enumerate(before)
        for other in behind[: max(0, WINDOW - 1 - place)]
    }
    return set(straddling(found)) - still


def near(connection: Connection, one: Signed, other: Signed, *, beside: Iterable[int] = ()) -> bool:
    """Return whether two articles are to be compared, as far as the bands tell that are not among `beside`."""
    first, last = sorted((one, other), key=lambda signed: (signed.moment, signed.ref))
    shared = sorted(set(one.bands) & set(other.bands) - set(beside))
    if not shared:
        return False
    ends = {"m1": first.moment, "r1": first.ref, "m2": last.moment, "r2": last.ref}
    query = _between(connection.dialect.name, len(shared), WINDOW)
    return bool(prepared.execute(connection, query, _numbered(shared) | ends).fetchone()[0])


def put_bands(connection: Connection, one: Signed) -> None:
    """Write an article into the index."""
    if not one.bands:
        return
    prepared.execute(connection, _insert(connection.dialect.name), _places_of(one))
    reach(Point.STATEMENT)
    reach(Point.BANDS_WRITTEN)


def drop_bands(connection: Connection, one: Signed) -> None:
    """Take an article out of the index."""
    here = (bands.c.moment == one.moment, bands.c.ref == one.ref, bands.c.band.in_(one.bands))
    connection.execute(delete(bands).where(*here))
    reach(Point.BANDS_WRITTEN)


def _places_of(one: Signed) -> dict[str, int]:
    """Return the parameters of a statement about an article in all its bands."""
    return _numbered(one.bands) | {"m": one.moment, "r": one.ref}


def _numbered(values: Sequence[int]) -> dict[str, int]:
    return dict(zip(_NUMBERED, values, strict=False))


# Written as text, since these are the dearest statements of a page: building them anew costs more than running them.


def _named(dialect: str, name: str) -> str:
    return f"%({name})s" if dialect == "postgresql" else f":{name}"


@cache
def _windows(dialect: str, window: int) -> str:
    moment, ref = _named(dialect, "m"), _named(dialect, "r")
    return " UNION ALL ".join(
        f"SELECT * FROM (SELECT {number} AS number, {behind} AS behind, moment, ref FROM bands"  # noqa: S608 - our own names
        f" WHERE band = {_named(dialect, f'b{number}')} AND (moment, ref) {than} ({moment}, {ref})"
        f" ORDER BY moment {way}, ref {way} LIMIT {window}) AS found"
        for number in range(BANDS)
        for behind, than, way in ((0, "<", "DESC"), (1, ">", "ASC"))
    )


@cache
def _between(dialect: str, count: int, window: int) -> str:
    """Return the question whether fewer than `window` articles stand between two in any of so many bands."""
    m1, r1, m2, r2 = (_named(dialect, name) for name in ("m1", "r1", "m2", "r2"))
    fewer = (
        f"(SELECT count(*) FROM (SELECT 1 FROM bands WHERE band = {_named(dialect, name)}"  # noqa: S608 - our own names
        f" AND (moment, ref) > ({m1}, {r1}) AND (moment, ref) < ({m2}, {r2}) LIMIT {window}) AS between_them) < {window}"
        for name in _NUMBERED[:count]
    )
    return f"SELECT {' OR '.join(fewer)}"


@cache
def _insert(dialect: str) -> str:
    moment, ref = _named(dialect, "m"), _named(dialect, "r")
    rows = ", ".join(f"({_named(dialect, f'b{number}')}, {moment}, {ref})" for number in range(BANDS))
    return f"INSERT INTO bands (band, moment, ref) VALUES {rows} ON CONFLICT DO NOTHING"  # noqa: S608 - our own names
