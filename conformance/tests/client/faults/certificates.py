"""Throw-away certificates for servers on loopback."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme

__all__ = ["Certificates"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Certificates:
    """What one authority, made for this run, certifies."""

    authority: trustme.CA

    def server(self, host: str = "127.0.0.1", *, expired: bool = False) -> ssl.SSLContext:
        """The side of a server that calls itself ``host``."""
        now = datetime.now(UTC)
        age = timedelta(days=2)
        leaf = self.authority.issue_cert(
            host,
            not_before=now - age,
            not_after=now - age / 2 if expired else now + age,
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with leaf.private_key_and_cert_chain_pem.tempfile() as file:
            context.load_cert_chain(file)
        return context

    def demanding_server(self) -> ssl.SSLContext:
        """The side of a server that wants to see a certificate of the client's."""
        context = self.server()
        context.verify_mode = ssl.CERT_REQUIRED
        self._trust(context)
        return context

    def client(self) -> ssl.SSLContext:
        """The side of a client that trusts the authority."""
        context = ssl.create_default_context()
        self._trust(context)
        return context

    def other(self) -> "Certificates":
        """Those of another authority, which nobody trusts."""
        return Certificates(authority=trustme.CA())

    def write_client(self, folder: Path) -> str:
        """The file of a client's certificate and key."""
        file = folder / "client.pem"
        self.authority.issue_cert("client.test").private_key_and_cert_chain_pem.write_to_path(file)
        return str(file)

    def _trust(self, context: ssl.SSLContext) -> None:
        context.load_verify_locations(cadata=self.authority.cert_pem.bytes().decode())
