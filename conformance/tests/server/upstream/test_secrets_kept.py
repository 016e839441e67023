"""Secrets of endpoints: where they come from, and that they are seen nowhere."""

import copy
import json
import logging
import pickle
from pathlib import Path
from typing import Any

import httpx
import pytest

from invocant_conformance.client.origin import Origin
from invocant_conformance.embedded import reference_server
from invocant_conformance.raw.answer import Answer
from invocant_conformance.server.app import services
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.server.upstream import credentials
from invocant_conformance.server.upstream.allowed import read_host
from invocant_conformance.server.upstream.credentials import Secret, find, variable
from invocant_conformance.server.upstream.errors import UpstreamError
from invocant_conformance.server.upstream.providers import Credential
from invocant_conformance.server.upstream.settings import UpstreamSettings

from .chain import PATH, QUESTION, SENTINEL, Front, custom, front
from .scripts import DONE, JSON, LEAST, STREAM, answer, event

ECHO = {"error": {"message": f"Bad key {SENTINEL}", "param": SENTINEL, "code": f"{SENTINEL}-1"}}


def referring(url: str) -> dict[str, Any]:
    entity = custom(url)
    config = entity["external_model"]["custom_provider_config"]
    config["bearer_token_auth"] = {"token": "{{secrets/my-scope/own.key}}"}
    return entity


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("{{secrets/models/openai}}", "INVOCANT_SECRET_MODELS_OPENAI"),
        ("{{secrets/my-scope/own.key}}", "INVOCANT_SECRET_MY_SCOPE_OWN_KEY"),
        ("{{secrets/a b/ü1}}", "INVOCANT_SECRET_A_B__1"),
    ],
)
def test_a_reference_stands_for_a_variable(reference: str, name: str) -> None:
    assert variable(reference) == name


def test_references_are_read_when_they_are_needed(origin: Origin) -> None:
    environment: dict[str, str] = {}
    with front(origin.url, environment=environment) as first:
        first.serve("mine", referring(origin.url))
        missing = first.chat("mine")
        environment["INVOCANT_SECRET_MY_SCOPE_OWN_KEY"] = SENTINEL
        origin.play(answer(LEAST))
        assert first.chat("mine").status_code == 200
    assert missing.status_code == 400
    assert "set INVOCANT_SECRET_MY_SCOPE_OWN_KEY where" in missing.json()["message"]
    assert origin.requests[0].headers["authorization"] == f"Bearer {SENTINEL}"


@pytest.mark.parametrize("value", ["two\r\nx: y", "ü", " key", "key ", "a\x00", "a\tb"])
def test_a_secret_that_no_header_can_hold_is_not_sent(value: str) -> None:
    credential = Credential(field="token", reference="")
    with pytest.raises(UpstreamError) as caught:
        find(credential, {"token": value}, {})
    assert value not in str(caught.value)


def test_a_secret_shows_itself_to_nobody() -> None:
    assert SENTINEL not in repr(Secret(value=SENTINEL))
    header = credentials.header(Credential(field="token", reference=""), Secret(value=SENTINEL))
    assert header == {"authorization": f"Bearer {SENTINEL}"}


def settings(origin: Origin, state: Path | None = None) -> ServerSettings:
    allowed = (read_host(origin.url.partition("://")[2]),)
    upstreams = UpstreamSettings(allowed=allowed, environment={})
    return ServerSettings(token_delay=0, state_file=state, upstreams=upstreams)


def test_a_plaintext_secret_is_gone_after_a_restart_and_the_answer_says_so(
    origin: Origin, tmp_path: Path
) -> None:
    state = tmp_path / "state"
    headers = {"authorization": "Bearer dapi-caller"}
    body = {"name": "mine", "config": {"served_entities": [custom(origin.url)]}}
    origin.play(answer(LEAST), answer(LEAST))
    query = {"messages": QUESTION}
    path = "/serving-endpoints/mine/invocations"
    for restarted in (False, True):
        with (
            reference_server(settings(origin, state)) as url,
            httpx.Client(base_url=url, headers=headers) as http,
        ):
            if not restarted:
                assert http.post(PATH, json=body).status_code == 200
                assert http.post(path, json=query).status_code == 200
                continue
            gone = http.post(path, json=query)
            assert gone.status_code == 400
            assert "gone since the server was restarted: send it again" in gone.text
            sent_again = http.put(f"{PATH}/mine/config", json=body["config"])
            assert sent_again.status_code == 200
            assert http.post(path, json=query).status_code == 200
    written = [file.read_bytes() for file in tmp_path.iterdir()]
    assert written
    assert all(SENTINEL.encode() not in content for content in written)


def test_no_answer_and_no_log_shows_a_secret(
    scripted: Front, origin: Origin, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    seen = [scripted.create("mine", custom(origin.url)).text]
    error = b"data: " + json.dumps(ECHO).encode() + b"\n\n"
    broken = answer(LEAST, truncated=True, end="close")
    for body, played in [
        ({}, answer(ECHO, 401)),
        ({}, answer({"message": [SENTINEL]}, 500)),
        ({}, broken),
        ({"stream": True}, answer(ECHO, 429)),
        ({"stream": True}, stream(event("a"), error)),
        ({"stream": True}, stream(error)),
        ({"stream": True}, stream(event("a", "stop"), DONE)),
    ]:
        origin.play(played)
        got = scripted.chat("mine", **body)
        seen += [got.text, str(got.headers)]
    for path in (PATH, f"{PATH}/mine", f"{PATH}/mine/metrics"):
        seen.append(scripted.http.get(path).text)
    assert "[REDACTED]" in "".join(seen)
    assert SENTINEL not in "".join([*seen, caplog.text])


def test_headers_of_the_provider_stay_behind(scripted: Front, origin: Origin) -> None:
    echo = (("x-echo", SENTINEL), ("set-cookie", "a=b"), ("server", "theirs"))
    scripted.serve("mine", custom(origin.url))
    origin.play(Answer(headers=(*JSON, *echo), pieces=(json.dumps(LEAST).encode(),)))
    got = scripted.chat("mine")
    assert got.status_code == 200
    assert not got.headers.keys() & {"x-echo", "set-cookie"}
    assert got.headers["server"].startswith("invocant-reference/")


def stream(*pieces: bytes) -> Answer:
    return Answer(headers=STREAM, pieces=pieces, framing="chunked")


def test_secrets_are_forgotten_with_their_endpoint(scripted: Front, origin: Origin) -> None:
    origin.play(answer(LEAST))
    scripted.serve("mine", custom(origin.url))
    scripted.http.delete(f"{PATH}/mine")
    scripted.serve("mine", referring(origin.url))
    assert scripted.chat("mine").status_code == 400
    assert origin.requests == []


def test_the_vault_shows_nothing_and_is_not_pickled(origin: Origin) -> None:
    means = services(settings(origin))
    with pytest.raises(TypeError):
        pickle.dumps(means.vault)
    with pytest.raises(TypeError):
        copy.copy(means.vault)
    assert repr(means.vault) == "Vault()"


def test_without_the_flag_no_secret_is_kept() -> None:
    means = services(ServerSettings())
    endpoint = means.store.create({"name": "mine", "config": {"served_entities": [custom("x")]}})
    assert endpoint.config is not None
    asked = [entity for entity in endpoint.config.entities if means.upstreams.serves(entity)]
    means.vault.keep(endpoint, asked, {"served_entities": [custom("x")]})
    assert means.vault.find(endpoint.id, "own") == {}
