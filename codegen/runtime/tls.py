"""Which certificates are trusted, and which one is shown."""

import ssl
from typing import Final
from urllib.parse import urlsplit

import httpx

from .errors import ConfigurationError

__all__ = ["Certificate", "ssl_context"]

Certificate = str | tuple[str, str]

SECURE: Final = "https"


def ssl_context(
    origin: str, verify: bool | ssl.SSLContext, cert: Certificate | None
) -> ssl.SSLContext:
    """The context for connections to ``origin``, the same whatever library opens them.

    Authorities are those of certifi, or of SSL_CERT_FILE and SSL_CERT_DIR. Raises
    ConfigurationError for a certificate that cannot be loaded.
    """
    if isinstance(verify, ssl.SSLContext):
        context = verify
    elif verify not in (True, False):
        raise ConfigurationError("verify: Must be a bool or an ssl.SSLContext")
    elif urlsplit(origin).scheme.lower() == SECURE and verify:
        context = httpx.create_ssl_context()
    elif verify:
        # Never used for a plain address, hence without the cost of reading certificates.
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        context = httpx.create_ssl_context(verify=False)
    if cert is not None:
        _load(context, (cert,) if isinstance(cert, str) else cert)
    return context


def _load(context: ssl.SSLContext, files: tuple[str, ...]) -> None:
    try:
        context.load_cert_chain(*files)
    except OSError as error:
        raise ConfigurationError(f"cert: cannot be loaded: {error.strerror}") from error
