"""Every rule of the specification kills a specification that breaks it, and says where."""

from collections.abc import Callable
from pathlib import Path

import pytest

from invocant_codegen.lint import lint
from invocant_codegen.load import Spec, load
from invocant_codegen.problems import Problem

Broken = Callable[[str, str, str], list[Problem]]

CHAT = "formats/chat.yaml"
USAGE = "formats/usage.yaml"
ROWS = "requirements/chat.yaml"
COMPLETIONS = "/paths/~1serving-endpoints~1chat~1completions/post"
QUERY = "/paths/~1serving-endpoints~1{name}~1invocations/post"


def case(rule: str, pointer: str, file: str, old: str, new: str) -> object:
    """Describe one change of the sample, and the rule that it breaks at a pointer."""
    return pytest.param(rule, pointer, file, old, new, id=f"{rule}:{file}:{pointer}")


CASES = [
    case(
        "property-description",
        "/components/schemas/Usage/properties/total_tokens",
        USAGE,
        ", description: The total tokens.",
        "",
    ),
    case(
        "component-unused",
        "/components/schemas/Spare",
        USAGE,
        "  schemas:\n",
        "  schemas:\n    Spare: {description: Nothing., type: object}\n",
    ),
    case(
        "example-invalid",
        f"{COMPLETIONS}/requestBody/content/application~1json/examples/short",
        "invocations.yaml",
        "short: {value: {model: m, messages: [",
        "short: {value: {model: 5, messages: [",
    ),
    case("yaml-syntax", "", USAGE, "components:", "components: ]"),
    case("yaml-duplicate-key", "/info", USAGE, "components:", "info: {}\ncomponents:"),
    case("openapi-missing", "", USAGE, "openapi: 3.2.0\n", ""),
    case("openapi-version", "/openapi", USAGE, "openapi: 3.2.0", "openapi: 3.0.3"),
    case(
        "info-fields", "/info", "gateway.yaml", ", description: An OpenAI-compatible gateway.", ""
    ),
    case("version-differs", "/info/version", USAGE, "version: 0.1.0", "version: 0.2.0"),
    case(
        "path-duplicate",
        "/paths/~1serving-endpoints~1chat~1completions",
        "serving-endpoints.yaml",
        "/api/2.0/serving-endpoints:",
        "/serving-endpoints/chat/completions:",
    ),
    case("model-fields", "/models/0", "models.yaml", "{name: sample-chat, ", "{"),
    case("model-duplicate", "/models/1", "models.yaml", "sample-embeddings", "sample-chat"),
    case(
        "schema-type",
        "/components/schemas/Usage/properties/prompt_tokens/type",
        USAGE,
        "prompt_tokens: {type: integer",
        "prompt_tokens: {type: int",
    ),
    case(
        "ref-dangling",
        "/components/schemas/ChatCompletion/properties/usage/$ref",
        CHAT,
        "usage.yaml#/components/schemas/Usage",
        "usage.yaml#/components/schemas/Use",
    ),
    case(
        "ref-dangling",
        "/components/schemas/ContentPart/discriminator/mapping/text",
        CHAT,
        "text: '#/components/schemas/TextPart'",
        "text: '#/components/schemas/Text'",
    ),
    case(
        "ref-component",
        "/components/schemas/ChatCompletion/properties/usage/$ref",
        CHAT,
        "usage.yaml#/components/schemas/Usage",
        "usage.yaml",
    ),
    case(
        "ref-unquoted",
        "/components/schemas/ChatRequest/properties/stop/$ref",
        CHAT,
        "$ref: '#/components/schemas/Stop'",
        "$ref: #/components/schemas/Stop",
    ),
    case("component-duplicate", "/components/schemas/Tag", CHAT, "    Stop:\n", "    Tag:\n"),
    case(
        "component-duplicate",
        "/components/schemas/Usage",
        "gateway.yaml",
        "    ModelInfo:\n",
        "    Usage:\n      description: Twice.\n    ModelInfo:\n",
    ),
    case(
        "schema-description",
        "/components/schemas/Usage",
        USAGE,
        "      description: Tokens that a call cost.\n",
        "",
    ),
    case(
        "object-inline",
        "/components/schemas/ServingEndpoint/properties/state",
        "serving-endpoints.yaml",
        "state: {$ref: '#/components/schemas/EndpointState'}",
        "state: {type: object, properties: {ready: {type: string}}}",
    ),
    case(
        "nullable",
        "/components/schemas/Usage/properties/total_tokens/nullable",
        USAGE,
        "total_tokens: {type: integer,",
        "total_tokens: {type: integer, nullable: true,",
    ),
    case(
        "secret",
        "/components/schemas/OpenAIConfig/properties/openai_api_key_plaintext",
        "serving-endpoints.yaml",
        "format: password, writeOnly: true",
        "format: password",
    ),
    case("extension-unknown", "/x-flavour", USAGE, "components:", "x-flavour: 1\ncomponents:"),
    case(
        "extension-unknown",
        "/components/schemas/Usage/x-open",
        USAGE,
        "description: Tokens that a call cost.",
        "x-open: true",
    ),
    case(
        "extension-fields",
        f"{QUERY}/x-tasks/1",
        "invocations.yaml",
        "          task: embeddings\n",
        "",
    ),
    case(
        "extension-fields",
        "/paths/~1models/get/x-pagination/token",
        "gateway.yaml",
        "{items: data}",
        "{items: data, token: next}",
    ),
    case(
        "extension-fields",
        "/paths/~1chat~1completions/post/responses/200/content/text~1event-stream/x-stream/end",
        "gateway.yaml",
        "                  marker: '[DONE]'\n",
        "",
    ),
    case("x-profile", "", "gateway.yaml", "x-profile: gateway\n", ""),
    case("x-client", "/x-client", "gateway.yaml", "x-client: Gateway", "x-client: Proxy"),
    case(
        "operation-operationid",
        "/paths/~1models/get",
        "gateway.yaml",
        "      operationId: listModels\n",
        "",
    ),
    case(
        "operation-summary",
        "/paths/~1models/get",
        "gateway.yaml",
        "      summary: List the models.\n",
        "",
    ),
    case(
        "operation-description",
        "/paths/~1models/get",
        "gateway.yaml",
        "      description: All models that the key may use.\n",
        "",
    ),
    case(
        "operation-duplicate",
        f"{COMPLETIONS}/operationId",
        "gateway.yaml",
        "createGatewayChatCompletion",
        "createChatCompletion",
    ),
    case(
        "operation-method",
        "/paths/~1models/get",
        "gateway.yaml",
        "      x-method: models.list\n",
        "",
    ),
    case(
        "method-name",
        "/paths/~1models/get/x-method",
        "gateway.yaml",
        "models.list",
        "list",
    ),
    case(
        "method-duplicate",
        "/paths/~1models/get/x-method",
        "gateway.yaml",
        "models.list",
        "chat.completions.create",
    ),
    case(
        "method-duplicate",
        "/paths/~1models/get/x-method",
        "gateway.yaml",
        "models.list",
        "chat.completions",
    ),
    case(
        "body-inline",
        "/paths/~1models/get/responses/200/content/application~1json/schema",
        "gateway.yaml",
        "schema: {$ref: '#/components/schemas/ModelList'}",
        "schema: {type: object}",
    ),
    case(
        "parameter-in",
        "/paths/~1api~12.0~1serving-endpoints~1{name}/parameters/0",
        "serving-endpoints.yaml",
        "in: path",
        "in: query",
    ),
    case(
        "parameter-path",
        "/paths/~1api~12.0~1serving-endpoints~1{endpoint}/delete",
        "serving-endpoints.yaml",
        "/api/2.0/serving-endpoints/{name}:",
        "/api/2.0/serving-endpoints/{endpoint}:",
    ),
    case(
        "union-inline",
        "/components/schemas/ChatRequest/properties/stop",
        CHAT,
        "          $ref: '#/components/schemas/Stop'",
        "          description: Where to stop.\n"
        "          oneOf: [{type: string}, {$ref: '#/components/schemas/TextPart'}]",
    ),
    case(
        "union-untagged",
        "/components/schemas/ContentPart",
        CHAT,
        "      discriminator:\n        propertyName: type\n        mapping:\n"
        "          text: '#/components/schemas/TextPart'\n"
        "          image_url: '#/components/schemas/ImagePart'\n",
        "",
    ),
    case(
        "union-untagged",
        "/components/schemas/QueryRequest",
        "formats/embeddings.yaml",
        "required: [input]",
        "required: []",
    ),
    case(
        "union-mapping",
        "/components/schemas/ContentPart/discriminator",
        CHAT,
        "          image_url: '#/components/schemas/ImagePart'\n",
        "",
    ),
    case(
        "union-tag",
        "/components/schemas/ContentPart/discriminator",
        CHAT,
        "type: {const: text, description: The tag.}",
        "type: {type: string, description: The tag.}",
    ),
    case(
        "pagination-items",
        "/paths/~1models/get",
        "gateway.yaml",
        "{items: data}",
        "{items: models}",
    ),
    case("stream-property", COMPLETIONS, CHAT, "        stream:\n", "        streaming:\n"),
    case(
        "argument-duplicate",
        QUERY,
        "formats/embeddings.yaml",
        "required: [input]\n      properties:\n",
        "required: [input, name]\n      properties:\n"
        "        name: {type: string, description: A name.}\n",
    ),
    case(
        "requirement-fields",
        "/requirements/1",
        ROWS,
        "    source: design\n",
        "",
    ),
    case(
        "requirement-fields",
        "/requirements/1/severity",
        ROWS,
        "    source: design\n",
        "    source: design\n    severity: 1\n",
    ),
    case(
        "requirement-fields", "/requirements/1/source", ROWS, "source: design", "source: [design]"
    ),
    case("requirement-kinds", "/requirements/1/kinds", ROWS, "[client]", "[browser]"),
    case("requirement-id", "/requirements/1/id", ROWS, "CHAT-SSE-002", "CHAT-002"),
    case("requirement-duplicate", "/requirements/1/id", ROWS, "CHAT-SSE-002", "CHAT-SSE-001"),
    case("requirement-level", "/requirements/1/level/client", ROWS, "client: MUST", "client: HAVE"),
    case("requirement-level", "/requirements/1/level", ROWS, "{client: MUST}", "{}"),
    case("requirement-profile", "/requirements/1/level/user", ROWS, "client: MUST", "user: MUST"),
    case("requirement-spec", "/requirements/1/spec", ROWS, "ChatCompletionChunk", "ChatChunk"),
]


