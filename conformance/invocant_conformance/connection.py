"""How the target is connected to: TLS and proxy. What the environment says of them is not used.

A proxy that nobody named would be judged in the target's place, and differ between machines.
"""

import ssl
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx


class UnusableCertificate(Exception):
    """A file of certificates or keys cannot be used; the message is one line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Connection:
    """TLS and proxy of a run.

    ca_file: PEM file of the authorities to trust, in the place of the usual ones.
    client_cert, client_key: PEM files of the client's certificate and its key, which may be in
        the former; keys with a passphrase are not read.
    insecure: whether the server's certificate is accepted unseen.
    proxy: the address of an HTTP proxy, with credentials where it wants them.
    """

    ca_file: Path | None = None
    client_cert: Path | None = None
    client_key: Path | None = None
    insecure: bool = False
    proxy: str | None = field(default=None, repr=False)

    def context(self) -> ssl.SSLContext:
        """Return the client's side of TLS. Raises UnusableCertificate."""
        context = self._trusting()
        if self.insecure:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        if self.client_cert is not None:
            self._load_client(context, self.client_cert)
        return context

    @property
    def secrets(self) -> frozenset[str]:
        """The values that no output may show."""
        address = urlsplit(self.proxy or "")
        return frozenset(filter(None, (address.password,)))

    @property
    def curl(self) -> tuple[str, ...]:
        """The words by which curl connects in the same way; $PROXY stands for the proxy."""
        files = {"--cacert": self.ca_file, "--cert": self.client_cert, "--key": self.client_key}
        words = [word for name, path in files.items() if path for word in (name, str(path))]
        proxy = ("--proxy", "$PROXY") if self.proxy else ()
        return (*words, *(("--insecure",) if self.insecure else ()), *proxy)

    def _trusting(self) -> ssl.SSLContext:
        if self.ca_file is None:
            return httpx.create_ssl_context(trust_env=False)
        try:
            return ssl.create_default_context(cafile=str(self.ca_file))
        except OSError as error:
            raise UnusableCertificate(f"{self.ca_file}: {_reason(error)}") from None

    def _load_client(self, context: ssl.SSLContext, certificate: Path) -> None:
        try:
            context.load_cert_chain(certificate, self.client_key, password=lambda: b"")
        except OSError as error:
            files = f"{certificate}, {self.client_key}" if self.client_key else str(certificate)
            raise UnusableCertificate(f"{files}: {_reason(error)}") from None


def _reason(error: OSError) -> str:
    if isinstance(error, ssl.SSLError):
        return f"no usable PEM ({error.reason or 'unreadable'})"
    return error.strerror or type(error).__name__
