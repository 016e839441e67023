"""Scripted providers that refuse, or give no usable answer."""

import pytest

from invocant_conformance.client.origin import Origin
from invocant_conformance.raw.answer import Answer

from ..answers import check_schema
from .chain import QUESTION, Front, custom, front
from .scripts import JSON, LEAST, answer


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
