"""A program under test may die, be silent or write anything: its case is untestable, no more."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from invocant_conformance.client.adapter import AdapterDriver, AdapterError
from invocant_conformance.client.driver import Call, Outcome
from invocant_conformance.client.trial import CASE
from invocant_conformance.outcomes import Skipped, Untestable

COMMAND = (sys.executable, "-I", str(Path(__file__).with_name("fake_adapter.py")))


def call(method: str, *, final: bool = False) -> Call:
    return Call(client="Gateway", base_url="", token="", method=method, final=final)


def drop(line: str) -> None:
    """Let a line be."""


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def driver(log: list[str]) -> Iterator[AdapterDriver]:
    CASE.set("CLI-X-001/case")
    driver = AdapterDriver(COMMAND, log=log.append, seconds=5.0)
    yield driver
    driver.close()


def test_what_it_says_of_itself_is_its_name(driver: AdapterDriver) -> None:
    assert (driver.name, driver.target) == ("fake", "fake 1")


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("die", "the adapter ended with status 7"),
        ("rubbish", "the adapter wrote what is no JSON object: '<html>'"),
        ("list", "the adapter wrote what is no JSON object"),
        ("other", "the adapter wrote no answer of the protocol: case: 'another'"),
        ("odd", "the adapter wrote no answer of the protocol: surprise"),
    ],
)
def test_a_case_without_an_answer_is_untestable_and_the_next_one_is_tried(
    driver: AdapterDriver, method: str, said: str
) -> None:
    with pytest.raises(Untestable) as raised:
        driver.call(call(method))
    assert raised.value.message.startswith(said)
    assert driver.call(call("fine")) == Outcome(value=1)


def test_silence_is_untestable_after_the_time_limit() -> None:
    driver = AdapterDriver(COMMAND, log=drop, seconds=0.3)
    assert driver.name == "fake"
    with pytest.raises(Untestable, match=r"no answer within 0\.3 s"):
        driver.call(call("hang"))
    driver.close()


def test_what_the_adapter_cannot_do_is_skipped(driver: AdapterDriver) -> None:
    with pytest.raises(Skipped, match="on strike"):
        driver.call(call("cannot"))


def test_what_is_not_listed_is_never_asked(driver: AdapterDriver) -> None:
    with pytest.raises(Skipped, match=r"fake does not offer Gateway\.unknown"):
        driver.call(call("unknown"))
    with pytest.raises(Skipped, match="ability 'final'"):
        driver.call(call("die", final=True))


def test_standard_error_goes_to_the_log_line_by_line(driver: AdapterDriver, log: list[str]) -> None:
    driver.call(call("fine"))
    assert log == ["ready"]


def test_an_adapter_is_reset_and_goes_on(driver: AdapterDriver) -> None:
    driver.call(call("fine"))
    driver.reset()
    assert driver.call(call("fine")) == Outcome(value=1)


def test_a_command_that_is_not_there_cannot_be_started() -> None:
    with pytest.raises(AdapterError, match="cannot be started: No such file"):
        AdapterDriver(("/nowhere/adapter",), log=drop)


@pytest.mark.parametrize("program", ["raise SystemExit(3)", "input(); print('hi')"])
def test_a_program_that_says_no_hello_is_no_adapter(program: str) -> None:
    driver = AdapterDriver((sys.executable, "-I", "-c", program), log=drop)
    with pytest.raises(AdapterError, match="did not say hello"):
        assert driver.name
    driver.close()
