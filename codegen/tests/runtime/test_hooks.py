"""What hooks are told of calls, in both flavours."""

import asyncio
import dataclasses
import json
import logging
from collections.abc import Mapping

import httpx
import pytest

from runtime.errors import (
    APIConnectionError,
    APIResponseError,
    BadRequestError,
    ConfigurationError,
    RequestError,
    StreamInterrupted,
)
from runtime.hooks import (
    AnswerReceived,
    AttemptFailed,
    CallEnded,
    CallStarted,
    Event,
    Hook,
    RequestSent,
)
from runtime.observers import Observers, observers
from runtime.operation import Arguments, Operation
from runtime.request import PreparedRequest

from .support import (
    CHAT,
    DELETE,
    GET,
    SETTINGS,
    STREAM_END,
    THING,
    TOKEN,
    Answer,
    Bench,
    ChatRequest,
    Chunk,
    TransportLike,
    again,
    chunk,
    json_answer,
    sse_answer,
)

ANSWER = {
    "id": "c1",
    "choices": [{"finish_reason": "stop"}],
    "model": "m-1",
    "usage": {"prompt_tokens": 3, "completion_tokens": 4},
}
KEY = "an-own-key-0123456789"
ASK = Operation(
    id="ask",
    method="POST",
    path="/ask",
    body=lambda: ChatRequest,
    stream_end=STREAM_END,
    task="chat",
    model="model",
    secrets=frozenset({"own_key"}),
)
ASKED = Arguments(body={"messages": [{"role": "user", "content": "hi"}], "model": "m"})
EVENT = {"content-type": "text/event-stream"}


