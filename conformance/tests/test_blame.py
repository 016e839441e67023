"""What one rule judges is not held against another."""

from dataclasses import replace

import pytest

from invocant_conformance.verdicts import CaseOutcome

from .mutants import bench, places
from .mutants.edits import is_chat
from .mutants.middleware import Answer, Call, Mutation, Object, Server

_is_messages = places.of_task("messages")
_MESSAGE: Object = {"id": "msg_1", "type": "message", "role": "assistant", "model": "any"}


async def _unknown_models_crash(call: Call, server: Server) -> Answer:
    """500 for a model that does not exist (ERR-NAME-001), fallbacks or not."""
    found = await server.answer(call)
    return replace(found, status=500) if is_chat(call) and found.status == 404 else found


async def _any_message_is_answered_whole(call: Call, server: Server) -> Answer:
    """One JSON body although a stream was asked for (MSG-SSE-001), whatever is sent."""
    found = await server.answer(call)
    if not _is_messages(call) or not call.json.get("stream"):
        return found
    text: Object = {"type": "text", "text": "Hello"}
    usage: Object = {"input_tokens": 1, "output_tokens": 1}
    whole: Object = {**_MESSAGE, "content": [text], "stop_reason": "end_turn", "usage": usage}
    return replace(found, status=200).with_json(whole)


@pytest.mark.parametrize(
    ("requirement", "mutation"),
    [
        ("GW-FALLBACK-002", _unknown_models_crash),
        ("MSG-SSE-013", _any_message_is_answered_whole),
    ],
)
def test_a_rule_is_not_broken_by_what_another_one_judges(
    requirement: str, mutation: Mutation
) -> None:
    found = bench.judge(mutation, on=True, requirements=(requirement,), profiles=("gateway",))
    assert {each.outcome for each in found} == {CaseOutcome.SKIPPED}
