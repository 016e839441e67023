"""What one client does, found by running it: `python -m interop.comparison.probes CLIENT`.

Runs in the client's environment, and needs nothing of this one. Reads the URLs of the servers by
name as JSON from standard input, and prints as JSON a short text for each row of the comparison.
"""

from __future__ import annotations

import asyncio
import functools
import importlib
import inspect
import json
import pickle
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from importlib.metadata import version

from interop.comparison.client import Client
from interop.comparison.faulty import CUTS, UNKNOWN, WRONG_TYPES

__all__ = ["PROBES", "main"]

Urls = Mapping[str, str]


def main(module: str) -> None:
    """Probe the client of the module of that name; see this module's text."""
    client: Client = importlib.import_module(f"interop.comparison.clients.{module}").CLIENT
    urls: Urls = json.load(sys.stdin)
    facts = {row: probe(client, urls) for row, probe in PROBES.items()}
    names = {"distribution": client.distribution, "module": client.module}
    about = {"version": version(client.distribution), "construction": client.construction}
    print(json.dumps({**facts, **names, **about}))


def _asynchronous(client: Client, urls: Urls) -> str:
    if client.chat_async is None:
        surface = client.surface(urls["right"])
        calls = (getattr(surface, name) for name in dir(surface) if not name.startswith("_"))
        assert not any(map(inspect.iscoroutinefunction, calls))
        return "no"
    answer = asyncio.run(_awaited(client.chat_async(urls["reference"])))
    return "yes" if client.text(answer) else "no"


async def _awaited(answer: Awaitable[object]) -> object:
    return await answer


def _streaming(client: Client, urls: Urls) -> str:
    try:
        events = list(client.stream(urls["reference"]))
    except Exception as error:
        return f"no, `{type(error).__name__}`"
    if len(events) < 2:
        return "no"
    return "yes, typed" if _is_typed(events[0]) else "yes, dicts"


def _management(client: Client, urls: Urls) -> str:
    if client.manage is None:
        names = dir(client.surface(urls["right"]))
        assert not any("serving_endpoint" in name or "create_endpoint" in name for name in names)
        return "no"
    return "yes, typed" if _is_typed(client.manage(urls["reference"])) else "yes, dicts"


def _typed(client: Client, urls: Urls) -> str:
    answer = client.chat(urls["right"])
    assert client.text(answer) == "Hello!"
    if not _is_typed(answer):
        return "no, dicts"
    return f"yes, {_noticed(client.chat, WRONG_TYPES, urls)} wrong types noticed"


def _noticed(call: Callable[[str], object], faults: Sequence[str], urls: Urls) -> str:
    """Of how many faults the call told, by raising."""
    noticed = [fault for fault in faults if _raised(functools.partial(call, urls[fault]))]
    return f"{len(noticed)} of {len(faults)}"


def _is_typed(value: object) -> bool:
    """Whether the value's class says which attributes it has."""
    return not isinstance(value, dict) and bool(inspect.get_annotations(type(value)))


def _enumeration(client: Client, urls: Urls) -> str:
    read = client.enumeration(urls["unknown-enum"])
    return "yes" if read == UNKNOWN else f"no, `{read!r}` is read"


def _cut(client: Client, urls: Urls) -> str:
    if _raised(lambda: list(client.stream(urls["whole"]))):
        return "streams fail"
    return _noticed(lambda url: list(client.stream(url)), CUTS, urls)


def _page(client: Client, urls: Urls) -> str:
    error = _raised(lambda: client.chat(urls["html"]))
    return f"yes, `{type(error).__name__}`" if error else "no"


def _pickling(client: Client, urls: Urls) -> str:
    error = _raised(lambda: client.chat(urls["refused"]))
    assert error is not None
    try:
        twin = pickle.loads(pickle.dumps(error))
    except Exception as failure:
        return f"no, `{type(failure).__name__}`"
    lost = sorted(_told(error) - _told(twin))
    return f"no, `{lost[0]}` is lost" if lost else "yes"


def _told(error: Exception) -> set[str]:
    """The names of the attributes that say something."""
    return {name for name, value in vars(error).items() if value is not None}


def _raised(call: Callable[[], object]) -> Exception | None:
    try:
        call()
    except Exception as error:
        return error
    return None


PROBES: Mapping[str, Callable[[Client, Urls], str]] = {
    "async": _asynchronous,
    "streaming": _streaming,
    "management": _management,
    "typed answers": _typed,
    "unknown enum": _enumeration,
    "cut stream": _cut,
    "page": _page,
    "pickling": _pickling,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
