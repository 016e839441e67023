"""Waiting for an endpoint, in both flavours; no test sleeps."""

import asyncio
import importlib
import logging
import pickle
from collections.abc import Callable, Iterator
from typing import Any, Literal

import httpx
import pytest

from runtime._async.transport import AsyncTransport
from runtime._async.waiting import AsyncWaiter
from runtime.errors import (
    APIStatusError,
    BadRequestError,
    EndpointFailed,
    InvocantError,
    NotFoundError,
    PermissionDeniedError,
    RequestError,
    WaitTimeout,
)
from runtime.models import Model
from runtime.operation import Arguments, Operation
from runtime.options import RequestOptions
from runtime.polling import POLL_INTERVAL, PollInterval
from runtime.waiting import Waiting

from .support import SETTINGS, TOKEN, again, json_answer
from .test_wait_rules import UNTIL_READY, Json, endpoint, entity

HOURS = 3600.0
KEY = "sk-sentinel-0123456789"

GET = Operation(id="get", method="GET", path="/endpoints/{name}")
CREATE = Operation(id="create", method="POST", path="/endpoints", secrets=frozenset({"key"}))
STOP = Operation(id="stop", method="POST", path="/endpoints/{name}/stop")

DEPLOYING = endpoint("NOT_READY", "IN_PROGRESS")
READY = endpoint("READY", "NOT_UPDATING")
FAILED = endpoint("NOT_READY", "UPDATE_FAILED", entity("a", "FAILED", "No space."))


Given = Json | httpx.Response | Exception | Callable[[], Json]


def refusal(status: int, headers: dict[str, str] | None = None) -> httpx.Response:
    return json_answer(status, {"message": "Later."}, headers)


class Endpoint(Model):
    name: str | None = None
    state: dict[str, object] | None = None


