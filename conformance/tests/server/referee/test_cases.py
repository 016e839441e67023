"""Scripted cases are played beneath a path or for a header, and listed."""

from collections.abc import Iterator

import httpx
import pytest

from .watching import TOKEN, Watched, chat, watched

HEADERS = {"authorization": f"Bearer {TOKEN}"}
ROOT = "/.invocant/case"


@pytest.fixture(scope="module")
def server() -> Iterator[Watched]:
    with watched() as server:
        yield server


def post(server: Watched, path: str, **headers: str) -> httpx.Response:
    return httpx.post(f"{server.url}{path}", json=chat(), headers=HEADERS | headers)


def test_every_case_is_listed_with_its_base_path(server: Watched) -> None:
    listed = httpx.get(f"{server.url}{ROOT}").json()["cases"]
    (crlf,) = [each for each in listed if each["case"] == "CLI-SSE-001/crlf"]
    assert crlf["base_path"] == f"{ROOT}/CLI-SSE-001/crlf"
    assert crlf["stream"] is True


def test_a_case_answers_beneath_its_path_whatever_is_asked(server: Watched) -> None:
    answer = post(server, f"{ROOT}/CLI-SSE-001/crlf/v1/chat/completions")
    assert answer.headers["content-type"] == "text/event-stream"
    assert answer.content.endswith(b"data: [DONE]\r\n\r\n")


def test_a_header_names_a_case_as_well(server: Watched) -> None:
    answer = post(server, "/chat/completions", **{"x-invocant-case": "CLI-SSE-001/crlf"})
    assert answer.content.endswith(b"data: [DONE]\r\n\r\n")


def test_answers_come_in_their_order_and_then_again(server: Watched) -> None:
    path = f"{ROOT}/CLI-RETRY-001/zero/v1/chat/completions"
    assert [post(server, path).status_code for _ in range(4)] == [429, 200, 429, 200]


def test_placeholders_are_filled_in(server: Watched) -> None:
    answer = post(server, f"{ROOT}/CLI-SECRET-002/redirect-307/v1/chat/completions")
    port = server.address[1]
    assert answer.headers["location"] == f"http://localhost:{port}/.invocant/elsewhere/stolen"
    echoed = post(server, f"{ROOT}/CLI-SECRET-001/echoed-in-body/v1/chat/completions")
    assert TOKEN in echoed.text


def test_the_request_beneath_a_case_is_judged_by_the_rest_of_its_path(server: Watched) -> None:
    agent = server.agent()
    path = f"{ROOT}/CLI-RETRY-001/zero/v1/chat/completions"
    post(server, path, **{"user-agent": agent})
    row = server.row(agent, "WIRE-PATH-001")
    assert (row.operation, row.failures) == ("POST /chat/completions", ())


def test_a_case_that_is_none_is_said_to_be_none(server: Watched) -> None:
    answer = post(server, f"{ROOT}/CLI-SSE-001/nothing/v1/chat/completions")
    assert (answer.status_code, ROOT in answer.json()["error"]["message"]) == (404, True)
