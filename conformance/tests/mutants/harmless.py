"""Servers that do unusual things which are allowed; the suite has nothing to say against them."""

import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pydantic import JsonValue

from invocant_conformance.checks.sse import Event

from .edits import (
    DONE,
    answer,
    is_chat,
    is_create,
    is_embeddings,
    is_get,
    is_list,
    named_events,
    obj,
    objects,
    refusal,
    stream_bytes,
)
from .middleware import Answer, Call, Mutation, Object, Server
from .refusals import CHAT_MODEL, EMBEDDINGS_MODEL
from .setting_edits import PERMISSIONS

MANAGEMENT, INVOCATIONS, GATEWAY = "management", "invocations", "gateway"
_EXTRA: JsonValue = {"of": ["another", "release"]}
_MAPS = ("metadata", "categories", "category_scores", "category_applied_input_types")
_TIMES = ("creation_timestamp", "last_updated_timestamp", "start_time")
_INT64 = (*_TIMES, "config_version", "calls", "tokens")
_USAGE: Object = {"prompt_tokens": 3, "completion_tokens": 1, "total_tokens": 4}


@dataclass(frozen=True, kw_only=True, slots=True)
class Variant:
    """An allowed peculiarity, numbered as in the table of defects, and who may have it."""

    name: str
    profiles: Sequence[str]
    mutation: Mutation


def _everywhere(edit: Callable[[Object], object]) -> Mutation:
    """Edit every object, at every level, of every JSON answer and every event."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not found.is_json:
            return await named_events(lambda events: [_walked(each, edit) for each in events])(
                call, server
            )
        value = found.value
        _walk(value, edit)
        return found.with_json(value)

    return mutation


def _walk(value: JsonValue, edit: Callable[[Object], object]) -> None:
    """Edit a value in place, but for maps, all of whose members mean the same."""
    if isinstance(value, dict):
        for name, member in value.items():
            if name not in _MAPS:
                _walk(member, edit)
        edit(value)
    elif isinstance(value, list):
        for member in value:
            _walk(member, edit)


def _walked(event: Event, edit: Callable[[Object], object]) -> Event:
    if not event.data.startswith("{"):
        return event
    value: JsonValue = json.loads(event.data)
    _walk(value, edit)
    return replace(event, data=json.dumps(value, ensure_ascii=False))


def _without_nulls(value: Object) -> None:
    for name in [name for name, member in value.items() if member is None]:
        del value[name]


def _sparse(chat: Object) -> None:
    """As the workspace's documented sample: null id and reasons, content in parts."""
    chat["id"] = None
    for choice in objects(chat, "choices"):
        choice["finish_reason"] = None
        message = obj(choice, "message")
        if isinstance(message.get("content"), str):
            message["content"] = [{"type": "text", "text": message["content"]}]


def _usage_everywhere(events: list[Event]) -> list[Event]:
    """Let every chunk have the usage, and one more have nothing else."""
    read: list[Object] = [json.loads(event.data) for event in events if event.data != DONE]
    used: list[Object] = [{**chunk, "usage": _USAGE} for chunk in read]
    used.append({**used[-1], "choices": []})
    return [*(Event(data=json.dumps(chunk)) for chunk in used), Event(data=DONE)]


def _internal_name(value: Object) -> None:
    if "object" in value and "model" in value:
        value["model"] = "internal-build-121024"


def _without_open_reason(value: Object) -> None:
    if "delta" in value and value.get("finish_reason") is None:
        value.pop("finish_reason", None)


async def _other_refusals(call: Call, server: Server) -> Answer:
    """404 for a wrong method, 400 for an unknown model."""
    found = await server.answer(call)
    if found.status == 405:
        return replace(found, status=404)
    if found.status == 404 and (is_chat(call) or is_embeddings(call)):
        return replace(found, status=400)
    if isinstance(members := found.value, list):
        for member in members:
            if isinstance(member, dict) and member.get("status_code") == 404:
                member["status_code"] = 400
        return found.with_json(members)
    return found


async def _own_endpoints_only(call: Call, server: Server) -> Answer:
    """List nothing of the platform's, and an empty list as an empty object."""
    found = await server.answer(call)
    if not is_list(call) or found.status >= 300:
        return found
    entries = objects(found.json, "endpoints")
    own: list[JsonValue] = [each for each in entries if "databricks" not in str(each["name"])]
    return found.with_json({"endpoints": own} if own else {})


def _digits(value: Object) -> None:
    for name in _INT64:
        if name in value:
            value[name] = str(value[name])
    if "traffic_percentage" in value:
        value["traffic_percentage"] = str(value["traffic_percentage"])


def _with_keep_alives(body: bytes) -> bytes:
    return b": ping\n\n\n" + body.replace(b"\n\n", b"\n\n: ping\n\n\n", 3) + b": bye\n\n"


def _reversed_entities(endpoint: Object) -> None:
    config = obj(endpoint, "config")
    config["served_entities"] = [*reversed(objects(config, "served_entities"))]


def _reversed_vectors(found: Object) -> None:
    found["data"] = [*reversed(objects(found, "data"))]


def _has_a_token(call: Call) -> bool:
    return "authorization" in call.headers


def _forbidden(found: Answer) -> Answer:
    return replace(found, status=403) if found.status == 401 else found


async def _pending_at_first(call: Call, server: Server) -> Answer:
    """Answer a create before the endpoint is deployed."""
    found = await server.answer(call)
    if not is_create(call) or found.status != 200:
        return found
    endpoint = found.json
    if "config" not in endpoint:
        return found
    endpoint["pending_config"] = endpoint.pop("config")
    endpoint["state"] = {"ready": "NOT_READY", "config_update": "IN_PROGRESS"}
    return found.with_json(endpoint)


