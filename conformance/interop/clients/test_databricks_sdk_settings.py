"""The official `databricks-sdk` sets tags, AI Gateway, notifications and permissions."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.errors import (
    BadRequest,
    InvalidParameterValue,
    ResourceDoesNotExist,
)
from databricks.sdk.service.serving import (
    AiGatewayGuardrailParameters,
    AiGatewayGuardrailPiiBehavior,
    AiGatewayGuardrailPiiBehaviorBehavior,
    AiGatewayGuardrails,
    AiGatewayInferenceTableConfig,
    AiGatewayRateLimit,
    AiGatewayRateLimitKey,
    AiGatewayRateLimitRenewalPeriod,
    AiGatewayUsageTrackingConfig,
    ChatMessage,
    ChatMessageRole,
    EmailNotifications,
    EndpointCoreConfigInput,
    EndpointTag,
    ExternalModel,
    ExternalModelProvider,
    FallbackConfig,
    OpenAiConfig,
    RateLimit,
    RateLimitKey,
    RateLimitRenewalPeriod,
    ServedEntityInput,
    ServingEndpointAccessControlRequest,
    ServingEndpointPermissionLevel,
    ServingEndpointPermissions,
)

from interop.clients.surfaces import TOKEN, server_url

MINUTE = AiGatewayRateLimitRenewalPeriod.MINUTE
BLOCKING = AiGatewayGuardrails(
    input=AiGatewayGuardrailParameters(
        pii=AiGatewayGuardrailPiiBehavior(behavior=AiGatewayGuardrailPiiBehaviorBehavior.BLOCK)
    )
)


def workspace() -> WorkspaceClient:
    return WorkspaceClient(host=server_url(), token=TOKEN, auth_type="pat")


@pytest.fixture
def endpoint() -> Iterator[str]:
    """The name of a fresh endpoint that serves one OpenAI model."""
    name = f"interop-{uuid.uuid4().hex[:8]}"
    model = ExternalModel(
        provider=ExternalModelProvider.OPENAI,
        name="gpt-4o",
        task="llm/v1/chat",
        openai_config=OpenAiConfig(openai_api_key="{{secrets/scope/openai}}"),
    )
    config = EndpointCoreConfigInput(
        name=name, served_entities=[ServedEntityInput(external_model=model)]
    )
    workspace().serving_endpoints.create_and_wait(name, config=config)
    yield name
    workspace().serving_endpoints.delete(name)


def test_tags_are_added_and_deleted(endpoint: str) -> None:
    endpoints = workspace().serving_endpoints
    endpoints.patch(endpoint, add_tags=[EndpointTag(key="a", value="1"), EndpointTag(key="b")])
    answer = endpoints.patch(endpoint, delete_tags=["b"])

    assert answer.tags == [EndpointTag(key="a", value="1")]
    assert endpoints.get(endpoint).tags == answer.tags


def test_ai_gateway_settings_come_back(endpoint: str) -> None:
    endpoints = workspace().serving_endpoints
    table = AiGatewayInferenceTableConfig(catalog_name="main", schema_name="serving", enabled=True)
    limit = AiGatewayRateLimit(
        renewal_period=MINUTE, calls=10, key=AiGatewayRateLimitKey.USER_GROUP, principal="users"
    )
    answer = endpoints.put_ai_gateway(
        endpoint,
        fallback_config=FallbackConfig(enabled=True),
        guardrails=BLOCKING,
        inference_table_config=table,
        rate_limits=[limit],
        usage_tracking_config=AiGatewayUsageTrackingConfig(enabled=True),
    )

    assert answer.inference_table_config == table
    assert answer.rate_limits == [limit]
    found = endpoints.get(endpoint).ai_gateway
    assert found is not None
    assert found.as_dict() == answer.as_dict()


def test_an_inference_table_without_place_is_an_invalid_value(endpoint: str) -> None:
    with pytest.raises(InvalidParameterValue, match="catalog_name"):
        workspace().serving_endpoints.put_ai_gateway(
            endpoint, inference_table_config=AiGatewayInferenceTableConfig(enabled=True)
        )


def test_a_guardrail_block_is_a_bad_request(endpoint: str) -> None:
    endpoints = workspace().serving_endpoints
    endpoints.put_ai_gateway(endpoint, guardrails=BLOCKING)
    message = ChatMessage(role=ChatMessageRole.USER, content="Write to jane@example.com.")

    with pytest.raises(BadRequest, match="input_guardrail_triggered"):
        endpoints.query(endpoint, messages=[message])


def test_older_rate_limits_come_back(endpoint: str) -> None:
    limit = RateLimit(calls=5, renewal_period=RateLimitRenewalPeriod.MINUTE, key=RateLimitKey.USER)
    answer = workspace().serving_endpoints.put(endpoint, rate_limits=[limit])

    assert answer.rate_limits == [limit]


def test_notifications_come_back(endpoint: str) -> None:
    wanted = EmailNotifications(on_update_failure=["a@example.com"])
    answer = workspace().serving_endpoints.update_notifications(
        endpoint, email_notifications=wanted
    )

    assert (answer.name, answer.email_notifications) == (endpoint, wanted)
    assert workspace().serving_endpoints.get(endpoint).email_notifications == wanted


def test_permissions_are_set_updated_and_read_by_id(endpoint: str) -> None:
    endpoints = workspace().serving_endpoints
    identity = endpoints.get(endpoint).id or ""
    endpoints.set_permissions(
        identity, access_control_list=[_granting("users", ServingEndpointPermissionLevel.CAN_VIEW)]
    )
    answer = endpoints.update_permissions(
        identity,
        access_control_list=[_granting("interns", ServingEndpointPermissionLevel.CAN_QUERY)],
    )

    assert endpoints.get_permissions(identity).as_dict() == answer.as_dict()
    assert _direct(answer) == {
        "users": ServingEndpointPermissionLevel.CAN_VIEW,
        "interns": ServingEndpointPermissionLevel.CAN_QUERY,
    }


def test_all_permission_levels_are_known_to_it(endpoint: str) -> None:
    endpoints = workspace().serving_endpoints
    levels = endpoints.get_permission_levels(endpoints.get(endpoint).id or "").permission_levels

    assert {each.permission_level for each in levels or []} == {*ServingEndpointPermissionLevel}


def test_permissions_of_a_name_do_not_exist(endpoint: str) -> None:
    with pytest.raises(ResourceDoesNotExist):
        workspace().serving_endpoints.get_permissions(endpoint)


def _granting(
    group: str, level: ServingEndpointPermissionLevel
) -> ServingEndpointAccessControlRequest:
    return ServingEndpointAccessControlRequest(group_name=group, permission_level=level)


def _direct(
    permissions: ServingEndpointPermissions,
) -> dict[str | None, ServingEndpointPermissionLevel | None]:
    return {
        entry.group_name: grant.permission_level
        for entry in permissions.access_control_list or []
        for grant in entry.all_permissions or []
        if not grant.inherited
    }
