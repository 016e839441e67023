"""Every endpoint comes back from its document as it was."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from invocant_conformance.server.endpoint_settings import EndpointSettings
from invocant_conformance.server.endpoints import Config, Endpoint, Pending
from invocant_conformance.server.entities import Entity
from invocant_conformance.server.grants import Grant
from invocant_conformance.server.state.codecs import codec
from invocant_conformance.server.traffic import Route

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
NUMBER = st.integers(-(2**70), 2**70)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBER | FINITE | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)
OBJECT = st.dictionaries(TEXT, JSON, max_size=2)
OBJECTS = st.lists(OBJECT, max_size=2).map(tuple)


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=2).map(tuple)


def built(kind: type[Any], /, **members: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Build values of a dataclass; no member may be left to its default."""
    assert members.keys() == {field.name for field in fields(kind)}
    return st.builds(kind, **members)


ENTITY = built(
    Entity,
    name=TEXT,
    created=NUMBER,
    task=optional(TEXT),
    external_model=optional(OBJECT),
    entity_name=optional(TEXT),
    entity_version=optional(TEXT),
    resources=OBJECT,
)
CONFIG = built(
    Config,
    version=NUMBER,
    entities=several(ENTITY),
    routes=several(built(Route, entity=TEXT, percentage=NUMBER)),
    auto_capture=optional(OBJECT),
)
PENDING = built(Pending, config=CONFIG, started=NUMBER, ready_at=NUMBER)
SETTINGS = built(
    EndpointSettings,
    ai_gateway=OBJECT,
    rate_limits=OBJECTS,
    email_notifications=OBJECT,
    grants=several(built(Grant, kind=TEXT, name=TEXT, level=TEXT)),
)
ENDPOINT = built(
    Endpoint,
    name=TEXT,
    id=TEXT,
    created=NUMBER,
    updated=NUMBER,
    config=optional(CONFIG),
    pending=optional(PENDING),
    failed=optional(PENDING),
    versions=NUMBER,
    stopped=st.booleans(),
    recovers_at=optional(NUMBER),
    description=TEXT,
    route_optimized=st.booleans(),
    budget_policy_id=optional(TEXT),
    tags=OBJECTS,
    telemetry=optional(OBJECT),
    settings=SETTINGS,
    creator=TEXT,
    creator_kind=TEXT,
)
CODEC = codec(Endpoint)


@given(ENDPOINT)
def test_an_endpoint_comes_back_from_its_document(endpoint: Endpoint) -> None:
    assert CODEC.validate_json(CODEC.dump_json(endpoint), strict=True) == endpoint


@pytest.mark.parametrize(
    "document",
    [b"[]", b"{}", b'{"name": "a", "id": "1", "created": "1", "updated": 1}', b"\xff"],
    ids=["array", "empty", "wrong-type", "bytes"],
)
def test_no_other_document_is_an_endpoint(document: bytes) -> None:
    with pytest.raises(ValidationError):
        CODEC.validate_json(document, strict=True)
