"""Servers whose chats say other than was asked for: stops, JSON, log probabilities, reasoning."""

from collections.abc import Callable
from dataclasses import replace

from invocant_conformance.checks import sse

from .edits import answer, chunks_of, each_chunk, is_chat, named_events, obj, objects, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach

Edit = Callable[[Object], object]


def _messages(edit: Edit) -> Mutation:
    return answer(
        lambda chat: [edit(obj(choice, "message")) for choice in objects(chat, "choices")], is_chat
    )


def _ignored(*names: str) -> Mutation:
    """Ignore some members of chats."""
    return request(lambda body: [body.pop(name, None) for name in names], is_chat)


def _logprobs(edit: Edit) -> Mutation:
    """Edit every token's entry."""

    def edited(chat: Object) -> None:
        for choice in objects(chat, "choices"):
            for entry in objects(obj(choice, "logprobs"), "content"):
                edit(entry)

    return answer(edited, is_chat)


def _schema_is_loose(body: Object) -> None:
    """Take json_schema for json_object."""
    if obj(body, "response_format").get("type") == "json_schema":
        body["response_format"] = {"type": "json_object"}


def _fenced(body: str) -> str:
    return f"```json\n{body}\n```"


def _in_a_fence(message: Object) -> None:
    content = message.get("content")
    if isinstance(content, str) and content.startswith("{"):
        message["content"] = _fenced(content)


def _text_first(message: Object) -> None:
    if isinstance(message.get("content"), list):
        message["content"] = list(reversed(objects(message, "content")))


def _without_summary(message: Object) -> None:
    for part in objects(message, "content"):
        if part.get("type") == "reasoning":
            part["summary"] = []


async def _reasoning_is_refused(call: Call, server: Server) -> Answer:
    """Refuse conversations that hold reasoning."""
    found = await server.answer(call)
    if not is_chat(call) or b'"reasoning"' not in call.body.replace(b'"type": ', b""):
        return found
    refusal: Object = {"error_code": "BAD_REQUEST", "message": "unknown part"}
    return replace(found.with_json(refusal), status=400)


def _usage_at_the_end(call: Call, found: list[Object]) -> list[Object]:
    for chunk in found[:-1]:
        chunk.pop("usage", None)
    return found


def _named(found: list[sse.Event]) -> list[sse.Event]:
    return [replace(event, type="chunk") for event in found]


MUTANTS: tuple[Mutant, ...] = (
    breach("stop-sequences-are-ignored", "CHAT-STOP-001", _ignored("stop")),
    breach("response-format-is-ignored", "CHAT-FORMAT-001", _ignored("response_format")),
    breach("json-in-a-fence", "CHAT-FORMAT-001", _messages(_in_a_fence)),
    breach("schema-is-ignored", "CHAT-FORMAT-002", request(_schema_is_loose, is_chat)),
    breach(
        "tokens-of-another-text",
        "CHAT-LOGPROBS-001",
        _logprobs(lambda entry: entry.update(token="x")),
    ),
    breach(
        "log-probability-above-0",
        "CHAT-LOGPROBS-001",
        _logprobs(lambda entry: entry.update(logprob=0.5)),
    ),
    breach("text-before-reasoning", "CHAT-REASON-001", _messages(_text_first)),
    breach("reasoning-without-summary", "CHAT-REASON-001", _messages(_without_summary)),
    breach("reasoning-is-not-taken-back", "CHAT-REASON-002", _reasoning_is_refused),
    breach("usage-in-the-last-chunk-only", "CHAT-SSE-019", chunks_of(_usage_at_the_end)),
    breach("usage-is-null", "CHAT-SSE-019", each_chunk(lambda chunk: chunk.update(usage=None))),
    breach("events-are-named", "CHAT-SSE-020", named_events(_named, is_chat)),
)
