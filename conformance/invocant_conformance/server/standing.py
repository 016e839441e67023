"""Custom models that a fresh server has, so that scoring can be tried without deploying one."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class CustomModel:
    """An endpoint of the workspace that serves one model, or, without a version, a feature spec."""

    name: str
    entity: str
    source: str
    version: str | None


_ALL = (
    CustomModel(name="sample-model", entity="iris-1", source="samples.models.iris", version="1"),
    CustomModel(
        name="sample-features",
        entity="purchases",
        source="samples.features.purchases",
        version=None,
    ),
)

STANDING: Mapping[str, CustomModel] = {model.name: model for model in _ALL}
"""The samples by the name of their endpoint."""
