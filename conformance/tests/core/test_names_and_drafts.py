"""What paths name, which rows are drafts, and where a mutation breaks."""

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from pydantic import JsonValue

from invocant import spec
from invocant_conformance import listing, requirements, surfaces
from invocant_conformance.json_values import as_list, as_object
from invocant_conformance.ledger import Ledger
from invocant_conformance.probes import endpoints
from invocant_conformance.probes.query import DROP, Query
from invocant_conformance.session import Session
from invocant_conformance.specification import naming, operations
from invocant_conformance.specification.records import Parameter
from invocant_conformance.target import SCORING, task_words, tasks_named

COLLECTION = "/api/2.0/serving-endpoints"
UPDATE = operations.by_id()["updateServingEndpointConfig"]
CHAT = operations.by_id()["createGatewayChatCompletion"]


def test_a_path_names_an_endpoint() -> None:
    assert naming.named(f"{COLLECTION}/a%2Fb/config?x=1", "management") == {"endpoint-name": "a/b"}
    assert naming.named(COLLECTION, "management") == {}


def test_what_a_path_names_is_created_at_its_beginning() -> None:
    found = naming.creation_for(UPDATE)
    assert found is not None
    assert found.id == "createServingEndpoint"
    assert naming.creation_for(CHAT) is None


def test_an_endpoint_is_read_from_its_description() -> None:
    config: JsonValue = {"served_entities": [{"name": "first"}, {"name": "second"}]}
    shown = endpoints.existing({"name": "n", "id": "i", "pending_config": config})
    assert shown.names == {"endpoint-name": "n", "endpoint-id": "i", "served-model-name": "first"}


def test_a_path_is_filled_with_what_is_known_and_what_every_request_needs() -> None:
    needed = Parameter(
        name="order",
        location="query",
        schema={"type": "string"},
        required=True,
        resource=None,
        example="up & down",
    )
    operation = replace(UPDATE, parameters=(*UPDATE.parameters, needed))
    path = surfaces.filled(operation, {"endpoint-name": "a/b"})
    assert path == f"{COLLECTION}/a%2Fb/config?order=up+%26+down"


def test_a_word_may_stand_for_several_tasks() -> None:
    assert tasks_named("scoring") == SCORING
    assert tasks_named("chat") == ("chat",)
    assert tasks_named("song") == ()
    assert "inputs" not in task_words()


def test_the_documented_request_names_the_surfaces_model(session: Session) -> None:
    query = Query(session, surfaces.surface(CHAT, name="mine", task="chat"))
    assert query.request()["model"] == "mine"
    assert query.request(stream=True, max_tokens=DROP)["stream"] is True
    assert "max_tokens" in query.request()
    assert "max_tokens" not in query.request(max_tokens=DROP)


@pytest.fixture
def session() -> Session:
    client = httpx.AsyncClient(transport=httpx.MockTransport(lambda _: httpx.Response(200)))
    return Session(client=client, url="http://host", ledger=Ledger(seed="1"))


@pytest.fixture
def draft(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A row of the specification that has become a draft."""
    rows = [as_object(row) for row in as_list(spec.requirements()["requirements"])]
    drafted = {"status": "draft", "reason": "Nobody can see it."}
    changed = [{**row, **drafted} if row["id"] == "CHAT-META-001" else row for row in rows]
    cached = (requirements.load, requirements.drafts, requirements.by_id)
    monkeypatch.setattr(spec, "requirements", lambda: {"requirements": changed})
    for each in cached:
        each.cache_clear()
    requirements.every.cache_clear()
    yield "CHAT-META-001"
    monkeypatch.undo()
    for each in cached:
        each.cache_clear()
    requirements.every.cache_clear()


def test_a_draft_is_listed_but_not_judged(draft: str) -> None:
    assert draft not in requirements.by_id()
    assert draft in [row.id for row in requirements.server_drafts(["gateway"])]
    assert draft not in [row.id for row in requirements.server_drafts(["management"])]
    line, reason = listing.lines((), (), (draft,))
    assert line.endswith("draft, not judged yet")
    assert reason == "    Nobody can see it."
