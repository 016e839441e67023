"""Servers whose answers of the Responses API are broken."""

from collections.abc import Callable

from pydantic import JsonValue

from .edits import answer, obj, objects, request
from .middleware import Call, Mutation, Object
from .mutant import Mutant, breach
from .places import of_task
from .typed import Edit, accepting, each_event, refusing

IS_RESPONSES = of_task("responses")
_RIGHT: Object = {"input": "Say hello.", "max_output_tokens": 16}


def _answer(edit: Edit) -> Mutation:
    return answer(edit, IS_RESPONSES)


def _request(edit: Edit) -> Mutation:
    return request(edit, IS_RESPONSES)


def _set(**members: JsonValue) -> Mutation:
    return _answer(lambda found: found.update(members))


def _without(*names: str) -> Mutation:
    """Ignore some members of the request."""
    return _request(lambda body: [body.pop(name, None) for name in names])


def _usage(**members: JsonValue) -> Mutation:
    return _answer(lambda found: obj(found, "usage").update(members))


def _items(edit: Edit) -> Mutation:
    return _answer(lambda found: [edit(item) for item in objects(found, "output")])


def _parts(edit: Edit) -> Mutation:
    return _items(lambda item: [edit(part) for part in objects(item, "content")])


def _calls(**members: JsonValue) -> Mutation:
    """Edit calls, which are the items that have arguments."""

    def edit(item: Object) -> None:
        if "arguments" in item:
            item.update(members)

    return _items(edit)


def _completed(found: Object) -> None:
    """Say of a cut answer that it is whole."""
    found.update(status="completed", incomplete_details=None)


def _cut(found: Object) -> None:
    """Say of a whole answer that it was cut."""
    found.update(status="incomplete", incomplete_details={"reason": "max_output_tokens"})


def _no_sum(found: Object) -> None:
    usage = obj(found, "usage")
    usage["total_tokens"] = int(str(usage["total_tokens"])) + 1


def _only_cached(found: Object) -> None:
    obj(found, "usage")["input_tokens_details"] = {"cached_tokens": 10**6}


def _only_reasoning(found: Object) -> None:
    obj(found, "usage")["output_tokens_details"] = {"reasoning_tokens": 10**6}


def _has(kind: str) -> Callable[[Object], bool]:
    return lambda body: any(item.get("type") == kind for item in objects(body, "input"))


def _short_ids(body: Object) -> None:
    for item in objects(body, "input"):
        if isinstance(item.get("id"), str):
            item["id"] = str(item["id"])[:64]


def _is_plain(call: Call) -> bool:
    return IS_RESPONSES(call) and call.json.get("stream") is not True


MUTANTS: tuple[Mutant, ...] = (
    breach("output-is-a-number", "RESP-SCHEMA-001", _set(output=5)),
    breach("responses-mended", "RESP-INPUT-001", accepting(_RIGHT, IS_RESPONSES)),
    breach("response-without-id", "RESP-META-001", _set(id=None)),
    breach("response-in-milliseconds", "RESP-META-001", _set(created_at=1756306527000)),
    breach("response-is-a-completion", "RESP-META-001", _set(object="chat.completion")),
    breach("metadata-lost", "RESP-META-002", _set(metadata={})),
    breach("response-in-progress", "RESP-STATUS-001", _set(status="in_progress")),
    breach("response-completed-with-error", "RESP-STATUS-001", _set(error={"message": "no"})),
    breach("incomplete-without-details", "RESP-STATUS-001", _set(incomplete_details=None)),
    breach("cut-is-completed", "RESP-STATUS-002", _answer(_completed)),
    breach("whole-is-incomplete", "RESP-STATUS-002", _answer(_cut)),
    breach("output-limit-ignored", "RESP-LIMIT-001", _usage(output_tokens=10**6)),
    breach("response-says-nothing", "RESP-OUTPUT-001", _parts(lambda part: part.update(text=""))),
    breach("response-is-empty", "RESP-OUTPUT-001", _set(output=[])),
    breach("items-share-an-id", "RESP-OUTPUT-002", _items(lambda item: item.update(id="item_1"))),
    breach(
        "texts-without-sources",
        "RESP-OUTPUT-003",
        _parts(lambda part: part.pop("annotations", None)),
    ),
    breach("form-ignored", "RESP-FORMAT-001", _without("text")),
    breach("store-ignored", "RESP-PARAM-001", _without("store")),
    breach("background-ignored", "RESP-PARAM-001", _without("background")),
    breach("tier-ignored", "RESP-PARAM-001", _without("service_tier")),
    breach("conversation-ignored", "RESP-PARAM-002", _without("conversation")),
    breach("previous-response-ignored", "RESP-PARAM-002", _without("previous_response_id")),
    breach("long-ids-cut", "RESP-ID-001", _request(_short_ids)),
    breach(
        "responses-always-stream",
        "RESP-PLAIN-001",
        request(lambda body: body.update(stream=True), _is_plain),
    ),
    breach("response-without-usage", "RESP-USAGE-001", _set(usage=None)),
    breach("response-total-is-no-sum", "RESP-USAGE-002", _answer(_no_sum)),
    breach("more-cached-than-read", "RESP-USAGE-003", _answer(_only_cached)),
    breach("more-thought-than-made", "RESP-USAGE-003", _answer(_only_reasoning)),
    breach("arguments-are-no-json", "RESP-TOOL-001", _calls(arguments="city: Paris")),
    breach("arguments-are-a-list", "RESP-TOOL-001", _calls(arguments="[]")),
    breach("call-without-call-id", "RESP-TOOL-001", _calls(call_id="")),
    breach(
        "streamed-call-of-another-function",
        "RESP-TOOL-001",
        each_event(
            lambda data: obj(data, "item").update(name="other"),
            IS_RESPONSES,
            "response.output_item.done",
        ),
    ),
    breach("functions-ignored", "RESP-TOOL-002", _without("tools", "tool_choice")),
    breach(
        "call-outputs-refused",
        "RESP-TOOL-003",
        refusing(_has("function_call_output"), IS_RESPONSES),
    ),
    breach("thoughts-refused", "RESP-REASON-001", refusing(_has("reasoning"), IS_RESPONSES)),
)
