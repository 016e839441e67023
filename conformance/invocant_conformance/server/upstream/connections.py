"""Requests to the servers that may be forwarded to.

Every request has a connection of its own, to an address that was looked up and checked for it, so
that a name cannot mean one server when it is checked and another one when it is connected to.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Self

import httpx

from ... import __version__
from . import allowed
from .addresses import is_forbidden
from .allowed import Address
from .errors import Trouble, UpstreamError
from .settings import UpstreamSettings

# Answers are passed on as they come: nothing to unpack, nothing that grows when it is unpacked.
_HEADERS: Final = {
    "accept-encoding": "identity",
    "user-agent": f"invocant-reference/{__version__}",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Outgoing:
    """A request to a provider; its headers hold a credential."""

    address: Address
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)


class Reply:
    """The answer of a provider, whose body has not been read. To be closed."""

    def __init__(self, response: httpx.Response, caller: "Caller") -> None:
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = response.headers
        self._response = response
        self._caller: Caller | None = caller

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connection, whatever is still to come."""
        caller, self._caller = self._caller, None
        if caller is not None:
            try:
                await self._response.aclose()
            finally:
                caller.calls -= 1

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the body as it comes. Raises UpstreamError where it breaks off or is too large."""
        most = self._caller.settings.answer_bytes if self._caller else 0
        if self.headers.get("content-encoding", "identity") != "identity":
            raise UpstreamError(Trouble.BAD_ANSWER, "packed its answer, which was not asked for")
        size = 0
        with _told():
            async for piece in self._response.aiter_raw():
                size += len(piece)
                if size > most:
                    detail = f"answered with more than {most} bytes"
                    raise UpstreamError(Trouble.BAD_ANSWER, detail)
                yield piece

    async def read(self) -> bytes:
        """Return the whole body. Raises UpstreamError as `pieces` does, and for a slow one."""
        seconds = self._caller.settings.answer_seconds if self._caller else 0
        try:
            async with asyncio.timeout(seconds):
                return b"".join([piece async for piece in self.pieces()])
        except TimeoutError:
            raise _too_slow() from None


class Caller:
    """Sends requests to the allowed servers, so many at a time. Its client lives in one loop.

    context: certificates to trust; those of httpx by default.
    """

    def __init__(self, settings: UpstreamSettings, context: ssl.SSLContext | None = None) -> None:
        self.settings = settings
        self.calls = 0
        self._context = context
        self._client: httpx.AsyncClient | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def send(self, outgoing: Outgoing) -> Reply:
        """Send a request and return its answer as soon as its head is there.

        Raises UpstreamError for servers that are not allowed, cannot be reached, or are silent, and
        where too many requests are on their way.
        """
        if not allowed.permits(self.settings.allowed, outgoing.address):
            raise UpstreamError(Trouble.REFUSED, "is at a host that may not be forwarded to")
        if self.calls >= self.settings.calls:
            raise UpstreamError(Trouble.BUSY, f"is asked {self.settings.calls} times at once")
        self.calls += 1
        try:
            async with asyncio.timeout(self.settings.answer_seconds):
                return await self._sent(outgoing, await self._addresses(outgoing.address))
        except BaseException as error:
            self.calls -= 1
            if isinstance(error, TimeoutError):
                raise _too_slow() from None
            raise

    async def aclose(self) -> None:
        """Close the client. A later request opens another one."""
        client, self._client = self._client, None
        if client is not None and self._loop is asyncio.get_running_loop():
            await client.aclose()

    async def _addresses(self, address: Address) -> tuple[str, ...]:
        """Look a host up. One forbidden address among several is one too many."""
        try:
            found = tuple(await self.settings.resolve(address.host, address.port))
        except (OSError, UnicodeError):
            found = ()
        if not found:
            raise UpstreamError(Trouble.UNREACHABLE, f"has no address at {address.host}")
        if any(map(is_forbidden, found)):
            detail = f"is at an address that is never forwarded to: {address.host}"
            raise UpstreamError(Trouble.REFUSED, detail)
        return found

    async def _sent(self, outgoing: Outgoing, found: tuple[str, ...]) -> Reply:
        """Try the addresses of the server in their order until one of them can be connected to."""
        client = self._running_client()
        *first, last = found
        with _told():
            for each in first:
                try:
                    return await self._reply(client, outgoing, each)
                except (httpx.ConnectError, httpx.ConnectTimeout):
                    continue
            return await self._reply(client, outgoing, last)

    async def _reply(self, client: httpx.AsyncClient, outgoing: Outgoing, found: str) -> Reply:
        address = outgoing.address
        shown = f"[{found}]" if ":" in found else found
        request = client.build_request(
            "POST",
            f"{address.scheme}://{shown}:{address.port}{address.target}",
            headers={**_HEADERS, **outgoing.headers, "host": address.authority},
            content=outgoing.content,
            extensions={"sni_hostname": address.host},
        )
        return Reply(await client.send(request, stream=True), self)

    def _running_client(self) -> httpx.AsyncClient:
        loop = asyncio.get_running_loop()
        if self._client is None or self._loop is not loop:
            self._client, self._loop = self._opened(), loop
        return self._client

    def _opened(self) -> httpx.AsyncClient:
        settings = self.settings
        return httpx.AsyncClient(
            verify=self._context or httpx.create_ssl_context(),
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(settings.answer_seconds, connect=settings.connect_seconds),
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
        )


@contextmanager
def _told() -> Generator[None]:
    """Turn what httpx raises into UpstreamError, without its words, which may quote a request."""
    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout):
        raise UpstreamError(Trouble.UNREACHABLE, "cannot be connected to") from None
    except httpx.TimeoutException:
        raise _too_slow() from None
    except (httpx.LocalProtocolError, httpx.InvalidURL):
        raise UpstreamError(Trouble.REFUSED, "cannot be sent its credentials") from None
    except httpx.HTTPError:
        raise UpstreamError(Trouble.BAD_ANSWER, "broke its answer off") from None


def _too_slow() -> UpstreamError:
    return UpstreamError(Trouble.TIMED_OUT, "did not answer in time")
