# Generated from spec/; do not edit.
"""Requests to the APIs, as TypedDicts."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from . import chat as chat
    from . import embeddings as embeddings
    from . import serving_endpoints as serving_endpoints
    from .chat import (
        CacheControl as CacheControl,
    )
    from .chat import (
        ChatCompletionRequest as ChatCompletionRequest,
    )
    from .chat import (
        ChatInvocation as ChatInvocation,
    )
    from .chat import (
        ChatMessage as ChatMessage,
    )
    from .chat import (
        ContentPart as ContentPart,
    )
    from .chat import (
        FunctionCall as FunctionCall,
    )
    from .chat import (
        FunctionDefinition as FunctionDefinition,
    )
    from .chat import (
        ImagePart as ImagePart,
    )
    from .chat import (
        ImageUrl as ImageUrl,
    )
    from .chat import (
        JsonObjectFormat as JsonObjectFormat,
    )
    from .chat import (
        JsonSchemaFormat as JsonSchemaFormat,
    )
    from .chat import (
        MessageContent as MessageContent,
    )
    from .chat import (
        MessageRole as MessageRole,
    )
    from .chat import (
        NamedFunction as NamedFunction,
    )
    from .chat import (
        NamedJsonSchema as NamedJsonSchema,
    )
    from .chat import (
        NamedToolChoice as NamedToolChoice,
    )
    from .chat import (
        ReasoningEffort as ReasoningEffort,
    )
    from .chat import (
        ReasoningPart as ReasoningPart,
    )
    from .chat import (
        ResponseFormat as ResponseFormat,
    )
    from .chat import (
        StopSequences as StopSequences,
    )
    from .chat import (
        StreamOptions as StreamOptions,
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
        TextFormat as TextFormat,
    )
    from .chat import (
        TextPart as TextPart,
    )
    from .chat import (
        Tool as Tool,
    )
    from .chat import (
        ToolCall as ToolCall,
    )
    from .chat import (
        ToolChoice as ToolChoice,
    )
    from .chat import (
        ToolChoiceMode as ToolChoiceMode,
    )
    from .embeddings import (
        EmbeddingsInput as EmbeddingsInput,
    )
    from .embeddings import (
        EmbeddingsInvocation as EmbeddingsInvocation,
    )
    from .embeddings import (
        EmbeddingsRequest as EmbeddingsRequest,
    )
    from .embeddings import (
        EncodingFormat as EncodingFormat,
    )
    from .serving_endpoints import (
        AnthropicConfig as AnthropicConfig,
    )
    from .serving_endpoints import (
        AnthropicConfigOutput as AnthropicConfigOutput,
    )
    from .serving_endpoints import (
        AnthropicModel as AnthropicModel,
    )
    from .serving_endpoints import (
        ApiKeyAuth as ApiKeyAuth,
    )
    from .serving_endpoints import (
        BearerTokenAuth as BearerTokenAuth,
    )
    from .serving_endpoints import (
        BearerTokenAuthOutput as BearerTokenAuthOutput,
    )
    from .serving_endpoints import (
        CreateServingEndpoint as CreateServingEndpoint,
    )
    from .serving_endpoints import (
        CustomModel as CustomModel,
    )
    from .serving_endpoints import (
        CustomProviderConfig as CustomProviderConfig,
    )
    from .serving_endpoints import (
        EndpointCoreConfigInput as EndpointCoreConfigInput,
    )
    from .serving_endpoints import (
        EndpointTag as EndpointTag,
    )
    from .serving_endpoints import (
        ExternalModel as ExternalModel,
    )
    from .serving_endpoints import (
        ExternalModelTask as ExternalModelTask,
    )
    from .serving_endpoints import (
        OpenAiConfig as OpenAiConfig,
    )
    from .serving_endpoints import (
        OpenAiConfigOutput as OpenAiConfigOutput,
    )
    from .serving_endpoints import (
        OpenAiModel as OpenAiModel,
    )
    from .serving_endpoints import (
        ResourceName as ResourceName,
    )
    from .serving_endpoints import (
        Route as Route,
    )
    from .serving_endpoints import (
        SecretPlaintext as SecretPlaintext,
    )
    from .serving_endpoints import (
        SecretReference as SecretReference,
    )
    from .serving_endpoints import (
        ServedEntityInput as ServedEntityInput,
    )
    from .serving_endpoints import (
        TrafficConfig as TrafficConfig,
    )
    from .serving_endpoints import (
        TrafficPercentage as TrafficPercentage,
    )

__all__ = [
    "AnthropicConfig",
    "AnthropicConfigOutput",
    "AnthropicModel",
    "ApiKeyAuth",
    "BearerTokenAuth",
    "BearerTokenAuthOutput",
    "CacheControl",
    "ChatCompletionRequest",
    "ChatInvocation",
    "ChatMessage",
    "ContentPart",
    "CreateServingEndpoint",
    "CustomModel",
    "CustomProviderConfig",
    "EmbeddingsInput",
    "EmbeddingsInvocation",
    "EmbeddingsRequest",
    "EncodingFormat",
    "EndpointCoreConfigInput",
    "EndpointTag",
    "ExternalModel",
    "ExternalModelTask",
    "FunctionCall",
    "FunctionDefinition",
    "ImagePart",
    "ImageUrl",
    "JsonObjectFormat",
    "JsonSchemaFormat",
    "MessageContent",
    "MessageRole",
    "NamedFunction",
    "NamedJsonSchema",
    "NamedToolChoice",
    "OpenAiConfig",
    "OpenAiConfigOutput",
    "OpenAiModel",
    "ReasoningEffort",
    "ReasoningPart",
    "ResourceName",
    "ResponseFormat",
    "Route",
    "SecretPlaintext",
    "SecretReference",
    "ServedEntityInput",
    "StopSequences",
    "StreamOptions",
    "SummaryEncryptedText",
    "SummaryPart",
    "SummaryText",
    "TextFormat",
    "TextPart",
    "Tool",
    "ToolCall",
    "ToolChoice",
    "ToolChoiceMode",
    "TrafficConfig",
    "TrafficPercentage",
    "chat",
    "embeddings",
    "serving_endpoints",
]

_SUBMODULES: Final = frozenset(
    {
        "chat",
        "embeddings",
        "serving_endpoints",
    }
)
_HOMES: Final = {
    "CacheControl": ".chat",
    "ChatCompletionRequest": ".chat",
    "ChatInvocation": ".chat",
    "ChatMessage": ".chat",
    "ContentPart": ".chat",
    "FunctionCall": ".chat",
    "FunctionDefinition": ".chat",
    "ImagePart": ".chat",
    "ImageUrl": ".chat",
    "JsonObjectFormat": ".chat",
    "JsonSchemaFormat": ".chat",
    "MessageContent": ".chat",
    "MessageRole": ".chat",
    "NamedFunction": ".chat",
    "NamedJsonSchema": ".chat",
    "NamedToolChoice": ".chat",
    "ReasoningEffort": ".chat",
    "ReasoningPart": ".chat",
    "ResponseFormat": ".chat",
    "StopSequences": ".chat",
    "StreamOptions": ".chat",
    "SummaryEncryptedText": ".chat",
    "SummaryPart": ".chat",
    "SummaryText": ".chat",
    "TextFormat": ".chat",
    "TextPart": ".chat",
    "Tool": ".chat",
    "ToolCall": ".chat",
    "ToolChoice": ".chat",
    "ToolChoiceMode": ".chat",
    "EmbeddingsInput": ".embeddings",
    "EmbeddingsInvocation": ".embeddings",
    "EmbeddingsRequest": ".embeddings",
    "EncodingFormat": ".embeddings",
    "AnthropicConfig": ".serving_endpoints",
    "AnthropicConfigOutput": ".serving_endpoints",
    "AnthropicModel": ".serving_endpoints",
    "ApiKeyAuth": ".serving_endpoints",
    "BearerTokenAuth": ".serving_endpoints",
    "BearerTokenAuthOutput": ".serving_endpoints",
    "CreateServingEndpoint": ".serving_endpoints",
    "CustomModel": ".serving_endpoints",
    "CustomProviderConfig": ".serving_endpoints",
    "EndpointCoreConfigInput": ".serving_endpoints",
    "EndpointTag": ".serving_endpoints",
    "ExternalModel": ".serving_endpoints",
    "ExternalModelTask": ".serving_endpoints",
    "OpenAiConfig": ".serving_endpoints",
    "OpenAiConfigOutput": ".serving_endpoints",
    "OpenAiModel": ".serving_endpoints",
    "ResourceName": ".serving_endpoints",
    "Route": ".serving_endpoints",
    "SecretPlaintext": ".serving_endpoints",
    "SecretReference": ".serving_endpoints",
    "ServedEntityInput": ".serving_endpoints",
    "TrafficConfig": ".serving_endpoints",
    "TrafficPercentage": ".serving_endpoints",
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
