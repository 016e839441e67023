"""Servers that answer queries of any task otherwise than documented."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import replace

from .edits import headers, status
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .refusals import TOKEN

_HEADER = "served-model-name"
_MARKS = {"client_request_id", "usage_context"}


def _is_query(call: Call) -> bool:
    return call.path.startswith("/serving-endpoints/")


def _names_a_served_model(call: Call) -> bool:
    return "/served-models/" in call.path


def _header(value: str | None) -> Mutation:
    """Say another served entity, or none."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        kept = {name: each for name, each in found.headers.items() if name != _HEADER}
        return replace(found, headers=kept | ({_HEADER: value} if value else {}))

    return mutation


async def _any_served_model(call: Call, server: Server) -> Answer:
    """Let the endpoint answer for served models that it does not have."""
    found = await server.answer(call)
    if found.status != 404 or not _names_a_served_model(call):
        return found
    before, _, after = call.path.partition("/served-models/")
    return await server.answer(replace(call, path=f"{before}/{after.rpartition('/')[2]}"))


async def _one_id(call: Call, server: Server) -> Answer:
    """Give all requests the same id."""
    found = await server.answer(call)
    return replace(found, headers=found.headers | {"x-request-id": "req-0"})


def _refused(where: Callable[[Call], bool]) -> Mutation:
    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not _is_query(call) or not where(call) or found.status >= 300:
            return found
        refusal: Object = {"error_code": "BAD_REQUEST", "message": "refused"}
        return replace(found.with_json(refusal), status=400)

    return mutation


def _names_another_model(call: Call) -> bool:
    return call.path.endswith("/invocations") and "model" in call.json


async def _any_task(call: Call, server: Server) -> Answer:
    """Answer a body of another task with something."""
    found = await server.answer(call)
    if found.status != 400 or not call.path.endswith("/invocations") or len(call.json) != 1:
        return found
    return replace(found.with_json({"data": []}), status=200)


def _user_and_password(call: Call) -> tuple[str, str]:
    scheme, _, credentials = call.headers.get("authorization", "").partition(" ")
    try:
        decoded = base64.b64decode(credentials, validate=True) if scheme == "Basic" else b""
    except binascii.Error:
        decoded = b""
    user, _, password = decoded.decode(errors="replace").partition(":")
    return user, password


def _bearer_only(call: Call) -> dict[str, str]:
    user, _ = _user_and_password(call)
    return call.headers if not user else {**call.headers, "authorization": "Bearer none"}


def _any_user(call: Call) -> dict[str, str]:
    _, password = _user_and_password(call)
    right = password == TOKEN
    return {**call.headers, "authorization": f"Bearer {TOKEN}"} if right else call.headers


def _any_password(call: Call) -> dict[str, str]:
    user, _ = _user_and_password(call)
    right = user == "token"
    return {**call.headers, "authorization": f"Bearer {TOKEN}"} if right else call.headers


def _is_large(call: Call) -> bool:
    return len(call.body) > 4 * 1024 * 1024


async def _any_size(call: Call, server: Server) -> Answer:
    """Read bodies of any size."""
    return await server.answer(replace(call, body=call.body.strip()))


def _code(edit: Callable[[str], str], where: Callable[[Answer], bool]) -> Mutation:
    """Edit the code of refusals."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        code = found.json.get("error_code")
        if found.status < 400 or not isinstance(code, str) or not where(found):
            return found
        return found.with_json({**found.json, "error_code": edit(code)})

    return mutation


MUTANTS: tuple[Mutant, ...] = (
    breach("served-entity-is-not-named", "QUERY-SERVED-001", _header(None)),
    breach("another-served-entity-answers", "QUERY-SERVED-002", _header("somebody-else")),
    breach("unknown-served-models-answer", "QUERY-SERVED-003", _any_served_model),
    breach("model-in-the-body-is-refused", "QUERY-MODEL-001", _refused(_names_another_model)),
    breach("bodies-of-other-tasks-are-taken", "QUERY-TASK-001", _any_task),
    breach(
        "marks-are-refused",
        "QUERY-TRACK-001",
        _refused(lambda call: bool(call.json.keys() & _MARKS)),
    ),
    breach("basic-is-refused", "AUTH-BASIC-001", headers(_bearer_only)),
    breach("any-password-is-taken", "AUTH-BASIC-001", headers(_any_password)),
    breach("any-user-is-taken", "AUTH-BASIC-002", headers(_any_user)),
    breach("bodies-of-any-size-are-read", "LIM-PAYLOAD-001", _any_size),
    breach("tables-of-any-size-are-read", "LIM-PAYLOAD-002", _any_size),
    breach("tables-of-5-mb-are-refused", "LIM-PAYLOAD-002", status(413, _is_large)),
    breach(
        "unknown-names-have-another-code",
        "ERR-CODE-001",
        _code(lambda code: "BAD_REQUEST", lambda found: found.status == 404),
    ),
    breach(
        "unknown-names-are-forbidden",
        "ERR-CODE-003",
        _code(lambda code: "PERMISSION_DENIED", lambda found: found.status == 404),
    ),
    breach("all-requests-are-one", "QUERY-REQUEST-001", _one_id),
    breach("codes-in-small-letters", "ERR-CODE-002", _code(str.lower, lambda found: True)),
)
