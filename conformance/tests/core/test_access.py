"""Any way to sign in to a target reaches every request, and none is ever shown."""

import base64
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import httpx
import pytest
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from invocant_conformance.command import main
from invocant_conformance.embedded import served
from invocant_conformance.oauth import LoginFailed, OAuth, OAuthLogin

from .small import TOKEN, SmallGateway, chat_answer

PASSWORD, KEY = "correct horse battery", "key-staple-4711"
BASIC = base64.b64encode(f"ada:{PASSWORD}".encode()).decode()
SIGNED_IN: Mapping[str, tuple[tuple[str, ...], Mapping[str, str], Mapping[str, str], str]] = {
    "basic": (
        ("--basic", f"ada:{PASSWORD}"),
        {},
        {"authorization": f"Basic {BASIC}"},
        '-H "authorization: Basic $BASIC"',
    ),
    "basic-environment": (
        (),
        {"INVOCANT_USER": "ada", "INVOCANT_PASSWORD": PASSWORD},
        {"authorization": f"Basic {BASIC}"},
        '-H "authorization: Basic $BASIC"',
    ),
    "password-environment": (
        ("--basic", "ada"),
        {"INVOCANT_PASSWORD": PASSWORD, "INVOCANT_TOKEN": "sk-not-this"},
        {"authorization": f"Basic {BASIC}"},
        '-H "authorization: Basic $BASIC"',
    ),
    "key": (
        ("--header", f"Api-Key={KEY}"),
        {},
        {"api-key": KEY},
        '-H "api-key: $KEY_API_KEY"',
    ),
    "key-environment": (
        ("--header", "api-key=env:THEIR_KEY", "--token", "sk-both"),
        {"THEIR_KEY": KEY},
        {"api-key": KEY, "authorization": "Bearer sk-both"},
        '-H "authorization: Bearer $TOKEN" -H "api-key: $KEY_API_KEY"',
    ),
}
CHOSEN = ("--only", "CHAT-META-001,CHAT-SCHEMA-001,AUTH-TOKEN-001,AUTH-TOKEN-002")
VARIABLES = ("TOKEN", "USER", "PASSWORD", "OAUTH_CLIENT_ID", "OAUTH_SECRET", "PROXY")


@pytest.fixture(autouse=True)
def no_credentials_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's credentials take part."""
    for name in VARIABLES:
        monkeypatch.delenv(f"INVOCANT_{name}", raising=False)


class Guarded:
    """A server behind a guard; `strangers` counts the requests that were not let in."""

    def __init__(self, app: ASGIApp, wanted: Mapping[str, str]) -> None:
        self.app, self.wanted = app, wanted
        self.let_in = self.strangers = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode(): value.decode("latin-1") for name, value in scope["headers"]}
        if any(headers.get(name) != value for name, value in self.wanted.items()):
            self.strangers += 1
            refusal = {"error": {"message": "who are you?", "type": None, "code": None}}
            await JSONResponse(refusal, 401)(scope, receive, send)
            return
        self.let_in += 1
        await self.app(scope, receive, send)


