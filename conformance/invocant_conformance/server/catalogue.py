"""The models that there are, as the specification lists them."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..json_values import JsonObject, as_integer, as_list, as_object, as_text


@dataclass(frozen=True, kw_only=True, slots=True)
class HostedModel:
    """A model under the name that requests give; its endpoint has the same name.

    apis: the request formats that it answers, such as chat or messages. api_types: what its
    endpoint says of them. capabilities: what it takes beyond text. reasoning: the key of its
    kind, "" for one that does not reason. entity_name: its name in the catalog, "" where none is
    known. dimensions: numbers in its vectors, None where it makes none or none is known.
    """

    name: str
    task: str
    description: str
    display_name: str = ""
    apis: frozenset[str] = frozenset()
    api_types: tuple[str, ...] = ()
    family: str = ""
    capabilities: frozenset[str] = frozenset()
    reasoning: str = ""
    entity_name: str = ""
    dimensions: int | None = None


def read(document: JsonObject) -> Mapping[str, HostedModel]:
    """Read the catalogue: the models that the platform hosts by name, in its order."""
    return _read(document, gateway_only=False)


def read_gateway_only(document: JsonObject) -> Mapping[str, HostedModel]:
    """Read the names that only a gateway's configuration has, by name, in their order."""
    return _read(document, gateway_only=True)


def _read(document: JsonObject, *, gateway_only: bool) -> Mapping[str, HostedModel]:
    rows = [as_object(row) for row in as_list(document.get("models"))]
    wanted = [row for row in rows if (row.get("gateway_only") is True) is gateway_only]
    words = as_object(document.get("api_types"))
    return {as_text(row.get("name")): _model(row, words) for row in wanted}


def _model(row: JsonObject, words: JsonObject) -> HostedModel:
    apis = [as_text(api) for api in as_list(row.get("apis"))]
    return HostedModel(
        name=as_text(row.get("name")),
        task=as_text(row.get("task")),
        description=as_text(row.get("description")),
        display_name=as_text(row.get("display_name")),
        apis=frozenset(apis),
        api_types=tuple(as_text(word) for api in apis for word in as_list(words.get(api))),
        family=as_text(row.get("family")),
        capabilities=_texts(row, "capabilities"),
        reasoning=as_text(row.get("reasoning")),
        entity_name=as_text(row.get("entity_name")),
        dimensions=as_integer(row.get("dimensions")),
    )


def _texts(row: JsonObject, key: str) -> frozenset[str]:
    return frozenset(as_text(item) for item in as_list(row.get(key)))
