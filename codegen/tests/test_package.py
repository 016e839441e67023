"""The generated package as programs find it; each test runs a program of its own."""

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from invocant_codegen.build import build
from invocant_codegen.drift import drift

SERVER = """
import json, httpx, invocant

requests = []

def client(answer, kind="application/json"):
    def handle(request):
        requests.append(request)
        return httpx.Response(200, content=answer, headers={"content-type": kind})
    http = httpx.Client(transport=httpx.MockTransport(handle))
    return invocant.Client(host="https://host.test", token="dapi1", http_client=http)
"""


def run(package: Path, program: str, seed: str = "0") -> str:
    """Run a program that finds the generated package, and return what it prints."""
    completed = subprocess.run(
        [sys.executable, "-W", "error", "-c", dedent(program)],
        env={**os.environ, "PYTHONPATH": str(package), "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.returncode == 0, completed.stderr
    return completed.stdout


def test_a_client_is_made_without_importing_types(package: Path) -> None:
    program = """
    import sys, invocant
    invocant.Client(host="https://host.test", token="dapi1")
    print(*sorted(name for name in sys.modules if name.startswith("invocant.")))
    """
    loaded = run(package, program).split()
    assert "invocant._client" in loaded
    assert not [name for name in loaded if "models." in name or "params" in name]


def test_a_synchronous_client_is_made_without_asyncio(package: Path) -> None:
    program = """
    import sys, invocant
    invocant.Client(host="https://host.test", token="dapi1").chat
    print("asyncio" in sys.modules)
    """
    assert run(package, program) == "False\n"


def test_every_public_name_can_be_imported(package: Path) -> None:
    program = """
    import invocant
    for module in (invocant, invocant.models, invocant.params):
        for name in module.__all__:
            getattr(module, name)
    print(len(invocant.__all__), len(invocant.models.__all__), len(invocant.params.__all__))
    """
    assert all(int(number) > 10 for number in run(package, program).split())


def test_an_unknown_name_is_an_attribute_error(package: Path) -> None:
    program = """
    import invocant
    print(getattr(invocant.models, "Nothing", "absent"))
    """
    assert run(package, program) == "absent\n"


def test_only_given_arguments_are_sent(package: Path) -> None:
    program = SERVER + dedent("""
    endpoint = client(b'{"choices": []}').invocations.chat(
        "a/b", messages=[{"role": "user", "content": "hi"}], temperature=None
    )
    print(requests[0].method, requests[0].url.raw_path.decode(), requests[0].content.decode())
    """)
    assert run(package, program) == (
        "POST /serving-endpoints/a%2Fb/invocations "
        '{"messages":[{"role":"user","content":"hi"}],"temperature":null}\n'
    )


def test_values_of_tomorrow_are_kept(package: Path) -> None:
    program = SERVER + dedent("""
    body = {
        "choices": [{
            "index": 0,
            "finish_reason": "tired",
            "message": {"role": "assistant", "content": [{"type": "smell", "of": "rain"}]},
        }],
        "mood": "fine",
    }
    answer = client(json.dumps(body)).chat.completions.create(model="m", messages=[])
    part = answer.choices[0].message.content[0]
    dumped = json.loads(answer.model_dump_json(by_alias=True, exclude_unset=True))
    print(type(part).__name__, dumped == body)
    """)
    assert run(package, program) == "Unknown True\n"


def test_unknown_tags_and_values_are_sent(package: Path) -> None:
    program = SERVER + dedent("""
    messages = [{"role": "narrator", "text": "Once upon a time"}]
    client(b'{"choices": []}').chat.completions.create(
        model="m", messages=messages, tool_choice="maybe"
    )
    print(json.loads(requests[0].content)["messages"] == messages)
    """)
    assert run(package, program) == "True\n"


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ('messages=[{"role": "user"}]', "messages[0].content"),
        ('messages=[], temperature="hot"', "temperature"),
    ],
)
def test_wrong_arguments_are_refused_before_anything_is_sent(
    package: Path, arguments: str, field: str
) -> None:
    program = SERVER + dedent(f"""
    try:
        client(b"").chat.completions.create(model="m", {arguments})
    except invocant.RequestError as error:
        print(error.field, len(requests))
    """)
    assert run(package, program) == f"{field} 0\n"


