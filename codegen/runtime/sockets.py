"""What connections ask of TCP."""

import socket
from typing import Final

__all__ = ["opened", "options"]

# Address translation forgets silent connections after some minutes; a model may think longer.
KEEPALIVE_SECONDS: Final = 60
KEEPALIVE_PROBES: Final = 5


def options() -> list[tuple[int, int, int]]:
    """TCP keep-alive, so that a dead connection is noticed and a silent one is not forgotten."""
    wanted = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]
    for name, value in (
        ("TCP_KEEPIDLE", KEEPALIVE_SECONDS),
        ("TCP_KEEPINTVL", KEEPALIVE_SECONDS),
        ("TCP_KEEPCNT", KEEPALIVE_PROBES),
    ):
        number: int | None = getattr(socket, name, None)
        if number is not None:
            wanted.append((socket.IPPROTO_TCP, number, value))
    return wanted


def opened(family: int, kind: int, protocol: int) -> socket.socket:
    """An unconnected socket that has the options."""
    made = socket.socket(family, kind, protocol)
    for option in options():
        made.setsockopt(*option)
    return made
