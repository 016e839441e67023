"""Making synchronous source from asynchronous source by substituting tokens."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

__all__ = ["UnusedRule", "unasync", "unasync_directory"]

# Patterns match whole words; the order matters where one pattern contains another.
RULES: Final[tuple[tuple[str, str], ...]] = (
    (r"AsyncGenerator\[(\w+), None\]", r"Generator[\1, None, None]"),
    (r"Awaitable\[((?:[^\[\]]|\[[^\[\]]*\])+)\]", r"\1"),
    (r"Awaitable, ", ""),
    (r"AsyncByteStream", "SyncByteStream"),
    (r"Async(\w+)", r"\1"),
    (r"handle_async_request", "handle_request"),
    (r"async_opener", "opener"),
    (r"async_drain", "drain"),
    (r"async_sleep", "sleep"),
    (r"async_text_of", "text_of"),
    (r"async_settled", "settled"),
    (r"async_offloaded", "offloaded"),
    (r"async_auth_flow", "sync_auth_flow"),
    (r"no_wake", "wake"),
    (r"running_loop", "any_loop"),
    (r"asynchronous=True", "asynchronous=False"),
    (r"async (def|for|with)", r"\1"),
    (r"await ", ""),
    (r"__aenter__", "__enter__"),
    (r"__aexit__", "__exit__"),
    (r"__aiter__", "__iter__"),
    (r"__anext__", "__next__"),
    (r"ag_running", "gi_running"),
    (r"aclose", "close"),
    (r"aiter_bytes", "iter_bytes"),
    (r"anext", "next"),
    (r"asend", "send"),
    (r"StopAsyncIteration", "StopIteration"),
)

_COMPILED: Final = tuple(
    (re.compile(rf"(?<!\w){pattern}(?!\w)" if not pattern.endswith(" ") else rf"\b{pattern}"), new)
    for pattern, new in RULES
)


class UnusedRule(Exception):
    """A rule of the table matched nothing: the source changed and the table did not."""


def unasync(source: str) -> str:
    """The synchronous form of asynchronous source."""
    for pattern, replacement in _COMPILED:
        source = pattern.sub(replacement, source)
    return source


def unasync_directory(source: Path, target: Path) -> None:
    """Write the synchronous form of every module of ``source`` to ``target``.

    Raises UnusedRule when a rule applies to none of them.
    """
    modules = {path.name: path.read_text(encoding="utf-8") for path in sorted(source.glob("*.py"))}
    unused = _unused(modules.values())
    if unused:
        raise UnusedRule(f"{source.name}: no use of {', '.join(unused)}")
    target.mkdir(parents=True, exist_ok=True)
    for name, text in modules.items():
        (target / name).write_text(unasync(text), encoding="utf-8")


def _unused(sources: Iterable[str]) -> list[str]:
    remaining = list(sources)
    unused: list[str] = []
    for pattern, replacement in _COMPILED:
        changed = [pattern.subn(replacement, text) for text in remaining]
        if not any(number for _, number in changed):
            unused.append(pattern.pattern)
        remaining = [text for text, _ in changed]
    return unused
