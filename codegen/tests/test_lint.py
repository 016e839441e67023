"""Every rule of the specification kills a specification that breaks it, and says where."""

from collections.abc import Callable

import pytest

from invocant_codegen.json_values import as_object, lookup
from invocant_codegen.lint import lint
from invocant_codegen.load import Spec
from invocant_codegen.problems import Problem

Broken = Callable[[str, str, str], list[Problem]]

CHAT = "formats/chat.yaml"
USAGE = "formats/usage.yaml"
ROWS = "requirements/chat.yaml"
COMPLETIONS = "/paths/~1serving-endpoints~1chat~1completions/post"
QUERY = "/paths/~1serving-endpoints~1{name}~1invocations/post"
SERVED = "/paths/~1serving-endpoints~1{name}~1served-models~1{served_model_name}~1invocations/post"
PROVIDER = "provider.yaml"
VENDORS = "vendors.yaml"
MESSAGES = "/paths/~1serving-endpoints~1anthropic~1v1~1messages/post"
EVENTS = f"{MESSAGES}/responses/200/content/text~1event-stream"
GENERATE = "/paths/~1serving-endpoints~1gemini~1v1beta~1models~1{model}:streamGenerateContent/post"
METRICS = "/paths/~1api~12.0~1serving-endpoints~1{name}~1metrics/get"
READ_WAIT = "/paths/~1api~12.0~1serving-endpoints~1{name}/get/x-wait"
UNTIL_READY = f"{READ_WAIT}/states/ready"
CREATE_WAIT = "/paths/~1api~12.0~1serving-endpoints/post/x-wait"
MANAGEMENT = "serving-endpoints.yaml"
TAGS = "/paths/~1api~12.0~1serving-endpoints~1{name}~1tags/get"


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
    case("models-schema", "", "models.yaml", "schema:", "shape:"),
    case("models-shape", "/models/0", "models.yaml", "{name: sample-chat, ", "{"),
    case(
        "models-efforts",
        "/reasoning/kinds/budget/efforts",
        "models.yaml",
        ", low: {",
        ", max: {",
    ),
    case("model-duplicate", "/models/1", "models.yaml", "sample-embeddings", "sample-chat"),
    case("model-source", "/models/0/sources", "models.yaml", "sources: [page]", "sources: [web]"),
    case(
        "model-reasoning",
        "/models/0/reasoning",
        "models.yaml",
        "reasoning: budget",
        "reasoning: guessed",
    ),
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
        "/components/schemas/Usage/x-opened",
        USAGE,
        "description: Tokens that a call cost.",
        "x-opened: true",
    ),
    case(
        "extension-unknown",
        "/components/parameters/EndpointName/x-flavour",
        "invocations.yaml",
        "      example: sample\n      x-resource: endpoint-name\n",
        "      example: sample\n      x-flavour: endpoint-name\n",
    ),
    case(
        "extension-unknown",
        f"{COMPLETIONS}/x-structured",
        "invocations.yaml",
        "      operationId: createChatCompletion\n",
        "      operationId: createChatCompletion\n      x-structured: {}\n",
    ),
    case(
        "extension-fields",
        "/components/schemas/Format/x-structured",
        CHAT,
        "      x-structured:\n        form: chat\n",
        "      x-structured:\n",
    ),
    case(
        "extension-fields",
        "/components/schemas/Format/x-structured/turn",
        CHAT,
        "      x-structured:\n",
        "      x-structured:\n        turn: {$ref: '#/components/schemas/ChatMessage'}\n",
    ),
    case(
        "extension-value",
        "/components/schemas/ChatRequest/properties/tools/x-tools/form",
        CHAT,
        "            form: chat\n",
        "            form: gemini\n",
    ),
    case(
        "extension-value",
        "/components/schemas/ChatRequest/properties/tools/x-tools/turn",
        CHAT,
        "            turn: {$ref: '#/components/schemas/ChatMessage'}\n",
        "            turn: ChatMessage\n",
    ),
    case(
        "extension-fields",
        "/components/schemas/Usage/x-accepts/parts",
        USAGE,
        "description: Tokens that a call cost.",
        "x-accepts: {$ref: '#/components/schemas/Usage', parts: [a]}\n"
        "      description: Tokens that a call cost.",
    ),
    case(
        "extension-value",
        "/components/schemas/Usage/x-open",
        USAGE,
        "description: Tokens that a call cost.",
        "x-open: true",
    ),
    case(
        "extension-value",
        f"{GENERATE}/parameters/1/schema/x-open",
        VENDORS,
        "enum: [sse], x-open: true}",
        "enum: [sse], x-open: yes}",
    ),
    case(
        "extension-value",
        "/webhooks/chat/post/x-optional",
        PROVIDER,
        "x-optional: true",
        "x-optional: false",
    ),
    case(
        "extension-value",
        f"{GENERATE}/parameters/0/x-resource",
        VENDORS,
        "x-resource: endpoint-name",
        "x-resource: endpoint",
    ),
    case(
        "extension-value",
        "/components/parameters/Beta/x-resource",
        VENDORS,
        "      example: context-1m\n",
        "      example: context-1m\n      x-resource: model\n",
    ),
    case(
        "extension-unknown",
        "/webhooks/chat/post/x-method",
        PROVIDER,
        "      x-task: chat\n",
        "      x-method: chat.create\n",
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
        f"{QUERY}/x-tasks/0/event",
        "invocations.yaml",
        "          stream: &chat-stream\n",
        "          event: {}\n          stream: &chat-stream\n",
    ),
    case(
        "extension-fields",
        f"{QUERY}/x-tasks/0/stream/end/finished",
        "invocations.yaml",
        "finished: {list: choices, key: index, ",
        "finished: {list: choices, ",
    ),
    case(
        "extension-fields",
        f"{EVENTS}/x-stream/end/kinds",
        VENDORS,
        "{types: [message_stop]}",
        "{types: [message_stop], kinds: 1}",
    ),
    case("stream-end", f"{EVENTS}/x-stream/end", VENDORS, "{types: [message_stop]}", "{}"),
    case("stream-end", f"{EVENTS}/x-stream/end/types", VENDORS, "[message_stop]}", "[]}"),
    case(
        "stream-end",
        f"{EVENTS}/x-stream/end/marker",
        VENDORS,
        "{types: [message_stop]}",
        "{marker: ''}",
    ),
    case(
        "stream-missing",
        f"{MESSAGES}/responses",
        VENDORS,
        "              x-stream:\n"
        "                event: {$ref: '#/components/schemas/MessageEvent'}\n"
        "                merge: messages\n"
        "                end: {types: [message_stop]}\n",
        "",
    ),
    case("stream-merge", f"{EVENTS}/x-stream/merge", VENDORS, "merge: messages", "merge: letters"),
    case(
        "extension-fields", f"{EVENTS}/x-stream", VENDORS, "                merge: messages\n", ""
    ),
    case(
        "stream-answer",
        f"{MESSAGES}/responses",
        VENDORS,
        "merge: messages\n",
        "merge: messages\n                answer: {$ref: '#/components/schemas/Message'}\n",
    ),
    case(
        "stream-answer",
        f"{GENERATE}/responses",
        VENDORS,
        "                answer: {$ref: '#/components/schemas/GenerateContent'}\n",
        "",
    ),
    case(
        "stream-missing",
        f"{QUERY}/x-tasks",
        "invocations.yaml",
        "        text/event-stream:\n"
        "          itemSchema: {$ref: 'formats/chat.yaml#/components/schemas/ChatEvent'}\n"
        "          example: {data: '[DONE]'}\n"
        "    Chat:",
        "    Chat:",
    ),
    case(
        "stream-tasks",
        f"{QUERY}/responses",
        "invocations.yaml",
        "          example: {data: '[DONE]'}\n    Chat:",
        "          example: {data: '[DONE]'}\n          x-stream: *chat-stream\n    Chat:",
    ),
    case(
        "extension-fields",
        f"{SERVED}/x-alias",
        "invocations.yaml",
        "of: queryServingEndpoint, ",
        "",
    ),
    case(
        "alias-of",
        f"{SERVED}/x-alias/of",
        "invocations.yaml",
        "of: queryServingEndpoint, ",
        "of: createGatewayChatCompletion, ",
    ),
    case(
        "alias-of",
        f"{SERVED}/x-alias/of",
        "invocations.yaml",
        "of: queryServingEndpoint, ",
        "of: queryServedModel, ",
    ),
    case(
        "alias-arguments",
        f"{SERVED}/x-alias/arguments/name",
        "invocations.yaml",
        "{served_model_name: served_model}",
        "{served_model_name: served_model, name: endpoint}",
    ),
    case(
        "alias-arguments",
        f"{SERVED}/x-alias/arguments",
        "invocations.yaml",
        "{served_model_name: served_model}",
        "{}",
    ),
    case(
        "alias-arguments",
        f"{SERVED}/x-alias/arguments/served_model_name",
        "invocations.yaml",
        "{served_model_name: served_model}",
        "{served_model_name: served-model}",
    ),
    case(
        "alias-inherits",
        f"{SERVED}/x-task",
        "invocations.yaml",
        "      x-alias:",
        "      x-task: moderations\n      x-alias:",
    ),
    case(
        "operation-method",
        SERVED,
        "invocations.yaml",
        "      x-alias:",
        "      x-method: some.thing\n      x-alias:",
    ),
    case("webhook-path", "/webhooks/chat/post", PROVIDER, "      x-path: /chat/completions\n", ""),
    case("webhook-task", "/webhooks/chat/post", PROVIDER, "      x-task: chat\n", ""),
    case("webhook-paths", "/webhooks", PROVIDER, "webhooks:\n", "paths: {}\nwebhooks:\n"),
    case("x-client", "/x-client", PROVIDER, "webhooks:\n", "x-client: Client\nwebhooks:\n"),
    case("x-profile", "", PROVIDER, "x-profile: provider\n", ""),
    case("info-fields", "/info", PROVIDER, ", description: What a provider behind an", ", note: A"),
    case(
        "operation-duplicate",
        "/webhooks/chat/post/operationId",
        PROVIDER,
        "operationId: providerChat",
        "operationId: createMessage",
    ),
    case(
        "operation-summary",
        "/webhooks/chat/post",
        PROVIDER,
        "      summary: Answer a conversation.\n",
        "",
    ),
    case(
        "component-unused",
        "/components/schemas/ToolChoice",
        CHAT,
        "          $ref: '#/components/schemas/ToolChoice'\n",
        "          type: string\n          description: Which.\n",
    ),
    case(
        "path-duplicate",
        "/webhooks/chat",
        VENDORS,
        "paths:\n",
        "webhooks:\n  chat: {}\npaths:\n",
    ),
    case(
        "answer-type",
        f"{TAGS}/responses",
        VENDORS,
        "            text/plain:\n              schema: {type: string}\n"
        "              example: '[]'\n",
        "            image/png: {}\n",
    ),
    case(
        "body-type",
        f"{MESSAGES}/requestBody",
        VENDORS,
        "      required: true\n      content:\n        application/json:",
        "      required: true\n      content:\n        text/csv:",
    ),
    case(
        "body-inline",
        "/components/requestBodies/Message/content/application~1json/schema",
        VENDORS,
        "schema: {$ref: '#/components/schemas/MessageRequest'}",
        "schema: {type: object}",
    ),
    case(
        "request-object",
        MESSAGES,
        VENDORS,
        "schema: {$ref: '#/components/schemas/MessageRequest'}",
        "schema: {$ref: '#/components/schemas/TagList'}",
    ),
    case(
        "stream-property",
        GENERATE,
        VENDORS,
        "required: [contents]",
        "required: [contents, stream]",
    ),
    case(
        "argument-duplicate",
        MESSAGES,
        VENDORS,
        "name: anthropic-beta",
        "name: max-tokens",
    ),
    case(
        "argument-duplicate",
        QUERY,
        "invocations.yaml",
        "{served_model_name: served_model}",
        "{served_model_name: stop}",
    ),
    case("parameter-type", f"{METRICS}/parameters/0", VENDORS, "type: integer, minimum: 1", ""),
    case(
        "parameter-description",
        f"{METRICS}/parameters/0",
        VENDORS,
        "          description: At most so many lines.\n",
        "",
    ),
    case("parameter-example", f"{METRICS}/parameters/0", VENDORS, "          example: 5\n", ""),
    case(
        "example-invalid",
        "/paths/~1serving-endpoints~1anthropic~1v1~1messages/post/responses/200/content"
        "/text~1event-stream/example/data",
        VENDORS,
        """data: '{"type": "message_stop"}'""",
        """data: '{"type": "message_end"}'""",
    ),
    case(
        "example-missing",
        f"{METRICS}/responses",
        VENDORS,
        "              example: requests 5\n",
        "",
    ),
    case(
        "example-missing",
        "/paths/~1api~12.0~1serving-endpoints/post/requestBody",
        "serving-endpoints.yaml",
        "            example: {name: sample}\n      responses:",
        "      responses:",
    ),
    case("example-invalid", f"{METRICS}/parameters/0/example", VENDORS, "example: 5", "example: 0"),
    case(
        "parameter-header",
        "/components/parameters/Beta",
        VENDORS,
        "name: anthropic-beta",
        "name: Authorization",
    ),
    case(
        "parameter-header",
        "/components/parameters/Beta",
        VENDORS,
        "name: anthropic-beta",
        "name: anthropic beta",
    ),
    case(
        "parameter-required",
        f"{GENERATE}/parameters/0",
        VENDORS,
        "          in: path\n          required: true\n",
        "          in: path\n",
    ),
    case(
        "requirement-status",
        "/requirements/1/status",
        ROWS,
        "    source: design\n",
        "    source: design\n    status: done\n    reason: Nobody can see it.\n",
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
        "in: cookie",
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
        "union-default",
        "/components/schemas/ContentPart/discriminator",
        CHAT,
        "          image_url: '#/components/schemas/ImagePart'\n",
        "        defaultMapping: '#/components/schemas/ImagePart'\n",
    ),
    case(
        "ref-dangling",
        "/components/schemas/ContentPart/discriminator/defaultMapping",
        CHAT,
        "          image_url: '#/components/schemas/ImagePart'\n",
        "        defaultMapping: '#/components/schemas/NoPart'\n",
    ),
    case(
        "pagination-items",
        "/paths/~1models/get",
        "gateway.yaml",
        "{items: data}",
        "{items: models}",
    ),
    *(
        case(rule, pointer, MANAGEMENT, old, new)
        for rule, pointer, old, new in [
            ("extension-fields", READ_WAIT, "        timeout: 600\n", ""),
            (
                "extension-fields",
                f"{READ_WAIT}/remains",
                "timeout: 600",
                "remains: a\n        timeout: 600",
            ),
            (
                "extension-fields",
                f"{UNTIL_READY}/end",
                "conditions:",
                "end: 1\n            conditions:",
            ),
            (
                "extension-fields",
                f"{UNTIL_READY}/conditions/1/good",
                "done: [READY]",
                "good: [READY]",
            ),
            ("extension-fields", f"{UNTIL_READY}/parts", "              name: /name\n", ""),
            (
                "extension-fields",
                CREATE_WAIT,
                "        until: ready\n        remains",
                "        remains",
            ),
            (
                "extension-fields",
                f"{CREATE_WAIT}/parameters/id",
                "{name: $req",
                "{id: a, name: $req",
            ),
            ("wait-poll", CREATE_WAIT, "poll: getServingEndpoint", "poll: deleteServingEndpoint"),
            ("wait-poll", CREATE_WAIT, "poll: getServingEndpoint", "poll: nothing"),
            (
                "wait-until",
                f"{CREATE_WAIT}/until",
                "until: ready\n        remains",
                "until: gone\n        remains",
            ),
            (
                "wait-method",
                f"{CREATE_WAIT}/method",
                "serving_endpoints.create_and",
                "endpoints.create_and",
            ),
            ("wait-timeout", f"{READ_WAIT}/timeout", "timeout: 600", "timeout: 0"),
            ("wait-parameter", f"{CREATE_WAIT}/parameters/name", "#/name}", "#/tags}"),
            ("wait-member", f"{UNTIL_READY}/conditions/1", "at: /state/ready", "at: /state/raedy"),
            ("wait-member", f"{UNTIL_READY}/conditions/1", "at: /state/ready", "at: /state"),
            (
                "wait-member",
                f"{UNTIL_READY}/parts/state",
                "state: /state/deployment",
                "state: /state",
            ),
            ("wait-member", f"{UNTIL_READY}/parts/name", "lists: [/entities]", "lists: [/tags]"),
            ("wait-value", f"{UNTIL_READY}/conditions/1", "done: [READY]", "done: [READDY]"),
            ("wait-value", f"{UNTIL_READY}/conditions/0", "{STOPPED: it", "{HALTED: it"),
            ("wait-value", f"{UNTIL_READY}/parts/state", "failed: [FAILED]", "failed: [LOST]"),
            ("method-duplicate", f"{CREATE_WAIT}/method", "create_and_wait", "list"),
            (
                "argument-duplicate",
                f"{CREATE_WAIT}/method",
                "        tags:\n          description: The tags.",
                "        on_poll: {type: string, description: A text.}\n"
                "        tags:\n          description: The tags.",
            ),
        ]
    ),
    case(
        "wait-method",
        f"{QUERY}/x-wait",
        "invocations.yaml",
        "      x-tasks:\n",
        "      x-wait: {method: invocations.wait}\n      x-tasks:\n",
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
        "spec/gateway.yaml:39 #/paths/~1models/get: the operation needs summary [operation-summary]"
    )


