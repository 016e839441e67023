"""The reference server as a Starlette application."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import count

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from invocant import spec

from .. import __version__
from ..json_values import JsonObject
from ..specification import operations
from . import (
    catalogue,
    endpoint_reading,
    errors,
    gateway,
    gateway_administration,
    gateway_info,
    invocations,
    management,
    model_server,
    oauth,
    permissions,
    settings_api,
    state_file,
    throughput,
    vendor_formats,
)
from .answers import AnswerStore
from .catalogue import HostedModel
from .draws import digest
from .errors import Kind, Refused, json_response
from .gateway_keys import KeyStore
from .handlers import Services
from .headers import AnswerHeaders
from .meters import Metered, Meters
from .paths import Paths
from .profiles import profile_of
from .rate_limits import Limiter
from .routing import endpoints
from .secrets import Readable
from .served import Directory
from .settings import ServerSettings
from .slashes import EncodedSlashes
from .standing import STANDING
from .store import EndpointStore, Snapshot
from .throughput import ProvisionedModels
from .tokens import TokenStore

IDENTITY_PATH = "/.well-known/invocant"

_AREAS = (
    endpoint_reading,
    gateway,
    gateway_administration,
    gateway_info,
    invocations,
    management,
    model_server,
    permissions,
    settings_api,
    vendor_formats,
)
"""The modules with the handlers of operations."""


def create_app(settings: ServerSettings | None = None) -> ASGIApp:
    """Build an application with a state of its own.

    What the specification describes is answered before Starlette, whose own layers would cost
    more than an answer; Starlette has the few other paths.

    Raises ValueError when handlers and specification do not match, and StateFileError for a
    state file that cannot be read.
    """
    settings = settings or ServerSettings()
    means = services(settings)
    handlers = {key: each for area in _AREAS for key, each in area.handlers.items()}
    table = endpoints((*operations.answered(), *operations.played()), handlers, means)
    server = f"invocant-reference/{__version__}"
    others = Starlette(
        routes=[_identity_route(settings), *oauth.routes(means)],
        exception_handlers={HTTPException: _unknown_path},
    )
    others.router.redirect_slashes = False
    metered = Metered(Paths(others, table=table), meters=means.meters, clock=settings.clock)
    return AnswerHeaders(EncodedSlashes(metered), server=server, next_id=_ids("request", settings))


def services(settings: ServerSettings) -> Services:
    """Return what handlers work with, with a state of its own.

    Raises StateFileError for a state file that cannot be read.
    """
    document = spec.models()
    models, provisioned = catalogue.read(document), throughput.read(document)
    store = _store(settings, frozenset({*models, *STANDING}), provisioned)

    def directory(served: Mapping[str, HostedModel]) -> Directory:
        return Directory(
            catalogue=served,
            standing=STANDING,
            store=store,
            started=int(settings.clock()),
            seed=settings.seed,
        )

    return Services(
        settings=settings,
        catalogue=models,
        store=store,
        directory=directory(models),
        provisioned=provisioned,
        meters=Meters(),
        readable=Readable(),
        limiter=Limiter(settings.clock),
        next_id=_ids("answer", settings),
        gateway=directory({**models, **catalogue.read_gateway_only(document)}),
        keys=KeyStore(next_id=_ids("key", settings), now=settings.clock),
        tokens=TokenStore(
            next_id=_ids("token", settings), now=settings.clock, lifetime=settings.oauth_seconds
        ),
        answers=AnswerStore(),
    )


def _store(
    settings: ServerSettings, hosted: frozenset[str], provisioned: ProvisionedModels
) -> EndpointStore:
    file = settings.state_file
    return EndpointStore(
        hosted=hosted,
        provisioned=provisioned,
        now=lambda: int(settings.clock() * 1000),
        deploy_ms=int(settings.deploy_seconds * 1000),
        seed=settings.seed,
        snapshot=state_file.load(file) if file else Snapshot(),
        save=partial(state_file.save, file) if file else lambda snapshot: None,
    )


def _ids(kind: str, settings: ServerSettings) -> Callable[[], str]:
    numbers = count()
    return lambda: digest(kind, settings.seed, next(numbers))[:32]


def _identity_route(settings: ServerSettings) -> Route:
    """Route the server's description of itself; token "any" means any of a known form."""
    facts: JsonObject = {
        "reference": True,
        "version": __version__,
        "spec": spec.digest(),
        "token": "any" if settings.token is None else "one",
    }

    async def identity(request: Request) -> Response:
        return json_response(facts)

    return Route(IDENTITY_PATH, identity)


def _unknown_path(request: Request, error: Exception) -> Response:
    refusal = Refused(Kind.UNKNOWN_PATH, "There is nothing at this path.")
    return errors.response(profile_of(request.url.path), refusal)
