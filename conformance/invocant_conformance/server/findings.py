"""Wording of schema violations: which field, which value, which rule."""

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass

from jsonschema_rs import ValidationError, ValidationErrorKind

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text
from ..specification import document

PLACEHOLDER = "value"
"""What stands for the value in the texts of the validator."""

_LONGEST_VALUE = 60

Path = Sequence[str | int]
Branches = Sequence[Sequence[ValidationError]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A field and what is wrong with it; missing is the member that it should have."""

    path: Path
    rule: str
    missing: str | None = None

    @property
    def param(self) -> str:
        """Return the path of the field at fault, the missing one where one is missing."""
        return path_text([*self.path, *([self.missing] if self.missing else [])])

    @property
    def sentence(self) -> str:
        """Return field and rule, as refusals word them."""
        return f"{path_text(self.path) or 'body'}: {self.rule}."


class Findings:
    """Describes the errors of bodies that were checked against the specification.

    Values of write-only fields, and of the fields that hold references to such secrets, are not
    shown: somebody may have put the secret itself there.

    values: whether other values are shown.
    """

    def __init__(self, *, values: bool = True) -> None:
        self._values = values
        self._secrets = secret_names()

    def describe(self, error: ValidationError) -> Finding:
        """Describe an error; one of a union by the branch that the value was meant for."""
        match error.kind:
            case ValidationErrorKind.AnyOf(context=branches):
                return self._union(error, branches)
            case ValidationErrorKind.OneOfNotValid(context=branches):
                return self._union(error, branches)
            case ValidationErrorKind.Required(property=name):
                return _missing(error.instance_path, name)
            case ValidationErrorKind.Enum(options=options):
                rule = self._none_of(error, options)
            case ValidationErrorKind.OneOfMultipleValid():
                rule = f"only one of {', '.join(self._alternatives(error))} is allowed"
            case ValidationErrorKind.Not():
                rule = f"{', '.join(self._forbidden(error))} is not allowed here"
            case _:
                rule = error.message.replace(PLACEHOLDER, self._shown(error), 1)
        return Finding(path=error.instance_path, rule=rule)

    def _union(self, error: ValidationError, branches: Branches) -> Finding:
        if names := self._alternatives(error):
            rule = f"one of {', '.join(names)} is required"
            return Finding(path=error.instance_path, rule=rule)
        if name := _missing_everywhere(error, branches):
            return _missing(error.instance_path, name)
        meant = [branch for branch in branches if not _ruled_out(branch, error)]
        if len(meant) == 1:
            return self.describe(meant[0][0])
        if wrong := self._wrong_tag(branches):
            return wrong
        forbidding = [
            branch[0]
            for branch in branches
            if branch and all(isinstance(each.kind, ValidationErrorKind.Not) for each in branch)
        ]
        return self.describe(forbidding[0]) if forbidding else self._wrong_type(error, branches)

    def _wrong_tag(self, branches: Branches) -> Finding | None:
        wrong = [e for b in branches for e in b if isinstance(e.kind, ValidationErrorKind.Constant)]
        if len(wrong) < len(branches):
            return None
        allowed = [
            error.kind.expected_value
            for error in wrong
            if isinstance(error.kind, ValidationErrorKind.Constant)
        ]
        return Finding(path=wrong[0].instance_path, rule=self._none_of(wrong[0], allowed))

    def _none_of(self, error: ValidationError, allowed: Sequence[object]) -> str:
        return f"{self._shown(error)} is none of {', '.join(map(_excerpt, allowed))}"

    def _wrong_type(self, error: ValidationError, branches: Branches) -> Finding:
        types = {
            name
            for branch in branches
            for inner in branch
            if inner.instance_path == error.instance_path
            and isinstance(inner.kind, ValidationErrorKind.Type)
            for name in inner.kind.types
        }
        shown = self._shown(error)
        rule = f"{shown} has none of the allowed forms"
        if types:
            rule = f"{shown} has none of the allowed forms ({', '.join(sorted(types))})"
        return Finding(path=error.instance_path, rule=rule)

    def _alternatives(self, error: ValidationError) -> list[str]:
        branches = as_list(document.at(error.schema_path))
        return [way for branch in branches if (way := _way(as_object(branch)))]

    def _forbidden(self, error: ValidationError) -> list[str]:
        """Return which members, each alone or with others, a `not` forbids and a body has."""
        schema = as_object(document.at(error.schema_path))
        ways = [as_object(way) for way in as_list(schema.get("anyOf"))] or [schema]
        sets = [_required_names([way]) for way in ways]
        present: object = error.instance
        given = present if isinstance(present, dict) else {}
        return [" with ".join(names) for names in sets if names and all(n in given for n in names)]

    def _shown(self, error: ValidationError) -> str:
        if any(step in self._secrets for step in error.instance_path):
            return "a secret"
        if not self._values:
            return "the value"
        return _excerpt(error.instance)


def path_text(path: Path) -> str:
    """Write a path as messages[0].content; an empty one is empty."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _missing(path: Path, name: str) -> Finding:
    return Finding(path=path, rule=f"the required field {name} is missing", missing=name)


def _missing_everywhere(union: ValidationError, branches: Branches) -> str | None:
    missing = [
        {
            error.kind.property
            for error in branch
            if isinstance(error.kind, ValidationErrorKind.Required)
            and error.instance_path == union.instance_path
        }
        for branch in branches
    ]
    everywhere = (name for name in sorted(missing[0]) if all(name in names for names in missing))
    return next(everywhere, None)


def _ruled_out(branch: Sequence[ValidationError], union: ValidationError) -> bool:
    return any(
        isinstance(error.kind, ValidationErrorKind.Constant)
        or (
            isinstance(error.kind, ValidationErrorKind.Type)
            and error.instance_path == union.instance_path
        )
        for error in branch
    )


def _way(branch: JsonObject) -> str:
    """Return which fields a branch wants, "" where it wants something else as well."""
    if not branch.keys() <= {"required", "allOf", "oneOf"}:
        return ""
    parts = [" or ".join(_ways(branch.get("oneOf"))), *_ways(branch.get("allOf"))]
    parts += map(as_text, as_list(branch.get("required")))
    return " with ".join(filter(None, parts))


def _ways(branches: JsonValue) -> list[str]:
    return [_way(as_object(branch)) for branch in as_list(branches)]


def _required_names(branches: Sequence[JsonValue]) -> list[str]:
    return [as_text(n) for b in branches for n in as_list(as_object(b).get("required"))]


def _excerpt(value: object) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "an array"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


@functools.cache
def secret_names() -> frozenset[str]:
    """Return the names of write-only fields, and of those with references to what they hold."""
    written = {
        name
        for schema in document.schemas().values()
        for name, field in as_object(as_object(schema).get("properties")).items()
        if document.resolve(field).get("writeOnly") is True
    }
    return frozenset(written | {name.removesuffix("_plaintext") for name in written})
