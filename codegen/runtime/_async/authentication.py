"""Makes the headers that authenticate a request, out of a credential."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from ..concurrency import AsyncLock, async_offloaded, async_settled
from ..credentials import (
    CalledCredential,
    Credential,
    Grant,
    OAuthCredential,
    StaticCredential,
    UnifiedAuth,
    UnifiedCredential,
    asserted,
    called_headers,
)
from ..errors import AuthenticationError

if TYPE_CHECKING:
    from ..leases import Lease, Need
    from .renewing import AsyncRenewing
    from .token_endpoint import AsyncTokenEndpoint

__all__ = ["AsyncAuthenticator"]


class AsyncAuthenticator:
    """Authenticates requests to the server that the credential is for, and to no other.

    ``endpoint`` is where tokens come from. ``control`` authenticates at another server whose token
    is exchanged for tokens of this one's.
    """

    def __init__(
        self,
        credential: Credential,
        endpoint: "AsyncTokenEndpoint",
        control: "AsyncAuthenticator | None" = None,
    ) -> None:
        self._credential: Credential = credential
        self._endpoint: AsyncTokenEndpoint = endpoint
        self._control: AsyncAuthenticator | None = control
        self._tokens: tuple[tuple[Grant, AsyncRenewing[str]], ...] = self._renewing()
        self._unified: UnifiedAuth | None = None
        self._lock: AsyncLock = AsyncLock()

    def __getstate__(self) -> dict[str, object]:
        """For pickling: the copy gets tokens of its own."""
        return {**self.__dict__, "_tokens": (), "_unified": None, "_lock": None}

    def __setstate__(self, state: dict[str, object]) -> None:
        """Begin without tokens."""
        self.__dict__.update(state)
        self._tokens = self._renewing()
        self._lock = AsyncLock()

    async def headers(self) -> Mapping[str, str]:
        """What to add to a request, names in lower case; every value is a secret.

        Raises what the credential's function raises, ConfigurationError for what it must not
        return, and what getting a token raises.
        """
        credential = self._credential
        if isinstance(credential, StaticCredential):
            return credential.headers
        if isinstance(credential, CalledCredential):
            return called_headers(await async_settled(credential.provider()))
        if isinstance(credential, OAuthCredential):
            return {**credential.headers, **await self._token_headers()}
        if isinstance(credential, UnifiedCredential):
            return await self._unified_headers(credential)
        return {}

    async def rejected(self, headers: Mapping[str, str]) -> bool:
        """Whether, after the status 401 for a request with ``headers``, other ones can be had."""
        again = False
        for grant, token in self._tokens:
            sent = headers.get(grant.header, "").removeprefix(grant.scheme)
            again = token.reject(sent) or again
        return again

    async def _token_headers(self) -> dict[str, str]:
        return {grant.header: grant.scheme + await token.get() for grant, token in self._tokens}

    def _renewing(self) -> "tuple[tuple[Grant, AsyncRenewing[str]], ...]":
        if not isinstance(self._credential, OAuthCredential):
            return ()
        from .renewing import AsyncRenewing  # most clients have a token that does not change

        clock = self._endpoint.clock
        return tuple(
            (grant, AsyncRenewing(partial(self._token, grant), clock))
            for grant in self._credential.grants
        )

    async def _token(self, grant: Grant, need: "Need") -> "Lease[str]":
        from ..leases import Need

        once = need is Need.EARLY
        if self._control is None:
            return await self._endpoint.token(grant, once=once)
        headers = await self._control.headers()
        try:
            return await self._endpoint.token(asserted(grant, headers), once=once)
        except AuthenticationError:
            if not await self._control.rejected(headers):
                raise
        headers = await self._control.headers()
        return await self._endpoint.token(asserted(grant, headers), once=once)

    async def _unified_headers(self, credential: UnifiedCredential) -> Mapping[str, str]:
        from ..unified import unified_headers

        config = credential.config or self._unified or await self._configured(credential)
        return await async_offloaded(partial(unified_headers, config))

    async def _configured(self, credential: UnifiedCredential) -> UnifiedAuth:
        from ..unified import configure

        await self._lock.take()
        try:
            if self._unified is None:
                self._unified = await async_offloaded(partial(configure, credential.arguments))
            return self._unified
        finally:
            self._lock.give()
