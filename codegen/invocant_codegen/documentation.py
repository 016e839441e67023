"""The docstrings of generated methods."""

import textwrap
from collections.abc import Iterable

from .operations import Argument, Credential

# The project's line length, less the indentation of a method's body.
_WIDTH = 92

_OPTIONS = "Headers, query, further body fields, timeout, retries of this call; `RequestOptions`."
_RAISES = (
    ("RequestError", "An argument has a wrong type; nothing was sent."),
    ("APIConnectionError", "No answer arrived."),
    ("APIStatusError", "The server refused; every status has a class of its own."),
    ("APIResponseError", "The answer is not what the specification says."),
)
_CONNECTION = (
    (
        "http_client",
        "A client of httpx or httpx2, used instead of connections of its own; stays the caller's "
        "to close.",
    ),
    (
        "transport",
        "What sends: httpx, httpx2 or, asynchronously, aiohttp. By default httpx, and "
        "asynchronously httpx2 where it is installed.",
    ),
    ("timeout", "Seconds, or a `Timeout` with one limit for each phase."),
    ("max_retries", "How often a request that failed is repeated where that is safe."),
    ("verify", "Whether to check the server's certificate, or an SSL context to do it with."),
    ("cert", "File of a client certificate, or a pair of its file and the file of its key."),
    ("proxy", "Address of a proxy; by default from the environment."),
    (
        "hooks",
        "Functions that are told what becomes of every call; `Hook`. With `INVOCANT_LOG=headers` "
        "or `=bodies` in the environment there is one more, `WireLog`.",
    ),
    ("tracing", "Whether OpenTelemetry is told of calls of models, where the program uses it."),
)
_WAITING = (
    ("EndpointFailed", "What was waited for cannot come any more; `endpoint` is the answer."),
    ("WaitTimeout", "It did not come in time; `endpoint` is the last answer, if there was one."),
)
_UNPARSED = ("ParseError", "The answer cannot be made into the type that was given.")
_BROKEN = (
    ("StreamError", "While reading a stream: the server reported an error."),
    ("StreamInterrupted", "While reading a stream: it ended before it was complete."),
)
_SETTLED = (
    "Making one opens no connection. Arguments win over the environment, and that over a "
    "configuration file; credentials are sent to no other server than the one that is configured."
)
_UNSETTLED = "Address or credential is missing, cannot be used, or is one of several."


def method_documentation(
    summary: str,
    description: str,
    arguments: Iterable[Argument],
    *,
    streams: bool,
    parses: bool,
) -> tuple[str, ...]:
    """Return the lines of a method's docstring, without indentation."""
    raises = [*_RAISES]
    if parses:
        raises.append(_UNPARSED)
    if streams:
        raises.extend(_BROKEN)
    entries = [(argument.name, argument.description) for argument in arguments]
    lines = [summary, "", *_wrapped(description), ""]
    lines += ["Args:", *_entries([*entries, ("options", _OPTIONS)]), ""]
    lines += ["Raises:", *_entries(raises)]
    return tuple(map(escaped, lines))


def wait_documentation(
    summary: str, description: str, arguments: Iterable[tuple[str, str]]
) -> tuple[str, ...]:
    """Return the lines of the docstring of a method that waits, without indentation."""
    lines = [summary, "", *_wrapped(description), ""]
    lines += ["Args:", *_entries([*arguments, ("options", _OPTIONS)]), ""]
    lines += ["Raises:", *_entries([*_WAITING, *_RAISES])]
    return tuple(map(escaped, lines))


def client_documentation(description: str, credential: Credential) -> tuple[str, ...]:
    """Return the lines of a client's docstring, without indentation."""
    arguments = [
        *((argument.name, argument.description) for argument in credential.arguments),
        *_CONNECTION,
    ]
    summary, *more = _wrapped(description)
    lines = [summary, *more, "", *_wrapped(_SETTLED), ""]
    lines += ["Args:", *_entries(arguments), ""]
    lines += ["Raises:", *_entries([("ConfigurationError", _UNSETTLED)])]
    return tuple(map(escaped, lines))


def escaped(text: str) -> str:
    """Return a text that can stand inside a docstring."""
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _entries(entries: Iterable[tuple[str, str]]) -> list[str]:
    return [
        line
        for name, text in entries
        for line in _wrapped(f"{name}: {text}", first="    ", following="        ")
    ]


def _wrapped(text: str, first: str = "", following: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=following,
        break_on_hyphens=False,
    )
