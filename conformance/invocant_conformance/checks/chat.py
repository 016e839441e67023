"""Checks of whole chat answers: schema, choices, message, names of things."""

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, Untestable, expect
from ..probes.chat import CHOICES, Chat
from ..registry import check
from ..specification.document import component
from ..specification.records import JSON
from .answers import body, choices, message, says_something, skip_if_refused
from .schemas import expect_documented, request_problem
from .streams import ChatStream


@check("CHAT-SCHEMA-001", task="chat")
async def plain_answer_fits(chat: Chat) -> None:
    """A plain chat is answered as documented."""
    _expect_documented(await chat.plain(), chat)


@check("CHAT-SCHEMA-001", task="chat")
async def cut_answer_fits(chat: Chat) -> None:
    """A chat with max_tokens of 1 is answered as documented."""
    _expect_documented(await chat.cut(), chat)


@check("CHAT-SCHEMA-001", task="chat")
async def several_choices_fit(chat: Chat) -> None:
    """A chat with several choices is answered as documented."""
    _expect_documented(skip_if_refused(await chat.several(), "n"), chat)


@check("CHAT-SCHEMA-001", task="chat")
async def tool_call_fits(chat: Chat) -> None:
    """A chat that calls a tool is answered as documented."""
    _expect_documented(skip_if_refused(await chat.tool(), "tool_choice"), chat)


@check("CHAT-CHOICES-001", task="chat")
async def a_choice_has_index_0(chat: Chat) -> None:
    """A plain chat has choices, indexed from 0 without gaps."""
    exchange = await chat.plain()
    found = [choice.get("index") for choice in choices(exchange)]
    expect(found, "choices is empty", exchange)
    expect(_counts_up(found), f"index values are {found}", exchange)


@check("CHAT-CHOICES-001", task="chat")
async def several_choices_are_indexed(chat: Chat) -> None:
    """Where n is accepted there are n choices, indexed from 0 without gaps."""
    exchange = skip_if_refused(await chat.several(), "n")
    found = [choice.get("index") for choice in choices(exchange)]
    expect(len(found) == CHOICES, f"of {CHOICES} choices {len(found)} came", exchange)
    expect(_counts_up(found), f"index values are {found}", exchange)


def _counts_up(indexes: list[JsonValue]) -> bool:
    """Whether the values are 0 to n-1 in any order, each once."""
    return all(indexes.count(number) == 1 for number in range(len(indexes)))


@check("CHAT-ROLE-001", task="chat")
async def role_is_assistant(chat: Chat) -> None:
    """Every choice of a plain chat has the role assistant."""
    _expect_assistant(await chat.plain())


@check("CHAT-ROLE-001", task="chat")
async def role_of_several_choices_is_assistant(chat: Chat) -> None:
    """Every one of several choices has the role assistant."""
    _expect_assistant(skip_if_refused(await chat.several(), "n"))


@check("CHAT-ROLE-001", task="chat")
async def role_of_a_tool_call_is_assistant(chat: Chat) -> None:
    """Every choice that calls a tool has the role assistant."""
    _expect_assistant(skip_if_refused(await chat.tool(), "tool_choice"))


@check("CHAT-ROLE-001", task="chat")
async def streamed_role_is_assistant(chat: Chat) -> None:
    """Where a delta of a stream names the role, it is assistant."""
    stream = ChatStream(await chat.stream(), chat.surface)
    for part in stream.choices:
        role = part.delta.get("role")
        expect(role in ("assistant", "", None), f"role of a delta is {role!r}", stream.exchange)


def _expect_assistant(exchange: Exchange) -> None:
    for choice in choices(exchange):
        role = message(choice).get("role")
        expect(role == "assistant", f"role is {role!r}, not 'assistant'", exchange)


@check("CHAT-CONTENT-001", task="chat")
async def finished_answer_says_something(chat: Chat) -> None:
    """A message that finished with stop has content or tool calls."""
    _expect_content(await chat.plain())


@check("CHAT-CONTENT-001", task="chat")
async def several_finished_choices_say_something(chat: Chat) -> None:
    """Every one of several choices that finished with stop has content or tool calls."""
    _expect_content(skip_if_refused(await chat.several(), "n"))


def _expect_content(exchange: Exchange) -> None:
    finished = [each for each in choices(exchange) if each.get("finish_reason") == "stop"]
    if not finished:
        raise Skipped("no choice finished with stop", exchange)
    for choice in finished:
        said = says_something(message(choice))
        expect(said, f"choice {choice.get('index')} finished with stop and is empty", exchange)


@check("CHAT-META-001", task="chat")
async def chat_names_itself(chat: Chat) -> None:
    """A chat has object, model, created time and id."""
    exchange = await chat.plain()
    answer = body(exchange)
    kind, model, created = answer.get("object"), answer.get("model"), answer.get("created")
    expect(kind == "chat.completion", f"object is {kind!r}", exchange)
    expect(isinstance(model, str) and model, f"model is {model!r}", exchange)
    expect(_is_time(created), f"created is {created!r}", exchange)
    expect("id" in answer, "id is missing", exchange)
    may_be_null = chat.surface.profile == "invocations"
    identifier = answer["id"]
    named = isinstance(identifier, str) and identifier
    expect(named or (identifier is None and may_be_null), f"id is {identifier!r}", exchange)


def _is_time(value: JsonValue) -> bool:
    """Whether a value is a whole number above 0; JSON Schema counts 1.0 among them."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and float(str(value)).is_integer() and float(str(value)) > 0


@check("CHAT-FINISH-002", task="chat")
async def finish_reason_is_documented(chat: Chat) -> None:
    """Every choice has a documented finish reason; in a workspace it may be null."""
    _expect_reasons(await chat.plain(), chat)


@check("CHAT-FINISH-002", task="chat")
async def finish_reasons_of_several_choices_are_documented(chat: Chat) -> None:
    """Every one of several choices has a documented finish reason, or null in a workspace."""
    _expect_reasons(skip_if_refused(await chat.several(), "n"), chat)


def _expect_reasons(exchange: Exchange, chat: Chat) -> None:
    for choice in choices(exchange):
        reason = choice.get("finish_reason")
        if reason is None and chat.surface.profile == "invocations":
            continue
        problem = request_problem(component("FinishReason"), reason)
        expect(not problem, f"finish_reason of choice {choice.get('index')}: {problem}", exchange)


@check("CHAT-PLAIN-001", task="chat")
async def without_stream_one_body(chat: Chat) -> None:
    """A chat without stream is answered with one JSON body."""
    _expect_one_body(await chat.plain())


@check("CHAT-PLAIN-001", task="chat")
async def with_stream_false_one_body(chat: Chat) -> None:
    """A chat with stream false is answered with one JSON body."""
    _expect_one_body(await chat.unstreamed())


def _expect_one_body(exchange: Exchange) -> None:
    if exchange.status >= 400:
        raise Untestable(f"answered with {exchange.status}", exchange)
    found = exchange.content_type
    expect(found == JSON, f"content type is {found!r}, not {JSON}", exchange)
    expect(isinstance(json_of(exchange), dict), "the body is not one JSON object", exchange)


def _expect_documented(exchange: Exchange, chat: Chat) -> None:
    expect_documented(exchange, chat.surface.operation_id, "chat")
