"""A small gateway, right or broken, for tests of the suite itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pydantic import JsonValue, TypeAdapter
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

_BODY = TypeAdapter(dict[str, JsonValue])
TOKEN = "sk-the-token-of-these-tests"


@dataclass(kw_only=True)
class SmallGateway:
    """A gateway with one chat model; `answer` changes the whole answer to a chat."""

    token: str | None = TOKEN
    base: str = ""
    models: tuple[str, ...] = ("small-chat",)
    reference: bool = False
    refuses: Mapping[str, int] = field(default_factory=dict[str, int])
    calls: list[str] = field(default_factory=list[str])
    bodies: list[bytes] = field(default_factory=list[bytes])
    answer: Callable[[dict[str, JsonValue]], Response] | None = None

    def app(self) -> Starlette:
        """Return the server as an ASGI app."""
        path = "/{path:path}"
        methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
        return Starlette(routes=[Route(path, self._handle, methods=methods)])

    async def _handle(self, request: Request) -> Response:
        path = request.url.path.removeprefix(self.base)
        self.calls.append(f"{request.method} {path}")
        self.bodies.append(await request.body())
        if path in self.refuses:
            return _error(self.refuses[path], "refused")
        if path == "/.well-known/invocant" and self.reference:
            return JSONResponse({"reference": True})
        if self.token and request.headers.get("authorization") != f"Bearer {self.token}":
            return _error(401, "who are you?")
        if (request.method, path) == ("GET", "/models"):
            return JSONResponse({"object": "list", "data": [{"id": name} for name in self.models]})
        if (request.method, path) == ("POST", "/chat/completions"):
            return self._chat(self.bodies[-1])
        return _error(404, "no such path")

    def _chat(self, raw: bytes) -> Response:
        try:
            body = _BODY.validate_json(raw)
        except ValueError:
            return _error(400, "body: no JSON object")
        if "messages" not in body:
            return _error(400, "messages: missing")
        if body.get("model") not in self.models:
            return _error(404, "model: unknown")
        return self.answer(body) if self.answer else JSONResponse(chat_answer())


def chat_answer() -> dict[str, JsonValue]:
    """Return an answer that fits the specification."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1700000000,
        "model": "small-chat",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": "Hello."},
                "finish_reason": "stop",
            }
        ],
        "usage": {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5},
    }


def _error(status: int, message: str) -> Response:
    return JSONResponse({"error": {"message": message, "type": None, "code": None}}, status)
