"""Scripted providers: what they are sent, and what becomes of everything that goes wrong."""

import json
import time
from typing import Any

import pytest

from invocant_conformance.client.origin import Origin
from invocant_conformance.client.script import Answer

from ..answers import check_schema, chunks, events
from .chain import PATH, QUESTION, SENTINEL, Front, custom, front, openai, workspace

JSON = (("content-type", "application/json"),)
STREAM = (("content-type", "text/event-stream"),)
LEAST = {
    "model": "theirs",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Mild."}}],
    "usage": {"prompt_tokens": 8, "total_tokens": 16},
}


def answer(value: Any, status: int = 200, **more: Any) -> Answer:
    return Answer(status=status, headers=JSON, pieces=(json.dumps(value).encode(),), **more)


def event(text: str, finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    return f"data: {json.dumps({'choices': [choice]})}\n\n".encode()


DONE = b"data: [DONE]\n\n"


@pytest.fixture
def served(scripted: Front) -> Front:
    scripted.serve("mine", custom(f"{scripted.provider}/v1"))
    return scripted


def test_the_provider_gets_the_body_its_credentials_and_nothing_of_the_caller(
    served: Front, origin: Origin
) -> None:
    origin.play(answer(LEAST))
    headers = {"cookie": "caller=1", "x-api-key": "dapi-caller", "x-forwarded-for": "10.0.0.1"}
    body = {"messages": QUESTION, "model": "mine", "top_k": 3, "unknown": {"deep": [1.5, None]}}
    served.http.post("/serving-endpoints/mine/invocations", json=body, headers=headers)
    (sent,) = origin.requests
    assert (sent.method, sent.target) == ("POST", "/v1/chat/completions")
    assert sent.json() == {**body, "model": "databricks-meta-llama-3-3-70b-instruct"}
    assert sent.headers["authorization"] == f"Bearer {SENTINEL}"
    assert sent.headers["host"] == origin.url.removeprefix("http://")
    expected = {"host", "accept", "accept-encoding", "connection", "user-agent", "content-length"}
    assert sent.headers.keys() == expected | {"authorization", "content-type", "via"}
    assert b"caller" not in sent.raw


@pytest.mark.parametrize(
    ("entity", "target", "header"),
    [
        (lambda url: custom(url), "/chat/completions", ("authorization", f"Bearer {SENTINEL}")),
        (
            lambda url: keyed(url, "X-Own-Key"),
            "/chat/completions",
            ("x-own-key", SENTINEL),
        ),
        (
            lambda url: workspace(f"{url}/"),
            "/serving-endpoints/databricks-meta-llama-3-3-70b-instruct/invocations",
            ("authorization", f"Bearer {SENTINEL}"),
        ),
        (
            lambda url: openai(f"{url}/v1", openai_organization="org-1"),
            "/v1/chat/completions",
            ("openai-organization", "org-1"),
        ),
        (
            lambda url: openai(
                url,
                openai_api_type="azure",
                openai_api_version="2024-10-21",
                openai_deployment_name="gpt 4",
            ),
            "/openai/deployments/gpt%204/chat/completions?api-version=2024-10-21",
            ("api-key", SENTINEL),
        ),
    ],
)
def test_every_provider_has_its_path_and_its_header(
    scripted: Front, origin: Origin, entity: Any, target: str, header: tuple[str, str]
) -> None:
    scripted.serve("mine", entity(origin.url))
    origin.play(answer(LEAST))
    assert scripted.chat("mine").status_code == 200
    (sent,) = origin.requests
    assert sent.target == target
    assert sent.headers[header[0]] == header[1]


def keyed(url: str, header: str) -> dict[str, Any]:
    """Return an entity of a custom provider with its key in a header of its own."""
    entity = custom(url)
    config = entity["external_model"]["custom_provider_config"]
    del config["bearer_token_auth"]
    config["api_key_auth"] = {"key": header, "value_plaintext": SENTINEL}
    return entity


def test_what_the_least_answer_leaves_out_is_filled_in(served: Front, origin: Origin) -> None:
    origin.play(answer(LEAST))
    got = served.chat("mine").json()
    check_schema(got, "ChatCompletion")
    assert got["usage"] == {"prompt_tokens": 8, "completion_tokens": 8, "total_tokens": 16}
    assert (got["model"], got["choices"]) == (LEAST["model"], LEAST["choices"])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 429, 451, 500, 502, 503, 529])
