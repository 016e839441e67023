"""No credential in anything that people read, whatever goes wrong and whatever servers echo."""

import base64
import logging
import pickle
import traceback
from collections.abc import Callable, Generator
from urllib.parse import quote_plus

import httpx
import pytest

from runtime.credentials import (
    CalledCredential,
    Credential,
    FlowCredential,
    basic_credential,
    token_credential,
)
from runtime.errors import InvocantError
from runtime.models import Model
from runtime.oauth import azure_credential, machine_credential
from runtime.settings import Settings

from .support import GET, THING, Bench, Handler, json_answer

BASE = "https://adb-1.2.azuredatabricks.net"
SECRET = "dose 0123+secret/="
TOKEN = "issued-token-0123456789"
PAIR = base64.b64encode(f"robot:{SECRET}".encode()).decode()
FORBIDDEN = (SECRET, quote_plus(SECRET), PAIR, TOKEN)


class Flow(httpx.Auth):
    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["x-api-key"] = TOKEN
        yield request


CREDENTIALS: dict[str, Credential] = {
    "token": token_credential(TOKEN),
    "basic": basic_credential("robot", SECRET),
    "oauth": machine_credential(BASE, "robot", SECRET),
    "azure": azure_credential(
        "adb-1.2.azuredatabricks.net",
        client_id="app",
        client_secret=SECRET,
        tenant_id="tenant",
        resource_id="",
    ),
    "function": CalledCredential(provider=lambda: {"X-Own-Key": TOKEN}),
    "flow": FlowCredential(flow=Flow()),
}


def echo(status: int) -> Callable[[httpx.Request], httpx.Response]:
    """An answer that repeats the request, in its headers as well."""

    def answer(request: httpx.Request) -> httpx.Response:
        said = " ".join([request.content.decode(), *request.headers.values()])
        headers = {"x-request-id": said.replace("\n", " "), "content-type": "text/html"}
        return httpx.Response(status, content=said.encode(), headers=headers)

    return answer


def lost(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadError(f"lost {request.headers} {request.content!r}")


FAULTS = {
    "answered 200": echo(200),
    "answered 302": echo(302),
    "answered 400": echo(400),
    "answered 401": echo(401),
    "answered 429": echo(429),
    "answered 500": echo(500),
    "lost": lost,
}


class Thing(Model):
    name: str


def told(error: BaseException) -> str:
    """Everything that an error tells."""
    attributes = repr(vars(error))
    return "".join(traceback.format_exception(error)) + repr(error) + str(error) + attributes


def check(bench: Bench, caplog: pytest.LogCaptureFixture, kind: str, handle: Handler) -> None:
    caplog.set_level(logging.DEBUG)
    transport = bench.over(handle, Settings(base_url=BASE, credential=CREDENTIALS[kind]))
    with pytest.raises(InvocantError) as caught:
        transport.request(GET, Thing, THING)
    text = told(caught.value) + told(pickle.loads(pickle.dumps(caught.value)))
    assert not [secret for secret in FORBIDDEN if secret in text + caplog.text]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", CREDENTIALS)
def test_no_error_of_a_request_and_no_log_tells_a_credential(
    bench: Bench, caplog: pytest.LogCaptureFixture, kind: str, fault: str
) -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/token"):
            return json_answer(body={"access_token": TOKEN, "expires_in": 3600})
        return FAULTS[fault](request)

    check(bench, caplog, kind, handle)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", ["oauth", "azure"])
def test_no_error_of_a_token_endpoint_and_no_log_tells_a_credential(
    bench: Bench, caplog: pytest.LogCaptureFixture, kind: str, fault: str
) -> None:
    check(bench, caplog, kind, FAULTS[fault])


@pytest.mark.parametrize("kind", CREDENTIALS)
def test_no_settings_show_a_credential(kind: str) -> None:
    text = repr(Settings(base_url=BASE, credential=CREDENTIALS[kind]))
    assert not [secret for secret in FORBIDDEN if secret in text]
