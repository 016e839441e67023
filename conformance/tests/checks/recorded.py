"""Servers of other projects, played back from recorded answers."""

import json
from collections.abc import Mapping
from pathlib import Path

import httpx
from pydantic import BaseModel, JsonValue

from invocant_conformance.exchange import Exchange
from invocant_conformance.ledger import Ledger
from invocant_conformance.session import Session
from invocant_conformance.target import Surface

DATA = Path(__file__).parent / "data"
SURFACE = Surface(
    profile="gateway",
    operation="POST /chat/completions",
    operation_id="createGatewayChatCompletion",
    method="POST",
    path="/chat/completions",
    task="chat",
    model="m",
    names_model_in_body=True,
)

_RECORDED_MEMBERS = frozenset(
    {"messages", "max_tokens", "model", "n", "stream", "stream_options", "tools", "tool_choice"}
)


class Recording(BaseModel):
    """A recorded exchange; `body` is the answer's text."""

    request: JsonValue
    status: int
    headers: Mapping[str, str]
    body: str

    def exchange(self) -> Exchange:
        """Return the recording as checks see an exchange."""
        return Exchange(
            method="POST",
            url="http://recorded/chat/completions",
            status=self.status,
            headers=httpx.Headers(dict(self.headers)),
            body=self.body.encode(),
        )


def recording(server: str, kind: str) -> Recording:
    """Read a recording."""
    return Recording.model_validate_json((DATA / server / f"{kind}.json").read_bytes())


def session(server: str) -> Session:
    """Return a session in which a recorded server answers; what was not recorded is 501."""

    def answer(request: httpx.Request) -> httpx.Response:
        kind = _kind(json.loads(request.content))
        if not (DATA / server / f"{kind}.json").exists():
            return httpx.Response(501)
        found = recording(server, kind)
        return httpx.Response(found.status, headers=dict(found.headers), text=found.body)

    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    return Session(client=client, url="http://recorded", ledger=Ledger(seed="recorded"))


def _kind(body: Mapping[str, JsonValue]) -> str:
    """Name the recording that answers a request of the chat probe, if there is one."""
    choice = body.get("tool_choice")
    if body.keys() - _RECORDED_MEMBERS or ("tools" in body and not isinstance(choice, dict)):
        return "unrecorded"
    choices = 2 if body.get("stream") else 3
    if body["max_tokens"] not in (1, 128) or body.get("n", choices) != choices:
        return "unrecorded"
    if "tools" in body:
        return "tool_stream" if body.get("stream") else "tool"
    if body["model"] != SURFACE.model or not isinstance(body["messages"], list):
        return "refused"
    if body["max_tokens"] == 1:
        return "cut_stream" if body.get("stream") else "cut"
    if not body.get("stream"):
        return "several" if "n" in body else "plain"
    if "n" in body:
        return "unrecorded" if "stream_options" in body else "several_streamed"
    if "stream_options" not in body:
        return "stream"
    return "stream_with_usage" if body["stream_options"] == {"include_usage": True} else "declined"
