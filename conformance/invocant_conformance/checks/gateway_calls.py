"""Checks of what a gateway adds to chats: names in the path, its own fields, headers, limits."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, Untestable, expect
from ..probes.chat import Chat
from ..probes.completions import Completions
from ..probes.embeddings import Embeddings
from ..probes.gateway import Gateway
from ..probes.query import DROP, Query
from ..registry import check
from ..surfaces import operation_of
from ..target import Surface
from .answers import body, choices, message, skip_if_refused, text

_TRACE = "invocant-trace-5b1f0c"
_CALL = "invocant-call-9d27ea"
_MOCKED = "invocant mocked this 41"
_TOO_SHORT = 0.000001
_PREFIX = "x-litellm-"
_OWN_FIELDS: dict[str, JsonValue] = {
    "tags": ["invocant"],
    "guardrails": [],
    "caching": False,
    "num_retries": 0,
    "timeout": 60,
    "drop_params": True,
    "allowed_openai_params": [],
}


def _names_in_path(surface: Surface) -> bool:
    operation = operation_of(surface)
    return operation.profile == "gateway" and operation.names_a_model


async def _expect_named_by_path(query: Query) -> None:
    exchange = await query.ask(model=DROP)
    status = exchange.status
    expect(status == 200, f"without model in the body the answer is {status}", exchange)
    expect(body(exchange), "the answer is empty", exchange)


@check("GW-ALIAS-001", task="chat", where=_names_in_path)
async def chats_are_named_by_the_path(chat: Chat) -> None:
    """A chat whose body names no model is answered by that of the path."""
    await _expect_named_by_path(chat)


@check("GW-ALIAS-001", task="completions", where=_names_in_path)
async def completions_are_named_by_the_path(completions: Completions) -> None:
    """A completion whose body names no model is answered by that of the path."""
    await _expect_named_by_path(completions)


@check("GW-ALIAS-001", task="embeddings", where=_names_in_path)
async def embeddings_are_named_by_the_path(embeddings: Embeddings) -> None:
    """Embeddings whose body names no model are answered by that of the path."""
    await _expect_named_by_path(embeddings)


@check("GW-ALIAS-002", task="chat", where=_names_in_path)
async def the_path_wins(chat: Chat) -> None:
    """An unknown model in the body does no harm, one in the path is refused."""
    exchange = await chat.ask(model=f"{chat.surface.model}-absent")
    status = exchange.status
    expect(status == 200, f"an unknown model in the body is answered with {status}", exchange)
    exchange = await chat.of_unknown(model=chat.surface.model)
    refused = 400 <= exchange.status < 500
    status = exchange.status
    expect(refused, f"an unknown model in the path is answered with {status}", exchange)


@check("GW-META-001", task="chat")
async def metadata_is_not_answered(chat: Chat) -> None:
    """No value of the metadata occurs in the answer, nor in one that is streamed."""
    metadata: JsonValue = {"trace_id": _TRACE, "generation_name": f"{_TRACE}-name"}
    for stream in (False, True):
        exchange = await chat.ask(metadata=metadata, stream=stream)
        skip_if_refused(exchange, "metadata")
        shown = f"{exchange.body.decode(errors='replace')} {' '.join(exchange.headers.values())}"
        expect(_TRACE not in shown, "the answer repeats the request's metadata", exchange)


@check("GW-FIELDS-001", task="chat")
async def own_fields_are_accepted(chat: Chat) -> None:
    """A chat with LiteLLM's own fields is answered."""
    plain = await chat.plain()
    if plain.status != 200:
        raise Untestable(f"without them the answer is {plain.status}", plain)
    exchange = await chat.ask(**_OWN_FIELDS)
    expect(exchange.status == 200, f"with them the answer is {exchange.status}", exchange)


@check("GW-MOCK-001", task="chat")
async def clients_cannot_mock(chat: Chat) -> None:
    """mock_response does not become the answer."""
    exchange = skip_if_refused(await chat.ask(mock_response=_MOCKED), "mock_response")
    said = [text(message(choice).get("content")) for choice in choices(exchange)]
    expect(_MOCKED not in said, "the answer is what the client said", exchange)


@check("GW-CALLID-001", task="chat")
async def the_call_id_comes_back(chat: Chat) -> None:
    """A call id that was sent comes back, also in a stream, and otherwise there is one."""
    await _need_litellm(chat)
    sent = {"x-litellm-call-id": _CALL}
    for stream in (False, True):
        exchange = await _with_headers(chat, sent, stream=stream)
        _need_answer(exchange)
        found = exchange.headers.get("x-litellm-call-id")
        expect(found == _CALL, f"the call id is {found!r}, not {_CALL!r}", exchange)
    made = [await chat.plain(), await chat.stream()]
    found_ids = [each.headers.get("x-litellm-call-id") for each in made]
    for exchange, found in zip(made, found_ids, strict=True):
        _need_answer(exchange)
        expect(found, "there is no call id", exchange)
    expect(found_ids[0] != found_ids[1], "two calls have the same id", made[1])


class ListedChat(Chat):
    """Chats at a gateway that tells of its deployments."""

    async def deployments(self, model: str) -> list[JsonValue]:
        """Return the ids of the deployments of a model."""
        gateway = Gateway(self.session, self.surface)
        entries = await gateway.entries("listGatewayDeployments")
        mine = [entry for entry in entries if entry.get("model_name") == model]
        infos = [entry.get("model_info") for entry in mine]
        return [info.get("id") for info in infos if isinstance(info, dict)]


@check("GW-HEADER-001", task="chat")
async def answers_name_their_deployment(chat: ListedChat) -> None:
    """The deployment of an answer's header is one of the model that the header names."""
    await _need_litellm(chat)
    exchange = await chat.plain()
    group = exchange.headers.get("x-litellm-model-group")
    identifier = exchange.headers.get("x-litellm-model-id")
    expect(group and identifier, "the answer names no deployment", exchange)
    known = await chat.deployments(str(group))
    expect(identifier in known, f"no deployment of {group!r} has this id", exchange)


@check("GW-TIMEOUT-001", task="chat")
async def limits_of_time_hold(chat: Chat) -> None:
    """A limit that no model can keep, in a header or in the body, leads to 408."""
    await _need_litellm(chat)
    exchange = await _with_headers(chat, {"x-litellm-timeout": f"{_TOO_SHORT:f}"})
    expect(exchange.status == 408, f"with the header the answer is {exchange.status}", exchange)
    exchange = await chat.ask(timeout=_TOO_SHORT)
    expect(exchange.status == 408, f"with timeout the answer is {exchange.status}", exchange)


async def _need_litellm(chat: Chat) -> None:
    """Raise Skipped where answers have none of LiteLLM's headers, which are unknown there."""
    exchange = await chat.plain()
    _need_answer(exchange)
    if not any(name.startswith(_PREFIX) for name in exchange.headers):
        raise Skipped(f"answers have no header that begins with {_PREFIX}", exchange)


def _need_answer(exchange: Exchange) -> None:
    if exchange.status != 200:
        raise Untestable(f"answered with {exchange.status}", exchange)


async def _with_headers(chat: Chat, headers: dict[str, str], *, stream: bool = False) -> Exchange:
    sent = chat.request(stream=True) if stream else chat.request()
    return await chat.once(chat.surface.method, chat.surface.path, json=sent, headers=headers)
