"""The base of every generated response model."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    ValidatorFunctionWrapHandler,
)
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_wrap_validator_function

from .json_data import is_object

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

    # A number beyond all doubles is infinite to them, and would be given back as null.
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        protected_namespaces=(),
        defer_build=True,
        ser_json_inf_nan="constants",
    )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Tell an unknown member from the field whose Python name it has."""
        schema = handler(source)
        fields = cls.model_fields.items()
        renamed = {name: field.alias for name, field in fields if field.alias not in (None, name)}
        if not renamed:
            return schema
        return no_info_wrap_validator_function(partial(_tell_apart, renamed), schema)


def _tell_apart(
    renamed: Mapping[str, str | None], data: object, validate: ValidatorFunctionWrapHandler
) -> object:
    """Take fields for unset that pydantic holds to be set, since an unknown member is so called."""
    made: object = validate(data)
    if isinstance(made, Model) and made.model_extra and is_object(data):
        extra = made.model_extra
        mistaken = {name for name, key in renamed.items() if name in extra and key not in data}
        made.model_fields_set.difference_update(mistaken)
    return made


class Unknown(Model):
    """A union member that this release does not know; its content is in ``model_extra``."""
