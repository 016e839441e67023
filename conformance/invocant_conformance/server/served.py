"""Everything that can be queried: hosted models and endpoints, by name."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..json_values import as_object, as_text
from . import fallbacks
from .catalogue import HostedModel
from .draws import generator
from .embedding import WIDTH
from .endpoints import Config, Endpoint
from .entities import EntityKind
from .errors import Kind, Refused
from .journal import note_query
from .providers import lacks
from .standing import CustomModel
from .store import EndpointStore
from .traffic import Route, pick

SCORING = "scoring"
"""Stands for the four tasks of MLflow's scoring protocol."""

_TASK_PREFIX = "llm/v1/"
_HOSTED_PREFIX = "databricks-"

# Formats that external models of a maker answer beside chat (Databricks, the pages about querying).
_MAKERS = {"openai": "responses", "anthropic": "messages"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Served:
    """A name that requests may use. Without routes it cannot answer, yet or any more.

    task: chat, completions, embeddings or SCORING. apis: the formats that it answers, such as chat
    and messages. features: it serves a feature spec. created: seconds since 1970.

    entities: the served entities, reachable: those of them that answer, lacking: those whose
    provider does not have the model. fallback: whether others are tried when the one whose turn it
    is does not answer. kind: of what it serves, None for hosted models and for nothing. stopped:
    somebody took it out of service. width: numbers in its vectors.
    """

    name: str
    id: str
    task: str
    hosted: bool
    created: int
    routes: tuple[Route, ...]
    entities: tuple[str, ...]
    reachable: tuple[str, ...]
    features: bool = False
    apis: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    fallback: bool = False
    kind: EntityKind | None = None
    stopped: bool = False
    width: int = WIDTH


class Directory:
    """Finds what a request names and splits its traffic.

    standing: the platform's samples of custom models. started: when it and the hosted models came
    into being, in seconds since 1970.
    """

    def __init__(
        self,
        *,
        catalogue: Mapping[str, HostedModel],
        standing: Mapping[str, CustomModel],
        store: EndpointStore,
        started: int,
        seed: int,
    ) -> None:
        self._hosted = {name: _hosted(model, started) for name, model in catalogue.items()}
        self._standing = {name: _custom(model, started) for name, model in standing.items()}
        self._in_unity_catalog = {
            unity_name: name
            for name, model in catalogue.items()
            for unity_name in (_unity_name(name), model.entity_name or _unity_name(name))
        }
        self._store = store
        self._seed = seed
        self._queries = Counter[str]()
        self._derived: dict[str, tuple[Endpoint, Served]] = {}
        self._offsets: dict[str, int] = {}

    def find(self, name: str) -> Served | None:
        """Return what a query names, None where nothing has the name. The query is counted."""
        found = self.look_up(name)
        if found is not None:
            note_query(found.id)
        return found

    def look_up(self, name: str) -> Served | None:
        """Return what has a name, None where nothing has it."""
        endpoint = self._store.find(name)
        if endpoint is not None:
            return self._of(endpoint)
        self._derived.pop(name, None)
        return self._hosted.get(name) or self._standing.get(name)

    def find_in_unity_catalog(self, name: str) -> Served | None:
        """Return the hosted model that has a name there, such as system.ai.claude-sonnet-4."""
        return self._hosted.get(self._in_unity_catalog.get(name, ""))

    def all(self) -> Iterator[Served]:
        """Yield hosted models, then samples, then endpoints."""
        yield from self._hosted.values()
        yield from self._standing.values()
        for endpoint in self._store.all():
            yield self._of(endpoint)

    def route(self, served: Served, entity: str | None = None) -> str:
        """Return the name of the served entity that answers: the one named, or whose turn it is.

        Raises Refused where none does, and where its provider lacks the model.
        """
        if entity is None and len(served.routes) == 1 and not served.lacking:
            (only,) = served.routes
            if only.entity in served.reachable:
                return only.entity
        answers = fallbacks.answering(
            entity or self._turn(served),
            entities=served.entities,
            reachable=served.reachable,
            fallback=served.fallback and entity is None,
        )
        if answers in served.lacking:
            message = f"The provider of the served entity '{answers}' does not have its model."
            raise Refused(Kind.UNKNOWN_NAME, message, "model")
        return answers

    def _turn(self, served: Served) -> str:
        count = self._queries[served.id]
        self._queries[served.id] += 1
        return pick(served.routes, count=count, offset=self._offset(served.id))

    def clear(self) -> None:
        """Begin the split of all traffic again, and forget what was derived from endpoints."""
        self._queries.clear()
        self._derived.clear()

    def _of(self, endpoint: Endpoint) -> Served:
        """Return what an endpoint serves, derived anew once it has changed."""
        known = self._derived.get(endpoint.name)
        if known is None or known[0] is not endpoint:
            known = self._derived[endpoint.name] = (endpoint, _endpoint(endpoint))
        return known[1]

    def order(self, served: Served) -> Sequence[str]:
        """Return the served entities to try: the one whose turn it is, and those after it."""
        turn = self._turn(served)
        return fallbacks.order(turn, entities=served.entities, fallback=served.fallback)

    def _offset(self, served_id: str) -> int:
        """Return where in the sequence of its routes a name begins."""
        known = self._offsets.get(served_id)
        if known is None:
            known = generator("traffic", self._seed, served_id).randrange(100)
            self._offsets[served_id] = known
        return known


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
        apis=model.apis,
        width=model.dimensions or WIDTH,
    )


def _unity_name(name: str) -> str:
    return f"system.ai.{name.removeprefix(_HOSTED_PREFIX)}"


def _custom(model: CustomModel, started: int) -> Served:
    return Served(
        name=model.name,
        id=model.name,
        task=SCORING,
        hosted=False,
        created=started,
        routes=(Route(entity=model.entity, percentage=100),),
        entities=(model.entity,),
        reachable=(model.entity,),
        features=model.version is None,
    )


def _endpoint(endpoint: Endpoint) -> Served:
    config = endpoint.config
    entities = config.entities if config else ()
    fallback = endpoint.settings.ai_gateway.get("fallback_config")
    return Served(
        name=endpoint.name,
        id=endpoint.id,
        task=_task(config) if config else "",
        hosted=False,
        created=endpoint.created // 1000,
        routes=config.routes if config and endpoint.ready else (),
        features=any(entity.is_feature_spec for entity in entities),
        apis=frozenset(_apis(config)) if config else frozenset(),
        kind=config.kind if config else None,
        stopped=endpoint.stopped,
        entities=tuple(entity.name for entity in entities),
        reachable=tuple(entity.name for entity in entities if fallbacks.is_reachable(entity)),
        lacking=frozenset(each.name for each in entities if lacks(each.external_model or {})),
        fallback=as_object(fallback).get("enabled") is True,
    )


def _apis(config: Config) -> Iterator[str]:
    """Yield the formats that the external models of an endpoint answer."""
    task = _task(config)
    yield task
    for entity in config.entities:
        model = entity.external_model or {}
        provider = as_text(model.get("provider"))
        bedrock = as_object(model.get("amazon_bedrock_config"))
        maker = as_text(bedrock.get("bedrock_provider")) or provider
        if task == "chat" and maker in _MAKERS:
            yield _MAKERS[maker]


def _task(config: Config) -> str:
    """Return the task of what is served; models of the workspace have none but scoring."""
    return SCORING if config.task is None else config.task.removeprefix(_TASK_PREFIX)
