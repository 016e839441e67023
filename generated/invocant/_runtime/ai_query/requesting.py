# Copied from codegen/runtime/; do not edit.
"""Requests: what is sent to an endpoint for a row."""

from base64 import b64encode
from collections.abc import Mapping
from typing import Final

from ..errors import RequestError
from ..json_data import is_object, is_text
from ..violations import refuse
from .queries import Query
from .tasks import Task

__all__ = ["request_body"]

_IMAGES: Final = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


def request_body(query: Query, request: object, file: bytes | None = None) -> dict[str, object]:
    """The body of the request for a row, apart from the name of the endpoint.

    ``request`` is the argument as JSON data: a text for chat, completions and embeddings; for a
    custom model an object with its inputs by name, or its only input. ``file`` is an image in JPEG
    or PNG, which the text is about. Raises RequestError with the argument and the rule.
    """
    if file is not None and query.task is not Task.CHAT:
        raise refuse(("files",), "is for chat")
    match query.task:
        case Task.CHAT:
            return _chat(query, request, file)
        case Task.COMPLETIONS:
            return {"prompt": _text(request), **query.parameters}
        case Task.EMBEDDINGS:
            return {"input": _text(request), **query.parameters}
        case Task.CUSTOM:
            return {"dataframe_records": [request]} if is_object(request) else {"inputs": [request]}


def _chat(query: Query, request: object, file: bytes | None) -> dict[str, object]:
    said = _text(request)
    content = said if file is None else [{"type": "text", "text": said}, _image(file)]
    form = {} if query.format is None else {"response_format": query.format.sent}
    return {"messages": [{"role": "user", "content": content}], **query.parameters, **form}


def _image(file: bytes) -> Mapping[str, object]:
    kind = next((name for begins, name in _IMAGES.items() if file.startswith(begins)), None)
    if kind is None:
        raise refuse(("files",), "is no image in JPEG or PNG")
    url = f"data:{kind};base64,{b64encode(file).decode('ascii')}"
    return {"type": "image_url", "image_url": {"url": url}}


def _text(request: object) -> str:
    if is_text(request):
        return request
    raise _no_text(request)


def _no_text(request: object) -> RequestError:
    kind = "a struct" if is_object(request) else type(request).__name__
    return refuse(("request",), "is a STRING, but for custom models", kind)
