"""Checks of refused requests, for every operation: status, shape, and what they give away."""

import json
import re

from ..decoding import json_of
from ..exchange import Exchange
from ..outcomes import Failed, Skipped, expect
from ..probes.operation import Operation, names_in_path_only, names_something, takes_a_body
from ..registry import check
from ..specification.operations import undeclared_methods
from ..specification.records import JSON
from ..surfaces import operation_of
from .breakage import Breakage, breakages, one_for_each_keyword
from .schemas import answer_problem

_MALFORMED = (400, 422)
_METHODS_TRIED = 2
_UPSTREAM = (502, 503, 504)
_DEPTH = 2000
_INTERNALS = re.compile(
    r"Traceback \(most recent call last\)"
    r"|File \\?\"[^\"]+\\?\", line \d+"
    r"|\bat [\w$.<>]+\([\w$]+\.(?:java|scala|kt|js|ts):\d+"
    r"|(?<![\w:/.])/(?:usr|home|opt|var|root|app|srv|Users)/[\w.-]+/"
    r"|\b[A-Za-z]:\\\\?(?:Users|Program Files|Windows)\\"
    r"|site-packages|node_modules"
)


@check("ERR-SHAPE-001", task="any")
async def refusal_without_credentials_has_its_shape(operation: Operation) -> None:
    """The refusal of missing credentials has the shape of its API."""
    if operation.session.token is None:
        raise Skipped("the run has no token, so the target may need none")
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
    for breakage in _missing_fields(operation)[:1]:
        _expect_shape(await operation.with_body(breakage.body), operation)


def _expect_shape(exchange: Exchange, operation: Operation) -> None:
    if exchange.status < 400:
        raise Skipped(f"not refused but answered with {exchange.status}", exchange)
    found = exchange.content_type
    expect(found == JSON, f"content type of {exchange.status} is {found!r}, not {JSON}", exchange)
    schema = operation_of(operation.surface).refusal_schema()
    if problem := answer_problem(schema, json_of(exchange)):
        raise Failed(f"answer {exchange.status} has another shape: {problem}", exchange)


@check("ERR-JSON-001", task="any", where=takes_a_body)
async def truncated_json_is_refused(operation: Operation) -> None:
    """A truncated JSON text is answered with 400 or 422, the whole text is accepted."""
    exchange = await operation.truncated()
    refused = exchange.status in _MALFORMED
    expect(refused, f"truncated JSON is answered with {exchange.status}", exchange)
    await operation.accepted()


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


@check("ERR-FIELD-001", task="any", where=takes_a_body)
async def missing_field_is_refused(operation: Operation) -> None:
    """A body without a required field is answered with 400 or 422, with it it is accepted."""
    for breakage in _missing_fields(operation):
        exchange = await operation.with_body(breakage.body)
        refused = exchange.status in _MALFORMED
        field = "/".join(map(str, breakage.path))
        expect(refused, f"without {field} the answer is {exchange.status}", exchange)
    await operation.accepted()


def _missing_fields(operation: Operation) -> list[Breakage]:
    """Leave out each required field of the body, or, if it has none, the first one within."""
    found = [each for each in _breakages(operation) if each.keyword == "required"]
    return [each for each in found if len(each.path) == 1] or found[:1]


@check("ERR-TYPE-001", task="any", where=takes_a_body)
async def wrong_type_is_refused(operation: Operation) -> None:
    """A field of a wrong JSON type is answered with 400 or 422, of the right one accepted."""
    for breakage in _wrong_types(operation):
        exchange = await operation.with_body(breakage.body)
        refused = exchange.status in _MALFORMED
        message = f"a wrong {breakage.description} is answered with {exchange.status}"
        expect(refused, message, exchange)
    await operation.accepted()


def _wrong_types(operation: Operation) -> list[Breakage]:
    """Give each required field another type, or, if none is required, the first that is sent."""
    required = {each.path for each in _missing_fields(operation)}
    found = [each for each in _breakages(operation) if each.keyword == "type"]
    first = {each.path: each for each in reversed(found)}
    return [first[path] for path in required if path in first] or found[:1]


