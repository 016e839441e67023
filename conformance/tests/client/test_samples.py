"""What is generated fits the specification, or breaks it in the way that it says."""

import subprocess
import sys

import jsonschema_rs
import pytest

from invocant import spec
from invocant_conformance.client import methods
from invocant_conformance.client.json_schema import Schema
from invocant_conformance.client.methods import Method
from invocant_conformance.client.rewriting import UNKNOWN_MEMBERS
from invocant_conformance.client.samples import Samples
from invocant_conformance.json_values import JsonValue

METHODS = methods.load()
WITH_BODY = [method for method in METHODS if method.request is not None]
STREAMING = [method for method in METHODS if method.end is not None]
WITH_ANSWER = [method for method in METHODS if method.answer is not None]


def samples(method: Method) -> Samples:
    return Samples(method, count=8, seed=1)


def fits(schema: Schema | None, value: JsonValue) -> bool:
    """Whether a value fits a schema of the specification, as it is written there."""
    document = {**(schema or {}), "components": spec.openapi()["components"]}
    return jsonschema_rs.Draft202012Validator(document).is_valid(value)


@pytest.mark.parametrize("method", WITH_BODY, ids=lambda method: method.full_name)
def test_bodies_fit_the_specification(method: Method) -> None:
    given = samples(method)
    for body in (*given.bodies, given.smallest_body, given.null_body):
        assert fits(method.request, body), body


@pytest.mark.parametrize("method", WITH_BODY, ids=lambda method: method.full_name)
def test_faulty_bodies_do_not(method: Method) -> None:
    found = samples(method).faulty_bodies
    assert found
    assert not [each.value for each in found if fits(method.request, each.value)]


@pytest.mark.parametrize("method", WITH_ANSWER, ids=lambda method: method.full_name)
def test_answers_fit_the_specification_and_hold_unknown_members(method: Method) -> None:
    for answer in samples(method).answers:
        assert fits(method.answer, answer), answer
        assert not isinstance(answer, dict) or UNKNOWN_MEMBERS.keys() <= answer.keys()


@pytest.mark.parametrize("method", WITH_ANSWER, ids=lambda method: method.full_name)
def test_faulty_answers_do_not(method: Method) -> None:
    found = samples(method).faulty_answers
    assert found
    assert not [each.value for each in found if fits(method.answer, each.value)]


@pytest.mark.parametrize("method", STREAMING, ids=lambda method: method.full_name)
def test_events_fit_the_specification_and_end_as_it_says(method: Method) -> None:
    given = samples(method)
    assert method.end
    for event in (given.first_event, *given.events, *given.last_events, *given.whole_stream):
        assert fits(method.event, event), event
    assert all(map(method.end.is_last, given.last_events))
    finished = method.end.finished
    assert finished is None or finished.holds([given.finishing_event], {})


def test_a_seed_gives_the_same_values_in_every_process() -> None:
    script = (
        "from invocant_conformance.client import methods, samples\n"
        "made = samples.Samples(methods.load()[0], count=8, seed=1)\n"
        "print(made.bodies, made.faulty_answers)"
    )
    command = [sys.executable, "-c", script]
    first, second = (subprocess.check_output(command, text=True) for _ in range(2))
    assert first == second


def test_a_method_is_known_for_every_operation_of_the_specification() -> None:
    assert {method.full_name for method in METHODS} >= {
        "Client.chat.completions.create",
        "Client.invocations.embeddings",
        "Client.serving_endpoints.update_config",
        "Gateway.models.list",
    }
