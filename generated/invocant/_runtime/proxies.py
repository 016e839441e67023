# Copied from codegen/runtime/; do not edit.
"""Which proxy is used for an origin."""

from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx

from .engines import CoreLibrary
from .errors import ConfigurationError

if TYPE_CHECKING:
    import httpcore

__all__ = ["core_proxy", "proxy_faults", "proxy_for"]


def proxy_for(origin: str) -> str | None:
    """The environment's proxy. A transport would not look for it itself."""
    parts = urlsplit(origin)
    found = getproxies()
    proxy = found.get(parts.scheme) or found.get("all")
    # With and without port; NO_PROXY names an IPv6 address without the brackets of ``netloc``.
    if not proxy or proxy_bypass(parts.netloc) or proxy_bypass(parts.hostname or ""):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def core_proxy(beneath: CoreLibrary, url: str) -> "httpcore.Proxy":
    """A proxy in the terms of httpcore. Raises ValueError, httpx.InvalidURL or ImportError."""
    proxy = httpx.Proxy(url)
    if proxy.url.scheme.startswith("socks") and find_spec("socksio") is None:
        raise ImportError("socksio")
    address = beneath.URL(
        scheme=proxy.url.raw_scheme,
        host=proxy.url.raw_host,
        port=proxy.url.port,
        target=proxy.url.raw_path,
    )
    return beneath.Proxy(address, auth=proxy.raw_auth, headers=proxy.headers.raw)


@contextmanager
def proxy_faults() -> Generator[None]:
    """Turn what a library says of an unusable proxy into a ConfigurationError without its URL."""
    try:
        yield
    except ImportError:
        fault = "proxy: SOCKS needs an extra: pip install 'httpx[socks]'"
    except (ValueError, httpx.InvalidURL):
        fault = "proxy: not the address of an HTTP or SOCKS proxy"
    else:
        return
    raise ConfigurationError(fault)