@pytest.mark.parametrize(("rule", "pointer", "file", "old", "new"), CASES)
def test_a_broken_rule_is_named_with_its_place(
    broken: Broken, rule: str, pointer: str, file: str, old: str, new: str
) -> None:
    assert (rule, pointer) in {
        (problem.rule, problem.pointer) for problem in broken(file, old, new)
    }


def test_a_problem_names_file_line_and_pointer(broken: Broken) -> None:
    [problem] = broken("gateway.yaml", "      summary: List the models.\n", "")
    assert str(problem) == (
        "spec/gateway.yaml:35 #/paths/~1models/get: the operation needs summary [operation-summary]"
    )


def test_the_sample_keeps_every_rule(sample: Spec) -> None:
    assert lint(sample) == []


def test_two_files_cannot_become_one_module(root: Path) -> None:
    text = (root / "spec" / USAGE).read_text(encoding="utf-8")
    (root / "spec" / "usage.yaml").write_text(text.replace("Usage:", "Other:"), encoding="utf-8")
    assert "module-duplicate" in {problem.rule for problem in lint(load(root / "spec"))}


def test_names_of_headers_and_properties_are_no_extensions(broken: Broken) -> None:
    assert broken(USAGE, "total_tokens:", "x-total:") == []
    response = "      description: The request was refused.\n"
    headers = response + "      headers: {x-request-id: {schema: {type: string}}}\n"
    assert broken("formats/errors.yaml", response, headers) == []


def test_a_member_of_an_example_is_no_schema(broken: Broken) -> None:
    example = "examples: {odd: {value: {schema: {properties: {a: {}}}, object: list, data: []}}}"
    schema = "schema: {$ref: '#/components/schemas/ModelList'}"
    found = broken("gateway.yaml", schema, f"{schema}\n              {example}")
    assert {problem.rule for problem in found} <= {"example-invalid"}


def test_equal_components_may_repeat_but_for_schemas(broken: Broken) -> None:
    scheme = "  securitySchemes:\n    Bearer: {type: http, scheme: bearer}\n  schemas:\n"
    assert broken("formats/chat.yaml", "  schemas:\n", scheme) == []