def test_the_sample_keeps_every_rule(sample: Spec) -> None:
    assert lint(sample) == []


def test_an_open_enumeration_can_stand_wherever_a_schema_is(broken: Broken) -> None:
    text = "ready: {type: string, enum: [READY, NOT_READY], "
    assert broken("serving-endpoints.yaml", text, f"{text}x-open: true, ") == []


def test_a_union_can_have_a_member_for_all_other_tags(broken: Broken) -> None:
    mapping = "          image_url: '#/components/schemas/ImagePart'\n"
    member = "          image_url: '#/components/schemas/ImagePart'\n"
    member += "        defaultMapping: '#/components/schemas/TextPart'\n"
    assert broken(CHAT, mapping, member) == []


def test_the_default_of_a_union_may_leave_its_tag_out(broken: Broken) -> None:
    mapping = "        mapping:\n          user: '#/components/schemas/UserMessage'\n"
    default = "        defaultMapping: '#/components/schemas/UserMessage'\n" + mapping
    assert broken(CHAT, mapping, default) == []


def test_a_row_can_be_a_draft(broken: Broken) -> None:
    draft = "    source: design\n    status: draft\n    reason: Nobody can see it.\n"
    assert broken(ROWS, "    source: design\n", draft) == []


def test_a_row_can_have_a_condition(broken: Broken) -> None:
    condition = "    source: design\n    condition: A stream is broken off.\n"
    assert broken(ROWS, "    source: design\n", condition) == []


