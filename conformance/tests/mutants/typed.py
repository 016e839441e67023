"""Mutations of answers and streams in the formats of model makers."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from pydantic import JsonValue

from invocant_conformance.checks import sse

from .edits import DONE, named_events
from .middleware import Answer, Call, Mutation, Object, Server

Where: TypeAlias = Callable[[Call], bool]
Edit: TypeAlias = Callable[[Object], object]

_REFUSED = (400, 404, 422)


def streamed(edit: Callable[[list[Object]], Sequence[JsonValue]], where: Where) -> Mutation:
    """Replace the data of all events of a stream; their names follow their types."""

    def edited(found: list[sse.Event]) -> list[sse.Event]:
        data: list[Object] = [json.loads(each.data) for each in found if each.data != DONE]
        named = any(each.type != "message" for each in found)
        return [_event(value, named=named) for value in edit(data)]

    return named_events(edited, where)


def each_event(edit: Edit, where: Where, *types: str) -> Mutation:
    """Edit, in place, every event of some types; of all where none is named."""

    def edited(found: list[Object]) -> list[Object]:
        for data in found:
            if not types or data.get("type") in types:
                edit(data)
        return found

    return streamed(edited, where)


def without(where: Where, *types: str) -> Mutation:
    """Leave out the events of some types."""
    return streamed(lambda found: [each for each in found if each.get("type") not in types], where)


def twice(where: Where, *types: str) -> Mutation:
    """Send the events of some types twice."""

    def edited(found: list[Object]) -> list[Object]:
        return [each for data in found for each in [data] * (1 + (data.get("type") in types))]

    return streamed(edited, where)


def renamed(old: str, new: str, where: Where) -> Mutation:
    """Name the events of one type otherwise; their data stays."""

    def edited(found: list[sse.Event]) -> list[sse.Event]:
        return [replace(each, type=new) if each.type == old else each for each in found]

    return named_events(edited, where)


def refusing(wrong: Callable[[Object], bool], where: Where) -> Mutation:
    """Refuse requests that are right."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not where(call) or not wrong(call.json) or found.status >= 300:
            return found
        error: Object = {"message": "refused", "type": "invalid_request_error"}
        whole: Object = {"type": "error", "error": error}
        return replace(found, status=400).with_json(
            {**whole, "error_code": "BAD_REQUEST", "message": "refused"}
        )

    return mutation


def accepting(right: Object, where: Where) -> Mutation:
    """Answer a right request in the place of one that is refused."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if found.status not in _REFUSED or not where(call):
            return found
        body: Object = {**right, "model": call.json["model"]} if "model" in call.json else right
        return await server.answer(call.with_json(body))

    return mutation


def failing_late(where: Where) -> Mutation:
    """Answer a refusal as a stream with an error."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if found.status not in _REFUSED or not where(call):
            return found
        error = json.dumps({"type": "error", "error": {"type": "api_error", "message": "late"}})
        body = f"event: error\ndata: {error}\n\n".encode()
        return replace(found, status=200).with_body(body, content_type="text/event-stream")

    return mutation


def labelled(content_type: str, where: Where) -> Mutation:
    """Call streams something else."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not found.is_stream or not where(call):
            return found
        return found.with_body(found.body, content_type=content_type)

    return mutation


def _event(value: JsonValue, *, named: bool) -> sse.Event:
    kind = value.get("type") if isinstance(value, dict) else None
    name = str(kind) if named and kind else "message"
    return sse.Event(data=json.dumps(value), type=name)
