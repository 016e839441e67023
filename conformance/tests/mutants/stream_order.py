"""Servers whose streams are well framed and say something in the wrong way or place."""

from dataclasses import replace

from .edits import chunks, each_chunk, is_chat, obj, objects
from .middleware import Answer, Call, Object, Server
from .mutant import Mutant, breach
from .streams import labelled


async def _refused_with_200(call: Call, server: Server) -> Answer:
    """Answer a refused stream with 200 and the error as JSON."""
    found = await server.answer(call)
    return replace(found, status=200) if is_chat(call) and call.json.get("stream") else found


def _usage_first(found: list[Object]) -> list[Object]:
    return sorted(found, key=lambda chunk: bool(chunk.get("choices")))


def _different_call_ids(found: list[Object]) -> list[Object]:
    for number, chunk in enumerate(found):
        for choice in objects(chunk, "choices"):
            for call in objects(obj(choice, "delta"), "tool_calls"):
                call["id"] = f"call-{number}"
    return found


MUTANTS: tuple[Mutant, ...] = (
    breach("chunks-without-model", "CHAT-SSE-017", each_chunk(lambda chunk: chunk.pop("model"))),
    breach("usage-comes-first", "CHAT-SSE-008", chunks(_usage_first)),
    breach("stream-in-latin-1", "CHAT-SSE-001", labelled("text/event-stream; charset=latin-1")),
    breach("refused-stream-is-200", "CHAT-SSE-014", _refused_with_200),
    breach("call-ids-change", "CHAT-TOOL-001", chunks(_different_call_ids)),
)
