"""Connections that change what passes through them, beneath a client that knows nothing of it."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass

import httpx

from invocant_conformance.client.own import TLS


class Filter:
    """Changes the bytes of a body on their way in; this one leaves them as they are."""

    def feed(self, data: bytes) -> bytes:
        """What becomes of the next bytes."""
        return data

    def end(self) -> bytes:
        """What comes after the last ones."""
        return b""


def same_request(request: httpx.Request) -> httpx.Request:
    """Leave a request as it is."""
    return request


def same_headers(headers: httpx.Headers) -> httpx.Headers:
    """Leave the headers of an answer as they are."""
    return headers


def nothing_more(request: httpx.Request, answer: httpx.Response) -> httpx.Request | None:
    """Be content with an answer."""
    return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Tampering:
    """What is done to requests, and to headers and bodies of answers; by default nothing.

    ``again``: the request to send after an answer, whose own answer replaces it; or none.
    """

    request: Callable[[httpx.Request], httpx.Request] = same_request
    headers: Callable[[httpx.Headers], httpx.Headers] = same_headers
    body: Callable[[], Filter] = Filter
    again: Callable[[httpx.Request, httpx.Response], httpx.Request | None] = nothing_more

    def client(self) -> httpx.Client:
        """A client for synchronous use."""
        return httpx.Client(transport=_Transport(self))

    def async_client(self) -> httpx.AsyncClient:
        """A client for asynchronous use."""
        return httpx.AsyncClient(transport=_AsyncTransport(self))

    def answer(
        self, answer: httpx.Response, stream: httpx.SyncByteStream | httpx.AsyncByteStream
    ) -> httpx.Response:
        """The answer with its headers and body changed."""
        return httpx.Response(
            answer.status_code,
            headers=self.headers(answer.headers),
            stream=stream,
            extensions=answer.extensions,
        )


class _Transport(httpx.BaseTransport):
    def __init__(self, tampering: Tampering) -> None:
        self._tampering = tampering
        self._inner = httpx.HTTPTransport(verify=TLS)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request = self._tampering.request(request)
        answer = self._inner.handle_request(request)
        following = self._tampering.again(request, answer)
        if following is not None:
            answer.close()
            answer = self._inner.handle_request(following)
        return self._tampering.answer(answer, _Body(answer, self._tampering.body()))

    def close(self) -> None:
        self._inner.close()


class _AsyncTransport(httpx.AsyncBaseTransport):
    def __init__(self, tampering: Tampering) -> None:
        self._tampering = tampering
        self._inner = httpx.AsyncHTTPTransport(verify=TLS)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request = self._tampering.request(request)
        answer = await self._inner.handle_async_request(request)
        following = self._tampering.again(request, answer)
        if following is not None:
            await answer.aclose()
            answer = await self._inner.handle_async_request(following)
        return self._tampering.answer(answer, _AsyncBody(answer, self._tampering.body()))

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpx.Response, filtered: Filter) -> None:
        self._answer = answer
        self._filter = filtered

    def __iter__(self) -> Iterator[bytes]:
        for data in self._answer.iter_raw():
            yield self._filter.feed(data)
        yield self._filter.end()

    def close(self) -> None:
        self._answer.close()


class _AsyncBody(httpx.AsyncByteStream):
    def __init__(self, answer: httpx.Response, filtered: Filter) -> None:
        self._answer = answer
        self._filter = filtered

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for data in self._answer.aiter_raw():
            yield self._filter.feed(data)
        yield self._filter.end()

    async def aclose(self) -> None:
        await self._answer.aclose()
