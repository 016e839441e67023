"""Checks that settings hold wherever an endpoint is asked: in streams and in other formats.

They need an endpoint that answers; where none does, they are skipped.
"""

from collections.abc import Mapping

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, expect
from ..probes.probe import Object
from ..probes.settings import Settings
from ..registry import check
from ..specification import operations
from .settings_at_work import (
    ADDRESS,
    TWO_CALLS,
    beyond,
    expect_answered,
    expect_block,
    guarded,
    text_of,
    told_address,
)

_HELLO: list[JsonValue] = [{"role": "user", "content": "Say hello."}]
_FORMATS: Mapping[str, Object] = {
    "createChatCompletion": {"messages": _HELLO, "max_tokens": 32},
    "createResponse": {"input": "Say hello.", "max_output_tokens": 32},
}
"""Operations that name the endpoint as model, and what is asked there."""
_UNSAFE = "I will kill you and your whole family tonight."


@check("MGMT-GATEWAY-026", profile="management")
async def other_topics_are_blocked(settings: Settings) -> None:
    """A chat about none of the valid topics is refused with 400, one about a topic is answered."""
    name = await guarded(settings, {"valid_topics": ["cooking"]})
    expect_block(await settings.chat(name, "Who won the chess tournament?"), "input")
    expect_answered(await settings.chat(name, "Let us talk about cooking."))


@check("MGMT-GATEWAY-027", profile="management")
async def unsafe_content_is_blocked(settings: Settings) -> None:
    """With safety a threat is refused with 400, a greeting is answered."""
    name = await guarded(settings, {"safety": True})
    expect_block(await settings.chat(name, _UNSAFE), "input")
    expect_answered(await settings.chat(name))


@check("MGMT-GATEWAY-029", profile="management")
async def personal_data_in_a_stream_are_withheld(settings: Settings) -> None:
    """With BLOCK for output no stream holds an address."""
    exchange = await told_address(settings, "BLOCK", stream=True)
    expect(ADDRESS not in text_of(exchange), "the address is in the stream", exchange)


@check("MGMT-GATEWAY-029", profile="management")
async def personal_data_in_a_stream_are_masked(settings: Settings) -> None:
    """With MASK for output a stream has something else in the place of an address."""
    exchange = await told_address(settings, "MASK", stream=True)
    expect_answered(exchange)
    expect(ADDRESS not in text_of(exchange), "the address is in the stream", exchange)


@check("MGMT-RATE-016", profile="management")
async def a_limit_holds_in_every_format(settings: Settings) -> None:
    """Above a limit chats and responses that name the endpoint as model are refused with 429."""
    await beyond(settings)
    name, limited = await settings.answering(), settings.limited(TWO_CALLS)
    await settings.gateway(name, {})
    answered = [each for each in _FORMATS if (await _ask(settings, each, name)).status == 200]
    if not answered:
        raise Skipped("endpoints do not answer in these formats")
    for operation in answered:
        exchange = await _ask(settings, operation, limited)
        status, path = exchange.status, operations.by_id()[operation].path
        expect(status == 429, f"{path} is answered with {status}, not 429", exchange)


async def _ask(settings: Settings, operation: str, name: str) -> Exchange:
    path = operations.by_id()[operation].path
    return await settings.query(path, {"model": name, **_FORMATS[operation]})
