"""What of a request may be read back, and what of a secret may be kept."""

import hashlib
from collections.abc import Iterator

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text
from ..specification.document import resolve


class Readable:
    """Projects values onto what a schema of the specification lets answers hold.

    Write-only properties are left out, and so are properties that the schema does not know:
    a plaintext secret may hide in a field of another provider. Maps with values of a stated type,
    whose names are free, stay as they are.
    """

    def project(self, value: JsonValue, schema: JsonValue) -> JsonValue:
        """Return the value without what answers may not hold."""
        found = resolve(schema)
        if isinstance(value, dict):
            return self._members(value, found)
        if isinstance(value, list):
            return [self.project(item, found.get("items")) for item in value]
        return value

    def _members(self, value: JsonObject, schema: JsonObject) -> JsonObject:
        if isinstance(schema.get("additionalProperties"), dict):
            return value
        readable = {
            name: field
            for name, field in self._properties(value, schema)
            if resolve(field).get("writeOnly") is not True
        }
        return {
            name: self.project(member, readable[name])
            for name, member in value.items()
            if name in readable
        }

    def _properties(self, value: JsonObject, schema: JsonObject) -> Iterator[tuple[str, JsonValue]]:
        yield from as_object(schema.get("properties")).items()
        for branch in [*as_list(schema.get("allOf")), *self._branches(value, schema)]:
            yield from self._properties(value, resolve(branch))

    def _branches(self, value: JsonObject, schema: JsonObject) -> list[JsonValue]:
        discriminator = as_object(schema.get("discriminator"))
        if not discriminator:
            return [*as_list(schema.get("oneOf")), *as_list(schema.get("anyOf"))]
        tag = as_text(value.get(as_text(discriminator.get("propertyName"))))
        reference = as_object(discriminator.get("mapping")).get(tag)
        return [{"$ref": reference}] if reference else []


def fingerprint(secret: str) -> str:
    """Return the SHA-256 of a secret in hexadecimal digits, by which it can be recognised."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
