"""Registering checks."""

import pytest

from invocant_conformance import registry
from invocant_conformance.session import Session
from invocant_conformance.target import Surface


class Thing:
    """A probe."""

    def __init__(self, session: Session, surface: Surface) -> None:
        self.session, self.surface = session, surface


async def something_holds(thing: Thing) -> None:
    """Something holds."""


def test_a_check_knows_its_requirement_its_case_and_its_probe() -> None:
    made = registry.make(something_holds, "CHAT-SSE-003", task="chat")
    assert (made.case, made.title) == ("CHAT-SSE-003/something_holds", "Something holds.")
    assert made.probe is Thing


@pytest.mark.parametrize("requirement", ["CHAT-SSE-999", "CLI-PARSE-001"])
def test_a_check_names_a_requirement_for_servers(requirement: str) -> None:
    with pytest.raises(ValueError, match=f"'{requirement}' is not a server row that is judged"):
        registry.check(requirement, task="chat")


def test_a_check_is_about_a_task_or_a_profile() -> None:
    with pytest.raises(ValueError, match="give either task or profile"):
        registry.check("CHAT-SSE-003")
    with pytest.raises(ValueError, match="give either task or profile"):
        registry.check("CHAT-SSE-003", task="chat", profile="gateway")


def test_every_check_of_the_suite_says_in_a_line_what_it_tries() -> None:
    assert [check.case for check in registry.load() if check.title == check.name] == []
