"""Checking request bodies against the specification."""

import functools
import json

from jsonschema_rs import Draft202012Validator, RegexOptions

from ..json_values import JsonObject, JsonValue
from ..specification.document import properties, standalone
from .errors import Kind, Refused
from .findings import PLACEHOLDER, Finding, Findings


class BodyValidator:
    """One schema of the specification, compiled.

    `fields` are the properties that it describes.
    """

    def __init__(self, schema: JsonObject) -> None:
        self.fields = frozenset(properties(schema))
        self._findings = Findings()
        self._findings_without_values = Findings(values=False)
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
            raise Refused(
                Kind.INVALID_FIELD,
                finding.sentence,
                param=finding.param or None,
                rule=self._findings_without_values.describe(error).sentence,
            )

    def finding(self, body: JsonValue) -> Finding | None:
        """Return the first error in a body, worded without its values; None where it fits."""
        if self._validator.is_valid(body):
            return None
        error = next(self._validator.iter_errors(body), None)
        return self._findings_without_values.describe(error) if error else None


@functools.cache
def _compiled(text: str) -> Draft202012Validator:
    """Return the validator of a schema of the specification, which servers made later share."""
    return Draft202012Validator(
        standalone(json.loads(text)),
        mask=PLACEHOLDER,
        pattern_options=RegexOptions(),
        offline=True,
    )
