"""Which portal a host belongs to: what an archive is filtered by before anything of it is parsed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from scrapy.settings import Settings

from kznews.archives.records import is_answer
from kznews.spiderloader import UNDECLARED, declared_portals

if TYPE_CHECKING:
    from kznews.archives.records import Head
    from kznews.portal import Portal

DECLARED, ANY = "declared", "any"
"""Words for hosts: those of the portal files, or every host, read by the general strategies where no file declares it."""


def host_of(url: str) -> str:
    """Return the host of an address in small letters, without a look at the rest of it.

    >>> host_of("https://user@Egemen.kz:443/a?b@c")
    'egemen.kz'
    """
    host = url.partition("://")[2].split("/", 1)[0].split("?", 1)[0].split("#", 1)[0].rpartition("@")[2]
    return host.partition(":")[0].lower().rstrip(".")


@dataclass(frozen=True)
class Hosts:
    """The hosts whose pages are read, each with its portal."""

    portals: dict[str, Portal]
    others: Portal | None = field(default=None)
    """The portal of hosts that no file declares, if they are read at all."""

    def portal(self, url: str) -> Portal | None:
        """Return the portal of an address, None where it is not to be read."""
        host = host_of(url)
        found = self.portals.get(host)
        return found if found or self.others is None or not host else self.others.at(host)

    def wanted(self, head: Head) -> bool:
        """Return whether a record may be a page that is to be read."""
        return is_answer(head) and self.portal(head.url) is not None


@lru_cache(maxsize=4)
def hosts_of(modules: tuple[str, ...], named: tuple[str, ...] = (DECLARED,)) -> Hosts:
    """Return the hosts that `named` names: hosts, names of portals, DECLARED or ANY; raises KeyError for one that is unknown.

    `modules` are those of the portal files (setting SPIDER_MODULES).
    """
    loader = "kznews.spiderloader.PortalLoader"
    declared = declared_portals(Settings({"SPIDER_MODULES": list(modules), "SPIDER_LOADER_CLASS": loader}))
    others = declared.pop(UNDECLARED)
    known = {host: portal for portal in reversed(declared.values()) for host in portal.hosts}  # of two the first by name
    if ANY in named:
        return Hosts(known, others)
    chosen: dict[str, Portal] = {}
    for name in named:
        if name == DECLARED:
            chosen |= known
        elif name in declared:
            chosen |= dict.fromkeys(declared[name].hosts, declared[name])
        elif name in known:
            chosen[name] = known[name]
        elif "." in name:
            chosen[name] = others.at(name)
        else:
            raise KeyError(f"{name} is neither a host nor a portal")
    if not named:
        raise KeyError("no host and no portal is named")
    return Hosts(chosen)
