"""The reference server as a Starlette application."""

from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from secrets import token_hex

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
    admin,
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
    throughput,
    vendor_formats,
)
from .answers import AnswerStore
from .catalogue import HostedModel
from .errors import Kind, Refused, json_response
from .faults import scripts
from .faults.board import FaultBoard
from .faults.middleware import Faulty
from .faults.scripts import Scripts
from .faults.striking import Means
from .gateway_keys import KeyStore
from .handlers import Services
from .ids import Ids
from .journal import Journal, note_of, verdicts
from .meters import Meters
from .page import routes as page
from .paths import Paths
from .principals import Principals
from .profiles import profile_of
from .rate_limits import Limiter
from .referee.middleware import Refereed
from .referee.referee import Referee
from .routing import endpoints
from .secrets import Readable
from .served import Directory
from .settings import ServerSettings
from .slashes import EncodedSlashes
from .standing import STANDING
from .state import opening, tables
from .state.database import Database
from .store import EndpointStore
from .throughput import ProvisionedModels
from .tokens import TokenStore
from .upstream.asking import Upstreams
from .vault import Vault
from .watching import Watched

IDENTITY_PATH = "/.well-known/invocant"

_SPARED = ("/", IDENTITY_PATH, "/.invocant/")
"""The paths of the server itself, which no fault strikes."""

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
    """Build an application with a state of its own, as `application` does.

    Raises ValueError when handlers and specification do not match, and StateFileError for a
    state file that cannot be used.
    """
    return application(services(settings or ServerSettings()))


def application(means: Services, referee: Referee | None = None) -> ASGIApp:
    """Build the application that works with the state and the means that it is given.

    What the specification describes is answered before Starlette, whose own layers would cost
    more than an answer; Starlette has the few other paths. A referee judges every request.

    Raises ValueError when handlers and specification do not match.
    """
    settings = means.settings
    handlers = {key: each for area in _AREAS for key, each in area.handlers.items()}
    table = endpoints((*operations.answered(), *operations.played()), handlers, means)
    server = f"invocant-reference/{__version__}"
    others = Starlette(
        routes=[
            _identity_route(settings),
            *oauth.routes(means),
            *admin.routes(means),
            *page.routes(means),
        ],
        exception_handlers={HTTPException: _unknown_path},
        lifespan=_lifespan(means),
    )
    others.router.redirect_slashes = False
    paths = Paths(others, table=table)
    faulty = Faulty(EncodedSlashes(paths), means=_striking(means), spared=_SPARED)
    watched = Watched(
        faulty,
        journal=means.journal,
        meters=means.meters,
        server=server,
        next_id=means.ids.of("request"),
    )
    if referee is None:
        return watched
    referee.paths = paths
    return Refereed(watched, referee)


def services(settings: ServerSettings) -> Services:
    """Return what handlers work with, with a state of its own.

    Raises StateFileError for a state file that cannot be used, FaultError and ScriptError for
    faults that cannot be understood.
    """
    file = settings.state_file
    database = opening.opened(file) if file else None
    try:
        return _services(settings, database)
    except BaseException:
        if database:
            database.close()
        raise


def _services(settings: ServerSettings, database: Database | None) -> Services:
    document = spec.models()
    models, provisioned = catalogue.read(document), throughput.read(document)
    ids = Ids(settings.seed, database.starts if database else 0)
    store = _store(settings, frozenset({*models, *STANDING}), provisioned, ids, database)
    tokens = TokenStore(
        next_id=ids.of("token"),
        now=settings.clock,
        lifetime=settings.oauth_seconds,
        rows=tables.tokens(database),
    )
    vault = Vault()

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
        journal=Journal(clock=settings.clock),
        readable=Readable(),
        limiter=Limiter(settings.clock),
        next_id=ids.of("answer"),
        gateway=directory({**models, **catalogue.read_gateway_only(document)}),
        keys=KeyStore(next_id=ids.of("key"), now=settings.clock, rows=tables.keys(database)),
        tokens=tokens,
        answers=AnswerStore(tables.answers(database)),
        principals=Principals(
            users=settings.users, tokens=tokens, strict=settings.strict_permissions
        ),
        ids=ids,
        database=database,
        faults=FaultBoard(
            settings.faults,
            seed=settings.seed,
            scripts=scripts.load(settings.script_file) if settings.script_file else Scripts(),
        ),
        vault=vault,
        upstreams=Upstreams(
            settings.upstreams, vault=vault, now=settings.clock, identity=token_hex(8)
        ),
    )


def _lifespan(means: Services) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Return what happens around the serving: in the end connections to providers are closed."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None]:
        try:
            yield
        finally:
            await means.upstreams.aclose()

    return lifespan


def _striking(means: Services) -> Means:
    return Means(board=means.faults, clock=means.settings.clock, sleep=means.settings.sleep)


def _store(
    settings: ServerSettings,
    hosted: frozenset[str],
    provisioned: ProvisionedModels,
    ids: Ids,
    database: Database | None,
) -> EndpointStore:
    return EndpointStore(
        hosted=hosted,
        provisioned=provisioned,
        now=lambda: int(settings.clock() * 1000),
        deploy_ms=int(settings.deploy_seconds * 1000),
        next_id=ids.of("endpoint"),
        rows=tables.endpoints(database),
    )


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
    note_of(request.scope).verdicts = verdicts(refusal)
    return errors.response(profile_of(request.url.path), refusal)
