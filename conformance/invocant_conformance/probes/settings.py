"""Settings of endpoints: endpoints that checks may set, and the requests that set them."""

from urllib.parse import quote

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue, as_object, as_text
from ..outcomes import Skipped, Untestable
from ..session import Session
from ..target import Surface
from . import endpoints
from .management import Management
from .probe import Object

PERMISSIONS = "/api/2.0/permissions/serving-endpoints"

ATTEMPTS = 10
"""Chats that are tried against a rate limit."""


class Settings(Management):
    """Endpoints whose settings checks change, one after another.

    Every check sets what it relies on, so that most can share one endpoint: a workspace allows
    few creates a minute.
    """

    def __init__(self, session: Session, surface: Surface) -> None:
        super().__init__(session, surface)
        self._shared: dict[str, str] = {}
        self._first_chat: Exchange | None = None
        self._attempts: dict[str, tuple[Exchange, ...]] = {}

    async def subject(self) -> str:
        """Return the name of the endpoint that checks may set, of two external models."""
        return await self._share("subject")

    async def bystander(self) -> str:
        """Return the name of another endpoint."""
        return await self._share("bystander")

    async def _share(self, role: str) -> str:
        if role not in self._shared:
            self._shared[role] = await self.ready(self.pair(60, 40))
        return self._shared[role]

    async def ready(self, body: Object) -> str:
        """Create an endpoint, wait until it is ready and return its name. Raises Untestable."""
        name = await self.created(body)
        await self.settled(name)
        return name

    async def set(self, method: str, name: str, step: str, body: JsonValue) -> Exchange:
        """Send a request that changes the settings of an endpoint."""
        path = f"{endpoints.path_of(quote(name, safe=''))}/{step}"
        return await self._send(method, path, body)

    async def tag(
        self, name: str, *, add: tuple[Object, ...] = (), delete: tuple[str, ...] = ()
    ) -> Exchange:
        """Add and delete tags."""
        body: Object = {"add_tags": list(add), "delete_tags": list(delete)}
        return await self.set("PATCH", name, "tags", body)

    async def put_gateway(self, name: str, settings: Object) -> Exchange:
        """Replace the AI Gateway settings."""
        return await self.set("PUT", name, "ai-gateway", settings)

    async def gateway(self, name: str, settings: Object) -> Exchange:
        """Replace the AI Gateway settings. Raises Untestable where that is refused."""
        return accepted(await self.put_gateway(name, settings), "valid AI Gateway settings")

    async def notify(self, name: str, body: Object) -> Exchange:
        """Replace the notifications. Raises Untestable where that is refused."""
        exchange = await self.set("PATCH", name, "notifications", body)
        return accepted(exchange, "a valid update of notifications")

    async def put_limits(self, name: str, limits: list[JsonValue]) -> Exchange:
        """Replace the rate limits of the older kind."""
        return await self.set("PUT", name, "rate-limits", {"rate_limits": limits})

    async def permissions(self, endpoint_id: str, suffix: str = "") -> Exchange:
        """Read the permissions of an endpoint, or what is below them."""
        return await self._send("GET", f"{PERMISSIONS}/{quote(endpoint_id, safe='')}{suffix}")

    async def grant(self, method: str, endpoint_id: str, body: JsonValue) -> Exchange:
        """Set (PUT) or update (PATCH) the permissions of an endpoint."""
        return await self._send(method, f"{PERMISSIONS}/{quote(endpoint_id, safe='')}", body)

    async def id_of(self, name: str) -> str:
        """Return the id of an endpoint. Raises Untestable where get does not show it."""
        exchange = await self.get(name)
        found = as_text(as_object(json_of(exchange)).get("id")) if exchange.status == 200 else ""
        if not found:
            raise Untestable("get shows no id", exchange)
        return found

    async def chat(self, name: str, text: str = "Say hello.", **more: JsonValue) -> Exchange:
        """Chat with an endpoint, at its own path."""
        messages: list[JsonValue] = [{"role": "user", "content": text}]
        body: Object = {"messages": messages, "max_tokens": 32, **more}
        return await self._send(
            "POST", f"/serving-endpoints/{quote(name, safe='')}/invocations", body
        )

    async def query(self, path: str, body: Object) -> Exchange:
        """Query an endpoint at a path that all endpoints share."""
        return await self._send("POST", path, body)

    async def answering(self) -> str:
        """Return the name of an endpoint that answers chats; its settings may be changed.

        Raises Skipped where it does not, since no real provider stands behind a made-up key.
        """
        if self._first_chat is None:
            self._shared["answering"] = await self.ready(self.pair(60, 40))
            self._first_chat = await self.chat(self._shared["answering"])
        if self._first_chat.status != 200:
            raise Skipped("an endpoint with a made-up provider key does not answer")
        return self._shared["answering"]

    async def attempts(self, limit: Object) -> tuple[Exchange, ...]:
        """Chat ten times, or until that is refused, with a fresh endpoint that has a rate limit.

        Equal limits are tried once. Raises Skipped where endpoints do not answer.
        """
        await self.answering()
        if str(limit) not in self._attempts:
            limits: list[JsonValue] = [limit | {"renewal_period": "minute"}]
            gateway: Object = {"ai_gateway": {"rate_limits": limits}}
            name = await self.ready(self.pair(60, 40) | gateway)
            self._shared[str(limit)] = name
            self._attempts[str(limit)] = await self._until_refused(name)
        return self._attempts[str(limit)]

    def limited(self, limit: Object) -> str:
        """Return the name of the endpoint on which a rate limit was tried."""
        return self._shared[str(limit)]

    async def _until_refused(self, name: str) -> tuple[Exchange, ...]:
        exchanges: list[Exchange] = []
        while len(exchanges) < ATTEMPTS and (not exchanges or exchanges[-1].status == 200):
            exchanges.append(await self.chat(name))
        return tuple(exchanges)


def accepted(exchange: Exchange, what: str) -> Exchange:
    """Return an exchange that was not refused. Raises Untestable for one that was."""
    if exchange.status >= 300:
        raise Untestable(f"{what} is answered with {exchange.status}", exchange)
    return exchange
