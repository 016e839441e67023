"""Checks that what a client says of models and addresses does not lead a gateway astray."""

from ..outcomes import Skipped, expect
from ..probes.chat import Chat
from ..probes.listening import trap
from ..registry import check
from .answers import body

_ADDRESSES = ("api_base", "base_url")


@check("GW-BASE-001", task="chat")
async def addresses_of_clients_are_not_called(chat: Chat) -> None:
    """Neither api_base nor base_url makes the gateway call the address that it names."""
    body(await chat.plain())
    for member in _ADDRESSES:
        async with trap() as trapped:
            exchange = await chat.ask(**{member: trapped.url})
            calls = trapped.calls
        expect(not calls, f"the address in {member} was called", exchange)
        tried = exchange.status >= 500 and b"connect" in exchange.body.lower()
        expect(not tried, f"the address in {member} was tried, and did not answer", exchange)


@check("GW-FALLBACK-002", task="chat")
async def fallbacks_do_not_hide_an_unknown_model(chat: Chat) -> None:
    """An unknown model is refused beside a fallback that exists, which answers by itself."""
    body(await chat.plain())
    alone = await chat.of_unknown()
    if not 400 <= alone.status < 500:
        raise Skipped(f"unknown models are answered with {alone.status}, not refused", alone)
    exchange = await chat.of_unknown(fallbacks=[chat.surface.model])
    refused = 400 <= exchange.status < 500
    expect(refused, f"an unknown model is answered with {exchange.status}", exchange)
