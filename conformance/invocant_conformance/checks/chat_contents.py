"""Checks of what a chat says: stop sequences, structured answers, log probabilities."""

from ..exchange import Exchange
from ..outcomes import Failed, Skipped, expect
from ..probes.chat import Chat
from ..probes.chat_variations import (
    ALTERNATIVES,
    JSON_OBJECT,
    JSON_SCHEMA,
    LOGPROBS,
    SCHEMA,
    STOP,
    STOPPED,
    STOPPED_BY_TEXT,
)
from ..probes.probe import Object
from ..registry import check
from .answers import choices, message, objects, skip_if_refused, text
from .schemas import request_problem
from .streams import ChatStream, read_json


@check("CHAT-STOP-001", task="chat")
async def a_stop_sequence_is_not_in_the_answer(chat: Chat) -> None:
    """No content holds the stop sequence, given in a list or as text."""
    for stop in (STOPPED, STOPPED_BY_TEXT):
        exchange = skip_if_refused(await chat.ask(**stop), "stop")
        for choice in choices(exchange):
            _expect_stopped(text(message(choice).get("content")), exchange)


@check("CHAT-STOP-001", task="chat")
async def a_stop_sequence_is_not_in_a_stream(chat: Chat) -> None:
    """The deltas of no choice add up to a text with the stop sequence."""
    exchange = skip_if_refused(await chat.ask(**STOPPED, stream=True), "stop")
    stream = ChatStream(exchange, chat.surface)
    for index in stream.indexes:
        _expect_stopped(stream.text(index), exchange)


def _expect_stopped(said: str, exchange: Exchange) -> None:
    expect(STOP not in said, f"the content holds the stop sequence {STOP!r}", exchange)


@check("CHAT-FORMAT-001", task="chat")
async def a_json_object_comes(chat: Chat) -> None:
    """With json_object the content is a JSON object."""
    asked = await chat.ask(**JSON_OBJECT)
    exchange = skip_if_refused(asked, "json_object")
    for choice in _complete(exchange):
        said = text(message(choice).get("content"))
        is_object = isinstance(read_json(said), dict)
        expect(is_object, f"the content is no JSON object: {said[:80]!r}", exchange)


@check("CHAT-FORMAT-002", task="chat")
async def json_of_the_schema_comes(chat: Chat) -> None:
    """With json_schema the content is JSON that fits the schema."""
    asked = await chat.ask(**JSON_SCHEMA)
    exchange = skip_if_refused(asked, "json_schema")
    for choice in _complete(exchange):
        said = text(message(choice).get("content"))
        if problem := request_problem(SCHEMA, read_json(said)):
            raise Failed(f"the content does not fit the schema: {problem}", exchange)


def _complete(exchange: Exchange) -> list[Object]:
    """Return the choices that were not cut at max_tokens."""
    found = [each for each in choices(exchange) if each.get("finish_reason") != "length"]
    if not found:
        raise Skipped("every choice was cut", exchange)
    return found


@check("CHAT-LOGPROBS-001", task="chat")
async def log_probabilities_belong_to_the_answer(chat: Chat) -> None:
    """The tokens joined are the text, and no log probability is above 0."""
    asked = await chat.ask(**LOGPROBS)
    exchange = skip_if_refused(asked, "logprobs")
    found = [(choice, said) for choice in choices(exchange) if (said := _logprobs(choice))]
    if not found:
        raise Skipped("no log probabilities came", exchange)
    for choice, said in found:
        entries = objects(said, "content", exchange)
        joined = "".join(str(entry.get("token")) for entry in entries)
        whole = text(message(choice).get("content"))
        expect(joined == whole, f"the tokens are {joined[:40]!r}, not the text", exchange)
        for entry in entries:
            _expect_likely(entry, exchange)


def _logprobs(choice: Object) -> Object | None:
    said = choice.get("logprobs")
    return said if isinstance(said, dict) and isinstance(said.get("content"), list) else None


def _expect_likely(entry: Object, exchange: Exchange) -> None:
    number = entry.get("logprob")
    right = isinstance(number, int | float) and number <= 0
    expect(right, f"a log probability is {number!r}", exchange)
    others = entry.get("top_logprobs")
    count = len(others) if isinstance(others, list) else 0
    expect(count <= ALTERNATIVES, f"a token has {count} alternatives", exchange)
