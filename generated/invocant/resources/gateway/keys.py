# Generated from spec/; do not edit.
"""Resources of `gateway.keys`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Unpack

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Base, Operation, Parameter
from ..._runtime.options import RequestOptions

if TYPE_CHECKING:
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncKeys",
    "Keys",
]

_GENERATE: Final = Operation(
    id="generateGatewayKey",
    method="POST",
    path="/key/generate",
    base=Base(own="", others=("/v1",)),
    body=lambda: params.litellm.GenerateKeyRequest,
    secrets=frozenset(
        {
            "key",
        }
    ),
)

_INFO: Final = Operation(
    id="getGatewayKey",
    method="GET",
    path="/key/info",
    base=Base(own="", others=("/v1",)),
    query=(Parameter(name="key", key="key", type=str),),
)


class Keys:
    """The methods of `Gateway.keys`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    def generate(
        self,
        *,
        key: str | Omit | None = OMIT,
        key_alias: str | Omit | None = OMIT,
        duration: str | Omit | None = OMIT,
        models: Sequence[str] | Omit | None = OMIT,
        aliases: Mapping[str, str] | Omit | None = OMIT,
        user_id: str | Omit | None = OMIT,
        team_id: str | Omit | None = OMIT,
        max_budget: float | Omit | None = OMIT,
        budget_duration: str | Omit | None = OMIT,
        max_parallel_requests: int | Omit | None = OMIT,
        rpm_limit: int | Omit | None = OMIT,
        tpm_limit: int | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        tags: Sequence[str] | Omit | None = OMIT,
        guardrails: Sequence[str] | Omit | None = OMIT,
        permissions: Mapping[str, object] | Omit | None = OMIT,
        allowed_routes: Sequence[str] | Omit | None = OMIT,
        key_type: params.litellm.GatewayKeyType | Omit = OMIT,
        blocked: bool | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.litellm.GeneratedKey:
        """Make a key.

        Makes a key with limits of its own, which holds at once. Needs the master key or an
        administrator's, and a database; without one the LiteLLM proxy answers 500. LiteLLM's own
        operation.

        Args:
            key: The key itself, which starts with sk-; left out, the gateway makes one.
            key_alias: Name of the key, for people.
            duration: How long the key is valid, as a number with s, m, h, d, w or mo (months); null
                for ever.
            models: Models that the key may use; empty for all.
            aliases: For a name in requests the model that is meant.
            user_id: User to whom the key belongs.
            team_id: Team to which the key belongs.
            max_budget: What may be spent with the key, in US dollars; for every budget_duration
                anew.
            budget_duration: After which time the spent amount starts again at 0, in the form of
                duration.
            max_parallel_requests: Most requests at the same time.
            rpm_limit: Most requests a minute.
            tpm_limit: Most tokens a minute.
            metadata: Free keys and values, kept with the key.
            tags: Labels of every call with the key.
            guardrails: Guardrails that run for every call with the key.
            permissions: What else the key may do, such as allow_client_mock_response.
            allowed_routes: Paths that the key may call; empty for all.
            key_type: Which operations a key may use by default, all of its user's, those that ask
                models, those that manage, or those that read.
            blocked: Whether the key is refused until it is unblocked.
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
                "key": key,
                "key_alias": key_alias,
                "duration": duration,
                "models": models,
                "aliases": aliases,
                "user_id": user_id,
                "team_id": team_id,
                "max_budget": max_budget,
                "budget_duration": budget_duration,
                "max_parallel_requests": max_parallel_requests,
                "rpm_limit": rpm_limit,
                "tpm_limit": tpm_limit,
                "metadata": metadata,
                "tags": tags,
                "guardrails": guardrails,
                "permissions": permissions,
                "allowed_routes": allowed_routes,
                "key_type": key_type,
                "blocked": blocked,
            },
            options=options,
        )
        return self._transport.request(_GENERATE, _models.litellm.GeneratedKey, arguments)

    def info(
        self, *, key: str | Omit = OMIT, **options: Unpack[RequestOptions]
    ) -> models.litellm.KeyInfo:
        """Get what is known of a key.

        Describes a key, that of the request unless another one is named. Needs a database; without
        one the LiteLLM proxy answers 500.

        Args:
            key: The key, or its SHA-256 in hexadecimal, which is better, since addresses end up in
                logs; left out, the key of the request. Unknown ones are refused with 404.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            parameters={
                "key": key,
            },
            options=options,
        )
        return self._transport.request(_INFO, _models.litellm.KeyInfo, arguments)


