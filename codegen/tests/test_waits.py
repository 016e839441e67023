"""Methods that wait, made from `x-wait` of the sample."""

import pytest

from invocant_codegen.bundle import bundle
from invocant_codegen.calls import calls, component_schemas
from invocant_codegen.generated_types import Field, GeneratedType
from invocant_codegen.load import Spec
from invocant_codegen.methods import Typing, method
from invocant_codegen.operations import Wait
from invocant_codegen.wait_rules import Condition, Parts
from invocant_codegen.waits import waits

PARAMS = {
    "CreateServingEndpoint": GeneratedType(
        name="CreateServingEndpoint",
        module="m",
        fields=(Field(name="name", type="str", required=True),),
    )
}
MODELS = {"ServingEndpoint": GeneratedType(name="ServingEndpoint", module="m", fields=())}


@pytest.fixture(scope="module")
def waiting(sample: Spec) -> dict[str, Wait]:
    document = bundle(sample)
    typing = Typing.of(component_schemas(document), PARAMS, MODELS)
    marked = [call for call in calls(document) if call.wait]
    methods = {call.attributes: method(call, typing) for call in marked}
    return {".".join(name): wait for name, wait in waits(marked, methods)}


def test_every_marked_operation_has_a_method_that_waits(waiting: dict[str, Wait]) -> None:
    assert [*waiting] == [
        "serving_endpoints.create_and_wait",
        "serving_endpoints.wait_until_ready",
    ]


def test_what_only_waits_begins_nothing(waiting: dict[str, Wait]) -> None:
    wait = waiting["serving_endpoints.wait_until_ready"]
    assert (wait.begin, wait.path, wait.remains) == (None, {"name": "name"}, "")


def test_what_begins_is_linked_with_the_poll(waiting: dict[str, Wait]) -> None:
    wait = waiting["serving_endpoints.create_and_wait"]
    assert wait.begin is not None
    assert (wait.begin.operation_id, wait.poll.operation_id) == (
        "createServingEndpoint",
        "getServingEndpoint",
    )
    assert (wait.path, wait.remains) == ({"name": "name"}, "the endpoint exists")


def test_the_time_of_the_poll_is_that_of_all_who_wait(waiting: dict[str, Wait]) -> None:
    assert {wait.timeout for wait in waiting.values()} == {600.0}


def test_the_rule_is_that_of_the_state_waited_for(waiting: dict[str, Wait]) -> None:
    [rule] = {wait.rule.constant: wait.rule for wait in waiting.values()}.values()
    assert (rule.constant, rule.goal) == ("_GET_UNTIL_READY", "ready")
    assert rule.conditions[0] == Condition(
        at=("state", "suspend"), done=(), pending=(), busy=(), failed={"STOPPED": "it is stopped"}
    )
    assert rule.parts == Parts(
        lists=(("entities",),),
        name=("name",),
        state=("state", "deployment"),
        message=("state", "message"),
        failed=("FAILED",),
    )


def test_the_documentation_tells_how_to_wait(waiting: dict[str, Wait]) -> None:
    told = "\n".join(waiting["serving_endpoints.create_and_wait"].documentation)
    for name in ("name:", "wait_timeout:", "poll_interval:", "on_poll:", "EndpointFailed:"):
        assert f"\n    {name}" in told
