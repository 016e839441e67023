"""Asking the provider of a served entity."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ...json_values import JsonObject, as_object, as_text, dump_bytes
from ...specification.records import EVENT_STREAM, JSON
from ..entities import Entity
from ..vault import Vault
from . import allowed, credentials, providers
from .connections import Caller, Outgoing, Reply
from .credentials import Secret
from .entra import EntraTokens
from .errors import Trouble, UpstreamError
from .settings import UpstreamSettings

_NAME: Final = "invocant-"


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A valid request to be forwarded. via: the header of this name that it came with."""

    task: str
    body: JsonObject
    via: str = ""

    @property
    def streams(self) -> bool:
        """Whether the answer is wanted in pieces."""
        return self.body.get("stream") is True


class Upstreams:
    """The providers that may be asked, and what asking them needs.

    identity: tells this server from others like it, in the header Via. now: seconds since 1970.
    """

    def __init__(
        self, settings: UpstreamSettings, *, vault: Vault, now: Callable[[], float], identity: str
    ) -> None:
        self.settings = settings
        self.caller = Caller(settings)
        self._vault = vault
        self._entra = EntraTokens(self.caller, now)
        self._name = _NAME + identity

    def serves(self, entity: Entity) -> bool:
        """Whether queries of a served entity are forwarded."""
        if not self.settings.allowed:
            return False
        root = providers.base(as_object(entity.external_model))
        try:
            return root is not None and allowed.permits(
                self.settings.allowed, allowed.read_url(root)
            )
        except ValueError:
            return False

    async def ask(
        self, endpoint_id: str, entity: Entity, question: Question
    ) -> tuple[Reply, Secret]:
        """Return the answer of an entity's provider, unread, and the secret that it was asked with.

        Raises UpstreamError where the provider is not asked, or does not begin to answer.
        """
        model = as_object(entity.external_model)
        via = self._via(question.via)
        found = providers.destination(model, question.task)
        if found is None:
            detail = f"answers no requests in the format {question.task}"
            raise UpstreamError(Trouble.REFUSED, detail)
        kept = self._vault.find(endpoint_id, entity.name)
        secret = credentials.find(found.credential, kept, self.settings.environment)
        shown = secret
        if found.credential.entra:
            shown = await self._entra.token(*found.credential.entra, secret)
        headers = {
            **found.headers,
            **credentials.header(found.credential, shown),
            "content-type": JSON,
            "accept": EVENT_STREAM if question.streams else JSON,
            "via": via,
        }
        body: JsonObject = {**question.body, "model": as_text(model.get("name"))}
        content = dump_bytes(body)
        outgoing = Outgoing(address=found.address, headers=headers, content=content)
        return await self.caller.send(outgoing), shown

    async def aclose(self) -> None:
        """Close the connections."""
        await self.caller.aclose()

    def _via(self, given: str) -> str:
        """Return the header Via with this server in it (RFC 9110 §7.6.3).

        Raises UpstreamError for a request that was here before, or passed too many such servers.
        """
        passed = [entry.strip() for entry in given.split(",") if entry.strip()]
        names = [entry.partition(" ")[2].strip() for entry in passed]
        if self._name in names:
            raise UpstreamError(
                Trouble.REFUSED, "is this server itself: the request goes in a loop"
            )
        if sum(name.startswith(_NAME) for name in names) >= self.settings.hops:
            detail = f"would be hop {self.settings.hops + 1} of the request, which is one too many"
            raise UpstreamError(Trouble.REFUSED, detail)
        return ", ".join([*passed, f"1.1 {self._name}"])
