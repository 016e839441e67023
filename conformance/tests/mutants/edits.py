"""Mutations from small edits: of a JSON answer, of a stream's chunks or bytes, of a request."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace

from pydantic import JsonValue

from invocant_conformance.checks import sse

from .middleware import Answer, Call, Mutation, Object, Server

DONE = "[DONE]"
COLLECTION = "/api/2.0/serving-endpoints"


def is_chat(call: Call) -> bool:
    """Whether a call is a chat."""
    return call.path.endswith("/chat/completions") or _is_invocation(call, "messages")


def is_embeddings(call: Call) -> bool:
    """Whether a call asks for embeddings."""
    return call.path.endswith("/embeddings") or _is_invocation(call, "input")


def is_create(call: Call) -> bool:
    """Whether a call creates an endpoint."""
    return call.method == "POST" and call.path == COLLECTION


def is_list(call: Call) -> bool:
    """Whether a call lists the endpoints."""
    return call.method == "GET" and call.path == COLLECTION


def is_get(call: Call) -> bool:
    """Whether a call reads an endpoint."""
    return call.method == "GET" and call.path.startswith(COLLECTION + "/")


def is_update(call: Call) -> bool:
    """Whether a call replaces an endpoint's configuration."""
    return (
        call.method == "PUT"
        and call.path.startswith(COLLECTION + "/")
        and call.path.endswith("/config")
    )


def is_delete(call: Call) -> bool:
    """Whether a call deletes an endpoint."""
    return call.method == "DELETE" and call.path.startswith(COLLECTION + "/")


def is_configuring(call: Call) -> bool:
    """Whether a call says what an endpoint is to serve."""
    return is_create(call) or is_update(call)


def anything(call: Call) -> bool:
    """Any call."""
    return True


def answer(edit: Callable[[Object], object], where: Callable[[Call], bool] = anything) -> Mutation:
    """Edit, in place, the JSON object of every answer that is no refusal."""
    return answer_of(lambda call, value: edit(value), where)


def answer_of(
    edit: Callable[[Call, Object], object], where: Callable[[Call], bool] = anything
) -> Mutation:
    """Edit, in place, the JSON object of an answer, knowing the call."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not where(call) or found.status >= 300 or not found.is_json:
            return found
        value = found.json
        edit(call, value)
        return found.with_json(value)

    return mutation


def refusal(edit: Callable[[Answer], Answer], where: Callable[[Call], bool] = anything) -> Mutation:
    """Replace the answer to every refused call."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        return edit(found) if where(call) and found.status >= 400 else found

    return mutation


def events(edit: Callable[[list[str]], list[str]]) -> Mutation:
    """Replace the data of all events of every stream, the end marker's included."""
    return stream_bytes(lambda body: encode(edit(decode(body))))


def chunks(edit: Callable[[list[Object]], list[Object]]) -> Mutation:
    """Replace the chunks of every stream; the end marker stays."""
    return chunks_of(lambda call, found: edit(found))


def chunks_of(edit: Callable[[Call, list[Object]], list[Object]]) -> Mutation:
    """Replace the chunks of every stream, knowing the call; an end marker stays."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not found.is_stream:
            return found
        data = decode(found.body)
        read: list[Object] = [json.loads(each) for each in data if each != DONE]
        written = [json.dumps(chunk, ensure_ascii=False) for chunk in edit(call, read)]
        return found.with_body(encode([*written, *(each for each in data if each == DONE)]))

    return mutation


def each_chunk(edit: Callable[[Object], object]) -> Mutation:
    """Edit every chunk in place."""

    def edited(found: list[Object]) -> list[Object]:
        for chunk in found:
            edit(chunk)
        return found

    return chunks(edited)


def stream_bytes(edit: Callable[[bytes], bytes]) -> Mutation:
    """Replace the bytes of every stream."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        return found.with_body(edit(found.body)) if found.is_stream else found

    return mutation


def text(edit: Callable[[str], str], where: Callable[[Call], bool] = anything) -> Mutation:
    """Edit every answer that is a text but no event stream, and no refusal."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        is_text = found.headers.get("content-type", "").startswith("text/")
        if not where(call) or found.status >= 300 or not is_text or found.is_stream:
            return found
        return found.with_body(edit(found.body.decode()).encode())

    return mutation


def named_events(
    edit: Callable[[list[sse.Event]], list[sse.Event]],
    where: Callable[[Call], bool] = anything,
) -> Mutation:
    """Replace the events of streams, with their names; an event of type message has none."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not where(call) or not found.is_stream:
            return found
        return found.with_body(b"".join(map(_written, edit([*sse.read(found.body).events]))))

    return mutation


def status(code: int, where: Callable[[Call], bool] = anything) -> Mutation:
    """Answer with another status what is not refused."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        return replace(found, status=code) if where(call) and found.status < 300 else found

    return mutation


def _written(event: sse.Event) -> bytes:
    name = "" if event.type == "message" else f"event: {event.type}\n"
    return f"{name}data: {event.data}\n\n".encode()


def request(edit: Callable[[Object], object], where: Callable[[Call], bool] = anything) -> Mutation:
    """Edit, in place, the JSON object of a request before it is served: it is repaired."""

    async def mutation(call: Call, server: Server) -> Answer:
        if not where(call) or not call.json:
            return await server.answer(call)
        value = copy.deepcopy(call.json)
        edit(value)
        return await server.answer(call.with_json(value))

    return mutation


def headers(edit: Callable[[Call], dict[str, str]]) -> Mutation:
    """Replace the headers of every request before it is served."""

    async def mutation(call: Call, server: Server) -> Answer:
        return await server.answer(replace(call, headers=edit(call)))

    return mutation


def decode(body: bytes) -> list[str]:
    """Return the data of every event of a stream."""
    return [event.data for event in sse.read(body).events]


def encode(data: list[str]) -> bytes:
    """Write a stream, one line of data an event."""
    return "".join(f"data: {each}\n\n" for each in data).encode()


def objects(owner: Object, member: str) -> list[Object]:
    """Return a member that is a list of objects, those of them that are."""
    value = owner.get(member)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def obj(owner: Object, member: str) -> Object:
    """Return a member that is an object, a loose empty one where it is none."""
    value: JsonValue = owner.get(member)
    return value if isinstance(value, dict) else {}


def _is_invocation(call: Call, key: str) -> bool:
    return call.path.endswith("/invocations") and key in call.json
