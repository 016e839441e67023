"""Percent-encoded slashes: part of a name in a path, not the end of it.

Servers decode a path before it is routed, which makes a name with a slash two names.
"""

import re
from collections.abc import Awaitable, Mapping
from typing import Final
from urllib.parse import unquote

from starlette.types import ASGIApp, Receive, Scope, Send

_ENCODED: Final = re.compile("%2f", re.IGNORECASE)
_MARK: Final = "\ufdd0"
"""Stands for such a slash while a request is routed; no text has this character (Unicode, 23.7)."""


class EncodedSlashes:
    """ASGI middleware that keeps encoded slashes out of the way of routing."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Hand a request on, with encoded slashes marked."""
        if scope["type"] == "http":
            raw: bytes = scope.get("raw_path") or b""
            if b"%2F" in raw or b"%2f" in raw:
                scope = {**scope, "path": marked(raw.decode("latin-1").partition("?")[0])}
        return self._app(scope, receive, send)


def marked(path: str) -> str:
    """Return a percent-encoded path decoded, with encoded slashes marked."""
    return _MARK.join(map(unquote, _ENCODED.split(path)))


def decoded(values: Mapping[str, str]) -> dict[str, str]:
    """Return the values in a path with slashes in the place of the marks."""
    return {name: value.replace(_MARK, "/") for name, value in values.items()}
