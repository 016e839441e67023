"""What the canned server answers: whole HTTP responses, made once."""

from __future__ import annotations

import base64
import json
import random
import struct

__all__ = [
    "CHAT",
    "CHUNKS",
    "DIMENSIONS",
    "EMBEDDING",
    "EMBEDDINGS",
    "EMBEDDINGS_BASE64",
    "EMBEDDING_BASE64",
    "HOST",
    "INPUTS",
    "STREAM",
    "STREAM_WITH_USAGE",
]

CHUNKS = 1000
INPUTS = 16
DIMENSIONS = 1024

_USAGE = {"prompt_tokens": 14, "completion_tokens": 92, "total_tokens": 106}
_SENTENCE = (
    "A mixture of experts model holds many small networks, the experts, and a router that sends "
    "each token to a few of them. Only those run, so the model can hold many more parameters than "
    "it computes with for one token, which makes it cheaper to train and to serve than a dense "
    "model of the same size; what it costs instead is memory for the experts that rest. "
)


def _response(body: bytes) -> bytes:
    return b"".join(
        (
            b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n",
            b"x-request-id: 6b7ffb7a-9d2c-4d34-8c29-0f1fb2f47a6b\r\n",
            b"content-length: %d\r\n\r\n" % len(body),
            body,
        )
    )


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _chat() -> bytes:
    message = {"role": "assistant", "content": _SENTENCE}
    choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
    return _json({**_about("chat.completion"), "choices": [choice], "usage": _USAGE})


def _about(kind: str) -> dict[str, object]:
    return {
        "id": "chatcmpl_f4a7a7ab-6d1b-4f6b-9d3f-4e7c2f1f6f65",
        "object": kind,
        "created": 1732190400,
        "model": "meta-llama-3.3-70b-instruct-121024",
    }


def _stream(*, usage: bool) -> bytes:
    """Every event an HTTP chunk of its own, as servers send what they have when they have it.

    usage: in every chunk, as a Databricks workspace has it; OpenAI has none unless asked.
    """
    about, words = _about("chat.completion.chunk"), _SENTENCE.split()
    events: list[bytes] = []
    for number in range(CHUNKS):
        last = number == CHUNKS - 1
        delta = {"role": "assistant", "content": f" {words[number % len(words)]}"}
        choice = {"index": 0, "delta": delta, "finish_reason": "stop" if last else None}
        chunk: dict[str, object] = {**about, "choices": [choice]}
        if usage:
            tokens = {"completion_tokens": number + 1, "total_tokens": number + 15}
            chunk["usage"] = {**_USAGE, **tokens}
        events.append(_json(chunk))
    lines = (b"data: %b\n\n" % data for data in (*events, b"[DONE]"))
    head = (
        b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\n"
        b"transfer-encoding: chunked\r\n\r\n"
    )
    return b"".join((head, *(b"%x\r\n%b\r\n" % (len(line), line) for line in lines), b"0\r\n\r\n"))


def _embeddings(*, inputs: int, packed: bool) -> bytes:
    numbers = random.Random(1024)
    data: list[object] = []
    for index in range(inputs):
        # Through float32, as models compute: their shortest texts as doubles are long.
        raw = struct.pack(f"<{DIMENSIONS}f", *(numbers.gauss(0, 0.03) for _ in range(DIMENSIONS)))
        vector: object = struct.unpack(f"<{DIMENSIONS}f", raw)
        if packed:
            vector = base64.b64encode(raw).decode()
        data.append({"object": "embedding", "index": index, "embedding": vector})
    usage = {"prompt_tokens": 128, "total_tokens": 128}
    return _json({"object": "list", "data": data, "model": "bge-large-en", "usage": usage})


CHAT = _response(_chat())
STREAM = _stream(usage=False)
STREAM_WITH_USAGE = _stream(usage=True)
EMBEDDINGS = _response(_embeddings(inputs=INPUTS, packed=False))
EMBEDDINGS_BASE64 = _response(_embeddings(inputs=INPUTS, packed=True))
EMBEDDING = _response(_embeddings(inputs=1, packed=False))
EMBEDDING_BASE64 = _response(_embeddings(inputs=1, packed=True))
HOST = _response(
    # What databricks-sdk asks of a workspace before anything else, and mlflow before every call.
    _json({"workspace_id": "1234567890", "account_id": "", "cloud": "AZURE"})
)
