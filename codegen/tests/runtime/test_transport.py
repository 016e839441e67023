"""Requests, answers and retries, in both flavours."""

import asyncio
import logging
import ssl
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import cast

import httpx
import pytest

from runtime._async.transport import AsyncTransport
from runtime.credentials import token_credential
from runtime.errors import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    ConfigurationError,
    InternalServerError,
    InvocantError,
    RateLimitError,
    RequestError,
)
from runtime.omit import OMIT
from runtime.operation import Arguments
from runtime.options import RequestOptions, Timeout
from runtime.settings import Settings
from runtime.tls import ssl_context

from .support import (
    CHAT,
    DELETE,
    GET,
    HELLO,
    SETTINGS,
    THING,
    TOKEN,
    Answer,
    Bench,
    again,
    json_answer,
)

ANSWER = {"id": None, "choices": [{"index": 0, "delta": {"content": "hi", "later": [1]}}]}


class Server:
    """Answers requests in turn, the last answer for ever, and remembers them."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return again(answer)


def test_an_answer_comes_back_whole(bench: Bench) -> None:
    answer = bench.over(Server(json_answer(body=ANSWER))).request(CHAT, Answer, HELLO)
    assert answer.model_dump(exclude_unset=True, by_alias=True) == ANSWER


def test_the_token_is_sent_as_bearer(bench: Bench) -> None:
    server = Server(json_answer(body=ANSWER))
    bench.over(server).request(CHAT, Answer, HELLO)
    assert server.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


def test_method_path_and_body_arrive_as_given(bench: Bench) -> None:
    server = Server(json_answer(body=ANSWER))
    arguments = Arguments(
        body={
            "messages": [{"role": "user", "content": None}],
            "temperature": None,
            "model": OMIT,
        },
        options={"extra_query": {"a": "1 2"}, "extra_headers": {"X-Tag": "t"}},
    )
    bench.over(server).request(CHAT, Answer, arguments)
    [request] = server.requests
    assert (request.method, str(request.url)) == ("POST", "http://workspace.test/chat?a=1+2")
    assert request.headers["x-tag"] == "t"
    assert request.content == b'{"messages":[{"role":"user","content":null}],"temperature":null}'


def test_a_wrong_argument_is_refused_before_anything_is_sent(bench: Bench) -> None:
    server = Server(json_answer(body=ANSWER))
    arguments = Arguments(body={"messages": [{"role": 1}]})
    with pytest.raises(RequestError, match=r"^messages\[0\]\.role: .*string \(got 1\)$"):
        bench.over(server).request(CHAT, Answer, arguments)
    assert server.requests == []


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, html="<title>Sign in</title>"),
        httpx.Response(200, text='{"id": null, "choices": []}'),
        httpx.Response(200, content=b"", headers={"content-type": "application/json"}),
        httpx.Response(204),
        httpx.Response(200, content=b"{", headers={"content-type": "application/json"}),
        httpx.Response(200, content=b"\xff\xfe", headers={"content-type": "application/json"}),
        httpx.Response(
            200,
            content='{"id":"ü","choices":[]}'.encode("latin-1"),
            headers={"content-type": "application/json; charset=iso-8859-1"},
        ),
        httpx.Response(
            200,
            content=b'{"id": null, "choices": [], "x": NaN}',
            headers={"content-type": "application/json"},
        ),
        json_answer(body=[ANSWER]),
        json_answer(body={"id": 5, "choices": []}),
        json_answer(body={"id": None, "choices": [{"index": "0"}]}),
        json_answer(body={"choices": []}),
    ],
    ids=lambda answer: str(answer.status_code) if isinstance(answer, httpx.Response) else None,
)
def test_a_2xx_that_the_api_does_not_describe_is_a_response_error(
    bench: Bench, answer: httpx.Response
) -> None:
    answer.headers["x-request-id"] = "r-1"
    raw = answer.content
    with pytest.raises(APIResponseError) as caught:
        bench.over(Server(answer)).request(CHAT, Answer, HELLO)
    error = caught.value
    assert (error.status, error.request_id, error.body) == (answer.status_code, "r-1", raw)
    assert error.__context__ is None


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("application/octet-stream", "content type is application/octet-stream"),
        ("text/x+json", r"content type is text/x\+json"),
        ("", "content type is missing"),
    ],
)
def test_json_that_says_it_is_something_else_is_refused(bench: Bench, kind: str, rule: str) -> None:
    answer = httpx.Response(200, json=ANSWER, headers={"content-type": kind})
    with pytest.raises(APIResponseError, match=rule):
        bench.over(Server(answer)).request(CHAT, Answer, HELLO)


@pytest.mark.parametrize("kind", ["Application/JSON; charset=utf-8", "application/vnd.x+json"])
def test_json_by_any_of_its_names_is_taken(bench: Bench, kind: str) -> None:
    answer = httpx.Response(200, json=ANSWER, headers={"content-type": kind})
    assert bench.over(Server(answer)).request(CHAT, Answer, HELLO).id is None


def test_an_empty_answer_is_called_that(bench: Bench) -> None:
    with pytest.raises(APIResponseError, match="its body is empty"):
        bench.over(Server(httpx.Response(204))).request(CHAT, Answer, HELLO)


def test_a_response_error_names_field_value_and_rule(bench: Bench) -> None:
    server = Server(json_answer(body={"id": None, "choices": [{"index": "0"}]}))
    with pytest.raises(APIResponseError, match=r"choices\[0\]\.index: .*integer \(got '0'\)"):
        bench.over(server).request(CHAT, Answer, HELLO)


def test_a_broken_content_encoding_is_a_response_error(bench: Bench) -> None:
    headers = {"content-type": "application/json", "content-encoding": "gzip"}

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(b"not gzip"))

    with pytest.raises(APIResponseError, match="content encoding"):
        bench.over(handler).request(CHAT, Answer, HELLO)


@pytest.mark.parametrize(
    "answer", [httpx.Response(204), httpx.Response(200), json_answer(), json_answer(body={})]
)
def test_an_operation_without_content_takes_nothing_and_any_json(
    bench: Bench, answer: httpx.Response
) -> None:
    bench.over(Server(answer)).request_nothing(DELETE, THING)


def test_an_operation_without_content_refuses_a_login_page(bench: Bench) -> None:
    with pytest.raises(APIResponseError, match="text/html"):
        bench.over(Server(httpx.Response(200, html="<html>"))).request_nothing(DELETE, THING)


def test_a_status_error_carries_everything_that_the_answer_tells(bench: Bench) -> None:
    body = {"error_code": "REQUEST_LIMIT_EXCEEDED", "message": "slow\ndown"}
    answer = json_answer(429, body, {"retry-after": "61", "x-litellm-call-id": "c-1"})
    with pytest.raises(RateLimitError) as caught:
        bench.over(Server(answer)).request(CHAT, Answer, HELLO)
    error = caught.value
    assert str(error) == ("429 REQUEST_LIMIT_EXCEEDED: slow down (POST /chat, request id c-1)")
    assert (error.status, error.error_code) == (429, "REQUEST_LIMIT_EXCEEDED")
    assert (error.retry_after, error.request_id) == (61.0, "c-1")
    assert error.headers is not None
    assert error.headers["Retry-After"] == "61"
    assert error.body == answer.content


def test_a_status_error_does_not_need_its_body(bench: Bench) -> None:
    headers = {"content-encoding": "gzip"}

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(400, headers=headers, stream=httpx.ByteStream(b"not gzip"))

    with pytest.raises(BadRequestError, match="400: Bad Request"):
        bench.over(handler).request(CHAT, Answer, HELLO)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_an_error_and_takes_the_credential_nowhere(bench: Bench, status: int) -> None:
    elsewhere = {"location": "https://u:private@elsewhere.test:8/login?code=private"}
    server = Server(httpx.Response(status, headers=elsewhere))
    with pytest.raises(APIStatusError, match=r"https://elsewhere\.test:8/login \(") as caught:
        bench.over(server).request(GET, Answer, THING)
    assert caught.value.status == status
    assert [request.url.host for request in server.requests] == ["workspace.test"]


def test_a_client_that_follows_redirects_is_not_obeyed(bench: Bench) -> None:
    server = Server(httpx.Response(307, headers={"location": "https://elsewhere.test/"}))
    mock = httpx.MockTransport(server)
    http_client: httpx.Client | httpx.AsyncClient = (
        httpx.Client(transport=mock, follow_redirects=True)
        if bench.flavour == "sync"
        else httpx.AsyncClient(transport=mock, follow_redirects=True)
    )
    with pytest.raises(APIStatusError):
        bench.connected(SETTINGS, http_client=http_client).request(GET, Answer, THING)
    assert len(server.requests) == 1


CONNECT = httpx.ConnectError("refused")
READ_TIMEOUT = httpx.ReadTimeout("silence")


@pytest.mark.parametrize(
    "failure",
    [
        CONNECT,
        httpx.ConnectTimeout("slow"),
        httpx.PoolTimeout("busy"),
        json_answer(429),
        json_answer(503, headers={"retry-after": "1"}),
    ],
)
def test_a_post_that_did_not_run_is_sent_again(
    bench: Bench, failure: httpx.Response | Exception
) -> None:
    server = Server(failure, failure, json_answer(body=ANSWER))
    bench.over(server).request(CHAT, Answer, HELLO)
    assert len(server.requests) == 3


MAY_HAVE_RUN = [
    READ_TIMEOUT,
    httpx.WriteTimeout("slow"),
    httpx.WriteError("broken pipe"),
    httpx.ReadError("reset"),
    httpx.RemoteProtocolError("disconnected"),
    json_answer(408),
    json_answer(500),
    json_answer(502),
    json_answer(503),
    json_answer(504),
]


@pytest.mark.parametrize("failure", MAY_HAVE_RUN)
def test_a_post_that_may_have_run_is_not_sent_again(
    bench: Bench, failure: httpx.Response | Exception
) -> None:
    server = Server(failure)
    with pytest.raises((APIConnectionError, APIStatusError)):
        bench.over(server).request(CHAT, Answer, HELLO)
    assert len(server.requests) == 1


@pytest.mark.parametrize("failure", MAY_HAVE_RUN)
def test_a_post_that_may_have_run_is_sent_again_on_demand(
    bench: Bench, failure: httpx.Response | Exception
) -> None:
    server = Server(failure, json_answer(body=ANSWER))
    arguments = Arguments(body=HELLO.body, options={"retry_unsafe": True})
    bench.over(server).request(CHAT, Answer, arguments)
    assert len(server.requests) == 2


@pytest.mark.parametrize("failure", MAY_HAVE_RUN)
def test_a_get_is_sent_again(bench: Bench, failure: httpx.Response | Exception) -> None:
    server = Server(failure, json_answer(body=ANSWER))
    bench.over(server).request(GET, Answer, THING)
    assert len(server.requests) == 2


def test_two_retries_are_the_default(bench: Bench) -> None:
    server = Server(CONNECT)
    with pytest.raises(APIConnectionError) as caught:
        bench.over(server).request(CHAT, Answer, HELLO)
    assert len(server.requests) == 3
    assert bench.waits.seconds == [0.5, 1.0]
    assert not caught.value.sent


def test_the_call_decides_how_often(bench: Bench) -> None:
    server = Server(CONNECT)
    arguments = Arguments(body=HELLO.body, options={"max_retries": 0})
    with pytest.raises(APIConnectionError):
        bench.over(server).request(CHAT, Answer, arguments)
    assert len(server.requests) == 1


def test_retry_after_is_waited_for(bench: Bench) -> None:
    server = Server(json_answer(429, headers={"retry-after": "7"}), json_answer(body=ANSWER))
    bench.over(server).request(CHAT, Answer, HELLO)
    assert bench.waits.seconds == [7.0]


def test_a_timeout_is_told_from_other_failures(bench: Bench) -> None:
    with pytest.raises(APITimeoutError, match="ReadTimeout: silence") as caught:
        bench.over(Server(READ_TIMEOUT)).request(CHAT, Answer, HELLO)
    assert caught.value.sent


def test_the_timeout_of_the_call_wins(bench: Bench) -> None:
    server = Server(json_answer(body=ANSWER))
    limits = Timeout(connect=1, read=2, write=3, pool=4)
    arguments = Arguments(body=HELLO.body, options={"timeout": limits})
    bench.over(server).request(CHAT, Answer, arguments)
    expected = {"connect": 1, "read": 2, "write": 3, "pool": 4}
    assert server.requests[0].extensions["timeout"] == expected


def test_the_default_timeout_outlasts_the_longest_model(bench: Bench) -> None:
    server = Server(json_answer(body=ANSWER))
    bench.over(server).request(CHAT, Answer, HELLO)
    timeout = server.requests[0].extensions["timeout"]
    assert (timeout["connect"], timeout["read"]) == (10.0, 600.0)


def test_a_client_of_the_caller_is_left_open(bench: Bench) -> None:
    mock = httpx.MockTransport(Server(json_answer(body=ANSWER)))
    http_client: httpx.Client | httpx.AsyncClient = (
        httpx.Client(transport=mock)
        if bench.flavour == "sync"
        else httpx.AsyncClient(transport=mock)
    )
    transport = bench.connected(SETTINGS, http_client=http_client)
    transport.request(CHAT, Answer, HELLO)
    transport.close()
    assert not http_client.is_closed


def test_a_closed_client_refuses_to_work(bench: Bench) -> None:
    transport = bench.over(Server(json_answer(body=ANSWER)))
    transport.close()
    with pytest.raises(InvocantError, match="closed"):
        transport.request(CHAT, Answer, HELLO)


def test_a_client_that_its_owner_closed_refuses_to_work(bench: Bench) -> None:
    http_client = httpx.Client() if bench.flavour == "sync" else httpx.AsyncClient()
    if isinstance(http_client, httpx.Client):
        http_client.close()
    else:
        bench.run(http_client.aclose)
    with pytest.raises(InvocantError, match="closed"):
        bench.connected(SETTINGS, http_client=http_client).request(CHAT, Answer, HELLO)


def test_options_that_are_none_leave_the_clients_in_force(bench: Bench) -> None:
    server = Server(CONNECT)
    arguments = Arguments(
        body=HELLO.body, options={"timeout": None, "max_retries": None, "retry_unsafe": None}
    )
    with pytest.raises(APIConnectionError):
        bench.over(server).request(CHAT, Answer, arguments)
    assert len(server.requests) == 3
    assert server.requests[0].extensions["timeout"]["read"] == 600.0


def test_closing_twice_is_harmless(bench: Bench) -> None:
    transport = bench.connected(SETTINGS)
    transport.close()
    transport.close()


def test_a_request_logs_method_url_status_attempt_and_duration_only(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="invocant")
    server = Server(CONNECT, json_answer(body=ANSWER))
    arguments = Arguments(body=HELLO.body, options={"extra_query": {"key": "private"}})
    bench.over(server).request(CHAT, Answer, arguments)
    lines = [line.getMessage() for line in caplog.records if line.name == "invocant"]
    assert [line.rsplit(" ", 2)[0] for line in lines] == [
        "POST http://workspace.test/chat failed attempt=1",
        "POST http://workspace.test/chat 200 attempt=2",
    ]


def echo(request: httpx.Request) -> httpx.Response:
    return json_answer(
        400,
        {"error_code": f"NO_{TOKEN}", "message": f"wrong {request.headers['authorization']}"},
        {"x-request-id": TOKEN, "x-echo": TOKEN},
    )


def fail_with_header(request: httpx.Request) -> httpx.Response:
    raise httpx.LocalProtocolError(f"Illegal header value b'Bearer {TOKEN}'")


def fail_to_connect(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError(f"cannot send {TOKEN}")


def answer_nonsense(request: httpx.Request) -> httpx.Response:
    return json_answer(body={"id": None, "choices": [{"index": TOKEN}]})


@pytest.mark.parametrize("handler", [echo, fail_with_header, fail_to_connect, answer_nonsense])
def test_the_token_is_in_no_error_and_no_log(
    bench: Bench,
    handler: Callable[[httpx.Request], httpx.Response],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(InvocantError) as caught:
        bench.over(handler).request(CHAT, Answer, HELLO)
    error = caught.value
    told = "".join(traceback.format_exception(error))
    assert TOKEN not in f"{error!s} {error!r} {error.__dict__!r} {told} {caplog.text}"


def test_the_token_is_in_no_repr(bench: Bench) -> None:
    transport = bench.connected(SETTINGS)
    assert TOKEN not in f"{transport!r} {SETTINGS!r} {SETTINGS!s}"


def test_an_unusable_proxy_is_named_without_its_password() -> None:
    transport = AsyncTransport(SETTINGS, transport="httpx", proxy="gopher://u:hunter22@p.test")
    with pytest.raises(InvocantError, match=r"^proxy: ") as caught:
        asyncio.run(transport.request_nothing(GET, THING))
    assert "hunter22" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [("timeout", "5"), ("timeout", 0), ("max_retries", -1), ("max_retry_wait", True)],
)
def test_an_unusable_option_of_a_client_is_a_configuration_error(name: str, value: object) -> None:
    options = cast("RequestOptions", {name: value})
    with pytest.raises(ConfigurationError, match=rf"^{name}: Must be "):
        AsyncTransport(SETTINGS, options=options)


@pytest.mark.parametrize(("name", "value"), [("http_client", httpx.Client()), ("transport", "ftp")])
def test_what_cannot_send_is_a_configuration_error(name: str, value: object) -> None:
    make = cast("Callable[..., object]", AsyncTransport)
    with pytest.raises(ConfigurationError, match=rf"^{name}: Must be "):
        make(SETTINGS, **{name: value})


def test_an_unusable_certificate_is_a_configuration_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"^cert: "):
        ssl_context("https://h", True, str(tmp_path / "absent.pem"))


def test_a_server_error_is_an_internal_server_error(bench: Bench) -> None:
    with pytest.raises(InternalServerError, match="502 BAD_GATEWAY: upstream"):
        bench.over(Server(httpx.Response(502, html="<html><pre>upstream</pre>"))).request(
            CHAT, Answer, HELLO
        )


def test_an_address_that_no_url_can_hold_is_a_configuration_error(bench: Bench) -> None:
    settings = Settings(base_url="http://☃.test", credential=token_credential(TOKEN))
    with pytest.raises(InvocantError, match="not a URL"):
        bench.connected(settings).request(GET, Answer, THING)


def test_a_path_in_place_of_a_context_is_refused() -> None:
    verify = cast("bool", "ca.pem")
    with pytest.raises(ConfigurationError, match=r"^verify: "):
        ssl_context("https://h", verify, None)


def test_a_context_for_certificates_is_taken() -> None:
    context = ssl.create_default_context()
    assert ssl_context("https://h", context, None) is context
