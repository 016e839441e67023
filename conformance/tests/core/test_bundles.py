"""The bundled documents serve tools that know nothing of this project."""

import pytest

from invocant import spec
from invocant_conformance.generic import library
from invocant_conformance.json_values import as_object
from invocant_conformance.specification import operations

BUNDLES = {"3.2": spec.openapi, "3.1": spec.openapi_31}


@pytest.mark.parametrize("version", BUNDLES)
def test_schemathesis_loads_every_operation_without_a_warning(version: str) -> None:
    document = {**as_object(BUNDLES[version]())}
    described = [each.label for each in operations.load() if not each.webhook]
    assert sorted(library.labels(document)) == sorted(described)
