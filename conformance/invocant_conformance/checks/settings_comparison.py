"""Compares settings that were sent with settings that are shown."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import expect
from ..probes.probe import Object
from .answers import body
from .endpoint_answers import essence
from .endpoint_comparison import version


def expect_shown(sent: JsonValue, found: JsonValue, what: str, exchange: Exchange) -> None:
    """Judge that an answer shows what was sent; it may show more, and leave out what is off."""
    place = difference(sent, found)
    expect(place is None, f"{what}: {place} is not as it was sent", exchange)


def difference(sent: JsonValue, found: JsonValue, place: str = "") -> str | None:
    """Return the path of the first value that is not shown as it was sent, None for none.

    Numbers may be written as text.
    """
    if found is None and is_off(sent):
        return None
    if isinstance(sent, dict):
        shown = found if isinstance(found, dict) else {}
        found_in = (difference(sent[name], shown.get(name), f"{place}.{name}") for name in sent)
        return next((each for each in found_in if each is not None), None)
    if isinstance(sent, list):
        if not isinstance(found, list) or len(found) != len(sent):
            return place
        pairs = enumerate(zip(sent, found, strict=True))
        found_in = (difference(*pair, f"{place}[{index}]") for index, pair in pairs)
        return next((each for each in found_in if each is not None), None)
    same = sent is found if isinstance(sent, bool) else str(sent) == str(found)
    return None if same else place


def is_off(value: JsonValue) -> bool:
    """Whether a part of the settings is the same as none."""
    if isinstance(value, dict):
        return not value["enabled"] if "enabled" in value else all(map(is_off, value.values()))
    return not value or value == "NONE"


def expect_kept(before: Exchange, after: Exchange, cause: str, *, but: str = "") -> None:
    """Judge that nothing of an endpoint but one member differs in two answers to get."""
    old, new = essence(before), essence(after)
    changed = [member for member in old if member != but and old[member] != new[member]]
    expect(not changed, f"after {cause}, get differs in {changed}", after)
    versions = version(before), version(after)
    expect(versions[0] == versions[1], f"after {cause}, config_version has changed", after)
    for member in ("ai_gateway", "email_notifications"):
        said = body(before).get(member), body(after).get(member)
        same = member == but or difference(said[0], said[1]) is None
        expect(same, f"after {cause}, {member} has changed", after)


def limits(owner: JsonValue) -> list[Object]:
    """Return the rate limits in an answer or in AI Gateway settings."""
    value = owner.get("rate_limits") if isinstance(owner, dict) else None
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
