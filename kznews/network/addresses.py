"""Which IP addresses may be connected to: those of the public Internet, and what GATE_ALLOW opens. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# IANA's special-purpose registries (RFC 6890 and updates), written out: Python's own tables differ between its releases.
_NOT_PUBLIC_4 = (
    "0.0.0.0/8",  # this network; Linux takes 0.0.0.0 for itself
    "10.0.0.0/8",  # private, RFC 1918
    "100.64.0.0/10",  # carrier-grade NAT, RFC 6598; one cloud's metadata service is 100.100.100.200
    "127.0.0.0/8",  # loopback
    "168.63.129.16/32",  # Azure's platform address, which only its own machines can reach
    "169.254.0.0/16",  # link-local, RFC 3927; the metadata service of most clouds
    "172.16.0.0/12",  # private
    "192.0.0.0/24",  # protocol assignments, RFC 6890; another cloud's metadata service
    "192.0.2.0/24",  # documentation, RFC 5737
    "192.88.99.0/24",  # relays of 6to4, RFC 7526
    "192.168.0.0/16",  # private
    "198.18.0.0/15",  # benchmarks, RFC 2544
    "198.51.100.0/24",  # documentation
    "203.0.113.0/24",  # documentation
    "224.0.0.0/4",  # multicast
    "240.0.0.0/4",  # reserved, and broadcast
)
_GLOBAL_6 = IPv6Network("2000::/3")
"""All that is handed out as global unicast. What is outside (loopback, ULA, link-local, multicast, and every form that carries
an IPv4 address: mapped, compatible, translated, NAT64) is never public."""
_NOT_PUBLIC_6 = (
    "2001::/23",  # protocol assignments: Teredo, benchmarks, ORCHID
    "2001:db8::/32",  # documentation, RFC 3849
    "2002::/16",  # 6to4: carries an IPv4 address
    "3fff::/20",  # documentation, RFC 9637
)
_BLOCKED_4 = tuple(map(IPv4Network, _NOT_PUBLIC_4))
_BLOCKED_6 = tuple(map(IPv6Network, _NOT_PUBLIC_6))


def is_public(address: Address) -> bool:
    """Return whether an address is one of the public Internet."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _BLOCKED_4)
    if address.scope_id is not None:  # a zone (fe80::1%eth0) means this machine's links, whatever stands before it
        return False
    return address in _GLOBAL_6 and not any(address in network for network in _BLOCKED_6)


@dataclass(frozen=True, slots=True)
class AddressGate:
    """What may be connected to."""

    opened: tuple[Network, ...] = ()
    """Networks that are open although they are not public; an IPv4 network opens no IPv6 spelling of its addresses."""

    def passes(self, literal: str) -> bool:
        """Return whether a literal address may be connected to; what is not a literal address may not."""
        try:
            address = ip_address(literal)
        except ValueError:
            return False
        return is_public(address) or any(address.version == network.version and address in network for network in self.opened)

    def passing(self, literals: Iterable[str]) -> tuple[str, ...]:
        """Return those of the literal addresses that may be connected to, in their order, each once."""
        return tuple(dict.fromkeys(filter(self.passes, literals)))


def gate_from(setting: str) -> AddressGate:
    """Return the gate that a setting opens: literal addresses and networks, parted by commas or blanks; raises ValueError."""
    return AddressGate(tuple(ip_network(part) for part in re.split(r"[,\s]+", setting) if part))
