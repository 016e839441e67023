"""The pytest plugin as those use it who know nothing else of this project."""

import sys
from collections.abc import Callable

import pytest

# Here already, so that a run in this process does not import them again.
from invocant_conformance import embedded, testing
from invocant_conformance.server import app

__all__ = ["app", "embedded", "testing"]

pytest_plugins = ("pytester",)

Run = Callable[..., pytest.RunResult]

MODEL = "databricks-meta-llama-3-3-70b-instruct"
ASK = f"""
def ask(client, model={MODEL!r}):
    messages = [{{"role": "user", "content": "Hello"}}]
    answer = client.chat.completions.create(model=model, messages=messages)
    return answer.choices[0].message.content
"""
ENTITY = """
CONFIG = {"served_entities": [{"external_model": {
    "name": "m", "provider": "openai", "task": "llm/v1/chat",
    "openai_config": {"openai_api_key": "{{secrets/a/b}}"},
}}]}
"""
BARE = f"""
import httpx
{ENTITY}
def asked(server, method, **body):
    headers = {{"authorization": "Bearer " + server.token}}
    url = server.url + "/api/2.0/serving-endpoints"
    return httpx.request(method, url, headers=headers, **body).raise_for_status().json()

def create(server):
    asked(server, "POST", json={{"name": "mine", "config": CONFIG}})

def names(server):
    return [each["name"] for each in asked(server, "GET")["endpoints"]]
"""
"""Tests that run in this process import no client: its modules would be imported once for each."""

# Other plugins of this environment import much, which users of this one need not have.
OTHERS = ("schemathesis", "cacheprovider", "hypothesispytest")
OPTIONS = ("-q", "-W", "error", *(word for name in OTHERS for word in ("-p", f"no:{name}")))


@pytest.fixture
def run(pytester: pytest.Pytester) -> Run:
    """Run tests in this process; every warning is an error there."""

    def run(code: str, *options: str) -> pytest.RunResult:
        pytester.makepyfile(code)
        return pytester.runpytest_inprocess(*OPTIONS, "-p", "no:xdist", *options)

    return run


@pytest.fixture
def run_apart(pytester: pytest.Pytester) -> Run:
    """Run tests in a process of their own, which has imported nothing."""

    def run(code: str, *options: str) -> pytest.RunResult:
        pytester.makepyfile(code)
        return pytester.runpytest_subprocess(*OPTIONS, *options)

    return run


def test_fixtures_are_clients_and_a_server(run_apart: Run) -> None:
    code = f"""
import asyncio, os, urllib.request
{ASK}
{ENTITY}
def test_client(invocant_client):
    assert ask(invocant_client)

def test_gateway(invocant_gateway):
    assert ask(invocant_gateway)

def test_server(invocant_server):
    with invocant_server.client() as client, invocant_server.gateway(max_retries=0) as gateway:
        assert ask(client) == ask(gateway)
    with urllib.request.urlopen(invocant_server.url + "/.well-known/invocant") as found:
        assert found.status == 200

def test_asynchronous(invocant_server):
    async def both():
        async with invocant_server.async_client() as client:
            messages = [{{"role": "user", "content": "Hello"}}]
            await client.chat.completions.create(model={MODEL!r}, messages=messages)
        async with invocant_server.async_gateway() as gateway:
            return await gateway.models.list()
    assert asyncio.run(both())

def test_in_process(invocant_app):
    async def chat():
        messages = [{{"role": "user", "content": "Hello"}}]
        async with invocant_app.async_client() as client, invocant_app.http() as http:
            assert (await http.get("/v1/models")).status_code == 200
            stream = await client.chat.completions.create(
                model={MODEL!r}, messages=messages, stream=True
            )
            async with stream:
                return [chunk async for chunk in stream]
    assert len(asyncio.run(chat())) > 2

def test_requests_are_judged(invocant_server):
    import pytest
    from invocant import APIStatusError
    with invocant_server.client(max_retries=0) as client, pytest.raises(APIStatusError):
        assert ask(client)
        client.chat.completions.create(model={MODEL!r}, messages=[], temperature=0.5)
    right, wrong = invocant_server.requests()
    assert (right.operation, right.verdicts) == ("createChatCompletion", ("valid",))
    assert wrong.status == 400 and wrong.verdicts[0].startswith("messages")

def test_a_fault_strikes_while_the_block_runs(invocant_server):
    import pytest
    from invocant import RateLimitError
    with invocant_server.client(max_retries=0) as client:
        with invocant_server.fault("429;retry-after=7"), pytest.raises(RateLimitError) as struck:
            ask(client)
        assert struck.value.retry_after == 7
        assert ask(client)

def test_environment(invocant_environment):
    from invocant import Client, Gateway
    with Client() as client, Gateway() as gateway:
        assert ask(client) == ask(gateway)
    assert os.environ["OPENAI_BASE_URL"].endswith("/v1")

def test_environment_is_put_back():
    assert "OPENAI_BASE_URL" not in os.environ

def test_endpoint_is_created(invocant_client):
    invocant_client.serving_endpoints.create(name="mine", config=CONFIG)
    assert ask(invocant_client, "mine")

def test_endpoint_is_gone(invocant_client):
    assert "mine" not in [each.name for each in invocant_client.serving_endpoints.list()]
"""
    run_apart(code).assert_outcomes(passed=11)


