"""Credentials become headers, for the configured server alone."""

import base64
import pickle
from collections.abc import Callable, Generator, Mapping
from typing import cast
from urllib.parse import parse_qsl

import httpx
import httpx2
import pytest

from runtime._async.transport import AsyncTransport
from runtime.credentials import (
    CalledCredential,
    FlowCredential,
    Provider,
    token_credential,
)
from runtime.errors import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    AuthenticationError,
    ConfigurationError,
    InternalServerError,
)
from runtime.models import Model
from runtime.oauth import azure_credential, machine_credential
from runtime.operation import Arguments
from runtime.settings import Settings

from .support import GET, THING, Bench, TransportLike, again, json_answer

BASE = "https://adb-1.2.azuredatabricks.net"
SECRET = "dose0123456789/+="
HOUR = 3600


class Thing(Model):
    name: str


def machine() -> Settings:
    return Settings(base_url=BASE, credential=machine_credential(BASE, "robot", SECRET))


class Cloud:
    """A workspace and the token endpoints that it trusts; ``seen`` are the requests they got.

    ``valid`` tells whether the workspace takes an authorization; ``answers`` replace, one by one,
    those of the token endpoints.
    """

    def __init__(self) -> None:
        self.seen: list[httpx.Request] = []
        self.contents: list[str] = []
        self.answers: list[httpx.Response | Exception] = []
        self.lifetime: object = HOUR
        self.valid: Callable[[str], bool] = bool
        self.issued = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        # Flows change the request that they send again.
        copy = httpx.Request(request.method, request.url, headers=request.headers.copy())
        self.seen.append(copy)
        self.contents.append(request.content.decode())
        if request.url.path.endswith("/token"):
            return self._token()
        if not self.valid(request.headers.get("authorization", "")):
            return json_answer(401, {"error_code": "UNAUTHENTICATED", "message": "expired"})
        return json_answer(body={"name": "thing"})

    def _token(self) -> httpx.Response:
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            return answer
        self.issued += 1
        token = {"access_token": f"token-{self.issued}", "token_type": "Bearer"}
        return json_answer(body={**token, "expires_in": self.lifetime})

    def sent(self, path: str = "/things/thing") -> list[httpx.Request]:
        return [request for request in self.seen if request.url.path == path]

    def tokens(self) -> list[str]:
        return [request.headers.get("authorization", "") for request in self.sent()]


@pytest.fixture
def cloud() -> Cloud:
    return Cloud()


def get(transport: TransportLike, arguments: Arguments = THING) -> Thing:
    return transport.request(GET, Thing, arguments)


def form(content: str) -> dict[str, str]:
    return dict(parse_qsl(content, keep_blank_values=True))


def test_a_service_principal_gets_one_token_for_many_requests(bench: Bench, cloud: Cloud) -> None:
    transport = bench.over(cloud, machine())
    for _ in range(3):
        get(transport)
    assert cloud.tokens() == ["Bearer token-1"] * 3
    [asked] = cloud.sent("/oidc/v1/token")
    assert str(asked.url) == f"{BASE}/oidc/v1/token"
    assert form(cloud.contents[0]) == {"grant_type": "client_credentials", "scope": "all-apis"}
    pair = base64.b64encode(f"robot:{SECRET}".encode()).decode()
    assert asked.headers["authorization"] == f"Basic {pair}"


def test_a_token_is_renewed_early_and_when_it_expires(bench: Bench, cloud: Cloud) -> None:
    transport = bench.over(cloud, machine())
    for now in (0.0, 2399.0, 2400.0, 2400.0 + HOUR):
        bench.now = now
        get(transport)
    assert cloud.tokens() == [f"Bearer token-{number}" for number in (1, 1, 2, 3)]


def test_an_early_renewal_that_fails_is_tried_once_a_minute(bench: Bench, cloud: Cloud) -> None:
    transport = bench.over(cloud, machine())
    get(transport)
    cloud.answers = [json_answer(500), json_answer(500)]
    for bench.now in (2400.0, 2430.0, 2460.0):
        get(transport)
    assert cloud.tokens() == ["Bearer token-1"] * 4
    assert len(cloud.sent("/oidc/v1/token")) == 3
    assert bench.waits.seconds == []


