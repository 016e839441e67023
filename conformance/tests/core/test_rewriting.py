"""What is changed in generated requests before they are sent."""

from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from schemathesis import GenerationMode
from schemathesis.core.parameters import ParameterLocation

from invocant_conformance.generic.library import GeneratedCase
from invocant_conformance.generic.rewriting import Rewriter
from invocant_conformance.probes.endpoints import Existing
from invocant_conformance.specification import operations

COLLECTION = "/api/2.0/serving-endpoints"
QUERY = "/serving-endpoints/{name}/invocations"


@dataclass
class Meta:
    """How a request was generated."""

    mode: GenerationMode = GenerationMode.POSITIVE
    broken: ParameterLocation | None = None

    @property
    def generation(self) -> "Meta":
        return self

    def is_negative_at(self, location: ParameterLocation) -> bool:
        return self.broken is location


@dataclass
class Case:
    """A generated request."""

    method: str
    path: str
    body: Any = field(default_factory=dict[str, object])
    path_parameters: dict[str, object] = field(default_factory=dict[str, object])
    meta: Meta = field(default_factory=Meta)
    headers: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def operation(self) -> "Case":
        return self

    @property
    def label(self) -> str:
        return f"{self.method} {self.path}"


def rewritten(case: Case, *, standing: str | None = None, frugal: bool = False) -> Case:
    """Return a request as it would be sent."""
    rewriter = Rewriter(
        operations={operation.label: operation for operation in operations.load()},
        models={"chat": "llama", "embeddings": "bge"},
        collection=COLLECTION,
        prefix="run",
        created={"run-made"},
        standing={case.path: Existing(name=standing)} if standing else {},
        frugal=frugal,
    )
    rewriter.rewrite(cast(GeneratedCase, case))
    return case


@pytest.mark.parametrize(("body", "model"), [({"messages": []}, "llama"), ({"input": ""}, "bge")])
def test_a_path_names_a_model_of_the_bodys_task(body: object, model: str) -> None:
    case = rewritten(Case("POST", QUERY, body, {"name": "random"}))
    assert case.path_parameters == {"name": model}


def test_a_broken_path_stays_broken() -> None:
    broken = Meta(GenerationMode.NEGATIVE, ParameterLocation.PATH)
    case = rewritten(Case("POST", QUERY, {"messages": []}, {"name": "\0"}, broken))
    assert case.path_parameters == {"name": "\0"}


@pytest.mark.parametrize("body", [{}, {"model": "random"}, {"model": "", "messages": 1}])
def test_a_body_names_the_model_whatever_else_is_wrong(body: object) -> None:
    case = rewritten(Case("POST", "/chat/completions", body, meta=Meta(GenerationMode.NEGATIVE)))
    assert case.body["model"] == "llama"


@pytest.mark.parametrize("body", [{"model": 5}, {"model": None}, b"{", None])
def test_a_model_that_is_broken_stays_broken(body: object) -> None:
    case = rewritten(Case("POST", "/chat/completions", body, meta=Meta(GenerationMode.NEGATIVE)))
    assert case.body == body


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "POST"])
def test_endpoints_of_others_are_out_of_reach(method: str) -> None:
    case = rewritten(Case(method, COLLECTION + "/{name}", {}, {"name": "production"}))
    assert case.path_parameters == {"name": "run-production"}


def test_endpoints_of_the_run_are_changed_as_they_are() -> None:
    case = rewritten(Case("DELETE", COLLECTION + "/{name}", {}, {"name": "run-made"}))
    assert case.path_parameters == {"name": "run-made"}


def test_endpoints_of_others_may_be_read() -> None:
    case = rewritten(Case("GET", COLLECTION + "/{name}", {}, {"name": "production"}))
    assert case.path_parameters == {"name": "production"}


@pytest.mark.parametrize(("standing", "name"), [("run-standing", "run-standing"), (None, "run-x")])
def test_updates_are_tried_on_an_endpoint_that_exists(standing: str | None, name: str) -> None:
    case = Case("PUT", COLLECTION + "/{name}/config", {}, {"name": "x"})
    assert rewritten(case, standing=standing).path_parameters == {"name": name}


@pytest.mark.parametrize("path", ["/{name}/config", "/pt/{name}/config"])
def test_updates_that_not_every_endpoint_allows_are_tried_on_one_that_does(path: str) -> None:
    case = Case("PUT", COLLECTION + path, {}, {"name": "run-made"})
    assert rewritten(case, standing="run-standing").path_parameters == {"name": "run-standing"}


@pytest.mark.parametrize(
    ("body", "name"), [({"name": "x"}, "run-x"), ({"name": "run-x"}, "run-x"), ({"name": ""}, "")]
)
def test_endpoints_are_created_under_the_runs_names(body: object, name: str) -> None:
    assert rewritten(Case("POST", COLLECTION, body)).body["name"] == name


def test_broken_descriptions_of_endpoints_stay_broken() -> None:
    body = {"name": 5, "config": {"traffic_config": 1}}
    case = rewritten(Case("POST", COLLECTION, dict(body), meta=Meta(GenerationMode.NEGATIVE)))
    assert case.body == body


def test_a_frugal_run_asks_for_short_answers() -> None:
    body: dict[str, object] = {"model": "x", "messages": [], "max_tokens": 4000}
    assert rewritten(Case("POST", "/chat/completions", body), frugal=True).body["max_tokens"] == 16
