"""Operations and handlers match, or the server does not start."""

import pytest
from starlette.responses import Response

from invocant_conformance.server import routing
from invocant_conformance.server.handlers import Call, Handlers
from invocant_conformance.specification import operations


async def make_coffee(call: Call) -> Response:
    return Response(status_code=418)


def test_an_operation_without_a_handler_is_named() -> None:
    with pytest.raises(ValueError, match=r"without a handler: .*\bcreateChatCompletion, "):
        routing.check_complete(operations.served(), {})


def test_a_handler_without_an_operation_is_named() -> None:
    handlers = Handlers()
    handlers.handles("makeCoffee")(make_coffee)
    with pytest.raises(ValueError, match="without an operation: makeCoffee"):
        routing.check_complete((), handlers)


def test_an_operation_has_one_handler() -> None:
    handlers = Handlers()
    handlers.handles("makeCoffee")(make_coffee)
    with pytest.raises(ValueError, match="makeCoffee has two handlers"):
        handlers.handles("makeCoffee")(make_coffee)


def test_the_gateway_is_at_the_root_and_under_v1() -> None:
    paths = {operation.id: operation.paths for operation in operations.load()}
    assert paths["listGatewayModels"] == ("/models", "/v1/models")


def test_an_operation_of_several_tasks_has_a_schema_for_each() -> None:
    requests = {
        operation.id: {each.task for each in operation.signatures if each.request}
        for operation in operations.load()
    }
    assert requests["queryServingEndpoint"] >= {"chat", "embeddings"}
    assert requests["createChatCompletion"] == {"chat"}
    assert requests["createServingEndpoint"] == {None}
    assert requests["getServingEndpoint"] == set()
