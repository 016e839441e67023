"""What calls come to, in terms that can be compared."""

import json
from typing import Final

import pytest

from invocant import APIConnectionError, Model
from invocant_conformance.json_values import JsonValue

from .lanes import Caller, Result

__all__ = ["plain", "unsent"]

DEFAULT_RETRIES: Final = 2


def plain(result: Result) -> JsonValue:
    """A result as the JSON that it came from."""
    if isinstance(result, Model):
        value: JsonValue = json.loads(result.model_dump_json(by_alias=True, exclude_unset=True))
        return value
    return result if result is None or isinstance(result, str) else list(map(plain, result))


def unsent(caller: Caller, waits: list[float]) -> APIConnectionError:
    """The error of a POST that could not be sent, and was therefore tried again."""
    with pytest.raises(APIConnectionError) as caught:
        caller.chat()
    assert not caught.value.sent
    assert len(waits) == DEFAULT_RETRIES
    return caught.value
