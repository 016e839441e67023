"""The tree of resources below each client."""

from collections.abc import Iterator, Mapping, Sequence

from .calls import Call
from .credentials import GATEWAY, WORKSPACE
from .documentation import client_documentation
from .forms import conversations
from .json_values import as_object
from .methods import Typing, method
from .operations import Attribute, Client, DataPlane, Method, Resource, ResourceModule, Turns, Wait
from .views import flat
from .waits import waits

_CREDENTIALS = {"Client": WORKSPACE, "Gateway": GATEWAY}
# The member of an answer that tells an endpoint's own addresses.
_ADDRESSES = "data_plane_info"

CLIENTS = tuple(_CREDENTIALS)

# As OpenTelemetry calls them: Databricks has no name of its own there; what speaks OpenAI's format
# goes by that, whatever is behind it.
_PROVIDERS = {"Client": "databricks", "Gateway": "openai"}


def clients(calls: Sequence[Call], typing: Typing, descriptions: Mapping[str, str]) -> list[Client]:
    """Return the clients that the calls belong to; descriptions are by the client's name."""
    return [
        _client(name, [call for call in calls if call.client == name], typing, descriptions[name])
        for name in CLIENTS
        if any(call.client == name for call in calls)
    ]


def turns(calls: Sequence[Call], typing: Typing) -> list[Turns]:
    """Return the conversations in which tools can be called."""
    found = dict.fromkeys(conversations((call.request for call in calls), typing.schemas))
    return [
        Turns(
            answer=typing.model(answer),
            turn=f"params.{typing.params[turn].module}.{turn}",
        )
        for answer, turn in found
    ]


def _client(name: str, calls: Sequence[Call], typing: Typing, description: str) -> Client:
    credential = _CREDENTIALS[name]
    names = list(dict.fromkeys(call.attributes[0] for call in calls))
    return Client(
        name=name,
        documentation=client_documentation(description, credential),
        provider=_PROVIDERS[name],
        package=credential.settle,
        credential=credential,
        modules=tuple(_module(name, first, calls, typing) for first in names),
        attributes=tuple(_attribute((first,)) for first in names),
        data_plane=_data_plane(calls, typing),
    )


def _data_plane(calls: Sequence[Call], typing: Typing) -> DataPlane | None:
    """Return the resource whose methods can all go to addresses that another method tells."""
    movable = list(dict.fromkeys(call.attributes[0] for call in calls if call.movable))
    readers = [call for call in calls if call.http_method == "GET" and _tells(call, typing)]
    if len(movable) != 1 or len(readers) != 1:
        return None
    return DataPlane(attribute=_attribute((movable[0],)), reader=".".join(readers[0].attributes))


def _tells(call: Call, typing: Typing) -> bool:
    if call.response is None:
        return False
    schema = flat(typing.schemas[call.response], typing.schemas)
    return _ADDRESSES in as_object(schema.get("properties"))


def _module(client: str, name: str, calls: Sequence[Call], typing: Typing) -> ResourceModule:
    below = [call for call in calls if call.attributes[0] == name]
    typed = {call.attributes: method(call, typing) for call in below}
    waiting = dict(waits(below, typed))
    return ResourceModule(
        package=_CREDENTIALS[client].settle,
        name=name,
        resources=tuple(_resources(client, (name,), typed, waiting)),
    )


def _resources(
    client: str,
    path: tuple[str, ...],
    typed: Mapping[tuple[str, ...], Method],
    waiting: Mapping[tuple[str, ...], Wait],
) -> Iterator[Resource]:
    """Yield the resource at a path after all resources below it."""
    depth = len(path)
    below = [attributes for attributes in typed if attributes[:depth] == path]
    inner = dict.fromkeys(name[: depth + 1] for name in below if len(name) > depth + 1)
    for child in inner:
        yield from _resources(client, child, typed, waiting)
    yield Resource(
        class_name=_class_name(path),
        documentation=f"The methods of `{client}.{'.'.join(path)}`.",
        attributes=tuple(map(_attribute, inner)),
        methods=tuple(typed[name] for name in below if len(name) == depth + 1),
        waits=tuple(wait for name, wait in waiting.items() if name[:-1] == path),
    )


def _attribute(path: tuple[str, ...]) -> Attribute:
    return Attribute(name=path[-1], class_name=_class_name(path), module=path[0])


def _class_name(path: tuple[str, ...]) -> str:
    return "".join(word.capitalize() for step in path for word in step.split("_"))
