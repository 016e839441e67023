"""What a model thought is sent back unchanged, in every format."""

import json
from collections.abc import Callable, Iterator

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invocant import Client
from invocant.params.chat import ChatMessage
from invocant.params.gemini import GeminiContent, GeminiGenerationConfig
from invocant.params.messages import MessagesThinkingEnabled, MessagesTurn
from invocant.params.responses import ResponsesInputItem
from invocant_conformance.embedded import reference_server
from invocant_conformance.json_values import JsonObject, JsonValue, as_list, canonical
from invocant_conformance.server.settings import ServerSettings

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
SIGNATURES = st.binary(max_size=40).map(lambda data: data.hex())
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
Objects = st.SearchStrategy[JsonObject]
Values = st.SearchStrategy[JsonValue]

LATER: Objects = st.dictionaries(
    st.sampled_from(["later", "model_extra"]), TEXT | NUMBERS, max_size=1
)


def objects(**members: Values) -> Objects:
    """Objects with all of these members, and perhaps one that nobody described."""
    fixed: Objects = st.fixed_dictionaries(members)
    return st.tuples(LATER, fixed).map(lambda parts: {**parts[0], **parts[1]})


def typed(kind: str, **members: Values) -> Objects:
    return objects(type=st.just(kind), **members)


def several(*kinds: Objects) -> Values:
    return st.lists(st.one_of(*kinds), min_size=1, max_size=4)


ARGUMENTS: Objects = st.dictionaries(TEXT, TEXT | NUMBERS, max_size=2)
WRITTEN = ARGUMENTS.map(json.dumps)

CHAT = objects(
    role=st.just("assistant"),
    content=several(
        typed(
            "reasoning",
            summary=several(
                typed("summary_text", text=TEXT, signature=SIGNATURES),
                typed("summary_encrypted_text", data=SIGNATURES),
            ),
        ),
        typed("text", text=TEXT),
        typed("thought_of_tomorrow", data=SIGNATURES),
    ),
    tool_calls=several(
        objects(
            id=TEXT,
            type=st.just("function"),
            function=objects(name=TEXT, arguments=WRITTEN),
            thought_signature=SIGNATURES,
        )
    ),
    reasoning_content=TEXT,
    thinking_blocks=several(typed("thinking", thinking=TEXT, signature=SIGNATURES)),
)
MESSAGE = several(
    typed("thinking", thinking=TEXT, signature=SIGNATURES),
    typed("redacted_thinking", data=SIGNATURES),
    typed("text", text=TEXT),
    typed("tool_use", id=TEXT, name=TEXT, input=ARGUMENTS),
    typed("thought_of_tomorrow", data=SIGNATURES),
)
RESPONSE = several(
    typed(
        "reasoning",
        id=TEXT,
        summary=several(typed("summary_text", text=TEXT)),
        encrypted_content=SIGNATURES,
    ),
    typed("function_call", call_id=TEXT, name=TEXT, arguments=WRITTEN),
    typed("thought_of_tomorrow", data=SIGNATURES),
)
GEMINI = objects(
    role=st.just("model"),
    parts=several(
        objects(text=TEXT, thought=st.booleans(), thoughtSignature=SIGNATURES),
        objects(
            functionCall=objects(name=TEXT, args=ARGUMENTS),
            thoughtSignature=SIGNATURES,
            thought_signature=TEXT,
        ),
    ),
)


class Echo:
    """A server whose answer is given, and that keeps what it was sent."""

    def __init__(self) -> None:
        self.answer: JsonObject = {}
        self.sent: JsonObject = {}
        transport = httpx.MockTransport(self._handle)
        http = httpx.Client(transport=transport)
        self.client = Client(host="http://host.test", token="dapi-x", http_client=http)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.sent = json.loads(request.content)
        return httpx.Response(200, json=self.answer)


ECHO = Echo()
FEW = settings(max_examples=40)


