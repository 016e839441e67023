"""Generated requests, valid and not: the server never fails, and answers as documented."""

from typing import Any, Final

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode, checks

from invocant import spec
from invocant_conformance.generic.document import restricted
from invocant_conformance.json_values import as_object
from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.specification import operations

from .examples import CHAT_MODEL, EMBEDDING_MODEL

HEADERS: Final = {"Authorization": "Bearer dapi-test"}
CHECKS: Final[list[Any]] = [
    getattr(checks, name)
    for name in (
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
    )
]
SERVED: Final = [each for each in operations.served() if each.alias_of is None]
OPERATIONS: Final = [operation.id for operation in SERVED]
BREAKABLE: Final = [
    each.id
    for each in SERVED
    if each.parameters or not each.open or any(sign.request for sign in each.signatures)
]
"""Operations whose requests can break the specification; an open path alone cannot."""

MODES: Final = [
    *((name, GenerationMode.POSITIVE) for name in OPERATIONS),
    *((name, GenerationMode.NEGATIVE) for name in BREAKABLE),
]


@pytest.mark.parametrize(("operation_id", "mode"), MODES)
def test_every_answer_is_a_documented_one(operation_id: str, mode: GenerationMode) -> None:
    schema: Any = schemathesis.openapi.from_dict(restricted(spec.openapi(), [operation_id], {}))
    schema.app = create_app(ServerSettings(token_delay=0))
    operation = schema.find_operation_by_id(operation_id)

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=5,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    def check(case: Any) -> None:
        aim(case)
        case.validate_response(case.call(headers=HEADERS), checks=CHECKS)

    check()


def aim(case: Any) -> None:
    """Name a hosted model where a generated name is a valid one, so that requests go further."""
    hosted = EMBEDDING_MODEL if case.path.endswith("embeddings") else CHAT_MODEL
    body = as_object(case.body)
    if isinstance(body.get("model"), str):
        case.body = {**body, "model": hosted}
    if case.path.endswith("/invocations"):
        case.path_parameters["name"] = hosted
