"""Changes generated requests, so that they reach what they try and touch nothing foreign."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ..json_values import as_text, body_object, is_object
from ..probes.endpoints import Existing, is_particular
from ..specification.document import properties
from ..specification.records import NAMES_OF_MODELS, Operation, Resource
from ..target import SCORING, Task
from . import mapping
from .bodies import (
    describing_one_entity,
    naming_places_and_principals,
    shortened,
    tried_once,
    with_documented_rows,
    with_rows_that_fit,
    without_calls,
    without_history,
    without_special_wishes,
)
from .library import GeneratedCase, has_broken_path, is_valid

_SAFE_METHODS = ("GET", "HEAD")
_WORKSPACE = "invocations"


_RETRIES = "x-litellm-num-retries"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewriter:
    """Rewrites the requests of one run.

    `operations` are by label, `models` by task. `collection` is the path of the endpoints that the
    run may create ("" for none), `creations` every path at which it may create any, `prefix` what
    their names begin with, `created` those that there are, `standing` those that are there from the
    beginning, by the path template that needs one. `served` has the name of a served entity of a
    model. `frugal` keeps answers of models short.
    """

    operations: Mapping[str, Operation]
    models: Mapping[Task, str]
    collection: str
    prefix: str
    created: Collection[str]
    standing: Mapping[str, Existing]
    frugal: bool
    creations: Collection[str] = ()
    served: Mapping[str, str] = field(default_factory=dict[str, str])

    def rewrite(self, case: GeneratedCase) -> None:
        """Change a request before it is sent."""
        if self._is_managed(case):
            self._use_own_endpoint(case)
            self._prefix_name(case)
            if is_valid(case):
                body = describing_one_entity(case.body, updates=case.method == "PUT")
                case.body = naming_places_and_principals(body)
        else:
            task = mapping.task(self.operations[case.operation.label], case.body)
            self._use_known_model(case, task)
            if is_valid(case):
                case.body = without_special_wishes(case.body, self._known(case, task))
                case.body = self._with_fitting_rows(case, task)
                case.body = without_history(case.body, task)
                if self.frugal:
                    case.body = without_calls(case.body, task)
            if self.frugal:
                case.body = tried_once(shortened(case.body, task))
                if case.headers:
                    case.headers.pop(_RETRIES, None)

    def _with_fitting_rows(self, case: GeneratedCase, task: Task | None) -> object:
        """Ask a model for rows that it takes; those of our own reference server take any."""
        operation = self.operations[case.operation.label]
        if task not in (*SCORING, "responses") or not operation.takes_a_body:
            return case.body
        if self.frugal and (operation.webhook or task in SCORING):
            return with_documented_rows(case.body, operation.signature(task).example)
        return with_rows_that_fit(case.body) if task in SCORING else case.body

    def _known(self, case: GeneratedCase, task: Task | None) -> Collection[str] | None:
        """Return the members that a workspace's models know, None where they may take any."""
        operation = self.operations[case.operation.label]
        if operation.profile != _WORKSPACE or not operation.takes_a_body:
            return None
        return properties(operation.signature(task).request)

    def _is_managed(self, case: GeneratedCase) -> bool:
        """Whether a request is about endpoints rather than for a model."""
        by_id = "endpoint-id" in self._resources(case).values()
        return bool(self.collection) and (by_id or case.path.startswith(self.collection))

    def _resources(self, case: GeneratedCase) -> Mapping[str, Resource]:
        """Return what the parameters in a request's path name; its method may be another."""
        found = (each for each in self.operations.values() if each.path == case.path)
        operation = next(found, None)
        return operation.resources if operation else {}

    def _use_known_model(self, case: GeneratedCase, task: Task | None) -> None:
        """Name the model that is used for the body's task, unless it is the name that is broken.

        With any other one a request would be refused whatever else is right or wrong with it.
        """
        resources = self._resources(case)
        known = self.models.get(task) if task else next(iter(self.models.values()), None)
        if known is None:
            return
        names_one = any(resource in NAMES_OF_MODELS for resource in resources.values())
        if names_one and not has_broken_path(case):
            for name, resource in resources.items():
                is_entity = resource == "served-model-name"
                case.path_parameters[name] = self.served.get(known, known) if is_entity else known
        body = case.body
        if not names_one and task and is_object(body) and isinstance(body.get("model", ""), str):
            case.body = {**body, "model": known}

    def _use_own_endpoint(self, case: GeneratedCase) -> None:
        """Change endpoints of the run only, and mostly one that exists.

        What not every endpoint allows, such as an update, is tried on the one that stands for it.
        None of these is deleted, since other requests need them.
        """
        resources = self._resources(case) or {"name": "endpoint-name"}
        deletes = case.method == "DELETE"
        standing = None if deletes or has_broken_path(case) else self.standing.get(case.path)
        if deletes and case.path_parameters.get("name") in self._standing_names():
            case.path_parameters["name"] = f"{self.prefix}-other"
        own = [case.path_parameters.get(name) in self.created for name in resources]
        operation = self.operations.get(case.operation.label)
        particular = operation is not None and is_particular(operation)
        if any(own) and not (standing and particular):
            return
        for name, resource in resources.items():
            value = case.path_parameters.get(name)
            if not isinstance(value, str):
                continue
            if standing:
                case.path_parameters[name] = standing.names.get(resource, standing.name)
            elif case.method not in _SAFE_METHODS and self.prefix not in value:
                case.path_parameters[name] = f"{self.prefix}-{value}"

    def _standing_names(self) -> frozenset[str]:
        return frozenset(each.name for each in self.standing.values())

    def _prefix_name(self, case: GeneratedCase) -> None:
        """Give an endpoint to be created a name with the run's prefix."""
        body = body_object(case.body)
        name = as_text(body.get("name"))
        if name and case.path in (self.collection, *self.creations) and self.prefix not in name:
            case.body = {**body, "name": f"{self.prefix}-{name}"}
