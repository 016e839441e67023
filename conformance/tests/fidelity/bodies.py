"""Reads the bodies of recordings."""

import json
from typing import NoReturn

from invocant_conformance.json_values import JsonValue, checked

from .recordings import Message
from .schemas import Fault, fault


def json_of(message: Message) -> tuple[JsonValue, Fault | None]:
    """Read a body as JSON of RFC 8259, or say why it cannot be; without one the value is None."""
    if message.body is None:
        return None, None
    if message.cut:
        return None, fault("cut", "only the beginning was recorded")
    if message.binary:
        return None, fault("binary", "the recorded body is no text")
    try:
        value: object = json.loads(message.body, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        return None, fault("json", str(error))
    return checked(value), None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a JSON value")
