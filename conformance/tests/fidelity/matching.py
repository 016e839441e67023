"""Finds the operation that a recording belongs to, and the forms that its request may have."""

from collections.abc import Sequence

from invocant_conformance.json_values import JsonValue, as_list, as_object

from . import contract, schemas
from .bodies import json_of
from .contract import Form, Operation
from .recordings import Recording
from .sources import home


def operation_of(recording: Recording) -> tuple[Operation | None, str]:
    """Return the operation of a recording, or why there is none: path or method.

    Where several share method and path, it is the one whose request the body fits best.
    """
    where = home(recording)
    path = recording.target.partition("?")[0].removeprefix(where.base).rstrip("/") or "/"
    here = [
        operation
        for profile in where.profiles
        for operation in contract.operations()
        if operation.profile == profile and operation.path.fullmatch(path)
    ]
    named = [operation for operation in here if operation.method == recording.method]
    if not named:
        return None, "method" if here else "path"
    alike = [operation for operation in named if operation.path == named[0].path]
    value, _ = json_of(recording.sent)
    media_type = recording.sent.media_type
    return max(alike, key=lambda operation: _fitness(operation, media_type, value)), ""


def _fitness(operation: Operation, media_type: str, value: JsonValue) -> tuple[bool, bool, int]:
    form = forms_of(operation, value)[0]
    members = _required(form.request) & as_object(value).keys()
    return media_type in operation.request_types, _fits(form, value), len(members)


def forms_of(operation: Operation, value: JsonValue) -> Sequence[Form]:
    """Return the forms that a body fits, else the one it has most members of.

    A request may fit several, such as one model's name and a list of names; the answer tells.
    """
    fitting = [form for form in operation.forms if _fits(form, value)]
    members = as_object(value).keys()
    closest = max(operation.forms, key=lambda form: len(_required(form.request) & members))
    return fitting or [closest]


def _fits(form: Form, value: JsonValue) -> bool:
    return form.request is not None and schemas.fits(form.request, value)


def _required(schema: JsonValue) -> set[str]:
    said = contract.resolved(schema)
    own = {str(name) for name in as_list(said.get("required"))}
    return own.union(*(_required(part) for part in as_list(said.get("allOf"))))
