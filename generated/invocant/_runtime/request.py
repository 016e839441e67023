# Copied from codegen/runtime/; do not edit.
"""From the arguments of a call to the request that goes out, checked before it does."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, cast
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from .errors import RequestError
from .json_data import is_array, is_object, is_text
from .models import Model
from .omit import OMIT
from .operation import Arguments, Operation
from .redact import redact, secret_values
from .settings import Settings
from .violations import describe, json_path

__all__ = ["PreparedRequest", "prepare"]

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE: Final = re.compile(r"[\t\x20-\x7e]*")

Location = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PreparedRequest:
    """A request ready to be sent. ``url`` is without ``query``; ``secrets`` are values to mask."""

    method: str
    path: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    query: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(repr=False)
    secrets: frozenset[str] = field(repr=False)

    @property
    def call(self) -> str:
        """Method and path, as errors name the request."""
        return f"{self.method} {self.path}"


def prepare(
    operation: Operation, arguments: Arguments, settings: Settings, accept: str
) -> PreparedRequest:
    """Build and check the request. Raises RequestError naming the field and the rule it breaks."""
    options = arguments.options
    path = _fill(operation.path, arguments.path)
    body = _body(operation, arguments)
    secrets = frozenset({settings.token, *secret_values(body, operation.secrets)})
    headers = {"accept": accept, "authorization": f"Bearer {settings.token}"}
    if body is not None:
        headers["content-type"] = "application/json"
    headers.update(_extra_headers(options.get("extra_headers", {})))
    return PreparedRequest(
        method=operation.method,
        path=path,
        url=settings.base_url + path,
        headers=headers,
        query=_extra_query(options.get("extra_query", {})),
        content=None if body is None else _encode(body),
        secrets=secrets,
    )


def _body(operation: Operation, arguments: Arguments) -> Mapping[str, object] | None:
    extra = arguments.options.get("extra_body")
    if arguments.body is None and extra is None:
        return None
    body = _object(arguments.body or {}, ())
    if operation.body is not None:
        _validate(operation.body(), body, operation.secrets)
    return body | _object(extra or {}, ())


def _object(value: Mapping[str, object], at: Location) -> dict[str, object]:
    plain: dict[str, object] = {}
    for name, item in value.items():
        if not is_text(name):
            raise _refuse(at, "Keys must be strings", f"an instance of {type(name).__name__}")
        if item is not OMIT:
            plain[name] = _plain(item, (*at, name))
    return plain


def _plain(value: object, at: Location) -> object:
    """``value`` as JSON data: models dumped as they came, mappings and sequences copied."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise _refuse(at, "JSON has no such number", repr(value))
        return value
    if isinstance(value, Model):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if is_object(value):
        return _object(value, at)
    if is_array(value):
        return [_plain(item, (*at, position)) for position, item in enumerate(value)]
    raise _refuse(at, "Not JSON data", f"an instance of {type(value).__name__}")


@cache
def _adapter(kind: object) -> TypeAdapter[object]:
    # What `kind` really is, "a type form", has no name in typing yet.
    return TypeAdapter(cast("type[object]", kind))


def _validate(kind: object, body: Mapping[str, object], secrets: frozenset[str]) -> None:
    try:
        _adapter(kind).validate_python(body, strict=True)
    except ValidationError as error:
        violation = describe(error, body, secrets)
    else:
        return
    values = frozenset(secret_values(body, secrets))
    value = None if violation.value is None else redact(violation.value, values)
    raise _request_error(violation.field, violation.rule, value)


def _encode(body: Mapping[str, object]) -> bytes:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError:
        # Lone surrogates cannot be UTF-8; as escapes they leave the judgement to the server.
        return json.dumps(body, separators=(",", ":")).encode()


def _fill(template: str, values: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        name = match[1]
        given = values.get(name)
        if not is_text(given):
            raise _refuse((name,), "Must be a string", repr(given))
        # Servers and proxies resolve dot segments, which would name another resource.
        if given in {"", ".", ".."}:
            raise _refuse((name,), "Cannot be a segment of a path", repr(given))
        return quote(given, safe="", errors="surrogatepass")

    return _PLACEHOLDER.sub(value, template)


def _extra_headers(headers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in headers.items():
        if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
            raise _refuse(("extra_headers", name), "Not a valid header")
        yield name.lower(), value


def _extra_query(query: Mapping[str, str]) -> dict[str, str]:
    for name, value in query.items():
        if not is_text(value):
            raise _refuse(("extra_query", name), "Must be a string")
    return dict(query)


def _refuse(at: Location, rule: str, value: str | None = None) -> RequestError:
    return _request_error(json_path(at), rule, value)


def _request_error(path: str, rule: str, value: str | None) -> RequestError:
    shown = "" if value is None else f" (got {value})"
    error = RequestError(f"{path}: {rule}{shown}" if path else f"{rule}{shown}")
    error.field, error.rule = path, rule
    return error
