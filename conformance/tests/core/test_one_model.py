"""Servers that have less than the specification describes, and are right all the same."""

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from invocant import spec
from invocant_conformance import planning, probing, registry
from invocant_conformance.generic import selection
from invocant_conformance.generic.document import restricted
from invocant_conformance.generic.mapping import keys
from invocant_conformance.json_values import as_list, as_object
from invocant_conformance.ledger import Ledger
from invocant_conformance.session import Session
from invocant_conformance.specification import operations
from invocant_conformance.target import SCORING, Target, Task

pytestmark = pytest.mark.anyio

SCORE = operations.by_id()["scoreModel"]


async def ping(_request: Request) -> Response:
    """Say that the server lives."""
    return PlainTextResponse("\n")


async def columns(request: Request) -> Response:
    """Predict where the columns have names."""
    body = await request.json()
    refused = isinstance(body.get("instances"), list) and isinstance(body["instances"][0], list)
    if refused or not body.keys() & {*SCORING}:
        return JSONResponse({"error_code": "BAD_REQUEST", "message": "no"}, 400)
    return JSONResponse({"predictions": [1.0, 2.0]})


async def health(_request: Request) -> Response:
    """Say, as most servers do, only that the server lives."""
    return JSONResponse({"status": "ok"})


async def models(_request: Request) -> Response:
    """List one model."""
    return JSONResponse({"object": "list", "data": [{"id": "one", "object": "model"}]})


MODEL_SERVER = Starlette(
    routes=[Route("/ping", ping), Route("/invocations", columns, methods=["POST"])]
)
GATEWAY = Starlette(routes=[Route("/v1/models", models), Route("/health", health)])


async def probed(app: Starlette, profile: str, named: dict[Task, str]) -> Target:
    """Return what the suite finds at a server."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
        session = Session(client=client, url="http://host", ledger=Ledger(seed="one"))
        return await probing.probe(session, profiles=[profile], named=named, reference=False)


def tried(target: Target) -> set[Task | None]:
    """Return the tasks that directed checks try."""
    planned = planning.directed(registry.load(), target)
    return {case.surface.task for case in planned if case.surface.operation_id == SCORE.id}


async def test_a_chat_model_is_asked_for_nothing_but_chats() -> None:
    """Nobody told of a model for the other tasks."""
    target = await probed(MODEL_SERVER, "scoring", {"chat": "echo"})
    assert tried(target) - {None} == {"chat"}
    assert target.missing == {}


async def test_forms_of_tensors_that_a_signature_excludes_are_not_tried() -> None:
    """A model of named columns refuses lists; that is documented, and no fault."""
    target = await probed(MODEL_SERVER, "scoring", dict.fromkeys(SCORING, "linear"))
    assert tried(target) - {None} == {"dataframe_split", "dataframe_records", "inputs"}


async def test_without_any_name_every_task_is_tried() -> None:
    """It is for the user to say what a server of one model takes."""
    target = await probed(MODEL_SERVER, "scoring", {})
    assert target.others == frozenset()


async def test_a_provider_of_embeddings_has_no_chats() -> None:
    """The operation is left out, not reported as untestable."""
    app = Starlette(routes=[Route("/embeddings", health, methods=["POST"])])
    target = await probed(app, "provider", {"embeddings": "hash8"})
    assert {"provideChatCompletion", "provideCompletion"} <= target.absent.keys()


async def test_a_health_of_its_own_is_not_that_of_litellm() -> None:
    """Most servers have a GET /health; only one lists deployments there."""
    target = await probed(GATEWAY, "gateway", {"chat": "one"})
    assert target.absent["checkGatewayHealth"] == "answers as another operation of that path"


def test_generated_requests_are_for_the_tasks_of_the_model() -> None:
    """The schema and the examples of the others are left out, and so are their rows."""
    others: frozenset[Task] = frozenset(SCORE.tasks) - {"chat"}
    document = restricted(spec.openapi(), [SCORE.id], {"chat": "echo"}, others)
    item = as_object(as_object(document["paths"])["/invocations"])
    body = as_object(as_object(item["post"])["requestBody"])
    media = as_object(as_object(body["content"])["application/json"])
    assert len(as_list(as_object(media["schema"])["anyOf"])) == 1
    assert [*as_object(media["examples"])] == ["chat"]
    assert {key.id for key in keys(SCORE, others)} == {
        "CHAT-SCHEMA-001",
        "CHAT-INPUT-001",
        "ERR-SERVER-001",
    }


async def test_what_is_left_to_others_is_left_out_of_generated_requests() -> None:
    """The selection knows it by operation."""
    target = await probed(MODEL_SERVER, "scoring", {"chat": "echo"})
    assert selection.others(target, SCORE) == frozenset(SCORE.tasks) - {"chat"}
