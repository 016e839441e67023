"""Checks of one chat with several models."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import expect
from ..probes.batch import Batch, entries, is_completion
from ..registry import check
from .schemas import expect_documented


@check("BATCH-SCHEMA-001", task="batch_chat")
async def batch_answers_fit(batch: Batch) -> None:
    """The answers of several models, one of which fails, are as documented."""
    for names in (batch.names, (*batch.names, batch.absent)):
        exchange = await batch.of(*names)
        expect_documented(exchange, batch.surface.operation_id, "batch_chat")


@check("BATCH-INPUT-001", task="batch_chat")
async def broken_batches_are_refused(batch: Batch) -> None:
    """A batch without messages, or with a text in their place, is answered with 4xx."""
    await batch.of(*batch.names)
    wrong: tuple[JsonValue, ...] = ([], "hello", None)
    for messages in wrong:
        exchange = await batch.ask(messages=messages)
        _expect_refused(exchange, f"messages {messages!r}")


@check("BATCH-COUNT-001", task="batch_chat")
async def every_model_has_an_entry(batch: Batch) -> None:
    """There are as many entries as names, a name that is there twice counting twice."""
    for names in (batch.names, (*batch.names, batch.names[0])):
        exchange = await batch.of(*names)
        found = len(entries(exchange))
        expect(found == len(names), f"{len(names)} names give {found} entries", exchange)


@check("BATCH-ORDER-001", task="batch_chat")
async def entries_are_in_order(batch: Batch) -> None:
    """The error of a model that does not exist is at its place."""
    first, *_, last = batch.names
    for names in ((batch.absent, first), (first, batch.absent, last), (last, batch.absent)):
        exchange = await batch.of(*names)
        answered = [is_completion(entry) for entry in entries(exchange)]
        wanted = [name != batch.absent for name in names]
        same = answered == wanted
        expect(same, f"answers are {answered}, the models that exist {wanted}", exchange)


@check("BATCH-MEMBER-001", task="batch_chat")
async def others_answer_all_the_same(batch: Batch) -> None:
    """Beside a model that does not exist the others answer."""
    exchange = await batch.of(*batch.names, batch.absent)
    expect(exchange.status == 200, f"answered with {exchange.status}", exchange)
    answered = sum(map(is_completion, entries(exchange)))
    wanted = len(batch.names)
    expect(answered == wanted, f"{answered} of {wanted} models answered", exchange)


@check("BATCH-MEMBER-001", task="batch_chat")
async def failures_of_all_are_entries(batch: Batch) -> None:
    """Where no model exists the status is 200 and every entry a failure."""
    exchange = await batch.of(batch.absent, f"{batch.absent}-2")
    expect(exchange.status == 200, f"answered with {exchange.status}", exchange)
    answered = sum(map(is_completion, entries(exchange)))
    expect(not answered, f"{answered} models that do not exist answered", exchange)


@check("BATCH-ERROR-001", task="batch_chat")
async def failures_say_what_went_wrong(batch: Batch) -> None:
    """An entry without choices has the status that the model alone has, and a message."""
    exchange = await batch.of(batch.names[0], batch.absent)
    failed = [entry for entry in entries(exchange) if not is_completion(entry)]
    alone = await batch.alone(batch.absent)
    for entry in failed:
        status = entry.get("status_code")
        same = status == alone.status
        expect(same, f"status_code is {status}, alone it is {alone.status}", exchange)
        message = entry.get("message")
        said = isinstance(message, str) and bool(message.strip())
        expect(said, f"message is {message!r}", exchange)


@check("BATCH-SPACE-001", task="batch_chat")
async def spaces_do_not_count(batch: Batch) -> None:
    """Names with spaces round them are found."""
    exchange = await batch.of(*batch.names, separator=" , ")
    answered = sum(map(is_completion, entries(exchange)))
    wanted = len(batch.names)
    expect(answered == wanted, f"{answered} of {wanted} models answered", exchange)


@check("BATCH-STREAM-001", task="batch_chat")
async def batches_are_not_streamed(batch: Batch) -> None:
    """A batch with stream true is answered with 4xx."""
    await batch.of(*batch.names)
    _expect_refused(await batch.ask(stream=True), "stream true")


@check("BATCH-LIST-001", task="batch_chat")
async def lists_of_names_are_refused(batch: Batch) -> None:
    """A JSON array as model is answered with 400 or 422."""
    exchange = await batch.ask(model=list(batch.names))
    refused = exchange.status in (400, 422)
    expect(refused, f"a list of names is answered with {exchange.status}", exchange)


def _expect_refused(exchange: Exchange, what: str) -> None:
    refused = 400 <= exchange.status < 500
    expect(refused, f"{what} is answered with {exchange.status}", exchange)
