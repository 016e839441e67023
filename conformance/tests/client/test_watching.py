"""Hooks see calls of our clients to the reference server, and nothing secret of them."""

import logging
from collections.abc import Iterator

import pytest

import invocant
from invocant import AnswerReceived, CallEnded, Event, RequestSent, WireLog
from invocant_conformance.embedded import reference_server
from invocant_conformance.server.settings import ServerSettings

TOKEN = "dapi-watching-0123456789"
KEY = "own-key-0123456789"
MODEL = "databricks-claude-3-7-sonnet"


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with reference_server(ServerSettings(token_delay=0)) as url:
        yield url


class Seen:
    """A hook that remembers, bodies included."""

    def __init__(self) -> None:
        self.ends: list[CallEnded] = []
        self.told: list[str] = []

    def __call__(self, event: Event, /) -> None:
        if isinstance(event, CallEnded):
            self.ends.append(event)
        if isinstance(event, RequestSent | AnswerReceived):
            self.told.append(f"{event!r}{event.headers()}{event.body()!r}")


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def client(host: str, seen: Seen) -> Iterator[invocant.Client]:
    with invocant.Client(host=host, token=TOKEN, hooks=[seen, WireLog(bodies=True)]) as made:
        yield made


def test_calls_of_models_tell_task_model_and_usage(client: invocant.Client, seen: Seen) -> None:
    client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": "hi"}])
    client.invocations.chat(MODEL, messages=[{"role": "user", "content": "hi"}])
    client.messages.create(model=MODEL, max_tokens=9, messages=[{"role": "user", "content": "hi"}])
    client.gemini.generate_content(
        "databricks-gemini-2-5-flash", contents=[{"role": "user", "parts": [{"text": "hi"}]}]
    )
    client.responses.create(model="databricks-gpt-5", input="hi")
    client.embeddings.create(model="databricks-bge-large-en", input="hi")
    assert [end.call.task for end in seen.ends] == [
        *("chat", "chat", "messages", "gemini", "responses", "embeddings")
    ]
    models = [
        MODEL,
        MODEL,
        MODEL,
        "databricks-gemini-2-5-flash",
        "databricks-gpt-5",
        "databricks-bge-large-en",
    ]
    assert [end.call.model for end in seen.ends] == models
    for end in seen.ends:
        assert end.facts.model
        assert end.facts.usage is not None
        assert end.facts.usage.input_tokens


def test_calls_that_ask_no_model_tell_their_operation(client: invocant.Client, seen: Seen) -> None:
    client.serving_endpoints.list()
    [end] = seen.ends
    assert (end.call.operation, end.call.task) == ("listServingEndpoints", "")


def test_the_secrets_of_an_endpoint_are_told_to_nobody(
    client: invocant.Client, seen: Seen, caplog: pytest.LogCaptureFixture
) -> None:
    model = {
        "name": "gpt-4o-mini",
        "provider": "openai",
        "task": "llm/v1/chat",
        "openai_config": {"openai_api_key_plaintext": KEY},
    }
    with caplog.at_level(logging.DEBUG, "invocant"):
        client.serving_endpoints.create(
            name="watched", config={"served_entities": [{"external_model": model}]}
        )
    told = "".join(seen.told) + caplog.text
    assert "gpt-4o-mini" in told
    for secret in (TOKEN, KEY):
        assert secret not in told
