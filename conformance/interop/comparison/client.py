"""What a client that is compared has to tell the probes: how its users make the calls."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

__all__ = ["ENDPOINT", "MODEL", "QUESTION", "TOKEN", "Client"]

TOKEN = "dapi-comparison"
MODEL = "databricks-meta-llama-3-3-70b-instruct"
QUESTION = "What is a mixture of experts model?"
ENDPOINT = "compared"


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """One client; each call gets the root of a server, and None stands for what there is not.

    `distribution` and `module` are its names; `construction` imports it and makes a client, in
    code with URL for the server's root. `surface` gives the object whose attributes are the calls.
    `chat` gives the whole answer, `text` what the model said in it; `chat_async` and `stream` are
    the same in other ways. `manage` creates the endpoint ENDPOINT with an external model, reads
    and deletes it, and gives what it read. `enumeration` reads a value for which the client knows
    an enumeration: why a model stopped, or how an endpoint is.
    """

    distribution: str
    module: str
    construction: str
    surface: Callable[[str], object]
    chat: Callable[[str], object]
    text: Callable[[object], object]
    enumeration: Callable[[str], object]
    chat_async: Callable[[str], Awaitable[object]] | None
    stream: Callable[[str], Iterable[object]]
    manage: Callable[[str], object] | None
