"""The models that the platform hosts, as the specification lists them."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..json_values import JsonObject, as_list, as_object, as_text


@dataclass(frozen=True, kw_only=True, slots=True)
class HostedModel:
    """A hosted model; its endpoint has the same name. `api_types` are the formats that it takes."""

    name: str
    task: str
    description: str
    api_types: tuple[str, ...] = ()


def read(document: JsonObject) -> Mapping[str, HostedModel]:
    """Read the catalogue: hosted models by name, in its order."""
    models = [as_object(model) for model in as_list(document.get("models"))]
    return {
        as_text(model.get("name")): HostedModel(
            name=as_text(model.get("name")),
            task=as_text(model.get("task")),
            description=as_text(model.get("description")),
            api_types=tuple(map(as_text, as_list(model.get("api_types")))),
        )
        for model in models
    }