def test_an_answer_can_be_sent_back(package: Path) -> None:
    program = SERVER + dedent("""
    body = '{"choices": [{"index": 0, "message": {"role": "assistant", "content": "hello"}}]}'
    chat = client(body).chat.completions
    answer = chat.create(model="m", messages=[])
    chat.create(model="m", messages=[answer.choices[0].message])
    print(json.loads(requests[1].content)["messages"])
    """)
    assert run(package, program) == "[{'role': 'assistant', 'content': 'hello'}]\n"


def test_a_type_is_asked_for_and_the_answer_is_a_value_of_it(package: Path) -> None:
    program = SERVER + dedent("""
    import pydantic, invocant.models
    class City(pydantic.BaseModel):
        name: str
    message = {"role": "assistant", "content": json.dumps({"name": "Oslo"})}
    create = client(json.dumps({"choices": [{"index": 0, "message": message}]}))
    answer = create.chat.completions.create(model="m", messages=[], response_format=City)
    sent = json.loads(requests[0].content)["response_format"]
    print(type(answer).__name__, answer.parsed, sent["type"], sent["json_schema"]["strict"])
    print(isinstance(answer, invocant.models.ChatCompletion), answer.choices[0].index)
    """)
    assert run(package, program) == ("ParsedChatCompletion name='Oslo' json_schema True\nTrue 0\n")


def test_functions_are_sent_as_tools_and_called(package: Path) -> None:
    program = SERVER + dedent("""
    def weather(city: str) -> str:
        return f"7 in {city}"
    tools = invocant.Toolbox(weather)
    call = {"id": "c", "function": {"name": "weather", "arguments": '{"city": "Oslo"}'}}
    message = {"role": "assistant", "content": None, "tool_calls": [call]}
    body = json.dumps({"choices": [{"index": 0, "message": message}]})
    answer = client(body).chat.completions.create(model="m", messages=[], tools=tools)
    print(json.loads(requests[0].content)["tools"][0]["function"]["name"])
    result = {"role": "tool", "content": "7 in Oslo", "tool_call_id": "c"}
    print(tools.run(answer) == [message, result])
    """)
    assert run(package, program) == "weather\nTrue\n"


def test_a_stream_gives_typed_events_until_its_marker(package: Path) -> None:
    program = SERVER + dedent("""
    events = 'data: {"choices": [{"index": 0, "delta": {"content": "hi"}}]}\\n\\ndata: [DONE]\\n\\n'
    completions = client(events, "text/event-stream").chat.completions
    with completions.create(model="m", messages=[], stream=True) as stream:
        for chunk in stream:
            print(type(chunk).__name__, chunk.choices[0].delta.content)
    """)
    assert run(package, program) == "ChatCompletionChunk hi\n"


def test_a_list_is_a_page_even_where_the_key_is_left_out(package: Path) -> None:
    program = SERVER + dedent("""
    print(len(client(b'{"endpoints": [{"name": "a"}]}').serving_endpoints.list()))
    print(len(client(b"{}").serving_endpoints.list()))
    """)
    assert run(package, program) == "1\n0\n"


def test_deleting_returns_nothing(package: Path) -> None:
    program = SERVER + dedent("""
    print(client(b"{}").serving_endpoints.delete("a"), requests[0].method)
    """)
    assert run(package, program) == "None DELETE\n"


def test_an_argument_of_an_alias_selects_its_path(package: Path) -> None:
    program = SERVER + dedent("""
    chat = client(b'{"choices": []}').invocations.chat
    chat("a", messages=[], served_model="b/c")
    chat("a", messages=[])
    print(*(request.url.raw_path.decode() for request in requests))
    """)
    assert run(package, program) == (
        "/serving-endpoints/a/served-models/b%2Fc/invocations /serving-endpoints/a/invocations\n"
    )


def test_parameters_are_sent_in_query_and_headers(package: Path) -> None:
    program = SERVER + dedent("""
    workspace = client(b"a 1", "text/plain; charset=utf-8")
    print(workspace.serving_endpoints.metrics("a", limit=3, fresh=False))
    client(b'{"id": "m"}').messages.create(model="m", max_tokens=1, anthropic_version="v")
    print(requests[0].url.raw_path.decode(), requests[0].headers["accept"])
    print(requests[1].headers["anthropic-version"], "anthropic-beta" in requests[1].headers)
    """)
    assert run(package, program) == (
        "a 1\n/api/2.0/serving-endpoints/a/metrics?limit=3&fresh=false text/plain\nv False\n"
    )


