"""Endpoints with provisioned throughput."""

from urllib.parse import quote

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped
from ..session import Session
from ..specification import operations
from ..target import Surface
from . import endpoints
from .management import Management
from .probe import Object
from .waiting import PATIENCE

COLLECTION = f"{endpoints.COLLECTION}/pt"
_INFO = f"{endpoints.COLLECTION}/get-model-optimization-info"


class Throughput(Management):
    """The serving-endpoints API, for models with provisioned throughput.

    The model is that of the documented example; where a target does not know it, and refuses to
    serve it, what depends on it is skipped. `patience` is how long, in seconds, a deployment may
    take.
    """

    patience = PATIENCE

    def __init__(self, session: Session, surface: Surface) -> None:
        super().__init__(session, surface)
        self._created: tuple[str, Exchange] | None = None

    @property
    def model(self) -> str:
        """The name of the model that is served."""
        parameter = operations.by_id()["getModelOptimizationInfo"].parameters[0]
        return parameter.example

    def entity(self, units: JsonValue, **more: JsonValue) -> Object:
        """Return an entity with so many model units."""
        model: Object = {"entity_name": self.model, "entity_version": "1"}
        return {"name": "served", **model, "provisioned_model_units": units, **more}

    async def create_units(self, *served: Object, **more: JsonValue) -> Exchange:
        """Create an endpoint of entities with model units."""
        routes = [("served", 50), ("other", 50)] if len(served) > 1 else []
        config = endpoints.config(*served, routes=routes)
        return await self._send("POST", COLLECTION, endpoints.endpoint(self.name(), config, **more))

    async def units(self) -> tuple[str, Exchange]:
        """Return an endpoint with 10 model units: its name, and the answer that created it, once.

        Raises Skipped where the target refuses it.
        """
        if self._created is None:
            name, config = self.name(), endpoints.config(self.entity(10))
            exchange = await self._send("POST", COLLECTION, endpoints.endpoint(name, config))
            self._created = name, self.known(exchange)
        return self._created

    async def update_units(self, name: str, units: int) -> Exchange:
        """Give an endpoint other model units."""
        path = f"{COLLECTION}/{quote(name, safe='')}/config"
        return await self._send("PUT", path, {"config": endpoints.config(self.entity(units))})

    async def info(self, model: str) -> Exchange:
        """Ask how the throughput of a model can be provisioned."""
        return await self._send("GET", f"{_INFO}/{quote(model, safe='')}/1")

    async def create_tokens(self, least: int, most: int, model: str | None = None) -> Exchange:
        """Create an endpoint with throughput in tokens a second, of another model if named."""
        bounds: Object = {"min_provisioned_throughput": least, "max_provisioned_throughput": most}
        entity: Object = {"name": "served", "entity_name": model or self.model}
        entity["entity_version"] = "1"
        config = endpoints.config(entity | bounds)
        return await self.create(endpoints.endpoint(self.name(), config))

    @staticmethod
    def known(exchange: Exchange) -> Exchange:
        """Return an answer. Raises Skipped where the target refuses."""
        if 400 <= exchange.status < 500:
            raise Skipped(f"the model is refused with {exchange.status}", exchange)
        return exchange
