"""The configuration of schemathesis for a run; pure."""

from collections.abc import Collection
from typing import Final

from ..connection import Connection
from ..credentials import Credentials
from ..json_values import JsonValue
from .mapping import UNUSED

_NO_SERVER_FAULT: Final[list[JsonValue]] = ["2xx", "3xx", "4xx", "501", "502", "503", "504"]
"""Statuses that ERR-SERVER-001 allows; only 500 says that the request made the server fail."""

_CLOSING: Final[dict[str, JsonValue]] = {"Connection": "close"}
_LONGEST_STREAM: Final = 5000
_LONGEST_CHAIN: Final = 6
_FEW: Final = 5


def config(
    *,
    url: str,
    credentials: Credentials,
    connection: Connection,
    seed: int,
    examples: int,
    exhaustive: bool,
    budgeted: bool,
    timeout: float,
    repeating: Collection[str],
    own: bool = False,
) -> dict[str, JsonValue]:
    """Return the configuration of a phase.

    `examples` is the number of generated requests for an operation and of chains. `exhaustive`
    switches on the coverage phase, which has hundreds of requests for an operation with a body.
    `repeating` are ids of operations whose requests have the schema of another one's: these get a
    few generated requests, since all that the schema says is tried with the other.
    Where requests are `budgeted`, the check that sends further ones for each is switched off; a
    directed check tries the same. Credentials are not generated: what broken ones lead to is the
    business of AUTH-TOKEN, which directed checks try, and says nothing of any other rule. Every
    request has a connection of its own, since a server may drop one after an answer, which only
    our `own` does not do.
    """
    token = credentials.bearer
    bearer: JsonValue = {"openapi": {"bearer": {"bearer": token}}} if token else {}
    signed = {} if token or credentials.login else dict(credentials.sent())
    repeated: JsonValue = [
        {
            "include-operation-id": [*repeating],
            "phases": {"coverage": {"enabled": False}},
            "generation": {"max-examples": min(examples, _FEW)},
        }
    ]
    unused: dict[str, JsonValue] = {name: {"enabled": False} for name in UNUSED}
    if not token or credentials.keys or budgeted:
        unused["ignored_auth"] = {"enabled": False}
    return {
        "base-url": url,
        "seed": seed,
        "continue-on-failure": True,
        "max-stream-events": _LONGEST_STREAM,
        "request-timeout": timeout,
        "warnings": False,
        "cache": {"enabled": False},
        "auth": bearer,
        "headers": {**({} if own else _CLOSING), **credentials.keys, **signed},
        **_connecting(connection),
        "checks": {**unused, "not_a_server_error": {"expected-statuses": _NO_SERVER_FAULT}},
        "generation": {
            "deterministic": True,
            "database": "none",
            "max-examples": examples,
            "with-security-parameters": False,
        },
        "phases": {
            "coverage": {"enabled": exhaustive},
            "stateful": {"max-steps": _LONGEST_CHAIN},
        },
        "operations": repeated if repeating else [],
    }


def _connecting(connection: Connection) -> dict[str, JsonValue]:
    """Return the settings of TLS and proxy."""
    verify: JsonValue = str(connection.ca_file) if connection.ca_file else True
    settings: dict[str, JsonValue] = {"tls-verify": False if connection.insecure else verify}
    if connection.client_cert is not None:
        settings["request-cert"] = str(connection.client_cert)
    if connection.client_key is not None:
        settings["request-cert-key"] = str(connection.client_key)
    if connection.proxy is not None:
        settings["proxy"] = connection.proxy
    return settings
