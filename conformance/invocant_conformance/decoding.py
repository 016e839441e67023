"""Reads the bodies of answers; what cannot be read fails the check that asked for it."""

import json
from typing import NoReturn

from .exchange import Exchange
from .json_values import JsonValue, checked
from .outcomes import Failed


def json_of(exchange: Exchange) -> JsonValue:
    """Return the body of an answer as JSON; of duplicate keys the last one counts.

    Raises Failed when the body is not JSON of RFC 8259 in UTF-8; NaN and Infinity are not.
    """
    try:
        value: object = json.loads(exchange.body.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        start = exchange.body[:80].decode(errors="backslashreplace")
        message = f"answer {exchange.status} is not JSON ({error}): it starts with {start!r}"
        raise Failed(message, exchange) from None
    return checked(value)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a JSON value")
