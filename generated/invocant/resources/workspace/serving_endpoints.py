# Generated from spec/; do not edit.
"""Resources of `workspace.serving_endpoints`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Unpack

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Operation, Parameter
from ..._runtime.options import RequestOptions
from ..._runtime.pages import AsyncPager, Page
from ..._runtime.polling import POLL_INTERVAL, PollInterval
from ..._runtime.wait_rules import Condition, Parts, WaitRule
from ..._runtime.waiting import Waiting

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

_CREATE_PROVISIONED_THROUGHPUT_ENDPOINT: Final = Operation(
    id="createProvisionedThroughputEndpoint",
    method="POST",
    path="/api/2.0/serving-endpoints/pt",
    body=lambda: params.serving_endpoints.CreatePtEndpointRequest,
)

_UPDATE_PROVISIONED_THROUGHPUT_ENDPOINT_CONFIG: Final = Operation(
    id="updateProvisionedThroughputEndpointConfig",
    method="PUT",
    path="/api/2.0/serving-endpoints/pt/{name}/config",
    body=lambda: params.serving_endpoints.UpdatePtEndpointConfigRequest,
)

_GET_MODEL_OPTIMIZATION_INFO: Final = Operation(
    id="getModelOptimizationInfo",
    method="GET",
    path="/api/2.0/serving-endpoints/get-model-optimization-info/{registered_model_name}/{version}",
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

_STOP: Final = Operation(
    id="stopServingEndpoint",
    method="POST",
    path="/api/2.0/serving-endpoints/{name}/config:stop",
)

_START: Final = Operation(
    id="startServingEndpoint",
    method="POST",
    path="/api/2.0/serving-endpoints/{name}/config:start",
)

_PATCH_TELEMETRY_CONFIG: Final = Operation(
    id="patchServingEndpointTelemetryConfig",
    method="PATCH",
    path="/api/2.0/serving-endpoints/{name}/telemetry-config",
    body=lambda: params.serving_endpoints.PatchServingEndpointTelemetryRequest,
)

_BUILD_LOGS: Final = Operation(
    id="getServedModelBuildLogs",
    method="GET",
    path="/api/2.0/serving-endpoints/{name}/served-models/{served_model_name}/build-logs",
    query=(Parameter(name="config_version", key="config_version", type=int),),
)

_LOGS: Final = Operation(
    id="getServedModelLogs",
    method="GET",
    path="/api/2.0/serving-endpoints/{name}/served-models/{served_model_name}/logs",
    query=(Parameter(name="config_version", key="config_version", type=int),),
)

_EXPORT_METRICS: Final = Operation(
    id="exportServingEndpointMetrics",
    method="GET",
    path="/api/2.0/serving-endpoints/{name}/metrics",
    accept="text/plain",
)

_GET_OPEN_API: Final = Operation(
    id="getServingEndpointOpenApi",
    method="GET",
    path="/api/2.0/serving-endpoints/{name}/openapi",
    accept="application/json, text/plain",
)

_UPDATE_CONFIG: Final = Operation(
    id="updateServingEndpointConfig",
    method="PUT",
    path="/api/2.0/serving-endpoints/{name}/config",
    body=lambda: params.served_entities.EndpointCoreConfigInput,
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

_GET_UNTIL_READY: Final = WaitRule(
    goal="ready",
    conditions=(
        Condition(
            at=("state", "config_update"),
            done=frozenset(("NOT_UPDATING",)),
            busy=frozenset(("IN_PROGRESS",)),
            failed={
                "UPDATE_FAILED": "its last update failed",
                "UPDATE_CANCELED": "its last update was cancelled",
            },
        ),
        Condition(
            at=("state", "suspend"),
            failed={"STOPPED": "it is stopped and has to be started first"},
        ),
        Condition(
            at=("state", "ready"),
            done=frozenset(("READY",)),
            pending=frozenset(("NOT_READY",)),
        ),
    ),
    parts=Parts(
        lists=(
            ("pending_config", "served_entities"),
            ("pending_config", "served_models"),
            ("config", "served_entities"),
            ("config", "served_models"),
        ),
        name=("name",),
        state=("state", "deployment"),
        message=("state", "deployment_state_message"),
        failed=frozenset(("DEPLOYMENT_FAILED", "DEPLOYMENT_ABORTED")),
    ),
)

_GET_UNTIL_STOPPED: Final = WaitRule(
    goal="stopped",
    conditions=(
        Condition(
            at=("state", "suspend"),
            pending=frozenset(("NOT_SUSPENDED",)),
        ),
        Condition(
            at=("state", "ready"),
            done=frozenset(("NOT_READY",)),
            pending=frozenset(("READY",)),
        ),
    ),
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
        name: params.scalars.ResourceName,
        config: params.served_entities.EndpointCoreConfigInput | Omit = OMIT,
        ai_gateway: params.ai_gateway.AiGatewayConfig
        | models.ai_gateway.AiGatewayConfig
        | Omit = OMIT,
        rate_limits: Sequence[
            params.endpoint_settings.RateLimit | models.endpoint_settings.RateLimit
        ]
        | Omit = OMIT,
        tags: Sequence[params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag]
        | Omit = OMIT,
        description: str | Omit = OMIT,
        route_optimized: bool | Omit = OMIT,
        budget_policy_id: str | Omit = OMIT,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        telemetry_config: params.telemetry.TelemetryConfig
        | models.telemetry.TelemetryConfig
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Create a serving endpoint.

        Creates an endpoint and starts to deploy it. Endpoints of external models are ready at once;
        their secrets are stored encrypted and never returned. Other models take minutes to hours:
        state.config_update is IN_PROGRESS and pending_config holds the configuration until it
        serves. A workspace has at most 1,000 endpoints, and takes 50 creates and updates in 5
        minutes. No reference knows an idempotency key: where the answer was lost, read the endpoint
        of that name before creating it again.

        Args:
            name: Name, unique in the workspace. The beginning databricks- is reserved. Cannot be
                changed later.
            config: What an endpoint is to serve: external models, custom models and feature specs,
                or models with provisioned throughput, but never a mixture of these.
            ai_gateway: The AI Gateway of a serving endpoint: rate limits, usage tracking, payload
                logging, guardrails and fallbacks. A part that is left out is off. Endpoints of
                external models, of provisioned throughput and of pay-per-token models have all of
                it, endpoints of agents have inference tables only. Newer documentation calls these
                settings superseded by Unity AI Gateway, whose services are no serving endpoints;
                the API goes on to take them.
            rate_limits: Limits of requests, never returned. Use the rate limits of ai_gateway
                instead.
            tags: Tags that end up in the billing logs.
            description: Free text; cannot be changed later.
            route_optimized: Ask for an optimized route, which custom models and feature specs can
                have; false by default, cannot be changed later.
            budget_policy_id: Budget policy to charge; answers name it effective_budget_policy_id.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            telemetry_config: What to record; dropped without a word for endpoints that serve no
                custom model.
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
                "tags": tags,
                "description": description,
                "route_optimized": route_optimized,
                "budget_policy_id": budget_policy_id,
                "email_notifications": email_notifications,
                "telemetry_config": telemetry_config,
            },
            options=options,
        )
        return self._transport.request(
            _CREATE, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )

    def create_provisioned_throughput_endpoint(
        self,
        *,
        name: params.scalars.ResourceName,
        config: params.served_entities.PtEndpointCoreConfig,
        ai_gateway: params.ai_gateway.AiGatewayConfig
        | models.ai_gateway.AiGatewayConfig
        | Omit = OMIT,
        budget_policy_id: str | Omit = OMIT,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        tags: Sequence[params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag]
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Create a serving endpoint with provisioned throughput.

        Creates an endpoint of hosted models whose throughput is counted in model units. Public
        preview. An endpoint may be named pt all the same: this path has no other method, so reading
        and deleting it reach the endpoint of that name.

        Args:
            name: Name, unique in the workspace. The beginning databricks- is reserved. Cannot be
                changed later.
            config: What an endpoint with provisioned throughput is to serve.
            ai_gateway: The AI Gateway of a serving endpoint: rate limits, usage tracking, payload
                logging, guardrails and fallbacks. A part that is left out is off. Endpoints of
                external models, of provisioned throughput and of pay-per-token models have all of
                it, endpoints of agents have inference tables only. Newer documentation calls these
                settings superseded by Unity AI Gateway, whose services are no serving endpoints;
                the API goes on to take them.
            budget_policy_id: Budget policy to charge; answers name it effective_budget_policy_id.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            tags: Tags that end up in the billing logs.
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
                "budget_policy_id": budget_policy_id,
                "email_notifications": email_notifications,
                "tags": tags,
            },
            options=options,
        )
        return self._transport.request(
            _CREATE_PROVISIONED_THROUGHPUT_ENDPOINT,
            _models.serving_endpoints.ServingEndpointDetailed,
            arguments,
        )

    def update_provisioned_throughput_endpoint_config(
        self,
        name: str,
        *,
        config: params.served_entities.PtEndpointCoreConfig,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace what a serving endpoint with provisioned throughput serves.

        Replaces the served entities and the traffic split of an endpoint whose throughput is
        counted in model units. The change takes effect at once. Public preview.

        Args:
            name: Name of the serving endpoint.
            config: What an endpoint with provisioned throughput is to serve.
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
                "config": config,
            },
            options=options,
        )
        return self._transport.request(
            _UPDATE_PROVISIONED_THROUGHPUT_ENDPOINT_CONFIG,
            _models.serving_endpoints.ServingEndpointDetailed,
            arguments,
        )

    def get_model_optimization_info(
        self, registered_model_name: str, version: str, **options: Unpack[RequestOptions]
    ) -> models.serving_endpoints.ModelOptimizationInfo:
        """Read how a model's throughput can be provisioned.

        Tells whether a model can be served with provisioned throughput in tokens a second, and the
        chunks in which it is provisioned. Documented, but in no SDK.

        Args:
            registered_model_name: Name of the model in Unity Catalog, as catalog.schema.model.
            version: Version of the model.
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
                "registered_model_name": registered_model_name,
                "version": version,
            },
            options=options,
        )
        return self._transport.request(
            _GET_MODEL_OPTIMIZATION_INFO, _models.serving_endpoints.ModelOptimizationInfo, arguments
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

    def stop(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Stop a serving endpoint.

        Takes an endpoint of custom models out of service; nothing is paid for it until it is
        started again. Queries are then refused with 400. Refused for other endpoints, and while an
        update runs. Documented, but in no SDK; what the answer holds is not documented, so read the
        endpoint for its state.

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
        self._transport.request_nothing(_STOP, arguments)

    def start(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Start a serving endpoint that was stopped.

        Deploys what a stopped endpoint served before, as the next version of its configuration.
        Documented, but in no SDK; what the answer holds is not documented, so read the endpoint for
        its state.

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
        self._transport.request_nothing(_START, arguments)

    def patch_telemetry_config(
        self,
        name: str,
        *,
        telemetry_config: params.telemetry.TelemetryConfig
        | models.telemetry.TelemetryConfig
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace or remove the telemetry of a serving endpoint.

        Replaces what is recorded of an endpoint of custom models; without telemetry_config nothing
        is recorded any more. Other endpoints are refused with 400, one whose configuration is being
        updated with 409.

        Args:
            name: Name of the serving endpoint.
            telemetry_config: What to record; without it nothing is recorded any more.
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
                "telemetry_config": telemetry_config,
            },
            options=options,
        )
        return self._transport.request(
            _PATCH_TELEMETRY_CONFIG, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )

    def build_logs(
        self,
        name: str,
        served_model_name: str,
        *,
        config_version: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.BuildLogsResponse:
        """Read how the container of a served model was built.

        Returns what the build of a served model's container has written, of the newest
        configuration by default.

        Args:
            name: Name of the serving endpoint.
            served_model_name: Name of one of the endpoint's served entities.
            config_version: Number of the configuration to read of; the newest by default.
                Documented, but in no SDK.
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
                "served_model_name": served_model_name,
            },
            parameters={
                "config_version": config_version,
            },
            options=options,
        )
        return self._transport.request(
            _BUILD_LOGS, _models.serving_endpoints.BuildLogsResponse, arguments
        )

    def logs(
        self,
        name: str,
        served_model_name: str,
        *,
        config_version: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServerLogsResponse:
        """Read the log of a served model.

        Returns the last lines that a served model has written, of the newest configuration by
        default.

        Args:
            name: Name of the serving endpoint.
            served_model_name: Name of one of the endpoint's served entities.
            config_version: Number of the configuration to read of; the newest by default.
                Documented, but in no SDK.
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
                "served_model_name": served_model_name,
            },
            parameters={
                "config_version": config_version,
            },
            options=options,
        )
        return self._transport.request(
            _LOGS, _models.serving_endpoints.ServerLogsResponse, arguments
        )

    def export_metrics(self, name: str, **options: Unpack[RequestOptions]) -> str:
        """Read the metrics of a serving endpoint.

        Returns measurements of the endpoint, and of what it serves, in the text format of
        Prometheus. Among them are the gauges cpu_usage_percentage, mem_usage_percentage and
        provisioned_concurrent_requests_total, the counters request_count_total,
        request_4xx_count_total and request_5xx_count_total, and the histogram request_latency_ms,
        in milliseconds.

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
        return self._transport.request_text(_EXPORT_METRICS, arguments)

    def get_open_api(
        self, name: str, **options: Unpack[RequestOptions]
    ) -> models.serving_endpoints.EndpointOpenApi:
        """Read how a serving endpoint is queried.

        Returns an OpenAPI 3.1.0 document of the endpoint's models, made of the signatures with
        which they were logged. The endpoint has to be ready. Real documents have defaults of
        another type than their schema and examples in odd places, so read them leniently. Public
        preview.

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
            _GET_OPEN_API, _models.serving_endpoints.EndpointOpenApi, arguments
        )

    def update_config(
        self,
        name: str,
        *,
        served_entities: Sequence[params.served_entities.ServedEntityInput] | Omit = OMIT,
        served_models: Sequence[params.served_entities.ServedModelInput] | Omit = OMIT,
        traffic_config: params.served_entities.TrafficConfig
        | models.served_entities.TrafficConfig
        | Omit = OMIT,
        auto_capture_config: params.served_entities.AutoCaptureConfigInput | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace what a serving endpoint serves.

        Replaces the served entities and the traffic split by the next version of the configuration.
        The old configuration serves until the update is done, and goes on serving when it fails.
        While one update is IN_PROGRESS another is refused with 409. External models cannot take the
        place of other models, nor the other way round.

        Args:
            name: Name of the serving endpoint.
            served_entities: The models to serve. Their names differ, and external models share one
                task.
            served_models: The models to serve, in an older form. Use served_entities instead, never
                both.
            traffic_config: How requests are split over the served entities. Needed for more than
                one entity; a single one gets everything.
            auto_capture_config: Tables of requests and answers, in an older form. Use the inference
                table of ai_gateway instead.
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
                "served_models": served_models,
                "traffic_config": traffic_config,
                "auto_capture_config": auto_capture_config,
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

    def create_and_wait(
        self,
        *,
        name: params.scalars.ResourceName,
        config: params.served_entities.EndpointCoreConfigInput | Omit = OMIT,
        ai_gateway: params.ai_gateway.AiGatewayConfig
        | models.ai_gateway.AiGatewayConfig
        | Omit = OMIT,
        rate_limits: Sequence[
            params.endpoint_settings.RateLimit | models.endpoint_settings.RateLimit
        ]
        | Omit = OMIT,
        tags: Sequence[params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag]
        | Omit = OMIT,
        description: str | Omit = OMIT,
        route_optimized: bool | Omit = OMIT,
        budget_policy_id: str | Omit = OMIT,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        telemetry_config: params.telemetry.TelemetryConfig
        | models.telemetry.TelemetryConfig
        | Omit = OMIT,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Create a serving endpoint and wait until it serves.

        Creates an endpoint as create does, then reads it until it is ready. Deployments take
        minutes to hours; the default of wait_timeout is longer than the platform's own limit. When
        the waiting fails the endpoint exists all the same; the error says so.

        Args:
            name: Name, unique in the workspace. The beginning databricks- is reserved. Cannot be
                changed later.
            config: What an endpoint is to serve: external models, custom models and feature specs,
                or models with provisioned throughput, but never a mixture of these.
            ai_gateway: The AI Gateway of a serving endpoint: rate limits, usage tracking, payload
                logging, guardrails and fallbacks. A part that is left out is off. Endpoints of
                external models, of provisioned throughput and of pay-per-token models have all of
                it, endpoints of agents have inference tables only. Newer documentation calls these
                settings superseded by Unity AI Gateway, whose services are no serving endpoints;
                the API goes on to take them.
            rate_limits: Limits of requests, never returned. Use the rate limits of ai_gateway
                instead.
            tags: Tags that end up in the billing logs.
            description: Free text; cannot be changed later.
            route_optimized: Ask for an optimized route, which custom models and feature specs can
                have; false by default, cannot be changed later.
            budget_policy_id: Budget policy to charge; answers name it effective_budget_policy_id.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            telemetry_config: What to record; dropped without a word for endpoints that serve no
                custom model.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._sync.waiting import Waiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
            remains="the endpoint was created and exists",
        )
        waiter = Waiter(self._transport, waiting)
        arguments = Arguments(
            body={
                "name": name,
                "config": config,
                "ai_gateway": ai_gateway,
                "rate_limits": rate_limits,
                "tags": tags,
                "description": description,
                "route_optimized": route_optimized,
                "budget_policy_id": budget_policy_id,
                "email_notifications": email_notifications,
                "telemetry_config": telemetry_config,
            },
            options=options,
        )
        return waiter.after(_CREATE, _models.serving_endpoints.ServingEndpointDetailed, arguments)

    def create_provisioned_throughput_endpoint_and_wait(
        self,
        *,
        name: params.scalars.ResourceName,
        config: params.served_entities.PtEndpointCoreConfig,
        ai_gateway: params.ai_gateway.AiGatewayConfig
        | models.ai_gateway.AiGatewayConfig
        | Omit = OMIT,
        budget_policy_id: str | Omit = OMIT,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        tags: Sequence[params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag]
        | Omit = OMIT,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Create a serving endpoint with provisioned throughput and wait until it serves.

        Creates an endpoint as create_provisioned_throughput_endpoint does, then reads it until it
        is ready. When the waiting fails the endpoint exists all the same; the error says so. Public
        preview.

        Args:
            name: Name, unique in the workspace. The beginning databricks- is reserved. Cannot be
                changed later.
            config: What an endpoint with provisioned throughput is to serve.
            ai_gateway: The AI Gateway of a serving endpoint: rate limits, usage tracking, payload
                logging, guardrails and fallbacks. A part that is left out is off. Endpoints of
                external models, of provisioned throughput and of pay-per-token models have all of
                it, endpoints of agents have inference tables only. Newer documentation calls these
                settings superseded by Unity AI Gateway, whose services are no serving endpoints;
                the API goes on to take them.
            budget_policy_id: Budget policy to charge; answers name it effective_budget_policy_id.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            tags: Tags that end up in the billing logs.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._sync.waiting import Waiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
            remains="the endpoint was created and exists",
        )
        waiter = Waiter(self._transport, waiting)
        arguments = Arguments(
            body={
                "name": name,
                "config": config,
                "ai_gateway": ai_gateway,
                "budget_policy_id": budget_policy_id,
                "email_notifications": email_notifications,
                "tags": tags,
            },
            options=options,
        )
        return waiter.after(
            _CREATE_PROVISIONED_THROUGHPUT_ENDPOINT,
            _models.serving_endpoints.ServingEndpointDetailed,
            arguments,
        )

    def update_provisioned_throughput_endpoint_config_and_wait(
        self,
        name: str,
        *,
        config: params.served_entities.PtEndpointCoreConfig,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace what an endpoint with provisioned throughput serves and wait until that serves.

        Replaces the configuration as update_provisioned_throughput_endpoint_config does, then reads
        the endpoint until the new one serves. Public preview.

        Args:
            name: Name of the serving endpoint.
            config: What an endpoint with provisioned throughput is to serve.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._sync.waiting import Waiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
        )
        waiter = Waiter(self._transport, waiting)
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "config": config,
            },
            options=options,
        )
        return waiter.after(
            _UPDATE_PROVISIONED_THROUGHPUT_ENDPOINT_CONFIG,
            _models.serving_endpoints.ServingEndpointDetailed,
            arguments,
        )

    def wait_until_ready(
        self,
        name: str,
        *,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Wait until a serving endpoint serves what it was given last.

        Reads the endpoint until no update of its configuration runs and it is ready. An endpoint
        whose last update failed is a failure even where an older configuration goes on serving, and
        so is one that was stopped. The default of wait_timeout is longer than three tries of the
        longest deployment that is documented, 120 minutes on large GPUs: the platform has said by
        then how it ended.

        Args:
            name: Name of the serving endpoint.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._sync.waiting import Waiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
        )
        waiter = Waiter(self._transport, waiting)
        return waiter.wait(options)

    def stop_and_wait(
        self,
        name: str,
        *,
        wait_timeout: float | None = 1200.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Stop a serving endpoint and wait until it is stopped.

        Stops the endpoint as stop does, then reads it until it serves no more and its state, where
        it tells, says so.

        Args:
            name: Name of the serving endpoint.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._sync.waiting import Waiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_STOPPED,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
        )
        waiter = Waiter(self._transport, waiting)
        arguments = Arguments(
            path={
                "name": name,
            },
            options=options,
        )
        return waiter.after(_STOP, None, arguments)

    def start_and_wait(
        self,
        name: str,
        *,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Start a serving endpoint that was stopped and wait until it serves.

        Starts the endpoint as start does, then reads it until what it served before is deployed and
        ready.

        Args:
            name: Name of the serving endpoint.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._sync.waiting import Waiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
        )
        waiter = Waiter(self._transport, waiting)
        arguments = Arguments(
            path={
                "name": name,
            },
            options=options,
        )
        return waiter.after(_START, None, arguments)

    def update_config_and_wait(
        self,
        name: str,
        *,
        served_entities: Sequence[params.served_entities.ServedEntityInput] | Omit = OMIT,
        served_models: Sequence[params.served_entities.ServedModelInput] | Omit = OMIT,
        traffic_config: params.served_entities.TrafficConfig
        | models.served_entities.TrafficConfig
        | Omit = OMIT,
        auto_capture_config: params.served_entities.AutoCaptureConfigInput | Omit = OMIT,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace what a serving endpoint serves and wait until that serves.

        Replaces the configuration as update_config does, then reads the endpoint until the new one
        serves. An update that fails or is cancelled raises EndpointFailed, also while the old
        configuration goes on serving.

        Args:
            name: Name of the serving endpoint.
            served_entities: The models to serve. Their names differ, and external models share one
                task.
            served_models: The models to serve, in an older form. Use served_entities instead, never
                both.
            traffic_config: How requests are split over the served entities. Needed for more than
                one entity; a single one gets everything.
            auto_capture_config: Tables of requests and answers, in an older form. Use the inference
                table of ai_gateway instead.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._sync.waiting import Waiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
        )
        waiter = Waiter(self._transport, waiting)
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "served_entities": served_entities,
                "served_models": served_models,
                "traffic_config": traffic_config,
                "auto_capture_config": auto_capture_config,
            },
            options=options,
        )
        return waiter.after(
            _UPDATE_CONFIG, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )


