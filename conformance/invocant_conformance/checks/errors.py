"""Checks of refused requests, for every operation: status, shape, and what they give away."""

import json

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonObject
from ..outcomes import Failed, Skipped, expect
from ..probes.management import Management
from ..probes.operation import Operation, names_something, needs_credentials, takes_a_body
from ..registry import check
from ..specification import operations
from ..specification.operations import undeclared_methods
from ..specification.records import JSON
from ..surfaces import operation_of
from .faults import missing_fields, wrong_types
from .schemas import answer_problem

_MALFORMED = (400, 422)


@check("ERR-SHAPE-001", task="any", where=needs_credentials)
async def refusal_without_credentials_has_its_shape(operation: Operation) -> None:
    """The refusal of missing credentials has the shape of its API."""
    if not operation.session.credentials.given:
        raise Skipped("the run has no credentials, so the target may need none")
    _expect_shape(await operation.with_credentials(False), operation)


@check("ERR-SHAPE-001", task="any", where=names_something)
async def refusal_of_an_unknown_name_has_its_shape(operation: Operation) -> None:
    """The refusal of an unknown endpoint or model has the shape of its API."""
    _expect_shape(await operation.of_unknown(), operation)


@check("ERR-SHAPE-001", task="any", where=takes_a_body)
async def refusal_of_broken_json_has_its_shape(operation: Operation) -> None:
    """The refusal of a truncated JSON text has the shape of its API."""
    _expect_shape(await operation.truncated(), operation)


@check("ERR-SHAPE-001", task="any", where=takes_a_body)
async def refusal_of_a_missing_field_has_its_shape(operation: Operation) -> None:
    """The refusal of a body without a required field has the shape of its API."""
    for breakage in missing_fields(operation)[:1]:
        _expect_shape(await operation.with_body(breakage.body), operation)


@check("ERR-SHAPE-001", task="any", where=needs_credentials)
async def refusal_of_a_wrong_token_has_its_shape(operation: Operation) -> None:
    """The refusal of a wrong token has the shape of its API."""
    if not operation.session.credentials.given:
        raise Skipped("the run has no credentials, so the target may need none")
    _expect_shape(await operation.with_credentials("wrong"), operation)


@check("ERR-SHAPE-001", task="any", where=takes_a_body)
async def refusal_of_a_wrong_type_has_its_shape(operation: Operation) -> None:
    """The refusal of a field of a wrong type has the shape of its API."""
    for breakage in wrong_types(operation)[:1]:
        _expect_shape(await operation.with_body(breakage.body), operation)


@check("ERR-SHAPE-001", task="chat")
async def refusal_of_a_stream_has_its_shape(operation: Operation) -> None:
    """The refusal of a stream of malformed messages has the shape of its API."""
    broken = operation.body() | {"stream": True, "messages": "hello"}
    _expect_shape(await operation.with_body(broken), operation)


@check("ERR-SHAPE-001", profile="management")
async def refusals_of_rules_have_their_shape(management: Management) -> None:
    """The refusals of a taken name, of a route to nobody and of a deleted name have the shape."""
    life = await management.lifetime()
    schema = operations.by_id()["createServingEndpoint"].refusal_schema()
    for exchange in (life.conflict, life.refused_update, life.gone, life.updated_late):
        _expect_schema(exchange, schema)


def _expect_shape(exchange: Exchange, operation: Operation) -> None:
    _expect_schema(exchange, operation_of(operation.surface).refusal_schema())


def _expect_schema(exchange: Exchange, schema: JsonObject) -> None:
    if exchange.status < 400:
        raise Skipped(f"not refused but answered with {exchange.status}", exchange)
    found = exchange.content_type
    expect(found == JSON, f"content type of {exchange.status} is {found!r}, not {JSON}", exchange)
    if problem := answer_problem(schema, json_of(exchange)):
        raise Failed(f"answer {exchange.status} has another shape: {problem}", exchange)


