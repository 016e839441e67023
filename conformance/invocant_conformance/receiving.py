"""Receives one answer, piece by piece, as far as it comes."""

import asyncio
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

from .exchange import Exchange

_LARGEST_BODY = 32 * 2**20


@dataclass(kw_only=True, slots=True)
class Answer:
    """An answer as far as it has arrived."""

    live: bool
    status: int = 0
    headers: httpx.Headers = field(default_factory=httpx.Headers)
    pieces: list[bytes] = field(default_factory=list[bytes])
    arrivals: list[tuple[float, int]] = field(default_factory=list[tuple[float, int]])

    async def read(
        self, client: httpx.AsyncClient, request: httpx.Request, timeout: float
    ) -> str | None:
        """Fill in the answer; return what went wrong, None for nothing."""
        try:
            async with asyncio.timeout(timeout):
                return await self._receive(client, request)
        except TimeoutError:
            return f"timeout: the answer was not complete after {timeout:g} s"
        except (httpx.HTTPError, ssl.SSLError) as error:  # some alerts of TLS 1.3 are not wrapped
            return f"connection: {type(error).__name__}: {error}"

    def exchange(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None
    ) -> Exchange:
        """Return the answer together with its request."""
        return Exchange(
            method=method,
            url=url,
            request_headers=headers,
            request_body=body,
            status=self.status,
            headers=self.headers,
            body=b"".join(self.pieces),
            arrivals=tuple(self.arrivals),
            live=self.live,
        )

    async def _receive(self, client: httpx.AsyncClient, request: httpx.Request) -> str | None:
        started = time.monotonic()
        response = await client.send(request, stream=True)
        self.status, self.headers = response.status_code, response.headers
        size = 0
        try:
            async for piece in response.aiter_bytes():
                self.pieces.append(piece)
                self.arrivals.append((time.monotonic() - started, len(piece)))
                size += len(piece)
                if size > _LARGEST_BODY:
                    return f"answer: larger than {_LARGEST_BODY} bytes"
        finally:
            await response.aclose()
        return None
