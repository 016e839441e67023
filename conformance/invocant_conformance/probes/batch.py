"""One chat with several models: the few requests from which the batch checks learn everything."""

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, Untestable
from .probe import Object
from .query import Query

MAX_TOKENS = 16
_QUESTION: list[JsonValue] = [{"role": "user", "content": "Say hello."}]


class Batch(Query):
    """A chat surface whose model is a list of names. Each method sends one request, once."""

    def sample(self) -> Object:
        """Return a short question."""
        return {"messages": _QUESTION, "max_tokens": MAX_TOKENS}

    @property
    def names(self) -> tuple[str, ...]:
        """The models of the surface."""
        return tuple(self.surface.model.split(","))

    @property
    def absent(self) -> str:
        """The name of a model that does not exist."""
        return self._unknown

    async def of(self, *names: str, separator: str = ",") -> Exchange:
        """Ask these models. Raises Skipped where the gateway does not take several at all."""
        plain = await self.plain()
        if 400 <= plain.status < 500:
            raise Skipped(f"several models are refused with {plain.status}", plain)
        if plain.status == 200 and isinstance(json_of(plain), dict):
            raise Skipped("several names are taken for one", plain)
        return await self.ask(model=separator.join(names))

    async def alone(self, name: str) -> Exchange:
        """Ask one model alone."""
        return await self.ask(model=name)


def entries(exchange: Exchange) -> list[Object]:
    """Return the entries of an answer. Raises Untestable where it is no list of objects."""
    value = json_of(exchange) if exchange.status == 200 else None
    if not isinstance(value, list):
        raise Untestable(f"answered with {exchange.status} and no list", exchange)
    return [entry if isinstance(entry, dict) else {} for entry in value]


def is_completion(entry: Object) -> bool:
    """Whether an entry is a model's answer."""
    return isinstance(entry.get("choices"), list)
