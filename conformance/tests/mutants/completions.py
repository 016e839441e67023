"""Servers whose text completions are broken, whole or streamed."""

from collections.abc import Callable
from typing import TypeAlias

from pydantic import JsonValue

from .edits import DONE, answer, answer_of, chunks, encode, events, obj, objects, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .places import of_task

Edit: TypeAlias = Callable[[Object], object]
_IS_COMPLETION = of_task("completions")


def _answer(edit: Edit) -> Mutation:
    return answer(edit, _IS_COMPLETION)


def _choices(edit: Edit) -> Mutation:
    """Edit every choice of every completion."""
    return _answer(lambda found: [edit(choice) for choice in objects(found, "choices")])


def _streamed_choices(edit: Edit) -> Mutation:
    """Edit every choice of every chunk."""

    def edited(found: list[Object]) -> list[Object]:
        for chunk in found:
            for choice in objects(chunk, "choices"):
                edit(choice)
        return found

    return chunks(edited)


def _logprobs(edit: Edit) -> Mutation:
    return _choices(lambda choice: edit(obj(choice, "logprobs")))


def _reason(before: str, after: JsonValue) -> Mutation:
    def edit(choice: Object) -> None:
        if choice.get("finish_reason") == before:
            choice["finish_reason"] = after

    return _choices(edit)


def _without(*names: str) -> Mutation:
    """Ignore some members of the request."""
    return request(lambda body: [body.pop(name, None) for name in names], _IS_COMPLETION)


def _one_prompt(body: Object) -> None:
    """Complete the first of several prompts only."""
    prompt = body.get("prompt")
    if isinstance(prompt, list):
        body["prompt"] = prompt[0]


def _first_choice_only(found: Object) -> None:
    found["choices"] = list(objects(found, "choices")[:1])


def _swapped(found: Object) -> None:
    """Give each prompt the text of another."""
    choices = objects(found, "choices")
    texts = [choice["text"] for choice in choices]
    for choice, text in zip(choices, reversed(texts), strict=True):
        choice["text"] = text


def _with_prompt(call: Call, found: Object) -> None:
    """Echo the prompt though it was not asked for."""
    prompt = call.json.get("prompt")
    for choice in objects(found, "choices"):
        choice["text"] = f"{prompt} {choice['text']}"


def _spent_too_much(call: Call, found: Object) -> None:
    limit, count = call.json.get("max_tokens"), len(objects(found, "choices"))
    if isinstance(limit, int):
        obj(found, "usage")["completion_tokens"] = limit * count + 1


def _one_more_token(logprobs: Object) -> None:
    tokens = logprobs.get("tokens")
    if isinstance(tokens, list):
        tokens.append("!")


def _likelier_than_certain(logprobs: Object) -> None:
    numbers = logprobs.get("token_logprobs")
    if isinstance(numbers, list):
        logprobs["token_logprobs"] = [0.5 for _ in numbers]


def _displaced(logprobs: Object) -> None:
    offsets = logprobs.get("text_offset")
    if isinstance(offsets, list):
        logprobs["text_offset"] = [1 + int(str(offset)) for offset in offsets]


async def _always_streaming(call: Call, server: Server) -> Answer:
    found = await server.answer(call)
    if not _IS_COMPLETION(call) or not found.is_json or found.status >= 300:
        return found
    return found.with_body(encode([found.body.decode(), DONE]), content_type="text/event-stream")


async def _labelled_json(call: Call, server: Server) -> Answer:
    found = await server.answer(call)
    return (
        found.with_body(found.body, content_type="application/json") if found.is_stream else found
    )


def _numbered_ids(found: list[Object]) -> list[Object]:
    for number, chunk in enumerate(found):
        chunk["id"] = f"cmpl-{number}"
    return found


def _renamed(found: list[Object]) -> list[Object]:
    return [{**chunk, "object": "chat.completion.chunk"} for chunk in found]


MUTANTS: tuple[Mutant, ...] = (
    breach("text-is-missing", "TEXT-SCHEMA-001", _choices(lambda choice: choice.pop("text"))),
    breach("unfit-temperature-is-ignored", "TEXT-INPUT-001", _without("temperature", "max_tokens")),
    breach("one-text-for-all-prompts", "TEXT-CHOICES-001", request(_one_prompt, _IS_COMPLETION)),
    breach("n-texts-are-one", "TEXT-CHOICES-001", _answer(_first_choice_only)),
    breach(
        "every-text-has-index-0", "TEXT-CHOICES-001", _choices(lambda each: each.update(index=1))
    ),
    breach("texts-of-other-prompts", "TEXT-PROMPT-001", _answer(_swapped)),
    breach("echo-is-ignored", "TEXT-ECHO-001", _without("echo")),
    breach("echo-unasked", "TEXT-ECHO-001", answer_of(_with_prompt, _IS_COMPLETION)),
    breach(
        "completion-says-chat",
        "TEXT-META-001",
        _answer(lambda found: found.update(object="chat.completion")),
    ),
    breach("completion-without-id", "TEXT-META-001", _answer(lambda found: found.pop("id", None))),
    breach(
        "completion-without-model", "TEXT-META-001", _answer(lambda found: found.update(model=""))
    ),
    breach(
        "completion-without-usage",
        "TEXT-USAGE-001",
        _answer(lambda found: found.pop("usage", None)),
    ),
    breach(
        "completion-total-is-no-sum",
        "TEXT-USAGE-002",
        _answer(lambda found: obj(found, "usage").update(total_tokens=0)),
    ),
    breach("completion-is-too-long", "TEXT-LIMIT-001", answer_of(_spent_too_much, _IS_COMPLETION)),
    breach("cut-text-says-stop", "TEXT-FINISH-001", _reason("length", "stop")),
    breach("text-ends-with-eos", "TEXT-FINISH-002", _reason("stop", "eos")),
    breach("stop-of-a-text-is-ignored", "TEXT-STOP-001", _without("stop")),
    breach("a-token-too-many", "TEXT-LOGPROBS-001", _logprobs(_one_more_token)),
    breach("likelier-than-certain", "TEXT-LOGPROBS-001", _logprobs(_likelier_than_certain)),
    breach("offsets-are-displaced", "TEXT-LOGPROBS-001", _logprobs(_displaced)),
    breach("texts-stream-unasked", "TEXT-PLAIN-001", _always_streaming),
    breach("streamed-texts-labelled-json", "TEXT-SSE-001", _labelled_json),
    breach("stream-of-texts-is-ignored", "TEXT-SSE-001", _without("stream")),
    breach("texts-without-done", "TEXT-SSE-002", events(lambda found: found[:-1])),
    breach("text-after-done", "TEXT-SSE-002", events(lambda found: [*found, found[0]])),
    breach(
        "streamed-text-is-null",
        "TEXT-SSE-003",
        _streamed_choices(lambda choice: choice.update(text=None)),
    ),
    breach("streamed-texts-say-chat", "TEXT-SSE-003", chunks(_renamed)),
    breach(
        "streamed-texts-do-not-finish",
        "TEXT-SSE-004",
        _streamed_choices(lambda choice: choice.update(finish_reason=None)),
    ),
    breach(
        "streamed-texts-finish-always",
        "TEXT-SSE-004",
        _streamed_choices(lambda choice: choice.update(finish_reason="stop")),
    ),
    breach("ids-of-texts-change", "TEXT-SSE-005", chunks(_numbered_ids)),
    breach(
        "streamed-texts-are-empty",
        "TEXT-SSE-006",
        _streamed_choices(lambda choice: choice.update(text="")),
    ),
)
