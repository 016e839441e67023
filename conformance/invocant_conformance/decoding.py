"""Reads the bodies of answers; what cannot be read fails the check that asked for it."""

import functools
import json
from typing import NoReturn

from .exchange import Exchange
from .json_values import JsonValue, checked
from .outcomes import Failed


def json_of(exchange: Exchange) -> JsonValue:
    """Return the body of an answer as JSON; of duplicate keys the last one counts.

    Many checks read one answer, so they share what is returned: nobody may change it.

    Raises Failed when the body is not JSON of RFC 8259 in UTF-8; NaN and Infinity are not.
    """
    try:
        return _read(exchange.body)
    except (ValueError, RecursionError) as error:
        start = exchange.body[:80].decode(errors="backslashreplace")
        message = f"answer {exchange.status} is not JSON ({error}): it starts with {start!r}"
        raise Failed(message, exchange) from None


@functools.lru_cache(maxsize=32)
def _read(body: bytes) -> JsonValue:
    value: object = json.loads(body.decode(), parse_constant=_refuse)
    return checked(value)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a JSON value")
