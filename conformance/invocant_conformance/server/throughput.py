"""Which models' throughput can be provisioned, and in which chunks, as the specification lists."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..json_values import JsonObject, as_integer, as_list, as_object, as_text


@dataclass(frozen=True, kw_only=True, slots=True)
class ProvisionedModel:
    """A model in Unity Catalog whose throughput can be provisioned.

    versions: those that there are. chunk: tokens a second. alone: it neither scales nor shares
    an endpoint with others.
    """

    name: str
    versions: frozenset[str]
    task: str
    model_type: str
    chunk: int
    alone: bool


ProvisionedModels = Mapping[str, ProvisionedModel]


def read(document: JsonObject) -> ProvisionedModels:
    """Read the catalogue's section `optimization`, by name."""
    rows = [as_object(row) for row in as_list(document.get("optimization"))]
    return {
        as_text(row.get("name")): ProvisionedModel(
            name=as_text(row.get("name")),
            versions=frozenset(map(as_text, as_list(row.get("versions")))),
            task=as_text(row.get("task")),
            model_type=as_text(row.get("model_type")),
            chunk=as_integer(row.get("throughput_chunk_size")) or 1,
            alone=row.get("alone") is True,
        )
        for row in rows
    }


def info(models: ProvisionedModels, name: str, version: str) -> JsonObject | None:
    """Return the ModelOptimizationInfo of a model's version, None for one that is unknown."""
    model = models.get(name)
    if model is None or version not in model.versions:
        return None
    return {
        "optimizable": True,
        "model_type": model.model_type,
        "throughput_chunk_size": model.chunk,
    }
