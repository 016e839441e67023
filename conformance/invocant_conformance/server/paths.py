"""Finding what stands at a path, at a cost that does not grow with the number of paths."""

import re
from collections.abc import Awaitable, Mapping
from typing import Final

from starlette.routing import compile_path
from starlette.types import ASGIApp, Receive, Scope, Send


class Paths:
    """ASGI middleware: hands a request to what stands at its path, all others on.

    table: applications by path, where {name} stands for one segment of a path or for a part of
    it. A path without such names comes first, then the order of the table. A final slash makes no
    difference. What the names stand for is found in scope["path_params"].
    """

    def __init__(self, app: ASGIApp, *, table: Mapping[str, ASGIApp]) -> None:
        self._app = app
        self._exact: Final = {path: each for path, each in table.items() if "{" not in path}
        self._patterns: Final[dict[int, list[tuple[re.Pattern[str], ASGIApp]]]] = {}
        for path, each in table.items():
            if "{" in path:
                alike = self._patterns.setdefault(path.count("/"), [])
                alike.append((compile_path(path)[0], each))

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Find what stands at the path and call it."""
        app, names = self.found(scope["path"]) if scope["type"] == "http" else (self._app, None)
        if names is not None:
            scope["path_params"] = names
        return app(scope, receive, send)

    def found(self, path: str) -> tuple[ASGIApp, Mapping[str, str] | None]:
        """Return what stands at a path and what the names in it stand for.

        For a path that is not in the table: what gets all others, and None.
        """
        shortened = path.removesuffix("/") or path
        if exact := self._exact.get(shortened):
            return exact, {}
        for pattern, each in self._patterns.get(shortened.count("/"), ()):
            if match := pattern.match(shortened):
                return each, match.groupdict()
        return self._app, None
