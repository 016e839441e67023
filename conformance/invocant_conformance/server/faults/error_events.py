"""How servers say in a stream, after a status of 200, that they have failed."""

from collections.abc import Callable, Collection, Mapping
from typing import Final

from ...json_values import JsonObject, dump_bytes
from ..profiles import GATEWAY
from ..sse import event
from .record import Shape

_MESSAGE: Final = "The model died midway: asked for by a fault."
_END_MARKER: Final = event(b"[DONE]")

_OF_TASKS: Final[Mapping[str, Shape]] = {
    "messages": "anthropic",
    "responses": "responses",
    "gemini": "google",
}


def shape_of(profile: str, tasks: Collection[str]) -> Shape:
    """Return the shape that a server would use in answer to a query for some tasks.

    A gateway's is OpenAI's, a workspace's that of its refusals, unless the format that is spoken
    has one of its own.
    """
    usual: Shape = "openai" if profile == GATEWAY else "workspace"
    own: list[Shape] = [shape for task, shape in _OF_TASKS.items() if task in tasks]
    return own[0] if own else usual


def failure(shape: Shape, number: int) -> bytes:
    """Return what a server sends that fails after so many events."""
    return _WRITTEN[shape](number)


def _detail(**more: str | int | None) -> JsonObject:
    return {"message": _MESSAGE, **more}


def _openai(number: int) -> bytes:
    """As the LiteLLM proxy does, which sends the end marker behind it."""
    error = _detail(type="internal_server_error", param=None, code="500")
    return event(dump_bytes({"error": error})) + _END_MARKER


def _choices(number: int) -> bytes:
    """As OpenRouter does: beside a choice that claims to have finished."""
    choice: JsonObject = {"index": 0, "delta": {"content": ""}, "finish_reason": "error"}
    return event(dump_bytes({"choices": [choice], "error": _detail(code=502)})) + _END_MARKER


def _anthropic(number: int) -> bytes:
    error: JsonObject = {"type": "overloaded_error", "message": _MESSAGE}
    return event(dump_bytes({"type": "error", "error": error}), "error")


def _responses(number: int) -> bytes:
    said = _detail(type="error", code="server_error", param=None, sequence_number=number)
    return event(dump_bytes(said), "error")


def _google(number: int) -> bytes:
    return event(dump_bytes({"error": _detail(code=503, status="UNAVAILABLE")}))


def _workspace(number: int) -> bytes:
    return event(dump_bytes(_detail(error_code="INTERNAL_ERROR")))


_WRITTEN: Final[Mapping[Shape, Callable[[int], bytes]]] = {
    "openai": _openai,
    "text": lambda number: event(dump_bytes({"error": _MESSAGE})),
    "workspace": _workspace,
    "choices": _choices,
    "event": lambda number: event(dump_bytes({"error": _detail()}), "error"),
    "event-text": lambda number: event(_MESSAGE.encode(), "error"),
    "event-message": lambda number: event(dump_bytes(_detail()), "error"),
    "anthropic": _anthropic,
    "responses": _responses,
    "google": _google,
}
