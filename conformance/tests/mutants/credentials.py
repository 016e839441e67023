"""Servers that let in what they should refuse, or tell what they should keep to themselves."""

import base64
from collections.abc import Callable
from dataclasses import replace

from .chat import BOTH
from .edits import COLLECTION, headers, is_chat, is_get, obj, objects, refusal
from .management import MUST as MANAGEMENT
from .middleware import Answer, Call, Mutation, Server
from .mutant import Mutant, breach
from .refusals import TOKEN

_RIGHT = f"Bearer {TOKEN}"
_GO = "goroutine 12 [running]:\nmain.serve(0xc0000)"
_JVM = "java.lang.NullPointerException\n\tat com.example.Foo.bar(Foo.scala:42)"


def _authorization(call: Call) -> str:
    return call.headers.get("authorization", "")


def _authorised(call: Call) -> Call:
    return replace(call, headers=call.headers | {"authorization": _RIGHT})


def _let_in(where: Callable[[Call], bool]) -> Mutation:
    return headers(lambda call: _authorised(call).headers if where(call) else call.headers)


def _is_cut(call: Call) -> bool:
    given = _authorization(call)
    return given != _RIGHT and _RIGHT.startswith(given) and given.startswith(_RIGHT[:-3])


def _is_open_stream(call: Call) -> bool:
    return is_chat(call) and call.json.get("stream") is True and not _authorization(call)


async def _refused_but_done(call: Call, server: Server) -> Answer:
    """Answer 401 and do it nevertheless."""
    found = await server.answer(call)
    if found.status == 401:
        await server.answer(_authorised(call))
    return found


async def _in_a_comment(call: Call, server: Server) -> Answer:
    """Quote the credentials in a comment of every stream."""
    found = await server.answer(call)
    quoted = f": {_authorization(call)}\n\n".encode()
    return found.with_body(quoted + found.body) if found.is_stream else found


async def _in_base64(call: Call, server: Server) -> Answer:
    """Return the credentials, encoded, in a header."""
    found = await server.answer(call)
    encoded = base64.b64encode(_authorization(call).encode()).decode()
    return replace(found, headers=found.headers | {"x-caller": encoded})


async def _by_prefix(call: Call, server: Server) -> Answer:
    """Find an endpoint by the beginning of its name."""
    found = await server.answer(call)
    if not is_get(call) or found.status != 404:
        return found
    name = call.path.rpartition("/")[2]
    listing = await server.answer(replace(call, path=COLLECTION))
    for entry in objects(listing.json, "endpoints"):
        known = str(entry["name"])
        if known.startswith(name) or name.startswith(known):
            return await server.answer(replace(call, path=f"{COLLECTION}/{known}"))
    return found


def _saying(words: str) -> Mutation:
    """Put some words into every refusal."""

    def edit(found: Answer) -> Answer:
        body = found.json
        (obj(body, "error") or body)["message"] = words
        return found.with_json(body)

    return refusal(edit)


def _failing_for(where: Callable[[Call], bool]) -> Mutation:
    """Answer some calls with 500, unless they are refused for their credentials."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        failing = where(call) and found.status not in (401, 404)
        return replace(found, status=500) if failing else found

    return mutation


async def _other_shape_for_wrong_tokens(call: Call, server: Server) -> Answer:
    found = await server.answer(call)
    if found.status == 401 and _authorization(call):
        return found.with_json({"detail": "Invalid token"})
    return found


MUTANTS: tuple[Mutant, ...] = (
    Mutant(
        name="streams-are-open",
        requirement="AUTH-TOKEN-001",
        levels=BOTH,
        mutation=_let_in(_is_open_stream),
    ),
    Mutant(
        name="refused-without-token-but-done",
        requirement="AUTH-TOKEN-001",
        levels=MANAGEMENT,
        mutation=_refused_but_done,
    ),
    Mutant(
        name="token-in-a-comment", requirement="AUTH-ECHO-001", levels=BOTH, mutation=_in_a_comment
    ),
    Mutant(
        name="names-are-prefixes",
        requirement="ERR-NAME-001",
        levels=MANAGEMENT,
        mutation=_by_prefix,
    ),
    breach("cut-token-accepted", "AUTH-TOKEN-002", _let_in(_is_cut)),
    breach(
        "token-in-other-letters-accepted",
        "AUTH-TOKEN-002",
        _let_in(lambda call: _authorization(call).lower() == _RIGHT.lower()),
    ),
    breach(
        "every-password-accepted",
        "AUTH-TOKEN-002",
        _let_in(lambda call: _authorization(call).startswith("Basic ")),
    ),
    breach(
        "empty-token-accepted",
        "AUTH-TOKEN-002",
        _let_in(lambda call: _authorization(call).strip() == "Bearer"),
    ),
    breach("token-in-base64", "AUTH-ECHO-001", _in_base64),
    breach("stack-of-go", "ERR-LEAK-001", _saying(_GO)),
    breach("stack-of-a-virtual-machine", "ERR-LEAK-001", _saying(_JVM)),
    breach("wrong-token-is-a-detail", "ERR-SHAPE-001", _other_shape_for_wrong_tokens),
    breach("empty-object-is-500", "ERR-SERVER-001", _failing_for(lambda call: call.body == b"{}")),
    breach("nan-is-500", "ERR-SERVER-001", _failing_for(lambda call: b"NaN" in call.body)),
    breach("long-is-500", "ERR-SERVER-001", _failing_for(lambda call: len(call.body) > 20_000)),
)
