"""How many tokens an exchange has cost: what the answer says, else an estimate; pure."""

import json
from collections.abc import Iterator

from .json_values import JsonObject, JsonValue, as_integer, as_object, checked

_BYTES_PER_TOKEN = 4
"""Of English text, about; what the estimate divides by."""

_USAGES = ("usage", "usageMetadata")
_TOTALS = ("total_tokens", "totalTokenCount")
_INPUTS = ("prompt_tokens", "input_tokens", "promptTokenCount")
_OUTPUTS = ("completion_tokens", "output_tokens", "candidatesTokenCount")
_WRAPPERS = ("message", "response")
_ANSWERS = ("choices", "data", "output", "content", "candidates", "results")
"""Members of which an answer of a model has one."""


def tokens(request: bytes, status: int, media_type: str, answer: bytes) -> int:
    """Return the tokens of one exchange with a model, 0 for any other.

    Every API's form of usage is read, within streams as well. An answer of a model that states
    none counts as many as its bytes and the request's are likely to be.
    """
    if not 200 <= status < 300 or not request:
        return 0
    is_stream = "event-stream" in media_type
    values = list(_events(answer) if is_stream else _parsed(answer))
    found = [usage for value in values for usage in _usages(as_object(value))]
    if found:
        stated = _highest(found, _TOTALS)
        return max(stated, _highest(found, _INPUTS) + _highest(found, _OUTPUTS))
    if is_stream:
        return len(values) + len(request) // _BYTES_PER_TOKEN
    is_of_a_model = any(name in as_object(value) for value in values for name in _ANSWERS)
    return (len(request) + len(answer)) // _BYTES_PER_TOKEN if is_of_a_model else 0


def _usages(value: JsonObject) -> Iterator[JsonObject]:
    for holder in (value, *(as_object(value.get(name)) for name in _WRAPPERS)):
        yield from (as_object(holder[name]) for name in _USAGES if as_object(holder.get(name)))


def _highest(usages: list[JsonObject], names: tuple[str, ...]) -> int:
    counts = (as_integer(usage.get(name)) for usage in usages for name in names)
    return max((count for count in counts if count is not None), default=0)


def _events(answer: bytes) -> Iterator[JsonValue]:
    for line in answer.splitlines():
        if line.startswith(b"data:"):
            yield from _parsed(line.removeprefix(b"data:"))


def _parsed(text: bytes) -> Iterator[JsonValue]:
    try:
        yield checked(json.loads(text))
    except (ValueError, RecursionError):
        return
