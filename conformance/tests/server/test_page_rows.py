"""The rows of the start page: states of endpoints in words, durations, and who is local."""

from dataclasses import replace

import pytest

from invocant_conformance.server.endpoints import Config, Endpoint, Pending
from invocant_conformance.server.entities import TRIGGER, Entity
from invocant_conformance.server.page import surfaces
from invocant_conformance.server.page.access import is_local
from invocant_conformance.server.page.endpoint_rows import state_of
from invocant_conformance.server.page.rendering import Markup, escaped, fill, served
from invocant_conformance.server.page.request_rows import duration
from invocant_conformance.specification import operations

EMPTY = Endpoint(name="e", id="1", created=0, updated=0)


def config(outcome: str = "ready") -> Config:
    resources = {"environment_vars": {TRIGGER: outcome}}
    entity = Entity(name="m", created=0, entity_name="m", entity_version="1", resources=resources)
    return Config(version=1, entities=(entity,), routes=())


def pending(outcome: str = "ready") -> Pending:
    return Pending(config=config(outcome), started=0, ready_at=1)


READY = replace(EMPTY, config=config())


@pytest.mark.parametrize(
    ("endpoint", "state"),
    [
        (EMPTY, "empty"),
        (READY, "ready"),
        (replace(EMPTY, pending=pending()), "deploying"),
        (replace(READY, pending=pending()), "ready, updating"),
        (replace(READY, stopped=True), "stopped"),
        (replace(READY, stopped=True, pending=pending()), "deploying"),
        (replace(READY, recovers_at=5), "recovering"),
        (replace(EMPTY, failed=pending("fail")), "failed"),
        (replace(EMPTY, failed=pending("cancel")), "canceled"),
        (replace(READY, failed=pending("fail")), "ready, update failed"),
    ],
)
def test_states_are_told_in_words(endpoint: Endpoint, state: str) -> None:
    assert state_of(endpoint)[0] == state


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [(-1, "0.0 ms"), (0.44, "0.4 ms"), (9.96, "10.0 ms"), (12.4, "12 ms"), (1250, "1.2 s")],
)
def test_durations_have_the_unit_that_suits_them(milliseconds: float, words: str) -> None:
    assert duration(milliseconds) == words


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "LOCALHOST", "a.localhost"]
)
def test_loopback_names_are_local(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize(
    "host", ["", "0.0.0.0", "10.0.0.1", "localhost.example", "127.0.0.1.nip.io"]
)
def test_other_names_are_not_local(host: str) -> None:
    assert not is_local(host)


def test_values_are_escaped_and_markup_is_not() -> None:
    assert (
        fill("area.html", name="<b>&\"'", count=1)
        == f"<li>{escaped('<b>&')}&quot;&#x27; <b>1</b></li>\n"
    )
    assert fill("area.html", name=Markup("<i>"), count=1) == "<li><i> <b>1</b></li>\n"


def test_a_template_names_what_it_lacks() -> None:
    with pytest.raises(KeyError, match="count"):
        fill("area.html", name="chat")


def test_every_operation_is_counted_once() -> None:
    served = [operation for each in surfaces.surfaces() for operation in each.operations]
    assert sorted(o.id for o in served) == sorted(
        o.id for o in (*operations.answered(), *operations.played())
    )
    for each in surfaces.surfaces():
        assert sum(each.areas.values()) == len(each.operations)


def test_the_style_knows_the_dark() -> None:
    assert "prefers-color-scheme: dark" in served("page.css")
