# Generated from spec/; do not edit.
"""The asynchronous clients."""

from __future__ import annotations

import os
import ssl
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ._runtime import settings
from ._runtime._async.transport import AsyncTransport
from ._runtime._http import AsyncClient as HTTPClient
from ._runtime.opening import Certificate
from ._runtime.options import DEFAULT_MAX_RETRIES, Timeout

if TYPE_CHECKING:
    from .resources.gateway import chat as gateway_chat
    from .resources.gateway import embeddings as gateway_embeddings
    from .resources.gateway import models as gateway_models
    from .resources.workspace import chat as workspace_chat
    from .resources.workspace import completions as workspace_completions
    from .resources.workspace import embeddings as workspace_embeddings
    from .resources.workspace import invocations as workspace_invocations
    from .resources.workspace import serving_endpoints as workspace_serving_endpoints

__all__ = [
    "AsyncClient",
    "AsyncGateway",
]


class AsyncClient:
    """Queries to the models that a Databricks workspace serves: by endpoint name, by endpoint and
    served model, and on OpenAI-compatible paths, where model is the name of an endpoint. The
    words chat, completions, embeddings, responses, anthropic, gemini and v1 are taken as first
    segment below /serving-endpoints, so endpoints are better named otherwise. Rules that no
    schema says are rows of requirements/, the limits of the platform among them. Creating,
    reading, updating and deleting the serving endpoints of a Databricks workspace.

    Making one opens no connection.

    Args:
        host: Address of the server; by default from the environment.
        token: Sent as bearer token; by default from the environment.
        http_client: Used instead of connections of its own; stays the caller's to close.
        timeout: Seconds, or a `Timeout` with one limit for each phase.
        max_retries: How often a request that failed is repeated where that is safe.
        verify: Whether to check the server's certificate, or an SSL context to do it with.
        cert: File of a client certificate, or a pair of its file and the file of its key.
        proxy: Address of a proxy; by default from the environment.

    Raises:
        ConfigurationError: Address or token is missing.
    """

    def __init__(
        self,
        *,
        host: str | None = None,
        token: str | None = None,
        http_client: HTTPClient | None = None,
        timeout: float | Timeout | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        verify: bool | ssl.SSLContext = True,
        cert: Certificate | None = None,
        proxy: str | None = None,
    ) -> None:
        self._transport: AsyncTransport = AsyncTransport(
            settings.workspace(host, token, os.environ),
            http_client=http_client,
            timeout=timeout,
            max_retries=max_retries,
            verify=verify,
            cert=cert,
            proxy=proxy,
        )

    @cached_property
    def invocations(self) -> workspace_invocations.AsyncInvocations:
        """The methods below `invocations`."""
        from .resources.workspace.invocations import AsyncInvocations

        return AsyncInvocations(self._transport)

    @cached_property
    def chat(self) -> workspace_chat.AsyncChat:
        """The methods below `chat`."""
        from .resources.workspace.chat import AsyncChat

        return AsyncChat(self._transport)

    @cached_property
    def completions(self) -> workspace_completions.AsyncCompletions:
        """The methods below `completions`."""
        from .resources.workspace.completions import AsyncCompletions

        return AsyncCompletions(self._transport)

    @cached_property
    def embeddings(self) -> workspace_embeddings.AsyncEmbeddings:
        """The methods below `embeddings`."""
        from .resources.workspace.embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._transport)

    @cached_property
    def serving_endpoints(self) -> workspace_serving_endpoints.AsyncServingEndpoints:
        """The methods below `serving_endpoints`."""
        from .resources.workspace.serving_endpoints import AsyncServingEndpoints

        return AsyncServingEndpoints(self._transport)

    async def close(self) -> None:
        """Close the connections, unless they came with `http_client`. May be called again."""
        await self._transport.close()

    async def __aenter__(self) -> Self:
        """Return the client itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the client."""
        await self.close()


class AsyncGateway:
    """Chat, embeddings and models of a gateway such as the LiteLLM proxy, at its root and under
    /v1.

    Making one opens no connection.

    Args:
        base_url: Address of the server; by default from the environment.
        api_key: Sent as bearer token; by default from the environment.
        http_client: Used instead of connections of its own; stays the caller's to close.
        timeout: Seconds, or a `Timeout` with one limit for each phase.
        max_retries: How often a request that failed is repeated where that is safe.
        verify: Whether to check the server's certificate, or an SSL context to do it with.
        cert: File of a client certificate, or a pair of its file and the file of its key.
        proxy: Address of a proxy; by default from the environment.

    Raises:
        ConfigurationError: Address or token is missing.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        http_client: HTTPClient | None = None,
        timeout: float | Timeout | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        verify: bool | ssl.SSLContext = True,
        cert: Certificate | None = None,
        proxy: str | None = None,
    ) -> None:
        self._transport: AsyncTransport = AsyncTransport(
            settings.gateway(base_url, api_key, os.environ),
            http_client=http_client,
            timeout=timeout,
            max_retries=max_retries,
            verify=verify,
            cert=cert,
            proxy=proxy,
        )

    @cached_property
    def chat(self) -> gateway_chat.AsyncChat:
        """The methods below `chat`."""
        from .resources.gateway.chat import AsyncChat

        return AsyncChat(self._transport)

    @cached_property
    def embeddings(self) -> gateway_embeddings.AsyncEmbeddings:
        """The methods below `embeddings`."""
        from .resources.gateway.embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._transport)

    @cached_property
    def models(self) -> gateway_models.AsyncModels:
        """The methods below `models`."""
        from .resources.gateway.models import AsyncModels

        return AsyncModels(self._transport)

    async def close(self) -> None:
        """Close the connections, unless they came with `http_client`. May be called again."""
        await self._transport.close()

    async def __aenter__(self) -> Self:
        """Return the client itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the client."""
        await self.close()
