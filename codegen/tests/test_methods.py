"""From marked operations to methods: names, arguments, answers, texts."""

from dataclasses import replace

import pytest

from invocant_codegen.bundle import bundle
from invocant_codegen.calls import Alias, Call, calls
from invocant_codegen.clients import clients
from invocant_codegen.documentation import method_documentation
from invocant_codegen.generated_types import Field, GeneratedType
from invocant_codegen.json_values import JsonObject, as_object
from invocant_codegen.load import Spec
from invocant_codegen.methods import Typing, method, python_name
from invocant_codegen.operations import Argument, Paging
from invocant_codegen.schemas import Schemas
from invocant_codegen.twins import twins

STRING: JsonObject = {"type": "string", "description": "A text."}
SCHEMAS: Schemas = {
    "Request": {
        "type": "object",
        "required": ["text"],
        "properties": {
            "name": STRING,
            "class": STRING,
            "text": STRING,
            "config": {"$ref": "#/components/schemas/Config"},
        },
    },
    "Config": {"allOf": [{"properties": {"token": {"$ref": "#/components/schemas/Secret"}}}]},
    "Secret": {"type": "string", "format": "password", "description": "A secret."},
    "List": {
        "type": "object",
        "properties": {"entries": {"items": {"$ref": "#/components/schemas/Entry"}}},
    },
    "Entry": {"type": "object", "properties": {"id": STRING}},
    "Either": {"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/Entry"}]},
    "Plain": {"type": "string"},
    "Turn": {"type": "object", "x-accepts": {"$ref": "#/components/schemas/Entry"}},
}
FIELDS = (
    Field(name="name", type="NotRequired[str]", required=False),
    Field(name="class", type="NotRequired[str | None]", required=False),
    Field(name="text", type="str", required=True),
)
PARAMS = {"Request": GeneratedType(name="Request", module="some", fields=FIELDS)}
MODELS = {
    name: GeneratedType(name=name, module="some", fields=()) for name in ("List", "Entry", "Plain")
}
TYPING = Typing.of(SCHEMAS, PARAMS, MODELS)
CREATE = Call(
    client="Client",
    attributes=("things", "create"),
    operation_id="createThing",
    http_method="POST",
    path="/things/{name}",
    summary="Create.",
    description="Creates.",
    parameters=[{"name": "name", "in": "path", "description": "The name."}],
    request="Request",
    aliases=[],
    response="Entry",
    text=False,
    accept=("application/json",),
    event=None,
    end={},
    items=None,
)


def test_the_path_wins_over_a_field_of_the_same_name() -> None:
    thing = method(CREATE, TYPING)
    assert [argument.key for argument in thing.path_arguments] == ["name"]
    assert "name" not in [argument.key for argument in thing.body_arguments]


def test_required_fields_come_first() -> None:
    arguments = method(CREATE, TYPING).body_arguments
    assert [(argument.name, argument.required) for argument in arguments] == [
        ("text", True),
        ("class_", False),
    ]


def test_fields_that_can_be_left_out_take_omit() -> None:
    arguments = {argument.key: argument.type for argument in method(CREATE, TYPING).body_arguments}
    assert arguments == {"text": "str", "class": "str | Omit | None"}


def test_secrets_are_found_wherever_the_body_can_hold_them() -> None:
    assert method(CREATE, TYPING).secrets == ("token",)


def test_an_answer_without_content_is_none() -> None:
    assert method(replace(CREATE, response=None), TYPING).answer is None


def test_entries_that_the_server_may_leave_out_are_an_empty_page() -> None:
    listing = method(replace(CREATE, response="List", items="entries"), TYPING)
    assert listing.paging == Paging(item="models.some.Entry", entries="answer.entries or ()")


@pytest.mark.parametrize(
    ("key", "name"),
    [
        *(("model", "model"), ("class", "class_"), ("top-k", "top_k"), ("options", "options_")),
        ("timeout", "timeout_"),
    ],
)
def test_argument_names_are_valid_python(key: str, name: str) -> None:
    assert python_name(key) == name


@pytest.mark.parametrize(
    ("name", "accepted"),
    [
        ("Entry", ("models.some.Entry",)),
        ("Either", ("models.some.Entry",)),
        ("Turn", ("models.some.Entry",)),
        ("Plain", ()),
        ("Secret", ()),
    ],
)
def test_models_are_accepted_in_the_place_of_their_parameters(
    name: str, accepted: tuple[str, ...]
) -> None:
    assert twins(SCHEMAS, MODELS)[name] == accepted


def test_one_operation_gives_one_method_a_task(sample: Spec) -> None:
    tasks = [call for call in calls(bundle(sample)) if call.attributes[0] == "invocations"]
    assert [(call.attributes, call.request, call.response, call.event) for call in tasks] == [
        (("invocations", "chat"), "ChatRequest", "ChatCompletion", "ChatCompletionChunk"),
        (("invocations", "embeddings"), "EmbeddingsRequest", "EmbeddingsResponse", None),
    ]


def test_an_alias_is_no_method_but_a_path_of_one(sample: Spec) -> None:
    found = calls(bundle(sample))
    assert "queryServedModel" not in {call.operation_id for call in found}
    [chat] = [call for call in found if call.attributes == ("invocations", "chat")]
    [alias] = chat.aliases
    assert alias.arguments == {"served_model_name": "served_model"}


def test_webhooks_are_no_methods(sample: Spec) -> None:
    assert "providerChat" not in {call.operation_id for call in calls(bundle(sample))}


