"""Which servers requests may be forwarded to; pure."""

import ipaddress
import re
from collections.abc import Collection
from dataclasses import dataclass

import httpx

_PORTS = {"http": 80, "https": 443}
_HOST_AND_PORT = re.compile(r"(?P<host>\[[^][/@]+\]|[^][:/@?#*%\s\\]+)(?::(?P<port>[0-9]{1,5}))?")


@dataclass(frozen=True, kw_only=True, slots=True)
class AllowedHost:
    """A host that may be forwarded to, at one port; None stands for the port of the scheme."""

    host: str
    port: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """Where a request goes. `host` is in lower case and has no brackets.

    target: path and query, percent-encoded.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the header Host has them."""
        host = _bracketed(self.host)
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def read_host(text: str) -> AllowedHost:
    """Read HOST or HOST:PORT; an IPv6 address with a port stands in brackets.

    Raises ValueError for anything else: schemes, paths, wildcards, credentials.
    """
    wrong = f"{text!r} is no host, or host and port"
    shown = f"[{text}]" if text.count(":") > 1 and not text.startswith("[") else text
    found = _HOST_AND_PORT.fullmatch(shown)
    port = int(found["port"]) if found and found["port"] else None
    if found is None or (port is not None and not 0 < port <= 65535):
        raise ValueError(wrong)
    try:
        return AllowedHost(host=_host(httpx.URL(f"http://{found['host']}/")), port=port)
    except httpx.InvalidURL:
        raise ValueError(wrong) from None


def read_url(text: str) -> Address:
    """Read an address to send requests to.

    Raises ValueError, saying what is wrong with it, for other schemes than http and https, for
    user names and passwords, for fragments, and for what is no URL.
    """
    try:
        url = httpx.URL(text.strip())
    except httpx.InvalidURL:
        raise ValueError("is no URL") from None
    if url.scheme not in _PORTS:
        raise ValueError("has another scheme than http and https")
    if url.userinfo or "@" in text.partition("://")[2].partition("/")[0]:
        raise ValueError("names a user")
    if url.fragment or not url.host:
        raise ValueError("has a fragment" if url.fragment else "names no host")
    return Address(
        scheme=url.scheme,
        host=_host(url),
        port=url.port or _PORTS[url.scheme],
        target=url.raw_path.decode("ascii"),
    )


def permits(allowed: Collection[AllowedHost], address: Address) -> bool:
    """Whether one of the hosts, at its port, is the one of an address."""
    return any(
        each.host == address.host and (each.port or _PORTS[address.scheme]) == address.port
        for each in allowed
    )


def _host(url: httpx.URL) -> str:
    host = url.raw_host.decode("ascii").lower().strip("[]").removesuffix(".")
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return host


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
