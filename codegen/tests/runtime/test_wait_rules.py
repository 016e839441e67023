"""What one answer says of what is waited for."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.wait_rules import Condition, Judgement, Parts, Verdict, WaitRule, judge

UPDATE = Condition(
    at=("state", "config_update"),
    done=frozenset({"NOT_UPDATING"}),
    busy=frozenset({"IN_PROGRESS"}),
    failed={"UPDATE_FAILED": "its last update failed", "UPDATE_CANCELED": "it was cancelled"},
)
SUSPEND = Condition(at=("state", "suspend"), failed={"STOPPED": "it is stopped"})
READY = Condition(
    at=("state", "ready"), done=frozenset({"READY"}), pending=frozenset({"NOT_READY"})
)
PARTS = Parts(
    lists=(("pending_config", "served_entities"), ("config", "served_entities")),
    name=("name",),
    state=("state", "deployment"),
    message=("state", "deployment_state_message"),
    failed=frozenset({"DEPLOYMENT_FAILED", "DEPLOYMENT_ABORTED"}),
)
UNTIL_READY = WaitRule(goal="ready", conditions=(UPDATE, SUSPEND, READY), parts=PARTS)

Json = Mapping[str, object]


def entity(name: str, deployment: str, message: str = "") -> Json:
    state = {"deployment": f"DEPLOYMENT_{deployment}", "deployment_state_message": message}
    return {"name": name, "state": state}


def endpoint(
    ready: object = "NOT_READY",
    update: object = "NOT_UPDATING",
    *entities: Json,
    suspend: object = None,
) -> Json:
    state = {"ready": ready, "config_update": update, "suspend": suspend}
    told = {name: value for name, value in state.items() if value is not None}
    return {"name": "e", "state": told, "pending_config": {"served_entities": list(entities)}}


def judged(answer: Json) -> Judgement:
    return judge(answer, UNTIL_READY)


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (endpoint("READY", "NOT_UPDATING"), Verdict.DONE),
        (endpoint("READY", "NOT_UPDATING", suspend="NOT_SUSPENDED"), Verdict.DONE),
        (endpoint("READY", "NOT_UPDATING", suspend="LATER"), Verdict.DONE),
        (endpoint("READY", "NOT_UPDATING", entity("a", "FAILED")), Verdict.DONE),
        (endpoint("READY", "IN_PROGRESS"), Verdict.GOING),
        (endpoint("NOT_READY", "IN_PROGRESS"), Verdict.GOING),
        (endpoint("NOT_READY", "IN_PROGRESS", entity("a", "FAILED")), Verdict.GOING),
        (endpoint("NOT_READY", "IN_PROGRESS", suspend="STOPPED"), Verdict.GOING),
        (endpoint("NOT_READY", "NOT_UPDATING"), Verdict.GOING),
        (endpoint("NOT_READY", "NOT_UPDATING", entity("a", "RECOVERING")), Verdict.GOING),
        (endpoint("NOT_READY", "NOT_UPDATING", entity("a", "FAILED")), Verdict.FAILED),
        (endpoint("NOT_READY", "NOT_UPDATING", entity("a", "ABORTED")), Verdict.FAILED),
        (endpoint("NOT_READY", "NOT_UPDATING", suspend="STOPPED"), Verdict.FAILED),
        (endpoint("NOT_READY", "UPDATE_FAILED"), Verdict.FAILED),
        (endpoint("READY", "UPDATE_FAILED"), Verdict.FAILED),
        (endpoint("READY", "UPDATE_CANCELED"), Verdict.FAILED),
        (endpoint("READY", None), Verdict.GOING),
        (endpoint(None, "NOT_UPDATING"), Verdict.GOING),
        (endpoint("READY", "REBUILDING"), Verdict.GOING),
        (endpoint("NOT_READY", "REBUILDING", entity("a", "FAILED")), Verdict.GOING),
        ({}, Verdict.GOING),
        ({"state": "READY", "config": [], "pending_config": None}, Verdict.GOING),
    ],
)
def test_an_answer_is_judged_by_its_states(answer: Json, verdict: Verdict) -> None:
    assert judged(answer).verdict is verdict


def test_the_message_of_every_failed_part_is_told_once() -> None:
    failed = [entity("a", "FAILED", "No space."), entity("b", "ABORTED", "Given up.")]
    answer = {
        **endpoint("NOT_READY", "UPDATE_FAILED", *failed),
        "config": {"served_entities": failed},
    }
    assert judged(answer).failures == (
        "its last update failed",
        "a is DEPLOYMENT_FAILED: No space.",
        "b is DEPLOYMENT_ABORTED: Given up.",
    )


def test_a_part_that_says_nothing_of_itself_is_told_by_its_state() -> None:
    nameless: Json = {"state": {"deployment": "DEPLOYMENT_FAILED"}}
    failures = judged(endpoint("NOT_READY", "NOT_UPDATING", nameless)).failures
    assert failures == ("a part without name is DEPLOYMENT_FAILED",)


@pytest.mark.parametrize(
    ("answer", "unknown"),
    [
        (endpoint("READY", "REBUILDING"), ("state.config_update",)),
        (endpoint("READY", None), ("state.config_update",)),
        (endpoint(7, ["x"]), ("state.config_update", "state.ready")),
        (endpoint("READY", "NOT_UPDATING", suspend="LATER"), ()),
        (endpoint("READY", "IN_PROGRESS"), ()),
    ],
)
def test_what_is_not_understood_is_told(answer: Json, unknown: tuple[str, ...]) -> None:
    assert judged(answer).unknown == unknown


def test_the_text_tells_failures_states_and_what_is_not_understood() -> None:
    answer = endpoint("NOT_READY", "REBUILDING", entity("a", "FAILED", "No space."))
    assert judged(answer).text == (
        "a is DEPLOYMENT_FAILED: No space.; state.config_update is REBUILDING, "
        "state.ready is NOT_READY (not understood: state.config_update)"
    )


VALUES = st.sampled_from(
    ["READY", "NOT_READY", "NOT_UPDATING", "IN_PROGRESS", "UPDATE_FAILED", "STOPPED", "LATER", None]
)
DEPLOYMENTS = st.sampled_from(["CREATING", "READY", "FAILED", "ABORTED", "LATER"])


@given(VALUES, VALUES, VALUES, st.lists(st.builds(entity, st.text(), DEPLOYMENTS)))
def test_only_the_values_listed_decide(
    ready: object, update: object, suspend: object, entities: list[Json]
) -> None:
    found = judged(endpoint(ready, update, *entities, suspend=suspend))
    if found.verdict is Verdict.DONE:
        assert (ready, update) == ("READY", "NOT_UPDATING")
        assert suspend != "STOPPED"
    if found.verdict is Verdict.FAILED:
        assert found.failures
        assert update != "IN_PROGRESS"
    if found.unknown:
        assert found.verdict is Verdict.GOING or update == "UPDATE_FAILED" or suspend == "STOPPED"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(
                ["state", "ready", "config_update", "config", "served_entities", "name"]
            ),
            inner,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["state", "config", "pending_config"]), JSON))
def test_no_shape_of_an_answer_breaks_the_judgement(answer: Json) -> None:
    assert "state.ready is" in judged(answer).text
