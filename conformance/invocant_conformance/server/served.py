"""Everything that can be queried: hosted models and endpoints, by name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..json_values import as_object
from . import fallbacks
from .catalogue import HostedModel
from .draws import generator
from .endpoints import Endpoint
from .entities import EntityKind
from .meters import note_query
from .store import EndpointStore
from .traffic import Route, pick

_TASK_PREFIX = "llm/v1/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Served:
    """A name that requests may use. Without routes it cannot answer, yet or any more.

    entities: the served entities, reachable: those of them that answer. fallback: whether others
    are tried when the one whose turn it is does not.

    task: chat, completions or embeddings, "" for custom models. kind: of what it serves, None for
    hosted models and for nothing. stopped: somebody took it out of service. created: seconds since
    1970.
    """

    name: str
    id: str
    task: str
    hosted: bool
    created: int
    routes: tuple[Route, ...]
    entities: tuple[str, ...]
    reachable: tuple[str, ...]
    fallback: bool = False
    kind: EntityKind | None = None
    stopped: bool = False


class Directory:
    """Finds what a request names and splits its traffic.

    started: when the hosted models came into being, in seconds since 1970.
    """

    def __init__(
        self,
        *,
        catalogue: Mapping[str, HostedModel],
        store: EndpointStore,
        started: int,
        seed: int,
    ) -> None:
        self._hosted = {name: _hosted(model, started) for name, model in catalogue.items()}
        self._store = store
        self._seed = seed
        self._queries = Counter[str]()

    def find(self, name: str) -> Served | None:
        """Return what a query names, None where nothing has the name. The query is counted."""
        endpoint = self._store.find(name)
        found = _endpoint(endpoint) if endpoint else self._hosted.get(name)
        if found is not None:
            note_query(found.id)
        return found

    def all(self) -> Iterable[Served]:
        """Return hosted models, then endpoints."""
        return [*self._hosted.values(), *(_endpoint(found) for found in self._store.all())]

    def route(self, served: Served) -> str:
        """Return the name of the served entity that answers. Raises Refused where none does."""
        count = self._queries[served.id]
        self._queries[served.id] += 1
        offset = generator("traffic", self._seed, served.id).randrange(100)
        return fallbacks.answering(
            pick(served.routes, count=count, offset=offset),
            entities=served.entities,
            reachable=served.reachable,
            fallback=served.fallback,
        )


def _hosted(model: HostedModel, started: int) -> Served:
    return Served(
        name=model.name,
        id=model.name,
        task=model.task.removeprefix(_TASK_PREFIX),
        hosted=True,
        created=started,
        routes=(Route(entity=model.name, percentage=100),),
        entities=(model.name,),
        reachable=(model.name,),
    )


def _endpoint(endpoint: Endpoint) -> Served:
    config = endpoint.config
    entities = config.entities if config else ()
    fallback = endpoint.settings.ai_gateway.get("fallback_config")
    return Served(
        name=endpoint.name,
        id=endpoint.id,
        task=(config.task or "").removeprefix(_TASK_PREFIX) if config else "",
        hosted=False,
        created=endpoint.created // 1000,
        routes=config.routes if config and endpoint.ready else (),
        kind=config.kind if config else None,
        stopped=endpoint.stopped,
        entities=tuple(entity.name for entity in entities),
        reachable=tuple(entity.name for entity in entities if fallbacks.is_reachable(entity)),
        fallback=as_object(fallback).get("enabled") is True,
    )
