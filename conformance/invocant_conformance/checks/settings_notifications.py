"""Checks of the notifications of endpoints."""

from ..json_values import JsonValue
from ..outcomes import expect
from ..probes.probe import Object
from ..probes.settings import Settings
from ..registry import check
from .answers import body
from .settings_comparison import expect_kept, expect_shown, is_off

_SUCCESS: Object = {"on_update_success": ["success@example.com", "second@example.com"]}
_FAILURE: Object = {"on_update_failure": ["failure@example.com"]}


@check("MGMT-NOTIFY-001", profile="management")
async def notifications_hold_once_they_are_set(settings: Settings) -> None:
    """The answer to update_notifications and get show the addresses that were sent."""
    name = await settings.subject()
    sent: Object = {"email_notifications": {**_SUCCESS, **_FAILURE}}
    answer = await settings.set("PATCH", name, "notifications", sent)
    expect(answer.status == 200, f"notifications are answered with {answer.status}", answer)
    expect_shown(sent, body(answer), "the answer", answer)
    said = body(answer).get("name", name)
    expect(said == name, f"name is {said!r}", answer)
    read = await settings.get(name)
    expect_shown(sent, body(read), "get", read)


@check("MGMT-NOTIFY-002", profile="management")
async def an_endpoint_is_created_with_notifications(settings: Settings) -> None:
    """The email_notifications of create come back in get."""
    sent: Object = {"email_notifications": {**_SUCCESS, **_FAILURE}}
    exchange = await settings.get(await settings.ready(settings.sample() | sent))
    expect_shown(sent, body(exchange), "get after create", exchange)


@check("MGMT-NOTIFY-003", profile="management")
async def notifications_are_replaced_as_a_whole(settings: Settings) -> None:
    """Addresses that the last update leaves out are gone, and an empty one removes all."""
    name = await settings.subject()
    await settings.notify(name, {"email_notifications": _SUCCESS})
    await settings.notify(name, {"email_notifications": _FAILURE})
    exchange = await settings.get(name)
    found = body(exchange).get("email_notifications")
    left = found.get("on_update_success") if isinstance(found, dict) else None
    expect(is_off(left), f"on_update_success is still {left}", exchange)
    await settings.notify(name, {})
    exchange = await settings.get(name)
    rest: JsonValue = body(exchange).get("email_notifications")
    expect(is_off(rest), f"email_notifications are still {rest}", exchange)


@check("MGMT-NOTIFY-004", profile="management")
async def notifications_change_nothing_else(settings: Settings) -> None:
    """update_notifications leaves the rest of the endpoint and other endpoints alone."""
    name, other = await settings.subject(), await settings.bystander()
    await settings.notify(other, {"email_notifications": _SUCCESS})
    before, beside = await settings.get(name), await settings.get(other)
    await settings.notify(name, {"email_notifications": _FAILURE})
    cause = "update_notifications"
    expect_kept(before, await settings.get(name), cause, but="email_notifications")
    expect_kept(beside, await settings.get(other), f"{cause} of another endpoint")
