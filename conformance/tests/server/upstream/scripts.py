"""Answers of scripted providers."""

import json
from typing import Any

from invocant_conformance.raw.answer import Answer

JSON = (("content-type", "application/json"),)
STREAM = (("content-type", "text/event-stream"),)
LEAST = {
    "model": "theirs",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Mild."}}],
    "usage": {"prompt_tokens": 8, "total_tokens": 16},
}


def answer(value: Any, status: int = 200, **more: Any) -> Answer:
    return Answer(status=status, headers=JSON, pieces=(json.dumps(value).encode(),), **more)


def event(text: str, finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    return f"data: {json.dumps({'choices': [choice]})}\n\n".encode()


DONE = b"data: [DONE]\n\n"
