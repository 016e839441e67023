"""Messages about bodies name the field, the value unless it is secret, and the rule."""

from typing import Any

import pytest

from invocant_conformance.server.errors import Refused
from invocant_conformance.server.validation import BodyValidator

from .examples import MESSAGES, create_request, custom_entity, entity

CHAT = BodyValidator({"$ref": "#/components/schemas/ChatInvocation"})
CREATE = BodyValidator({"$ref": "#/components/schemas/CreateServingEndpoint"})
UPDATE = BodyValidator({"$ref": "#/components/schemas/EndpointCoreConfigInput"})
MODEL = "config.served_entities[0].external_model"


def refusal(validator: BodyValidator, body: dict[str, Any]) -> Refused:
    with pytest.raises(Refused) as caught:
        validator.check(body)
    return caught.value


@pytest.mark.parametrize(
    ("body", "message", "param"),
    [
        ({}, "body: the required field messages is missing.", "messages"),
        ({"messages": []}, "messages: an array has less than 1 item.", "messages"),
        (
            {"messages": [{"content": "x"}]},
            "messages[0]: the required field role is missing.",
            "messages[0].role",
        ),
        (
            {"messages": [{"role": "robot"}]},
            'messages[0].role: "robot" is none of "system", "developer", "user", "assistant", '
            '"tool".',
            "messages[0].role",
        ),
        (
            {"messages": [{"role": "user", "content": 3}]},
            "messages[0].content: 3 has none of the allowed forms (array, null, string).",
            "messages[0].content",
        ),
        (
            {"messages": [{"role": "user", "content": [{"type": "smell"}]}]},
            'messages[0].content[0].type: "smell" is none of "text", "image_url", "image", '
            '"audio_url", "input_audio", "video_url", "file", "document", "reasoning".',
            "messages[0].content[0].type",
        ),
        (
            {"messages": [{"role": "user", "content": [{"type": "text"}]}]},
            "messages[0].content[0]: the required field text is missing.",
            "messages[0].content[0].text",
        ),
        (
            {"messages": MESSAGES, "temperature": "hot"},
            'temperature: "hot" is not of types "null", "number".',
            "temperature",
        ),
        (
            {"messages": MESSAGES, "temperature": 2.5},
            "temperature: 2.5 is greater than the maximum of 2.",
            "temperature",
        ),
        ({"messages": MESSAGES, "n": 0}, "n: 0 is less than the minimum of 1.", "n"),
        (
            {"messages": MESSAGES, "stream": "x" * 500},
            'stream: "' + "x" * 59 + '… is not of type "boolean".',
            "stream",
        ),
    ],
)
def test_a_message_names_field_value_and_rule(
    body: dict[str, Any], message: str, param: str
) -> None:
    found = refusal(CHAT, body)
    assert (found.message, found.param) == (message, param)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"provider": "acme"},
            f'{MODEL}.provider: "acme" is none of "openai", "anthropic", "custom", "ai21labs", '
            '"amazon-bedrock", "cohere", "databricks-model-serving", "google-cloud-vertex-ai", '
            '"palm".',
        ),
        (
            {"provider": "custom"},
            f"{MODEL}: the required field custom_provider_config is missing.",
        ),
        ({"anthropic_config": {}}, f"{MODEL}: anthropic_config is not allowed here."),
        (
            {"openai_config": {}},
            f"{MODEL}.openai_config: one of openai_api_key, openai_api_key_plaintext is required.",
        ),
        (
            {
                "openai_config": {
                    "openai_api_key": "{{secrets/a/b}}",
                    "openai_api_key_plaintext": "hush-hush",
                }
            },
            f"{MODEL}.openai_config: only one of openai_api_key, openai_api_key_plaintext is "
            "allowed.",
        ),
    ],
)
def test_a_message_about_a_union_speaks_of_the_meant_member(
    changes: dict[str, Any], message: str
) -> None:
    assert refusal(CREATE, create_request("a", entity(**changes))).message == message


def test_what_may_not_stand_together_is_named() -> None:
    older = {"model_name": "m", "model_version": "1", "scale_to_zero_enabled": True}
    both = create_request("a", served_models=[older])
    assert refusal(CREATE, both).message == (
        "config: served_entities with served_models is not allowed here."
    )
    sized = custom_entity("a", workload_size="Small", min_provisioned_concurrency=4)
    assert refusal(CREATE, create_request("a", sized)).message == (
        "config.served_entities[0]: workload_size with min_provisioned_concurrency is not allowed "
        "here."
    )


ENTRA = {"openai_api_type": "azuread", "microsoft_entra_tenant_id": "t"}
BEDROCK = {"aws_region": "us-east-1", "bedrock_provider": "amazon"}


@pytest.mark.parametrize(
    ("provider", "key", "config", "message"),
    [
        (
            "openai",
            "openai_config",
            ENTRA,
            "the required field microsoft_entra_client_id is missing.",
        ),
        (
            "openai",
            "openai_config",
            {"openai_api_type": "azure", "openai_api_key": "{{secrets/a/b}}"},
            "the required field openai_api_base is missing.",
        ),
        (
            "amazon-bedrock",
            "amazon_bedrock_config",
            BEDROCK,
            "one of aws_access_key_id or aws_access_key_id_plaintext with aws_secret_access_key or "
            "aws_secret_access_key_plaintext, instance_profile_arn, uc_service_credential_name is "
            "required.",
        ),
        (
            "amazon-bedrock",
            "amazon_bedrock_config",
            {**BEDROCK, "instance_profile_arn": "a", "uc_service_credential_name": "b"},
            "only one of aws_access_key_id or aws_access_key_id_plaintext with "
            "aws_secret_access_key or aws_secret_access_key_plaintext, instance_profile_arn, "
            "uc_service_credential_name is allowed.",
        ),
    ],
)
def test_each_way_of_a_provider_wants_its_own_fields(
    provider: str, key: str, config: dict[str, str], message: str
) -> None:
    model = {"name": "m", "provider": provider, "task": "llm/v1/chat", key: config}
    body = {"name": "a", "config": {"served_entities": [{"external_model": model}]}}
    assert refusal(CREATE, body).message == f"{MODEL}.{key}: {message}"


@pytest.mark.parametrize(
    "config",
    [
        {"openai_api_key": "hush-hush"},
        {"openai_api_key_plaintext": ["hush-hush"]},
        {"openai_api_key_plaintext": "hush-hush", "openai_api_key": "hush-hush"},
    ],
)
def test_no_message_shows_a_secret(config: dict[str, Any]) -> None:
    found = refusal(CREATE, create_request("a", entity(openai_config=config)))
    assert "hush" not in found.message
    assert "openai_config" in found.message


@pytest.mark.parametrize("percentage", [0, 100, "0", "60", "100"])
def test_a_percentage_may_be_text(percentage: int | str) -> None:
    UPDATE.check({"traffic_config": {"routes": [{"traffic_percentage": percentage}]}})


@pytest.mark.parametrize("percentage", [-30, 130, "130", "060", "6e1", "", 0.5, None])
def test_a_percentage_is_from_0_to_100(percentage: object) -> None:
    found = refusal(UPDATE, {"traffic_config": {"routes": [{"traffic_percentage": percentage}]}})
    assert found.param == "traffic_config.routes[0].traffic_percentage"