def test_fields_may_be_called_as_what_a_method_needs_itself(package: Path) -> None:
    program = SERVER + dedent("""
    create = client(b'{"id": "m"}').messages.create
    create(model="m", max_tokens=1, anthropic_version="v", models=["n"], timeout_=5.0, timeout=9)
    print(requests[0].content.decode(), requests[0].extensions["timeout"]["read"])
    """)
    assert run(package, program) == (
        '{"model":"m","max_tokens":1,"models":["n"],"timeout":5.0} 9\n'
    )


def test_a_wrong_parameter_is_refused_before_anything_is_sent(package: Path) -> None:
    program = SERVER + dedent("""
    create = client(b"").messages.create
    try:
        create(model="m", max_tokens=1, anthropic_version="v", anthropic_beta="a\\nb")
    except invocant.RequestError as error:
        print(error.field, len(requests))
    """)
    assert run(package, program) == "anthropic_beta 0\n"


def test_a_list_answer_is_a_list_whatever_of_its_types_the_server_names(package: Path) -> None:
    program = SERVER + dedent("""
    for kind in ("application/json", "text/plain"):
        [tag] = client(b'[{"key": "a"}]', kind).serving_endpoints.tags("n")
        print(type(tag).__name__, tag.key, requests[-1].headers["accept"])
    """)
    assert run(package, program) == 2 * "Tag a application/json, text/plain\n"


def test_an_answer_without_content_is_nothing(package: Path) -> None:
    program = SERVER + dedent("""
    print(client(b"").serving_endpoints.wake("a"), requests[0].url.raw_path.decode())
    """)
    assert run(package, program) == "None /api/2.0/serving-endpoints/a:wake\n"


def test_events_of_a_union_are_told_by_their_type(package: Path) -> None:
    program = SERVER + dedent("""
    events = [
        {"type": "message_start", "message": {"id": "m"}},
        {"type": "ping", "at": 1},
        {"type": "message_stop"},
    ]
    text = "".join(f"event: {e['type']}\\ndata: {json.dumps(e)}\\n\\n" for e in events)
    create = client(text, "text/event-stream").messages.create
    for event in create(model="m", max_tokens=1, anthropic_version="v", stream=True):
        print(type(event).__name__, event.type)
    """)
    assert run(package, program) == (
        "MessageStart message_start\nUnknown ping\nMessageStop message_stop\n"
    )


def test_an_operation_that_only_streams_always_returns_a_stream(package: Path) -> None:
    program = SERVER + dedent("""
    import inspect
    text = 'data: {"candidates": [{"text": "a", "finishReason": "STOP"}]}\\n\\n'
    method = client(text, "text/event-stream").gemini.stream_generate_content
    [piece] = method("a/b", contents="hi", alt="sse")
    print(piece.candidates[0].finish_reason, "stream" in inspect.signature(method).parameters)
    print(requests[0].url.raw_path.decode(), requests[0].content.decode())
    """)
    assert run(package, program) == (
        "STOP False\n/serving-endpoints/gemini/v1beta/models/a%2Fb:streamGenerateContent?alt=sse "
        '{"contents":"hi"}\n'
    )


def test_webhooks_give_no_methods_and_no_types(package: Path) -> None:
    program = """
    import invocant
    from invocant import models, params
    print(any("provider" in module.__all__ for module in (models, params)))
    print([*invocant.spec.openapi()["webhooks"]], hasattr(invocant.Client, "provider"))
    """
    assert run(package, program) == "False\n['chat'] False\n"


def test_the_package_holds_the_specification(package: Path) -> None:
    program = """
    from invocant import spec
    print(spec.openapi()["openapi"], spec.openapi_31()["openapi"], len(spec.digest()))
    """
    assert run(package, program) == "3.2.0 3.1.0 64\n"


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_specification_gives_the_same_bytes(
    package: Path, root: Path, tmp_path: Path, seed: str
) -> None:
    output = tmp_path / "again"
    program = f"""
    from pathlib import Path
    from invocant_codegen.build import build
    build(Path({str(root)!r}), Path({str(output)!r}))
    """
    run(Path(build.__code__.co_filename).parents[1], program, seed)
    assert drift(package, output) == []


def test_every_module_says_where_it_comes_from(package: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in package.rglob("*.py")]
    headers = {text.partition("\n")[0] for text in texts}
    assert headers == {
        "# Generated from spec/; do not edit.",
        "# Copied from codegen/runtime/; do not edit.",
    }
