"""Changes generated requests, so that they reach what they try and touch nothing foreign."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..json_values import as_text, body_object, is_object
from ..specification.records import Operation
from ..target import Task
from . import mapping
from .bodies import describing_one_entity, shortened, without_special_wishes
from .library import GeneratedCase, has_broken_path, is_valid


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewriter:
    """Rewrites the requests of one run.

    `operations` are by label, `models` by task. `collection` is the path of the endpoints that the
    run may create ("" for none), `prefix` what their names begin with, `created` those that there
    are, `standing` one that is there from the beginning. `frugal` keeps answers of models short.
    """

    operations: Mapping[str, Operation]
    models: Mapping[Task, str]
    collection: str
    prefix: str
    created: Collection[str]
    standing: str | None
    frugal: bool

    def rewrite(self, case: GeneratedCase) -> None:
        """Change a request before it is sent."""
        if self.collection and case.path.startswith(self.collection):
            self._use_own_endpoint(case)
            self._prefix_name(case)
            if is_valid(case):
                case.body = describing_one_entity(case.body)
        else:
            self._use_known_model(case)
            if is_valid(case):
                case.body = without_special_wishes(case.body)
            if self.frugal:
                case.body = shortened(case.body)

    def _use_known_model(self, case: GeneratedCase) -> None:
        """Name the model that is used for the body's task, unless it is the name that is broken.

        With any other one a request would be refused whatever else is right or wrong with it.
        """
        task = mapping.task(self.operations[case.operation.label], case.body)
        model = self.models.get(task) if task else None
        if model is None:
            return
        if "name" in case.path_parameters:
            if not has_broken_path(case):
                case.path_parameters["name"] = model
        elif is_object(case.body) and isinstance(case.body.get("model", ""), str):
            case.body = {**case.body, "model": model}

    def _use_own_endpoint(self, case: GeneratedCase) -> None:
        """Change endpoints of the run only, and mostly one that exists."""
        named = case.path_parameters.get("name")
        if not isinstance(named, str) or case.method in ("GET", "HEAD") or named in self.created:
            return
        if self.standing and case.method == "PUT" and not has_broken_path(case):
            case.path_parameters["name"] = self.standing
        elif self.prefix not in named:
            case.path_parameters["name"] = f"{self.prefix}-{named}"

    def _prefix_name(self, case: GeneratedCase) -> None:
        """Give an endpoint to be created a name with the run's prefix."""
        body = body_object(case.body)
        name = as_text(body.get("name"))
        if name and case.path == self.collection and self.prefix not in name:
            case.body = {**body, "name": f"{self.prefix}-{name}"}
