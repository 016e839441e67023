# Copied from codegen/runtime/; do not edit.
"""The base of every generated response model."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

__all__ = ["Model", "Unknown"]


class Model(BaseModel):
    """A response object that keeps whatever the server sent.

    Fields that this release does not know stay in ``model_extra``;
    ``model_dump_json(by_alias=True, exclude_unset=True)`` gives back the JSON that came.
    Fields can be set by their Python name and by their JSON name.
    """

    # Where `response_of` finds the response; a private attribute of pydantic would double the cost
    # of every model within an answer.
    __slots__ = ("_reply",)

    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        protected_namespaces=(),
        defer_build=True,
    )


class Unknown(Model):
    """A union member that this release does not know; its content is in ``model_extra``."""
