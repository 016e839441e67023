"""The official `openai` client: its exception for each status, its retries, its broken streams."""

from __future__ import annotations

import json
import time

import openai
import pytest
from openai.types.chat import ChatCompletionMessageParam

from interop.clients.surfaces import CHAT_MODEL, SURFACES, TOKEN, Surface, server_url

each_surface = pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.name)

MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Hello!"}]


def client(surface: Surface, fault: str, retries: int = 0) -> openai.OpenAI:
    return openai.OpenAI(
        base_url=server_url() + surface.path,
        api_key=TOKEN,
        max_retries=retries,
        default_headers={"x-invocant-fault": fault},
    )


def ask(caller: openai.OpenAI) -> str | None:
    with caller:
        answer = caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES)
    return answer.choices[0].message.content


@each_surface
@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, openai.BadRequestError),
        (401, openai.AuthenticationError),
        (403, openai.PermissionDeniedError),
        (404, openai.NotFoundError),
        (409, openai.ConflictError),
        (422, openai.UnprocessableEntityError),
        (429, openai.RateLimitError),
        (500, openai.InternalServerError),
        (502, openai.InternalServerError),
        (503, openai.InternalServerError),
        (504, openai.InternalServerError),
    ],
)
def test_each_status_has_its_exception(
    surface: Surface, status: int, error: type[openai.APIStatusError]
) -> None:
    with pytest.raises(error) as caught:
        ask(client(surface, str(status)))

    assert caught.value.status_code == status
    assert caught.value.message


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_three_times(status: int) -> None:
    assert ask(client(SURFACES[0], f"{status};times=2", retries=2))


def test_the_third_failure_is_told() -> None:
    with pytest.raises(openai.InternalServerError):
        ask(client(SURFACES[0], "503;times=3", retries=2))


def test_the_pause_is_the_one_that_the_server_asks_for() -> None:
    started = time.monotonic()

    assert ask(client(SURFACES[0], "429;retry-after=2;times=1", retries=2))
    assert 2 <= time.monotonic() - started < 4


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_what_stays_wrong_is_not_tried_again(status: int) -> None:
    with pytest.raises(openai.APIStatusError):
        ask(client(SURFACES[0], f"{status};times=1", retries=2))
    assert ask(client(SURFACES[0], f"{status};times=1", retries=2))


def test_a_reset_connection_is_tried_again() -> None:
    assert ask(client(SURFACES[0], "reset;times=2", retries=2))
    with pytest.raises(openai.APIConnectionError):
        ask(client(SURFACES[0], "reset", retries=0))


def test_an_answer_that_takes_too_long_is_a_time_out() -> None:
    slow = client(SURFACES[0], "latency;seconds=30").with_options(timeout=0.3)
    with pytest.raises(openai.APITimeoutError):
        ask(slow)


@each_surface
def test_a_stream_that_breaks_is_an_error_of_the_connection(surface: Surface) -> None:
    with (
        client(surface, "cut;after=3") as caller,
        caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES, stream=True) as stream,
        pytest.raises(openai.APIConnectionError),
    ):
        list(stream)


@each_surface
def test_the_client_does_not_notice_that_the_end_marker_is_missing(surface: Surface) -> None:
    with client(surface, "no-end") as caller:
        chunks = list(
            caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES, stream=True)
        )

    assert chunks


def test_an_answer_that_breaks_off_is_an_error_of_the_json_reader() -> None:
    with pytest.raises(json.JSONDecodeError):
        ask(client(SURFACES[0], "malformed"))


def test_a_page_of_html_comes_back_as_a_mere_text() -> None:
    with client(SURFACES[0], "html") as caller:
        page: object = caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES)

    assert isinstance(page, str)
    assert "<html" in page.lower()
