"""Gateways that treat names in paths, fields and headers of their own as they should not."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from .edits import answer_of, headers, is_chat, obj, objects, refusal
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .refusals import TOKEN

_NAMED = re.compile("/(engines|openai/deployments)/([^/]+)/")
_KEY_HEADERS = ("x-api-key", "api-key", "x-litellm-api-key")
_CALL_ID = "x-litellm-call-id"
_ID = "x-litellm-model-id"
_TIMEOUT = "x-litellm-timeout"


def _refused(message: str) -> Answer:
    error: Object = {"message": message, "type": "invalid_request_error", "param": None}
    return Answer(status=400, headers={}, body=b"").with_json({"error": {**error, "code": None}})


def _refusing(where: Callable[[Call], bool]) -> Mutation:
    async def mutation(call: Call, server: Server) -> Answer:
        return _refused("no") if where(call) else await server.answer(call)

    return mutation


def _without(*names: str) -> Mutation:
    """Take headers from every request."""
    return headers(
        lambda call: {name: value for name, value in call.headers.items() if name not in names}
    )


def _answered(edit: Callable[[Call, Answer], dict[str, str]]) -> Mutation:
    """Set headers of every answer of a chat."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not is_chat(call):
            return found
        return replace(found, headers=found.headers | edit(call, found))

    return mutation


async def _body_wins(call: Call, server: Server) -> Answer:
    model = call.json.get("model")
    named = _NAMED.search(call.path)
    if named and isinstance(model, str):
        path = call.path.replace(named[2], quote(model, safe=""), 1)
        return await server.answer(replace(call, path=path))
    return await server.answer(call)


def _mocked(call: Call, chat: Object) -> None:
    if isinstance(call.json.get("mock_response"), str):
        for choice in objects(chat, "choices"):
            obj(choice, "message")["content"] = call.json["mock_response"]


async def _keys_let_in(call: Call, server: Server) -> Answer:
    """Take any key that is not a bearer token."""
    if any(name in call.headers for name in _KEY_HEADERS):
        kept = {key: value for key, value in call.headers.items() if key not in _KEY_HEADERS}
        call = replace(call, headers=kept | {"authorization": f"Bearer {TOKEN}"})
    return await server.answer(call)


async def _unlimited(call: Call, server: Server) -> Answer:
    kept = {name: value for name, value in call.headers.items() if name != _TIMEOUT}
    call = replace(call, headers=kept)
    body = {name: value for name, value in call.json.items() if name != "timeout"}
    return await server.answer(call.with_json(body) if "timeout" in call.json else call)


def _error(edit: Callable[[Object], object]) -> Mutation:
    def edited(found: Answer) -> Answer:
        value = found.json
        edit(obj(value, "error"))
        return found.with_json(value)

    return refusal(edited, is_chat)


MUTANTS: tuple[Mutant, ...] = (
    breach(
        "model-needed-beside-the-path",
        "GW-ALIAS-001",
        _refusing(lambda call: bool(_NAMED.search(call.path)) and "model" not in call.json),
    ),
    breach("model-of-the-body-wins", "GW-ALIAS-002", _body_wins),
    breach(
        "metadata-in-a-header",
        "GW-META-001",
        _answered(lambda call, found: {"x-metadata": json.dumps(call.json.get("metadata"))}),
    ),
    breach(
        "own-fields-are-refused",
        "GW-FIELDS-001",
        _refusing(lambda call: is_chat(call) and "tags" in call.json),
    ),
    breach("call-id-is-another", "GW-CALLID-001", _without(_CALL_ID)),
    breach(
        "call-id-is-always-the-same",
        "GW-CALLID-001",
        _answered(lambda call, found: {_CALL_ID: call.headers.get(_CALL_ID, "call-1")}),
    ),
    breach(
        "deployment-is-unknown",
        "GW-HEADER-001",
        _answered(lambda call, found: {_ID: "0" * 64}),
    ),
    breach("time-limits-are-ignored", "GW-TIMEOUT-001", _unlimited),
    breach("azure-header-is-not-read", "GW-KEYS-001", _without("api-key")),
    breach("wrong-keys-in-headers-are-let-in", "GW-KEYS-002", _keys_let_in),
    breach("codes-are-numbers", "GW-ERROR-001", _error(lambda error: error.update(code=400))),
    breach("errors-without-param", "GW-ERROR-002", _error(lambda error: error.pop("param", None))),
    breach("clients-mock-answers", "GW-MOCK-001", answer_of(_mocked, is_chat)),
)
