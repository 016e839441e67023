"""Checks of rate limits as settings, of both kinds."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import expect
from ..probes.probe import Object
from ..probes.settings import Settings, accepted
from ..registry import check
from .answers import body
from .settings_comparison import expect_shown, limits

_APPLICATION = "00000000-0000-4000-8000-000000000000"
_MINUTE: Object = {"renewal_period": "minute"}
_OLDER: list[JsonValue] = [{"calls": 1000, **_MINUTE}, {"calls": 900, "key": "user", **_MINUTE}]
_NAMED: list[JsonValue] = [
    {"calls": 900, "key": "user", "principal": "someone@example.com", **_MINUTE},
    {"tokens": 100000, "key": "user_group", "principal": "users", **_MINUTE},
    {"calls": 800, "key": "service_principal", "principal": _APPLICATION, **_MINUTE},
]


@check("MGMT-RATE-001", profile="management")
async def older_limits_are_answered(settings: Settings) -> None:
    """The answer to put has the limits that were sent, and no others."""
    name = await settings.subject()
    for sent in (_OLDER, _OLDER[:1]):
        answer = await settings.put_limits(name, sent)
        expect(answer.status == 200, f"put is answered with {answer.status}", answer)
        expect_shown(sent, body(answer).get("rate_limits"), "rate_limits", answer)


@check("MGMT-RATE-002", profile="management")
async def older_limits_are_not_read_back(settings: Settings) -> None:
    """get shows no rate_limits, whether create or put set them."""
    name = await settings.ready(settings.sample() | {"rate_limits": _OLDER})
    _expect_no_limits(await settings.get(name))
    accepted(await settings.put_limits(name, _OLDER), "valid rate limits")
    _expect_no_limits(await settings.get(name))


@check("MGMT-RATE-003", profile="management")
async def a_limit_counts_the_endpoint_by_default(settings: Settings) -> None:
    """A limit without key comes back with key endpoint or without key."""
    name = await settings.subject()
    sent: list[JsonValue] = [{"calls": 1000, **_MINUTE}]
    answer = await settings.gateway(name, {"rate_limits": sent})
    older = accepted(await settings.put_limits(name, sent), "valid rate limits")
    read = await settings.get(name)
    shown = body(read).get("ai_gateway")
    for owner, exchange in ((body(answer), answer), (body(older), older), (shown, read)):
        keys = [limit.get("key") for limit in limits(owner)]
        expect(keys in ([None], ["endpoint"]), f"keys of the limit are {keys}", exchange)


@check("MGMT-RATE-004", profile="management")
async def limits_name_whom_they_are_for(settings: Settings) -> None:
    """Limits with other keys come back with principals, calls and tokens."""
    name = await settings.subject()
    answer = await settings.put_gateway(name, {"rate_limits": _NAMED})
    expect(answer.status == 200, f"put_ai_gateway is answered with {answer.status}", answer)
    expect_shown(_NAMED, body(answer).get("rate_limits"), "rate_limits", answer)
    read = await settings.get(name)
    shown = body(read).get("ai_gateway")
    expect_shown({"rate_limits": _NAMED}, shown, "get", read)


@check("MGMT-RATE-005", profile="management")
async def a_limit_for_a_group_names_it(settings: Settings) -> None:
    """A limit of a group or service principal without principal is refused."""
    name = await settings.subject()
    for key in ("user_group", "service_principal"):
        limit: Object = {"calls": 1000, "key": key, **_MINUTE}
        exchange = await settings.put_gateway(name, {"rate_limits": [limit]})
        _expect_refused(exchange, f"a limit of key {key} without principal")


@check("MGMT-RATE-006", profile="management")
async def the_renewal_period_is_the_minute(settings: Settings) -> None:
    """Another period, and none, is refused in limits of both kinds; the minute is accepted."""
    name = await settings.subject()
    periods: dict[str, Object] = {"an hour": {"renewal_period": "hour"}, "none": {}}
    for what, period in periods.items():
        wrong: Object = {"rate_limits": [{"calls": 1000, **period}]}
        _expect_refused(await settings.put_gateway(name, wrong), f"{what} as renewal_period")
        older = await settings.set("PUT", name, "rate-limits", wrong)
        _expect_refused(older, f"{what} as renewal_period of an older limit")
    await settings.gateway(name, {"rate_limits": [{"calls": 1000, **_MINUTE}]})
    accepted(await settings.put_limits(name, _OLDER), "valid rate limits")


def _expect_no_limits(exchange: Exchange) -> None:
    found = limits(body(exchange))
    expect(not found, f"get shows rate_limits {found}", exchange)


def _expect_refused(exchange: Exchange, what: str) -> None:
    expect(exchange.status == 400, f"{what} is answered with {exchange.status}, not 400", exchange)