@pytest.mark.parametrize("line", ["status: draft", "reason: Nobody can see it."])
def test_a_draft_and_no_other_row_says_why(broken: Broken, line: str) -> None:
    (problem,) = broken(ROWS, "    source: design\n", f"    source: design\n    {line}\n")
    assert problem.rule == "requirement-status"


def test_a_row_can_govern_a_webhook(broken: Broken) -> None:
    pointer = "formats/chat.yaml#/components/schemas/ChatCompletionChunk"
    assert broken(ROWS, pointer, "provider.yaml#/webhooks/chat/post") == []


def test_what_a_row_governs_is_used(broken: Broken) -> None:
    spare = "  schemas:\n    Spare: {description: A document in a text., type: object}\n"
    assert [problem.rule for problem in broken(USAGE, "  schemas:\n", spare)] == [
        "component-unused"
    ]
    pointer = "formats/chat.yaml#/components/schemas/ChatCompletionChunk"
    assert broken(ROWS, pointer, f"{USAGE}#/components/schemas/Spare") == []


def test_bodies_of_tasks_may_be_told_apart_by_the_task_alone(broken: Broken) -> None:
    pointer = "/components/schemas/QueryRequest"
    text = "told apart by its required field.\n      oneOf:\n        - $ref: "
    text += "'formats/chat.yaml#/components/schemas/ChatRequest'"
    changed = text.replace("oneOf", "anyOf").replace("ChatRequest", "ChatCompletionRequest")
    problems = broken("invocations.yaml", text, changed)
    assert pointer not in {problem.pointer for problem in problems}


def test_unions_in_refusals_need_no_name_since_no_method_speaks_them(broken: Broken) -> None:
    text = "message: {type: string, description: The message.}"
    union = "anyOf: [{type: string}, {$ref: '#/components/schemas/Error'}]"
    changed = f"message: {{description: The message., {union}}}"
    assert broken("formats/errors.yaml", text, changed) == []


def test_the_text_of_an_answer_needs_no_component(sample: Spec) -> None:
    media = sample.documents[VENDORS].content
    schema = lookup(media, f"{METRICS}/responses/200/content/text~1plain/schema")
    assert "$ref" not in as_object(schema)


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
