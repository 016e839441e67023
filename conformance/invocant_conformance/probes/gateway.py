"""A gateway as a whole: its models, what it tells of them, and its keys."""

from collections.abc import Mapping

from .. import models, surfaces
from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, Untestable
from ..session import Authorize, Session
from ..specification import operations
from ..target import Surface
from .probe import Object, RememberingProbe

_QUESTION: JsonValue = [{"role": "user", "content": "hi"}]


class Gateway(RememberingProbe):
    """All operations of a gateway, each at its own address. Equal calls are made once."""

    def __init__(self, session: Session, surface: Surface) -> None:
        super().__init__(session, surface)
        self._places: dict[str, RememberingProbe] = {}

    async def call(
        self,
        operation_id: str,
        *,
        model: str = "",
        query: str = "",
        body: JsonValue = None,
        headers: Mapping[str, str] | None = None,
        authorize: Authorize = True,
    ) -> Exchange:
        """Call an operation; `model` fills its path, `query` begins with a question mark."""
        operation = operations.by_id()[operation_id]
        base = surfaces.base(operation, self.session.base)
        if base not in self._places:
            self._places[base] = RememberingProbe(self.session.at(base), self.surface)
        return await self._places[base].once(
            operation.method,
            surfaces.filled(operation, {"model": model}) + query,
            json=body,
            headers=headers,
            authorize=authorize,
        )

    async def by_id(self, operation_id: str, identifier: str) -> Exchange:
        """Call an operation whose path has one parameter, which is no model."""
        operation = operations.by_id()[operation_id]
        values = {each.name: identifier for each in operation.at("path")}
        path = surfaces.with_parameters(operation, values)
        return await self.once(operation.method, path)

    async def listed(self) -> list[Object]:
        """Return the entries of the list of models."""
        return await self.entries("listGatewayModels")

    async def entries(self, operation_id: str, query: str = "") -> list[Object]:
        """Return the objects of an answer's list `data`. Raises Untestable where there is none."""
        exchange = await self.call(operation_id, query=query)
        value = json_of(exchange) if exchange.status == 200 else None
        data = value.get("data") if isinstance(value, dict) else None
        if not isinstance(data, list):
            raise Untestable(f"answered with {exchange.status} and no list", exchange)
        return [entry for entry in data if isinstance(entry, dict)]

    async def chat_model(self) -> str:
        """Return a listed model that chats. Raises Untestable where there is none."""
        found = models.from_models({"data": await self.listed()}).get("chat")
        if found is None:
            raise Untestable("no model that chats is listed")
        return found


class Keys(Gateway):
    """The keys that a gateway makes. Nothing is made where the run may not write."""

    async def made(self, name: str, **limits: JsonValue) -> Exchange:
        """Make a key; the name tells it from others with the same limits."""
        if not self.session.allow_writes:
            raise Skipped("makes keys, which needs --allow-writes")
        exchange = await self.call("generateGatewayKey", body={"key_alias": name, **limits})
        key = _key(exchange)
        if key is None:
            raise Untestable(f"no key is made: {exchange.status}", exchange)
        self.session.ledger.secrets.add(key)
        return exchange

    async def key(self, name: str, **limits: JsonValue) -> str:
        """Make a key and return it."""
        return _key(await self.made(name, **limits)) or ""

    async def list_with(self, key: str, *, again: int = 0) -> Exchange:
        """List the models with a key; `again` tells repeated calls apart."""
        query = f"?again={again}" if again else ""
        return await self.call(
            "listGatewayModels", query=query, headers=_bearer(key), authorize=False
        )

    async def chat_with(self, key: str, model: str) -> Exchange:
        """Chat with a key."""
        return await self.call(
            "createGatewayChatCompletion",
            body={"model": model, "messages": _QUESTION, "max_tokens": 8},
            headers=_bearer(key),
            authorize=False,
        )

    async def info(self, named: str | None, *, with_key: str | None = None) -> Exchange:
        """Ask what is known of a key, that of the request if none is named."""
        query = f"?key={named}" if named else ""
        if with_key is None:
            return await self.call("getGatewayKey", query=query)
        headers = _bearer(with_key)
        return await self.call("getGatewayKey", query=query, headers=headers, authorize=False)


def _bearer(key: str) -> Mapping[str, str]:
    return {"authorization": f"Bearer {key}"}


def _key(exchange: Exchange) -> str | None:
    value = json_of(exchange) if exchange.status == 200 else None
    key = value.get("key") if isinstance(value, dict) else None
    return key if isinstance(key, str) and key else None