def _breakages(operation: Operation) -> list[Breakage]:
    body = operation.body()
    schema = operation_of(operation.surface).signature(operation.surface.task).request
    return [] if schema is None else list(breakages(schema, body))


@check("ERR-LEAK-001", task="any", where=takes_a_body)
async def refusals_of_bodies_show_no_internals(operation: Operation) -> None:
    """Refusals of bodies hold neither a stack trace nor a path of the server's files."""
    _expect_no_internals(await operation.truncated())
    for content in _odd_bodies(operation).values():
        _expect_no_internals(await operation.with_content(content))
    for breakage in _wrong_types(operation):
        _expect_no_internals(await operation.with_body(breakage.body))


@check("ERR-LEAK-001", task="any", where=names_something)
async def refusals_of_names_show_no_internals(operation: Operation) -> None:
    """Refusals of unknown names hold neither a stack trace nor a path of the server's files."""
    _expect_no_internals(await operation.of_unknown())


def _expect_no_internals(exchange: Exchange) -> None:
    if exchange.status < 400:
        return
    found = shows_internals(exchange.body.decode(errors="replace"))
    expect(not found, f"answer {exchange.status} shows internals: {found!r}", exchange)


def shows_internals(text: str) -> str:
    """Return the beginning of a stack trace or a path of a file system, empty for none."""
    found = _INTERNALS.search(text)
    return found.group()[:60] if found else ""


@check("ERR-SERVER-001", task="any", where=takes_a_body)
async def odd_bodies_do_not_break_the_server(operation: Operation) -> None:
    """Bodies that are not UTF-8, nested deeply, empty or out of range are not answered with 500."""
    for what, content in _odd_bodies(operation).items():
        _expect_no_failure(await operation.with_content(content), what)


def _odd_bodies(operation: Operation) -> dict[str, bytes]:
    """Return bodies that only a careless parser fails on, by what is odd about them."""
    whole = json.dumps(operation.body())
    return {
        "invalid UTF-8": whole[:-1].encode() + b', "\xff\xfe": "\xc3"}',
        f"{_DEPTH} levels": f'{whole[:-1]}, "odd": {"[" * _DEPTH}{"]" * _DEPTH}}}'.encode(),
        "a lone surrogate and a huge number": f'{whole[:-1]}, "\\ud800": 1{"0" * 400}}}'.encode(),
        "an empty body": b"",
    }


@check("ERR-SERVER-001", task="any", where=takes_a_body)
async def broken_bodies_do_not_break_the_server(operation: Operation) -> None:
    """Bodies that break one constraint are not answered with 500, a required field's type first."""
    for breakage in (*_wrong_types(operation), *one_for_each_keyword(_breakages(operation))):
        _expect_no_failure(await operation.with_body(breakage.body), breakage.description)


@check("ERR-SERVER-001", task="any", where=names_in_path_only)
async def odd_names_do_not_break_the_server(operation: Operation) -> None:
    """Names with control characters or letters beyond ASCII are not answered with 500."""
    for suffix in ("%00", "%F0%9F%98%80", "%2F..%2F", "x" * 500):
        _expect_no_failure(await operation.of_unknown(suffix), f"a name ending in {suffix[:20]}")


def _expect_no_failure(exchange: Exchange, what: str) -> None:
    status = exchange.status
    failed = status >= 500 and status not in _UPSTREAM
    expect(not failed, f"{what} is answered with {status}", exchange)


@check("HTTP-METHOD-001", task="any")
async def undeclared_methods_are_refused(operation: Operation) -> None:
    """A method that the path does not declare is answered with 405 or 404."""
    path = operation.surface.operation.partition(" ")[2]
    for method in undeclared_methods(path)[:_METHODS_TRIED]:
        exchange = await operation.with_method(method)
        refused = exchange.status in (404, 405)
        expect(refused, f"{method} is answered with {exchange.status}", exchange)
