"""What forwarding is allowed to do."""

import asyncio
import os
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from .allowed import AllowedHost

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Finds the addresses of a host, to be connected to at a port."""

ENTRA = "https://login.microsoftonline.com"
"""Where Microsoft Entra ID issues tokens."""


async def look_up(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of a host. Raises OSError where it knows none."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass(frozen=True, kw_only=True, slots=True)
class UpstreamSettings:
    """What may be forwarded to, and the limits of it. Without allowed hosts nothing is forwarded.

    connect_seconds: longest time until a connection stands. answer_seconds: longest time for a
    whole answer, and between the pieces of a stream; a workspace gives a model 297 s.
    answer_bytes: largest answer, streams included. calls: forwarded at the same time; more are
    answered with 429. hops: servers like this one that a request may have passed.

    resolve: finds addresses. environment: where references to secrets are looked up.
    entra: the address that logs in to Azure; its host has to be allowed, too.
    """

    allowed: tuple[AllowedHost, ...] = ()
    connect_seconds: float = 5.0
    answer_seconds: float = 297.0
    answer_bytes: int = 32 * 1024 * 1024
    calls: int = 100
    hops: int = 4
    resolve: Resolve = look_up
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)
    entra: str = ENTRA
