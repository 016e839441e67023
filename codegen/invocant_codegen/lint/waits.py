"""Rules about `x-wait`: what is polled, what its states mean, what links it to other operations."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from ..bundle import bundle
from ..calls import Call, calls, component_schemas
from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text, child
from ..load import Spec
from ..methods import python_name
from ..problems import Problem
from ..schemas import Schemas, resolved
from ..views import flat
from ..waits import OPTIONS
from .extensions import fields
from .operation import Operation, operations

_TEXTS = {"method", "summary", "description", "until"}
_POLLED = _TEXTS | {"timeout", "states"}
_BEGINS = _TEXTS | {"poll", "parameters"}
_PARTS = {"lists", "name", "state", "message", "failed"}
_VALUES = ("done", "pending", "busy", "failed")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Wait:
    """One `x-wait`, the call that it is said of, and the call that is polled, if there is one."""

    operation: Operation
    said: JsonObject
    call: Call
    polled: Call | None
    schemas: Schemas

    def problem(self, step: str, rule: str, message: str) -> Problem:
        return self.operation.problem(f"/x-wait{step}", rule, message)

    def fields(
        self, step: str, value: JsonObject, required: Set[str], known: Set[str]
    ) -> Iterator[Problem]:
        pointer = f"{self.operation.pointer}/x-wait{step}"
        return fields(self.operation.document, pointer, value, required, known)

    def schema(self, name: str | None) -> JsonObject:
        found = self.schemas.get(name or "", {})
        return flat(resolved(found, self.schemas), self.schemas)

    def at(self, schema: JsonObject, pointer: JsonValue) -> JsonObject:
        """Return the schema of the member that a pointer leads to; empty where there is none."""
        for name in as_text(pointer).split("/")[1:]:
            found = as_object(as_object(schema.get("properties")).get(name))
            schema = flat(resolved(found, self.schemas), self.schemas)
        return schema


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that waiting can come to an end, by members and values that the answers describe."""
    document = bundle(spec)
    known = {call.operation_id: call for call in calls(document)}
    for operation in operations(spec):
        if "x-wait" not in operation.content:
            continue
        if "x-method" not in operation.content:
            message = "only an operation with x-method can have a method that waits"
            yield operation.problem("/x-wait", "wait-method", message)
        else:
            said = as_object(operation.content["x-wait"])
            wait = _Wait(
                operation=operation,
                said=said,
                call=known[operation.id],
                polled=known.get(as_text(said.get("poll", operation.id))),
                schemas=component_schemas(document),
            )
            yield from _wait(wait)


def _wait(wait: _Wait) -> Iterator[Problem]:
    if "poll" in wait.said:
        yield from wait.fields("", wait.said, _BEGINS, _BEGINS | {"timeout", "remains"})
        yield from _sources(wait)
    else:
        yield from wait.fields("", wait.said, _POLLED, _POLLED)
        yield from _states(wait)
    yield from _goal(wait)
    yield from _options(wait)


def _goal(wait: _Wait) -> Iterator[Problem]:
    """What is waited for is a state of the answer that is polled; the methods share a resource."""
    states = as_object(wait.polled.wait.get("states") if wait.polled else None)
    if not states:
        message = f"{wait.said.get('poll')!r} is no operation whose x-wait has states"
        yield wait.problem("", "wait-poll", message)
    elif as_text(wait.said.get("until")) not in states:
        message = f"until has to be one of {', '.join(states)}"
        yield wait.problem("/until", "wait-until", message)
    method = tuple(as_text(wait.said.get("method")).split("."))
    homes = {each.attributes[:-1] for each in (wait.call, wait.polled) if each}
    if homes != {method[:-1]}:
        message = "the method has to stand beside those of the operation and of the poll"
        yield wait.problem("/method", "wait-method", message)


def _options(wait: _Wait) -> Iterator[Problem]:
    body = as_object(wait.schema(wait.call.request).get("properties"))
    names = {*body, *(as_text(each.get("name")) for each in wait.call.parameters)}
    for name in sorted({*map(python_name, names)} & OPTIONS.keys()):
        message = f"{name!r} is an argument of every method that waits"
        yield wait.problem("/method", "argument-duplicate", message)
    timeout = wait.said.get("timeout", 1)
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or timeout <= 0:
        yield wait.problem("/timeout", "wait-timeout", "timeout has to be positive seconds")


def _sources(wait: _Wait) -> Iterator[Problem]:
    """Every placeholder of the poll's path is filled from what the operation is always given."""
    wanted = {as_text(each.get("name")) for each in wait.polled.parameters} if wait.polled else ()
    given = as_object(wait.said.get("parameters"))
    yield from wait.fields("/parameters", given, {*wanted}, {*wanted})
    known = {f"$request.path.{each.get('name')}" for each in wait.call.parameters}
    required = as_list(wait.schema(wait.call.request).get("required"))
    known |= {f"$request.body#/{as_text(name)}" for name in required}
    for name, source in given.items():
        if source not in known:
            message = f"{source!r} has to be one of {', '.join(sorted(known))}"
            yield wait.problem(child("/parameters", name), "wait-parameter", message)


def _states(wait: _Wait) -> Iterator[Problem]:
    answer = wait.schema(wait.call.response)
    for goal, value in as_object(wait.said.get("states")).items():
        step, state = child("/states", goal), as_object(value)
        yield from wait.fields(step, state, {"conditions"}, {"conditions", "parts"})
        for index, each in enumerate(as_list(state.get("conditions"))):
            said, place = as_object(each), f"{step}/conditions/{index}"
            yield from wait.fields(place, said, {"at"}, {"at", *_VALUES})
            values = [value for key in _VALUES for value in _listed(said.get(key))]
            yield from _member(wait, place, wait.at(answer, said.get("at")), values)
        if "parts" in state:
            yield from _parts(wait, f"{step}/parts", as_object(state["parts"]), answer)


def _parts(wait: _Wait, step: str, said: JsonObject, answer: JsonObject) -> Iterator[Problem]:
    yield from wait.fields(step, said, _PARTS, _PARTS)
    failed: Mapping[str, JsonValue] = {"state": said.get("failed")}
    for entry in as_list(said.get("lists")):
        item = as_object(wait.at(answer, entry).get("items"))
        part = flat(resolved(item, wait.schemas), wait.schemas)
        for key in ("name", "state", "message"):
            member = wait.at(part, said.get(key))
            yield from _member(wait, f"{step}/{key}", member, _listed(failed.get(key)))


def _member(wait: _Wait, step: str, member: JsonObject, values: Iterable[str]) -> Iterator[Problem]:
    """A member of the answer is text, and the values are among those that are described."""
    strange = sorted({*values} - {as_text(each) for each in as_list(member.get("enum"))})
    if member.get("type") != "string":
        yield wait.problem(step, "wait-member", "the answer that is polled has no such text")
    elif strange:
        yield wait.problem(step, "wait-value", f"{', '.join(strange)} is not described there")


def _listed(value: JsonValue) -> list[str]:
    """Return the values of a list, or those that a mapping gives reasons for."""
    return [*as_object(value), *map(as_text, as_list(value))]
