"""The bundled documents serve tools that know nothing of this project."""

import pytest
import schemathesis
from pydantic import JsonValue
from schemathesis.core.result import Ok

from invocant import spec
from invocant_conformance.specification import operations

BUNDLES = {"3.2": spec.openapi, "3.1": spec.openapi_31}


@pytest.mark.parametrize("version", BUNDLES)
def test_schemathesis_loads_every_operation_without_a_warning(version: str) -> None:
    document: dict[str, JsonValue] = BUNDLES[version]()
    loaded = schemathesis.openapi.from_dict(document)
    found = [*loaded.get_all_operations()]
    assert [result for result in found if not isinstance(result, Ok)] == []
    labels = {result.ok().label for result in found if isinstance(result, Ok)}
    assert labels == {operation.label for operation in operations.load()}