def _without_what_is_off(value: Object) -> None:
    """Leave out of settings what is not set, as of every member with its default."""
    for name, member in tuple(value.items()):
        if name.endswith("_config") and member == {"enabled": False}:
            del value[name]


def _as_scim(found: Answer) -> Answer:
    """Word a refusal as SCIM does."""
    error = {"detail": found.json.get("message"), "status": str(found.status)}
    return found.with_json({**error, "scimType": "invalidValue"})


def _written(write: Callable[[JsonValue], str], content_type: str) -> Mutation:
    """Write JSON otherwise."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not found.is_json:
            return found
        return found.with_body(write(found.value).encode(), content_type=content_type)

    return mutation


async def _compressed(call: Call, server: Server) -> Answer:
    found = await server.answer(call)
    packed = replace(found, headers=found.headers | {"content-encoding": "gzip"})
    return packed.with_body(gzip.compress(found.body))


async def _knowing_no_litellm(call: Call, server: Server) -> Answer:
    """Leave LiteLLM's headers unread, and add none."""
    read = {name: value for name, value in call.headers.items() if not _is_of_litellm(name)}
    found = await server.answer(replace(call, headers=read))
    told = {name: value for name, value in found.headers.items() if not _is_of_litellm(name)}
    return replace(found, headers=told)


def _is_of_litellm(header: str) -> bool:
    return header.startswith("x-litellm-") and header != "x-litellm-api-key"


async def _with_one_model(call: Call, server: Server) -> Answer:
    """Ask the only model that there is, whatever the request says of the model."""
    asked = call.json
    if not asked or "model" in asked:
        return await server.answer(call)
    only = EMBEDDINGS_MODEL if "input" in asked else CHAT_MODEL
    return await server.answer(call.with_json({**asked, "model": only}))


STREAMING = (INVOCATIONS, GATEWAY)
ALL = (MANAGEMENT, INVOCATIONS, GATEWAY)
VARIANTS: tuple[Variant, ...] = (
    Variant(
        name="G01-carriage-returns",
        profiles=STREAMING,
        mutation=stream_bytes(lambda body: body.replace(b"\n", b"\r\n")),
    ),
    Variant(name="G02-keep-alives", profiles=STREAMING, mutation=stream_bytes(_with_keep_alives)),
    Variant(
        name="G03-byte-order-mark",
        profiles=STREAMING,
        mutation=stream_bytes(lambda body: b"\xef\xbb\xbf" + body),
    ),
    Variant(
        name="G04-unknown-members",
        profiles=ALL,
        mutation=_everywhere(lambda value: value.update(x_extra=_EXTRA)),
    ),
    Variant(name="G05-no-nulls", profiles=(GATEWAY,), mutation=_everywhere(_without_nulls)),
    Variant(
        name="G06-documented-sample", profiles=(INVOCATIONS,), mutation=answer(_sparse, is_chat)
    ),
    Variant(
        name="G07-usage-everywhere",
        profiles=(INVOCATIONS,),
        mutation=named_events(_usage_everywhere, is_chat),
    ),
    Variant(name="G08-internal-model", profiles=STREAMING, mutation=_everywhere(_internal_name)),
    Variant(
        name="G09-no-open-reasons",
        profiles=(GATEWAY,),
        mutation=_everywhere(_without_open_reason),
    ),
    Variant(name="G10-other-refusals", profiles=(GATEWAY,), mutation=_other_refusals),
    Variant(name="G11-empty-list", profiles=(MANAGEMENT,), mutation=_own_endpoints_only),
    Variant(name="G12-numbers-as-text", profiles=(MANAGEMENT,), mutation=_everywhere(_digits)),
    Variant(
        name="state-without-suspend",
        profiles=(MANAGEMENT,),
        mutation=answer(lambda endpoint: obj(endpoint, "state").pop("suspend", None), is_get),
    ),
    Variant(
        name="entities-in-another-order",
        profiles=(MANAGEMENT,),
        mutation=answer(_reversed_entities, is_get),
    ),
    Variant(name="wrong-token-is-403", profiles=ALL, mutation=refusal(_forbidden, _has_a_token)),
    Variant(name="pending-after-create", profiles=(MANAGEMENT,), mutation=_pending_at_first),
    Variant(
        name="settings-that-are-off-left-out",
        profiles=(MANAGEMENT,),
        mutation=_everywhere(_without_what_is_off),
    ),
    Variant(
        name="scim-refusals-of-permissions",
        profiles=(MANAGEMENT,),
        mutation=refusal(_as_scim, lambda call: call.path.startswith(PERMISSIONS)),
    ),
    Variant(
        name="vectors-in-another-order",
        profiles=STREAMING,
        mutation=answer(_reversed_vectors, is_embeddings),
    ),
    Variant(
        name="fields-of-events",
        profiles=STREAMING,
        mutation=stream_bytes(
            lambda body: b"retry: 9\n\n" + body.replace(b"data: ", b"id:1\ndata:")
        ),
    ),
    Variant(
        name="pretty-json",
        profiles=ALL,
        mutation=_written(
            lambda value: json.dumps(value, indent=2), "application/json; charset=utf-8"
        ),
    ),
    Variant(
        name="parameters-of-litellm-unread",
        profiles=(GATEWAY,),
        mutation=_knowing_no_litellm,
    ),
    Variant(
        name="no-model-needs-no-name",
        profiles=("provider",),
        mutation=_with_one_model,
    ),
    Variant(name="compressed", profiles=ALL, mutation=_compressed),
)
