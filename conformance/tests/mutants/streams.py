"""Servers whose streamed chats are broken."""

from collections.abc import Callable, Mapping

from pydantic import JsonValue

from invocant_conformance.requirements import Level

from .chat import BOTH, LAX_WORKSPACE
from .edits import (
    DONE,
    chunks,
    chunks_of,
    each_chunk,
    encode,
    events,
    is_chat,
    obj,
    objects,
    stream_bytes,
)
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach, defect

GATEWAY_MUST: Mapping[str, Level] = {"gateway": Level.MUST}
GATEWAY_SHOULD: Mapping[str, Level] = {"gateway": Level.SHOULD}
_USAGE: Object = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}


def _replaced(old: bytes, new: bytes) -> Mutation:
    return stream_bytes(lambda body: body.replace(old, new))


def _ended(end: bytes) -> Mutation:
    """Put something else in the place of the last event."""
    return stream_bytes(lambda body: body.removesuffix(encode([DONE])) + end)


def _choices(edit: Callable[[Object], object]) -> Mutation:
    """Edit every choice of every chunk."""
    return each_chunk(lambda chunk: [edit(choice) for choice in objects(chunk, "choices")])


def _deltas(edit: Callable[[Object], object]) -> Mutation:
    """Edit every delta."""
    return _choices(lambda choice: edit(obj(choice, "delta")))


