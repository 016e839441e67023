"""Which models a provider has, as far as their names tell; pure."""

from collections.abc import Mapping

from ..json_values import JsonObject, as_object, as_text

NOWHERE = "does-not-exist"
"""What is in the name of a model that no provider has; it belongs to this server."""

_MAKERS: Mapping[str, str] = {
    **dict.fromkeys(("gpt-", "o1", "o3", "o4", "text-embedding-", "davinci", "babbage"), "openai"),
    "claude": "anthropic",
    **dict.fromkeys(("command", "embed-"), "cohere"),
    **dict.fromkeys(("j2-", "jamba"), "ai21labs"),
    **dict.fromkeys(("gemini", "text-bison", "chat-bison"), "google"),
    "titan": "amazon",
}
_OWN: Mapping[str, str] = {
    "openai": "openai",
    "anthropic": "anthropic",
    "cohere": "cohere",
    "ai21labs": "ai21labs",
    "palm": "google",
}
"""The providers that have the models of one maker only."""

_EMBEDDINGS = "llm/v1/embeddings"
_WITHOUT_EMBEDDINGS = ("anthropic", "ai21labs")


def lacks(model: JsonObject) -> bool:
    """Whether the provider of an external model does not offer it.

    It lacks models of another maker, such as claude-3-opus at OpenAI, embeddings where it makes
    none, and what has `NOWHERE` in its name. A name that tells no maker is taken to be there, and
    so is any other one at an address that somebody gave.
    """
    provider, name = as_text(model.get("provider")), as_text(model.get("name"))
    bedrock = as_text(as_object(model.get("amazon_bedrock_config")).get("bedrock_provider"))
    elsewhere = "openai_api_base" in as_object(model.get("openai_config"))
    offers = "" if elsewhere else _OWN.get(provider) or bedrock.lower()
    made_by = next((made for prefix, made in _MAKERS.items() if name.startswith(prefix)), offers)
    if offers and (made_by != offers):
        return True
    if offers in _WITHOUT_EMBEDDINGS and model.get("task") == _EMBEDDINGS:
        return True
    return NOWHERE in name
