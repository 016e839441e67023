# Generated from spec/; do not edit.
"""Answers of the APIs, as pydantic models."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from . import chat as chat
    from . import embeddings as embeddings
    from . import gateway as gateway
    from . import serving_endpoints as serving_endpoints
    from . import usage as usage
    from .chat import (
        AssistantMessage as AssistantMessage,
    )
    from .chat import (
        CacheControl as CacheControl,
    )
    from .chat import (
        ChatChoice as ChatChoice,
    )
    from .chat import (
        ChatChunkChoice as ChatChunkChoice,
    )
    from .chat import (
        ChatCompletion as ChatCompletion,
    )
    from .chat import (
        ChatCompletionChunk as ChatCompletionChunk,
    )
    from .chat import (
        ChatDelta as ChatDelta,
    )
    from .chat import (
        ChoiceLogprobs as ChoiceLogprobs,
    )
    from .chat import (
        ContentPart as ContentPart,
    )
    from .chat import (
        FinishReason as FinishReason,
    )
    from .chat import (
        FunctionCall as FunctionCall,
    )
    from .chat import (
        FunctionCallDelta as FunctionCallDelta,
    )
    from .chat import (
        ImagePart as ImagePart,
    )
    from .chat import (
        ImageUrl as ImageUrl,
    )
    from .chat import (
        MessageContent as MessageContent,
    )
    from .chat import (
        ReasoningPart as ReasoningPart,
    )
    from .chat import (
        SummaryEncryptedText as SummaryEncryptedText,
    )
    from .chat import (
        SummaryPart as SummaryPart,
    )
    from .chat import (
        SummaryText as SummaryText,
    )
    from .chat import (
        TextPart as TextPart,
    )
    from .chat import (
        TokenLogprob as TokenLogprob,
    )
    from .chat import (
        ToolCall as ToolCall,
    )
    from .chat import (
        ToolCallDelta as ToolCallDelta,
    )
    from .chat import (
        TopLogprob as TopLogprob,
    )
    from .embeddings import (
        Embedding as Embedding,
    )
    from .embeddings import (
        EmbeddingsResponse as EmbeddingsResponse,
    )
    from .embeddings import (
        EmbeddingVector as EmbeddingVector,
    )
    from .gateway import (
        GatewayModel as GatewayModel,
    )
    from .gateway import (
        ModelList as ModelList,
    )
    from .serving_endpoints import (
        AnthropicConfigOutput as AnthropicConfigOutput,
    )
    from .serving_endpoints import (
        AnthropicModelOutput as AnthropicModelOutput,
    )
    from .serving_endpoints import (
        ApiKeyAuthOutput as ApiKeyAuthOutput,
    )
    from .serving_endpoints import (
        BearerTokenAuthOutput as BearerTokenAuthOutput,
    )
    from .serving_endpoints import (
        CustomModelOutput as CustomModelOutput,
    )
    from .serving_endpoints import (
        CustomProviderConfigOutput as CustomProviderConfigOutput,
    )
    from .serving_endpoints import (
        DeploymentState as DeploymentState,
    )
    from .serving_endpoints import (
        EndpointCoreConfigOutput as EndpointCoreConfigOutput,
    )
    from .serving_endpoints import (
        EndpointCoreConfigSummary as EndpointCoreConfigSummary,
    )
    from .serving_endpoints import (
        EndpointPendingConfig as EndpointPendingConfig,
    )
    from .serving_endpoints import (
        EndpointState as EndpointState,
    )
    from .serving_endpoints import (
        EndpointStateConfigUpdate as EndpointStateConfigUpdate,
    )
    from .serving_endpoints import (
        EndpointStateReady as EndpointStateReady,
    )
    from .serving_endpoints import (
        EndpointTag as EndpointTag,
    )
    from .serving_endpoints import (
        ExternalModelOutput as ExternalModelOutput,
    )
    from .serving_endpoints import (
        ExternalModelTask as ExternalModelTask,
    )
    from .serving_endpoints import (
        FoundationModel as FoundationModel,
    )
    from .serving_endpoints import (
        Int64 as Int64,
    )
    from .serving_endpoints import (
        ListServingEndpointsResponse as ListServingEndpointsResponse,
    )
    from .serving_endpoints import (
        OpenAiConfigOutput as OpenAiConfigOutput,
    )
    from .serving_endpoints import (
        OpenAiModelOutput as OpenAiModelOutput,
    )
    from .serving_endpoints import (
        PermissionLevel as PermissionLevel,
    )
    from .serving_endpoints import (
        Route as Route,
    )
    from .serving_endpoints import (
        SecretReference as SecretReference,
    )
    from .serving_endpoints import (
        ServedEntityOutput as ServedEntityOutput,
    )
    from .serving_endpoints import (
        ServedEntitySpec as ServedEntitySpec,
    )
    from .serving_endpoints import (
        ServedModelState as ServedModelState,
    )
    from .serving_endpoints import (
        ServingEndpoint as ServingEndpoint,
    )
    from .serving_endpoints import (
        ServingEndpointDetailed as ServingEndpointDetailed,
    )
    from .serving_endpoints import (
        TrafficConfig as TrafficConfig,
    )
    from .serving_endpoints import (
        TrafficPercentage as TrafficPercentage,
    )
    from .usage import (
        CompletionTokensDetails as CompletionTokensDetails,
    )
    from .usage import (
        PromptTokensDetails as PromptTokensDetails,
    )
    from .usage import (
        Usage as Usage,
    )

__all__ = [
    "AnthropicConfigOutput",
    "AnthropicModelOutput",
    "ApiKeyAuthOutput",
    "AssistantMessage",
    "BearerTokenAuthOutput",
    "CacheControl",
    "ChatChoice",
    "ChatChunkChoice",
    "ChatCompletion",
    "ChatCompletionChunk",
    "ChatDelta",
    "ChoiceLogprobs",
    "CompletionTokensDetails",
    "ContentPart",
    "CustomModelOutput",
    "CustomProviderConfigOutput",
    "DeploymentState",
    "Embedding",
    "EmbeddingVector",
    "EmbeddingsResponse",
    "EndpointCoreConfigOutput",
    "EndpointCoreConfigSummary",
    "EndpointPendingConfig",
    "EndpointState",
    "EndpointStateConfigUpdate",
    "EndpointStateReady",
    "EndpointTag",
    "ExternalModelOutput",
    "ExternalModelTask",
    "FinishReason",
    "FoundationModel",
    "FunctionCall",
    "FunctionCallDelta",
    "GatewayModel",
    "ImagePart",
    "ImageUrl",
    "Int64",
    "ListServingEndpointsResponse",
    "MessageContent",
    "ModelList",
    "OpenAiConfigOutput",
    "OpenAiModelOutput",
    "PermissionLevel",
    "PromptTokensDetails",
    "ReasoningPart",
    "Route",
    "SecretReference",
    "ServedEntityOutput",
    "ServedEntitySpec",
    "ServedModelState",
    "ServingEndpoint",
    "ServingEndpointDetailed",
    "SummaryEncryptedText",
    "SummaryPart",
    "SummaryText",
    "TextPart",
    "TokenLogprob",
    "ToolCall",
    "ToolCallDelta",
    "TopLogprob",
    "TrafficConfig",
    "TrafficPercentage",
    "Usage",
    "chat",
    "embeddings",
    "gateway",
    "serving_endpoints",
    "usage",
]

_SUBMODULES: Final = frozenset(
    {
        "chat",
        "embeddings",
        "gateway",
        "serving_endpoints",
        "usage",
    }
)
_HOMES: Final = {
    "AssistantMessage": ".chat",
    "CacheControl": ".chat",
    "ChatChoice": ".chat",
    "ChatChunkChoice": ".chat",
    "ChatCompletion": ".chat",
    "ChatCompletionChunk": ".chat",
    "ChatDelta": ".chat",
    "ChoiceLogprobs": ".chat",
    "ContentPart": ".chat",
    "FinishReason": ".chat",
    "FunctionCall": ".chat",
    "FunctionCallDelta": ".chat",
    "ImagePart": ".chat",
    "ImageUrl": ".chat",
    "MessageContent": ".chat",
    "ReasoningPart": ".chat",
    "SummaryEncryptedText": ".chat",
    "SummaryPart": ".chat",
    "SummaryText": ".chat",
    "TextPart": ".chat",
    "TokenLogprob": ".chat",
    "ToolCall": ".chat",
    "ToolCallDelta": ".chat",
    "TopLogprob": ".chat",
    "Embedding": ".embeddings",
    "EmbeddingVector": ".embeddings",
    "EmbeddingsResponse": ".embeddings",
    "GatewayModel": ".gateway",
    "ModelList": ".gateway",
    "AnthropicConfigOutput": ".serving_endpoints",
    "AnthropicModelOutput": ".serving_endpoints",
    "ApiKeyAuthOutput": ".serving_endpoints",
    "BearerTokenAuthOutput": ".serving_endpoints",
    "CustomModelOutput": ".serving_endpoints",
    "CustomProviderConfigOutput": ".serving_endpoints",
    "DeploymentState": ".serving_endpoints",
    "EndpointCoreConfigOutput": ".serving_endpoints",
    "EndpointCoreConfigSummary": ".serving_endpoints",
    "EndpointPendingConfig": ".serving_endpoints",
    "EndpointState": ".serving_endpoints",
    "EndpointStateConfigUpdate": ".serving_endpoints",
    "EndpointStateReady": ".serving_endpoints",
    "EndpointTag": ".serving_endpoints",
    "ExternalModelOutput": ".serving_endpoints",
    "ExternalModelTask": ".serving_endpoints",
    "FoundationModel": ".serving_endpoints",
    "Int64": ".serving_endpoints",
    "ListServingEndpointsResponse": ".serving_endpoints",
    "OpenAiConfigOutput": ".serving_endpoints",
    "OpenAiModelOutput": ".serving_endpoints",
    "PermissionLevel": ".serving_endpoints",
    "Route": ".serving_endpoints",
    "SecretReference": ".serving_endpoints",
    "ServedEntityOutput": ".serving_endpoints",
    "ServedEntitySpec": ".serving_endpoints",
    "ServedModelState": ".serving_endpoints",
    "ServingEndpoint": ".serving_endpoints",
    "ServingEndpointDetailed": ".serving_endpoints",
    "TrafficConfig": ".serving_endpoints",
    "TrafficPercentage": ".serving_endpoints",
    "CompletionTokensDetails": ".usage",
    "PromptTokensDetails": ".usage",
    "Usage": ".usage",
}

# Type checkers read the imports above; at run time each name is imported when it is first used.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name in _SUBMODULES:
            return import_module(f".{name}", __name__)
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(_HOMES[name], __name__), name)
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