@pytest.mark.parametrize(("isolation", "passed"), [("function", 2), ("module", 3), ("session", 4)])
def test_isolation_can_be_chosen(
    run: Run, pytester: pytest.Pytester, isolation: str, passed: int
) -> None:
    pytester.makepyfile(
        test_a=f"""
{BARE}
def test_create(invocant_server):
    create(invocant_server)

def test_still_there(invocant_server):
    assert "mine" in names(invocant_server)
""",
        test_b=f"""
{BARE}
def test_still_there(invocant_server):
    assert "mine" in names(invocant_server)

def test_answers(invocant_server):
    assert names(invocant_server)
""",
    )
    result = run("", "-o", f"invocant_isolation={isolation}", "test_a.py", "test_b.py")
    result.assert_outcomes(passed=passed, failed=4 - passed)


def test_settings_come_from_ini_options_or_a_fixture(run: Run, pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\ninvocant_token = only-this\ninvocant_seed = 7\n")
    code = f"""
import pytest
{BARE}
def test_ini(invocant_settings, invocant_server):
    assert (invocant_server.token, invocant_settings.seed) == ("only-this", 7)
    assert names(invocant_server)

class TestOverridden:
    @pytest.fixture(scope="session")
    def invocant_settings(self):
        from invocant_conformance.testing import ServerSettings
        return ServerSettings(seed=3)

    def test_fixture(self, invocant_app, invocant_settings):
        assert invocant_settings.seed == 3
"""
    run(code).assert_outcomes(passed=2)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("invocant_isolation=class", "invocant_isolation is none of function, module, session"),
        ("invocant_seed=1.5", "invocant_seed is '1.5', not an integer from 0"),
        ("invocant_token_delay=-1", "invocant_token_delay is '-1', not a number of seconds from 0"),
    ],
)
def test_settings_that_mean_nothing_are_refused_in_one_line(
    run: Run, option: str, said: str
) -> None:
    result = run("def test(): pass", "-o", option)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert [line for line in result.errlines if line] == [f"ERROR: {said}"]


def test_nothing_is_imported_before_a_fixture_is_used(run_apart: Run) -> None:
    code = """
import sys

def test_unused():
    heavy = {"starlette", "uvicorn", "jsonschema_rs", "httpx", "pydantic", "invocant"}
    assert not heavy & sys.modules.keys()
    loaded = [name for name in sys.modules if name.startswith("invocant_conformance")]
    assert loaded == ["invocant_conformance", "invocant_conformance.pytest_plugin"]
"""
    run_apart(code).assert_outcomes(passed=1)


def test_a_missing_extra_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "starlette", None)
    result = run("def test(invocant_server): pass")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["the reference server needs starlette: pip install 'invocant?server?'"]
    )
    assert "Traceback" not in result.stdout.str()


def test_fixtures_are_documented(run: Run) -> None:
    shown = run("def test(): pass", "--fixtures").stdout
    for name in ("settings", "server", "client", "gateway", "app", "environment"):
        shown.fnmatch_lines([f"invocant_{name}*"])
    assert "no docstring available" not in "".join(
        line for line in shown.lines if "invocant" in line
    )


def test_every_process_of_xdist_has_a_server_of_its_own(run_apart: Run) -> None:
    code = f"""
import pytest
{ENTITY}
@pytest.mark.parametrize("number", range(6))
def test_alone(invocant_client, number):
    invocant_client.serving_endpoints.create(name="mine", config=CONFIG)
    names = [each.name for each in invocant_client.serving_endpoints.list()]
    assert names.count("mine") == 1
"""
    run_apart(code, "-n", "2").assert_outcomes(passed=6)


def test_a_failing_test_leaves_nothing_behind(run: Run) -> None:
    code = f"""
{BARE}
def test_fails(invocant_server):
    create(invocant_server)
    assert False

def test_is_alone(invocant_server):
    assert "mine" not in names(invocant_server)
"""
    run(code).assert_outcomes(passed=1, failed=1)
