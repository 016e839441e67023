"""The endpoints of one server."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from ..json_values import JsonObject, as_list, as_object, as_text
from . import endpoint_settings, rules
from .draws import digest
from .endpoints import Endpoint, settled, updated
from .errors import Kind, Refused
from .grants import CREATOR


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """Everything that a store remembers: its endpoints, and how many it ever created."""

    endpoints: tuple[Endpoint, ...] = ()
    created: int = 0


class EndpointStore:
    """Creates, reads, updates and deletes endpoints.

    Requests come without plaintext secrets. Every method raises Refused for a request that breaks
    a rule, and then has changed nothing.

    hosted: names of the platform's endpoints, which cannot be changed.
    now: milliseconds since 1970. deploy_ms: duration of an update of other than external models.
    save: is called with every state before it takes effect.
    """

    def __init__(
        self,
        *,
        hosted: Collection[str],
        now: Callable[[], int],
        deploy_ms: int,
        seed: int = 0,
        snapshot: Snapshot = Snapshot(),
        save: Callable[[Snapshot], None] = lambda snapshot: None,
    ) -> None:
        self._hosted = frozenset(hosted)
        self._now = now
        self._deploy_ms = deploy_ms
        self._seed = seed
        self._save = save
        self._endpoints: Mapping[str, Endpoint] = {e.name: e for e in snapshot.endpoints}
        self._created = snapshot.created

    def create(self, request: JsonObject) -> Endpoint:
        """Create an endpoint from a valid CreateServingEndpoint."""
        name = as_text(request.get("name"))
        if name in self._endpoints or name in self._hosted:
            raise Refused(Kind.NAME_TAKEN, f"Endpoint with name '{name}' already exists.", "name")
        rules.check_name(name)
        now = self._now()
        config = as_object(request.get("config"))
        endpoint = self._configured(self._empty(request, now), config, where="config.")
        self._keep({**self._endpoints, name: endpoint}, created=self._created + 1)
        return endpoint

    def get(self, name: str) -> Endpoint:
        """Return an endpoint as it is now."""
        endpoint = self.find(name)
        if endpoint is None:
            raise unknown_endpoint(name)
        return endpoint

    def find(self, name: str) -> Endpoint | None:
        """Return an endpoint as it is now, None where there is none."""
        endpoint = self._endpoints.get(name)
        return settled(endpoint, now=self._now()) if endpoint else None

    def all(self) -> Iterable[Endpoint]:
        """Return the endpoints as they are now, oldest first."""
        return [self.get(name) for name in self._endpoints]

    def update_config(self, name: str, config: JsonObject) -> Endpoint:
        """Replace what an endpoint serves by a valid EndpointCoreConfigInput."""
        self._check_owned(name)
        endpoint = self.get(name)
        if endpoint.pending is not None:
            raise Refused(Kind.UPDATING, f"Endpoint with name '{name}' is being updated.")
        endpoint = self._configured(endpoint, config, where="")
        self._keep({**self._endpoints, name: endpoint})
        return endpoint

    def find_by_id(self, endpoint_id: str) -> Endpoint | None:
        """Return the endpoint with an id as it is now, None where there is none."""
        names = (name for name, found in self._endpoints.items() if found.id == endpoint_id)
        return next((self.get(name) for name in names), None)

    def change(self, name: str, edit: Callable[[Endpoint], Endpoint]) -> Endpoint:
        """Replace an endpoint by what `edit`, which may raise Refused, makes of it."""
        self._check_owned(name)
        endpoint = edit(self.get(name))
        self._keep({**self._endpoints, name: endpoint})
        return endpoint

    def delete(self, name: str) -> None:
        """Delete an endpoint."""
        self._check_owned(name)
        self.get(name)
        self._keep({key: kept for key, kept in self._endpoints.items() if key != name})

    def _check_owned(self, name: str) -> None:
        if name in self._hosted:
            message = f"Endpoint with name '{name}' belongs to the platform and cannot be changed."
            raise Refused(Kind.PERMISSION_DENIED, message)

    def _empty(self, request: JsonObject, now: int) -> Endpoint:
        policy = request.get("budget_policy_id")
        return Endpoint(
            name=as_text(request.get("name")),
            id=digest("endpoint", self._seed, self._created)[:32],
            created=now,
            updated=now,
            description=as_text(request.get("description")),
            route_optimized=request.get("route_optimized") is True,
            budget_policy_id=policy if isinstance(policy, str) else None,
            tags=endpoint_settings.with_tags((), {"add_tags": as_list(request.get("tags"))}),
            settings=endpoint_settings.created(request, creator=CREATOR),
        )

    def _configured(self, endpoint: Endpoint, config: JsonObject, *, where: str) -> Endpoint:
        now = self._now()
        current = endpoint.latest
        served = rules.entities(config, where=where, now=now)
        if not served and current:
            served = current.entities
        if current and not config.keys() & {"served_entities", "traffic_config"}:
            routes = current.routes
        else:
            routes = rules.routes(config, served, where=where)
        return updated(endpoint, entities=served, routes=routes, now=now, deploy_ms=self._deploy_ms)

    def _keep(self, endpoints: Mapping[str, Endpoint], *, created: int | None = None) -> None:
        count = self._created if created is None else created
        self._save(Snapshot(endpoints=tuple(endpoints.values()), created=count))
        self._endpoints, self._created = endpoints, count


def unknown_endpoint(name: str) -> Refused:
    """Return the refusal for a name that no endpoint has."""
    return Refused(Kind.UNKNOWN_NAME, f"Endpoint with name '{name}' does not exist.", "name")
