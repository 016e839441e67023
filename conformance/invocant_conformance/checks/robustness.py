"""Checks that no request makes a server fail, and that refusals give nothing of it away."""

import json
import re

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, expect
from ..probes.chat import Chat
from ..probes.operation import Operation, names_in_path_only, names_something, takes_a_body
from ..registry import check
from .breakage import one_for_each_keyword
from .faults import faults, wrong_types

_UPSTREAM = (502, 503, 504)
_DEPTH = 2000
_TEXT, _LENGTH = "żółw 漢字 🦓 ", 2000
_INTERNALS = re.compile(
    r"Traceback \(most recent call last\)"
    r"|File \\?\"[^\"]+\\?\", line \d+"
    r"|(?:^|\s)at [\w$.<>]+\([\w$]+\.(?:java|scala|kt|js|ts):\d+"
    r"|goroutine \d+ \[|stack backtrace:|thread '[^']*' panicked at"
    r"|(?<![\w:/.])/(?:usr|home|opt|var|root|app|srv|Users)/[\w.-]+/"
    r"|\b[A-Za-z]:\\\\?(?:Users|Program Files|Windows)\\"
    r"|site-packages|node_modules"
)


@check("ERR-LEAK-001", task="any", where=takes_a_body)
async def refusals_of_bodies_show_no_internals(operation: Operation) -> None:
    """Refusals of bodies hold neither a stack trace nor a path of the server's files."""
    _expect_no_internals(await operation.truncated())
    for content in _odd_bodies(operation).values():
        _expect_no_internals(await operation.with_content(content))
    for breakage in wrong_types(operation):
        _expect_no_internals(await operation.with_body(breakage.body))


@check("ERR-LEAK-001", task="any", where=names_something)
async def refusals_of_names_show_no_internals(operation: Operation) -> None:
    """Refusals of unknown names hold neither a stack trace nor a path of the server's files."""
    _expect_no_internals(await operation.of_unknown())


@check("ERR-LEAK-001", task="any")
async def refusals_of_credentials_show_no_internals(operation: Operation) -> None:
    """Refusals of missing and wrong tokens hold neither a stack trace nor a path of files."""
    if not operation.session.credentials.given:
        raise Skipped("the run has no credentials, so the target may need none")
    _expect_no_internals(await operation.with_credentials(False))
    _expect_no_internals(await operation.with_credentials("wrong"))


def _expect_no_internals(exchange: Exchange) -> None:
    if exchange.status < 400:
        return
    headers = "\n".join(exchange.headers.values())
    found = shows_internals(f"{exchange.body.decode(errors='replace')}\n{headers}")
    expect(not found, f"answer {exchange.status} shows internals: {found!r}", exchange)


def shows_internals(text: str) -> str:
    """Return the beginning of a stack trace or a path of a file system, empty for none."""
    unescaped = text.replace("\\n", "\n").replace("\\t", "\t")
    found = _INTERNALS.search(text) or _INTERNALS.search(unescaped)
    return found.group()[:60] if found else ""


@check("ERR-SERVER-001", task="any", where=takes_a_body)
async def odd_bodies_do_not_break_the_server(operation: Operation) -> None:
    """Bodies that are not UTF-8, nested deeply, empty, long or odd are not answered with 500."""
    for what, content in _odd_bodies(operation).items():
        _expect_no_failure(await operation.with_content(content), what)


@check("ERR-SERVER-001", task="any", where=takes_a_body)
async def a_body_without_a_type_does_not_break_the_server(operation: Operation) -> None:
    """A valid body without a content type is not answered with 500."""
    _expect_no_failure(await operation.typed(""), "no content type")


def _odd_bodies(operation: Operation) -> dict[str, bytes]:
    """Return bodies that only a careless parser fails on, by what is odd about them."""
    whole = json.dumps(operation.body())
    return {
        "invalid UTF-8": whole[:-1].encode() + b', "\xff\xfe": "\xc3"}',
        f"{_DEPTH} levels": f'{whole[:-1]}, "odd": {"[" * _DEPTH}{"]" * _DEPTH}}}'.encode(),
        "a lone surrogate and a huge number": f'{whole[:-1]}, "\\ud800": 1{"0" * 400}}}'.encode(),
        "an empty body": b"",
        "an empty object": b"{}",
        "NaN": f'{whole[:-1]}, "odd": NaN}}'.encode(),
        "a long text beyond ASCII": f'{whole[:-1]}, "odd": "{_TEXT * _LENGTH}"}}'.encode(),
    }


@check("ERR-SERVER-001", task="any", where=takes_a_body)
async def broken_bodies_do_not_break_the_server(operation: Operation) -> None:
    """Bodies that break one constraint are not answered with 500, a required field's type first."""
    for breakage in (*wrong_types(operation), *one_for_each_keyword(faults(operation))):
        _expect_no_failure(await operation.with_body(breakage.body), breakage.description)


@check("ERR-SERVER-001", task="chat")
async def odd_parts_do_not_break_the_server(chat: Chat) -> None:
    """Content whose parts are no objects is not answered with 500."""
    parts: tuple[JsonValue, ...] = (None, 1, [])
    for part in parts:
        messages: list[JsonValue] = [{"role": "user", "content": [part]}]
        _expect_no_failure(await chat.ask(messages=messages), f"a part of content that is {part}")


@check("ERR-SERVER-001", task="any", where=names_in_path_only)
async def odd_names_do_not_break_the_server(operation: Operation) -> None:
    """Names with control characters or letters beyond ASCII are not answered with 500."""
    for suffix in ("%00", "%F0%9F%98%80", "%2F..%2F", "x" * 500):
        _expect_no_failure(await operation.of_unknown(suffix), f"a name ending in {suffix[:20]}")


def _expect_no_failure(exchange: Exchange, what: str) -> None:
    status = exchange.status
    failed = status >= 500 and status not in _UPSTREAM
    expect(not failed, f"{what} is answered with {status}", exchange)
