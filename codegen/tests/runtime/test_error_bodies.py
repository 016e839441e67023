"""Reading errors out of bodies: recorded ones, documented ones, and anything else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.error_bodies import ErrorBody, error_in_event, parse_error_body

RECORDED = Path(__file__).parent / "recordings" / "errors.json"

EXPECTED = {
    "litellm-429": ("throttling_error", "litellm.RateLimitError: DatabricksException"),
    "litellm-wrong-key": ("no_db_connection", "No connected db."),
    "litellm-no-type": (None, "litellm.APIConnectionError"),
    "anthropic-shape": ("invalid_request_error", "litellm.BadRequestError"),
    "fastapi-text": (None, "Not Found"),
    "plain-text": (None, "Internal Server Error"),
    "mlflow-trace": ("BAD_REQUEST", "Encountered an unexpected error"),
    "fastapi-fields": (None, "body.temperature: Input should be a valid number"),
    "fastapi-object": ("RESOURCE_DOES_NOT_EXIST", "GatewayEndpoint not found"),
    "flask-html": ("REASON", "404 Not Found"),
    "problem": (None, "The route /chat/completions has been matched"),
    "vllm": ("Bad Request", "1 validation error"),
    "databricks-sdk-stub": ("RESOURCE_DOES_NOT_EXIST", "Endpoint with name 'nope'"),
    "oauth": ("invalid_client", "Client authentication failed"),
}


def recordings() -> Iterator[tuple[str, str]]:
    for row in json.loads(RECORDED.read_text(encoding="utf-8")):
        yield row["name"], row["body"]


def parse(body: str) -> ErrorBody:
    return parse_error_body(body.encode(), "Reason")


@pytest.mark.parametrize(("name", "body"), list(recordings()))
def test_recorded_errors_are_understood(name: str, body: str) -> None:
    code, message = EXPECTED[name]
    found = parse(body)
    assert found.code == code
    assert found.message.startswith(message)


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ('{"error_code": "C", "message": "m", "details": [{"@type": "t"}]}', "C", "m"),
        ('{"error_code": "C"}', "C", "C"),
        ('{"error": "m", "message": "other"}', None, "m"),
        ('{"error_code": "C", "error": "m"}', "C", "m"),
        ('{"detail": "m", "status": "404", "scimType": "noTarget"}', "SCIM_404", "noTarget m"),
        ('{"detail": "m", "status": 403}', "SCIM_403", "m"),
        ("QUOTA_EXCEEDED: too much", "QUOTA_EXCEEDED", "too much"),
        ("Error: too much", None, "Error: too much"),
        ("<html><body><pre>upstream\ngone</pre></body></html>", "REASON", "upstream\ngone"),
        ("<HTML><title>502 &amp; out</title></HTML>", "REASON", "502 & out"),
        ("<!DOCTYPE html><p>nothing to see</p>", "REASON", "Reason"),
        ("", None, "Reason"),
        (" \n", None, "Reason"),
        ('{"error": {"message": "m", "type": "t", "code": "rate_limit"}}', "rate_limit", "m"),
        ('{"error": {"message": "m", "type": "t", "code": 429}}', "t", "m"),
        ('{"error": {"message": "m", "type": "None", "code": "500"}}', None, "m"),
        ('{"error": {}}', None, "{}"),
        (
            '{"error": {"code": 503, "message": "m", "status": "UNAVAILABLE", "details": []}}',
            "UNAVAILABLE",
            "m",
        ),
        ('[{"error": {"code": 400, "message": "m", "status": "INVALID"}}]', "INVALID", "m"),
        ('{"error": {"message": "m", "status": "503"}}', None, "m"),
        ('{"object": "error", "message": "m", "code": 400}', None, "m"),
        ('{"errorCode": "C", "errorSummary": "m"}', "C", "m"),
        ('{"detail": []}', None, "[]"),
        ('{"detail": ["m"]}', None, '"m"'),
        ('{"detail": null}', None, "null"),
        ("[1]", None, "[1]"),
        ('"m"', None, "m"),
        ("{", None, "{"),
        ('{"unheard": "of"}', None, '{"unheard": "of"}'),
    ],
)
def test_every_known_shape_is_understood(body: str, code: str | None, message: str) -> None:
    assert parse(body) == ErrorBody(message=message, code=code)


def test_a_guardrails_message_keeps_the_document_it_is() -> None:
    inner = '{"finishReason": "input_guardrail_triggered"}'
    body = json.dumps({"error_code": "BAD_REQUEST", "message": inner})
    assert parse(body) == ErrorBody(message=inner, code="BAD_REQUEST")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("2", 2.0), ("0.5", 0.5), ('"2"', None), ("-1", None), ("true", None), ("1e300", None)],
)
def test_a_body_may_say_how_long_to_wait(value: str, seconds: float | None) -> None:
    assert parse(f'{{"error": {{"message": "m", "retry_after": {value}}}}}').retry_after == seconds


@given(st.binary())
def test_no_body_breaks_the_reader(body: bytes) -> None:
    assert parse_error_body(body, "Reason").message


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
KEYS = st.sampled_from(
    ["error", "error_code", "message", "detail", "status", "scimType", "type", "code", "loc", "msg"]
)


@given(st.dictionaries(KEYS, JSON | st.dictionaries(KEYS, JSON)))
def test_no_mixture_of_shapes_breaks_the_reader(value: dict[str, object]) -> None:
    text = json.dumps(value)
    assert parse(text).message
    found = error_in_event(text.encode())
    assert found is None or found.message


@given(st.binary())
def test_no_event_breaks_the_reader(data: bytes) -> None:
    error_in_event(b'{"error' + data)


@pytest.mark.parametrize("key", ["error", "detail", "message"])
@pytest.mark.parametrize("depth", [10, 300, 500, 900, 100_000])
def test_no_depth_breaks_the_reader(key: str, depth: int) -> None:
    deep = f'{{"{key}":' * depth + "1" + "}" * depth
    assert parse(deep).message
    error_in_event(deep.encode())
