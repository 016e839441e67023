"""Turns the operations of a profile into surfaces, with models and paths filled in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote, urlencode

from .specification import document, links, operations
from .specification.records import NAMES_OF_MODELS, Operation, Resource
from .target import TASKS, Surface, Task

_PLACE = re.compile(r"\{([^{}]+)\}")


def tasks(profile: str) -> tuple[Task, ...]:
    """Return the tasks that the operations of a profile serve."""
    served = {task for operation in operations.of_profile(profile) for task in operation.tasks}
    return tuple(task for task in TASKS if task in served)


def of(
    profile: str,
    models: Mapping[Task, str],
    unknown: str,
    served: Mapping[str, str] | None = None,
) -> Iterator[Surface]:
    """Yield the surfaces of a profile for the tasks that have a model or need none.

    `unknown` fills the path of operations that name an endpoint but serve no task, `served` has
    the name of a served entity of each model that is known.
    """
    for operation in operations.of_profile(profile):
        for task in operation.tasks:
            if task in models or not needs_model(operation, task):
                yield surface(operation, name=models.get(task, ""), task=task, served=served)
        if not operation.tasks:
            known = next(iter(models.values()), unknown)
            names_models = "model" in operation.resources.values()
            made = surface(operation, name=known if names_models else unknown)
            yield replace(made, source_model=_source_model(operation, models))


def surface(
    operation: Operation,
    *,
    name: str,
    task: Task | None = None,
    served: Mapping[str, str] | None = None,
) -> Surface:
    """Return the surface of an operation with its path's parameters filled in.

    `name` stands for the endpoint or model, and for what nothing better is known of.
    """
    named = dict.fromkeys(NAMES_OF_MODELS, name)
    values: dict[Resource, str] = {"endpoint-id": name, "served-model-name": name, **named}
    if served and name in served:
        values["served-model-name"] = served[name]
    return Surface(
        profile=operation.profile,
        operation=operation.label,
        operation_id=operation.id,
        method=operation.method,
        path=filled(operation, values),
        task=task,
        model=name if task else "",
        names_model_in_body=task is not None and _takes_model_in_body(operation, task),
    )


def filled(operation: Operation, values: Mapping[Resource, str]) -> str:
    """Return an operation's path with resources, and everything else as documented, filled in.

    The query has the parameters that every request needs.
    """
    resources = operation.resources
    examples = {each.name: each.example for each in operation.at("path")}

    def value(match: re.Match[str]) -> str:
        resource = resources.get(match[1])
        known = values.get(resource) if resource else None
        return quote(examples.get(match[1], "") if known is None else known, safe="")

    needed = [(each.name, each.example) for each in operation.at("query") if each.required]
    return _PLACE.sub(value, operation.path) + (f"?{urlencode(needed)}" if needed else "")


def base(operation: Operation, found: str) -> str:
    """Return the base path of an operation at a target whose profile was found at a base path.

    That is the one found, unless the operation is documented at others only: then their first
    one, in the place of what the profile's other operations are documented at.
    """
    documented = {each for item in operations.of_profile(operation.profile) for each in item.bases}
    ends = sorted(documented, key=len, reverse=True)
    end = next((each for each in ends if found.endswith(each)), "")
    if end in operation.bases:
        return found
    return found.removesuffix(end) + operation.bases[0]


def with_parameters(operation: Operation, values: Mapping[str, str]) -> str:
    """Return an operation's path with the values of its parameters, by their names."""
    return _PLACE.sub(lambda match: quote(values[match[1]], safe=""), operation.path)


def headers(operation: Operation) -> Mapping[str, str]:
    """Return the documented values of the headers that every request needs."""
    return {each.name: each.example for each in operation.at("header") if each.required}


def with_query(path: str, name: str, value: str) -> str:
    """Return a path with one more parameter in its query."""
    return f"{path}{'&' if '?' in path else '?'}{urlencode([(name, value)])}"


def needs_model(operation: Operation, task: Task) -> bool:
    """Whether a request for a task says which model it is for, in its path or its body."""
    return operation.names_a_model or _takes_model_in_body(operation, task)


def streams(surface: Surface) -> bool:
    """Whether the operation of a surface documents a stream for its task."""
    return operation_of(surface).signature(surface.task).stream is not None


def whole(profile: str) -> Surface:
    """Return the surface for checks of a profile as a whole: its first operation without names."""
    described = operations.of_profile(profile)
    plain = [operation for operation in described if "{" not in operation.path]
    return surface([*plain, *described][0], name="")


def _source_model(operation: Operation, models: Mapping[Task, str]) -> str:
    """Return the model of the operation whose answer an operation names, "" where none does."""
    link = links.leading_to(operation)
    return models.get(link.source.tasks[0], "") if link else ""


def collection(profile: str) -> str:
    """Return the path of the collection that a profile's clients create in, "" if there is none."""
    operation = operations.creating(profile)
    return operation.path if operation else ""


def operation_of(surface: Surface) -> Operation:
    """Return the operation that a surface reaches."""
    return operations.by_id()[surface.operation_id]


def _takes_model_in_body(operation: Operation, task: Task) -> bool:
    """Whether it is the body that says which model a request is for."""
    request = operation.signature(task).request
    return not operation.names_a_model and "model" in document.properties(request)
