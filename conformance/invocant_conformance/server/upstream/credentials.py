"""The credential that a query is signed with: looked up when it is needed, held no longer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ..vault import Secrets
from .errors import Trouble, UpstreamError
from .providers import Credential

VARIABLE: Final = "INVOCANT_SECRET_"
"""Begin of the names of environment variables that hold secrets: scope and key follow."""

_REFERENCE: Final = re.compile(r"\{\{secrets/([^/{}]+)/([^/{}]+)\}\}")
_OTHER: Final = re.compile("[^A-Z0-9]")
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9a-z-]+")
_RESERVED: Final = frozenset(
    {"host", "connection", "content-length", "content-type", "te", "transfer-encoding", "upgrade"}
    | {"accept", "accept-encoding", "via", "trailer", "expect", "proxy-authorization"}
)
_SHOWN: Final = "[REDACTED]"


@dataclass(frozen=True, kw_only=True, slots=True)
class Secret:
    """A secret that shows itself to nobody."""

    value: str = field(repr=False)

    def hidden_in(self, text: str) -> str:
        """Return a text without the secret, in case a provider repeats it."""
        return text.replace(self.value, _SHOWN)


def variable(reference: str) -> str:
    """Return the environment variable that a reference to a secret stands for."""
    found = _REFERENCE.fullmatch(reference)
    parts = found.groups() if found else (reference,)
    return VARIABLE + "_".join(_OTHER.sub("_", part.upper()) for part in parts)


def find(credential: Credential, kept: Secrets, environment: Mapping[str, str]) -> Secret:
    """Return the secret of a credential: from the environment if it is a reference.

    kept: the plaintext secrets of the served entity. Raises UpstreamError where there is none, and
    for one that no header can hold.
    """
    if credential.reference:
        name = variable(credential.reference)
        value = environment.get(name)
        missing = f"needs the secret {credential.reference}: set {name} where the server runs"
    else:
        value = kept.get(credential.field)
        missing = (
            f"needs its {credential.field}, which was sent in plaintext and is gone since the "
            "server was restarted: send it again, or a reference {{secrets/scope/key}}"
        )
    if not value:
        raise UpstreamError(Trouble.NO_SECRET, missing)
    if not value.isascii() or not value.isprintable() or value != value.strip():
        raise UpstreamError(Trouble.NO_SECRET, f"has a {credential.field} that no header can hold")
    return Secret(value=value)


def header(credential: Credential, secret: Secret) -> dict[str, str]:
    """Return the header that a secret is sent in. Raises UpstreamError for a name that is none."""
    if not _TOKEN.fullmatch(credential.header) or credential.header in _RESERVED:
        raise UpstreamError(Trouble.REFUSED, "has a key in a header that cannot be used for it")
    return {credential.header: credential.prefix + secret.value}
