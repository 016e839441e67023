"""Endpoints of custom models: what happens to them while they are deployed, stopped and started.

The model that is served is one that only the reference server takes for granted: where a target
does not know it, and refuses to serve it, what depends on it is skipped.
"""

from urllib.parse import quote

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue, as_list, as_object
from ..outcomes import Skipped
from ..server.entities import TRIGGER, Outcome
from ..session import Session
from ..target import Surface
from . import endpoints
from .deployments import Deployment, Failure, Pause, Replacement
from .management import Management
from .probe import Object
from .waiting import PATIENCE, is_at_rest, is_settled, wait

TABLES: Object = {"logs_table": "main.invocant.conformance_logs"}
"""Names of tables for telemetry; `HIDDEN_TABLE` is among them."""

HIDDEN_TABLE = "main.invocant.conformance_logs"
_BROKEN = "broken"
_QUERY: Object = {"dataframe_records": [{"amount": 1.5, "country": "se"}]}


class CustomModels(Management):
    """The serving-endpoints API, for endpoints of custom models. One of them is kept.

    `patience` is how long, in seconds, a deployment may take. `waits`: so much of the time goes
    into waiting that checks which run at once have a probe, and such an endpoint, each.
    """

    patience = PATIENCE
    waits = True

    def __init__(self, session: Session, surface: Surface) -> None:
        super().__init__(session, surface)
        self._deployment: Deployment | None = None
        self._replacement: Replacement | None = None
        self._failure: Failure | None = None
        self._pause: Pause | None = None

    async def accepted(self, body: Object) -> Exchange:
        """Create an endpoint of custom models. Raises Skipped where the target refuses it."""
        return self._known(await self.create(body))

    async def deployment(self) -> Deployment:
        """Return what happened while an endpoint was first deployed, once."""
        if self._deployment is None:
            name, config = self.name(), endpoints.config(endpoints.own("first"))
            created = await self.accepted(endpoints.endpoint(name, config))
            self._deployment = Deployment(
                name=name,
                config=config,
                created=created,
                update=await self.update(name, endpoints.config(endpoints.own("early"))),
                stop=await self.stop(name),
                telemetry=await self.set_telemetry(name, {}),
                document=await self.document(name),
                meanwhile=await self.get(name),
                ready=await self.settled(name),
            )
        return self._deployment

    async def replacement(self) -> Replacement:
        """Return what happened during an update, once."""
        if self._replacement is None:
            name = (await self.deployment()).name
            config = endpoints.config(endpoints.own("second", entity_version="2"))
            self._replacement = Replacement(
                config=config,
                before=await self.settled(name),
                updated=await self.update(name, config),
                meanwhile=await self.get(name),
                second=await self.update(name, endpoints.config(endpoints.own("third"))),
                after=await self.settled(name),
            )
        return self._replacement

    async def failure(self) -> Failure:
        """Return what happened to an update that cannot be deployed, once.

        Raises Skipped where the target can deploy it.
        """
        if self._failure is None:
            name = (await self.deployment()).name
            before = await self.settled(name)
            await self.update(name, endpoints.config(self.ending(_BROKEN, Outcome.FAIL)))
            after = await self._at_rest(name)
            self._failure = Failure(
                before=before,
                after=after,
                next=await self.update(name, endpoints.config(endpoints.own("mended"))),
            )
            await self.settled(name)
        return self._failure

    async def ended_creation(self, outcome: Outcome) -> Exchange:
        """Create an endpoint whose deployment comes to nothing, and read it.

        Raises Skipped where the target can deploy it.
        """
        return await self._at_rest(await self._created_for(outcome))

    async def recovering(self) -> Exchange:
        """Create an endpoint whose model is restored once it is deployed, and read it meanwhile.

        Raises Skipped where the target does not restore it.
        """
        name = await self._created_for(Outcome.RECOVER)
        exchange = await wait(lambda: self.get(name), is_at_rest, self.patience)
        if b"DEPLOYMENT_RECOVERING" not in exchange.body:
            raise Skipped("the target does not restore what was deployed just now", exchange)
        return exchange

    async def _created_for(self, outcome: Outcome) -> str:
        name, entity = self.name(), self.ending(_BROKEN, outcome)
        await self.accepted(endpoints.endpoint(name, endpoints.config(entity)))
        return name

    async def pause(self) -> Pause:
        """Return what happened to an endpoint that was stopped and started, once."""
        if self._pause is None:
            name = (await self.deployment()).name
            self._pause = Pause(
                before=await self.settled(name),
                stopped=await self.stop(name),
                halted=await self.get(name),
                query=await self.query(name),
                started=await self.start(name),
                starting=await self.get(name),
                after=await self.settled(name),
            )
        return self._pause

    @staticmethod
    def ending(name: str, outcome: Outcome) -> Object:
        """Return an entity whose deployment ends in some way at the reference server."""
        return endpoints.own(name, environment_vars={TRIGGER: outcome.value})

    async def stop(self, name: str) -> Exchange:
        """Stop an endpoint."""
        return await self._send("POST", self._below(name, "config:stop"))

    async def start(self, name: str) -> Exchange:
        """Start an endpoint."""
        return await self._send("POST", self._below(name, "config:start"))

    async def query(self, name: str) -> Exchange:
        """Query an endpoint with one row."""
        return await self._send("POST", _query_path(name), _QUERY)

    async def refused_query(self, name: str) -> Exchange:
        """Query an endpoint with nothing, which no model can answer."""
        return await self._send("POST", _query_path(name), {})

    async def set_telemetry(self, name: str, telemetry: Object | None) -> Exchange:
        """Say what to record of an endpoint, None for nothing."""
        body: Object = {} if telemetry is None else {"telemetry_config": telemetry}
        return await self._send("PATCH", self._below(name, "telemetry-config"), body)

    async def document(self, name: str) -> Exchange:
        """Read the OpenAPI document of an endpoint."""
        return await self._send("GET", self._below(name, "openapi"))

    async def metrics(self, name: str) -> Exchange:
        """Read the metrics of an endpoint."""
        return await self._send("GET", self._below(name, "metrics"))

    async def log(self, kind: str, name: str, entity: str, version: int | None = None) -> Exchange:
        """Read the log of a served entity, or of its build, as the path calls it."""
        path = self._below(name, f"served-models/{quote(entity, safe='')}/{kind}")
        query = "" if version is None else f"?config_version={version}"
        return await self._send("GET", path + query)

    async def _at_rest(self, name: str) -> Exchange:
        """Read an endpoint when its update has ended. Raises Skipped where it was successful."""
        end = await wait(lambda: self.get(name), is_at_rest, self.patience)
        if _serves(end, _BROKEN):
            raise Skipped("the target can deploy what the reference server cannot", end)
        return end

    @staticmethod
    def _below(name: str, path: str) -> str:
        return f"{endpoints.path_of(quote(name, safe=''))}/{path}"

    @staticmethod
    def _known(exchange: Exchange) -> Exchange:
        if 400 <= exchange.status < 500:
            raise Skipped(f"a custom model is refused with {exchange.status}", exchange)
        return exchange


def _query_path(name: str) -> str:
    return f"/serving-endpoints/{quote(name, safe='')}/invocations"


def _serves(exchange: Exchange, entity: str) -> bool:
    """Whether an endpoint serves nothing but an entity, with no update under way or failed."""
    config = as_object(as_object(json_of(exchange)).get("config"))
    served = [as_object(each).get("name") for each in as_list(config.get("served_entities"))]
    return is_settled(exchange) and served == [entity]


def telemetry(**more: JsonValue) -> Object:
    """Return a configuration of telemetry with tables."""
    return {"table_names": TABLES, **more}
