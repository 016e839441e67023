"""Checks of whole chat answers: schema, choices, message, names of things."""

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, Untestable, expect
from ..probes.chat import CHOICES, Chat
from ..registry import check
from ..specification.document import component
from ..specification.records import JSON
from .answers import body, choices, counts_up, message, says_something, skip_if_refused
from .asked import whole_chats
from .schemas import expect_documented, request_problem
from .streams import ChatStream

_MILLISECONDS = 10**11
"""No time in seconds is as large as this for 3000 years; all times in milliseconds are."""


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
    expect_counting(await chat.plain())


def expect_counting(exchange: Exchange) -> None:
    """Judge that there are choices, indexed from 0 without gaps."""
    found = [choice.get("index") for choice in choices(exchange)]
    expect(found, "choices is empty", exchange)
    expect(counts_up(found), f"index values are {found}", exchange)


@check("CHAT-CHOICES-001", task="chat")
async def several_choices_are_indexed(chat: Chat) -> None:
    """Where n is accepted there are n choices, indexed from 0 without gaps."""
    exchange = skip_if_refused(await chat.several(), "n")
    found = [choice.get("index") for choice in choices(exchange)]
    expect(len(found) == CHOICES, f"of {CHOICES} choices {len(found)} came", exchange)
    expect(counts_up(found), f"index values are {found}", exchange)


@check("CHAT-ROLE-001", task="chat")
async def role_is_assistant(chat: Chat) -> None:
    """Every choice of a plain chat has the role assistant."""
    expect_assistant(await chat.plain())


@check("CHAT-ROLE-001", task="chat")
async def role_of_several_choices_is_assistant(chat: Chat) -> None:
    """Every one of several choices has the role assistant."""
    expect_assistant(skip_if_refused(await chat.several(), "n"))


@check("CHAT-ROLE-001", task="chat")
async def role_of_a_tool_call_is_assistant(chat: Chat) -> None:
    """Every choice that calls a tool has the role assistant."""
    expect_assistant(skip_if_refused(await chat.tool(), "tool_choice"))


@check("CHAT-ROLE-001", task="chat")
async def streamed_role_is_assistant(chat: Chat) -> None:
    """Where a delta of a stream names the role, it is assistant."""
    expect_assistant_deltas(ChatStream(await chat.stream(), chat.surface))


def expect_assistant_deltas(stream: ChatStream) -> None:
    """Judge that no delta of a stream names another role."""
    for part in stream.choices:
        role = part.delta.get("role")
        expect(role in ("assistant", "", None), f"role of a delta is {role!r}", stream.exchange)


@check("CHAT-ROLE-001", task="chat")
async def role_of_a_cut_answer_is_assistant(chat: Chat) -> None:
    """Every choice that was cut at max_tokens has the role assistant."""
    expect_assistant(await chat.cut())


def expect_assistant(exchange: Exchange) -> None:
    """Judge that every choice has the role assistant."""
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
    if not any(each.get("finish_reason") == "stop" for each in choices(exchange)):
        raise Skipped("no choice finished with stop", exchange)
    expect_content(exchange)


def expect_content(exchange: Exchange) -> None:
    """Judge that every choice that finished with stop has content or tool calls."""
    for choice in choices(exchange):
        if choice.get("finish_reason") != "stop":
            continue
        said = says_something(message(choice))
        expect(said, f"choice {choice.get('index')} finished with stop and is empty", exchange)


@check("CHAT-META-001", task="chat")
async def chat_names_itself(chat: Chat) -> None:
    """A chat has object, model, created time and id, whatever is asked for."""
    for exchange in await whole_chats(chat):
        _expect_names(exchange, chat)


def _expect_names(exchange: Exchange, chat: Chat) -> None:
    answer = body(exchange)
    kind, model, created = answer.get("object"), answer.get("model"), answer.get("created")
    expect(kind == "chat.completion", f"object is {kind!r}", exchange)
    expect(isinstance(model, str) and model, f"model is {model!r}", exchange)
    expect(is_time(created), f"created is {created!r}", exchange)
    expect("id" in answer, "id is missing", exchange)
    may_be_null = chat.surface.profile == "invocations"
    identifier = answer["id"]
    named = isinstance(identifier, str) and identifier
    expect(named or (identifier is None and may_be_null), f"id is {identifier!r}", exchange)


def is_time(value: JsonValue) -> bool:
    """Whether a value is a whole number of seconds; JSON Schema counts 1.0 among them."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and float(str(value)).is_integer() and 0 < float(str(value)) < _MILLISECONDS


@check("CHAT-FINISH-002", task="chat")
async def finish_reason_is_documented(chat: Chat) -> None:
    """Every choice has a documented finish reason; in a workspace it may be null."""
    _expect_reasons(await chat.plain(), chat)


@check("CHAT-FINISH-002", task="chat")
async def finish_reasons_of_other_answers_are_documented(chat: Chat) -> None:
    """So has every choice of several, of a cut answer and of a tool call."""
    for exchange in await whole_chats(chat):
        _expect_reasons(exchange, chat)


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
    expect_one_body(await chat.plain())


@check("CHAT-PLAIN-001", task="chat")
async def with_stream_false_one_body(chat: Chat) -> None:
    """A chat with stream false is answered with one JSON body."""
    expect_one_body(await chat.unstreamed())


def expect_one_body(exchange: Exchange) -> None:
    """Judge that one JSON object came, under its name."""
    if exchange.status >= 400:
        raise Untestable(f"answered with {exchange.status}", exchange)
    found = exchange.content_type
    expect(found == JSON, f"content type is {found!r}, not {JSON}", exchange)
    expect(isinstance(json_of(exchange), dict), "the body is not one JSON object", exchange)


def _expect_documented(exchange: Exchange, chat: Chat) -> None:
    expect_documented(exchange, chat.surface.operation_id, "chat")