@check("ERR-JSON-001", task="any", where=takes_a_body)
async def truncated_json_is_refused(operation: Operation) -> None:
    """A truncated JSON text is answered with 400 or 422, the whole text is accepted."""
    exchange = await operation.truncated()
    refused = exchange.status in _MALFORMED
    expect(refused, f"truncated JSON is answered with {exchange.status}", exchange)
    await operation.accepted()


@check("ERR-JSON-001", task="any", where=takes_a_body)
async def what_is_nearly_json_is_refused(operation: Operation) -> None:
    """A comma too many, and more text after the end, are answered with 400 or 422."""
    whole = json.dumps(operation.body())
    for what, text in {"a comma too many": f"{whole[:-1]},}}", "more text": f"{whole} x"}.items():
        exchange = await operation.with_content(text.encode())
        refused = exchange.status in _MALFORMED
        expect(refused, f"JSON with {what} is answered with {exchange.status}", exchange)


@check("ERR-NAME-001", task="chat", where=names_something)
async def a_stream_of_an_unknown_name_is_refused(operation: Operation) -> None:
    """A stream from an unknown endpoint or model is refused."""
    allowed = (400, 404) if operation.surface.profile == "gateway" else (404,)
    exchange = await operation.of_unknown(stream=True)
    refused = exchange.status in allowed
    expect(refused, f"a stream of an unknown name is answered with {exchange.status}", exchange)


@check("ERR-JSON-002", task="any", where=takes_a_body)
async def other_json_than_objects_is_refused(operation: Operation) -> None:
    """A JSON array, string or null as body is answered with 4xx."""
    for content in (json.dumps([operation.body()]).encode(), b'"text"', b"null"):
        exchange = await operation.with_content(content)
        refused = 400 <= exchange.status < 500
        message = f"the body {content[:20]!r} is answered with {exchange.status}"
        expect(refused, message, exchange)


@check("ERR-NAME-001", task="any", where=names_something)
async def unknown_name_is_refused(operation: Operation) -> None:
    """An unknown endpoint or model is refused, a known one is accepted."""
    allowed = (400, 404) if operation.surface.profile == "gateway" else (404,)
    exchange = await operation.of_unknown()
    refused = exchange.status in allowed
    expect(refused, f"an unknown name is answered with {exchange.status}", exchange)
    await operation.accepted()


@check("ERR-NAME-001", profile="management")
async def similar_names_are_unknown(management: Management) -> None:
    """A name that begins as an existing one, or is the beginning of it, is answered with 404."""
    name = await management.paired()
    for similar in (f"{name}x", name[:-1]):
        exchange = await management.get(similar)
        message = f"a name similar to an existing one is answered with {exchange.status}"
        expect(exchange.status == 404, message, exchange)


@check("ERR-FIELD-001", task="any", where=takes_a_body)
async def missing_field_is_refused(operation: Operation) -> None:
    """A body without a required field is answered with 400 or 422, with it it is accepted."""
    for breakage in missing_fields(operation):
        exchange = await operation.with_body(breakage.body)
        refused = exchange.status in _MALFORMED
        field = "/".join(map(str, breakage.path))
        expect(refused, f"without {field} the answer is {exchange.status}", exchange)
    await operation.accepted()


@check("ERR-TYPE-001", task="any", where=takes_a_body)
async def wrong_type_is_refused(operation: Operation) -> None:
    """A field of a wrong JSON type is answered with 400 or 422, of the right one accepted."""
    for breakage in wrong_types(operation):
        exchange = await operation.with_body(breakage.body)
        refused = exchange.status in _MALFORMED
        message = f"a wrong {breakage.description} is answered with {exchange.status}"
        expect(refused, message, exchange)
    await operation.accepted()


@check("HTTP-METHOD-001", task="any")
async def undeclared_methods_are_refused(operation: Operation) -> None:
    """A method that the path does not declare is answered with 405 or 404."""
    surface = operation.surface
    for method in undeclared_methods(operation_of(surface).path, surface.profile):
        exchange = await operation.with_method(method)
        refused = exchange.status in (404, 405)
        expect(refused, f"{method} is answered with {exchange.status}", exchange)
