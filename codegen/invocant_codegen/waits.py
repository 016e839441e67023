"""Methods that wait for a resource, from the operations that `x-wait` marks.

One operation tells the state of the resource and is polled; others begin what is waited for.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from .calls import Call
from .documentation import wait_documentation
from .json_values import JsonObject, as_object, as_text
from .methods import python_name
from .operations import Method, Wait
from .wait_rules import wait_rule

# Where the name of a resource comes from, as OpenAPI's links write it.
SOURCE = re.compile(r"\$request\.(?:path\.|body#/)([^/]+)")

OPTIONS: Mapping[str, str] = {
    "wait_timeout": "Seconds that the waiting may take, the last poll included; `None`: for ever.",
    "poll_interval": "Seconds between polls, or a `PollInterval`; by default growing from 1 to 30.",
    "on_poll": "Called, never awaited, with every answer and the seconds since the waiting began.",
}


def waits(
    calls: Sequence[Call], methods: Mapping[tuple[str, ...], Method]
) -> Iterator[tuple[tuple[str, ...], Wait]]:
    """Yield the methods that wait, with their attribute paths; `methods` are those of `calls`."""
    for call in calls:
        if call.wait:
            poll = polled(call, calls)
            attributes = tuple(as_text(call.wait.get("method")).split("."))
            yield attributes, _wait(call, methods[call.attributes], poll, methods[poll.attributes])


def polled(call: Call, calls: Sequence[Call]) -> Call:
    """Return the call that tells the state of what is waited for; it may be the call itself."""
    name = call.wait.get("poll")
    return call if name is None else next(each for each in calls if each.operation_id == name)


def _wait(call: Call, method: Method, polled: Call, poll: Method) -> Wait:
    said = call.wait
    begin = None if polled is call else method
    return Wait(
        name=as_text(said.get("method")).rpartition(".")[2],
        begin=begin,
        poll=poll,
        rule=wait_rule(poll.constant, polled.wait, as_text(said.get("until"))),
        path=_sources(said) if begin else {each.name: each.name for each in poll.path_arguments},
        timeout=_seconds(said) or _seconds(polled.wait),
        remains=as_text(said.get("remains")),
        documentation=wait_documentation(
            as_text(said.get("summary")),
            as_text(said.get("description")),
            [(each.name, each.description) for each in method.arguments] + [*OPTIONS.items()],
        ),
    )


def _sources(said: JsonObject) -> Mapping[str, str]:
    """Return the arguments that fill the path of the poll, by the names of its placeholders."""
    found = as_object(said.get("parameters")).items()
    return {python_name(name): python_name(source(as_text(value))) for name, value in found}


def source(expression: str) -> str:
    """Return which parameter of the path or field of the body an expression names, or nothing."""
    match = SOURCE.fullmatch(expression)
    return match[1] if match else ""


def _seconds(said: JsonObject) -> float:
    seconds = said.get("timeout")
    return float(seconds) if isinstance(seconds, int | float) else 0.0
