# Generated from spec/; do not edit.
"""The asynchronous clients."""

from __future__ import annotations

import os
import ssl
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from ._runtime import settings
from ._runtime._async.transport import AsyncTransport
from ._runtime._http import AsyncHTTPClient
from ._runtime.credentials import Auth, Provider
from ._runtime.observers import observers
from ._runtime.opening import TransportName
from ._runtime.options import DEFAULT_MAX_RETRIES, RequestOptions, Timeout
from ._runtime.setup import asynchronous
from ._runtime.tls import Certificate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._runtime.hooks import Hook
    from .resources.gateway import chat as gateway_chat
    from .resources.gateway import completions as gateway_completions
    from .resources.gateway import embeddings as gateway_embeddings
    from .resources.gateway import health as gateway_health
    from .resources.gateway import keys as gateway_keys
    from .resources.gateway import messages as gateway_messages
    from .resources.gateway import models as gateway_models
    from .resources.gateway import moderations as gateway_moderations
    from .resources.gateway import responses as gateway_responses
    from .resources.gateway import utils as gateway_utils
    from .resources.workspace import ai_gateway as workspace_ai_gateway
    from .resources.workspace import chat as workspace_chat
    from .resources.workspace import completions as workspace_completions
    from .resources.workspace import embeddings as workspace_embeddings
    from .resources.workspace import gemini as workspace_gemini
    from .resources.workspace import invocations as workspace_invocations
    from .resources.workspace import messages as workspace_messages
    from .resources.workspace import responses as workspace_responses
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
    reading, updating and deleting the serving endpoints of a Databricks workspace. Queries
    through the Unity AI gateway, the successor of the AI gateway of serving endpoints. Models
    have names of Unity Catalog, system.ai and the model for the platform's own, catalog, schema
    and service for others. Workspaces may lack it. Its paths /ai-gateway/codex/v1 and the one
    for Cursor are named by sources, which do not say what they take. Queries to the models that
    a Databricks workspace serves, in the formats of OpenAI's Responses API, Anthropic's
    Messages API and Gemini's generateContent.

    Making one opens no connection. Arguments win over the environment, and that over a
    configuration file; credentials are sent to no other server than the one that is configured.

    Args:
        host: Address of the workspace; by default `DATABRICKS_HOST`, or of the profile.
        token: Sent as bearer token; by default `DATABRICKS_TOKEN`, or of the profile.
        profile: Section of the configuration file. By default `DATABRICKS_CONFIG_PROFILE`;
            where that and all of host and credentials are unset, `default_profile` of
            `[__settings__]`, else `[DEFAULT]`.
        config_file: Configuration file; by default `DATABRICKS_CONFIG_FILE`, else
            `~/.databrickscfg`.
        client_id: Service principal, for OAuth tokens that are renewed before they expire; by
            default `DATABRICKS_CLIENT_ID`, or of the profile.
        client_secret: Its secret; by default `DATABRICKS_CLIENT_SECRET`.
        azure_client_id: Service principal of Entra; by default `ARM_CLIENT_ID`.
        azure_client_secret: Its secret; by default `ARM_CLIENT_SECRET`.
        azure_tenant_id: Its tenant; by default `ARM_TENANT_ID`.
        azure_workspace_resource_id: Azure's id of the workspace, for a principal that is not
            among its users; by default `DATABRICKS_AZURE_RESOURCE_ID`.
        auth_type: Which of several ways to use: `pat`, `basic`, `oauth-m2m`,
            `azure-client-secret`, `databricks-sdk` or what that package knows; by default
            `DATABRICKS_AUTH_TYPE`, else the one that is configured, else what databricks-sdk
            finds, if it is installed.
        auth: Authenticates in the place of everything else: a function that returns a token or
            a mapping of headers, asked before every attempt (asynchronous clients wait for what
            can be waited for); an `httpx.Auth`; or a `Config` of databricks-sdk.
        http_client: A client of httpx or httpx2, used instead of connections of its own; stays
            the caller's to close.
        transport: What sends: httpx, httpx2 or, asynchronously, aiohttp. By default httpx, and
            asynchronously httpx2 where it is installed.
        timeout: Seconds, or a `Timeout` with one limit for each phase.
        max_retries: How often a request that failed is repeated where that is safe.
        verify: Whether to check the server's certificate, or an SSL context to do it with.
        cert: File of a client certificate, or a pair of its file and the file of its key.
        proxy: Address of a proxy; by default from the environment.
        hooks: Functions that are told what becomes of every call; `Hook`. With
            `INVOCANT_LOG=headers` or `=bodies` in the environment there is one more, `WireLog`.
        tracing: Whether OpenTelemetry is told of calls of models, where the program uses it.

    Raises:
        ConfigurationError: Address or credential is missing, cannot be used, or is one of
            several.
    """

    def __init__(
        self,
        *,
        host: str | None = None,
        token: str | None = None,
        profile: str | None = None,
        config_file: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        azure_client_id: str | None = None,
        azure_client_secret: str | None = None,
        azure_tenant_id: str | None = None,
        azure_workspace_resource_id: str | None = None,
        auth_type: str | None = None,
        auth: Auth | None = None,
        http_client: AsyncHTTPClient | None = None,
        transport: TransportName | None = None,
        timeout: float | Timeout | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        verify: bool | ssl.SSLContext = True,
        cert: Certificate | None = None,
        proxy: str | None = None,
        hooks: Sequence[Hook] = (),
        tracing: bool = True,
    ) -> None:
        self._transport: AsyncTransport = AsyncTransport(
            settings.workspace(
                os.environ,
                host=host,
                token=token,
                profile=profile,
                config_file=config_file,
                client_id=client_id,
                client_secret=client_secret,
                azure_client_id=azure_client_id,
                azure_client_secret=azure_client_secret,
                azure_tenant_id=azure_tenant_id,
                azure_workspace_resource_id=azure_workspace_resource_id,
                auth_type=auth_type,
                auth=auth,
            ),
            http_client=http_client,
            transport=transport,
            verify=verify,
            cert=cert,
            proxy=proxy,
            options={"timeout": timeout, "max_retries": max_retries},
            observers=observers(hooks, tracing, "databricks", os.environ),
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

    @cached_property
    def ai_gateway(self) -> workspace_ai_gateway.AsyncAiGateway:
        """The methods below `ai_gateway`."""
        from .resources.workspace.ai_gateway import AsyncAiGateway

        return AsyncAiGateway(self._transport)

    @cached_property
    def responses(self) -> workspace_responses.AsyncResponses:
        """The methods below `responses`."""
        from .resources.workspace.responses import AsyncResponses

        return AsyncResponses(self._transport)

    @cached_property
    def messages(self) -> workspace_messages.AsyncMessages:
        """The methods below `messages`."""
        from .resources.workspace.messages import AsyncMessages

        return AsyncMessages(self._transport)

    @cached_property
    def gemini(self) -> workspace_gemini.AsyncGemini:
        """The methods below `gemini`."""
        from .resources.workspace.gemini import AsyncGemini

        return AsyncGemini(self._transport)

    @cached_property
    def data_plane(self) -> workspace_invocations.AsyncInvocations:
        """The methods below `invocations`, for route-optimized endpoints.

        Queries go to the address of the endpoint's own that `serving_endpoints.get` tells, with a
        token that is got for it in exchange for one of the workspace, which has to be an OAuth
        token. Raises RequestError for an endpoint that is not route-optimized.
        """
        from ._runtime._async.data_plane import AsyncDataPlane
        from .resources.workspace.invocations import AsyncInvocations

        plane = AsyncDataPlane(self._transport, self.serving_endpoints.get)
        return AsyncInvocations(plane.transport())

    def __repr__(self) -> str:
        """Where requests go and how they authenticate, without a secret."""
        settled = self._transport.settings
        return f"AsyncClient(host={settled.base_url!r}, auth={settled.credential.auth_type!r})"

    def with_options(self, **options: Unpack[RequestOptions]) -> Self:
        """Return a client with other options, over the same connections.

        They hold for all calls of it that do not say otherwise; headers, query and body fields to
        add are united with those of the call. Closing it leaves the connections open: they are
        this client's to close. Raises RequestError for an unusable option.
        """
        twin = object.__new__(type(self))
        twin._transport = self._transport.sibling(options=options)
        return twin

    def asynchronous(self) -> AsyncClient:
        """Return an asynchronous client like this one, with connections of its own.

        They are to be closed by closing it. Raises ConfigurationError where this one sends through
        a synchronous `http_client`.
        """
        return self.over(asynchronous(self._transport.setup))

    @classmethod
    def over(cls, transport: AsyncTransport) -> Self:
        """Return a client that sends through a transport, which becomes its to close."""
        client = object.__new__(cls)
        client._transport = transport
        return client

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
    """The operations of a gateway that speaks OpenAI's API, such as the LiteLLM proxy, at its root
    and under /v1. A gateway has chat and the list of models; whatever else it lacks it answers
    with 404, 405 or 501. Refusals have four shapes. The usual one is OpenAI's error object, in
    which the LiteLLM proxy writes the HTTP status as text into code; 401 for a key that is
    missing or wrong, 400 or 404 for a model that does not exist, 408 where a model takes too
    long, 429 where a limit is met. Messages are refused in Anthropic's shape. What the proxy's
    web framework refuses, an unknown path (404), another method (405), an unknown model in the
    path of /models (404) or a parameter of the query (400, 422), holds a detail instead. Where
    its handling of errors itself fails, the answer is 500 and bare text. A stream that fails
    after its first event has the status 200 and ends with an event whose data is an error
    object, and the end marker.

    Making one opens no connection. Arguments win over the environment, and that over a
    configuration file; credentials are sent to no other server than the one that is configured.

    Args:
        base_url: Address of the gateway; by default `OPENAI_BASE_URL`, else
            `LITELLM_PROXY_API_BASE`.
        api_key: Sent as bearer token, or a function that returns it, asked before every
            attempt; by default `OPENAI_API_KEY` or `LITELLM_PROXY_API_KEY`, after the address.
        auth: Authenticates in the place of everything else: a function that returns a token or
            a mapping of headers, asked before every attempt (asynchronous clients wait for what
            can be waited for); an `httpx.Auth`; or a `Config` of databricks-sdk.
        http_client: A client of httpx or httpx2, used instead of connections of its own; stays
            the caller's to close.
        transport: What sends: httpx, httpx2 or, asynchronously, aiohttp. By default httpx, and
            asynchronously httpx2 where it is installed.
        timeout: Seconds, or a `Timeout` with one limit for each phase.
        max_retries: How often a request that failed is repeated where that is safe.
        verify: Whether to check the server's certificate, or an SSL context to do it with.
        cert: File of a client certificate, or a pair of its file and the file of its key.
        proxy: Address of a proxy; by default from the environment.
        hooks: Functions that are told what becomes of every call; `Hook`. With
            `INVOCANT_LOG=headers` or `=bodies` in the environment there is one more, `WireLog`.
        tracing: Whether OpenTelemetry is told of calls of models, where the program uses it.

    Raises:
        ConfigurationError: Address or credential is missing, cannot be used, or is one of
            several.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: str | Provider | None = None,
        auth: Auth | None = None,
        http_client: AsyncHTTPClient | None = None,
        transport: TransportName | None = None,
        timeout: float | Timeout | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        verify: bool | ssl.SSLContext = True,
        cert: Certificate | None = None,
        proxy: str | None = None,
        hooks: Sequence[Hook] = (),
        tracing: bool = True,
    ) -> None:
        self._transport: AsyncTransport = AsyncTransport(
            settings.gateway(
                os.environ,
                base_url=base_url,
                api_key=api_key,
                auth=auth,
            ),
            http_client=http_client,
            transport=transport,
            verify=verify,
            cert=cert,
            proxy=proxy,
            options={"timeout": timeout, "max_retries": max_retries},
            observers=observers(hooks, tracing, "openai", os.environ),
        )

    @cached_property
    def chat(self) -> gateway_chat.AsyncChat:
        """The methods below `chat`."""
        from .resources.gateway.chat import AsyncChat

        return AsyncChat(self._transport)

    @cached_property
    def completions(self) -> gateway_completions.AsyncCompletions:
        """The methods below `completions`."""
        from .resources.gateway.completions import AsyncCompletions

        return AsyncCompletions(self._transport)

    @cached_property
    def embeddings(self) -> gateway_embeddings.AsyncEmbeddings:
        """The methods below `embeddings`."""
        from .resources.gateway.embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._transport)

    @cached_property
    def moderations(self) -> gateway_moderations.AsyncModerations:
        """The methods below `moderations`."""
        from .resources.gateway.moderations import AsyncModerations

        return AsyncModerations(self._transport)

    @cached_property
    def messages(self) -> gateway_messages.AsyncMessages:
        """The methods below `messages`."""
        from .resources.gateway.messages import AsyncMessages

        return AsyncMessages(self._transport)

    @cached_property
    def responses(self) -> gateway_responses.AsyncResponses:
        """The methods below `responses`."""
        from .resources.gateway.responses import AsyncResponses

        return AsyncResponses(self._transport)

    @cached_property
    def models(self) -> gateway_models.AsyncModels:
        """The methods below `models`."""
        from .resources.gateway.models import AsyncModels

        return AsyncModels(self._transport)

    @cached_property
    def health(self) -> gateway_health.AsyncHealth:
        """The methods below `health`."""
        from .resources.gateway.health import AsyncHealth

        return AsyncHealth(self._transport)

    @cached_property
    def utils(self) -> gateway_utils.AsyncUtils:
        """The methods below `utils`."""
        from .resources.gateway.utils import AsyncUtils

        return AsyncUtils(self._transport)

    @cached_property
    def keys(self) -> gateway_keys.AsyncKeys:
        """The methods below `keys`."""
        from .resources.gateway.keys import AsyncKeys

        return AsyncKeys(self._transport)

    def __repr__(self) -> str:
        """Where requests go and how they authenticate, without a secret."""
        settled = self._transport.settings
        return f"AsyncGateway(base_url={settled.base_url!r}, auth={settled.credential.auth_type!r})"

    def with_options(self, **options: Unpack[RequestOptions]) -> Self:
        """Return a client with other options, over the same connections.

        They hold for all calls of it that do not say otherwise; headers, query and body fields to
        add are united with those of the call. Closing it leaves the connections open: they are
        this client's to close. Raises RequestError for an unusable option.
        """
        twin = object.__new__(type(self))
        twin._transport = self._transport.sibling(options=options)
        return twin

    def asynchronous(self) -> AsyncGateway:
        """Return an asynchronous client like this one, with connections of its own.

        They are to be closed by closing it. Raises ConfigurationError where this one sends through
        a synchronous `http_client`.
        """
        return self.over(asynchronous(self._transport.setup))

    @classmethod
    def over(cls, transport: AsyncTransport) -> Self:
        """Return a client that sends through a transport, which becomes its to close."""
        client = object.__new__(cls)
        client._transport = transport
        return client

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
