"""Endpoints that runs of the suite left behind: found by their names, and removed."""

from collections.abc import AsyncIterator, Iterable

from .json_values import JsonObject, as_list, as_object, as_text
from .ledger import is_invented
from .outcomes import Failed, Untestable
from .session import Session

_GONE = (200, 204, 404)


def names(listing: JsonObject) -> tuple[str, ...]:
    """Return the names in a list of endpoints that only a run of the suite invents, sorted."""
    listed = (as_text(as_object(each).get("name")) for each in as_list(listing.get("endpoints")))
    return tuple(sorted(name for name in listed if is_invented(name)))


async def removed(session: Session, left: Iterable[str]) -> AsyncIterator[tuple[str, str | None]]:
    """Delete endpoints; yield each with the reason why it is still there, None where it is not.

    Raises ForeignEndpoint for a name that no run of the suite invents.
    """
    for name in left:
        try:
            answer = await session.remove(name)
        except (Failed, Untestable) as problem:
            yield name, problem.message
            continue
        yield name, None if answer.status in _GONE else f"answered with {answer.status}"
