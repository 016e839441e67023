"""Checking request bodies against the specification."""

import functools
import json

from jsonschema_rs import Draft202012Validator, RegexOptions

from ..json_values import JsonObject, JsonValue
from ..specification.document import properties, standalone
from .errors import Kind, Refused
from .findings import PLACEHOLDER, Findings, path_text


class BodyValidator:
    """One schema of the specification, compiled.

    `fields` are the properties that it describes.
    """

    def __init__(self, schema: JsonObject) -> None:
        self.fields = frozenset(properties(schema))
        self._findings = Findings()
        self._validator = _compiled(json.dumps(schema))

    def fits(self, body: JsonValue) -> bool:
        """Whether a body fits the schema."""
        return self._validator.is_valid(body)

    def check(self, body: JsonValue) -> None:
        """Raise Refused, naming field, value and rule, for the first error in a body."""
        if self._validator.is_valid(body):
            return
        error = next(self._validator.iter_errors(body), None)
        if error is not None:
            finding = self._findings.describe(error)
            message = f"{path_text(finding.path) or 'body'}: {finding.rule}."
            raise Refused(Kind.INVALID_FIELD, message, param=finding.param or None)


@functools.cache
def _compiled(text: str) -> Draft202012Validator:
    """Return the validator of a schema of the specification, which servers made later share."""
    return Draft202012Validator(
        standalone(json.loads(text)),
        mask=PLACEHOLDER,
        pattern_options=RegexOptions(),
        offline=True,
    )
