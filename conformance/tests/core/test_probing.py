"""Finding profiles, base paths and models."""

from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp

from invocant_conformance import planning, probing, registry
from invocant_conformance.credentials import Credentials
from invocant_conformance.ledger import Ledger
from invocant_conformance.locating import Unreachable
from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.session import Session
from invocant_conformance.specification import operations
from invocant_conformance.specification.records import Operation
from invocant_conformance.target import Target, Task

from .small import TOKEN, SmallGateway

pytestmark = pytest.mark.anyio


def session(app: ASGIApp, *, base: str = "", token: str | None = TOKEN) -> Session:
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app))
    ledger = Ledger(seed="1")
    return Session(
        client=client,
        url="http://host",
        base=base,
        credentials=Credentials(bearer=token),
        ledger=ledger,
    )


async def probe(one: Session, *profiles: str, named: dict[Task, str] | None = None) -> Target:
    return await probing.probe(one, profiles=profiles, named=named or {}, reference=False)


def reference() -> ASGIApp:
    return create_app(ServerSettings(token=TOKEN))


@pytest.mark.parametrize("base", ["", "/v1", "/serving-endpoints", "/api/2.0/serving-endpoints"])
async def test_any_base_path_leads_to_all_profiles(base: str) -> None:
    target = await probe(session(reference(), base=base))
    assert {*target.profiles} == {"gateway", "invocations", "management"}
    assert target.bases["gateway"] == ("/v1" if base == "/v1" else "")
    assert target.bases["management"] == ""


async def test_a_gateway_may_live_below_a_path(gateway: SmallGateway) -> None:
    gateway.base = "/proxy/v1"
    app = Starlette(routes=[Mount(gateway.base, gateway.app())])
    for base in ("/proxy", "/proxy/v1"):
        target = await probe(session(app, base=base), "gateway")
        assert dict(target.bases) == {"gateway": "/proxy/v1"}


async def test_surfaces_name_models_that_the_target_lists() -> None:
    target = await probe(session(reference()))
    surfaces = {(item.operation, item.task): item for item in target.surfaces}
    chat = surfaces["POST /serving-endpoints/chat/completions", "chat"]
    assert chat.names_model_in_body
    by_name = surfaces["POST /serving-endpoints/{name}/invocations", "embeddings"]
    assert by_name.path == f"/serving-endpoints/{by_name.model}/invocations"
    assert not by_name.names_model_in_body
    assert not target.missing


async def test_models_can_be_named(gateway: SmallGateway) -> None:
    target = await probe(session(gateway.app()), named={"chat": "mine"})
    used = {surface.task: surface.model for surface in target.surfaces}
    assert (used["chat"], used[None]) == ("mine", "")


async def test_a_task_without_a_model_says_what_to_do(gateway: SmallGateway) -> None:
    target = await probe(session(gateway.app()))
    assert target.missing["gateway", "embeddings"] == (
        "no embeddings model is known; name one with --endpoint embeddings=NAME"
    )


async def test_a_gateway_without_a_list_of_models_is_found(gateway: SmallGateway) -> None:
    gateway.refuses = {"/models": 404}
    target = await probe(session(gateway.app()), named={"chat": "small-chat"})
    assert target.profiles == ("gateway",)


@pytest.mark.parametrize(
    ("token", "message"),
    [
        (TOKEN + "x", r"gateway: GET /models refuses the token \(401\)"),
        (None, r"gateway: GET /models needs a token: give --token \(401\)"),
    ],
)
async def test_refused_credentials_are_told_apart(
    gateway: SmallGateway, token: str | None, message: str
) -> None:
    with pytest.raises(Unreachable, match=message):
        await probe(session(gateway.app(), token=token))


async def test_a_server_that_is_not_ready_is_not_tested(gateway: SmallGateway) -> None:
    gateway.refuses = {"/models": 503}
    with pytest.raises(Unreachable, match="gateway: GET /models answers 503"):
        await probe(session(gateway.app()))


async def test_a_profile_that_was_asked_for_has_to_be_there(gateway: SmallGateway) -> None:
    with pytest.raises(Unreachable, match=r"^management: GET /api/2\.0/serving-endpoints answers"):
        await probe(session(gateway.app()), "gateway", "management")


async def test_a_lost_connection_is_one_line() -> None:
    def lost(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("All connection attempts failed")

    client = httpx.AsyncClient(transport=httpx.MockTransport(lost))
    one = replace(session(reference()), client=client)
    with pytest.raises(Unreachable, match=r"^http://host: connection: ConnectError: All conn"):
        await probing.says_reference(one)


async def test_only_the_reference_server_is_one(gateway: SmallGateway) -> None:
    assert await probing.says_reference(session(reference(), token=None))
    assert await probing.says_reference(session(reference(), base="/v1"))
    assert not await probing.says_reference(session(gateway.app()))


def optional(*ids: str) -> Callable[[str], tuple[Operation, ...]]:
    """Return the operations of a profile, some of them optional."""
    described = operations.of_profile

    def of_profile(profile: str) -> tuple[Operation, ...]:
        return tuple(replace(each, optional=each.id in ids) for each in described(profile))

    return of_profile


@pytest.mark.parametrize("status", [404, 405, 501])
async def test_an_optional_operation_that_is_not_there_is_left_out(
    gateway: SmallGateway, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    monkeypatch.setattr(operations, "of_profile", optional("createGatewayEmbeddings"))
    gateway.refuses = {"/embeddings": status}
    target = await probe(session(gateway.app()), "gateway", named={"embeddings": "mine"})
    assert target.absent == {"createGatewayEmbeddings": f"answers {status}"}
    assert "POST /embeddings" not in {surface.operation for surface in target.surfaces}
    assert "POST /embeddings" not in {
        case.key.operation for case in planning.directed(registry.load(), target)
    }


async def test_an_optional_operation_that_refuses_is_there(
    gateway: SmallGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "of_profile", optional("createGatewayEmbeddings"))
    gateway.refuses = {"/embeddings": 400}
    target = await probe(session(gateway.app()), "gateway", named={"embeddings": "mine"})
    assert target.absent == {}


async def test_an_optional_operation_without_a_model_is_left_out(
    gateway: SmallGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "of_profile", optional("createGatewayEmbeddings"))
    target = await probe(session(gateway.app()), "gateway")
    assert target.absent["createGatewayEmbeddings"].startswith("no embeddings model is known")
