"""Rules about `x-alias`: further paths of operations that have methods."""

from collections.abc import Iterator

from ..json_values import as_object, as_text, child
from ..load import Spec
from ..problems import Problem
from .operation import Operation, operations

# What an alias has from the operation that it is the same as.
_INHERITED = ("x-task", "x-pagination")


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that an alias is the same as an operation, and that its path can be filled."""
    called = {each.id: each for each in operations(spec) if not each.webhook}
    for operation in called.values():
        if "x-alias" in operation.content:
            yield from _alias(operation, called)


def _alias(operation: Operation, called: dict[str, Operation]) -> Iterator[Problem]:
    said = as_object(operation.content["x-alias"])
    for key in _INHERITED:
        if key in operation.content:
            message = f"an alias has the {key} of the operation that it is the same as"
            yield operation.problem(f"/{key}", "alias-inherits", message)
    original = called.get(as_text(said.get("of")))
    usable = original is not None and "x-alias" not in original.content
    if original is None or not usable or original.client != operation.client:
        message = f"{said.get('of')!r} is no operation of the same client with methods of its own"
        yield operation.problem("/x-alias/of", "alias-of", message)
    elif "arguments" in said:
        yield from _arguments(operation, original)


def _arguments(operation: Operation, original: Operation) -> Iterator[Problem]:
    """An alias with arguments is reached by the methods: each of its places needs a value."""
    arguments = as_object(as_object(operation.content["x-alias"])["arguments"])
    known, needed = _places(original), _places(operation)
    pointer = "/x-alias/arguments"
    for name in sorted(arguments.keys() - (needed - known)):
        message = f"{name!r} is no parameter of this path that {original.id!r} lacks"
        yield operation.problem(child(pointer, name), "alias-arguments", message)
    for name in sorted((needed - known) - arguments.keys()):
        message = f"the path's parameter {name!r} needs an argument"
        yield operation.problem(pointer, "alias-arguments", message)
    for name in sorted(known - needed):
        message = f"the path has no place for {name!r}, which the methods of {original.id!r} take"
        yield operation.problem(pointer, "alias-arguments", message)
    for name, argument in arguments.items():
        if not as_text(argument).isidentifier():
            message = f"{argument!r} is no name of an argument"
            yield operation.problem(child(pointer, name), "alias-arguments", message)


def _places(operation: Operation) -> set[str]:
    return {
        as_text(parameter.get("name"))
        for _, parameter in operation.parameters()
        if parameter.get("in") == "path"
    }