@pytest.mark.parametrize("way", SIGNED_IN)
def test_every_request_is_signed_and_no_secret_is_shown(
    way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments, environment, wanted, shown = SIGNED_IN[way]
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    answer = chat_answer() | {"object": "chat", "echo": [*wanted.values()]}
    gateway = SmallGateway(token=None, answer=lambda body: JSONResponse(answer))
    guarded = Guarded(gateway.app(), wanted)
    with served(guarded) as url:
        report = ("--report", str(tmp_path), "--examples", "1")
        assert main([url, "--profile", "gateway", *arguments, *CHOSEN, *report]) == 1
    captured = capsys.readouterr()
    output = "".join([captured.out, captured.err, *(p.read_text() for p in tmp_path.iterdir())])
    assert "fail   CHAT-META-001" in captured.out
    assert "fail   AUTH-TOKEN" not in captured.out
    assert shown in captured.out
    assert guarded.strangers < guarded.let_in
    for secret in (PASSWORD, BASIC, KEY, "sk-both"):
        assert secret not in output


class Issuing:
    """A server that gives out its own token, and says where (RFC 8414)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/.well-known/oauth-authorization-server":
            host, port = scope["server"]
            told = {"token_endpoint": f"http://{host}:{port}/oauth/token"}
        elif scope["type"] == "http" and scope["path"] == "/oauth/token":
            told = {"access_token": TOKEN}
        else:
            await self.app(scope, receive, send)
            return
        await JSONResponse(told)(scope, receive, send)


def test_oauth_tokens_come_from_where_the_target_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INVOCANT_OAUTH_SECRET", "oauth-hush-hush")
    with served(Issuing(SmallGateway().app())) as url:
        only = ("--profile", "gateway", "--only", "GW-MODELS-002,GW-SCHEMA-001", "--examples", "1")
        assert main([url, "--oauth-client-id", "app-1", *only]) == 0
    captured = capsys.readouterr()
    assert "signed by   OAuth token" in captured.out
    assert not any(secret in captured.out + captured.err for secret in ("hush", TOKEN))


def test_a_refused_oauth_client_ends_with_3(
    gateway: SmallGateway, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INVOCANT_OAUTH_SECRET", "dose-hush-hush")
    with served(gateway.app()) as url:
        where = ("--oauth-token-url", f"{url}/token")
        assert main([url, "--oauth-client-id", "app-1", *where]) == 3
    assert "/token refuses the OAuth client (401)" in capsys.readouterr().err


Answers = Callable[[httpx.Request], httpx.Response]


def login(answers: Answers, clock: Iterator[float]) -> OAuthLogin:
    return OAuthLogin(
        oauth=OAuth(client_id="app-1", secret="hush", token_url="http://tokens.test/token"),
        url="http://host",
        client=httpx.Client(transport=httpx.MockTransport(answers)),
        secrets=set(),
        clock=lambda: next(clock),
    )


def test_a_token_is_renewed_before_it_ends_and_each_is_a_secret() -> None:
    count = iter(range(10))

    def answers(request: httpx.Request) -> httpx.Response:
        assert b"grant_type=client_credentials" in request.read()
        return httpx.Response(200, json={"access_token": f"t{next(count)}", "expires_in": 100})

    made = login(answers, iter([0, 0, 0, 60, 80, 80, 80]))
    seen: list[str] = []
    for _ in range(3):
        if made.is_due:
            made.renew()
        seen.append(made.token)
    assert seen == ["t0", "t0", "t1"]
    assert made.secrets == {"t0", "t1"}


@pytest.mark.parametrize("answer", [httpx.Response(200, json={}), httpx.Response(200, text="<")])
def test_an_answer_without_a_token_is_no_login(answer: httpx.Response) -> None:
    with pytest.raises(LoginFailed, match="answers without an access_token"):
        login(lambda request: answer, iter([0.0] * 9)).renew()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--basic", "ada"), "argument --basic: has to be USER:PASSWORD, or USER with the"),
        (("--basic", ":hush"), "argument --basic: has to be USER:PASSWORD"),
        (("--basic", "a:hush", "--token", "t"), "argument --basic: not allowed with --token"),
        (("--header", "authorization=hush", "--token", "t"), "not allowed with --token"),
        (("--header", "hush"), "argument --header: has to be NAME=VALUE"),
        (("--header", "a b=hush"), "argument --header: has to be NAME=VALUE"),
        (("--header", "key=hush\n"), "argument --header: key: has to be printable ASCII"),
        (("--header", "key=env:NOT_THERE"), "argument --header: key: NOT_THERE is not set"),
        (("--oauth-client-id", "app"), "argument --oauth-client-id: wants a name, and its sec"),
        (("--oauth-token-url", "http://x"), "argument --oauth-token-url: needs --oauth-client"),
        (("--rate", "0"), "argument --rate: '0' is no number above 0"),
        (("--rate", "nan"), "argument --rate: 'nan' is no number above 0"),
        (("--max-tokens", "-1"), "argument --max-tokens: '-1' is no integer of 0 or more"),
    ],
)
def test_wrong_credentials_end_with_2_and_are_not_repeated(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["http://host.invalid", *arguments])
    line = capsys.readouterr().err
    assert end.value.code == 2
    assert message in line
    assert line.count("\n") == 1
    assert "hush" not in line


@pytest.mark.parametrize("option", ["--basic=a:hush", "--header=key=hush", "--proxy=http://hush"])
def test_ways_to_a_target_need_one(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([option])
    line = capsys.readouterr().err
    assert end.value.code == 2
    assert f"argument {option.partition('=')[0]}: needs the URL of a target" in line
    assert "hush" not in line