class AsyncServingEndpoints:
    """The methods of `Client.serving_endpoints`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncPager[models.serving_endpoints.ServingEndpoint]:
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

        async def fetch() -> Page[models.serving_endpoints.ServingEndpoint]:
            answer = await self._transport.request(
                _LIST, _models.serving_endpoints.ListServingEndpointsResponse, arguments
            )
            return Page(answer.endpoints or (), answer)

        return AsyncPager(fetch)

    async def create(
        self,
        *,
        name: params.scalars.ResourceName,
        config: params.served_entities.EndpointCoreConfigInput | Omit = OMIT,
        ai_gateway: params.ai_gateway.AiGatewayConfig
        | models.ai_gateway.AiGatewayConfig
        | Omit = OMIT,
        rate_limits: Sequence[
            params.endpoint_settings.RateLimit | models.endpoint_settings.RateLimit
        ]
        | Omit = OMIT,
        tags: Sequence[params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag]
        | Omit = OMIT,
        description: str | Omit = OMIT,
        route_optimized: bool | Omit = OMIT,
        budget_policy_id: str | Omit = OMIT,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        telemetry_config: params.telemetry.TelemetryConfig
        | models.telemetry.TelemetryConfig
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Create a serving endpoint.

        Creates an endpoint and starts to deploy it. Endpoints of external models are ready at once;
        their secrets are stored encrypted and never returned. Other models take minutes to hours:
        state.config_update is IN_PROGRESS and pending_config holds the configuration until it
        serves. A workspace has at most 1,000 endpoints, and takes 50 creates and updates in 5
        minutes. No reference knows an idempotency key: where the answer was lost, read the endpoint
        of that name before creating it again.

        Args:
            name: Name, unique in the workspace. The beginning databricks- is reserved. Cannot be
                changed later.
            config: What an endpoint is to serve: external models, custom models and feature specs,
                or models with provisioned throughput, but never a mixture of these.
            ai_gateway: The AI Gateway of a serving endpoint: rate limits, usage tracking, payload
                logging, guardrails and fallbacks. A part that is left out is off. Endpoints of
                external models, of provisioned throughput and of pay-per-token models have all of
                it, endpoints of agents have inference tables only. Newer documentation calls these
                settings superseded by Unity AI Gateway, whose services are no serving endpoints;
                the API goes on to take them.
            rate_limits: Limits of requests, never returned. Use the rate limits of ai_gateway
                instead.
            tags: Tags that end up in the billing logs.
            description: Free text; cannot be changed later.
            route_optimized: Ask for an optimized route, which custom models and feature specs can
                have; false by default, cannot be changed later.
            budget_policy_id: Budget policy to charge; answers name it effective_budget_policy_id.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            telemetry_config: What to record; dropped without a word for endpoints that serve no
                custom model.
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
                "tags": tags,
                "description": description,
                "route_optimized": route_optimized,
                "budget_policy_id": budget_policy_id,
                "email_notifications": email_notifications,
                "telemetry_config": telemetry_config,
            },
            options=options,
        )
        return await self._transport.request(
            _CREATE, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )

    async def create_provisioned_throughput_endpoint(
        self,
        *,
        name: params.scalars.ResourceName,
        config: params.served_entities.PtEndpointCoreConfig,
        ai_gateway: params.ai_gateway.AiGatewayConfig
        | models.ai_gateway.AiGatewayConfig
        | Omit = OMIT,
        budget_policy_id: str | Omit = OMIT,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        tags: Sequence[params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag]
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Create a serving endpoint with provisioned throughput.

        Creates an endpoint of hosted models whose throughput is counted in model units. Public
        preview. An endpoint may be named pt all the same: this path has no other method, so reading
        and deleting it reach the endpoint of that name.

        Args:
            name: Name, unique in the workspace. The beginning databricks- is reserved. Cannot be
                changed later.
            config: What an endpoint with provisioned throughput is to serve.
            ai_gateway: The AI Gateway of a serving endpoint: rate limits, usage tracking, payload
                logging, guardrails and fallbacks. A part that is left out is off. Endpoints of
                external models, of provisioned throughput and of pay-per-token models have all of
                it, endpoints of agents have inference tables only. Newer documentation calls these
                settings superseded by Unity AI Gateway, whose services are no serving endpoints;
                the API goes on to take them.
            budget_policy_id: Budget policy to charge; answers name it effective_budget_policy_id.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            tags: Tags that end up in the billing logs.
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
                "budget_policy_id": budget_policy_id,
                "email_notifications": email_notifications,
                "tags": tags,
            },
            options=options,
        )
        return await self._transport.request(
            _CREATE_PROVISIONED_THROUGHPUT_ENDPOINT,
            _models.serving_endpoints.ServingEndpointDetailed,
            arguments,
        )

    async def update_provisioned_throughput_endpoint_config(
        self,
        name: str,
        *,
        config: params.served_entities.PtEndpointCoreConfig,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace what a serving endpoint with provisioned throughput serves.

        Replaces the served entities and the traffic split of an endpoint whose throughput is
        counted in model units. The change takes effect at once. Public preview.

        Args:
            name: Name of the serving endpoint.
            config: What an endpoint with provisioned throughput is to serve.
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
                "config": config,
            },
            options=options,
        )
        return await self._transport.request(
            _UPDATE_PROVISIONED_THROUGHPUT_ENDPOINT_CONFIG,
            _models.serving_endpoints.ServingEndpointDetailed,
            arguments,
        )

    async def get_model_optimization_info(
        self, registered_model_name: str, version: str, **options: Unpack[RequestOptions]
    ) -> models.serving_endpoints.ModelOptimizationInfo:
        """Read how a model's throughput can be provisioned.

        Tells whether a model can be served with provisioned throughput in tokens a second, and the
        chunks in which it is provisioned. Documented, but in no SDK.

        Args:
            registered_model_name: Name of the model in Unity Catalog, as catalog.schema.model.
            version: Version of the model.
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
                "registered_model_name": registered_model_name,
                "version": version,
            },
            options=options,
        )
        return await self._transport.request(
            _GET_MODEL_OPTIMIZATION_INFO, _models.serving_endpoints.ModelOptimizationInfo, arguments
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

    async def stop(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Stop a serving endpoint.

        Takes an endpoint of custom models out of service; nothing is paid for it until it is
        started again. Queries are then refused with 400. Refused for other endpoints, and while an
        update runs. Documented, but in no SDK; what the answer holds is not documented, so read the
        endpoint for its state.

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
        await self._transport.request_nothing(_STOP, arguments)

    async def start(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Start a serving endpoint that was stopped.

        Deploys what a stopped endpoint served before, as the next version of its configuration.
        Documented, but in no SDK; what the answer holds is not documented, so read the endpoint for
        its state.

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
        await self._transport.request_nothing(_START, arguments)

    async def patch_telemetry_config(
        self,
        name: str,
        *,
        telemetry_config: params.telemetry.TelemetryConfig
        | models.telemetry.TelemetryConfig
        | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace or remove the telemetry of a serving endpoint.

        Replaces what is recorded of an endpoint of custom models; without telemetry_config nothing
        is recorded any more. Other endpoints are refused with 400, one whose configuration is being
        updated with 409.

        Args:
            name: Name of the serving endpoint.
            telemetry_config: What to record; without it nothing is recorded any more.
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
                "telemetry_config": telemetry_config,
            },
            options=options,
        )
        return await self._transport.request(
            _PATCH_TELEMETRY_CONFIG, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )

    async def build_logs(
        self,
        name: str,
        served_model_name: str,
        *,
        config_version: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.BuildLogsResponse:
        """Read how the container of a served model was built.

        Returns what the build of a served model's container has written, of the newest
        configuration by default.

        Args:
            name: Name of the serving endpoint.
            served_model_name: Name of one of the endpoint's served entities.
            config_version: Number of the configuration to read of; the newest by default.
                Documented, but in no SDK.
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
                "served_model_name": served_model_name,
            },
            parameters={
                "config_version": config_version,
            },
            options=options,
        )
        return await self._transport.request(
            _BUILD_LOGS, _models.serving_endpoints.BuildLogsResponse, arguments
        )

    async def logs(
        self,
        name: str,
        served_model_name: str,
        *,
        config_version: int | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServerLogsResponse:
        """Read the log of a served model.

        Returns the last lines that a served model has written, of the newest configuration by
        default.

        Args:
            name: Name of the serving endpoint.
            served_model_name: Name of one of the endpoint's served entities.
            config_version: Number of the configuration to read of; the newest by default.
                Documented, but in no SDK.
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
                "served_model_name": served_model_name,
            },
            parameters={
                "config_version": config_version,
            },
            options=options,
        )
        return await self._transport.request(
            _LOGS, _models.serving_endpoints.ServerLogsResponse, arguments
        )

    async def export_metrics(self, name: str, **options: Unpack[RequestOptions]) -> str:
        """Read the metrics of a serving endpoint.

        Returns measurements of the endpoint, and of what it serves, in the text format of
        Prometheus. Among them are the gauges cpu_usage_percentage, mem_usage_percentage and
        provisioned_concurrent_requests_total, the counters request_count_total,
        request_4xx_count_total and request_5xx_count_total, and the histogram request_latency_ms,
        in milliseconds.

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
        return await self._transport.request_text(_EXPORT_METRICS, arguments)

    async def get_open_api(
        self, name: str, **options: Unpack[RequestOptions]
    ) -> models.serving_endpoints.EndpointOpenApi:
        """Read how a serving endpoint is queried.

        Returns an OpenAPI 3.1.0 document of the endpoint's models, made of the signatures with
        which they were logged. The endpoint has to be ready. Real documents have defaults of
        another type than their schema and examples in odd places, so read them leniently. Public
        preview.

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
            _GET_OPEN_API, _models.serving_endpoints.EndpointOpenApi, arguments
        )

    async def update_config(
        self,
        name: str,
        *,
        served_entities: Sequence[params.served_entities.ServedEntityInput] | Omit = OMIT,
        served_models: Sequence[params.served_entities.ServedModelInput] | Omit = OMIT,
        traffic_config: params.served_entities.TrafficConfig
        | models.served_entities.TrafficConfig
        | Omit = OMIT,
        auto_capture_config: params.served_entities.AutoCaptureConfigInput | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace what a serving endpoint serves.

        Replaces the served entities and the traffic split by the next version of the configuration.
        The old configuration serves until the update is done, and goes on serving when it fails.
        While one update is IN_PROGRESS another is refused with 409. External models cannot take the
        place of other models, nor the other way round.

        Args:
            name: Name of the serving endpoint.
            served_entities: The models to serve. Their names differ, and external models share one
                task.
            served_models: The models to serve, in an older form. Use served_entities instead, never
                both.
            traffic_config: How requests are split over the served entities. Needed for more than
                one entity; a single one gets everything.
            auto_capture_config: Tables of requests and answers, in an older form. Use the inference
                table of ai_gateway instead.
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
                "served_models": served_models,
                "traffic_config": traffic_config,
                "auto_capture_config": auto_capture_config,
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

    async def create_and_wait(
        self,
        *,
        name: params.scalars.ResourceName,
        config: params.served_entities.EndpointCoreConfigInput | Omit = OMIT,
        ai_gateway: params.ai_gateway.AiGatewayConfig
        | models.ai_gateway.AiGatewayConfig
        | Omit = OMIT,
        rate_limits: Sequence[
            params.endpoint_settings.RateLimit | models.endpoint_settings.RateLimit
        ]
        | Omit = OMIT,
        tags: Sequence[params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag]
        | Omit = OMIT,
        description: str | Omit = OMIT,
        route_optimized: bool | Omit = OMIT,
        budget_policy_id: str | Omit = OMIT,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        telemetry_config: params.telemetry.TelemetryConfig
        | models.telemetry.TelemetryConfig
        | Omit = OMIT,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Create a serving endpoint and wait until it serves.

        Creates an endpoint as create does, then reads it until it is ready. Deployments take
        minutes to hours; the default of wait_timeout is longer than the platform's own limit. When
        the waiting fails the endpoint exists all the same; the error says so.

        Args:
            name: Name, unique in the workspace. The beginning databricks- is reserved. Cannot be
                changed later.
            config: What an endpoint is to serve: external models, custom models and feature specs,
                or models with provisioned throughput, but never a mixture of these.
            ai_gateway: The AI Gateway of a serving endpoint: rate limits, usage tracking, payload
                logging, guardrails and fallbacks. A part that is left out is off. Endpoints of
                external models, of provisioned throughput and of pay-per-token models have all of
                it, endpoints of agents have inference tables only. Newer documentation calls these
                settings superseded by Unity AI Gateway, whose services are no serving endpoints;
                the API goes on to take them.
            rate_limits: Limits of requests, never returned. Use the rate limits of ai_gateway
                instead.
            tags: Tags that end up in the billing logs.
            description: Free text; cannot be changed later.
            route_optimized: Ask for an optimized route, which custom models and feature specs can
                have; false by default, cannot be changed later.
            budget_policy_id: Budget policy to charge; answers name it effective_budget_policy_id.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            telemetry_config: What to record; dropped without a word for endpoints that serve no
                custom model.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._async.waiting import AsyncWaiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
            remains="the endpoint was created and exists",
        )
        waiter = AsyncWaiter(self._transport, waiting)
        arguments = Arguments(
            body={
                "name": name,
                "config": config,
                "ai_gateway": ai_gateway,
                "rate_limits": rate_limits,
                "tags": tags,
                "description": description,
                "route_optimized": route_optimized,
                "budget_policy_id": budget_policy_id,
                "email_notifications": email_notifications,
                "telemetry_config": telemetry_config,
            },
            options=options,
        )
        return await waiter.after(
            _CREATE, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )

    async def create_provisioned_throughput_endpoint_and_wait(
        self,
        *,
        name: params.scalars.ResourceName,
        config: params.served_entities.PtEndpointCoreConfig,
        ai_gateway: params.ai_gateway.AiGatewayConfig
        | models.ai_gateway.AiGatewayConfig
        | Omit = OMIT,
        budget_policy_id: str | Omit = OMIT,
        email_notifications: params.endpoint_settings.EmailNotifications
        | models.endpoint_settings.EmailNotifications
        | Omit = OMIT,
        tags: Sequence[params.endpoint_settings.EndpointTag | models.endpoint_settings.EndpointTag]
        | Omit = OMIT,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Create a serving endpoint with provisioned throughput and wait until it serves.

        Creates an endpoint as create_provisioned_throughput_endpoint does, then reads it until it
        is ready. When the waiting fails the endpoint exists all the same; the error says so. Public
        preview.

        Args:
            name: Name, unique in the workspace. The beginning databricks- is reserved. Cannot be
                changed later.
            config: What an endpoint with provisioned throughput is to serve.
            ai_gateway: The AI Gateway of a serving endpoint: rate limits, usage tracking, payload
                logging, guardrails and fallbacks. A part that is left out is off. Endpoints of
                external models, of provisioned throughput and of pay-per-token models have all of
                it, endpoints of agents have inference tables only. Newer documentation calls these
                settings superseded by Unity AI Gateway, whose services are no serving endpoints;
                the API goes on to take them.
            budget_policy_id: Budget policy to charge; answers name it effective_budget_policy_id.
            email_notifications: Who is told by e-mail how an update of the endpoint's configuration
                or state went.
            tags: Tags that end up in the billing logs.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._async.waiting import AsyncWaiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
            remains="the endpoint was created and exists",
        )
        waiter = AsyncWaiter(self._transport, waiting)
        arguments = Arguments(
            body={
                "name": name,
                "config": config,
                "ai_gateway": ai_gateway,
                "budget_policy_id": budget_policy_id,
                "email_notifications": email_notifications,
                "tags": tags,
            },
            options=options,
        )
        return await waiter.after(
            _CREATE_PROVISIONED_THROUGHPUT_ENDPOINT,
            _models.serving_endpoints.ServingEndpointDetailed,
            arguments,
        )

    async def update_provisioned_throughput_endpoint_config_and_wait(
        self,
        name: str,
        *,
        config: params.served_entities.PtEndpointCoreConfig,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace what an endpoint with provisioned throughput serves and wait until that serves.

        Replaces the configuration as update_provisioned_throughput_endpoint_config does, then reads
        the endpoint until the new one serves. Public preview.

        Args:
            name: Name of the serving endpoint.
            config: What an endpoint with provisioned throughput is to serve.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._async.waiting import AsyncWaiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
        )
        waiter = AsyncWaiter(self._transport, waiting)
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "config": config,
            },
            options=options,
        )
        return await waiter.after(
            _UPDATE_PROVISIONED_THROUGHPUT_ENDPOINT_CONFIG,
            _models.serving_endpoints.ServingEndpointDetailed,
            arguments,
        )

    async def wait_until_ready(
        self,
        name: str,
        *,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Wait until a serving endpoint serves what it was given last.

        Reads the endpoint until no update of its configuration runs and it is ready. An endpoint
        whose last update failed is a failure even where an older configuration goes on serving, and
        so is one that was stopped. The default of wait_timeout is longer than three tries of the
        longest deployment that is documented, 120 minutes on large GPUs: the platform has said by
        then how it ended.

        Args:
            name: Name of the serving endpoint.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._async.waiting import AsyncWaiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
        )
        waiter = AsyncWaiter(self._transport, waiting)
        return await waiter.wait(options)

    async def stop_and_wait(
        self,
        name: str,
        *,
        wait_timeout: float | None = 1200.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Stop a serving endpoint and wait until it is stopped.

        Stops the endpoint as stop does, then reads it until it serves no more and its state, where
        it tells, says so.

        Args:
            name: Name of the serving endpoint.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._async.waiting import AsyncWaiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_STOPPED,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
        )
        waiter = AsyncWaiter(self._transport, waiting)
        arguments = Arguments(
            path={
                "name": name,
            },
            options=options,
        )
        return await waiter.after(_STOP, None, arguments)

    async def start_and_wait(
        self,
        name: str,
        *,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Start a serving endpoint that was stopped and wait until it serves.

        Starts the endpoint as start does, then reads it until what it served before is deployed and
        ready.

        Args:
            name: Name of the serving endpoint.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._async.waiting import AsyncWaiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
        )
        waiter = AsyncWaiter(self._transport, waiting)
        arguments = Arguments(
            path={
                "name": name,
            },
            options=options,
        )
        return await waiter.after(_START, None, arguments)

    async def update_config_and_wait(
        self,
        name: str,
        *,
        served_entities: Sequence[params.served_entities.ServedEntityInput] | Omit = OMIT,
        served_models: Sequence[params.served_entities.ServedModelInput] | Omit = OMIT,
        traffic_config: params.served_entities.TrafficConfig
        | models.served_entities.TrafficConfig
        | Omit = OMIT,
        auto_capture_config: params.served_entities.AutoCaptureConfigInput | Omit = OMIT,
        wait_timeout: float | None = 23400.0,
        poll_interval: float | PollInterval = POLL_INTERVAL,
        on_poll: Callable[[models.serving_endpoints.ServingEndpointDetailed, float], None]
        | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.serving_endpoints.ServingEndpointDetailed:
        """Replace what a serving endpoint serves and wait until that serves.

        Replaces the configuration as update_config does, then reads the endpoint until the new one
        serves. An update that fails or is cancelled raises EndpointFailed, also while the old
        configuration goes on serving.

        Args:
            name: Name of the serving endpoint.
            served_entities: The models to serve. Their names differ, and external models share one
                task.
            served_models: The models to serve, in an older form. Use served_entities instead, never
                both.
            traffic_config: How requests are split over the served entities. Needed for more than
                one entity; a single one gets everything.
            auto_capture_config: Tables of requests and answers, in an older form. Use the inference
                table of ai_gateway instead.
            wait_timeout: Seconds that the waiting may take, the last poll included; `None`: for
                ever.
            poll_interval: Seconds between polls, or a `PollInterval`; by default growing from 1 to
                30.
            on_poll: Called, never awaited, with every answer and the seconds since the waiting
                began.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            EndpointFailed: What was waited for cannot come any more; `endpoint` is the answer.
            WaitTimeout: It did not come in time; `endpoint` is the last answer, if there was one.
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        from ..._runtime._async.waiting import AsyncWaiter

        waiting = Waiting(
            poll=_GET,
            answer=_models.serving_endpoints.ServingEndpointDetailed,
            rule=_GET_UNTIL_READY,
            path={
                "name": name,
            },
            timeout=wait_timeout,
            interval=poll_interval,
            on_poll=on_poll,
        )
        waiter = AsyncWaiter(self._transport, waiting)
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "served_entities": served_entities,
                "served_models": served_models,
                "traffic_config": traffic_config,
                "auto_capture_config": auto_capture_config,
            },
            options=options,
        )
        return await waiter.after(
            _UPDATE_CONFIG, _models.serving_endpoints.ServingEndpointDetailed, arguments
        )
