"""The curl commands of the documentation, unchanged but for host and token."""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

import pytest

from interop.clients.surfaces import CHAT_MODEL, TOKEN, WRONG_TOKEN, server_url

OPTIONS = " -sS -w '\n%{http_code}'"
BEARER = '-H "Authorization: Bearer $TOKEN"'
JSON = '-H "Content-Type: application/json"'
INVOCATIONS = f"$HOST/serving-endpoints/{CHAT_MODEL}/invocations"

BASIC = r"""curl \
-u token:$DATABRICKS_TOKEN \
-X POST \
-H "Content-Type: application/json" \
-d '{
"messages": [
{
"role": "system",
"content": "You are a helpful assistant."
},
{
"role": "user",
"content": " What is a mixture of experts model?"
}
]
}' \
$HOST/serving-endpoints/databricks-meta-llama-3-3-70b-instruct/invocations \
"""

REQUEST_OF_THE_PAGE = """{
"messages": [
{
"role": "user",
"content": "What is a mixture of experts model?"
}
],
"max_tokens": 100,
"temperature": 0.1
}"""

TRAILING_COMMA = r"""curl --location "$HOST/chat/completions" \
--header "Authorization: Bearer $TOKEN" \
--header 'Content-Type: application/json' \
--data '{
"model": "dbrx-instruct",
"messages": [
{
"role": "system",
"content": "Be a good human!"
},
{
"role": "user",
"content": "What do you know about earth?"
}
],
}'"""

REASONING_EFFORT = r"""curl $HOST/v1/chat/completions \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $TOKEN" \
-d '{
"model": "claude-3-7-sonnet",
"messages": [{"role": "user", "content": "What is the capital of France?"}],
"reasoning_effort": "low"
}'"""

THINKING = r"""curl $HOST/v1/chat/completions \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $TOKEN" \
-d '{
"model": "databricks/databricks-claude-3-7-sonnet",
"messages": [{"role": "user", "content": "What is the capital of France?"}],
"thinking": {"type": "enabled", "budget_tokens": 1024}
}'"""

STREAM = r"""curl -N $HOST/v1/chat/completions \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $TOKEN" \
-d '{
"model": "gpt-4-turbo",
"messages": [
{
"role": "user",
"content": "this is a test request, write a short poem"
}
],
"stream": true
}'"""

TOOLS = r"""curl $HOST/v1/chat/completions \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $TOKEN" \
-d '{
"model": "gpt-4-turbo",
"messages": [
{
"role": "user",
"content": "What'\''s the weather like in Boston today?"
}
],
"tools": [
{
"type": "function",
"function": {
"name": "get_current_weather",
"description": "Get the current weather in a given location",
"parameters": {
"type": "object",
"properties": {
"location": {
"type": "string",
"description": "The city and state, e.g. San Francisco, CA"
},
"unit": {
"type": "string",
"enum": ["celsius", "fahrenheit"]
}
},
"required": ["location"]
}
}
}
],
"tool_choice": "auto"
}'"""


def run(command: str, token: str = TOKEN, given: str = "") -> str:
    """What a shell prints that runs a command of the documentation."""
    path = os.pathsep.join((os.environ.get("PATH", ""), os.defpath))
    environment = {"PATH": path, "HOST": server_url()}
    environment |= dict.fromkeys(("TOKEN", "DATABRICKS_TOKEN"), token)
    done = subprocess.run(
        ["sh", "-c", command],
        env=environment,
        input=given,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def answer(command: str, status: int = 200, token: str = TOKEN, given: str = "") -> Any:
    """The JSON body of an answer that has to have the status."""
    body, _, told = run(command + OPTIONS, token, given).rpartition("\n")
    assert told == str(status), body
    return json.loads(body)


def message(completion: Any) -> Any:
    """The only message of an answer whose usage adds up."""
    (choice,) = completion["choices"]
    usage = completion["usage"]
    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"]
    assert choice["message"]["role"] == "assistant"
    return choice["message"]


def test_basic_auth_with_the_user_token_queries_an_endpoint() -> None:
    assert message(answer(BASIC))["content"]


def test_the_bearer_token_gets_what_basic_auth_gets() -> None:
    bearer = BASIC.replace("-u token:$DATABRICKS_TOKEN", BEARER)

    assert message(answer(bearer)) == message(answer(BASIC))


def test_the_request_of_the_page_is_answered_within_its_max_tokens() -> None:
    told = answer(f"curl {BEARER} {JSON} {INVOCATIONS} -d '{REQUEST_OF_THE_PAGE}'")

    assert told["model"] == CHAT_MODEL
    assert message(told)["content"]
    assert 0 < told["usage"]["completion_tokens"] <= 100


def test_without_a_content_type_curl_sends_a_form_which_is_refused() -> None:
    refused = answer(f"curl {BEARER} {INVOCATIONS} -d '{REQUEST_OF_THE_PAGE}'", 415)

    assert "application/json" in refused["message"]


@pytest.mark.parametrize("command", [BASIC, STREAM], ids=["basic", "bearer"])
def test_a_wrong_token_is_unauthenticated_and_not_repeated(command: str) -> None:
    assert WRONG_TOKEN not in json.dumps(answer(command, 401, WRONG_TOKEN))


def test_the_trailing_comma_of_the_page_is_a_bad_request() -> None:
    error = answer(TRAILING_COMMA, 400)["error"]

    assert error["type"] == "invalid_request_error"
    assert "JSON" in error["message"]


def test_without_its_trailing_comma_the_request_of_the_page_is_answered() -> None:
    told = answer(TRAILING_COMMA.replace("],\n}'", "]\n}'"))

    assert told["model"] == "dbrx-instruct"
    assert message(told)["content"]


@pytest.mark.parametrize("command", [REASONING_EFFORT, THINKING], ids=["effort", "thinking"])
def test_reasoning_stands_beside_the_text_at_a_gateway(command: str) -> None:
    said = message(answer(command))

    assert said["reasoning_content"]
    assert isinstance(said["content"], str)


def test_a_stream_is_lines_of_data_that_end_with_the_marker() -> None:
    lines = [line for line in run(STREAM).splitlines() if line]

    assert {line[:6] for line in lines} == {"data: "}
    *chunks, marker = (line.removeprefix("data: ") for line in lines)
    assert marker == "[DONE]"
    choices = [choice for chunk in chunks for choice in json.loads(chunk)["choices"]]
    assert "".join(choice["delta"].get("content") or "" for choice in choices)
    assert [each["finish_reason"] for each in choices if each["finish_reason"]] == ["stop"]


def test_a_tool_is_called_with_arguments_that_fit_its_schema() -> None:
    (call,) = message(answer(TOOLS))["tool_calls"]
    arguments = json.loads(call["function"]["arguments"])

    assert call["function"]["name"] == "get_current_weather"
    assert isinstance(arguments["location"], str)
    assert arguments.get("unit", "celsius") in ("celsius", "fahrenheit")


def test_the_apostrophe_that_the_shell_has_to_quote_arrives() -> None:
    command, _, body = TOOLS.partition("-d ")
    unquoted = body.strip("'").replace("'\\''", "'")

    assert json.loads(unquoted)["messages"][0]["content"].startswith("What's")
    assert message(answer(f"{command} -d @-", given=unquoted)) == message(answer(TOOLS))
