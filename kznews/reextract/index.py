"""Indexes of archives: where the records of some hosts lie, so that nothing else is fetched.

Read are lines of CDXJ (`com,example)/path 20240101000000 {"url": ..., "filename": ..., "offset": ..., "length": ...}`, gzip or
not), Common Crawl's `cluster.idx`, which says in which blocks of its CDX files a key lies, and its columnar index (Parquet).
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kznews.archives.faults import ArchiveError
from kznews.archives.opening import filesystem, reaching, scheme_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kznews.reextract.hosts import Hosts

SPANS = 500
"""Records of one task: some seconds of work, so that a worker that dies costs little."""
CLUSTER = "cluster.idx"
_COLUMNS = ("url", "fetch_status", "content_mime_type", "warc_filename", "warc_record_offset", "warc_record_length")
_PAGES = ("text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/rss+xml", "application/json", "")
"""Kinds of content that a page or a source may be, as indexes name them."""
MAX_LINE = 64 * 2**10
"""Bytes of a line of an index; addresses end long before."""

Span = tuple[str, int, int]


def spans_of(path: str, hosts: Hosts) -> Iterator[Span]:
    """Yield archive, byte and length of the records that an index names for wanted hosts; raises ArchiveError or OSError.

    Without portals of its own (hosts: any) everything is named. Captures that are no page by status or kind are left out.
    """
    if path.endswith(CLUSTER):
        return _from_cluster(path, hosts)
    if path.endswith(".parquet") or _is_folder(path):
        return _from_parquet(path, hosts)
    return _from_lines(_lines(path), hosts, path)


def grouped(spans: Iterable[Span], base: str) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """Yield archives, each with its records in the order of their bytes; `base` goes before names that are relative."""
    by_file: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for name, at, length in spans:
        by_file[name].add((at, length))
    for name in sorted(by_file):
        places = sorted(by_file[name])
        path = name if scheme_of(name) or name.startswith("/") or not base else f"{base.rstrip('/')}/{name}"
        yield path, tuple(places)


def surt_host(host: str) -> str:
    """Return a host as the keys of indexes begin: its names turned round, without www.

    >>> surt_host("www.egemen.kz")
    'kz,egemen'
    """
    return ",".join(reversed(host.removeprefix("www.").split(".")))


def _is_folder(path: str) -> bool:
    system, inner = filesystem(path)
    return bool(scheme_of(path) not in ("http", "https") and system.isdir(inner))


def _opened(path: str) -> Any:
    with reaching(path):
        system, inner = filesystem(path)
        if not system.exists(inner):
            raise ArchiveError(f"no index at {path}")
        return system.open(inner, "rb")


def _lines(path: str) -> Iterator[bytes]:
    with _opened(path) as raw:
        file = gzip.GzipFile(fileobj=raw) if path.endswith(".gz") else raw
        try:
            while line := file.readline(MAX_LINE):
                yield line
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise ArchiveError(f"{path}: a damaged index: {error}") from error


def _from_lines(lines: Iterable[bytes], hosts: Hosts, path: str) -> Iterator[Span]:
    keys = tuple(f"{surt_host(host)})".encode() for host in hosts.portals)
    for number, line in enumerate(lines):
        if number == 0 and b"{" not in line and not line.startswith(b"!"):
            raise ArchiveError(f"{path}: not an index of CDXJ: {line[:80]!r}")
        # By its key first: a line in a thousand is ours, and JSON is slow.
        if hosts.others is None and not line.startswith(keys):
            continue
        brace = line.find(b"{")
        try:
            said = json.loads(line[brace:]) if brace >= 0 else None
            if said and _is_wanted(said.get("url", ""), said.get("status", "200"), said.get("mime", ""), hosts):
                yield said["filename"], int(said["offset"]), int(said["length"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ArchiveError(f"{path}: not a line of CDXJ: {line[:80]!r} ({error})") from error


def _is_wanted(url: str, status: object, mime: str, hosts: Hosts) -> bool:
    return hosts.portal(url) is not None and str(status) == "200" and mime.split(";", maxsplit=1)[0].strip().lower() in _PAGES


def _from_cluster(path: str, hosts: Hosts) -> Iterator[Span]:
    """Look the hosts up in a cluster.idx: each of its lines names the first key of a block, and where the block lies."""
    entries = [line.decode().rstrip("\n").split("\t") for line in _lines(path)]
    if any(len(entry) < 4 for entry in entries):  # noqa: PLR2004 - key and time, file, byte, length
        raise ArchiveError(f"{path}: not a cluster.idx: key, file, byte and length belong on every line")
    firsts = [entry[0] for entry in entries]
    wanted = sorted({at for host in hosts.portals for at in _blocks(firsts, f"{surt_host(host)})")})
    folder = path.removesuffix(CLUSTER)
    for at in wanted:
        _, name, start, length = entries[at][:4]
        system, inner = filesystem(f"{folder}{name}")
        block = system.cat_file(inner, start=int(start), end=int(start) + int(length))
        yield from _from_lines(gzip.GzipFile(fileobj=io.BytesIO(block)), hosts, f"{folder}{name}")


def _blocks(firsts: list[str], prefix: str) -> range:
    """Return the numbers of the blocks that may hold keys with a prefix, of blocks that begin with `firsts`, in order."""
    first = _bisect(firsts, lambda key: key < prefix)
    last = _bisect(firsts, lambda key: key < prefix or key.startswith(prefix))
    return range(max(first - 1, 0), last)


def _bisect(keys: list[str], before: Callable[[str], bool]) -> int:
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        if before(keys[middle]):
            low = middle + 1
        else:
            high = middle
    return low


def _from_parquet(path: str, hosts: Hosts) -> Iterator[Span]:
    """Read the columnar index; the condition on the host is handed down, so that row groups without them are not fetched."""
    import pyarrow.dataset as ds  # noqa: PLC0415 - takes a tenth of a second

    system, inner = filesystem(path)
    data = ds.dataset(inner, filesystem=system, format="parquet", partitioning="hive")
    if missing := [name for name in (*_COLUMNS, "url_host_name") if name not in data.schema.names]:
        raise ArchiveError(f"{path}: not a columnar index: no column {', '.join(missing)}")
    wanted = None if hosts.others is not None else ds.field("url_host_name").isin(sorted(hosts.portals))
    for batch in data.to_batches(columns=list(_COLUMNS), filter=wanted):
        for row in batch.to_pylist():
            if _is_wanted(row["url"], row["fetch_status"], row["content_mime_type"] or "", hosts):
                yield row["warc_filename"], int(row["warc_record_offset"]), int(row["warc_record_length"])