def labelled(content_type: str) -> Mutation:
    """Call streams something else."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not found.is_stream:
            return found
        return found.with_body(found.body, content_type=content_type)

    return mutation


def _not_streaming(content_type: str) -> Mutation:
    """Answer a stream with one JSON body."""

    async def mutation(call: Call, server: Server) -> Answer:
        if not is_chat(call):
            return await server.answer(call)
        plain = {name: value for name, value in call.json.items() if "stream" not in name}
        found = await server.answer(call.with_json(plain) if call.json else call)
        if found.status >= 300 or not call.json.get("stream"):
            return found
        return found.with_body(found.body, content_type=content_type)

    return mutation


def _joined_to_the_end(body: bytes) -> bytes:
    """Leave out the blank line before the end marker."""
    return body.replace(b"\n\n" + encode([DONE]), b"\n" + encode([DONE]))


def _different_ids(found: list[Object]) -> list[Object]:
    for number, chunk in enumerate(found):
        chunk["id"] = f"chatcmpl-{number}"
    return found


def _last_id_differs(found: list[Object]) -> list[Object]:
    found[-1]["id"] = "chatcmpl-other"
    return found


def _finished_early(found: list[Object]) -> list[Object]:
    """Give the finish reason with the first chunk instead of the last."""
    for chunk in found:
        for choice in objects(chunk, "choices"):
            choice["finish_reason"] = "stop" if chunk is found[0] else None
    return found


def _with_usage_chunk(call: Call, found: list[Object]) -> list[Object]:
    """Send a chunk of usage though it was not asked for."""
    if call.json.get("stream_options"):
        return found
    return [*found, {**found[-1], "choices": [], "usage": _USAGE}]


def _without_usage_chunk(found: list[Object]) -> list[Object]:
    return [chunk for chunk in found if chunk.get("choices")]


def _usage_without_choices(found: list[Object]) -> list[Object]:
    for chunk in found:
        if not chunk.get("choices"):
            chunk.pop("choices", None)
    return found


def _usage_is_no_sum(found: list[Object]) -> list[Object]:
    """Send usage that does not add up, whether or not usage was asked for."""
    found[-1]["usage"] = {**_USAGE, "total_tokens": 7}
    return found


def _fragments_as_objects(delta: Object) -> None:
    for call in objects(delta, "tool_calls"):
        if "arguments" in obj(call, "function"):
            obj(call, "function")["arguments"] = {"city": "Paris"}


def _other_role(delta: Object) -> None:
    if delta.get("role"):
        delta["role"] = "human"


def _role_everywhere(delta: Object) -> None:
    delta["role"] = "assistant"


def _silent(delta: Object) -> None:
    delta.pop("content", None)
    delta.pop("tool_calls", None)


def _stopped(choice: Object) -> None:
    if choice.get("finish_reason") == "length":
        choice["finish_reason"] = "stop"


def _index(value: JsonValue) -> Mutation:
    return _choices(lambda choice: choice.update(index=value))


async def _errors_as_streams(call: Call, server: Server) -> Answer:
    """Answer a refused stream with 200 and an event that holds the error."""
    found = await server.answer(call)
    if not is_chat(call) or not call.json.get("stream") or found.status < 400:
        return found
    body = encode([found.body.decode(), DONE])
    ok = Answer(status=200, headers=found.headers, body=b"")
    return ok.with_body(body, content_type="text/event-stream")


async def _buffered(call: Call, server: Server) -> Answer:
    """Send a stream in one piece when it is complete."""
    return await server.answer(call)


MUTANTS: tuple[Mutant, ...] = (
    defect(
        "V03-streamed-role-is-not-assistant",
        "CHAT-ROLE-001",
        _deltas(_other_role),
        BOTH,
    ),
    defect(
        "V05-one-newline-between-events", "CHAT-SSE-002", _replaced(b"\n\ndata", b"\ndata"), BOTH
    ),
    defect("V05-last-events-joined", "CHAT-SSE-002", stream_bytes(_joined_to_the_end), BOTH),
    defect("V05-space-in-the-blank-line", "CHAT-SSE-002", _replaced(b"\n\n", b"\n \n"), BOTH),
    defect("V05-json-lines", "CHAT-SSE-002", _replaced(b"data: ", b""), BOTH),
    defect("V05-data-twice", "CHAT-SSE-002", _replaced(b"data: {", b"data: data: {"), BOTH),
    defect("V05-no-newline", "CHAT-SSE-002", _replaced(b"\n\n", b""), BOTH),
    defect("V06-no-done", "CHAT-SSE-003", events(lambda found: found[:-1]), BOTH),
    defect("V06-done-unterminated", "CHAT-SSE-003", _ended(b"data: [DONE]\n"), BOTH),
    defect("V06-done-without-newline", "CHAT-SSE-003", _ended(b"data: [DONE]"), BOTH),
    defect("V06-done-in-lower-case", "CHAT-SSE-003", _ended(b"data: [done]\n\n"), BOTH),
    defect("V06-done-as-json-text", "CHAT-SSE-003", _ended(b'data: "[DONE]"\n\n'), BOTH),
    defect("V07-stream-labelled-json", "CHAT-SSE-001", labelled("application/json"), BOTH),
    defect("V07-stream-labelled-text", "CHAT-SSE-001", labelled("text/plain"), BOTH),
    defect("V08-stream-ignored", "CHAT-SSE-004", _not_streaming("application/json"), BOTH),
    defect("V08-json-labelled-stream", "CHAT-SSE-004", _not_streaming("text/event-stream"), BOTH),
    defect(
        "V12-no-finish-reason",
        "CHAT-SSE-005",
        _choices(lambda choice: choice.pop("finish_reason", None)),
        BOTH,
    ),
    defect(
        "V12-empty-finish-reason",
        "CHAT-SSE-005",
        _choices(lambda choice: choice.update(finish_reason="")),
        BOTH,
    ),
    defect(
        "V12-finish-reason-everywhere",
        "CHAT-SSE-005",
        _choices(lambda choice: choice.update(finish_reason="stop")),
        BOTH,
    ),
    defect("V12-finish-reason-first", "CHAT-SSE-005", chunks(_finished_early), BOTH),
    defect(
        "V18-streamed-arguments-are-objects",
        "CHAT-TOOL-001",
        _deltas(_fragments_as_objects),
        BOTH,
    ),
    defect("V19-id-changes", "CHAT-SSE-006", chunks(_different_ids), BOTH),
    defect("V19-last-id-differs", "CHAT-SSE-006", chunks(_last_id_differs), BOTH),
    defect(
        "V22-chunks-say-completion",
        "CHAT-SSE-007",
        each_chunk(lambda chunk: chunk.update(object="chat.completion")),
        BOTH,
    ),
    defect(
        "V22-chunks-do-not-say-what-they-are",
        "CHAT-SSE-007",
        each_chunk(lambda chunk: chunk.pop("object", None)),
        BOTH,
    ),
    defect(
        "V26-streamed-stop-where-it-was-cut",
        "CHAT-FINISH-001",
        _choices(_stopped),
        LAX_WORKSPACE,
    ),
    defect("V28-usage-unasked", "CHAT-SSE-009", chunks_of(_with_usage_chunk), GATEWAY_SHOULD),
    defect("V28-usage-absent", "CHAT-SSE-008", chunks(_without_usage_chunk), GATEWAY_MUST),
    defect(
        "V28-usage-without-choices", "CHAT-SSE-008", chunks(_usage_without_choices), GATEWAY_MUST
    ),
    breach("streamed-index-is-not-0", "CHAT-CHOICES-001", _index(1)),
    breach("choice-without-delta", "CHAT-SSE-010", _choices(lambda choice: choice.pop("delta"))),
    breach("chunk-is-a-list", "CHAT-SSE-010", events(lambda found: ["[]", *found])),
    breach("chunk-after-done", "CHAT-SSE-011", events(lambda found: [*found, found[0]])),
    breach("done-twice", "CHAT-SSE-011", events(lambda found: [*found, DONE])),
    breach("role-repeated", "CHAT-SSE-012", _deltas(_role_everywhere)),
    breach("role-missing", "CHAT-SSE-012", _deltas(lambda delta: delta.pop("role", None))),
    breach("stream-says-nothing", "CHAT-SSE-013", _deltas(_silent)),
    breach("errors-as-streams", "CHAT-SSE-014", _errors_as_streams),
    breach("events-held-back", "CHAT-SSE-015", _buffered, over_a_socket=True),
    breach("streamed-total-is-no-sum", "CHAT-SSE-016", chunks(_usage_is_no_sum)),
)
