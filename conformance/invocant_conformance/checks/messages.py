"""Checks of whole answers of the Messages API."""

from ..exchange import Exchange
from ..json_values import JsonObject, as_object
from ..outcomes import Skipped, Untestable, expect
from ..probes.messages import MAX_TOKENS, STOP, Messages
from ..probes.probe import Object
from ..registry import check
from .answers import body, is_count, objects, skip_if_refused
from .schemas import answer_problem
from .streams import read_json
from .typed_streams import expect_plain

_ERROR: JsonObject = {"$ref": "#/components/schemas/MessagesError"}
_REFUSED = (400, 422)


@check("MSG-CONTENT-001", task="messages")
async def a_finished_message_says_something(messages: Messages) -> None:
    """A plain message that ended by itself has text or a call."""
    exchange = await messages.plain()
    message = body(exchange)
    if message.get("stop_reason") != "end_turn":
        raise Skipped(f"the message ended for {message.get('stop_reason')!r}", exchange)
    said = [each.get("text") or each.get("input") for each in blocks(message, exchange)]
    expect(any(each is not None and each != "" for each in said), "it says nothing", exchange)


@check("MSG-STOP-001", task="messages")
async def a_message_says_why_it_ended(messages: Messages) -> None:
    """A plain message has a stop reason."""
    _expect_reason(await messages.plain())


@check("MSG-STOP-001", task="messages")
async def a_cut_message_says_why_it_ended(messages: Messages) -> None:
    """A message of one token has a stop reason."""
    _expect_reason(await messages.cut())


def _expect_reason(exchange: Exchange) -> None:
    reason = body(exchange).get("stop_reason")
    expect(isinstance(reason, str) and reason, f"stop_reason is {reason!r}", exchange)


@check("MSG-STOP-002", task="messages")
async def a_cut_message_says_so(messages: Messages) -> None:
    """A message that took its one token says that it was cut."""
    exchange = await messages.cut()
    message = body(exchange)
    if _output_tokens(message, exchange) < 1:
        raise Skipped("no token was taken", exchange)
    reason = message.get("stop_reason")
    expect(reason == "max_tokens", f"stop_reason of a cut message is {reason!r}", exchange)


@check("MSG-STOP-002", task="messages")
async def a_short_message_was_not_cut(messages: Messages) -> None:
    """A message with fewer tokens than its limit does not say that it was cut."""
    exchange = await messages.plain()
    message = body(exchange)
    if _output_tokens(message, exchange) >= MAX_TOKENS:
        raise Skipped("the message took all its tokens", exchange)
    cut = message.get("stop_reason") == "max_tokens"
    expect(not cut, "tokens were left, but stop_reason is 'max_tokens'", exchange)


@check("MSG-STOP-003", task="messages")
async def a_stop_sequence_ends_a_message(messages: Messages) -> None:
    """No text holds a stop sequence, and a message that one ended says which."""
    exchange = skip_if_refused(await messages.stopped(), "stop_sequences")
    message = body(exchange)
    for block in blocks(message, exchange):
        text = str(block.get("text") or "")
        expect(STOP not in text, f"the text holds {STOP!r}: {text[:80]!r}", exchange)
    reason, stop = message.get("stop_reason"), message.get("stop_sequence")
    fits = stop == STOP if reason == "stop_sequence" else stop is None
    expect(fits, f"stop_reason is {reason!r}, and stop_sequence {stop!r}", exchange)


@check("MSG-STOP-003", task="messages")
async def no_stop_sequence_ended_a_plain_message(messages: Messages) -> None:
    """A message without stop sequences was ended by none."""
    exchange = await messages.plain()
    message = body(exchange)
    found = message.get("stop_reason"), message.get("stop_sequence")
    ended = found[0] == "stop_sequence" or found[1] is not None
    expect(not ended, f"stop_reason is {found[0]!r}, and stop_sequence {found[1]!r}", exchange)


@check("MSG-STOP-004", task="messages")
async def a_message_with_calls_says_so(messages: Messages) -> None:
    """A message with a call ended for it."""
    expect_reason_of_calls(body(exchange := await _forced(messages)), exchange)


