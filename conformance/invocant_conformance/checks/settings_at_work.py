"""Checks of settings at work in queries: rate limits, guardrails, traffic.

They need an endpoint that answers; where none does, they are skipped.
"""

import json

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue, as_list, as_object
from ..outcomes import Skipped, Untestable, expect
from ..probes.probe import Object
from ..probes.settings import ATTEMPTS, Settings
from ..registry import check
from ..specification.records import EVENT_STREAM
from . import sse
from .answers import body, message, text
from .schemas import answer_problem
from .streams import read_json

_PERSONAL = "Write to jane.doe@example.com, whose social security number is 123-45-6789."
ADDRESS = "jane.doe@mail.example.com"
_TELL = "Answer with the mail address of the press office."
_MAIL: Object = {"type": "string", "enum": [ADDRESS]}
_SCHEMA: Object = {
    "type": "object",
    "properties": {"mail": _MAIL},
    "required": ["mail"],
    "additionalProperties": False,
}
_TOLD: Object = {
    "type": "json_schema",
    "json_schema": {"name": "press", "schema": _SCHEMA, "strict": True},
}
TWO_CALLS: Object = {"calls": 2}
_TIMES, _MORE_TIMES = 10, 40
_LONGEST_WAIT = 60
_CODES = ("REQUEST_LIMIT_EXCEEDED", "RESOURCE_EXHAUSTED")


@check("MGMT-RATE-010", profile="management")
async def calls_above_the_limit_are_refused(settings: Settings) -> None:
    """With two calls a minute some of ten chats are refused with 429."""
    await _expect_limited(settings, TWO_CALLS)


@check("MGMT-RATE-011", profile="management")
async def tokens_above_the_limit_are_refused(settings: Settings) -> None:
    """With 20 tokens a minute some of ten chats are refused with 429."""
    await _expect_limited(settings, {"tokens": 20})


@check("MGMT-RATE-012", profile="management")
async def a_refusal_by_a_limit_says_so(settings: Settings) -> None:
    """A request above a limit is answered with 429 and the code for it."""
    exchange = await beyond(settings)
    expect(exchange.status == 429, f"it is answered with {exchange.status}, not 429", exchange)
    code = as_object(json_of(exchange)).get("error_code")
    expect(code in _CODES, f"error_code is {code!r}", exchange)


@check("MGMT-RATE-013", profile="management")
async def a_refusal_by_a_limit_says_when_to_come_again(settings: Settings) -> None:
    """The answer to a request above a limit has Retry-After, 60 seconds at most."""
    exchange = await beyond(settings)
    wait = exchange.headers.get("retry-after", "")
    right = wait.isdigit() and int(wait) <= _LONGEST_WAIT
    expect(right, f"Retry-After is {wait!r}, no number of seconds up to 60", exchange)


@check("MGMT-RATE-014", profile="management")
async def a_limit_holds_for_its_own_endpoint(settings: Settings) -> None:
    """While one endpoint refuses for its limit, another answers."""
    await beyond(settings)
    name = await settings.answering()
    await settings.gateway(name, {})
    exchange = await settings.chat(name)
    expect(exchange.status == 200, f"another endpoint answers {exchange.status}", exchange)


@check("MGMT-GATEWAY-020", profile="management")
async def personal_data_are_blocked(settings: Settings) -> None:
    """With BLOCK a chat with personal data is refused with 400, one without is answered."""
    name = await guarded(settings, {"pii": {"behavior": "BLOCK"}})
    exchange = await settings.chat(name, _PERSONAL)
    expect(exchange.status == 400, f"personal data are answered with {exchange.status}", exchange)
    expect_answered(await settings.chat(name))


@check("MGMT-GATEWAY-021", profile="management")
async def a_block_says_what_was_found(settings: Settings) -> None:
    """The message of a block is a JSON document with the findings."""
    name = await guarded(settings, {"pii": {"behavior": "BLOCK"}})
    exchange = await settings.chat(name, _PERSONAL)
    if exchange.status < 400:
        raise Skipped("personal data are not detected", exchange)
    expect_block(exchange, "input")


@check("MGMT-GATEWAY-022", profile="management")
async def personal_data_are_let_through(settings: Settings) -> None:
    """With NONE, and without guardrails, a chat with personal data is answered."""
    name = await guarded(settings, {"pii": {"behavior": "NONE"}})
    expect_answered(await settings.chat(name, _PERSONAL))
    await settings.gateway(name, {})
    expect_answered(await settings.chat(name, _PERSONAL))


@check("MGMT-GATEWAY-023", profile="management")
async def personal_data_are_masked(settings: Settings) -> None:
    """With MASK the chat is answered, and a longer address costs no more prompt tokens."""
    name = await guarded(settings, {"pii": {"behavior": "MASK"}})
    costs: list[JsonValue] = []
    for address in ("a@b.de", "jane.doe.of.the.department@mail.department.example.com"):
        exchange = await settings.chat(name, f"Write to {address} today.")
        expect_answered(exchange)
        costs.append(as_object(body(exchange).get("usage")).get("prompt_tokens"))
    same = costs[0] == costs[1]
    expect(same, f"prompts that differ in an address cost {costs} tokens", exchange)


@check("MGMT-GATEWAY-024", profile="management")
async def keywords_in_a_request_are_blocked(settings: Settings) -> None:
    """A chat with an invalid keyword is refused with 400, one without is answered."""
    name = await guarded(settings, {"invalid_keywords": ["zorkmid"]})
    exchange = await settings.chat(name, "How much is a zorkmid?")
    expect_block(exchange, "input")
    expect_answered(await settings.chat(name))


