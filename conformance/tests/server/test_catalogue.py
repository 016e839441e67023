"""The catalogue of models as the server reads it."""

from invocant import spec
from invocant_conformance.server import catalogue

HOSTED = catalogue.read(spec.models())
GATEWAY = catalogue.read_gateway_only(spec.models())


def test_a_name_is_hosted_or_known_to_gateways_only() -> None:
    assert not HOSTED.keys() & GATEWAY.keys()
    assert len(HOSTED) + len(GATEWAY) == len(_rows())


def test_the_models_that_the_seeds_ask_for_are_there() -> None:
    assert {"databricks-meta-llama-3-3-70b-instruct", "databricks-dbrx-instruct"} <= HOSTED.keys()
    assert {"gpt-3.5-turbo", "text-moderation-stable"} <= GATEWAY.keys()


def test_every_request_format_has_a_model() -> None:
    everywhere = [*HOSTED.values(), *GATEWAY.values()]
    assert {api for model in everywhere for api in model.apis} == {
        "chat",
        "completions",
        "embeddings",
        "responses",
        "messages",
        "gemini",
        "moderations",
    }


def test_a_row_is_read_whole() -> None:
    assert HOSTED["databricks-claude-opus-4-7"] == catalogue.HostedModel(
        name="databricks-claude-opus-4-7",
        display_name="Claude Opus 4.7",
        task="llm/v1/chat",
        description="Claude Opus 4.7 by Anthropic.",
        apis=frozenset({"chat", "messages"}),
        api_types=(
            "mlflow/v1/chat/completions",
            "anthropic/v1/messages",
            "cursor/v1/chat/completions",
        ),
        family="claude",
        capabilities=frozenset({"function_calling", "image_input"}),
        reasoning="adaptive",
        entity_name="system.ai.databricks-claude-opus-4-7",
    )
    assert HOSTED["databricks-bge-large-en"].dimensions == 1024


def _rows() -> list[object]:
    rows = spec.models()["models"]
    assert isinstance(rows, list)
    return [*rows]
