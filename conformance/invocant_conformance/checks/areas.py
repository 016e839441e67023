"""Checks that every area has: answers fit their schema, requests that break theirs are refused.

Which row judges which task or profile is said by the table of the generic phase. Areas with more
to say have further checks of their own.
"""

from ..exchange import Exchange
from ..generic.mapping import Topic, knows_parameters, row_id
from ..outcomes import Failed, Skipped, Untestable, expect
from ..probes.operation import Operation, takes_a_body
from ..probes.query import Query
from ..registry import check
from ..requirements import by_id
from ..specification import document, operations
from ..specification.records import EVENT_STREAM, Parameter, Stream
from ..surfaces import operation_of, streams
from ..target import TASKS, Surface, Task
from . import sse
from .inputs import expect_refusals
from .schemas import answer_problem, expect_documented
from .streams import read_json

_UNLISTED = "no-such-value"
_MALFORMED = (400, 422)
_ELSEWHERE = ("chat", "embeddings")
"""Tasks with checks of their own for all of this."""


def _answers_whole(surface: Surface) -> bool:
    return not operation_of(surface).always_streams


def _has_no_task(surface: Surface) -> bool:
    return surface.task is None


def _has_parameters(surface: Surface) -> bool:
    return any(map(_broken, operation_of(surface).parameters))


def _has_parameters_but_no_task(surface: Surface) -> bool:
    return surface.task is None and _has_parameters(surface)


def _broken(parameter: Parameter) -> str:
    """Return a value that a parameter of query or header must not have, "" where any will do."""
    schema = document.resolve(parameter.schema)
    limited = "enum" in schema or schema.get("type") in ("integer", "number", "boolean")
    return _UNLISTED if limited and parameter.location != "path" else ""


async def broken_parameters_are_refused(operation: Operation) -> None:
    """A parameter of a wrong type, or not among the listed values, is answered with 4xx."""
    accepted = await operation.accepted()
    if not knows_parameters(operation.operation, accepted.headers):
        raise Skipped("the parameters are LiteLLM's, which the gateway is not", accepted)
    for parameter in operation.operation.parameters:
        if value := _broken(parameter):
            exchange = await operation.with_parameter(parameter, value)
            refused = 400 <= exchange.status < 500
            message = f"{parameter.name}={value} is answered with {exchange.status}"
            expect(refused, message, exchange)


async def answer_fits(query: Query) -> None:
    """The answer to the documented request is as documented."""
    expect_documented(await query.plain(), query.surface.operation_id, query.surface.task)


async def events_fit(query: Query) -> None:
    """A stream is text/event-stream, and the data of its events fits their schema."""
    stream, exchange = query.signature.stream, await query.stream()
    if stream is None:
        raise Skipped("nothing is streamed")
    if exchange.status >= 300:
        raise Untestable(f"answered with {exchange.status}", exchange)
    found = exchange.content_type
    expect(found == EVENT_STREAM, f"content type is {found!r}, not {EVENT_STREAM}", exchange)
    _expect_events(exchange, stream)


def _expect_events(exchange: Exchange, stream: Stream) -> None:
    payloads = [event.data for event in sse.read(exchange.body).events]
    payloads = [data for data in payloads if not stream.marker or data != stream.marker]
    expect(payloads, "the stream has no events", exchange)
    for number, data in enumerate(payloads):
        if problem := answer_problem(stream.event, read_json(data)):
            raise Failed(f"event {number} does not fit its schema: {problem}", exchange)


async def broken_requests_are_refused(operation: Operation) -> None:
    """A request that breaks one constraint is answered with 4xx, the unbroken one is accepted."""
    await expect_refusals(operation)


async def operation_fits(operation: Operation) -> None:
    """The answer of an operation without a task is as documented."""
    expect_documented(await operation.accepted(), operation.surface.operation_id)


async def only_broken_requests_are_refused(operation: Operation) -> None:
    """A request that breaks one constraint is answered with 4xx, the unbroken one is not."""
    exchange = await operation.valid()
    malformed = exchange.status in _MALFORMED
    expect(not malformed, f"a valid request is answered with {exchange.status}", exchange)
    if takes_a_body(operation.surface):
        await expect_refusals(operation)


def _register_task(task: Task) -> None:
    answers, inputs = row_id(task, "", Topic.ANSWER), row_id(task, "", Topic.INPUT)
    if inputs in by_id():
        check(inputs, task=task, where=_has_parameters, suffix=f"[{task}]")(
            broken_parameters_are_refused
        )
    if answers in by_id() and inputs in by_id() and task not in _ELSEWHERE:
        suffix = f"[{task}]"
        check(answers, task=task, where=_answers_whole, suffix=suffix)(answer_fits)
        check(answers, task=task, where=streams, suffix=suffix)(events_fit)
        check(inputs, task=task, suffix=suffix)(broken_requests_are_refused)


def _register_profile(profile: str) -> None:
    answers, inputs = row_id(None, profile, Topic.ANSWER), row_id(None, profile, Topic.INPUT)
    if answers in by_id() and inputs in by_id():
        suffix = f"[{profile}]"
        check(answers, task="any", where=_has_no_task, suffix=suffix)(operation_fits)
        check(inputs, task="any", where=_has_no_task, suffix=suffix)(
            only_broken_requests_are_refused
        )
        check(inputs, task="any", where=_has_parameters_but_no_task, suffix=suffix)(
            broken_parameters_are_refused
        )


for _task in TASKS:
    _register_task(_task)
for _profile in operations.profiles():
    _register_profile(_profile)
