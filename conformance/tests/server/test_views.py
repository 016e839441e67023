"""How endpoints are shown in their states."""

from dataclasses import replace
from typing import Any

import pytest

from invocant_conformance.server import views
from invocant_conformance.server.endpoints import Config, Endpoint, settled, started, stopped
from invocant_conformance.server.entities import Entity

from .answers import check_schema
from .test_endpoints import EMPTY, EXTERNAL, OWN, configured, ending, serving

ORIGIN = "http://server"
PROVISIONED = replace(OWN, task="llm/v1/chat", resources={"provisioned_model_units": 5})
SPEC = replace(OWN, entity_name="main.a.spec", entity_version=None)
RECORDED = replace(EMPTY, budget_policy_id="p", telemetry={"telemetry_profile_id": "t"})
HALTED = stopped(serving(OWN), now=2000)

STATES: dict[str, tuple[Endpoint, str, str, str]] = {
    "empty": (EMPTY, "NOT_READY", "NOT_UPDATING", ""),
    "external": (configured(EMPTY, EXTERNAL, now=0), "READY", "NOT_UPDATING", "READY"),
    "creating": (configured(RECORDED, OWN, now=0), "NOT_READY", "IN_PROGRESS", "CREATING"),
    "serving": (serving(OWN), "READY", "NOT_UPDATING", "READY"),
    "updating": (configured(serving(OWN), OWN, now=2000), "READY", "IN_PROGRESS", "READY"),
    "failed": (serving(ending("fail")), "NOT_READY", "UPDATE_FAILED", "FAILED"),
    "canceled": (serving(ending("cancel")), "NOT_READY", "UPDATE_CANCELED", "ABORTED"),
    "recovering": (serving(ending("recover")), "NOT_READY", "NOT_UPDATING", "RECOVERING"),
    "stopped": (HALTED, "NOT_READY", "NOT_UPDATING", "READY"),
    "starting": (started(HALTED, now=3, deploy_ms=9), "NOT_READY", "IN_PROGRESS", "READY"),
    "provisioned": (serving(PROVISIONED), "READY", "NOT_UPDATING", "READY"),
    "feature spec": (serving(SPEC), "READY", "NOT_UPDATING", "READY"),
    "optimized": (
        replace(serving(OWN), route_optimized=True),
        "READY",
        "NOT_UPDATING",
        "READY",
    ),
}


def shown(endpoint: Endpoint) -> Any:
    return views.detailed(endpoint, ORIGIN)


def served(found: Any) -> list[Any]:
    """Return the entities of the configuration that serves, else of the pending one."""
    config: Any = found.get("config", found.get("pending_config"))
    return [] if config is None else [*config["served_entities"]]


@pytest.mark.parametrize(("endpoint", "ready", "update", "deployment"), STATES.values(), ids=STATES)
def test_every_state_is_shown(endpoint: Endpoint, ready: str, update: str, deployment: str) -> None:
    found = shown(endpoint)
    assert (found["state"]["ready"], found["state"]["config_update"]) == (ready, update)
    assert views.item(endpoint)["state"] == found["state"]
    states = [entity["state"]["deployment"] for entity in served(found)]
    assert states == ([f"DEPLOYMENT_{deployment}"] if deployment else [])


@pytest.mark.parametrize("name", STATES)
def test_every_state_fits_the_schemas(name: str) -> None:
    check_schema(shown(STATES[name][0]), "ServingEndpointDetailed")
    check_schema(views.item(STATES[name][0]), "ServingEndpoint")


@pytest.mark.parametrize(
    ("name", "suspend"),
    [("serving", "NOT_SUSPENDED"), ("stopped", "STOPPED"), ("starting", "NOT_SUSPENDED")],
)
def test_a_stopped_endpoint_says_so(name: str, suspend: str) -> None:
    assert shown(STATES[name][0])["state"]["suspend"] == suspend


def test_what_is_pending_says_when_it_began() -> None:
    found = shown(STATES["creating"][0])
    assert "config" not in found
    assert found["pending_config"]["start_time"] == 0


def test_of_a_failed_update_only_the_cause_has_failed() -> None:
    beside = replace(OWN, name="beside")
    config = Config(version=0, entities=(beside, ending("fail")), routes=())
    found = shown(settled(updated_to(config), now=1000))["pending_config"]["served_entities"]
    assert [entity["state"]["deployment"] for entity in found] == [
        "DEPLOYMENT_ABORTED",
        "DEPLOYMENT_FAILED",
    ]


def updated_to(config: Config) -> Endpoint:
    (entity,) = config.entities[:1]
    pending = configured(EMPTY, entity, now=0).pending
    assert pending is not None
    return replace(EMPTY, pending=replace(pending, config=config), versions=1)


def test_the_older_form_repeats_every_entity() -> None:
    (model,) = shown(serving(OWN))["config"]["served_models"]
    assert (model["name"], model["model_name"], model["model_version"]) == ("e", "own", "1")


@pytest.mark.parametrize(
    ("entity", "resources"),
    [
        (OWN, {"workload_type": "CPU", "workload_size": "Small", "scale_to_zero_enabled": False}),
        (
            replace(
                OWN, resources={"max_provisioned_concurrency": 8, "workload_type": "GPU_SMALL"}
            ),
            {"workload_type": "GPU_SMALL", "workload_size": None, "max_provisioned_concurrency": 8},
        ),
        (EXTERNAL, {"workload_type": None, "workload_size": None, "scale_to_zero_enabled": None}),
    ],
)
def test_what_was_left_out_is_filled_in(entity: Entity, resources: dict[str, Any]) -> None:
    (found,) = served(shown(serving(entity)))
    assert {name: found.get(name) for name in resources} == resources


def test_policy_and_telemetry_come_back() -> None:
    found = shown(RECORDED)
    assert found["effective_budget_policy_id"] == "p"
    assert found["telemetry_config"] == {"telemetry_profile_id": "t"}


def test_an_optimized_route_has_an_address() -> None:
    found = shown(STATES["optimized"][0])
    assert found["endpoint_url"] == f"{ORIGIN}/1234567890123456/serving-endpoints/a/invocations"
    assert found["data_plane_info"]["query_info"]["endpoint_url"] == found["endpoint_url"]
    assert "endpoint_url" not in shown(serving(OWN))
