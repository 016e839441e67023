"""Servers whose whole chat answers are broken."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from pydantic import JsonValue

from invocant_conformance.requirements import Level

from .edits import DONE, answer, answer_of, encode, is_chat, obj, objects, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach, defect

Edit: TypeAlias = Callable[[Object], object]
MUST, SHOULD = Level.MUST, Level.SHOULD
BOTH: Mapping[str, Level] = {"invocations": MUST, "gateway": MUST}
LAX_WORKSPACE: Mapping[str, Level] = {"invocations": SHOULD, "gateway": MUST}
_USED_FIELDS = frozenset(
    {"model", "messages", "max_tokens", "n", "stream", "stream_options", "tools", "tool_choice"}
)


def _choices(edit: Edit) -> Mutation:
    """Edit every choice of every chat."""
    return answer(lambda chat: [edit(choice) for choice in objects(chat, "choices")], is_chat)


def messages(edit: Edit) -> Mutation:
    """Edit every message of every chat."""
    return _choices(lambda choice: edit(obj(choice, "message")))


def _functions(edit: Edit) -> Mutation:
    """Edit the function of every tool call."""
    return messages(
        lambda message: [edit(obj(call, "function")) for call in objects(message, "tool_calls")]
    )


def _numbered(number: Callable[[int], int]) -> Mutation:
    """Number the choices otherwise where there are several."""

    def edit(chat: Object) -> None:
        found = objects(chat, "choices")
        for place, choice in enumerate(found if len(found) > 1 else []):
            choice["index"] = number(place)

    return answer(edit, is_chat)


def _reason(before: str, after: JsonValue) -> Mutation:
    """Replace a finish reason by another."""

    def edit(choice: Object) -> None:
        if choice.get("finish_reason") == before:
            choice["finish_reason"] = after

    return _choices(edit)


def _spend_too_much(call: Call, chat: Object) -> None:
    limit, count = call.json.get("max_tokens"), len(objects(chat, "choices"))
    if isinstance(limit, int):
        obj(chat, "usage")["completion_tokens"] = limit * count + 1


def _empty(content: JsonValue) -> Mutation:
    """Say nothing."""
    return messages(lambda message: message.update(content=content))


def _rename_the_last_speaker(chat: Object) -> None:
    found = objects(chat, "choices")
    if len(found) > 1:
        obj(found[-1], "message")["role"] = "user"


def _keep_used_fields(body: Object) -> None:
    for name in body.keys() - _USED_FIELDS:
        del body[name]


async def _always_streaming(call: Call, server: Server) -> Answer:
    """Answer every chat with a stream."""
    found = await server.answer(call)
    if not is_chat(call) or not found.is_json or found.status >= 300:
        return found
    return found.with_body(encode([found.body.decode(), DONE]), content_type="text/event-stream")


MUTANTS: tuple[Mutant, ...] = (
    defect(
        "V02-usage-missing",
        "CHAT-USAGE-001",
        answer(lambda chat: chat.pop("usage", None), is_chat),
        LAX_WORKSPACE,
    ),
    defect(
        "V02-usage-null",
        "CHAT-USAGE-001",
        answer(lambda chat: chat.update(usage=None), is_chat),
        LAX_WORKSPACE,
    ),
    defect(
        "V03-role-is-not-assistant",
        "CHAT-ROLE-001",
        messages(lambda message: message.update(role="human")),
        BOTH,
    ),
    defect(
        "V03-role-of-the-second-choice",
        "CHAT-ROLE-001",
        answer(_rename_the_last_speaker, is_chat),
        BOTH,
    ),
    defect("V04-index-repeated", "CHAT-CHOICES-001", _numbered(lambda place: 0), BOTH),
    defect("V04-index-with-gaps", "CHAT-CHOICES-001", _numbered(lambda place: place * 2), BOTH),
    defect(
        "V04-choices-are-too-few",
        "CHAT-CHOICES-001",
        answer(lambda chat: chat.update(choices=[objects(chat, "choices")[0]]), is_chat),
        BOTH,
    ),
    defect(
        "V13-total-is-no-sum",
        "CHAT-USAGE-002",
        answer(lambda chat: obj(chat, "usage").update(total_tokens=0), is_chat),
        LAX_WORKSPACE,
    ),
    defect(
        "V18-arguments-are-an-object",
        "CHAT-TOOL-001",
        _functions(lambda function: function.update(arguments={"city": "Paris"})),
        BOTH,
    ),
    defect(
        "V18-arguments-are-cut",
        "CHAT-TOOL-001",
        _functions(lambda function: function.update(arguments='{"city": "Par')),
        BOTH,
    ),
    defect(
        "V26-stop-where-it-was-cut", "CHAT-FINISH-001", _reason("length", "stop"), LAX_WORKSPACE
    ),
    defect(
        "V26-length-where-it-was-not-cut",
        "CHAT-FINISH-001",
        _reason("stop", "length"),
        LAX_WORKSPACE,
    ),
    defect("V27-content-is-null", "CHAT-CONTENT-001", _empty(None), LAX_WORKSPACE),
    defect("V27-content-is-an-empty-text", "CHAT-CONTENT-001", _empty(""), LAX_WORKSPACE),
    defect("V27-content-is-blank", "CHAT-CONTENT-001", _empty(" \n"), LAX_WORKSPACE),
    defect("V27-content-is-an-empty-list", "CHAT-CONTENT-001", _empty([]), LAX_WORKSPACE),
    breach(
        "choice-without-message",
        "CHAT-SCHEMA-001",
        _choices(lambda choice: choice.pop("message", None)),
    ),
    breach("unknown-fields-are-dropped", "CHAT-INPUT-001", request(_keep_used_fields, is_chat)),
    breach(
        "object-is-missing",
        "CHAT-META-001",
        answer(lambda chat: chat.pop("object", None), is_chat),
    ),
    breach("id-is-missing", "CHAT-META-001", answer(lambda chat: chat.pop("id", None), is_chat)),
    breach("finish-reason-is-unknown", "CHAT-FINISH-002", _reason("stop", "end_turn")),
    breach("max-tokens-is-ignored", "CHAT-LIMIT-001", answer_of(_spend_too_much, is_chat)),
    breach(
        "another-tool-is-called",
        "CHAT-TOOL-002",
        _functions(lambda function: function.update(name="get_time")),
    ),
    breach("streams-unasked", "CHAT-PLAIN-001", _always_streaming),
    breach(
        "created-in-milliseconds",
        "CHAT-META-001",
        answer(lambda chat: chat.update(created=1_750_000_000_000), is_chat),
    ),
    breach(
        "arguments-hold-nan",
        "CHAT-TOOL-001",
        _functions(lambda function: function.update(arguments='{"city": NaN}')),
    ),
)