@pytest.mark.parametrize("lifetime", ["3600", 3600.0])
def test_a_lifetime_may_be_written_as_text(bench: Bench, cloud: Cloud, lifetime: object) -> None:
    cloud.lifetime = lifetime
    transport = bench.over(cloud, machine())
    for bench.now in (0.0, 3559.0):
        cloud.answers = [] if bench.now == 0.0 else [json_answer(500)]
        get(transport)
    assert cloud.tokens() == ["Bearer token-1"] * 2


def test_without_a_lifetime_a_token_is_good_until_it_is_refused(bench: Bench, cloud: Cloud) -> None:
    cloud.answers = [json_answer(body={"access_token": "lasting"})]
    transport = bench.over(cloud, machine())
    for bench.now in (0.0, 1e9):
        get(transport)
    assert cloud.tokens() == ["Bearer lasting"] * 2


def test_a_refused_token_is_renewed_once(bench: Bench, cloud: Cloud) -> None:
    transport = bench.over(cloud, machine())
    get(transport)
    cloud.valid = "Bearer token-2".__eq__
    assert get(transport).name == "thing"
    cloud.valid = "nothing".__eq__
    with pytest.raises(AuthenticationError):
        get(transport)
    bench.now += 60
    with pytest.raises(AuthenticationError):
        get(transport)
    assert cloud.tokens() == [
        *("Bearer token-1", "Bearer token-1", "Bearer token-2"),
        "Bearer token-2",
        *("Bearer token-2", "Bearer token-3"),
    ]


def test_a_token_that_does_not_change_is_not_tried_again(bench: Bench, cloud: Cloud) -> None:
    cloud.valid = "nothing".__eq__
    transport = bench.over(cloud, Settings(base_url=BASE, credential=token_credential("dapi-1")))
    with pytest.raises(AuthenticationError):
        get(transport)
    assert cloud.tokens() == ["Bearer dapi-1"]


@pytest.mark.parametrize("status", [400, 401, 403])
def test_a_refused_client_is_an_authentication_error_in_the_servers_words(
    bench: Bench, cloud: Cloud, status: int
) -> None:
    told = {"error": "invalid_client", "error_description": f"no {SECRET} here"}
    cloud.answers = [json_answer(status, told)]
    with pytest.raises(AuthenticationError, match=r"invalid_client: no \[secret\] here") as caught:
        get(bench.over(cloud, machine()))
    error = caught.value
    assert (error.status, error.error_code) == (status, "invalid_client")
    assert "(POST /oidc/v1/token)" in str(error)
    assert SECRET.encode() not in (error.body or b"")
    assert cloud.sent() == []


def test_a_token_endpoint_that_is_down_is_asked_again_as_often_as_the_client_retries(
    bench: Bench, cloud: Cloud
) -> None:
    cloud.answers = [json_answer(503), httpx.ReadTimeout("slow")]
    assert get(bench.over(cloud, machine())).name == "thing"
    assert bench.waits.seconds == [0.5, 1.0]
    cloud.answers = [json_answer(500)] * 3
    with pytest.raises(InternalServerError):
        get(bench.over(cloud, machine()))
    cloud.answers = [httpx.ConnectError("down")] * 3
    with pytest.raises(APIConnectionError, match="no answer from https://adb-1"):
        get(bench.over(cloud, machine()))
    assert cloud.answers == []


@pytest.mark.parametrize(
    ("answer", "rule"),
    [
        (httpx.Response(200, html="<p>token-x</p>"), "no access_token"),
        (json_answer(body={"expires_in": 1}), "no access_token"),
        (json_answer(body={"access_token": "a\nb"}), "no access_token"),
        (json_answer(body={"access_token": "token-x", "expires_in": "soon"}), "expires_in"),
        (json_answer(body={"access_token": "token-x", "expires_in": -1}), "expires_in"),
    ],
)
def test_an_answer_without_a_token_is_invalid_and_not_kept(
    bench: Bench, cloud: Cloud, answer: httpx.Response, rule: str
) -> None:
    cloud.answers = [again(answer)]
    with pytest.raises(APIResponseError, match=rule) as caught:
        get(bench.over(cloud, machine()))
    assert caught.value.body == b""


