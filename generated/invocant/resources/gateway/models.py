# Generated from spec/; do not edit.
"""Resources of `gateway.models`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, Unpack

from ... import models
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Base, Operation, Parameter
from ..._runtime.options import RequestOptions
from ..._runtime.pages import AsyncPager, Page

if TYPE_CHECKING:
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncModels",
    "Models",
]

_LIST: Final = Operation(
    id="listGatewayModels",
    method="GET",
    path="/models",
    query=(
        Parameter(name="include_metadata", key="include_metadata", type=bool),
        Parameter(name="fallback_type", key="fallback_type", type=str),
    ),
)

_GET: Final = Operation(
    id="getGatewayModel",
    method="GET",
    path="/models/{model}",
)

_LIST_DEPLOYMENTS: Final = Operation(
    id="listGatewayDeployments",
    method="GET",
    path="/model/info",
    query=(Parameter(name="litellm_model_id", key="litellm_model_id", type=str),),
)

_LIST_GROUPS: Final = Operation(
    id="listGatewayModelGroups",
    method="GET",
    path="/model_group/info",
    base=Base(own="", others=("/v1",)),
    query=(Parameter(name="model_group", key="model_group", type=str),),
)


class Models:
    """The methods of `Gateway.models`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    def list(
        self,
        *,
        include_metadata: bool | Omit = OMIT,
        fallback_type: Literal["general", "context_window", "content_policy"] | str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> Page[models.litellm.GatewayModel]:
        """List the models.

        Lists the models that the key may use. The LiteLLM proxy fills created and owned_by with
        constants.

        Args:
            include_metadata: Whether each model says which models stand in for it; default false.
                LiteLLM's own parameter.
            fallback_type: Which stand-ins include_metadata lists, those for any failure, for
                prompts that are too long or for refused contents; default general. Any other value
                is refused with 400, but only together with include_metadata. LiteLLM's own
                parameter.
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
                "include_metadata": include_metadata,
                "fallback_type": fallback_type,
            },
            options=options,
        )
        answer = self._transport.request(_LIST, _models.litellm.ModelList, arguments)
        return Page(answer.data, answer)

    def get(self, model: str, **options: Unpack[RequestOptions]) -> models.litellm.GatewayModel:
        """Get one model.

        Describes a model as the list does. The LiteLLM proxy does not find a model whose name has a
        slash.

        Args:
            model: Name of the model as the gateway lists it, percent-encoded. Wins over a model in
                the body.
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
                "model": model,
            },
            options=options,
        )
        return self._transport.request(_GET, _models.litellm.GatewayModel, arguments)

    def list_deployments(
        self, *, litellm_model_id: str | Omit = OMIT, **options: Unpack[RequestOptions]
    ) -> Page[models.litellm.Deployment]:
        """List the deployments behind the models.

        Lists every way in which the gateway reaches a model, with prices and abilities. LiteLLM's
        own operation.

        Args:
            litellm_model_id: Only the deployment with this id, as x-litellm-model-id and
                model_info.id say it. Unknown ids are refused with 404, by the LiteLLM proxy with
                400.
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
                "litellm_model_id": litellm_model_id,
            },
            options=options,
        )
        answer = self._transport.request(
            _LIST_DEPLOYMENTS, _models.litellm.DeploymentList, arguments
        )
        return Page(answer.data, answer)

    def list_groups(
        self, *, model_group: str | Omit = OMIT, **options: Unpack[RequestOptions]
    ) -> Page[models.litellm.ModelGroup]:
        """List the models with their abilities.

        Lists the models with what all deployments of each have in common. LiteLLM's own operation.

        Args:
            model_group: Only the model of this name.
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
                "model_group": model_group,
            },
            options=options,
        )
        answer = self._transport.request(_LIST_GROUPS, _models.litellm.ModelGroupList, arguments)
        return Page(answer.data, answer)


class AsyncModels:
    """The methods of `Gateway.models`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    def list(
        self,
        *,
        include_metadata: bool | Omit = OMIT,
        fallback_type: Literal["general", "context_window", "content_policy"] | str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[models.litellm.GatewayModel]:
        """List the models.

        Lists the models that the key may use. The LiteLLM proxy fills created and owned_by with
        constants.

        Args:
            include_metadata: Whether each model says which models stand in for it; default false.
                LiteLLM's own parameter.
            fallback_type: Which stand-ins include_metadata lists, those for any failure, for
                prompts that are too long or for refused contents; default general. Any other value
                is refused with 400, but only together with include_metadata. LiteLLM's own
                parameter.
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
                "include_metadata": include_metadata,
                "fallback_type": fallback_type,
            },
            options=options,
        )

        async def fetch() -> Page[models.litellm.GatewayModel]:
            answer = await self._transport.request(_LIST, _models.litellm.ModelList, arguments)
            return Page(answer.data, answer)

        return AsyncPager(fetch)

    async def get(
        self, model: str, **options: Unpack[RequestOptions]
    ) -> models.litellm.GatewayModel:
        """Get one model.

        Describes a model as the list does. The LiteLLM proxy does not find a model whose name has a
        slash.

        Args:
            model: Name of the model as the gateway lists it, percent-encoded. Wins over a model in
                the body.
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
                "model": model,
            },
            options=options,
        )
        return await self._transport.request(_GET, _models.litellm.GatewayModel, arguments)

    def list_deployments(
        self, *, litellm_model_id: str | Omit = OMIT, **options: Unpack[RequestOptions]
    ) -> AsyncPager[models.litellm.Deployment]:
        """List the deployments behind the models.

        Lists every way in which the gateway reaches a model, with prices and abilities. LiteLLM's
        own operation.

        Args:
            litellm_model_id: Only the deployment with this id, as x-litellm-model-id and
                model_info.id say it. Unknown ids are refused with 404, by the LiteLLM proxy with
                400.
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
                "litellm_model_id": litellm_model_id,
            },
            options=options,
        )

        async def fetch() -> Page[models.litellm.Deployment]:
            answer = await self._transport.request(
                _LIST_DEPLOYMENTS, _models.litellm.DeploymentList, arguments
            )
            return Page(answer.data, answer)

        return AsyncPager(fetch)

    def list_groups(
        self, *, model_group: str | Omit = OMIT, **options: Unpack[RequestOptions]
    ) -> AsyncPager[models.litellm.ModelGroup]:
        """List the models with their abilities.

        Lists the models with what all deployments of each have in common. LiteLLM's own operation.

        Args:
            model_group: Only the model of this name.
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
                "model_group": model_group,
            },
            options=options,
        )

        async def fetch() -> Page[models.litellm.ModelGroup]:
            answer = await self._transport.request(
                _LIST_GROUPS, _models.litellm.ModelGroupList, arguments
            )
            return Page(answer.data, answer)

        return AsyncPager(fetch)
