"""Checks of AI Gateway settings: they hold, are replaced as a whole and change nothing else."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Untestable, expect
from ..probes import endpoints
from ..probes.probe import Object
from ..probes.settings import Settings, accepted
from ..registry import check
from .answers import body
from .endpoint_answers import listed, tags
from .settings_comparison import expect_kept, expect_shown, is_off

_LIMIT: Object = {"calls": 1000, "renewal_period": "minute"}
_WHOLE: Object = {
    "rate_limits": [_LIMIT, {"tokens": 100000, "key": "user", "renewal_period": "minute"}],
    "usage_tracking_config": {"enabled": True},
    "guardrails": {"input": {"pii": {"behavior": "BLOCK"}, "safety": True}},
    "fallback_config": {"enabled": True},
}


@check("MGMT-GATEWAY-001", profile="management")
async def settings_hold_once_they_are_set(settings: Settings) -> None:
    """The answer to put_ai_gateway and get show what was sent."""
    await _expect_held(settings, _WHOLE)


@check("MGMT-GATEWAY-002", profile="management")
async def an_endpoint_is_created_with_settings(settings: Settings) -> None:
    """The ai_gateway of create comes back in get."""
    name = await settings.ready(settings.pair(60, 40) | {"ai_gateway": _WHOLE})
    exchange = await settings.get(name)
    expect_shown(_WHOLE, body(exchange).get("ai_gateway"), "get after create", exchange)


@check("MGMT-GATEWAY-003", profile="management")
async def parts_left_out_are_off(settings: Settings) -> None:
    """What an earlier request set and the last one leaves out is off, in the answer and in get."""
    name = await settings.subject()
    await settings.gateway(name, _WHOLE)
    answer = await settings.gateway(name, {"usage_tracking_config": {"enabled": True}})
    read = await settings.get(name)
    for found, exchange in ((body(answer), answer), (_gateway(read), read)):
        left = [part for part in _WHOLE if part != "usage_tracking_config"]
        on = [part for part in left if not is_off(found.get(part))]
        expect(not on, f"{on} are still on", exchange)


@check("MGMT-GATEWAY-003", profile="management")
async def limits_are_not_added_up(settings: Settings) -> None:
    """Rate limits replace those that there were."""
    name = await settings.subject()
    await settings.gateway(name, _WHOLE)
    answer = await settings.gateway(name, {"rate_limits": [_LIMIT]})
    expect_shown([_LIMIT], body(answer).get("rate_limits"), "rate_limits", answer)


@check("MGMT-GATEWAY-004", profile="management")
async def an_empty_object_switches_all_off(settings: Settings) -> None:
    """After an empty put_ai_gateway nothing is set."""
    name = await settings.subject()
    await settings.gateway(name, _WHOLE)
    answer = await settings.put_gateway(name, {})
    expect(answer.status == 200, f"an empty object is answered with {answer.status}", answer)
    exchange = await settings.get(name)
    found = _gateway(exchange)
    expect(is_off(found), f"ai_gateway still has {sorted(found)}", exchange)


@check("MGMT-GATEWAY-008", profile="management")
async def behaviors_for_personal_data_are_taken(settings: Settings) -> None:
    """NONE, BLOCK and MASK are accepted in both directions, another word is refused."""
    for behavior in ("NONE", "BLOCK", "MASK"):
        for side in ("input", "output"):
            await _expect_held(settings, {"guardrails": {side: {"pii": {"behavior": behavior}}}})
    wrong: Object = {"guardrails": {"input": {"pii": {"behavior": "HIDE"}}}}
    refused = await settings.put_gateway(await settings.subject(), wrong)
    expect(refused.status == 400, f"HIDE is answered with {refused.status}, not 400", refused)


@check("MGMT-GATEWAY-009", profile="management")
async def deprecated_guardrails_are_taken(settings: Settings) -> None:
    """invalid_keywords and valid_topics are accepted and come back."""
    words: Object = {"invalid_keywords": ["grail"], "valid_topics": ["cooking"]}
    await _expect_held(settings, {"guardrails": {"input": words, "output": words}})


@check("MGMT-GATEWAY-010", profile="management")
async def usage_tracking_is_switched(settings: Settings) -> None:
    """usage_tracking_config.enabled comes back as it was sent."""
    for enabled in (True, False):
        await _expect_held(settings, {"usage_tracking_config": {"enabled": enabled}})


@check("MGMT-GATEWAY-011", profile="management")
async def fallbacks_are_switched(settings: Settings) -> None:
    """fallback_config.enabled comes back as it was sent."""
    for enabled in (True, False):
        await _expect_held(settings, {"fallback_config": {"enabled": enabled}})


@check("MGMT-GATEWAY-012", profile="management")
async def refused_settings_change_nothing(settings: Settings) -> None:
    """After a put_ai_gateway that was refused get shows the settings from before."""
    name = await settings.subject()
    before: Object = {"rate_limits": [_LIMIT], "usage_tracking_config": {"enabled": True}}
    await settings.gateway(name, before)
    wrong: Object = {"rate_limits": [{"calls": 1, "renewal_period": "fortnight"}]}
    refused = await settings.put_gateway(name, wrong)
    if refused.status < 400:
        raise Untestable("a renewal period of a fortnight is accepted", refused)
    exchange = await settings.get(name)
    expect_shown(before, body(exchange).get("ai_gateway"), "get after a refusal", exchange)


@check("MGMT-GATEWAY-013", profile="management")
async def settings_change_nothing_else(settings: Settings) -> None:
    """put_ai_gateway leaves the rest of the endpoint and other endpoints alone."""
    name, other = await settings.subject(), await settings.bystander()
    before, beside = await settings.get(name), await settings.get(other)
    await settings.gateway(name, {"rate_limits": [_LIMIT]})
    expect_kept(before, await settings.get(name), "put_ai_gateway", but="ai_gateway")
    expect_kept(beside, await settings.get(other), "put_ai_gateway to another endpoint")


@check("MGMT-GATEWAY-014", profile="management")
async def the_list_agrees_with_get(settings: Settings) -> None:
    """Where an item of the list has ai_gateway, it says what get says."""
    name = await settings.subject()
    await settings.gateway(name, {"usage_tracking_config": {"enabled": True}})
    found, listing = _gateway(await settings.get(name)), await settings.list()
    for entry in listed(listing, name):
        expect_shown(found, entry.get("ai_gateway", found), "ai_gateway in the list", listing)


@check("MGMT-GATEWAY-015", profile="management")
async def an_update_keeps_the_settings(settings: Settings) -> None:
    """After update_config AI Gateway settings, tags and notifications are as before."""
    name = await settings.ready(_with_all(settings))
    before = await settings.get(name)
    config = endpoints.config(endpoints.openai("other"))
    accepted(await settings.update(name, config), "a valid update")
    after = await settings.settled(name)
    for member in ("ai_gateway", "email_notifications"):
        said = body(before).get(member)
        expect_shown(said, body(after).get(member), f"{member} after an update", after)
    expect(tags(after) == tags(before), f"tags are {tags(after)}", after)


def _with_all(settings: Settings) -> Object:
    tag: list[JsonValue] = [{"key": "kept", "value": "1"}]
    mail: Object = {"on_update_failure": ["invocant@example.com"]}
    more: Object = {"ai_gateway": _WHOLE, "tags": tag, "email_notifications": mail}
    return settings.pair(60, 40) | more


async def _expect_held(settings: Settings, sent: Object) -> None:
    name = await settings.subject()
    answer = await settings.put_gateway(name, sent)
    expect(answer.status == 200, f"put_ai_gateway is answered with {answer.status}", answer)
    expect_shown(sent, body(answer), "the answer", answer)
    read = await settings.get(name)
    expect_shown(sent, _gateway(read), "get", read)


def _gateway(exchange: Exchange) -> Object:
    found = body(exchange).get("ai_gateway")
    return found if isinstance(found, dict) else {}