class AsyncKeys:
    """The methods of `Gateway.keys`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    async def generate(
        self,
        *,
        key: str | Omit | None = OMIT,
        key_alias: str | Omit | None = OMIT,
        duration: str | Omit | None = OMIT,
        models: Sequence[str] | Omit | None = OMIT,
        aliases: Mapping[str, str] | Omit | None = OMIT,
        user_id: str | Omit | None = OMIT,
        team_id: str | Omit | None = OMIT,
        max_budget: float | Omit | None = OMIT,
        budget_duration: str | Omit | None = OMIT,
        max_parallel_requests: int | Omit | None = OMIT,
        rpm_limit: int | Omit | None = OMIT,
        tpm_limit: int | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        tags: Sequence[str] | Omit | None = OMIT,
        guardrails: Sequence[str] | Omit | None = OMIT,
        permissions: Mapping[str, object] | Omit | None = OMIT,
        allowed_routes: Sequence[str] | Omit | None = OMIT,
        key_type: params.litellm.GatewayKeyType | Omit = OMIT,
        blocked: bool | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.litellm.GeneratedKey:
        """Make a key.

        Makes a key with limits of its own, which holds at once. Needs the master key or an
        administrator's, and a database; without one the LiteLLM proxy answers 500. LiteLLM's own
        operation.

        Args:
            key: The key itself, which starts with sk-; left out, the gateway makes one.
            key_alias: Name of the key, for people.
            duration: How long the key is valid, as a number with s, m, h, d, w or mo (months); null
                for ever.
            models: Models that the key may use; empty for all.
            aliases: For a name in requests the model that is meant.
            user_id: User to whom the key belongs.
            team_id: Team to which the key belongs.
            max_budget: What may be spent with the key, in US dollars; for every budget_duration
                anew.
            budget_duration: After which time the spent amount starts again at 0, in the form of
                duration.
            max_parallel_requests: Most requests at the same time.
            rpm_limit: Most requests a minute.
            tpm_limit: Most tokens a minute.
            metadata: Free keys and values, kept with the key.
            tags: Labels of every call with the key.
            guardrails: Guardrails that run for every call with the key.
            permissions: What else the key may do, such as allow_client_mock_response.
            allowed_routes: Paths that the key may call; empty for all.
            key_type: Which operations a key may use by default, all of its user's, those that ask
                models, those that manage, or those that read.
            blocked: Whether the key is refused until it is unblocked.
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
                "key": key,
                "key_alias": key_alias,
                "duration": duration,
                "models": models,
                "aliases": aliases,
                "user_id": user_id,
                "team_id": team_id,
                "max_budget": max_budget,
                "budget_duration": budget_duration,
                "max_parallel_requests": max_parallel_requests,
                "rpm_limit": rpm_limit,
                "tpm_limit": tpm_limit,
                "metadata": metadata,
                "tags": tags,
                "guardrails": guardrails,
                "permissions": permissions,
                "allowed_routes": allowed_routes,
                "key_type": key_type,
                "blocked": blocked,
            },
            options=options,
        )
        return await self._transport.request(_GENERATE, _models.litellm.GeneratedKey, arguments)

    async def info(
        self, *, key: str | Omit = OMIT, **options: Unpack[RequestOptions]
    ) -> models.litellm.KeyInfo:
        """Get what is known of a key.

        Describes a key, that of the request unless another one is named. Needs a database; without
        one the LiteLLM proxy answers 500.

        Args:
            key: The key, or its SHA-256 in hexadecimal, which is better, since addresses end up in
                logs; left out, the key of the request. Unknown ones are refused with 404.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            parameters={
                "key": key,
            },
            options=options,
        )
        return await self._transport.request(_INFO, _models.litellm.KeyInfo, arguments)
