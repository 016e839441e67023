"""Management: endpoints that checks create, and the lifetime of one of them."""

from collections.abc import Mapping
from json import dumps
from urllib.parse import quote

from .. import surfaces
from ..exchange import Exchange
from ..json_values import JsonObject, JsonValue
from ..outcomes import Untestable
from ..session import Session
from ..specification.records import Operation, Resource
from ..target import Surface
from . import endpoints
from .lifetime import Lifetime
from .probe import Object, RememberingProbe
from .waiting import PATIENCE, is_settled, wait

UNNAMED = "gpt-4.1:mini"
"""The model of entities that are sent without a name."""

TAGS: Mapping[str, str] = {"suite": "invocant"}


class Management(RememberingProbe):
    """The serving-endpoints API. `history` holds every exchange, `secrets` every plaintext sent.

    `patience` is how long, in seconds, an endpoint of external models may take to become ready.
    """

    patience = PATIENCE

    def __init__(self, session: Session, surface: Surface) -> None:
        super().__init__(session, surface)
        self.history: list[Exchange] = []
        self.secrets: list[str] = []
        self._lifetime: Lifetime | None = None
        self._paired: str | None = None
        self._updated_to_one: Exchange | None = None

    def name(self) -> str:
        """Return a fresh endpoint name."""
        return self.session.invent_name("managed")

    def sample(self) -> Object:
        """Return a valid body with a fresh name."""
        return endpoints.endpoint(self.name(), self.sample_config())

    def sample_config(self) -> Object:
        """Return a valid configuration of one external model."""
        return endpoints.config(endpoints.openai("served"))

    def plaintext(self, field: str) -> Object:
        """Return a provider setting that holds a fresh secret in plaintext."""
        secret = self.session.invent_secret()
        self.secrets.append(secret)
        return {field: secret}

    async def create(self, body: Object, *, slash: bool = False) -> Exchange:
        """Send a create, with a slash at the end of the path where that is wanted."""
        return await self._send("POST", endpoints.COLLECTION + "/" * slash, body)

    async def created(self, body: Object) -> str:
        """Create and return the name. Raises Untestable where that is refused."""
        exchange = await self.create(body)
        if exchange.status >= 300:
            raise Untestable(f"a valid endpoint is answered with {exchange.status}", exchange)
        return str(body["name"])

    async def create_truncated(self, body: Object) -> Exchange:
        """Send a create whose body breaks off before its last character."""
        return await self._send_content("POST", endpoints.COLLECTION, dumps(body)[:-1].encode())

    async def get(self, name: str) -> Exchange:
        """Read an endpoint."""
        return await self._send("GET", endpoints.path_of(quote(name, safe="")))

    async def list(self, *, slash: bool = False) -> Exchange:
        """List the endpoints, with a slash at the end of the path where that is wanted."""
        return await self._send("GET", endpoints.COLLECTION + "/" * slash)

    async def update(self, name: str, config: JsonObject) -> Exchange:
        """Replace an endpoint's configuration."""
        return await self._send("PUT", endpoints.config_path_of(quote(name, safe="")), config)

    async def delete(self, name: str) -> Exchange:
        """Delete an endpoint."""
        return await self._send("DELETE", endpoints.path_of(quote(name, safe="")))

    async def call(self, operation: Operation, names: Mapping[Resource, str]) -> Exchange:
        """Send the documented request of an operation about an endpoint."""
        path = surfaces.filled(operation, names)
        sample = operation.signatures[0].sample if operation.takes_a_body else None
        return await self._send(operation.method, path, sample)

    async def settled(self, name: str) -> Exchange:
        """Read an endpoint until it is ready and not updating, or patience is at its end."""
        return await wait(lambda: self.get(name), is_settled, self.patience)

    async def paired(self) -> str:
        """Create an endpoint of two entities, a and b, with 60 and 40 percent, once.

        Returns its name. Raises Untestable where it could not be created.
        """
        if self._paired is None:
            self._paired = await self.created(self.pair(60, 40))
            await self.settled(self._paired)
        return self._paired

    async def updated_to_one(self) -> Exchange:
        """Update an endpoint to one entity, without its name and traffic_config, and read it, once.

        Raises Untestable where that is refused.
        """
        if self._updated_to_one is None:
            name = await self.created(self.sample())
            await self.settled(name)
            updated = await self.update(name, endpoints.config(endpoints.openai(model=UNNAMED)))
            if updated.status >= 300:
                raise Untestable(f"a valid update is answered with {updated.status}", updated)
            self._updated_to_one = await self.settled(name)
        return self._updated_to_one

    def pair(self, *shares: int) -> Object:
        """Return a body with the entities a and b and these shares, or no traffic_config.

        With three shares there is an entity c as well.
        """
        models = {"a": "gpt-4o-mini", "b": "gpt-4.1", "c": "gpt-4o"}
        names = "abc"[: max(2, len(shares))]
        entities = [endpoints.openai(name, model=models[name]) for name in names]
        routes = list(zip(names, shares, strict=False))
        return endpoints.endpoint(self.name(), endpoints.config(*entities, routes=routes))

    async def lifetime(self) -> Lifetime:
        """Return what happened to an endpoint from its creation to its end, once.

        Raises Untestable where it could not be created.
        """
        if self._lifetime is None:
            self._lifetime = await self._live()
        return self._lifetime

    async def _live(self) -> Lifetime:
        name = self.name()
        body = self._first_body(name)
        beside = await self.created(self.sample())
        neighbour = await self.settled(beside)
        created = await self.create(body)
        if created.status >= 300:
            raise Untestable(f"a valid endpoint is answered with {created.status}", created)
        config, second = self._second_config(), self._other_body(name)
        return Lifetime(
            name=name,
            body=body,
            config=config,
            second=second,
            neighbour=neighbour,
            created=created,
            ready=await self.settled(name),
            listed=await self.list(),
            conflict=await self.create(self._other_body(name)),
            unchanged=await self.get(name),
            refused_update=await self.update(name, self._refused_config()),
            kept=await self.get(name),
            updated=await self.update(name, config),
            replaced=await self.settled(name),
            after_update=await self.get(beside),
            deleted=await self.delete(name),
            after_delete=await self.get(beside),
            gone=await self.get(name),
            deleted_again=await self.delete(name),
            updated_late=await self.update(name, self.sample_config()),
            unlisted=await self.list(),
            recreated=await self.create(second),
        )

    def _first_body(self, name: str) -> Object:
        """One entity without a name, a tag, no traffic_config."""
        settings = self.plaintext("openai_api_key_plaintext")
        entity = endpoints.openai(model=UNNAMED, settings=settings)
        tags: list[JsonValue] = [{"key": key, "value": value} for key, value in TAGS.items()]
        return endpoints.endpoint(name, endpoints.config(entity), tags=tags)

    def _other_body(self, name: str) -> Object:
        """Two entities of other providers."""
        key: Object = {"key": "x-key", **self.plaintext("value_plaintext")}
        entities = (
            endpoints.anthropic("first", self.plaintext("anthropic_api_key_plaintext")),
            endpoints.custom("second", {"api_key_auth": key}),
        )
        routes = [("first", 70), ("second", 30)]
        return endpoints.endpoint(name, endpoints.config(*entities, routes=routes))

    def _second_config(self) -> Object:
        """A secret in plaintext beside a reference."""
        token = self.plaintext("token_plaintext")
        entities = (
            endpoints.custom("plain", {"bearer_token_auth": token}),
            endpoints.openai("referring"),
        )
        return endpoints.config(*entities, routes=[("plain", 80), ("referring", 20)])

    def _refused_config(self) -> Object:
        """A route to an entity that is not there."""
        settings = self.plaintext("openai_api_key_plaintext")
        entity = endpoints.openai("there", settings=settings)
        return endpoints.config(entity, routes=[("elsewhere", 100)])

    async def _send(self, method: str, path: str, json: JsonValue | None = None) -> Exchange:
        exchange = await self.session.send(method, path, json=json)
        self.history.append(exchange)
        return exchange

    async def _send_content(self, method: str, path: str, content: bytes) -> Exchange:
        exchange = await self.session.send(method, path, content=content)
        self.history.append(exchange)
        return exchange
