# Generated from spec/; do not edit.
"""Resources of `workspace.serving_endpoints`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Unpack

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Operation
from ..._runtime.options import RequestOptions
from ..._runtime.pages import Page

if TYPE_CHECKING:
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncServingEndpoints",
    "ServingEndpoints",
]

_LIST: Final = Operation(
    id="listServingEndpoints",
    method="GET",
    path="/api/2.0/serving-endpoints",
)

_CREATE: Final = Operation(
    id="createServingEndpoint",
    method="POST",
    path="/api/2.0/serving-endpoints",
    body=lambda: params.serving_endpoints.CreateServingEndpoint,
    secrets=frozenset(
        {
            "ai21labs_api_key_plaintext",
            "anthropic_api_key_plaintext",
            "aws_access_key_id_plaintext",
            "aws_secret_access_key_plaintext",
            "cohere_api_key_plaintext",
            "databricks_api_token_plaintext",
            "microsoft_entra_client_secret_plaintext",
            "openai_api_key_plaintext",
            "palm_api_key_plaintext",
            "private_key_plaintext",
            "token_plaintext",
            "value_plaintext",
        }
    ),
)

_GET: Final = Operation(
    id="getServingEndpoint",
    method="GET",
    path="/api/2.0/serving-endpoints/{name}",
)

_DELETE: Final = Operation(
    id="deleteServingEndpoint",
    method="DELETE",
    path="/api/2.0/serving-endpoints/{name}",
)

_UPDATE_CONFIG: Final = Operation(
    id="updateServingEndpointConfig",
    method="PUT",
    path="/api/2.0/serving-endpoints/{name}/config",
    body=lambda: params.serving_endpoints.EndpointCoreConfigInput,
    secrets=frozenset(
        {
            "ai21labs_api_key_plaintext",
            "anthropic_api_key_plaintext",
            "aws_access_key_id_plaintext",
            "aws_secret_access_key_plaintext",
            "cohere_api_key_plaintext",
            "databricks_api_token_plaintext",
            "microsoft_entra_client_secret_plaintext",
            "openai_api_key_plaintext",
            "palm_api_key_plaintext",
            "private_key_plaintext",
            "token_plaintext",
            "value_plaintext",
        }
    ),
)

_PATCH: Final = Operation(
    id="patchServingEndpointTags",
    method="PATCH",
    path="/api/2.0/serving-endpoints/{name}/tags",
    body=lambda: params.endpoint_settings.PatchServingEndpointTags,
)

_PUT: Final = Operation(
    id="putServingEndpointRateLimits",
    method="PUT",
    path="/api/2.0/serving-endpoints/{name}/rate-limits",
    body=lambda: params.endpoint_settings.EndpointRateLimits,
)

_PUT_AI_GATEWAY: Final = Operation(
    id="putServingEndpointAiGateway",
    method="PUT",
    path="/api/2.0/serving-endpoints/{name}/ai-gateway",
    body=lambda: params.ai_gateway.AiGatewayConfig,
)

_UPDATE_NOTIFICATIONS: Final = Operation(
    id="updateServingEndpointNotifications",
    method="PATCH",
    path="/api/2.0/serving-endpoints/{name}/notifications",
    body=lambda: params.endpoint_settings.UpdateServingEndpointNotifications,
)

_GET_PERMISSIONS: Final = Operation(
    id="getServingEndpointPermissions",
    method="GET",
    path="/api/2.0/permissions/serving-endpoints/{serving_endpoint_id}",
)

_SET_PERMISSIONS: Final = Operation(
    id="setServingEndpointPermissions",
    method="PUT",
    path="/api/2.0/permissions/serving-endpoints/{serving_endpoint_id}",
    body=lambda: params.permissions.ServingEndpointPermissionsRequest,
)

_UPDATE_PERMISSIONS: Final = Operation(
    id="updateServingEndpointPermissions",
    method="PATCH",
    path="/api/2.0/permissions/serving-endpoints/{serving_endpoint_id}",
    body=lambda: params.permissions.ServingEndpointPermissionsRequest,
)

_GET_PERMISSION_LEVELS: Final = Operation(
    id="getServingEndpointPermissionLevels",
    method="GET",
    path="/api/2.0/permissions/serving-endpoints/{serving_endpoint_id}/permissionLevels",
)


class ServingEndpoints:
    """The methods of `Client.serving_endpoints`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    def list(
        self, **options: Unpack[RequestOptions]
    ) -> Page[models.serving_endpoints.ServingEndpoint]:
        """List the serving endpoints.

        Lists all endpoints that the caller may see. There are no pages and no filters.

        Args:
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(options=options)
        answer = self._transport.request(
            _LIST, _models.serving_endpoints.ListServingEndpointsResponse, arguments
        )
        return Page(answer.endpoints or (), answer)

    def create(
        self,
        *,
        name: params.serving_endpoints.ResourceName,
        config: params.serving_endpoints.EndpointCoreConfigInput | Omit = OMIT,
        ai_gateway: params.ai_gateway.AiGatewayConfig
        | models.ai_gateway.AiGatewayConfig
        | Omit = OMIT,
        rate_limits: Sequence[
            params.endpoint_settings.RateLimit | models.endpoint_settings.RateLimit
        ]
        | Omit = OMIT,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        tags: Sequence[params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag]
        | Omit = OMIT,
        description: str | Omit = OMIT,
        route_optimized: bool | Omit = OMIT,
        budget_policy_id: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Create a serving endpoint.

        Creates an endpoint and starts to deploy it. Endpoints of external models are ready at once;
        their secrets are stored encrypted and never returned.

        Args:
            name: Letters, digits, dashes and underscores.
            config: What an endpoint is to serve.
            ai_gateway: The AI Gateway of a serving endpoint: rate limits, usage tracking, payload
                logging, guardrails and fallbacks. A part that is left out is off. Endpoints of
                external models, of provisioned throughput and of pay-per-token models have all of
                it, endpoints of agents have inference tables only. Newer documentation calls these
                settings superseded by Unity AI Gateway, whose services are no serving endpoints;
                the API goes on to take them.
            rate_limits: Limits of the older kind, which reading the endpoint does not return.
                Deprecated; those of ai_gateway replace them.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            tags: Tags that end up in the billing logs.
            description: Free text; cannot be changed later.
            route_optimized: Ask for an optimized route; cannot be changed later.
            budget_policy_id: Budget policy to charge; answers name it effective_budget_policy_id.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            body={
                "name": name,
                "config": config,
                "ai_gateway": ai_gateway,
                "rate_limits": rate_limits,
                "email_notifications": email_notifications,
                "tags": tags,
                "description": description,
                "route_optimized": route_optimized,
                "budget_policy_id": budget_policy_id,
            },
            options=options,
        )
        return self._transport.request(
            _CREATE, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )

    def get(
        self, name: str, **options: Unpack[RequestOptions]
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Read a serving endpoint.

        Returns the state and the configuration of one endpoint, without secrets.

        Args:
            name: Name of the serving endpoint.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            options=options,
        )
        return self._transport.request(
            _GET, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )

    def delete(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a serving endpoint.

        Deletes an endpoint and the secrets that it stored.

        Args:
            name: Name of the serving endpoint.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            options=options,
        )
        self._transport.request_nothing(_DELETE, arguments)

    def update_config(
        self,
        name: str,
        *,
        served_entities: Sequence[params.serving_endpoints.ServedEntityInput] | Omit = OMIT,
        traffic_config: params.serving_endpoints.TrafficConfig
        | models.serving_endpoints.TrafficConfig
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace what a serving endpoint serves.

        Replaces the served entities and the traffic split. The old configuration serves until the
        update is done.

        Args:
            name: Name of the serving endpoint.
            served_entities: The models to serve. Their names differ, and external models share one
                task.
            traffic_config: How requests are split over the served entities.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "served_entities": served_entities,
                "traffic_config": traffic_config,
            },
            options=options,
        )
        return self._transport.request(
            _UPDATE_CONFIG, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )

    def patch(
        self,
        name: str,
        *,
        add_tags: Sequence[
            params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag
        ]
        | Omit = OMIT,
        delete_tags: Sequence[str] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.endpoint_settings.EndpointTags:
        """Add and delete tags of a serving endpoint.

        Adds tags, replaces the values of those whose keys exist, and deletes others, in one step.
        The tags that the request does not name stay.

        Args:
            name: Name of the serving endpoint.
            add_tags: Tags to add; one whose key exists replaces the value.
            delete_tags: Keys of the tags to delete.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "add_tags": add_tags,
                "delete_tags": delete_tags,
            },
            options=options,
        )
        return self._transport.request(_PATCH, _models.endpoint_settings.EndpointTags, arguments)

    def put(
        self,
        name: str,
        *,
        rate_limits: Sequence[
            params.endpoint_settings.RateLimit | models.endpoint_settings.RateLimit
        ]
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.endpoint_settings.EndpointRateLimits:
        """Replace the older rate limits of a serving endpoint.

        Replaces all limits of this older kind; an empty list removes them. Deprecated:
        putServingEndpointAiGateway, whose limits can also count tokens and name users and groups,
        replaces it.

        Args:
            name: Name of the serving endpoint.
            rate_limits: The limits; reading the endpoint does not return them.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "rate_limits": rate_limits,
            },
            options=options,
        )
        return self._transport.request(
            _PUT, _models.endpoint_settings.EndpointRateLimits, arguments
        )

    def put_ai_gateway(
        self,
        name: str,
        *,
        rate_limits: Sequence[
            params.ai_gateway.AiGatewayRateLimit | models.ai_gateway.AiGatewayRateLimit
        ]
        | Omit = OMIT,
        usage_tracking_config: params.ai_gateway.AiGatewayUsageTrackingConfig
        | models.ai_gateway.AiGatewayUsageTrackingConfig
        | Omit = OMIT,
        inference_table_config: params.ai_gateway.AiGatewayInferenceTableConfig
        | models.ai_gateway.AiGatewayInferenceTableConfig
        | Omit = OMIT,
        guardrails: params.ai_gateway.AiGatewayGuardrails
        | models.ai_gateway.AiGatewayGuardrails
        | Omit = OMIT,
        fallback_config: params.ai_gateway.FallbackConfig
        | models.ai_gateway.FallbackConfig
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ai_gateway.AiGatewayConfig:
        """Replace the AI Gateway settings of a serving endpoint.

        Replaces all settings of the AI Gateway; a part that the request leaves out is off
        afterwards, and an empty object switches all of it off. Changes may take up to a minute to
        hold for queries.

        Args:
            name: Name of the serving endpoint.
            rate_limits: How many requests and tokens callers may use; every limit holds by itself.
            usage_tracking_config: Whether requests are entered in the workspace's system tables on
                usage. Where a model states no usage, the tables count (characters + 1) / 4 tokens.
            inference_table_config: Into which table of Unity Catalog requests and answers are
                logged. Enabling it needs catalog and schema. While it is enabled, the three names
                cannot change: disable it first. Payloads above 1 MB are not logged.
            guardrails: What requests and answers may not hold. A blocked one is answered with 400.
            fallback_config: Whether a request that a served entity fails to answer, for instance
                with 500, is tried with the others, in the order in which they are listed. The first
                success is the answer; if none succeeds, it is the last failure.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "rate_limits": rate_limits,
                "usage_tracking_config": usage_tracking_config,
                "inference_table_config": inference_table_config,
                "guardrails": guardrails,
                "fallback_config": fallback_config,
            },
            options=options,
        )
        return self._transport.request(
            _PUT_AI_GATEWAY, _models.ai_gateway.AiGatewayConfig, arguments
        )

    def update_notifications(
        self,
        name: str,
        *,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.endpoint_settings.ServingEndpointNotifications:
        """Set who is told of updates of a serving endpoint.

        Replaces the addresses that are told by e-mail of updates that succeeded and of those that
        failed. Without email_notifications nobody is told any more.

        Args:
            name: Name of the serving endpoint.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "email_notifications": email_notifications,
            },
            options=options,
        )
        return self._transport.request(
            _UPDATE_NOTIFICATIONS, _models.endpoint_settings.ServingEndpointNotifications, arguments
        )

    def get_permissions(
        self, serving_endpoint_id: str, **options: Unpack[RequestOptions]
    ) -> models.permissions.ServingEndpointPermissions:
        """Read who may do what with a serving endpoint.

        Returns the grants on the endpoint, those that it inherits included.

        Args:
            serving_endpoint_id: Id of the serving endpoint, as reading the endpoint returns it; its
                name is not accepted.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "serving_endpoint_id": serving_endpoint_id,
            },
            options=options,
        )
        return self._transport.request(
            _GET_PERMISSIONS, _models.permissions.ServingEndpointPermissions, arguments
        )

    def set_permissions(
        self,
        serving_endpoint_id: str,
        *,
        access_control_list: Sequence[params.permissions.ServingEndpointAccessControlRequest]
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.permissions.ServingEndpointPermissions:
        """Replace the direct grants on a serving endpoint.

        Replaces all direct grants; without entries it deletes them. Grants that the endpoint
        inherits stay.

        Args:
            serving_endpoint_id: Id of the serving endpoint, as reading the endpoint returns it; its
                name is not accepted.
            access_control_list: One entry for each user, group or service principal; left out, it
                counts as empty.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "serving_endpoint_id": serving_endpoint_id,
            },
            body={
                "access_control_list": access_control_list,
            },
            options=options,
        )
        return self._transport.request(
            _SET_PERMISSIONS, _models.permissions.ServingEndpointPermissions, arguments
        )

    def update_permissions(
        self,
        serving_endpoint_id: str,
        *,
        access_control_list: Sequence[params.permissions.ServingEndpointAccessControlRequest]
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.permissions.ServingEndpointPermissions:
        """Add or change direct grants on a serving endpoint.

        Gives every user, group or service principal that the request names the level that it says;
        the other grants stay.

        Args:
            serving_endpoint_id: Id of the serving endpoint, as reading the endpoint returns it; its
                name is not accepted.
            access_control_list: One entry for each user, group or service principal; left out, it
                counts as empty.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "serving_endpoint_id": serving_endpoint_id,
            },
            body={
                "access_control_list": access_control_list,
            },
            options=options,
        )
        return self._transport.request(
            _UPDATE_PERMISSIONS, _models.permissions.ServingEndpointPermissions, arguments
        )

    def get_permission_levels(
        self, serving_endpoint_id: str, **options: Unpack[RequestOptions]
    ) -> models.permissions.ServingEndpointPermissionLevels:
        """Read which permission levels a serving endpoint has.

        Returns the levels that can be granted on the endpoint, with what each allows.

        Args:
            serving_endpoint_id: Id of the serving endpoint, as reading the endpoint returns it; its
                name is not accepted.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "serving_endpoint_id": serving_endpoint_id,
            },
            options=options,
        )
        return self._transport.request(
            _GET_PERMISSION_LEVELS, _models.permissions.ServingEndpointPermissionLevels, arguments
        )


class AsyncServingEndpoints:
    """The methods of `Client.serving_endpoints`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    async def list(
        self, **options: Unpack[RequestOptions]
    ) -> Page[models.serving_endpoints.ServingEndpoint]:
        """List the serving endpoints.

        Lists all endpoints that the caller may see. There are no pages and no filters.

        Args:
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(options=options)
        answer = await self._transport.request(
            _LIST, _models.serving_endpoints.ListServingEndpointsResponse, arguments
        )
        return Page(answer.endpoints or (), answer)

    async def create(
        self,
        *,
        name: params.serving_endpoints.ResourceName,
        config: params.serving_endpoints.EndpointCoreConfigInput | Omit = OMIT,
        ai_gateway: params.ai_gateway.AiGatewayConfig
        | models.ai_gateway.AiGatewayConfig
        | Omit = OMIT,
        rate_limits: Sequence[
            params.endpoint_settings.RateLimit | models.endpoint_settings.RateLimit
        ]
        | Omit = OMIT,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        tags: Sequence[params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag]
        | Omit = OMIT,
        description: str | Omit = OMIT,
        route_optimized: bool | Omit = OMIT,
        budget_policy_id: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Create a serving endpoint.

        Creates an endpoint and starts to deploy it. Endpoints of external models are ready at once;
        their secrets are stored encrypted and never returned.

        Args:
            name: Letters, digits, dashes and underscores.
            config: What an endpoint is to serve.
            ai_gateway: The AI Gateway of a serving endpoint: rate limits, usage tracking, payload
                logging, guardrails and fallbacks. A part that is left out is off. Endpoints of
                external models, of provisioned throughput and of pay-per-token models have all of
                it, endpoints of agents have inference tables only. Newer documentation calls these
                settings superseded by Unity AI Gateway, whose services are no serving endpoints;
                the API goes on to take them.
            rate_limits: Limits of the older kind, which reading the endpoint does not return.
                Deprecated; those of ai_gateway replace them.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            tags: Tags that end up in the billing logs.
            description: Free text; cannot be changed later.
            route_optimized: Ask for an optimized route; cannot be changed later.
            budget_policy_id: Budget policy to charge; answers name it effective_budget_policy_id.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            body={
                "name": name,
                "config": config,
                "ai_gateway": ai_gateway,
                "rate_limits": rate_limits,
                "email_notifications": email_notifications,
                "tags": tags,
                "description": description,
                "route_optimized": route_optimized,
                "budget_policy_id": budget_policy_id,
            },
            options=options,
        )
        return await self._transport.request(
            _CREATE, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )

    async def get(
        self, name: str, **options: Unpack[RequestOptions]
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Read a serving endpoint.

        Returns the state and the configuration of one endpoint, without secrets.

        Args:
            name: Name of the serving endpoint.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            options=options,
        )
        return await self._transport.request(
            _GET, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )

    async def delete(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a serving endpoint.

        Deletes an endpoint and the secrets that it stored.

        Args:
            name: Name of the serving endpoint.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            options=options,
        )
        await self._transport.request_nothing(_DELETE, arguments)

    async def update_config(
        self,
        name: str,
        *,
        served_entities: Sequence[params.serving_endpoints.ServedEntityInput] | Omit = OMIT,
        traffic_config: params.serving_endpoints.TrafficConfig
        | models.serving_endpoints.TrafficConfig
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace what a serving endpoint serves.

        Replaces the served entities and the traffic split. The old configuration serves until the
        update is done.

        Args:
            name: Name of the serving endpoint.
            served_entities: The models to serve. Their names differ, and external models share one
                task.
            traffic_config: How requests are split over the served entities.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "served_entities": served_entities,
                "traffic_config": traffic_config,
            },
            options=options,
        )
        return await self._transport.request(
            _UPDATE_CONFIG, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )

    async def patch(
        self,
        name: str,
        *,
        add_tags: Sequence[
            params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag
        ]
        | Omit = OMIT,
        delete_tags: Sequence[str] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.endpoint_settings.EndpointTags:
        """Add and delete tags of a serving endpoint.

        Adds tags, replaces the values of those whose keys exist, and deletes others, in one step.
        The tags that the request does not name stay.

        Args:
            name: Name of the serving endpoint.
            add_tags: Tags to add; one whose key exists replaces the value.
            delete_tags: Keys of the tags to delete.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "add_tags": add_tags,
                "delete_tags": delete_tags,
            },
            options=options,
        )
        return await self._transport.request(
            _PATCH, _models.endpoint_settings.EndpointTags, arguments
        )

    async def put(
        self,
        name: str,
        *,
        rate_limits: Sequence[
            params.endpoint_settings.RateLimit | models.endpoint_settings.RateLimit
        ]
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.endpoint_settings.EndpointRateLimits:
        """Replace the older rate limits of a serving endpoint.

        Replaces all limits of this older kind; an empty list removes them. Deprecated:
        putServingEndpointAiGateway, whose limits can also count tokens and name users and groups,
        replaces it.

        Args:
            name: Name of the serving endpoint.
            rate_limits: The limits; reading the endpoint does not return them.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "rate_limits": rate_limits,
            },
            options=options,
        )
        return await self._transport.request(
            _PUT, _models.endpoint_settings.EndpointRateLimits, arguments
        )

    async def put_ai_gateway(
        self,
        name: str,
        *,
        rate_limits: Sequence[
            params.ai_gateway.AiGatewayRateLimit | models.ai_gateway.AiGatewayRateLimit
        ]
        | Omit = OMIT,
        usage_tracking_config: params.ai_gateway.AiGatewayUsageTrackingConfig
        | models.ai_gateway.AiGatewayUsageTrackingConfig
        | Omit = OMIT,
        inference_table_config: params.ai_gateway.AiGatewayInferenceTableConfig
        | models.ai_gateway.AiGatewayInferenceTableConfig
        | Omit = OMIT,
        guardrails: params.ai_gateway.AiGatewayGuardrails
        | models.ai_gateway.AiGatewayGuardrails
        | Omit = OMIT,
        fallback_config: params.ai_gateway.FallbackConfig
        | models.ai_gateway.FallbackConfig
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.ai_gateway.AiGatewayConfig:
        """Replace the AI Gateway settings of a serving endpoint.

        Replaces all settings of the AI Gateway; a part that the request leaves out is off
        afterwards, and an empty object switches all of it off. Changes may take up to a minute to
        hold for queries.

        Args:
            name: Name of the serving endpoint.
            rate_limits: How many requests and tokens callers may use; every limit holds by itself.
            usage_tracking_config: Whether requests are entered in the workspace's system tables on
                usage. Where a model states no usage, the tables count (characters + 1) / 4 tokens.
            inference_table_config: Into which table of Unity Catalog requests and answers are
                logged. Enabling it needs catalog and schema. While it is enabled, the three names
                cannot change: disable it first. Payloads above 1 MB are not logged.
            guardrails: What requests and answers may not hold. A blocked one is answered with 400.
            fallback_config: Whether a request that a served entity fails to answer, for instance
                with 500, is tried with the others, in the order in which they are listed. The first
                success is the answer; if none succeeds, it is the last failure.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "rate_limits": rate_limits,
                "usage_tracking_config": usage_tracking_config,
                "inference_table_config": inference_table_config,
                "guardrails": guardrails,
                "fallback_config": fallback_config,
            },
            options=options,
        )
        return await self._transport.request(
            _PUT_AI_GATEWAY, _models.ai_gateway.AiGatewayConfig, arguments
        )

    async def update_notifications(
        self,
        name: str,
        *,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.endpoint_settings.ServingEndpointNotifications:
        """Set who is told of updates of a serving endpoint.

        Replaces the addresses that are told by e-mail of updates that succeeded and of those that
        failed. Without email_notifications nobody is told any more.

        Args:
            name: Name of the serving endpoint.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "email_notifications": email_notifications,
            },
            options=options,
        )
        return await self._transport.request(
            _UPDATE_NOTIFICATIONS, _models.endpoint_settings.ServingEndpointNotifications, arguments
        )

    async def get_permissions(
        self, serving_endpoint_id: str, **options: Unpack[RequestOptions]
    ) -> models.permissions.ServingEndpointPermissions:
        """Read who may do what with a serving endpoint.

        Returns the grants on the endpoint, those that it inherits included.

        Args:
            serving_endpoint_id: Id of the serving endpoint, as reading the endpoint returns it; its
                name is not accepted.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "serving_endpoint_id": serving_endpoint_id,
            },
            options=options,
        )
        return await self._transport.request(
            _GET_PERMISSIONS, _models.permissions.ServingEndpointPermissions, arguments
        )

    async def set_permissions(
        self,
        serving_endpoint_id: str,
        *,
        access_control_list: Sequence[params.permissions.ServingEndpointAccessControlRequest]
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.permissions.ServingEndpointPermissions:
        """Replace the direct grants on a serving endpoint.

        Replaces all direct grants; without entries it deletes them. Grants that the endpoint
        inherits stay.

        Args:
            serving_endpoint_id: Id of the serving endpoint, as reading the endpoint returns it; its
                name is not accepted.
            access_control_list: One entry for each user, group or service principal; left out, it
                counts as empty.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "serving_endpoint_id": serving_endpoint_id,
            },
            body={
                "access_control_list": access_control_list,
            },
            options=options,
        )
        return await self._transport.request(
            _SET_PERMISSIONS, _models.permissions.ServingEndpointPermissions, arguments
        )

    async def update_permissions(
        self,
        serving_endpoint_id: str,
        *,
        access_control_list: Sequence[params.permissions.ServingEndpointAccessControlRequest]
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.permissions.ServingEndpointPermissions:
        """Add or change direct grants on a serving endpoint.

        Gives every user, group or service principal that the request names the level that it says;
        the other grants stay.

        Args:
            serving_endpoint_id: Id of the serving endpoint, as reading the endpoint returns it; its
                name is not accepted.
            access_control_list: One entry for each user, group or service principal; left out, it
                counts as empty.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "serving_endpoint_id": serving_endpoint_id,
            },
            body={
                "access_control_list": access_control_list,
            },
            options=options,
        )
        return await self._transport.request(
            _UPDATE_PERMISSIONS, _models.permissions.ServingEndpointPermissions, arguments
        )

    async def get_permission_levels(
        self, serving_endpoint_id: str, **options: Unpack[RequestOptions]
    ) -> models.permissions.ServingEndpointPermissionLevels:
        """Read which permission levels a serving endpoint has.

        Returns the levels that can be granted on the endpoint, with what each allows.

        Args:
            serving_endpoint_id: Id of the serving endpoint, as reading the endpoint returns it; its
                name is not accepted.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "serving_endpoint_id": serving_endpoint_id,
            },
            options=options,
        )
        return await self._transport.request(
            _GET_PERMISSION_LEVELS, _models.permissions.ServingEndpointPermissionLevels, arguments
        )
