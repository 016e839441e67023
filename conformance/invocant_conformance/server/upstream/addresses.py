"""Addresses that are never connected to, whatever name they were found under; pure.

They are those at which clouds hand out the credentials of their machines, and those that are no
address of a single host.
"""

import ipaddress
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address
from typing import Final

_NEVER: Final = tuple(
    ipaddress.ip_network(network)
    for network in (
        "169.254.0.0/16",  # Link-local; metadata of AWS, Azure, Google Cloud and others.
        "fe80::/10",
        "fd00:ec2::/32",  # AWS.
        "fd20:ce::254/128",  # Google Cloud.
        "100.100.100.200/32",  # Alibaba Cloud.
        "168.63.129.16/32",  # Azure.
        "192.0.0.192/32",  # Oracle Cloud.
        "0.0.0.0/8",  # Unspecified: this host by another name.
        "::/128",
        "224.0.0.0/4",  # Multicast, reserved, broadcast.
        "240.0.0.0/4",
        "ff00::/8",
    )
)
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
_COMPATIBLE: Final = ipaddress.IPv6Network("::/96")


def is_forbidden(address: str) -> bool:
    """Whether an address, or the IPv4 address within it, is never connected to.

    Raises ValueError for what is no address.
    """
    found = ipaddress.ip_address(address)
    return any(each in network for each in _meant(found) for network in _NEVER)


def _meant(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    yield address
    if isinstance(address, IPv4Address):
        return
    if address.scope_id is not None:
        yield (plain := IPv6Address(int(address)))
        address = plain
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        yield IPv4Address(int(address) & 0xFFFF_FFFF)
    inner = (address.ipv4_mapped, address.sixtofour, *(address.teredo or ()))
    yield from (each for each in inner if each is not None)
