"""The official `databricks-sdk` deploys custom models and model units, and reads logs."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.errors import InvalidParameterValue, OperationFailed, ResourceConflict
from databricks.sdk.service.serving import (
    EndpointCoreConfigInput,
    EndpointStateConfigUpdate,
    EndpointStateReady,
    PtEndpointCoreConfig,
    PtServedModel,
    ServedEntityInput,
    ServedModelStateDeployment,
    ServingEndpointDetailed,
    ServingModelWorkloadType,
    TelemetryConfig,
    UnityCatalogTableNames,
)

from interop.clients.surfaces import TOKEN, server_url

LLAMA = "system.ai.meta_llama_v3_3_70b_instruct"


def workspace() -> WorkspaceClient:
    return WorkspaceClient(host=server_url(), token=TOKEN, auth_type="pat")


def model(version: str = "3", variables: dict[str, str] | None = None) -> ServedEntityInput:
    return ServedEntityInput(
        name="current",
        entity_name="main.fraud.detector",
        entity_version=version,
        workload_size="Small",
        scale_to_zero_enabled=False,
        environment_vars=variables,
    )


def config(name: str, *served: ServedEntityInput) -> EndpointCoreConfigInput:
    return EndpointCoreConfigInput(name=name, served_entities=list(served))


def fresh_name() -> str:
    return f"interop-{uuid.uuid4().hex[:8]}"


def deployments(endpoint: ServingEndpointDetailed) -> list[ServedModelStateDeployment | None]:
    shown = endpoint.config or endpoint.pending_config
    assert shown is not None
    return [entity.state.deployment for entity in shown.served_entities or [] if entity.state]


@pytest.fixture
def endpoint() -> Iterator[str]:
    """The name of a fresh endpoint that serves one custom model."""
    name = fresh_name()
    workspace().serving_endpoints.create_and_wait(name, config=config(name, model()))
    yield name
    workspace().serving_endpoints.delete(name)


def test_a_custom_model_is_deployed_while_the_waiter_polls() -> None:
    name = fresh_name()
    waiter = workspace().serving_endpoints.create(name, config=config(name, model()))
    created = workspace().serving_endpoints.get(name)
    waiter.result()
    ready = workspace().serving_endpoints.get(name)
    workspace().serving_endpoints.delete(name)

    assert created.state is not None
    assert created.state.config_update is EndpointStateConfigUpdate.IN_PROGRESS
    assert created.config is None
    assert deployments(created) == [ServedModelStateDeployment.DEPLOYMENT_CREATING]
    assert ready.state is not None
    assert ready.state.ready is EndpointStateReady.READY
    assert deployments(ready) == [ServedModelStateDeployment.DEPLOYMENT_READY]


def test_what_was_left_out_is_filled_in(endpoint: str) -> None:
    found = workspace().serving_endpoints.get(endpoint).config
    assert found is not None
    (entity,) = found.served_entities or []
    assert entity.workload_type is ServingModelWorkloadType.CPU
    (twin,) = found.served_models or []
    assert (twin.name, twin.model_name, twin.model_version) == ("current", entity.entity_name, "3")


def test_a_second_update_is_a_conflict(endpoint: str) -> None:
    waiter = workspace().serving_endpoints.update_config(endpoint, served_entities=[model("4")])
    with pytest.raises(ResourceConflict):
        workspace().serving_endpoints.update_config(endpoint, served_entities=[model("5")])
    waiter.result()
    found = workspace().serving_endpoints.get(endpoint).config
    assert found is not None
    (entity,) = found.served_entities or []
    assert entity.entity_version == "4"


def test_a_failed_update_ends_the_waiter(endpoint: str) -> None:
    failing = model("4", {"INVOCANT_DEPLOYMENT": "fail"})
    with pytest.raises(OperationFailed):
        workspace().serving_endpoints.update_config_and_wait(endpoint, served_entities=[failing])
    found = workspace().serving_endpoints.get(endpoint)
    assert found.state is not None
    assert found.state.config_update is EndpointStateConfigUpdate.UPDATE_FAILED
    assert found.state.ready is EndpointStateReady.READY


def test_telemetry_is_set_and_removed(endpoint: str) -> None:
    tables = UnityCatalogTableNames(logs_table="main.serving.logs")
    telemetry = TelemetryConfig(table_names=tables)
    patched = workspace().serving_endpoints.patch_telemetry_config(
        endpoint, telemetry_config=telemetry
    )
    assert patched.telemetry_config is not None
    assert patched.telemetry_config.telemetry_profile_id
    removed = workspace().serving_endpoints.patch_telemetry_config(endpoint)
    assert removed.telemetry_config is None


def test_logs_metrics_and_document_of_a_model(endpoint: str) -> None:
    endpoints = workspace().serving_endpoints
    assert "current (main.fraud.detector 3)" in endpoints.logs(endpoint, "current").logs
    assert "current (main.fraud.detector 3)" in endpoints.build_logs(endpoint, "current").logs
    metrics = endpoints.export_metrics(endpoint).contents
    assert metrics is not None
    assert b"request_count_total" in metrics.read()
    document = endpoints.get_open_api(endpoint).contents
    assert document is not None
    assert json.load(document)["info"]["title"] == endpoint


def test_model_units_are_created_and_changed() -> None:
    name, endpoints = fresh_name(), workspace().serving_endpoints
    units = PtServedModel(entity_name=LLAMA, entity_version="1", provisioned_model_units=10)
    created = endpoints.create_provisioned_throughput_endpoint_and_wait(
        name, PtEndpointCoreConfig(served_entities=[units])
    )
    units.provisioned_model_units = 20
    changed = endpoints.update_provisioned_throughput_endpoint_config_and_wait(
        name, PtEndpointCoreConfig(served_entities=[units])
    )
    endpoints.delete(name)

    for found, expected in ((created, 10), (changed, 20)):
        assert found.config is not None
        (entity,) = found.config.served_entities or []
        assert entity.provisioned_model_units == expected


def test_an_optimized_route_is_told_for_the_data_plane() -> None:
    name, endpoints = fresh_name(), workspace().serving_endpoints
    created = endpoints.create_and_wait(name, config=config(name, model()), route_optimized=True)
    endpoints.delete(name)

    assert created.route_optimized
    assert created.data_plane_info is not None
    assert created.data_plane_info.query_info is not None
    assert (created.data_plane_info.query_info.endpoint_url or "").startswith(server_url())


def test_an_optimized_route_is_queried_with_a_token_of_its_own() -> None:
    principal = WorkspaceClient(host=server_url(), client_id="robot", client_secret="dose-interop")
    name, endpoints = fresh_name(), principal.serving_endpoints
    endpoints.create_and_wait(name, config=config(name, model()), route_optimized=True)
    answer = principal.serving_endpoints_data_plane.query(name, dataframe_records=[{"a": 1}])
    endpoints.delete(name)

    assert len(answer.predictions or []) == 1


def test_mixed_kinds_are_an_invalid_parameter() -> None:
    name = fresh_name()
    provisioned = ServedEntityInput(name="units", entity_name=LLAMA, provisioned_model_units=1)
    with pytest.raises(InvalidParameterValue):
        workspace().serving_endpoints.create(name, config=config(name, model(), provisioned))
