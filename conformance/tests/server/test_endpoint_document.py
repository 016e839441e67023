"""The OpenAPI document of an endpoint."""

from typing import Any

import pytest

from invocant_conformance.server.endpoint_document import document
from invocant_conformance.server.endpoints import Endpoint, stopped

from .answers import check_schema
from .test_endpoints import EMPTY, EXTERNAL, OWN, configured, ending, serving

NOT_READY = (
    EMPTY,
    configured(EMPTY, EXTERNAL, now=0),
    configured(EMPTY, OWN, now=0),
    serving(ending("fail")),
    stopped(serving(OWN), now=0),
)


def test_a_ready_endpoint_is_described_by_its_served_models() -> None:
    found: Any = document(serving(OWN), "http://server")
    check_schema(found, "EndpointOpenApi")
    assert found["info"] == {"title": "a", "version": "1"}
    assert found["servers"] == [{"url": "http://server/serving-endpoints/a"}]
    assert list(found["paths"]) == ["/served-models/e/invocations"]


@pytest.mark.parametrize("endpoint", NOT_READY)
def test_others_are_not_described(endpoint: Endpoint) -> None:
    assert document(endpoint, "http://server") is None
