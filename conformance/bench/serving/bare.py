"""What the reference server is measured against: `python -m bench.serving.bare FILE`.

The least that Starlette can do for the same exchange: it reads a JSON request and sends the JSON
answer, or the events, that FILE holds. Prints its URL, and serves until it is ended.
"""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bench.serving.works import PATH

__all__ = ["main"]


def main() -> None:
    """Serve on a free port of the loopback interface."""
    answers: dict[str, Any] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))

    async def events() -> AsyncIterator[bytes]:
        for each in answers["events"]:
            yield f"data: {json.dumps(each)}\n\n".encode()
        yield b"data: [DONE]\n\n"

    async def answer(request: Request) -> Response:
        asked = await request.json()
        if asked.get("stream"):
            return StreamingResponse(events(), media_type="text/event-stream")
        return JSONResponse(answers["whole"])

    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(f"listening on http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    app = Starlette(routes=[Route(PATH, answer, methods=["POST"])])
    config = uvicorn.Config(app, log_level="warning", access_log=False, ws="none", lifespan="off")
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