class Clock:
    """A time that only passes when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.pauses: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)


class Server:
    """Answers in turn, the last answer for ever; a function is asked at each request."""

    def __init__(self, *answers: Given) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, httpx.Response):
            return again(answer)
        return json_answer(body=answer() if callable(answer) else answer)

    @property
    def methods(self) -> list[str]:
        return [request.method for request in self.requests]


class Bench:
    """Waits in one flavour."""

    def __init__(self, flavour: Literal["sync", "async"], runner: asyncio.Runner) -> None:
        self.flavour = flavour
        self.runner = runner
        self.clock = Clock()

    def wait(
        self, server: Server, *, extra: RequestOptions | None = None, **given: Any
    ) -> Endpoint:
        waiter = self._waiter(server, given)
        return self._run(waiter.wait(extra or {}))

    def after(
        self, operation: Operation, arguments: Arguments, server: Server, **given: Any
    ) -> Endpoint:
        waiter = self._waiter(server, given)
        answer = None if operation is STOP else Endpoint
        return self._run(waiter.after(operation, answer, arguments))

    def _waiter(self, server: Server, given: dict[str, Any]) -> Any:
        waiting = Waiting(
            poll=GET,
            answer=Endpoint,
            rule=UNTIL_READY,
            path={"name": "fraud"},
            timeout=given.pop("wait_timeout", 6.5 * HOURS),
            interval=given.pop("poll_interval", POLL_INTERVAL),
            on_poll=given.pop("on_poll", None),
            remains=given.pop("remains", ""),
        )
        mock = httpx.MockTransport(server)
        clock: dict[str, Any] = {
            "random": lambda: 0.0,
            "monotonic": lambda: self.clock.now,
            **given,
        }
        if self.flavour == "async":
            http = httpx.AsyncClient(transport=mock)
            sleep = self.clock.asleep
            transport = AsyncTransport(SETTINGS, http_client=http, sleep=sleep, **clock)
            return AsyncWaiter(transport, waiting)
        make: Any = importlib.import_module("runtime._sync.transport").Transport
        client = httpx.Client(transport=mock)
        transport = make(SETTINGS, http_client=client, sleep=self.clock.sleep, **clock)
        return importlib.import_module("runtime._sync.waiting").Waiter(transport, waiting)

    def _run(self, found: Any) -> Endpoint:
        seen: Endpoint = self.runner.run(found) if self.flavour == "async" else found
        return seen


@pytest.fixture(params=["sync", "async"])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    with asyncio.Runner() as runner:
        yield Bench(request.param, runner)


def after_hours(bench: Bench, hours: float, answer: Json) -> Callable[[], Json]:
    """DEPLOYING until then."""
    return lambda: answer if bench.clock.now - 1000.0 >= hours * HOURS else DEPLOYING


def test_an_endpoint_that_is_ready_is_asked_once(bench: Bench) -> None:
    server = Server(READY)
    assert bench.wait(server).model_dump(exclude_unset=True) == READY
    assert (len(server.requests), bench.clock.pauses) == (1, [])


def test_a_deployment_of_two_hours_is_waited_for(bench: Bench) -> None:
    server = Server(after_hours(bench, 2, READY))
    bench.wait(server)
    assert 2 * HOURS <= bench.clock.now - 1000.0 <= 2 * HOURS + 30
    assert len(server.requests) < 260


def test_a_failure_after_two_hours_tells_its_reason(bench: Bench) -> None:
    with pytest.raises(EndpointFailed) as caught:
        bench.wait(Server(after_hours(bench, 2, FAILED)))
    assert str(caught.value) == (
        "'fraud' cannot become ready: its last update failed; a is DEPLOYMENT_FAILED: No space.; "
        "state.config_update is UPDATE_FAILED, state.ready is NOT_READY"
    )


@pytest.mark.parametrize("timeout", [0.5, 5.0, 60.0, 6.5 * HOURS])
def test_a_wait_ends_at_its_deadline_and_asks_once_more_before(
    bench: Bench, timeout: float
) -> None:
    server = Server(DEPLOYING)
    with pytest.raises(WaitTimeout, match=r"state\.config_update is IN_PROGRESS") as caught:
        bench.wait(server, wait_timeout=timeout)
    waited = bench.clock.now - 1000.0
    assert timeout - min(10, timeout * 0.1) == pytest.approx(waited)
    assert f"is not ready after {timeout:g} s" in str(caught.value)
    assert len(server.requests) == len(bench.clock.pauses) + 1


def test_without_a_timeout_there_is_no_deadline(bench: Bench) -> None:
    seldom = PollInterval(first=HOURS, longest=100 * HOURS)
    server = Server(after_hours(bench, 1000, READY))
    bench.wait(server, wait_timeout=None, poll_interval=seldom)
    assert bench.clock.now - 1000.0 >= 1000 * HOURS


def test_pauses_start_short_and_grow(bench: Bench) -> None:
    bench.wait(Server(*[DEPLOYING] * 4, READY))
    assert bench.clock.pauses == [1.0, 1.5, 2.25, 3.375]


def test_a_number_makes_all_pauses_the_same(bench: Bench) -> None:
    bench.wait(Server(*[DEPLOYING] * 3, READY), poll_interval=5)
    assert bench.clock.pauses == [5, 5, 5]


def test_pauses_are_cut_at_random(bench: Bench) -> None:
    interval = PollInterval(first=8.0, jitter=0.5)
    bench.wait(Server(DEPLOYING, READY), poll_interval=interval, random=lambda: 0.5)
    assert bench.clock.pauses == [6.0]


@pytest.mark.parametrize(
    "fault",
    [
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("silent"),
        httpx.RemoteProtocolError("cut"),
        *(refusal(status) for status in (429, 500, 502, 503, 504)),
    ],
)
def test_faults_that_pass_are_survived(bench: Bench, fault: httpx.Response | Exception) -> None:
    server = Server(DEPLOYING, fault, fault, READY)
    assert bench.wait(server).model_dump(exclude_unset=True) == READY
    assert len(server.requests) == 4


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, BadRequestError), (403, PermissionDeniedError), (404, NotFoundError)],
)
def test_a_refusal_is_raised(bench: Bench, status: int, kind: type[APIStatusError]) -> None:
    with pytest.raises(kind):
        bench.wait(Server(DEPLOYING, refusal(status), READY))


def test_a_poll_waits_as_long_as_the_server_asks(bench: Bench) -> None:
    bench.wait(Server(refusal(429, {"retry-after": "45"}), READY))
    assert bench.clock.pauses == [45.0]


def test_faults_until_the_deadline_are_told(bench: Bench) -> None:
    server = Server(DEPLOYING, httpx.ConnectError("refused"))
    with pytest.raises(WaitTimeout) as caught:
        bench.wait(server, wait_timeout=60)
    assert "the last poll failed: no answer from http://workspace.test" in str(caught.value)
    assert caught.value.endpoint is not None


def test_a_wait_without_any_answer_has_no_endpoint(bench: Bench) -> None:
    with pytest.raises(WaitTimeout) as caught:
        bench.wait(Server(refusal(503)), wait_timeout=60)
    assert caught.value.endpoint is None


def test_every_answer_is_told_with_the_seconds_since_the_start(bench: Bench) -> None:
    told: list[tuple[Json, float]] = []

    def on_poll(seen: Endpoint, elapsed: float) -> None:
        told.append((seen.model_dump(exclude_unset=True), elapsed))

    bench.wait(Server(DEPLOYING, refusal(503), READY), on_poll=on_poll)
    assert told == [(DEPLOYING, 0.0), (READY, 2.5)]


def test_what_a_callback_raises_ends_the_wait(bench: Bench) -> None:
    def enough(seen: Endpoint, elapsed: float) -> None:
        raise LookupError("enough")

    with pytest.raises(LookupError, match="enough"):
        bench.wait(Server(DEPLOYING), on_poll=enough)


def test_states_that_are_not_understood_are_polled_and_told(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.WARNING, "invocant"),
        pytest.raises(WaitTimeout, match=r"is REBUILDING.*not understood: state\.config_update"),
    ):
        bench.wait(Server(endpoint("READY", "REBUILDING")), wait_timeout=60)
    assert [record.getMessage() for record in caplog.records] == [
        "'fraud': state.config_update is REBUILDING, state.ready is READY "
        "(not understood: state.config_update)"
    ]


def test_faults_in_a_row_are_logged_once(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "invocant"):
        bench.wait(Server(refusal(503), refusal(503), DEPLOYING, refusal(429), READY))
    assert [record.getMessage().split(":")[1] for record in caplog.records] == [
        " waiting goes on after 503",
        " waiting goes on after 429",
    ]


@pytest.mark.parametrize("error", [EndpointFailed, WaitTimeout])
def test_errors_hold_the_endpoint_and_pickle(bench: Bench, error: type[InvocantError]) -> None:
    answer = FAILED if error is EndpointFailed else DEPLOYING
    with pytest.raises(error) as caught:
        bench.wait(Server(answer), wait_timeout=5)
    again = pickle.loads(pickle.dumps(caught.value))
    for each in (caught.value, again):
        assert isinstance(each, EndpointFailed | WaitTimeout)
        assert each.endpoint is not None
        assert each.endpoint.model_dump(exclude_unset=True) == answer


def test_no_request_of_a_poll_outlasts_the_deadline(bench: Bench) -> None:
    server = Server(DEPLOYING)
    with pytest.raises(WaitTimeout):
        bench.wait(server, wait_timeout=100.0, poll_interval=60.0)
    limits = [request.extensions["timeout"]["read"] for request in server.requests]
    assert limits == [100.0, 40.0, 10.0]


def test_a_poll_keeps_the_timeout_that_is_shorter(bench: Bench) -> None:
    server = Server(READY)
    bench.wait(server, options={"timeout": 7.0})
    bench.wait(server, extra={"timeout": 3.0})
    limits = [request.extensions["timeout"]["read"] for request in server.requests]
    assert limits == [7.0, 3.0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("wait_timeout", value) for value in (0, -1, float("nan"), float("inf"), "1", True)),
        *(("poll_interval", value) for value in (0, "1", None, PollInterval(factor=0.1))),
        ("on_poll", 3),
    ],
)
def test_options_that_cannot_be_used_are_refused(bench: Bench, name: str, value: Any) -> None:
    server = Server(READY)
    given: dict[str, Any] = {name: value}
    with pytest.raises(RequestError, match=f"^{name}: Must be") as caught:
        bench.wait(server, **given)
    assert (caught.value.field, server.requests) == (name, [])


CREATED = Arguments(
    body={"name": "fraud", "key": KEY},
    options={
        "extra_headers": {"x-tenant": "t"},
        "extra_query": {"dry": "no"},
        "extra_body": {"later": 1},
    },
)


def test_what_is_created_is_waited_for(bench: Bench) -> None:
    server = Server(DEPLOYING, DEPLOYING, READY)
    bench.after(CREATE, CREATED, server)
    assert server.methods == ["POST", "GET", "GET"]


def test_what_says_nothing_is_waited_for(bench: Bench) -> None:
    server = Server({}, READY)
    bench.after(STOP, Arguments(path={"name": "fraud"}), server)
    assert server.methods == ["POST", "GET"]


def test_polls_take_headers_over_but_neither_query_nor_body(bench: Bench) -> None:
    server = Server(DEPLOYING, READY)
    bench.after(CREATE, CREATED, server)
    created, polled = server.requests
    assert [each.headers["x-tenant"] for each in server.requests] == ["t", "t"]
    assert (created.url.query, polled.url.query) == (b"dry=no", b"")
    assert polled.content == b""


def test_a_creation_that_fails_raises_as_it_does_alone(bench: Bench) -> None:
    server = Server(refusal(400))
    with pytest.raises(BadRequestError) as caught:
        bench.after(CREATE, CREATED, server, remains="the endpoint exists")
    assert server.methods == ["POST"]
    assert not hasattr(caught.value, "__notes__")


@pytest.mark.parametrize("answer", [FAILED, DEPLOYING])
def test_a_failed_wait_tells_what_remains(bench: Bench, answer: Json) -> None:
    with pytest.raises((EndpointFailed, WaitTimeout), match=r"; the endpoint exists$") as caught:
        bench.after(
            CREATE, CREATED, Server({}, answer), remains="the endpoint exists", wait_timeout=9
        )
    assert not hasattr(caught.value, "__notes__")


def test_a_refused_poll_notes_what_remains(bench: Bench) -> None:
    server = Server({}, refusal(403))
    with pytest.raises(PermissionDeniedError) as caught:
        bench.after(CREATE, CREATED, server, remains="the endpoint exists")
    assert caught.value.__notes__ == ["the endpoint exists"]


@pytest.mark.parametrize("secret", [KEY, TOKEN])
def test_no_message_tells_a_secret(
    bench: Bench, caplog: pytest.LogCaptureFixture, secret: str
) -> None:
    echo = entity("a", "FAILED", f"The key {secret}\nwas refused.")
    answers = endpoint("NOT_READY", "LATER", echo), endpoint("NOT_READY", "NOT_UPDATING", echo)
    with (
        caplog.at_level(logging.WARNING, "invocant"),
        pytest.raises(EndpointFailed, match=r"The key \[secret\] was refused") as caught,
    ):
        bench.after(CREATE, CREATED, Server({}, *answers))
    assert secret not in f"{caught.value!r}{caplog.text}"
