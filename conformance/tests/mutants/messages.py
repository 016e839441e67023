"""Servers whose answers of the Messages API are broken."""

from collections.abc import Callable

from pydantic import JsonValue

from .edits import answer, obj, objects, refusal, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .places import of_task
from .typed import Edit, accepting, refusing

IS_MESSAGES = of_task("messages")
_IS_COUNT = of_task("count_tokens")
_IS_EITHER = of_task("messages", "count_tokens")
_RIGHT: Object = {"messages": [{"role": "user", "content": "Say hello."}], "max_tokens": 16}


def _answer(edit: Edit) -> Mutation:
    return answer(edit, IS_MESSAGES)


def _request(edit: Edit) -> Mutation:
    return request(edit, IS_MESSAGES)


def _set(**members: JsonValue) -> Mutation:
    return _answer(lambda found: found.update(members))


def _without(*names: str) -> Mutation:
    """Ignore some members of the request."""
    return _request(lambda body: [body.pop(name, None) for name in names])


def _usage(**members: JsonValue) -> Mutation:
    return _answer(lambda found: obj(found, "usage").update(members))


def _blocks(kind: str, **members: JsonValue) -> Mutation:
    """Edit the blocks of one kind."""

    def edit(found: Object) -> None:
        for block in objects(found, "content"):
            if block.get("type") == kind:
                block.update(members)

    return _answer(edit)


def _reason(before: str, after: JsonValue) -> Mutation:
    def edit(found: Object) -> None:
        if found.get("stop_reason") == before:
            found["stop_reason"] = after

    return _answer(edit)


def _misfit(found: Object) -> None:
    """Answer what fits no schema, in a message and in a count."""
    found["usage" if "usage" in found else "input_tokens"] = "many"


def _stop_kept(found: Object) -> None:
    """Repeat the stop sequence at the end of the text."""
    for block in objects(found, "content"):
        block["text"] = f"{block.get('text')}e"


def _thought_last(found: Object) -> None:
    found["content"] = [*reversed(objects(found, "content"))]


def _limit_added(body: Object) -> None:
    body.setdefault("max_tokens", 16)


def _thoughts_dropped(body: Object) -> None:
    """Ignore the thoughts of earlier turns."""
    for turn in objects(body, "messages"):
        if isinstance(turn.get("content"), list):
            blocks = objects(turn, "content")
            turn["content"] = [each for each in blocks if each.get("type") != "thinking"]


async def _signed_again(call: Call, server: Server) -> Answer:
    """Give thoughts that come back the signatures with which their texts were answered."""
    body = call.json
    for turn in objects(body, "messages") if IS_MESSAGES(call) else ():
        for block in objects(turn, "content"):
            if block.get("type") == "thinking":
                block["signature"] = server.memory.get(str(block.get("thinking")), "")
    found = await server.answer(call.with_json(body) if IS_MESSAGES(call) else call)
    for block in objects(found.json, "content"):
        server.memory[str(block.get("thinking"))] = block.get("signature")
    return found


def _results_as_text(body: Object) -> None:
    for turn in objects(body, "messages"):
        for block in objects(turn, "content"):
            if block.get("type") == "tool_result":
                block.clear()
                block.update(type="text", text="21")


def _budget_lowered(body: Object) -> None:
    thinking = obj(body, "thinking")
    if thinking.get("budget_tokens") == body.get("max_tokens"):
        body["max_tokens"] = 4096


def _has(kind: str) -> Callable[[Object], bool]:
    return lambda body: any(
        block.get("type") == kind
        for turn in objects(body, "messages")
        for block in objects(turn, "content")
    )


def _openai_shape(found: Answer) -> Answer:
    return found.with_json({"error": {"message": "no", "type": "invalid_request_error"}})


def _is_plain(call: Call) -> bool:
    return IS_MESSAGES(call) and call.json.get("stream") is not True


def _counting(count: JsonValue) -> Mutation:
    return answer(lambda found: found.update(input_tokens=count), _IS_COUNT)


MUTANTS: tuple[Mutant, ...] = (
    breach("messages-that-fit-no-schema", "MSG-SCHEMA-001", answer(_misfit, _IS_EITHER)),
    breach("messages-mended", "MSG-INPUT-001", accepting(_RIGHT, _IS_EITHER)),
    breach("message-says-nothing", "MSG-CONTENT-001", _blocks("text", text="")),
    breach("message-is-empty", "MSG-CONTENT-001", _set(content=[])),
    breach("no-stop-reason", "MSG-STOP-001", _set(stop_reason=None)),
    breach("cut-message-ended", "MSG-STOP-002", _reason("max_tokens", "end_turn")),
    breach("whole-message-cut", "MSG-STOP-002", _reason("end_turn", "max_tokens")),
    breach("stop-sequences-ignored", "MSG-STOP-003", _without("stop_sequences")),
    breach("stop-sequence-in-the-text", "MSG-STOP-003", _answer(_stop_kept)),
    breach("stop-sequence-not-named", "MSG-STOP-003", _set(stop_sequence=None)),
    breach("stop-sequence-made-up", "MSG-STOP-003", _set(stop_sequence="x")),
    breach("call-ends-the-turn", "MSG-STOP-004", _reason("tool_use", "end_turn")),
    breach("text-calls-a-tool", "MSG-STOP-004", _reason("end_turn", "tool_use")),
    breach("message-limit-ignored", "MSG-LIMIT-001", _usage(output_tokens=10**6)),
    breach("limit-made-up", "MSG-LIMIT-002", _request(_limit_added)),
    breach("messages-cost-nothing", "MSG-USAGE-001", _usage(input_tokens=0, output_tokens=0)),
    breach("input-is-text", "MSG-TOOL-001", _blocks("tool_use", input='{"city": "Paris"}')),
    breach("call-of-another-tool", "MSG-TOOL-001", _blocks("tool_use", name="other")),
    breach("call-without-id", "MSG-TOOL-001", _blocks("tool_use", id="")),
    breach("tools-ignored", "MSG-TOOL-002", _without("tools", "tool_choice")),
    breach("results-refused", "MSG-TOOL-003", refusing(_has("tool_result"), IS_MESSAGES)),
    breach("results-of-nothing-taken", "MSG-TOOL-004", _request(_results_as_text)),
    breach("thinking-ignored", "MSG-THINK-001", _without("thinking")),
    breach("thought-comes-last", "MSG-THINK-001", _answer(_thought_last)),
    breach("thought-without-signature", "MSG-THINK-001", _blocks("thinking", signature="")),
    breach("thoughts-not-taken-back", "MSG-THINK-002", refusing(_has("thinking"), IS_MESSAGES)),
    breach("thoughts-not-read", "MSG-THINK-003", _request(_thoughts_dropped)),
    breach("signatures-not-read", "MSG-THINK-003", _signed_again),
    breach("budgets-not-compared", "MSG-THINK-004", _request(_budget_lowered)),
    breach("errors-in-openai-shape", "MSG-ERROR-001", refusal(_openai_shape, IS_MESSAGES)),
    breach("count-is-off-by-one", "MSG-COUNT-001", _counting(1)),
    breach(
        "messages-always-stream",
        "MSG-PLAIN-001",
        request(lambda body: body.update(stream=True), _is_plain),
    ),
)
