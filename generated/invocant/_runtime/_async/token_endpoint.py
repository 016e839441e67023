# Copied from codegen/runtime/; do not edit.
"""Asks token endpoints for tokens, again where that can help."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from itertools import count

from ..credentials import Grant
from ..errors import APIConnectionError, APIStatusError
from ..leases import Lease
from ..reply import Reply
from ..request import PreparedRequest
from ..retry import RetryPolicy, next_wait
from ..token_requests import prepare_grant, token_lease

__all__ = ["AsyncTokenEndpoint"]


class AsyncTokenEndpoint:
    """Gets tokens by ``exchange``, which sends one request and returns the reply of any status.

    ``clock``: seconds since the epoch. ``sleep``, ``random`` and ``policy`` serve retries as in the
    transport; asking for a token twice does no harm.
    """

    def __init__(
        self,
        exchange: Callable[[PreparedRequest], Awaitable[Reply]],
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
        random: Callable[[], float],
        policy: RetryPolicy,
    ) -> None:
        self._exchange: Callable[[PreparedRequest], Awaitable[Reply]] = exchange
        self._sleep: Callable[[float], Awaitable[None]] = sleep
        self._random: Callable[[], float] = random
        self._policy: RetryPolicy = replace(policy, unsafe=True)
        self.clock: Callable[[], float] = clock

    async def token(self, grant: Grant, *, once: bool) -> Lease[str]:
        """A token; with ``once`` after one failure none.

        Raises AuthenticationError where the client is refused, else APIConnectionError, the class
        of the status, or APIResponseError for an answer without a token.
        """
        request = prepare_grant(grant)
        policy = replace(self._policy, max_retries=0) if once else self._policy
        for attempt in count():
            asked = self.clock()
            try:
                return token_lease(await self._exchange(request), asked)
            except (APIConnectionError, APIStatusError) as error:
                wait = next_wait(
                    error, method="POST", attempt=attempt, policy=policy, random=self._random()
                )
                if wait is None:
                    raise
            await self._sleep(wait)
        raise AssertionError("count() does not end")
