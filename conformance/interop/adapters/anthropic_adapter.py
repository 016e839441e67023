"""Lets the suite call the `anthropic` package; `--async` its asynchronous client."""

from __future__ import annotations

from typing import Any

import anthropic

from interop.adapters.stainless import Library, main

# Events that the helper adds to those that came.
_ADDED = ("text", "thinking", "citation", "signature", "input_json", "compaction")


def _event(event: Any) -> object | None:
    return None if event.type in _ADDED else event


ANTHROPIC = Library(
    name="anthropic-python",
    module=anthropic,
    client=anthropic.Anthropic,
    async_client=anthropic.AsyncAnthropic,
    methods={
        "Gateway.messages.create": ("", "messages.create"),
        "Gateway.messages.count_tokens": ("", "messages.count_tokens"),
        "Client.messages.create": ("/serving-endpoints/anthropic", "messages.create"),
        "Client.ai_gateway.messages.create": ("/ai-gateway/anthropic", "messages.create"),
    },
    # The version is part of the paths that the client asks for.
    base=lambda url: url.removesuffix("/v1"),
    finals={"messages": "get_final_message"},
    event=_event,
)

if __name__ == "__main__":
    main(ANTHROPIC)
