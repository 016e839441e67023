# Copied from codegen/runtime/; do not edit.
"""Reading the error out of every body that workspaces, gateways and proxies are known to send."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import Final

from .json_data import is_array, is_object

__all__ = ["ErrorBody", "error_in_event", "parse_error_body"]

_CODE_AND_TEXT: Final = re.compile(r"([A-Z][A-Z0-9_]+): (.*)", re.DOTALL)
_HTML: Final = re.compile(r"\s*<(?:!doctype|html|head|body)", re.IGNORECASE)
_HTML_TEXT: Final = re.compile(r"<(pre|title)\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")

JSONObject = Mapping[str, object]


@dataclass(frozen=True, kw_only=True, slots=True)
class ErrorBody:
    """What a body says: a message (never empty), a symbolic code, seconds to wait."""

    message: str
    code: str | None = None
    retry_after: float | None = None


def parse_error_body(body: bytes, reason: str) -> ErrorBody:
    """The error in an answer's body; ``reason`` (the status' phrase) stands in for a message."""
    text = body.decode("utf-8", "replace").strip()
    if not text:
        return ErrorBody(message=reason)
    try:
        found = _from_json(_alone(json.loads(text)))
    except (ValueError, RecursionError):
        found = _from_text(text, reason)
    return _with_message(found, text)


def error_in_event(data: bytes) -> ErrorBody | None:
    """The error that the data of a stream's event reports; ``None`` when it is no error."""
    # Every known error shape has a key or a value that begins so; other events skip the parser.
    if b'"error' not in data:
        return None
    try:
        value = _alone(json.loads(data))
        if not is_object(value) or not _reports_error(value):
            return None
        found = _from_json(value)
    except (ValueError, RecursionError):
        return None
    return _with_message(found, data.decode("utf-8", "replace"))


def _alone(value: object) -> object:
    """Google's APIs put an error into a list of one where a list is what they would answer."""
    return value[0] if is_array(value) and len(value) == 1 and is_object(value[0]) else value


def _with_message(found: ErrorBody | None, text: str) -> ErrorBody:
    if found is None:
        return ErrorBody(message=text)
    return found if found.message.strip() else replace(found, message=text)


def _reports_error(value: JSONObject) -> bool:
    named = value.get("type") == "error" or value.get("object") == "error"
    return named or bool(value.get("error") or value.get("error_code"))


def _from_json(value: object) -> ErrorBody | None:
    if not is_object(value):
        return ErrorBody(message=value) if isinstance(value, str) and value else None
    inner = value.get("error")
    if is_object(inner):
        return _from_openai(inner)
    if "detail" in value and "error_code" not in value:
        return _from_detail(value)
    message = (
        _text(value, "error_description")
        or _text(value, "error")
        or _text(value, "message")
        or _text(value, "errorSummary")
    )
    code = _text(value, "error_code") or _text(value, "errorCode") or _symbol(value.get("code"))
    if code is None and "error_description" in value:
        code = _text(value, "error")
    if message is None and code is None:
        return None
    return ErrorBody(message=message or code or "", code=code, retry_after=_seconds(value))


def _from_openai(error: JSONObject) -> ErrorBody:
    """``{"error": {"message", "type", "param", "code"}}``; gateways repeat the status as code.

    Google's symbol is in ``status``.
    """
    code = _symbol(error.get("code")) or _text(error, "error_code") or _text(error, "type")
    code = code or _symbol(error.get("status"))
    message = _text(error, "message") or code or json.dumps(error)
    return ErrorBody(message=message, code=code, retry_after=_seconds(error))


def _from_detail(value: JSONObject) -> ErrorBody:
    """``{"detail": …}``: SCIM, a problem of RFC 9457, or FastAPI, whose detail may be anything."""
    detail = value["detail"]
    if is_object(detail):
        return _from_json(detail) or ErrorBody(message=json.dumps(detail))
    message = detail if isinstance(detail, str) else _join_details(detail)
    if "scimType" not in value and ("status" not in value or "title" in value):
        return ErrorBody(message=message)
    scim = " ".join(part for part in (_text(value, "scimType"), message) if part)
    return ErrorBody(message=scim, code=f"SCIM_{value.get('status')}")


def _join_details(detail: object) -> str:
    if not is_array(detail):
        return json.dumps(detail)
    return "; ".join(_one_detail(item) for item in detail) or "[]"


def _one_detail(item: object) -> str:
    if not is_object(item) or "msg" not in item:
        return json.dumps(item)
    where = item.get("loc")
    path = ".".join(str(part) for part in where) if is_array(where) else ""
    return f"{path}: {item['msg']}" if path else str(item["msg"])


def _from_text(text: str, reason: str) -> ErrorBody:
    if _HTML.match(text):
        found = _HTML_TEXT.search(text)
        message = unescape(_TAG.sub(" ", found[2])).strip() if found else ""
        return ErrorBody(message=message or reason, code=reason.upper().replace(" ", "_") or None)
    coded = _CODE_AND_TEXT.fullmatch(text)
    if coded:
        return ErrorBody(message=coded[2], code=coded[1])
    return ErrorBody(message=text)


def _text(value: JSONObject, key: str) -> str | None:
    item = value.get(key)
    # LiteLLM 1.106 writes an absent type as the text "None".
    return item if isinstance(item, str) and item not in {"", "None"} else None


def _symbol(code: object) -> str | None:
    return code if isinstance(code, str) and code and not code.isdigit() else None


def _seconds(value: JSONObject) -> float | None:
    wait = value.get("retry_after")
    usable = isinstance(wait, int | float) and not isinstance(wait, bool) and 0 <= wait < 1e9
    return float(wait) if usable and isinstance(wait, int | float) else None
