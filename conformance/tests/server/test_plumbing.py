"""Parameters, aliases, names with slashes and named events, on made-up operations."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from pydantic import JsonValue
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.types import ASGIApp

from invocant_conformance.server import app as server
from invocant_conformance.server import routing, sse
from invocant_conformance.server.errors import json_response, text_response
from invocant_conformance.server.handlers import Call, Handlers
from invocant_conformance.server.paths import Paths
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.server.slashes import EncodedSlashes
from invocant_conformance.specification import operations
from invocant_conformance.specification.records import Operation, Parameter

READ = replace(
    operations.by_id()["listGatewayModels"], id="read", path="/things/{thing}", bases=("",)
)
HEADERS = {"authorization": "Bearer dapi-test"}


def parameter(name: str, location: Any, required: bool = False, **schema: Any) -> Parameter:
    return Parameter(
        name=name, location=location, schema=schema, required=required, resource=None, example=""
    )


PARAMETERS = (
    parameter("limit", "query", type="integer", minimum=1),
    parameter("whole", "query", type="boolean"),
    parameter("order", "query", enum=["up", "down"]),
    parameter("X-Wait", "header", type="number"),
)


async def echo(call: Call) -> Response:
    shown: dict[str, JsonValue] = {
        "id": call.operation.id,
        "path": dict(call.path),
        "query": dict(call.query),
        "headers": dict(call.headers),
    }
    return json_response(shown)


@dataclass
class Client:
    """Sends requests to an application in this process."""

    app: ASGIApp

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        return self.send("GET", path, headers)

    def send(
        self, method: str, path: str, headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        return asyncio.run(self._send(method, path, {**HEADERS, **(headers or {})}))

    async def _send(self, method: str, path: str, headers: Mapping[str, str]) -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app)) as client:
            return await client.request(method, f"http://server{path}", headers=headers)


def client(*described: Operation, handlers: Mapping[str, Any] | None = None) -> Client:
    known = {each.id: echo for each in described if not each.alias_of}
    table = routing.endpoints(described, handlers or known, server.services(ServerSettings()))
    return Client(EncodedSlashes(Paths(Starlette(), table=table)))


def test_parameters_have_the_types_of_their_schemas() -> None:
    one = client(replace(READ, parameters=PARAMETERS))
    answer = one.get("/things/a?limit=3&whole=true&order=up", headers={"x-wait": "0.5"}).json()
    assert answer["query"] == {"limit": 3, "whole": True, "order": "up"}
    assert answer["headers"] == {"x-wait": 0.5}


def test_what_was_not_sent_is_not_there() -> None:
    answer = client(replace(READ, parameters=PARAMETERS)).get("/things/a?other=1").json()
    assert (answer["query"], answer["headers"]) == ({}, {})


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=x", "limit=1.5", "limit=", "whole=1", "order=left", "limit=1&limit=2"],
)
def test_a_value_that_does_not_fit_is_refused(query: str) -> None:
    answer = client(replace(READ, parameters=PARAMETERS)).get(f"/things/a?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == query.partition("=")[0]


def test_a_required_parameter_is_required() -> None:
    needed = parameter("order", "query", True, type="string")
    answer = client(replace(READ, parameters=(needed,))).get("/things/a")
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, "order")


def test_an_alias_is_handled_as_its_original() -> None:
    alias = replace(READ, id="again", path="/again/{thing}", alias_of="read")
    assert client(READ, alias).get("/again/x").json()["id"] == "again"


def test_an_alias_may_have_a_handler_of_its_own() -> None:
    handlers = Handlers(read=echo)

    @handlers.handles("again")
    async def again(call: Call) -> Response:
        return text_response("its own")

    alias = replace(READ, id="again", path="/again/{thing}", alias_of="read")
    answer = client(READ, alias, handlers=handlers).get("/again/x")
    assert (answer.text, answer.headers["content-type"]) == (
        "its own",
        "text/plain; charset=utf-8",
    )


def test_a_name_ends_where_the_path_goes_on() -> None:
    suffixed = replace(READ, id="suffixed", path="/things/{thing}:run")
    one = client(READ, suffixed)
    assert one.get("/things/a:run").json()["path"] == {"thing": "a"}
    assert one.get("/things/a").json()["id"] == "read"


@pytest.mark.parametrize("name", ["a/b", "a%2Fb", "ä/ö", "a b"])
def test_a_name_may_hold_a_slash(name: str) -> None:
    answer = client(READ).get(f"/things/{quote(name, safe='')}").json()
    assert answer["path"] == {"thing": name}


def test_a_body_that_is_optional_may_be_missing() -> None:
    update = operations.by_id()["updateServingEndpointConfig"]
    for required, status in ((False, 200), (True, 400)):
        one = client(replace(update, id="read", path="/put", body_required=required))
        assert one.send("PUT", "/put").status_code == status


def test_events_have_names() -> None:
    async def no_sleep(seconds: float) -> None:
        return None

    response = sse.stream_response(
        [sse.Named(event="stop", data={"type": "stop"}), {"plain": True}],
        end_marker="",
        delay=0,
        sleep=no_sleep,
    )

    written = Client(response).get("/").text
    assert written == 'event: stop\ndata: {"type":"stop"}\n\ndata: {"plain":true}\n\n'
