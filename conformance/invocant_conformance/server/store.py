"""The endpoints of one server."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from ..json_values import JsonObject, as_list, as_object, as_text
from . import endpoint_settings, endpoints, rules
from .draws import digest
from .endpoints import Config, Endpoint, settled
from .entities import EntityKind
from .errors import Kind, Refused
from .grants import CREATOR
from .throughput import ProvisionedModels

_ABOUT_ENTITIES = frozenset({"served_entities", "served_models", "traffic_config"})


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
    provisioned: models whose throughput can be provisioned. now: milliseconds since 1970.
    deploy_ms: duration of the deployment of other than external models.
    save: is called with every state before it takes effect.
    """

    def __init__(
        self,
        *,
        hosted: Collection[str],
        provisioned: ProvisionedModels | None = None,
        now: Callable[[], int],
        deploy_ms: int,
        seed: int = 0,
        snapshot: Snapshot = Snapshot(),
        save: Callable[[Snapshot], None] = lambda snapshot: None,
    ) -> None:
        self._hosted = frozenset(hosted)
        self._provisioned = provisioned or {}
        self._now = now
        self._deploy_ms = deploy_ms
        self._seed = seed
        self._save = save
        self._endpoints: Mapping[str, Endpoint] = {e.name: e for e in snapshot.endpoints}
        self._created = snapshot.created

    def create(self, request: JsonObject) -> Endpoint:
        """Create an endpoint from a valid CreateServingEndpoint or CreatePtEndpointRequest."""
        name = as_text(request.get("name"))
        if name in self._endpoints or name in self._hosted:
            raise Refused(Kind.NAME_TAKEN, f"Endpoint with name '{name}' already exists.", "name")
        rules.check_name(name)
        config = self._config(None, as_object(request.get("config")), where="config.")
        endpoint = self._deploying(self._empty(request, config), config)
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

        def edit(endpoint: Endpoint) -> Endpoint:
            self._check_idle(endpoint)
            return self._deploying(endpoint, self._config(endpoint, config, where=""))

        return self.change(name, edit)

    def update_throughput(self, name: str, config: JsonObject) -> Endpoint:
        """Replace what an endpoint serves by a valid PtEndpointCoreConfig, at once if it serves."""

        def edit(endpoint: Endpoint) -> Endpoint:
            self._check_idle(endpoint)
            if endpoint.latest and endpoint.latest.kind is not EntityKind.PROVISIONED:
                raise _wrong_kind(endpoint, "has no provisioned throughput")
            wanted = self._config(endpoint, config, where="config.")
            return self._deploying(endpoint, wanted, at_once=endpoint.ready)

        return self.change(name, edit)

    def stop(self, name: str) -> Endpoint:
        """Take an endpoint of custom models out of service (MGMT-STOP-002 and 003)."""

        def edit(endpoint: Endpoint) -> Endpoint:
            self._check_idle(endpoint)
            if endpoint.config is None or endpoint.config.kind is not EntityKind.CUSTOM:
                raise _wrong_kind(endpoint, "serves no custom model, so that it cannot be stopped")
            return endpoints.stopped(endpoint, now=self._now())

        return self.change(name, edit)

    def start(self, name: str) -> Endpoint:
        """Deploy what a stopped endpoint served before, as the next version (MGMT-START-001).

        One that is not stopped stays as it is.
        """

        def edit(endpoint: Endpoint) -> Endpoint:
            self._check_idle(endpoint)
            if not endpoint.stopped:
                return endpoint
            return endpoints.started(endpoint, now=self._now(), deploy_ms=self._deploy_ms)

        return self.change(name, edit)

    def set_telemetry(self, name: str, telemetry: JsonObject | None) -> Endpoint:
        """Replace what is recorded of an endpoint, None for nothing (MGMT-TELEMETRY-001, 002)."""

        def edit(endpoint: Endpoint) -> Endpoint:
            self._check_idle(endpoint)
            if not _serves_custom_models(endpoint.config):
                raise _wrong_kind(endpoint, "serves no custom model, so that it has no telemetry")
            return replace(endpoint, telemetry=telemetry, updated=self._now())

        return self.change(name, edit)

    def change(self, name: str, edit: Callable[[Endpoint], Endpoint]) -> Endpoint:
        """Replace an endpoint by what `edit`, which may raise Refused, makes of it."""
        self._check_owned(name)
        endpoint = edit(self.get(name))
        self._keep({**self._endpoints, name: endpoint})
        return endpoint

    def find_by_id(self, endpoint_id: str) -> Endpoint | None:
        """Return the endpoint with an id as it is now, None where there is none."""
        names = (name for name, found in self._endpoints.items() if found.id == endpoint_id)
        return next((self.get(name) for name in names), None)

    def delete(self, name: str) -> None:
        """Delete an endpoint."""
        self._check_owned(name)
        self.get(name)
        self._keep({key: kept for key, kept in self._endpoints.items() if key != name})

    def clear(self) -> None:
        """Delete all endpoints, and forget how many there were."""
        self._keep({}, created=0)

    def _check_owned(self, name: str) -> None:
        if name in self._hosted:
            message = f"Endpoint with name '{name}' belongs to the platform and cannot be changed."
            raise Refused(Kind.PERMISSION_DENIED, message)

    def _check_idle(self, endpoint: Endpoint) -> None:
        if endpoint.pending is not None:
            raise Refused(Kind.UPDATING, f"Endpoint with name '{endpoint.name}' is being updated.")

    def _empty(self, request: JsonObject, config: Config) -> Endpoint:
        """Return a new endpoint that serves nothing yet.

        What its kind of models cannot have is dropped (MGMT-ROUTE-002, MGMT-TELEMETRY-004).
        """
        policy, telemetry = request.get("budget_policy_id"), request.get("telemetry_config")
        custom, now = _serves_custom_models(config), self._now()
        return Endpoint(
            name=as_text(request.get("name")),
            id=digest("endpoint", self._seed, self._created)[:32],
            created=now,
            updated=now,
            description=as_text(request.get("description")),
            route_optimized=request.get("route_optimized") is True and custom,
            budget_policy_id=policy if isinstance(policy, str) else None,
            tags=endpoint_settings.with_tags((), {"add_tags": as_list(request.get("tags"))}),
            settings=endpoint_settings.created(request, creator=CREATOR),
            telemetry=as_object(telemetry) if telemetry and custom else None,
        )

    def _config(self, endpoint: Endpoint | None, wanted: JsonObject, *, where: str) -> Config:
        """Return what a request makes of an endpoint's configuration; its version is not set."""
        current = endpoint.latest if endpoint else None
        served = rules.entities(wanted, where=where, now=self._now(), models=self._provisioned)
        if current and not served:
            served = current.entities
        if current and not wanted.keys() & _ABOUT_ENTITIES:
            routes = current.routes
        else:
            routes = rules.routes(wanted, served, where=where)
        capture = rules.auto_capture(wanted) or (current.auto_capture if current else None)
        config = Config(version=0, entities=served, routes=routes, auto_capture=capture)
        if current:
            rules.check_change(current, config, where=where)
        return config

    def _deploying(self, endpoint: Endpoint, config: Config, *, at_once: bool = False) -> Endpoint:
        deploy_ms = 0 if at_once else self._deploy_ms
        return endpoints.updated(endpoint, config, now=self._now(), deploy_ms=deploy_ms)

    def _keep(self, endpoints: Mapping[str, Endpoint], *, created: int | None = None) -> None:
        count = self._created if created is None else created
        self._save(Snapshot(endpoints=tuple(endpoints.values()), created=count))
        self._endpoints, self._created = endpoints, count


def unknown_endpoint(name: str) -> Refused:
    """Return the refusal for a name that no endpoint has."""
    return Refused(Kind.UNKNOWN_NAME, f"Endpoint with name '{name}' does not exist.", "name")


def _serves_custom_models(config: Config | None) -> bool:
    return config is not None and config.kind is EntityKind.CUSTOM


def _wrong_kind(endpoint: Endpoint, what: str) -> Refused:
    return Refused(Kind.INVALID_FIELD, f"Endpoint with name '{endpoint.name}' {what}.", "name")
