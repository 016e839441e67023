"""Requests that the tests of the server send."""

from typing import Any, Final

CHAT_MODEL: Final = "databricks-meta-llama-3-3-70b-instruct"
EMBEDDING_MODEL: Final = "databricks-bge-large-en"
MESSAGES: Final[list[dict[str, Any]]] = [
    {"role": "system", "content": "You are a helpful assistant."},
    {"role": "user", "content": "What is a mixture of experts model?"},
]
TOOL: Final[dict[str, Any]] = {
    "type": "function",
    "function": {
        "name": "get_current_weather",
        "description": "Get the current weather in a given location",
        "parameters": {
            "type": "object",
            "properties": {
                "location": {"type": "string"},
                "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
            },
            "required": ["location"],
        },
    },
}


def external_model(**changes: Any) -> dict[str, Any]:
    """Return an external model of OpenAI, with changes."""
    model = {
        "name": "gpt-4o-mini",
        "provider": "openai",
        "task": "llm/v1/chat",
        "openai_config": {"openai_api_key": "{{secrets/models/openai}}"},
    }
    return model | changes


def entity(name: str | None = None, **changes: Any) -> dict[str, Any]:
    """Return a served entity of an external model, with changes to the model."""
    named = {} if name is None else {"name": name}
    return named | {"external_model": external_model(**changes)}


def custom_entity(name: str | None = None, **changes: Any) -> dict[str, Any]:
    """Return a served entity of a custom model, with changes."""
    named = {} if name is None else {"name": name}
    return named | {"entity_name": "main.fraud.detector", "entity_version": "3"} | changes


def create_request(name: str, *entities: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a CreateServingEndpoint, of one entity unless others are given."""
    return {"name": name, "config": {"served_entities": list(entities or [entity()])} | changes}


def routes(**percentages: int | str) -> dict[str, Any]:
    """Return a traffic configuration by entity name."""
    split = [
        {"served_model_name": name, "traffic_percentage": share}
        for name, share in percentages.items()
    ]
    return {"routes": split}