@pytest.mark.parametrize(
    ("operation_id", "response", "text", "accept", "always"),
    [
        ("createMessage", "Message", False, ("application/json",), False),
        ("streamGenerateContent", None, False, (), True),
        ("exportMetrics", None, True, ("text/plain",), False),
        ("listTags", "TagList", False, ("application/json", "text/plain"), False),
        ("wakeEndpoint", None, False, (), False),
    ],
)
def test_the_media_types_decide_what_a_method_returns(
    sample: Spec,
    operation_id: str,
    response: str | None,
    text: bool,
    accept: tuple[str, ...],
    always: bool,
) -> None:
    [call] = [call for call in calls(bundle(sample)) if call.operation_id == operation_id]
    assert (call.response, call.text, call.accept) == (response, text, accept)
    assert call.always_streams is always


@pytest.mark.parametrize(
    ("operation_id", "merge", "merged"),
    [
        ("createMessage", "messages", "Message"),
        ("streamGenerateContent", "gemini", "GenerateContent"),
        ("exportMetrics", "", None),
    ],
)
def test_events_make_up_the_answer_of_the_operation_or_of_the_stream(
    sample: Spec, operation_id: str, merge: str, merged: str | None
) -> None:
    [call] = [call for call in calls(bundle(sample)) if call.operation_id == operation_id]
    assert (call.merge, call.merged) == (merge, merged)


def test_parameters_follow_the_fields_of_the_body() -> None:
    limit: JsonObject = {"name": "max-items", "in": "query", "schema": {"type": "integer"}}
    kind: JsonObject = {
        "name": "X-Kind",
        "in": "header",
        "required": True,
        "schema": {"type": "string", "enum": ["a", "b"]},
    }
    thing = method(replace(CREATE, parameters=[*CREATE.parameters, limit, kind]), TYPING)
    arguments = [(argument.name, argument.type) for argument in thing.keyword_arguments]
    assert arguments == [
        ("text", "str"),
        ("class_", "str | Omit | None"),
        ("x_kind", "Literal['a', 'b'] | str"),
        ("max_items", "int | Omit"),
    ]
    assert [(each.argument.key, each.kind) for each in (*thing.query, *thing.headers)] == [
        ("max-items", "int"),
        ("X-Kind", "str"),
    ]


def test_a_parameter_of_one_value_has_it() -> None:
    schema: JsonObject = {"type": "string", "const": "sse"}
    alt: JsonObject = {"name": "alt", "in": "query", "required": True, "schema": schema}
    [argument] = method(replace(CREATE, parameters=[alt]), TYPING).parameter_arguments
    assert (argument.type, argument.default) == ("Literal['sse']", "'sse'")
    assert not argument.required


def test_placeholders_are_names_of_arguments() -> None:
    alias = Alias(
        path="/things/{name}/of/{class}",
        parameters=[{"name": "class", "in": "path", "description": "The class."}],
        arguments={"class": "kind"},
    )
    thing = method(replace(CREATE, aliases=[alias]), TYPING)
    assert thing.aliases == ("/things/{name}/of/{kind}",)
    [argument] = thing.alias_arguments
    assert (argument.name, argument.type, argument.required) == ("kind", "str | Omit", False)


def test_an_empty_object_is_no_answer(sample: Spec) -> None:
    [delete] = [call for call in calls(bundle(sample)) if call.http_method == "DELETE"]
    assert delete.response is None


def test_attribute_paths_become_classes() -> None:
    create = replace(CREATE, attributes=("long_things", "parts", "create"))
    [client] = clients([create], TYPING, {"Client": "Things."})
    [module] = client.modules
    assert [resource.class_name for resource in module.resources] == [
        "LongThingsParts",
        "LongThings",
    ]
    assert [attribute.name for attribute in client.attributes] == ["long_things"]


def test_an_alias_at_an_address_of_its_own_makes_requests_movable(sample: Spec) -> None:
    bundled = bundle(sample)
    paths = as_object(bundled["paths"])
    query = as_object(paths["/serving-endpoints/{name}/invocations"])
    post = {**as_object(query["post"]), "x-alias": {"of": "queryServingEndpoint"}}
    for servers, movable in (([{"url": "https://own.test"}], True), ([{"url": "/v1"}], False)):
        moved = {**query, "servers": servers, "post": post}
        found = calls({**bundled, "paths": {**paths, "/moved/{name}": moved}})
        named = {call.operation_id for call in found if call.movable}
        assert named == ({"queryServingEndpoint"} if movable else set())


def test_movable_methods_are_offered_once_more_where_their_addresses_are_told() -> None:
    told: JsonObject = {"type": "object", "properties": {"data_plane_info": {"type": "object"}}}
    typing = replace(TYPING, schemas={**SCHEMAS, "Entry": told})
    read = replace(CREATE, attributes=("things", "get"), http_method="GET", request=None)
    query = replace(CREATE, attributes=("queries", "ask"), response="Plain", movable=True)
    descriptions = {"Client": "Things."}
    [client] = clients([read, query], typing, descriptions)
    assert client.data_plane is not None
    assert client.data_plane.reader == "things.get"
    assert client.data_plane.attribute.class_name == "Queries"
    [plain] = clients([read, replace(query, movable=False)], typing, descriptions)
    assert plain.data_plane is None


def test_documentation_lists_arguments_and_errors() -> None:
    argument = Argument(name="text", key="text", type="str", required=True, description="A text.")
    lines = method_documentation("Create.", "Creates.", [argument], streams=False, parses=False)
    assert lines[:5] == ("Create.", "", "Creates.", "", "Args:")
    assert "    text: A text." in lines
    assert [line for line in lines if line.startswith("    RequestError: ")]


def test_documentation_cannot_leave_its_docstring() -> None:
    text = 'A path \\n and """quotes""".'
    lines = method_documentation("S.", text, [], streams=False, parses=False)
    assert lines[2] == 'A path \\\\n and \\"\\"\\"quotes\\"\\"\\".'