@check("MSG-STOP-004", task="messages")
async def a_message_without_calls_does_not_say_so(messages: Messages) -> None:
    """A plain message did not end for a call."""
    expect_reason_of_calls(body(exchange := await messages.plain()), exchange)


def expect_reason_of_calls(message: Object, exchange: Exchange) -> None:
    """Judge that a message ended for calls if and only if it has some."""
    kinds = [block.get("type") for block in blocks(message, exchange)]
    reason = message.get("stop_reason")
    if reason == "max_tokens":
        raise Skipped("the message was cut", exchange)
    fits = ("tool_use" in kinds) == (reason == "tool_use")
    expect(fits, f"the blocks are {kinds}, and stop_reason is {reason!r}", exchange)


async def _forced(messages: Messages) -> Exchange:
    return skip_if_refused(await messages.tool(), "tool_choice")


@check("MSG-LIMIT-001", task="messages")
async def one_token_is_one_token(messages: Messages) -> None:
    """A message of one token has no more of them."""
    _expect_limit(await messages.cut(), 1)


@check("MSG-LIMIT-001", task="messages")
async def max_tokens_is_kept(messages: Messages) -> None:
    """A plain message has no more tokens than its limit."""
    _expect_limit(await messages.plain(), MAX_TOKENS)


def _expect_limit(exchange: Exchange, limit: int) -> None:
    found = _output_tokens(body(exchange), exchange)
    expect(found <= limit, f"{found} tokens came where {limit} were the limit", exchange)


@check("MSG-LIMIT-002", task="messages")
async def max_tokens_is_required(messages: Messages) -> None:
    """Without max_tokens a request is refused, with it accepted."""
    accepted = await messages.plain()
    if accepted.status >= 300:
        raise Untestable(f"a valid request is answered with {accepted.status}", accepted)
    exchange = await messages.without_limit()
    expect(exchange.status in _REFUSED, f"it is answered with {exchange.status}", exchange)


@check("MSG-USAGE-001", task="messages")
async def a_message_states_what_it_cost(messages: Messages) -> None:
    """A plain message cost tokens, of input and of output."""
    exchange = await messages.plain()
    message = body(exchange)
    given, made = input_tokens(message), _output_tokens(message, exchange)
    expect(given >= 1, f"{given} tokens were read", exchange)
    expect(made >= 1 or not blocks(message, exchange), f"{made} tokens were made", exchange)


@check("MSG-PLAIN-001", task="messages")
async def no_stream_is_no_stream(messages: Messages) -> None:
    """Without stream one JSON body comes."""
    expect_plain(await messages.plain())


@check("MSG-PLAIN-001", task="messages")
async def stream_false_is_no_stream(messages: Messages) -> None:
    """With stream false one JSON body comes."""
    expect_plain(await messages.unstreamed())


@check("MSG-ERROR-001", task="messages")
async def a_missing_limit_is_told_in_anthropics_shape(messages: Messages) -> None:
    """A request without max_tokens is refused in Anthropic's shape."""
    _expect_shape(await messages.without_limit())


@check("MSG-ERROR-001", task="messages")
async def an_unknown_model_is_told_in_anthropics_shape(messages: Messages) -> None:
    """A request for an unknown model is refused in Anthropic's shape."""
    _expect_shape(await messages.of_unknown())


def _expect_shape(exchange: Exchange) -> None:
    if exchange.status < 400:
        raise Skipped("the request is accepted, which is judged elsewhere", exchange)
    said = read_json(exchange.body.decode(errors="replace"))
    problem = answer_problem(_ERROR, said)
    expect(problem is None, f"the error has another shape: {problem}", exchange)


def blocks(message: Object, exchange: Exchange) -> list[Object]:
    """Return the blocks of a message."""
    return objects(message, "content", exchange)


def input_tokens(message: JsonObject) -> int:
    """Return the tokens that were read, from caches too."""
    usage = as_object(message.get("usage"))
    names = ("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")
    return sum(count for name in names if is_count(count := usage.get(name)))


def _output_tokens(message: Object, exchange: Exchange) -> int:
    found = as_object(message.get("usage")).get("output_tokens")
    if not is_count(found):
        raise Untestable(f"output_tokens is {found!r}", exchange)
    return found
