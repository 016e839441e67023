"""Logging in to Azure with Microsoft Entra ID: a client's secret for a token."""

import json
from collections.abc import Callable
from urllib.parse import quote, urlencode

from ...json_values import JsonObject, JsonValue, as_integer, as_object, as_text
from .allowed import Address, read_url
from .connections import Caller, Outgoing
from .credentials import Secret
from .errors import Trouble, UpstreamError

_SCOPE = "https://cognitiveservices.azure.com/.default"
_FORM = "application/x-www-form-urlencoded"
_EARLY_SECONDS = 40
"""A token counts as expired that long before it is: Azure refuses those of its last 30 s."""


class EntraTokens:
    """Gets tokens and keeps them while they are good.

    now: seconds since 1970. The address that logs in is one of those that are forwarded to.
    """

    __slots__ = ("_caller", "_kept", "_now")

    def __init__(self, caller: Caller, now: Callable[[], float]) -> None:
        self._caller = caller
        self._now = now
        self._kept: dict[tuple[str, str, str], tuple[float, Secret]] = {}

    async def token(self, tenant: str, client: str, secret: Secret) -> Secret:
        """Return a token for Azure OpenAI. Raises UpstreamError where there is none to be had."""
        key = (tenant, client, secret.value)
        until, found = self._kept.get(key, (0.0, secret))
        if self._now() < until:
            return found
        answer = await self._log_in(tenant, client, secret)
        token = Secret(value=as_text(answer.get("access_token")))
        if not token.value.isascii() or not token.value.isprintable() or not token.value:
            raise UpstreamError(Trouble.BAD_ANSWER, "got no token from Microsoft Entra ID")
        seconds = as_integer(answer.get("expires_in")) or 0
        self._kept[key] = (self._now() + seconds - _EARLY_SECONDS, token)
        return token

    async def _log_in(self, tenant: str, client: str, secret: Secret) -> JsonObject:
        form = {
            "grant_type": "client_credentials",
            "client_id": client,
            "client_secret": secret.value,
            "scope": _SCOPE,
        }
        outgoing = Outgoing(
            address=self._address(tenant),
            headers={"content-type": _FORM, "accept": "application/json"},
            content=urlencode(form).encode(),
        )
        async with await self._caller.send(outgoing) as reply:
            raw, status = await reply.read(), reply.status
        if status != 200:
            detail = f"was refused a token by Microsoft Entra ID with {status}"
            raise UpstreamError(Trouble.BAD_ANSWER, detail)
        try:
            answer: JsonValue = json.loads(raw)
        except ValueError:
            raise UpstreamError(Trouble.BAD_ANSWER, "got no JSON from Microsoft Entra ID") from None
        return as_object(answer)

    def _address(self, tenant: str) -> Address:
        return read_url(f"{self._caller.settings.entra}/{quote(tenant, safe='')}/oauth2/v2.0/token")
