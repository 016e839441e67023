"""Checks of tags that are added to endpoints and deleted from them."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import expect
from ..probes.probe import Object
from ..probes.settings import Settings, accepted
from ..registry import check
from .answers import body
from .endpoint_answers import listed, tags, tags_of
from .settings_comparison import expect_kept


@check("MGMT-TAGS-001", profile="management")
async def an_added_tag_is_shown(settings: Settings) -> None:
    """A tag that was added is in the answer, in get and, where it has tags, in the list."""
    name = await settings.subject()
    answer = await _tagged(settings, name, _tag("added", "here"))
    _expect_tag(answer, "added", "here")
    _expect_tag(await settings.get(name), "added", "here")
    listing = await settings.list()
    for entry in listed(listing, name):
        found = tags_of(entry)
        inside = "tags" not in entry or ("added", "here") in found
        expect(inside, f"tags in the list are {found}", listing)


@check("MGMT-TAGS-002", profile="management")
async def a_later_value_replaces_the_earlier(settings: Settings) -> None:
    """After a key was added twice, the endpoint has it once, with the later value."""
    name = await settings.subject()
    await _tagged(settings, name, _tag("twice", "earlier"))
    answer = await _tagged(settings, name, _tag("twice", "later"))
    _expect_tag(answer, "twice", "later")
    _expect_tag(await settings.get(name), "twice", "later")


@check("MGMT-TAGS-003", profile="management")
async def a_deleted_tag_is_gone(settings: Settings) -> None:
    """A deleted tag is neither in the answer nor in get; the others are."""
    name = await settings.subject()
    await _tagged(settings, name, _tag("kept", "1"), _tag("deleted", "2"))
    answer = accepted(await settings.tag(name, delete=("deleted",)), "deleting a tag")
    for exchange in (answer, await settings.get(name)):
        _expect_tag(exchange, "kept", "1")
        _expect_no_tag(exchange, "deleted")


@check("MGMT-TAGS-003", profile="management")
async def tags_are_added_and_deleted_in_one_step(settings: Settings) -> None:
    """One request adds a tag and deletes another."""
    name = await settings.subject()
    await _tagged(settings, name, _tag("old", "1"))
    both = await settings.tag(name, add=(_tag("fresh", "2"),), delete=("old",))
    for exchange in (accepted(both, "adding and deleting tags"), await settings.get(name)):
        _expect_tag(exchange, "fresh", "2")
        _expect_no_tag(exchange, "old")


@check("MGMT-TAGS-004", profile="management")
async def deleting_an_unknown_key_changes_nothing(settings: Settings) -> None:
    """Deleting a key that no tag has, refused or not, leaves the tags as they are."""
    name = await settings.subject()
    await _tagged(settings, name, _tag("stays", "1"))
    before = tags(await settings.get(name))
    answer = await settings.tag(name, delete=("nobody-has-this-key",))
    expect(answer.status < 500, f"an unknown key is answered with {answer.status}", answer)
    after = await settings.get(name)
    expect(tags(after) == before, f"tags are {tags(after)}, not {before}", after)


@check("MGMT-TAGS-005", profile="management")
async def a_tag_may_have_no_value(settings: Settings) -> None:
    """A tag with a key alone is accepted and shown with its key."""
    name = await settings.subject()
    answer = await settings.tag(name, add=({"key": "bare"},))
    expect(answer.status == 200, f"a tag without value is answered with {answer.status}", answer)
    for exchange in (answer, await settings.get(name)):
        found = [value for key, value in tags(exchange) if key == "bare"]
        expect(found in ([None], [""]), f"values of the tag are {found}", exchange)


@check("MGMT-TAGS-006", profile="management")
async def tags_change_nothing_else(settings: Settings) -> None:
    """A change of tags leaves the rest of the endpoint and other endpoints alone."""
    name, other = await settings.subject(), await settings.bystander()
    before, beside = await settings.get(name), await settings.get(other)
    await _tagged(settings, name, _tag("alone", "1"))
    expect_kept(before, await settings.get(name), "a change of tags", but="tags")
    expect_kept(beside, await settings.get(other), "a change of another endpoint's tags")


def _tag(key: str, value: str) -> Object:
    return {"key": key, "value": value}


async def _tagged(settings: Settings, name: str, *added: Object) -> Exchange:
    return accepted(await settings.tag(name, add=added), "adding a tag")


def _expect_tag(exchange: Exchange, key: str, value: JsonValue) -> None:
    body(exchange)
    found = [shown for name, shown in tags(exchange) if name == key]
    expect(found == [value], f"values of the tag {key} are {found}, not [{value!r}]", exchange)


def _expect_no_tag(exchange: Exchange, key: str) -> None:
    body(exchange)
    found = [shown for name, shown in tags(exchange) if name == key]
    expect(not found, f"the deleted tag {key} is there", exchange)
