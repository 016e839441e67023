"""The bundle: one document that says the same as the files it was made from."""

from invocant_codegen.bundle import bundle, downgraded, requirements
from invocant_codegen.calls import component_schemas
from invocant_codegen.json_values import as_object, lookup, walk
from invocant_codegen.load import Document, Spec


def test_every_reference_names_a_component_of_the_bundle(sample: Spec) -> None:
    document = bundle(sample)
    refs = [str(value["$ref"]) for _, value in walk(document) if "$ref" in value]
    assert len(refs) > 40
    assert all(lookup(document, ref.removeprefix("#")) for ref in refs)


def test_targets_of_discriminators_are_local(sample: Spec) -> None:
    message = component_schemas(bundle(sample))["ChatMessage"]
    assert as_object(as_object(message["discriminator"])["mapping"]) == {
        "user": "#/components/schemas/UserMessage",
        "assistant": "#/components/schemas/AssistantMessage",
    }


def test_operations_carry_profile_client_tag_and_security_of_their_document(sample: Spec) -> None:
    operation = as_object(lookup(bundle(sample), "/paths/~1models/get"))
    keys = ("x-profile", "x-client", "tags", "security")
    assert [operation[key] for key in keys] == ["gateway", "Gateway", ["gateway"], [{"Bearer": []}]]


def test_servers_of_a_document_move_to_its_paths(sample: Spec) -> None:
    paths = as_object(bundle(sample)["paths"])
    servers = {path: as_object(item).get("servers") for path, item in paths.items()}
    assert servers["/models"] == [{"url": "/"}, {"url": "/v1"}]
    assert servers["/serving-endpoints/chat/completions"] is None


def test_webhooks_are_merged_and_carry_the_marks_of_their_document(sample: Spec) -> None:
    operation = as_object(lookup(bundle(sample), "/webhooks/chat/post"))
    assert operation["x-profile"] == "provider"
    assert operation["tags"] == ["provider"]
    assert operation["security"] == [{"Bearer": []}, {"ApiKey": []}]
    assert "x-client" not in operation


def test_servers_of_an_operation_stay_with_it(sample: Spec) -> None:
    document = Document(
        path="a.yaml",
        content={
            "servers": [{"url": "/v1"}],
            "paths": {"/a": {"get": {"servers": [{"url": "https://data.test"}]}}},
        },
        lines={},
    )
    item = as_object(lookup(bundle(Spec(documents={"a.yaml": document})), "/paths/~1a"))
    assert item["servers"] == [{"url": "/v1"}]
    assert as_object(item["get"])["servers"] == [{"url": "https://data.test"}]


def test_components_are_sorted(sample: Spec) -> None:
    names = [*component_schemas(bundle(sample))]
    assert names == sorted(names)


def test_the_3_1_form_has_a_schema_in_the_place_of_an_item_schema(sample: Spec) -> None:
    document = downgraded(bundle(sample))
    media = as_object(lookup(document, "/components/responses/Chat/content/text~1event-stream"))
    assert document["openapi"] == "3.1.0"
    assert media["schema"] == {"$ref": "#/components/schemas/ChatEvent"}
    assert not [pointer for pointer, value in walk(document) if "itemSchema" in value]


def test_requirement_rows_are_sorted_by_id() -> None:
    rows = {"b": ["B-X-001", "A-X-002"], "c": ["A-X-001"]}
    documents = {
        f"requirements/{name}.yaml": Document(
            path=f"requirements/{name}.yaml",
            content={"requirements": [{"id": row} for row in ids]},
            lines={},
        )
        for name, ids in rows.items()
    }
    assert requirements(Spec(documents=documents)) == {
        "requirements": [{"id": "A-X-001"}, {"id": "A-X-002"}, {"id": "B-X-001"}]
    }
