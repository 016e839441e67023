"""Servers that tell log probabilities, parallel calls, budgets or what tools cost wrongly."""

from collections.abc import Callable

from pydantic import JsonValue

from .chat import messages
from .edits import answer_of, chunks, each_chunk, is_chat, obj, objects, request
from .middleware import Call, Mutation, Object
from .mutant import Mutant, breach


def _entries(edit: Callable[[Object], object]) -> Mutation:
    """Edit the entry of every token of every chunk."""

    def edited(chunk: Object) -> None:
        for choice in objects(chunk, "choices"):
            for entry in objects(obj(choice, "logprobs"), "content"):
                edit(entry)

    return each_chunk(edited)


def _first_entries_lost(found: list[Object]) -> list[Object]:
    """Send no log probability of the first token."""
    for chunk in found:
        for choice in objects(chunk, "choices"):
            if objects(obj(choice, "logprobs"), "content"):
                choice["logprobs"] = None
                return found
    return found


def _doubled(entry: Object) -> None:
    number = entry["logprob"]
    entry["logprob"] = number * 2 - 1 if isinstance(number, int | float) else number


def _deltas(edit: Callable[[Object], object]) -> Mutation:
    """Edit the delta of every call of every chunk."""

    def edited(chunk: Object) -> None:
        for choice in objects(chunk, "choices"):
            for call in objects(obj(choice, "delta"), "tool_calls"):
                edit(call)

    return each_chunk(edited)


def _with_a_gap(call: Object) -> None:
    index = call.get("index")
    call["index"] = index * 2 if isinstance(index, int) else index


def _same_id(call: Object) -> None:
    if call.get("id"):
        call["id"] = "call_1"


def _same_ids(message: Object) -> None:
    for call in objects(message, "tool_calls"):
        _same_id(call)


def _free_tools(call: Call, chat: Object) -> None:
    if is_chat(call) and "tools" in call.json:
        usage: dict[str, JsonValue] = obj(chat, "usage")
        usage["prompt_tokens"] = 1


def _raised(body: Object) -> None:
    """Raise the limit of a request above the budget."""
    if "budget_tokens" in obj(body, "thinking"):
        body["max_tokens"] = 10**5


def _filled_in(body: Object) -> None:
    thinking = obj(body, "thinking")
    if thinking.get("type") == "enabled":
        thinking.setdefault("budget_tokens", 1024)


MUTANTS: tuple[Mutant, ...] = (
    breach("first-log-probability-lost", "CHAT-LOGPROBS-002", chunks(_first_entries_lost)),
    breach("streamed-log-probabilities-differ", "CHAT-LOGPROBS-002", _entries(_doubled)),
    breach("parallel-calls-with-a-gap", "CHAT-TOOL-010", _deltas(_with_a_gap)),
    breach("parallel-calls-all-at-0", "CHAT-TOOL-010", _deltas(lambda call: call.update(index=0))),
    breach("streamed-parallel-calls-share-an-id", "CHAT-TOOL-010", _deltas(_same_id)),
    breach(
        "parallel-calls-share-an-id",
        "CHAT-TOOL-010",
        messages(_same_ids),
    ),
    breach("chats-exceed-their-limit-in-thought", "CHAT-THINK-001", request(_raised, is_chat)),
    breach("budgets-are-made-up", "CHAT-THINK-001", request(_filled_in, is_chat)),
    breach("tools-cost-nothing", "LIM-TOOLS-001", answer_of(_free_tools)),
)
