"""`pytest --pyargs invocant_conformance --target URL`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.responses import JSONResponse

# Here already, so that a run in this process does not import it again.
from invocant_conformance import pytest_target
from invocant_conformance.embedded import served

from .small import TOKEN, SmallGateway, chat_answer

__all__ = ["pytest_target"]

pytest_plugins = ("pytester",)

Run = Callable[..., pytest.RunResult]

CHAT = "invocant_conformance::CHAT-META-001*gateway POST /chat/completions*"
OTHERS = ("schemathesis", "cacheprovider", "hypothesispytest")


@pytest.fixture
def url(gateway: SmallGateway) -> Iterator[str]:
    """The address of the small gateway."""
    with served(gateway.app()) as address:
        yield address


@pytest.fixture
def run(pytester: pytest.Pytester, url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the suite's tests on the small gateway: two requirements, no generated requests."""
    monkeypatch.setenv("INVOCANT_TOKEN", TOKEN)
    without = [word for name in OTHERS for word in ("-p", f"no:{name}")]

    def run(*options: str, target: str = url, more: str = "") -> pytest.RunResult:
        given = f"--profile gateway --only CHAT-META-001,GW-MODELS-* --max-calls 200 {more}"
        chosen = ("--target", target, "--target-options", given)
        words = ("--pyargs", "invocant_conformance", "-W", "error", *chosen, *without)
        if "-n" in options or target != url:
            return pytester.runpytest_subprocess(*words, *options)
        return pytester.runpytest_inprocess(*words, "-p", "no:xdist", *options)

    return run


def test_each_requirement_and_operation_is_a_test(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "junit.xml"
    result = run("-v", "--junit-xml", str(file))
    result.stdout.fnmatch_lines_random([f"{CHAT} PASSED*", "*::GW-MODELS-002*GET /models*PASSED*"])
    assert result.ret == 0
    cases = ElementTree.parse(file).iter("testcase")
    (chat,) = (case for case in cases if case.get("name", "").startswith("CHAT-META-001"))
    told = {each.get("name"): each.get("value") for each in chat.iter("property")}
    assert told == {"level": "MUST", "verdict": "pass"}


def test_a_broken_requirement_fails_and_shows_a_command(run: Run, gateway: SmallGateway) -> None:
    gateway.answer = lambda body: JSONResponse(chat_answer() | {"object": "chat"})
    result = run("-v", "-k", "CHAT-META-001")
    result.stdout.fnmatch_lines(
        [f"{CHAT} FAILED*", "fail: CHAT-META-001 *", "MUST, gateway, POST /chat/completions"]
    )
    result.stdout.fnmatch_lines(['curl *-H "authorization: Bearer $TOKEN"*'])
    result.assert_outcomes(failed=1)
    result.stdout.no_fnmatch_line(f"*{TOKEN}*")


def test_only_the_requirements_of_the_chosen_tests_are_tried(
    run: Run, gateway: SmallGateway
) -> None:
    result = run("-k", "GW-MODELS-002")
    assert result.parseoutcomes()["passed"] == 1
    assert not any(body and b"messages" in body for body in gateway.bodies)


def test_the_first_failure_can_be_the_last(run: Run, gateway: SmallGateway) -> None:
    gateway.answer = lambda body: JSONResponse(chat_answer() | {"object": "chat"})
    outcomes = run("-x", "-m", "must").parseoutcomes()
    assert outcomes["failed"] == 1
    assert outcomes.get("passed", 0) == 0


def test_a_known_failure_is_an_expected_one(
    run: Run, gateway: SmallGateway, tmp_path: Path
) -> None:
    gateway.answer = lambda body: JSONResponse(chat_answer() | {"object": "chat"})
    file = tmp_path / "known.yaml"
    file.write_text("- {check: CHAT-META-001, reason: not yet}\n")
    result = run("-rx", "-k", "CHAT-META-001", more=f"--known-failures {file}")
    result.stdout.fnmatch_lines([f"XFAIL {CHAT}known: not yet*"])
    assert result.ret == 0


def test_processes_of_xdist_share_one_run(run: Run, gateway: SmallGateway) -> None:
    result = run("-n", "2", "-k", "CHAT-META-001 or GW-MODELS-002")
    result.assert_outcomes(passed=2)
    # Each of the two probes the target, and one of them tests it.
    assert gateway.calls.count("GET /.well-known/invocant") == 3


def test_a_dead_target_fails_in_one_line(run: Run) -> None:
    result = run(target="http://127.0.0.1:9")
    result.stdout.fnmatch_lines(["*http://127.0.0.1:9: connection: ConnectError*"])
    assert result.ret == pytest.ExitCode.INTERRUPTED


def test_wrong_options_are_wrong_usage(run: Run) -> None:
    result = run(more="--frobnicate")
    result.stderr.fnmatch_lines(["*unrecognized arguments: --frobnicate*"])
    assert result.ret == pytest.ExitCode.USAGE_ERROR


def test_the_options_are_there_for_the_suite_alone(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_nothing():\n    pass")
    result = pytester.runpytest_subprocess("--target", "http://x")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
