"""Addresses of servers, checked and written in one way."""

from functools import lru_cache
from urllib.parse import urlsplit

from .errors import ConfigurationError

__all__ = ["base_url", "hostname", "origin", "same_origin"]


def base_url(argument: str, value: str, suffix: str = "") -> str:
    """The address with a scheme, without ``suffix``, final slash and the port that https implies.

    Raises ConfigurationError, naming the argument and never the address: it may hold a password.
    """
    url = (value if "://" in value else f"https://{value}").rstrip("/").removesuffix(suffix)
    fault = _fault(url)
    if fault:
        raise ConfigurationError(f"{argument}: {fault}")
    scheme, _, rest = url.rstrip("/").partition("://")
    server, slash, path = rest.partition("/")
    if scheme.lower() == "https":
        server = server.removesuffix(":443")
    return f"{scheme}://{server}{slash}{path}"


@lru_cache(maxsize=256)
def origin(url: str) -> str:
    """Scheme and server of an address that :func:`base_url` returned."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}"


def same_origin(url: str, base: str) -> bool:
    """Whether ``url`` is on the server of ``base``, both written as :func:`base_url` does."""
    server = origin(base)
    return url == server or url.startswith((f"{server}/", f"{server}?"))


def hostname(url: str) -> str:
    """The name of an address's server, in lower case."""
    return urlsplit(url).hostname or ""


def _fault(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        port = parts.port
        (parts.hostname or "").encode("idna")
    except ValueError:
        return "not a URL"
    if parts.scheme.lower() not in {"http", "https"}:
        return "the scheme must be http or https"
    if not parts.hostname or port == 0 or not url.isprintable() or " " in url:
        return "not a URL"
    if parts.username is not None or parts.query or parts.fragment:
        return "user, query and fragment are not allowed"
    return None
