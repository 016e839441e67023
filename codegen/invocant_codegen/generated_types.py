"""What is known of the types that were generated: where each one is, and what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from .json_values import as_object
from .load import Spec


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One field of a generated type: its name in JSON, its type as text, whether it must be."""

    name: str
    type: str
    required: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class GeneratedType:
    """One generated class or alias, and the module that holds it."""

    name: str
    module: str
    fields: tuple[Field, ...]

    @property
    def is_alias(self) -> bool:
        """Whether it names a type that is no class: all that it holds is one nameless field."""
        return [field.name for field in self.fields] == [""]


GeneratedTypes = Mapping[str, GeneratedType]


def module_name(path: str) -> str:
    """Return the Python module that a specification file becomes."""
    return PurePosixPath(path).stem.replace("-", "_")


def homes(spec: Spec) -> dict[str, str]:
    """Return the module of every component schema: `formats/chat.yaml` becomes `chat`."""
    return {
        name: module_name(document.path)
        for document in spec.openapi()
        for name in as_object(as_object(document.content.get("components")).get("schemas"))
    }
