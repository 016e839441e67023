"""Servers that let in, refuse or fail as they should not, on every operation."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import parse_qs

from invocant_conformance.requirements import Level
from invocant_conformance.target import Task

from .edits import anything, headers, is_chat, is_create, is_delete, is_embeddings, refusal
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach, defect

TOKEN = "dapi-5f0c2d7e91b34a68"
CHAT_MODEL = "databricks-meta-llama-3-3-70b-instruct"
EMBEDDINGS_MODEL = "databricks-gte-large-en"
MODELS: Mapping[Task, str] = {"chat": CHAT_MODEL, "embeddings": EMBEDDINGS_MODEL}
"""The models of tasks for which the first one that the server lists will not do."""
ALL: Mapping[str, Level] = {
    "management": Level.MUST,
    "invocations": Level.MUST,
    "gateway": Level.MUST,
}
ALL_SHOULD: Mapping[str, Level] = dict.fromkeys(ALL, Level.SHOULD)
_MALFORMED = (400, 422)
_REFUSED = (400, 404, 422)
_TRACEBACK = 'Traceback (most recent call last):\n  File "/srv/app/main.py", line 7, in serve\n'


def _let_in(where: Callable[[Call], bool]) -> Mutation:
    """Give some calls the right token."""

    def edit(call: Call) -> dict[str, str]:
        return call.headers | {"authorization": f"Bearer {TOKEN}"} if where(call) else call.headers

    return headers(edit)


def _has_no_token(call: Call) -> bool:
    return "authorization" not in call.headers


def _has_a_token(call: Call) -> bool:
    return not _has_no_token(call)


def _has_a_token_in_the_query(call: Call) -> bool:
    return TOKEN in parse_qs(call.query).get("access_token", [])


def _has_a_token_of_a_known_form(call: Call) -> bool:
    return call.headers.get("authorization", "").startswith("Bearer dapi")


def _is_broken_json(call: Call) -> bool:
    try:
        json.loads(call.body or b"{}")
    except ValueError:
        return True
    return False


def _is_no_object(call: Call) -> bool:
    return not _is_broken_json(call) and not call.json and call.body not in (b"", b"{}")


def _is_odd(call: Call) -> bool:
    return b"\xff" in call.body or "%00" in call.path


def _answered(status: int, where: Callable[[Call], bool], statuses: tuple[int, ...]) -> Mutation:
    """Answer with another status what is refused with one of some statuses."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        return replace(found, status=status) if where(call) and found.status in statuses else found

    return mutation


async def _lenient(call: Call, server: Server) -> Answer:
    """Serve a sensible body in the place of one that is malformed."""
    found = await server.answer(call)
    if found.status not in _MALFORMED or not call.json:
        return found
    return await server.answer(call.with_json(_sensible(call)))


def _sensible(call: Call) -> Object:
    if is_chat(call):
        return {"model": CHAT_MODEL, "messages": [{"role": "user", "content": "hello"}]}
    if is_embeddings(call):
        return {"model": EMBEDDINGS_MODEL, "input": "hello"}
    model: Object = {"name": "gpt-4o-mini", "provider": "openai", "task": "llm/v1/chat"}
    model["openai_config"] = {"openai_api_key": "{{secrets/a/b}}"}
    config: Object = {"served_entities": [{"name": "default", "external_model": model}]}
    return {"name": "sensible", "config": config} if is_create(call) else config


def _detail(found: Answer) -> Answer:
    return found.with_json({"detail": "refused"})


def _text(found: Answer) -> Answer:
    return found.with_body(b"Internal Server Error", content_type="text/plain")


def _html(found: Answer) -> Answer:
    return found.with_body(b"<html><h1>refused</h1></html>", content_type="text/html")


def _json_labelled_html(found: Answer) -> Answer:
    return found.with_body(found.body, content_type="text/html")


def _with_traceback(found: Answer) -> Answer:
    """Put a stack trace into every message."""
    edited = found.json
    error = edited.get("error")
    owner = error if isinstance(error, dict) else edited
    owner["message"] = f"{owner.get('message')} {_TRACEBACK}"
    return found.with_json(edited)


async def _quoting_the_token(call: Call, server: Server) -> Answer:
    """Repeat the credentials in the message of every refusal."""
    found = await server.answer(call)
    if found.status < 400:
        return found
    return found.with_json({**found.json, "credentials": call.headers.get("authorization")})


async def _returning_the_token(call: Call, server: Server) -> Answer:
    """Repeat the credentials in a header."""
    found = await server.answer(call)
    token = call.headers.get("authorization", "")
    return replace(found, headers=found.headers | {"x-caller": token})


MUTANTS: tuple[Mutant, ...] = (
    defect("V14-detail", "ERR-SHAPE-001", refusal(_detail), ALL),
    defect("V14-plain-text", "ERR-SHAPE-001", refusal(_text), ALL),
    defect("V14-html", "ERR-SHAPE-001", refusal(_html), ALL),
    defect("V14-json-labelled-html", "ERR-SHAPE-001", refusal(_json_labelled_html), ALL),
    defect(
        "V15-broken-json-is-500", "ERR-JSON-001", _answered(500, _is_broken_json, _MALFORMED), ALL
    ),
    defect(
        "V15-broken-json-is-200", "ERR-JSON-001", _answered(200, _is_broken_json, _MALFORMED), ALL
    ),
    defect("V16-missing-token-accepted", "AUTH-TOKEN-001", _let_in(_has_no_token), ALL),
    defect(
        "V16-token-in-query-accepted", "AUTH-TOKEN-001", _let_in(_has_a_token_in_the_query), ALL
    ),
    defect("V16-wrong-token-accepted", "AUTH-TOKEN-002", _let_in(_has_a_token), ALL),
    defect("V16-only-prefix-checked", "AUTH-TOKEN-002", _let_in(_has_a_token_of_a_known_form), ALL),
    defect(
        "V17-undeclared-method-is-200",
        "HTTP-METHOD-001",
        _answered(200, anything, (405,)),
        ALL_SHOULD,
    ),
    defect("V25-unknown-name-is-200", "ERR-NAME-001", _answered(200, anything, (404,)), ALL),
    defect("V25-unknown-name-is-500", "ERR-NAME-001", _answered(500, anything, (404,)), ALL),
    defect(
        "V24-unknown-delete-is-200",
        "MGMT-DELETE-003",
        _answered(200, is_delete, (404,)),
        {"management": Level.MUST},
    ),
    breach("token-in-a-refusal", "AUTH-ECHO-001", _quoting_the_token),
    breach("token-in-a-header", "AUTH-ECHO-001", _returning_the_token),
    breach("array-is-500", "ERR-JSON-002", _answered(500, _is_no_object, _REFUSED)),
    breach("array-is-200", "ERR-JSON-002", _answered(200, _is_no_object, _REFUSED)),
    breach("missing-fields-are-filled-in", "ERR-FIELD-001", _lenient),
    breach("wrong-types-are-replaced", "ERR-TYPE-001", _lenient),
    breach("broken-endpoints-are-mended", "MGMT-INPUT-001", _lenient),
    breach("traceback-in-a-message", "ERR-LEAK-001", refusal(_with_traceback)),
    breach("odd-bytes-are-500", "ERR-SERVER-001", _answered(500, _is_odd, _REFUSED)),
)
