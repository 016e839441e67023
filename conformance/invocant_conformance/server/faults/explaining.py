"""The grammar of faults, told to people; keys and values come from the grammar itself."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Final

from . import grammar
from .record import Kind

_WIDTH: Final = 88
_KINDS: Final[Mapping[Kind, str]] = {
    Kind.STATUS: f"{grammar.STATUSES}: this status, with the body that the surface gives it; 429 "
    "and 503 say Retry-After: 1 unless told otherwise",
    Kind.LATENCY: "the answer is late, one second unless told otherwise",
    Kind.RESET: "the connection is reset (TCP RST): before a byte is sent, or within the answer",
    Kind.CUT: "the answer ends early: after one event, or half of what is no stream",
    Kind.NO_END: "a stream lacks its last event, [DONE] or whatever ends it, and ends properly",
    Kind.SLOW: "the body comes in pieces of 16 bytes, 0.1 seconds apart",
    Kind.MALFORMED: "the JSON is broken; in a stream that of one event, the second",
    Kind.HTML: "an HTML page: 200 to sign in, or a proxy's with another status",
    Kind.CONTENT_TYPE: "the right body under a wrong content type, text/plain",
    Kind.ERROR: "a stream says after one event that the model failed",
    Kind.EMPTY: "there is no body",
    Kind.NO_HEADER: "the answer lacks a header, served-model-name",
    Kind.RAW: "the answer is given byte for byte; one that is no script closes the connection",
    Kind.NONE: "nothing goes wrong, whatever else is set",
}
_INTRODUCTION: Final = (
    "A fault is written KIND[;key=value]... Reserved signs in a value are percent-encoded.",
    "per request: x-invocant-fault: 429;retry-after=2 (the header may be sent more than once)",
    "per model: ask for the model or endpoint fault-429, or fault-cut;after=3+NAME for that model",
    "per server: --fault '503;rate=0.05' --fault 'latency;seconds=2;task=chat'",
    "They are asked in this order, and the first that strikes is the only one. Counts (rate, "
    "times, every) are those of the server's fault, or of the text in header or name.",
    "latency, reset, html and raw strike before a request is looked at, unless they are for a "
    "task or model; a status strikes once credentials and body were found right, before anything "
    "is done or changed; all others strike answers, when the work is done, but no refusals. "
    "when=after lets the first two groups strike there as well: the work is done and the answer "
    "is lost. The pages of the server itself are spared.",
)


def text() -> str:
    """Return the grammar as text for a terminal, its lines short enough for 88 columns."""
    common = ", ".join(grammar.COMMON)
    named = {name for keys in grammar.OWN.values() for name in keys} | {*grammar.COMMON}
    return "\n".join(
        [
            *(line for words in _INTRODUCTION for line in _wrapped(words, "")),
            "",
            f"kinds, and their keys beside {common}:",
            *(line for kind, about in _KINDS.items() for line in _kind(kind, about)),
            "",
            "keys:",
            *(line for name in sorted(named) for line in _key(name)),
        ]
    )


def _kind(kind: Kind, about: str) -> Iterator[str]:
    word = "" if kind is Kind.STATUS else f"{kind.value}: "
    keys = f" ({', '.join(grammar.OWN[kind])})" if grammar.OWN[kind] else ""
    yield from _wrapped(f"{word}{about}{keys}", "  ")


def _key(name: str) -> Iterator[str]:
    key = grammar.key(name)
    yield from _wrapped(f"{name}: {key.about} ({key.form.about})", "  ")


def _wrapped(words: str, indent: str) -> list[str]:
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