def test_a_token_endpoint_that_redirects_is_not_followed(bench: Bench, cloud: Cloud) -> None:
    cloud.answers = [httpx.Response(307, headers={"location": "https://evil.test/token"})]
    with pytest.raises(APIStatusError, match=r"location: https://evil\.test/token"):
        get(bench.over(cloud, machine()))
    assert {request.url.host for request in cloud.seen} == {httpx.URL(BASE).host}


def test_azure_gets_its_headers_and_its_token_endpoint_only_the_form(
    bench: Bench, cloud: Cloud
) -> None:
    credential = azure_credential(
        "adb-1.2.azuredatabricks.net",
        client_id="app",
        client_secret=SECRET,
        tenant_id="tenant",
        resource_id="/subscriptions/s",
    )
    get(bench.over(cloud, Settings(base_url=BASE, credential=credential)))
    first, second, request = cloud.seen
    assert request.headers["authorization"] == "Bearer token-1"
    assert request.headers["x-databricks-azure-sp-management-token"] == "token-2"
    assert request.headers["x-databricks-azure-workspace-resource-id"] == "/subscriptions/s"
    for asked, content, resource in (
        (first, cloud.contents[0], "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d"),
        (second, cloud.contents[1], "https://management.core.windows.net/"),
    ):
        assert str(asked.url) == "https://login.microsoftonline.com/tenant/oauth2/token"
        assert form(content) == {
            "grant_type": "client_credentials",
            "client_id": "app",
            "client_secret": SECRET,
            "resource": resource,
        }
        assert "authorization" not in asked.headers


@pytest.mark.parametrize(
    ("host", "login"),
    [
        ("adb-1.2.azuredatabricks.net", "login.microsoftonline.com"),
        ("adb-1.2.databricks.azure.us", "login.microsoftonline.us"),
        ("adb-1.2.databricks.azure.cn", "login.chinacloudapi.cn"),
    ],
)
def test_the_cloud_follows_from_the_host(host: str, login: str) -> None:
    credential = azure_credential(
        host, client_id="app", client_secret=SECRET, tenant_id="t", resource_id=""
    )
    assert {httpx.URL(grant.url).host for grant in credential.grants} == {login}
    assert credential.headers == {}


def test_a_principal_of_azure_is_for_hosts_of_azure() -> None:
    with pytest.raises(ConfigurationError, match=r"^host: Must end in \.azuredatabricks\.net, "):
        azure_credential(
            "x.test", client_id="app", client_secret=SECRET, tenant_id="t", resource_id=""
        )


def test_a_callers_client_adds_nothing_to_requests_for_tokens(bench: Bench, cloud: Cloud) -> None:
    mock = httpx.MockTransport(cloud)
    client: httpx.Client | httpx.AsyncClient = httpx.Client(transport=mock, auth=("ada", "pw"))
    if bench.flavour == "async":
        client = httpx.AsyncClient(transport=mock, auth=("ada", "pw"))
    client.headers["x-own"] = "1"
    client.cookies.set("own", "1")
    host = "adb-1.2.azuredatabricks.net"
    azure = azure_credential(host, client_id="a", client_secret="s", tenant_id="t", resource_id="")
    get(bench.connected(Settings(base_url=BASE, credential=azure), http_client=client))
    *asked, request = cloud.seen
    assert request.headers["x-own"] == "1"
    assert len(asked) == 2
    for each in asked:
        assert not {"authorization", "x-own", "cookie"} & {*each.headers}


@pytest.mark.parametrize(
    ("returned", "sent"),
    [
        ("token\n", {"authorization": "Bearer token"}),
        ({"X-Api-Key": "key-1"}, {"x-api-key": "key-1"}),
    ],
)
def test_a_function_returns_a_token_or_headers(
    bench: Bench, cloud: Cloud, returned: str | Mapping[str, str], sent: dict[str, str]
) -> None:
    cloud.valid = lambda authorization: True
    settings = Settings(base_url=BASE, credential=CalledCredential(provider=lambda: returned))
    get(bench.over(cloud, settings))
    [request] = cloud.sent()
    assert {name: request.headers[name] for name in sent} == sent


