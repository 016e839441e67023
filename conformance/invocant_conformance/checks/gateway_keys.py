"""Checks of the keys that a gateway makes."""

import hashlib

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, Untestable, expect
from ..probes.gateway import Keys
from ..registry import check
from .answers import body, objects

_LIMIT = 2
_ASKED: dict[str, JsonValue] = {"max_budget": 7.5, "metadata": {"made-by": "invocant"}}


@check("GW-KEY-001", profile="gateway")
async def keys_are_valid(keys: Keys) -> None:
    """A key that was made is accepted, and differs from another one."""
    first, second = await keys.key("first"), await keys.key("second")
    expect(first != second, "two keys are the same", await keys.made("second"))
    exchange = await keys.list_with(first)
    expect(exchange.status == 200, f"the key is answered with {exchange.status}", exchange)


@check("GW-KEY-002", profile="gateway")
async def keys_are_described(keys: Keys) -> None:
    """What is known of a key is what was asked for, however it is named; it is not in it."""
    key = await keys.key("described", **_ASKED)
    digest = hashlib.sha256(key.encode()).hexdigest()
    ways = (await keys.info(key), await keys.info(digest), await keys.info(None, with_key=key))
    for exchange in ways:
        expect(exchange.status == 200, f"answered with {exchange.status}", exchange)
        info = body(exchange).get("info")
        known = info if isinstance(info, dict) else {}
        for name, value in {**_ASKED, "key_alias": "described"}.items():
            found = known.get(name)
            expect(found == value, f"{name} is {found!r}, not {value!r}", exchange)
        expect(key not in str(info), "info holds the key", exchange)


@check("GW-KEY-003", profile="gateway")
async def keys_are_limited_to_models(keys: Keys) -> None:
    """A key for one model is refused for another one, which it does not list either."""
    model = await keys.chat_model()
    key = await keys.key("limited", models=[model])
    allowed = await keys.chat_with(key, model)
    expect(allowed.status == 200, f"its model is answered with {allowed.status}", allowed)
    others = [name for each in await keys.listed() if (name := str(each.get("id"))) != model]
    if not others:
        raise Skipped("only one model is listed")
    for name in others[:1]:
        _expect_refused(await keys.chat_with(key, name), "another model")
    listing = await keys.list_with(key)
    listed = [each.get("id") for each in objects(body(listing), "data", listing)]
    expect(listed == [model], f"it lists {len(listed)} models", listing)


@check("GW-KEY-004", profile="gateway")
async def blocked_keys_are_refused(keys: Keys) -> None:
    """A key that was made blocked is refused."""
    key = await keys.key("blocked", blocked=True)
    _expect_refused(await keys.list_with(key), "a blocked key")


@check("GW-LIMIT-001", profile="gateway")
async def keys_are_limited_in_time(keys: Keys) -> None:
    """The request after as many as a minute may have is answered with 429."""
    exchange = await _over_the_limit(keys)
    status = exchange.status
    expect(status == 429, f"beyond the limit the answer is {status}, not 429", exchange)


@check("GW-LIMIT-002", profile="gateway")
async def limits_say_when_to_come_again(keys: Keys) -> None:
    """An answer of 429 says in retry-after how many seconds to wait, or until when."""
    exchange = await _over_the_limit(keys)
    if exchange.status != 429:
        raise Untestable(f"the limit is answered with {exchange.status}", exchange)
    value = exchange.headers.get("retry-after", "")
    said = value.isdecimal() or value.endswith("GMT")
    expect(said, f"retry-after is {value!r}", exchange)


async def _over_the_limit(keys: Keys) -> Exchange:
    """Use a key once more than it may be used in a minute, and once more if the minute ended."""
    key = await keys.key("often", rpm_limit=_LIMIT)
    exchange = await keys.list_with(key)
    for again in range(1, 2 * _LIMIT + 1):
        exchange = await keys.list_with(key, again=again)
        if exchange.status != 200:
            break
    return exchange


def _expect_refused(exchange: Exchange, what: str) -> None:
    refused = exchange.status in (401, 403)
    expect(refused, f"{what} is answered with {exchange.status}, not 401 or 403", exchange)