class Seen:
    """A hook that remembers."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def __call__(self, event: Event, /) -> None:
        self.events.append(event)

    @property
    def kinds(self) -> list[str]:
        return [type(event).__name__ for event in self.events]

    @property
    def end(self) -> CallEnded:
        [end] = [event for event in self.events if isinstance(event, CallEnded)]
        return end

    @property
    def shown(self) -> str:
        """Everything that can be found out of the events."""
        told: list[object] = []
        for event in self.events:
            told += [event, dataclasses.asdict(event), vars_of(event.call)]
            if isinstance(event, RequestSent | AnswerReceived):
                told += [dict(event.headers()), event.body()]
            if isinstance(event, AttemptFailed | CallEnded) and event.error is not None:
                told.append(str(event.error))
        return repr(told)


def vars_of(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in getattr(value, "__slots__", ())}


def watched(
    bench: Bench, *answers: httpx.Response | Exception, hooks: tuple[Hook, ...]
) -> TransportLike:
    """A transport whose requests are answered in turn."""
    left = [*answers]

    def handle(request: httpx.Request) -> httpx.Response:
        answer = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(answer, Exception):
            raise answer
        return again(answer)

    return bench.over(handle, observers=Observers(hooks, provider="databricks"))


def test_a_call_is_told_from_its_start_to_its_end(bench: Bench) -> None:
    seen = Seen()
    watched(bench, json_answer(body=ANSWER), hooks=(seen,)).request(ASK, Answer, ASKED)
    assert seen.kinds == ["CallStarted", "RequestSent", "AnswerReceived", "CallEnded"]
    assert len({id(event.call) for event in seen.events}) == 1


def test_a_call_tells_what_is_asked_of_whom(bench: Bench) -> None:
    seen = Seen()
    watched(bench, json_answer(body=ANSWER), hooks=(seen,)).request(ASK, Answer, ASKED)
    call = seen.events[0].call
    assert (call.operation, call.task, call.model) == ("ask", "chat", "m")
    assert (call.provider, call.method, call.stream) == ("databricks", "POST", False)
    assert call.url == "http://workspace.test/ask"


def test_the_model_may_stand_in_the_path(bench: Bench) -> None:
    seen = Seen()
    operation = dataclasses.replace(GET, model="name", task="chat")
    watched(bench, json_answer(body=ANSWER), hooks=(seen,)).request(operation, Answer, THING)
    assert seen.events[0].call.model == "thing"


def test_an_answer_tells_status_id_and_seconds(bench: Bench) -> None:
    seen = Seen()
    answer = json_answer(body=ANSWER, headers={"x-request-id": "r1"})
    watched(bench, answer, hooks=(seen,)).request(ASK, Answer, ASKED)
    [received] = [event for event in seen.events if isinstance(event, AnswerReceived)]
    assert (received.status, received.request_id, received.attempt) == (200, "r1", 1)
    assert 0 <= received.seconds < 60
    assert received.headers()["x-request-id"] == "r1"


def test_the_end_tells_the_facts_of_the_answer(bench: Bench) -> None:
    seen = Seen()
    watched(bench, json_answer(body=ANSWER), hooks=(seen,)).request(ASK, Answer, ASKED)
    facts = seen.end.facts
    assert (facts.model, facts.id, facts.finish_reasons) == ("m-1", "c1", ("stop",))
    assert facts.usage is not None
    assert (facts.usage.input_tokens, facts.usage.output_tokens) == (3, 4)
    assert seen.end.error is None


def test_bodies_are_shown_to_those_who_ask(bench: Bench) -> None:
    seen = Seen()
    watched(bench, json_answer(body=ANSWER), hooks=(seen,)).request(ASK, Answer, ASKED)
    sent, received = seen.events[1:3]
    assert isinstance(sent, RequestSent)
    assert isinstance(received, AnswerReceived)
    assert json.loads(sent.body() or b"") == ASKED.body
    assert json.loads(received.body() or b"") == ANSWER
    assert "hi" not in repr(seen.events)


def test_every_attempt_is_told(bench: Bench) -> None:
    seen = Seen()
    refused, busy = httpx.ConnectError("refused"), json_answer(429, {"message": "Later."})
    transport = watched(bench, refused, busy, json_answer(body=ANSWER), hooks=(seen,))
    transport.request(GET, Answer, THING)
    assert seen.kinds == [
        *("CallStarted", "RequestSent", "AttemptFailed"),
        *("RequestSent", "AnswerReceived", "AttemptFailed"),
        *("RequestSent", "AnswerReceived", "CallEnded"),
    ]
    failed = [event for event in seen.events if isinstance(event, AttemptFailed)]
    assert [(event.attempt, event.retry_in) for event in failed] == [(1, 0.5), (2, 1.0)]


def test_a_call_that_fails_ends_with_its_error(bench: Bench) -> None:
    seen = Seen()
    with pytest.raises(BadRequestError) as caught:
        watched(bench, json_answer(400, {}), hooks=(seen,)).request(GET, Answer, THING)
    assert seen.kinds[-2:] == ["AttemptFailed", "CallEnded"]
    assert seen.end.error is caught.value


def test_an_answer_that_cannot_be_read_ends_the_call(bench: Bench) -> None:
    seen = Seen()
    with pytest.raises(APIResponseError) as caught:
        watched(bench, json_answer(body=[1]), hooks=(seen,)).request(GET, Answer, THING)
    assert seen.end.error is caught.value


def test_what_is_refused_before_it_is_sent_is_no_call(bench: Bench) -> None:
    seen = Seen()
    with pytest.raises(RequestError):
        watched(bench, json_answer(), hooks=(seen,)).request(CHAT, Answer, Arguments(body={}))
    assert seen.events == []


def test_calls_without_content_are_told_too(bench: Bench) -> None:
    seen = Seen()
    transport = watched(bench, json_answer(body={}), hooks=(seen,))
    transport.request_nothing(DELETE, THING)
    assert seen.kinds[-1] == "CallEnded"
    assert seen.events[0].call.task == ""


def test_a_stream_ends_with_its_last_event(bench: Bench) -> None:
    seen = Seen()
    answer = sse_answer(chunk("a"), chunk("b", finish="stop"), "[DONE]")
    stream = watched(bench, answer, hooks=(seen,)).stream(ASK, Chunk, ASKED)
    assert seen.kinds[-1] == "AnswerReceived"
    assert seen.events[0].call.stream
    assert len([*stream]) == 2
    assert (seen.end.error, seen.end.events) == (None, 2)


def test_a_stream_that_is_closed_early_ends_without_an_error(bench: Bench) -> None:
    seen = Seen()
    answer = sse_answer(chunk("a"), chunk("b"), "[DONE]")
    stream = watched(bench, answer, hooks=(seen,)).stream(ASK, Chunk, ASKED)
    next(stream)
    stream.close()
    assert (seen.end.error, seen.end.events) == (None, 1)


def test_a_stream_that_breaks_off_ends_with_its_error(bench: Bench) -> None:
    seen = Seen()
    stream = watched(bench, sse_answer(chunk("a")), hooks=(seen,)).stream(ASK, Chunk, ASKED)
    with pytest.raises(StreamInterrupted) as caught:
        list(stream)
    assert seen.end.error is caught.value


def test_an_answer_that_is_no_stream_ends_the_call(bench: Bench) -> None:
    seen = Seen()
    with pytest.raises(APIResponseError) as caught:
        watched(bench, json_answer(body=ANSWER), hooks=(seen,)).stream(ASK, Chunk, ASKED)
    assert seen.end.error is caught.value


def test_a_hook_that_raises_changes_nothing_and_is_logged_once(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(event: Event, /) -> None:
        raise LookupError("broken")

    seen = Seen()
    transport = watched(bench, json_answer(body=ANSWER), hooks=(broken, seen))
    with caplog.at_level(logging.WARNING, "invocant"):
        for _ in range(2):
            assert transport.request(ASK, Answer, ASKED).id == "c1"
    assert len(seen.events) == 8
    [record] = caplog.records
    assert record.exc_info is not None
    assert record.exc_info[0] is LookupError


@pytest.mark.parametrize("hooks", [[3], "print", [print, None]])
def test_hooks_have_to_be_functions(hooks: list[Hook]) -> None:
    with pytest.raises(ConfigurationError, match=r"^hooks: Must be"):
        observers(hooks, False, "", {})


def test_the_environment_asks_for_headers_or_bodies() -> None:
    with pytest.raises(ConfigurationError, match=r"^INVOCANT_LOG: Must be headers or bodies"):
        observers((), False, "", {"INVOCANT_LOG": "everything"})


def logged(bench: Bench, caplog: pytest.LogCaptureFixture, env: Mapping[str, str]) -> list[str]:
    def handle(request: httpx.Request) -> httpx.Response:
        return json_answer(body=ANSWER)

    transport = bench.over(handle, observers=observers((), False, "", env))
    with caplog.at_level(logging.DEBUG, "invocant"):
        transport.request(ASK, Answer, ASKED)
    return [record.getMessage() for record in caplog.records]


def test_a_request_is_one_line_in_the_log(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    [line] = logged(bench, caplog, {})
    assert line.startswith("POST http://workspace.test/ask 200 attempt=1 ")


@pytest.mark.parametrize(("wanted", "bodies"), [("headers", 0), ("bodies", 2), (" BODIES ", 2)])
def test_headers_and_bodies_are_logged_when_the_environment_wants_it(
    bench: Bench, caplog: pytest.LogCaptureFixture, wanted: str, bodies: int
) -> None:
    lines = logged(bench, caplog, {"INVOCANT_LOG": wanted})
    assert len(lines) == 3
    assert sum("headers={" in line for line in lines) == 2
    assert sum(" body={" in line for line in lines) == bodies
    assert all("\n" not in line for line in lines)


SECRETS: Mapping[str, Arguments] = {
    "token": ASKED,
    **{
        name: dataclasses.replace(ASKED, options={"extra_headers": {header: f"{scheme}{KEY}"}})
        for name, header, scheme in [
            ("basic", "authorization", "Basic "),
            ("x-api-key", "x-api-key", ""),
            ("api-key", "api-key", ""),
            ("litellm", "x-litellm-api-key", ""),
            ("cookie", "cookie", "session="),
        ]
    },
    "plaintext": dataclasses.replace(
        ASKED, options={"extra_body": {"openai_api_key_plaintext": KEY}}
    ),
    "own": dataclasses.replace(ASKED, options={"extra_body": {"own_key": KEY}}),
    "environment": dataclasses.replace(
        ASKED, options={"extra_body": {"environment_vars": {"HF_TOKEN": KEY}}}
    ),
    "query": dataclasses.replace(ASKED, options={"extra_query": {"key": KEY}}),
}


@pytest.mark.parametrize("arguments", SECRETS.values(), ids=[*SECRETS])
@pytest.mark.parametrize("status", [200, 400])
def test_no_secret_is_in_an_event_or_in_the_log(
    bench: Bench, caplog: pytest.LogCaptureFixture, arguments: Arguments, status: int
) -> None:
    seen = Seen()

    def echo(request: httpx.Request) -> httpx.Response:
        told = [value for name, value in request.headers.items() if "accept" not in name]
        headers = {"x-echo": " ".join(told), "set-cookie": f"s={KEY}"}
        body = {**ANSWER, "message": " ".join(told), "session_token": KEY}
        return json_answer(status, body, headers)

    env = {"INVOCANT_LOG": "bodies"}
    transport = bench.over(echo, observers=observers([seen], False, "", env))
    with caplog.at_level(logging.DEBUG, "invocant"):
        try:
            transport.request(ASK, Answer, arguments)
        except BadRequestError:
            assert status == 400
    assert len(caplog.records) == 3
    for text in (seen.shown, caplog.text):
        assert TOKEN not in text
        assert KEY not in text


def test_no_secret_of_a_token_request_is_in_an_event_or_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    from runtime._async.transport import AsyncTransport

    def grant(request: httpx.Request) -> httpx.Response:
        return json_answer(body={"access_token": f"fresh-{KEY}", "expires_in": 3600})

    seen = Seen()
    request = PreparedRequest(
        method="POST",
        path="/oidc/v1/token",
        url=f"https://user:{KEY}@accounts.test/oidc/v1/token",
        headers={
            "authorization": f"Basic {KEY}",
            "content-type": "application/x-www-form-urlencoded",
        },
        query={"key": KEY},
        content=f"grant_type=client_credentials&client_secret={KEY}".encode(),
        secrets=frozenset(),
        asked=0,
        origin="https://accounts.test",
    )

    async def exchange() -> int:
        http = httpx.AsyncClient(transport=httpx.MockTransport(grant))
        told = observers([seen], False, "", {"INVOCANT_LOG": "bodies"})
        transport = AsyncTransport(SETTINGS, http_client=http, observers=told)
        return (await transport.exchange(request)).status

    with caplog.at_level(logging.DEBUG, "invocant"):
        assert asyncio.run(exchange()) == 200
    assert seen.kinds == ["CallStarted", "RequestSent", "AnswerReceived", "CallEnded"]
    assert KEY not in seen.shown
    assert KEY not in caplog.text


def test_a_connection_that_fails_tells_no_secret(bench: Bench) -> None:
    seen = Seen()
    transport = watched(bench, httpx.ConnectError(f"cannot use {TOKEN}"), hooks=(seen,))
    with pytest.raises(APIConnectionError):
        transport.request(ASK, Answer, ASKED)
    assert isinstance(seen.events[0], CallStarted)
    assert TOKEN not in seen.shown
