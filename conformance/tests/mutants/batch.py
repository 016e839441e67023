"""Gateways that answer one chat with several models as they should not."""

import json
from collections.abc import Callable
from dataclasses import replace

from pydantic import JsonValue

from .edits import is_chat, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach

_MESSAGES: JsonValue = [{"role": "user", "content": "mended"}]


def _is_batch(call: Call) -> bool:
    return is_chat(call) and "," in str(call.json.get("model"))


def _entries(edit: Callable[[list[Object]], list[Object]]) -> Mutation:
    """Replace the entries of every list of answers."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not _is_batch(call) or found.status != 200:
            return found
        read: list[Object] = json.loads(found.body)
        return found.with_body(json.dumps(edit(read)).encode())

    return mutation


def _failed(entry: Object) -> bool:
    return "choices" not in entry


def _each(edit: Callable[[Object], object], where: Callable[[Object], bool]) -> Mutation:
    def edited(found: list[Object]) -> list[Object]:
        for entry in filter(where, found):
            edit(entry)
        return found

    return _entries(edited)


async def _all_or_nothing(call: Call, server: Server) -> Answer:
    """Refuse the whole request where one model fails."""
    found = await server.answer(call)
    if not _is_batch(call) or found.status != 200:
        return found
    entries: list[Object] = json.loads(found.body)
    if not any(map(_failed, entries)):
        return found
    error: Object = {"message": "one failed", "type": "invalid_request_error", "param": "model"}
    return replace(found, status=404).with_json({"error": {**error, "code": None}})


def _spoilt(found: list[Object]) -> list[Object]:
    """Let all models fail where one does."""
    failures = list(filter(_failed, found))
    return failures[:1] * len(found) if failures else found


def _names_joined(body: Object) -> None:
    model = body.get("model")
    if isinstance(model, list):
        body["model"] = ",".join(map(str, model))


MUTANTS: tuple[Mutant, ...] = (
    breach(
        "batch-entries-without-index",
        "BATCH-SCHEMA-001",
        _each(lambda entry: entry.update(choices=[{}]), lambda entry: not _failed(entry)),
    ),
    breach(
        "batch-takes-any-messages",
        "BATCH-INPUT-001",
        request(lambda body: body.update(messages=_MESSAGES), _is_batch),
    ),
    breach("batch-loses-an-entry", "BATCH-COUNT-001", _entries(lambda found: found[:-1])),
    breach("batch-in-another-order", "BATCH-ORDER-001", _entries(lambda found: found[::-1])),
    breach("batch-is-all-or-nothing", "BATCH-MEMBER-001", _all_or_nothing),
    breach("batch-is-spoilt-by-one", "BATCH-MEMBER-001", _entries(_spoilt)),
    breach(
        "batch-failures-are-all-500",
        "BATCH-ERROR-001",
        _each(lambda entry: entry.update(status_code=500), _failed),
    ),
    breach(
        "batch-failures-say-nothing",
        "BATCH-ERROR-001",
        _each(lambda entry: entry.update(message=" "), _failed),
    ),
    breach(
        "batch-keeps-spaces",
        "BATCH-SPACE-001",
        request(lambda body: body.update(model=str(body["model"]).replace(" ", "_")), _is_batch),
    ),
    breach(
        "batch-ignores-stream",
        "BATCH-STREAM-001",
        request(lambda body: body.pop("stream", None), _is_batch),
    ),
    breach("batch-takes-lists", "BATCH-LIST-001", request(_names_joined, is_chat)),
)
