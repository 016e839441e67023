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
        tags: Sequence[params.serving_endpoints.EndpointTag | models.serving_endpoints.EndpointTag]
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
        tags: Sequence[params.serving_endpoints.EndpointTag | models.serving_endpoints.EndpointTag]
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
