"""Checks of queries of every task: who answers, and what a query may carry."""

from urllib.parse import quote, unquote

from ..outcomes import Skipped, expect
from ..probes.operation import Operation
from ..probes.probe import Object
from ..probes.query import Query
from ..registry import check
from ..specification.document import properties
from ..surfaces import operation_of
from ..target import Surface
from .answers import body

_OTHER_MODEL = "another-model"
_HEADER = "served-model-name"
_REQUEST_ID = "x-request-id"


def _is_query(surface: Surface) -> bool:
    """Whether a surface is a query of an endpoint."""
    return surface.task is not None


def _names_in_path(surface: Surface) -> bool:
    """Whether a surface is a query whose path names the endpoint."""
    return _is_query(surface) and not surface.names_model_in_body


def _takes_marks(surface: Surface) -> bool:
    """Whether a surface is a query that may carry the caller's marks."""
    schema = operation_of(surface).signature(surface.task).request if _is_query(surface) else None
    return "client_request_id" in properties(schema)


def _names_a_served_model(surface: Surface) -> bool:
    """Whether a surface is a query whose path names a served model."""
    return "{served_model_name}" in surface.operation


@check("QUERY-SERVED-001", task="any", where=_names_in_path)
async def answers_name_the_served_entity(operation: Operation) -> None:
    """The answer to a query has the header served-model-name."""
    exchange = await operation.accepted()
    expect(exchange.headers.get(_HEADER), f"the header {_HEADER} is missing", exchange)


@check("QUERY-SERVED-002", task="any", where=_names_a_served_model)
async def the_named_served_model_answers(operation: Operation) -> None:
    """The header of the answer has the served model that the path names."""
    exchange = await operation.accepted()
    found = exchange.headers.get(_HEADER)
    if found is None:
        raise Skipped(f"there is no header {_HEADER}", exchange)
    asked = unquote((await operation.path()).split("/")[-2])
    expect(unquote(found) == asked, f"{found!r} answered, {asked!r} was asked", exchange)


@check("QUERY-SERVED-003", task="any", where=_names_a_served_model)
async def an_unknown_served_model_is_refused(operation: Operation) -> None:
    """A served model that the endpoint does not have is answered with 404."""
    await operation.accepted()
    path = await operation.path()
    unknown = quote(operation.session.invent_name("unknown"), safe="")
    steps = path.split("/")
    steps[-2] = unknown
    exchange = await operation.once(operation.method, "/".join(steps), json=operation.body())
    refused = exchange.status == 404
    expect(refused, f"an unknown served model is answered with {exchange.status}", exchange)


@check("QUERY-MODEL-001", task="any", where=_names_in_path)
async def the_path_names_the_endpoint(operation: Operation) -> None:
    """A query is accepted whatever model its body names."""
    await operation.accepted()
    exchange = await operation.with_body(operation.body() | {"model": _OTHER_MODEL})
    accepted = exchange.status < 300
    expect(accepted, f"another model in the body is answered with {exchange.status}", exchange)


@check("QUERY-REQUEST-001", task="any", where=_is_query)
async def answers_identify_the_request(operation: Operation) -> None:
    """Two answers have a header x-request-id each, and not the same."""
    found = [
        (await operation.accepted()).headers.get(_REQUEST_ID),
        (await operation.of_unknown()).headers.get(_REQUEST_ID),
    ]
    expect(all(found), f"the header {_REQUEST_ID} is missing")
    expect(found[0] != found[1], f"two answers have the same {_REQUEST_ID}, {found[0]!r}")


@check("QUERY-TASK-001", task="chat", where=_names_in_path)
async def embeddings_of_a_chat_model_are_refused(query: Query) -> None:
    """A chat model answers a request for embeddings with 400."""
    await _expect_refusal(query, {"input": "hello"})


@check("QUERY-TASK-001", task="embeddings", where=_names_in_path)
async def chats_with_an_embeddings_model_are_refused(query: Query) -> None:
    """An embeddings model answers a chat with 400."""
    await _expect_refusal(query, {"messages": [{"role": "user", "content": "hello"}]})


async def _expect_refusal(query: Query, other: Object) -> None:
    body(await query.plain())
    exchange = await query.once(query.surface.method, query.surface.path, json=other)
    refused = exchange.status == 400
    expect(refused, f"a body of another task is answered with {exchange.status}", exchange)


@check("QUERY-TRACK-001", task="any", where=_takes_marks)
async def a_query_may_carry_marks(operation: Operation) -> None:
    """client_request_id and usage_context are accepted."""
    await operation.accepted()
    marks: Object = {"client_request_id": "conformance", "usage_context": {"suite": "invocant"}}
    exchange = await operation.with_body(operation.body() | marks)
    accepted = exchange.status < 300
    expect(accepted, f"the caller's marks are answered with {exchange.status}", exchange)