@check("MGMT-GATEWAY-025", profile="management")
async def keywords_in_an_answer_are_blocked(settings: Settings) -> None:
    """An answer with an invalid keyword, one that the model just gave, is not given."""
    name = await settings.answering()
    await settings.gateway(name, {})
    first = await settings.chat(name, temperature=0)
    choices = [as_object(each) for each in as_list(body(first).get("choices"))]
    said = str(message(dict(choices[0])).get("content") if choices else "").split()
    if not said:
        raise Untestable("the model said nothing", first)
    await settings.gateway(name, {"guardrails": {"output": {"invalid_keywords": said[:1]}}})
    expect_block(await settings.chat(name, temperature=0), "output")


@check("MGMT-GATEWAY-028", profile="management")
async def personal_data_in_an_answer_are_blocked(settings: Settings) -> None:
    """With BLOCK for output an answer with an address is not given."""
    expect_block(await told_address(settings, "BLOCK"), "output")


@check("MGMT-GATEWAY-028", profile="management")
async def personal_data_in_an_answer_are_masked(settings: Settings) -> None:
    """With MASK for output an answer has something else in the place of an address."""
    exchange = await told_address(settings, "MASK")
    expect_answered(exchange)
    expect(ADDRESS not in text_of(exchange), "the address is in the answer", exchange)


@check("MGMT-GATEWAY-040", profile="management")
async def an_entity_without_traffic_is_not_asked(settings: Settings) -> None:
    """Of two entities with 100 and 0 percent only the first answers."""
    names = await _asked(settings, (100, 0), _TIMES)
    expect(names == {"a"}, f"requests were answered by {sorted(names)}")


@check("MGMT-GATEWAY-041", profile="management")
async def requests_are_split(settings: Settings) -> None:
    """Of two entities with 50 percent each both answer some of 40 requests."""
    names = await _asked(settings, (50, 50), _MORE_TIMES)
    expect(names == {"a", "b"}, f"requests were answered by {sorted(names)}")


async def guarded(settings: Settings, parameters: Object) -> str:
    """Return an endpoint that answers, with guardrails for requests."""
    name = await settings.answering()
    await settings.gateway(name, {"guardrails": {"input": parameters}})
    return name


async def told_address(settings: Settings, behavior: str, *, stream: bool = False) -> Exchange:
    """Have a model tell an address, whole or in a stream, against a guardrail for answers.

    Raises Skipped where it does not tell the address without one.
    """
    name = await settings.answering()
    await settings.gateway(name, {})
    more: Object = {"response_format": _TOLD, **({"stream": True} if stream else {})}
    told = await settings.chat(name, _TELL, **more)
    if told.status != 200 or ADDRESS not in text_of(told):
        raise Skipped("the model does not say what it is told to", told)
    pii: Object = {"pii": {"behavior": behavior}}
    await settings.gateway(name, {"guardrails": {"output": pii}})
    return await settings.chat(name, _TELL, **more)


def text_of(exchange: Exchange) -> str:
    """Return the text of an answer, put together from the pieces of one that is streamed."""
    if exchange.content_type != EVENT_STREAM:
        return exchange.body.decode(errors="replace")
    chunks = [as_object(read_json(event.data)) for event in sse.read(exchange.body).events]
    choices = [as_object(each) for chunk in chunks for each in as_list(chunk.get("choices"))]
    return "".join(text(as_object(choice.get("delta")).get("content")) for choice in choices)


async def _expect_limited(settings: Settings, limit: Object) -> None:
    exchange = (await settings.attempts(limit))[-1]
    expect(exchange.status == 429, f"none of {ATTEMPTS} chats is refused with 429", exchange)


async def beyond(settings: Settings) -> Exchange:
    """Return a chat above a limit. Raises Skipped where none is refused."""
    exchange = (await settings.attempts(TWO_CALLS))[-1]
    if exchange.status < 400:
        raise Skipped(f"none of {ATTEMPTS} chats is refused", exchange)
    return exchange


async def _asked(settings: Settings, shares: tuple[int, int], times: int) -> set[str]:
    """Return which entities of a pair with these shares answered some chats."""
    await settings.answering()
    name = await settings.ready(settings.pair(*shares))
    exchanges = [await settings.chat(name, max_tokens=1) for _ in range(times)]
    return {exchange.headers.get("served-model-name", "") for exchange in exchanges}


def expect_answered(exchange: Exchange) -> None:
    """Judge that a chat was not refused."""
    expect(exchange.status == 200, f"a chat is answered with {exchange.status}", exchange)


def expect_block(exchange: Exchange, side: str) -> None:
    """Judge that an answer is a guardrail's block, with its findings in the message."""
    expect(exchange.status == 400, f"a chat is answered with {exchange.status}", exchange)
    error = as_object(json_of(exchange))
    code = error.get("error_code")
    expect(code == "BAD_REQUEST", f"error_code is {code!r}", exchange)
    try:
        block: JsonValue = json.loads(str(error.get("message")))
    except ValueError:
        block = None
    problem = answer_problem({"$ref": "#/components/schemas/GuardrailFindings"}, block)
    expect(not problem, f"the message is no JSON document of a block: {problem}", exchange)
    found = as_object(block)
    reason = found.get("finishReason")
    expect(reason == f"{side}_guardrail_triggered", f"finishReason is {reason!r}", exchange)
    expect(as_list(found.get(f"{side}_guardrail")), "the message has no findings", exchange)