@FEW
@given(CHAT)
def test_messages_of_chats_are_sent_back_as_they_came(message: JsonObject) -> None:
    ECHO.answer = {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
    create = ECHO.client.chat.completions.create
    answer = create(model="m", messages=[])
    create(model="m", messages=[{"role": "user", "content": "a"}, answer.choices[0].message])
    assert canonical(as_list(ECHO.sent["messages"])[1]) == canonical(message)


@FEW
@given(MESSAGE)
def test_blocks_of_messages_are_sent_back_as_they_came(blocks: JsonValue) -> None:
    usage: JsonObject = {"input_tokens": 1, "output_tokens": 1}
    about: JsonObject = {
        "id": "m",
        "type": "message",
        "role": "assistant",
        "model": "x",
        "usage": usage,
    }
    ECHO.answer = {**about, "content": blocks, "stop_reason": "tool_use"}
    create = ECHO.client.messages.create
    answer = create(model="m", max_tokens=9, messages=[])
    turn: JsonObject = {"role": "assistant", "content": blocks}
    create(model="m", max_tokens=9, messages=[answer])
    assert canonical(ECHO.sent["messages"]) == canonical([turn])


@FEW
@given(RESPONSE)
def test_items_of_responses_are_sent_back_as_they_came(items: JsonValue) -> None:
    ECHO.answer = {"output": items}
    create = ECHO.client.responses.create
    create(model="m", input=[*create(model="m", input="a").output])
    assert canonical(ECHO.sent["input"]) == canonical(items)


@FEW
@given(GEMINI)
def test_contents_of_gemini_are_sent_back_as_they_came(content: JsonObject) -> None:
    ECHO.answer = {"candidates": [{"content": content}]}
    generate = ECHO.client.gemini.generate_content
    [candidate] = generate("m", contents=[]).candidates or []
    assert candidate.content is not None
    generate("m", contents=[candidate.content])
    assert canonical(ECHO.sent["contents"]) == canonical([content])


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    settings = ServerSettings(token_delay=0)
    with reference_server(settings) as url, Client(host=url, token="dapi-x") as made:
        yield made


def chat(client: Client) -> None:
    create, model = client.chat.completions.create, "databricks-claude-3-7-sonnet"
    asked: ChatMessage = {"role": "user", "content": "a"}
    answer = create(model=model, messages=[asked], reasoning_effort="high")
    create(model=model, messages=[asked, answer.choices[0].message, asked])


def message(client: Client) -> None:
    create, model = client.messages.create, "databricks-claude-3-7-sonnet"
    asked: MessagesTurn = {"role": "user", "content": "a"}
    enabled: MessagesThinkingEnabled = {"type": "enabled", "budget_tokens": 1024}
    answer = create(model=model, max_tokens=2000, messages=[asked], thinking=enabled)
    create(model=model, max_tokens=2000, messages=[asked, answer, asked], thinking=enabled)


def response(client: Client) -> None:
    create, model = client.responses.create, "databricks-gpt-5"
    asked: ResponsesInputItem = {"role": "user", "content": "a"}
    answer = create(model=model, input=[asked], reasoning={"effort": "high"})
    create(model=model, input=[asked, *answer.output, asked], reasoning={"effort": "high"})


def gemini(client: Client) -> None:
    generate, model = client.gemini.generate_content, "databricks-gemini-2-5-pro"
    asked: GeminiContent = {"role": "user", "parts": [{"text": "a"}]}
    config: GeminiGenerationConfig = {"thinkingConfig": {"includeThoughts": True}}
    [candidate] = generate(model, contents=[asked], generationConfig=config).candidates or []
    assert candidate.content is not None
    generate(model, contents=[asked, candidate.content, asked], generationConfig=config)


@pytest.mark.parametrize("talk", [chat, message, response, gemini])
def test_a_server_takes_back_what_it_answered(
    client: Client, talk: Callable[[Client], None]
) -> None:
    talk(client)