def test_a_function_is_asked_before_every_attempt(bench: Bench) -> None:
    seen: list[str] = []
    given = iter(["one", "two"])

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["authorization"])
        return json_answer(503) if len(seen) == 1 else json_answer(body={"name": "thing"})

    settings = Settings(base_url=BASE, credential=CalledCredential(provider=given.__next__))
    get(bench.over(handle, settings))
    assert seen == ["Bearer one", "Bearer two"]


async def waited_for() -> str:
    return "later"


def test_asynchronous_clients_wait_for_what_a_function_returns(bench: Bench, cloud: Cloud) -> None:
    settings = Settings(base_url=BASE, credential=CalledCredential(provider=waited_for))
    transport = bench.over(cloud, settings)
    if bench.flavour == "async":
        get(transport)
        assert cloud.tokens() == ["Bearer later"]
    else:
        with pytest.raises(ConfigurationError, match="only asynchronous clients"):
            get(transport)


@pytest.mark.parametrize(
    ("returned", "rule"),
    [
        (12345678, r"Must return a token or a mapping of headers \(got int\)"),
        ("", "only visible ASCII"),
        ("hunter22 hunter22", "only visible ASCII"),
        ({"bad name": "hunter22"}, "without a valid name"),
        ({"x-key": "hunter22\n"}, "no valid value of the header x-key"),
        ({"x-key": 12345678}, "no valid value of the header x-key"),
    ],
)
def test_what_a_function_must_not_return_is_refused_without_quoting_it(
    bench: Bench, cloud: Cloud, returned: object, rule: str
) -> None:
    provider = cast("Provider", lambda: returned)
    settings = Settings(base_url=BASE, credential=CalledCredential(provider=provider))
    with pytest.raises(ConfigurationError, match=rule) as caught:
        get(bench.over(cloud, settings))
    assert "hunter22" not in str(caught.value)
    assert cloud.seen == []


class Answering(httpx.Auth):
    """Answers a challenge, as Digest does."""

    requires_response_body = True

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["x-first"] = "1"
        response = yield request
        request.headers["authorization"] = f"Answer {response.json()['message']}-{SECRET}"
        yield request


@pytest.mark.parametrize(
    "flow", [httpx.BasicAuth("ada", "pw"), httpx2.BasicAuth("ada", "pw")], ids=["httpx", "httpx2"]
)
def test_a_flow_of_either_library_is_run(
    bench: Bench, cloud: Cloud, flow: httpx.Auth | httpx2.Auth
) -> None:
    get(bench.over(cloud, Settings(base_url=BASE, credential=FlowCredential(flow=flow))))
    assert cloud.tokens() == ["Basic YWRhOnB3"]


def test_a_flow_sees_the_answer_and_sends_again(bench: Bench, cloud: Cloud) -> None:
    cloud.valid = lambda authorization: authorization == f"Answer expired-{SECRET}"
    get(bench.over(cloud, Settings(base_url=BASE, credential=FlowCredential(flow=Answering()))))
    assert cloud.tokens() == ["", f"Answer expired-{SECRET}"]


def test_what_a_flow_adds_is_secret(bench: Bench) -> None:
    def echo(request: httpx.Request) -> httpx.Response:
        return json_answer(400, {"message": str(request.headers.get("authorization"))})

    settings = Settings(base_url=BASE, credential=FlowCredential(flow=Answering()))
    with pytest.raises(APIStatusError) as caught:
        get(bench.over(echo, settings))
    assert SECRET not in str(caught.value)
    assert SECRET.encode() not in (caught.value.body or b"")


def test_a_header_of_the_call_wins_over_the_credential(bench: Bench, cloud: Cloud) -> None:
    transport = bench.over(cloud, machine())
    own = Arguments(path={"name": "thing"}, options={"extra_headers": {"Authorization": "Own x"}})
    get(transport, own)
    assert cloud.tokens() == ["Own x"]


def test_a_transport_with_tokens_pickles_without_them(cloud: Cloud) -> None:
    transport = AsyncTransport(machine())
    assert b"token-1" not in pickle.dumps(transport)
    copy: AsyncTransport = pickle.loads(pickle.dumps(transport))
    assert copy.settings == transport.settings
    assert SECRET not in repr(copy.settings)