@pytest.mark.parametrize("path", ["/serving-endpoints/mine/invocations", "/chat/completions"])
def test_a_refusal_keeps_its_status(served: Front, origin: Origin, path: str, status: int) -> None:
    error = {"message": "No.", "type": "some_error", "param": "top_k", "code": "some_code"}
    origin.play(answer({"error": error}, status))
    got = served.http.post(path, json={"model": "mine", "messages": QUESTION})
    assert got.status_code == status
    message = f"The model of the served entity 'own' answered with {status}: No."
    if path == "/chat/completions":
        assert got.json() == {"error": {**error, "message": message}}
    else:
        check_schema(got.json(), "WorkspaceError")
        assert got.json()["message"] == message


def test_the_time_to_wait_is_passed_on(served: Front, origin: Origin) -> None:
    headers = (*JSON, ("retry-after", "7"))
    origin.play(Answer(status=429, headers=headers, pieces=(b"{}",)))
    got = served.chat("mine")
    assert (got.headers["retry-after"], got.json()["error_code"]) == ("7", "REQUEST_LIMIT_EXCEEDED")


HTML = Answer(
    status=200, headers=(("content-type", "text/html"),), pieces=(b"<html>/srv/app.py</html>",)
)
HUGE = answer({**LEAST, "more": "x" * 30_000})
BROKEN = {
    "HTML": (HTML, 502, "something other than JSON"),
    "nothing": (Answer(status=None, end="hang"), 504, "did not answer in time"),
    "half": (answer(LEAST, truncated=True, end="close"), 502, "broke its answer off"),
    "silence in the middle": (answer(LEAST, truncated=True, end="hang"), 504, "in time"),
    "reset": (Answer(status=None, end="reset"), 502, "broke its answer off"),
    "huge": (HUGE, 502, "more than 20000 bytes"),
    "a list": (answer([]), 502, "no object"),
    "no choices": (answer({"ok": True}), 502, "without choices"),
    "deep": (Answer(headers=JSON, pieces=(b"[" * 9_000,)), 502, "other than JSON"),
    "no content": (Answer(status=204), 502, "status 204"),
    "packed": (
        Answer(headers=(*JSON, ("content-encoding", "gzip")), pieces=(b"\x1f\x8b",)),
        502,
        "packed",
    ),
    "HTML error": (
        Answer(status=503, headers=(("content-type", "text/html"),), pieces=(b"<pre>x</pre>",)),
        503,
        "answered with 503.",
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_no_answer_is_a_plain_error(served: Front, origin: Origin, broken: str) -> None:
    played, status, said = BROKEN[broken]
    origin.play(played)
    got = served.chat("mine")
    assert got.status_code == status, got.text
    assert said in got.json()["message"]
    assert "srv" not in got.text


def test_a_gateway_says_408_where_a_model_is_too_slow(served: Front, origin: Origin) -> None:
    origin.play(Answer(status=None, end="hang"))
    got = served.http.post("/chat/completions", json={"model": "mine", "messages": QUESTION})
    assert (got.status_code, got.json()["error"]["code"]) == (408, "timeout")


def test_a_provider_that_is_not_there_cannot_be_reached() -> None:
    with Origin() as gone:
        port = gone.port
    entity = custom(f"http://127.0.0.1:{port}")
    with front(f"http://127.0.0.1:{port}") as first:
        first.serve("gone", entity)
        got = first.chat("gone")
    assert got.status_code == 503
    assert got.json()["error_code"] == "TEMPORARILY_UNAVAILABLE"


def test_redirects_are_not_followed(served: Front, origin: Origin) -> None:
    moved = (("location", f"{origin.url}/elsewhere"),)
    origin.play(Answer(status=307, headers=moved), answer(LEAST))
    got = served.chat("mine")
    assert (got.status_code, len(origin.requests)) == (502, 1)
    assert "a redirect, which is not followed" in got.json()["message"]


def test_events_are_passed_on_as_they_come(served: Front, origin: Origin) -> None:
    pieces = (event("Mild"), event(" fog", "stop"), DONE)
    origin.play(Answer(headers=STREAM, pieces=pieces, framing="chunked", pause=0.3))
    body = {"messages": QUESTION, "stream": True}
    began = time.monotonic()
    path = "/serving-endpoints/mine/invocations"
    with served.http.stream("POST", path, json=body) as stream:
        arrivals = [time.monotonic() - began for _ in stream.iter_raw()]
    assert arrivals[0] < 0.25
    assert len(arrivals) == 3
    assert arrivals[1] - arrivals[0] > 0.2


@pytest.mark.parametrize("cut", range(1, 40, 7))
def test_events_that_arrive_in_pieces_are_put_together(
    served: Front, origin: Origin, cut: int
) -> None:
    raw = b"\xef\xbb\xbf: hello\r\n\r\n" + event("grün", "stop").replace(b"\n", b"\r\n") + DONE
    pieces = tuple(raw[start : start + cut] for start in range(0, len(raw), cut))
    origin.play(Answer(headers=STREAM, pieces=pieces, framing="chunked"))
    (chunk,) = chunks(served.chat("mine", stream=True))
    check_schema(chunk, "ChatCompletionChunk")
    assert chunk["choices"][0]["delta"] == {"content": "grün"}


def test_a_stream_without_its_marker_is_complete_when_its_choices_are(
    served: Front, origin: Origin
) -> None:
    origin.play(Answer(headers=STREAM, pieces=(event("Mild", "stop"),), framing="chunked"))
    assert len(chunks(served.chat("mine", stream=True))) == 1


ERROR = b'data: {"error": {"message": "Overloaded with sk-sentinel-2b7e151628aed2a6"}}\n\n'
CUTS = {
    "cut": ((event("Mild"),), {"truncated": True, "end": "close"}, "broke its answer off"),
    "ended": ((event("Mild"),), {}, "broke its stream off"),
    "silent": ((event("Mild"),), {"end": "hang"}, "did not answer in time"),
    "error": ((event("Mild"), ERROR), {}, "reported an error: Overloaded with [REDACTED]"),
    "nonsense": ((event("Mild"), b"data: {\n\n"), {}, "other than JSON"),
}


@pytest.mark.parametrize("cut", CUTS)
def test_a_stream_that_breaks_off_says_so_and_has_no_marker(
    served: Front, origin: Origin, cut: str
) -> None:
    pieces, more, said = CUTS[cut]
    origin.play(Answer(headers=STREAM, pieces=pieces, framing="chunked", **more))
    first, last = map(json.loads, events(served.chat("mine", stream=True)))
    assert first["choices"][0]["delta"] == {"content": "Mild"}
    check_schema(last, "WorkspaceError")
    assert said in last["message"]


NO_STREAMS = {
    "JSON": answer(LEAST),
    "an error first": Answer(headers=STREAM, pieces=(ERROR,), framing="chunked"),
    "nothing": Answer(headers=STREAM, framing="chunked"),
}


@pytest.mark.parametrize("kind", NO_STREAMS)
def test_a_stream_that_does_not_begin_is_a_plain_error(
    served: Front, origin: Origin, kind: str
) -> None:
    origin.play(NO_STREAMS[kind])
    got = served.chat("mine", stream=True)
    assert got.status_code == 502, got.text
    assert SENTINEL not in got.text


def test_a_caller_who_leaves_lets_the_provider_go(served: Front, origin: Origin) -> None:
    origin.play(Answer(headers=STREAM, pieces=(event("Mild"),), framing="chunked", end="hang"))
    body = {"messages": QUESTION, "stream": True}
    path = "/serving-endpoints/mine/invocations"
    with served.http.stream("POST", path, json=body) as stream:
        next(stream.iter_raw())
    assert origin.wait_until_released(0.4)


def test_a_changed_configuration_is_asked_with_its_own_key(served: Front, origin: Origin) -> None:
    entity = keyed(f"{origin.url}/other", "x-key")
    config = {"served_entities": [entity]}
    assert served.http.put(f"{PATH}/mine/config", json=config).status_code == 200
    origin.play(answer(LEAST))
    served.chat("mine")
    (sent,) = origin.requests
    assert (sent.target, sent.headers["x-key"]) == ("/other/chat/completions", SENTINEL)
    assert "authorization" not in sent.headers
