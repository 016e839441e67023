"""Any operation: a valid request for it, and the ways in which a request can be wrong."""

import copy
import json as jsonlib
from collections.abc import Mapping
from dataclasses import replace

from .. import surfaces
from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Failed, Skipped, Untestable
from ..session import Authorize, Session
from ..specification import document, links, naming
from ..specification.records import Parameter, Resource
from ..surfaces import operation_of
from ..target import Surface
from . import endpoints, waiting
from .chat import Chat
from .embeddings import Embeddings
from .endpoints import Existing
from .probe import Object, RememberingProbe
from .query import Query

_MARK = "the-unknown-name"


def takes_a_body(surface: Surface) -> bool:
    """Whether requests to a surface have a body, which is a JSON object."""
    request = operation_of(surface).signature(surface.task).request
    return request is not None and document.is_about_objects(request)


def takes_no_body(surface: Surface) -> bool:
    """Whether requests to a surface have no body."""
    return not takes_a_body(surface)


def names_something(surface: Surface) -> bool:
    """Whether requests to a surface name an endpoint or a model that has to exist."""
    return surface.names_model_in_body or bool(operation_of(surface).resources)


def names_in_path_only(surface: Surface) -> bool:
    """Whether all that requests to a surface say is the name of an endpoint, in the path."""
    return names_something(surface) and takes_no_body(surface)


def needs_credentials(surface: Surface) -> bool:
    """Whether requests to a surface are refused without credentials."""
    return not operation_of(surface).open


class Operation(RememberingProbe):
    """One operation of a profile. Endpoints that it needs are created on first use."""

    def __init__(self, session: Session, surface: Surface) -> None:
        super().__init__(session, surface)
        self.operation = operation_of(surface)
        self.method = surface.method
        self._endpoint: Existing | None = None
        self._body: Object | None = None
        self._produced: Exchange | None = None
        self._unknown = session.invent_name("unknown")

    @property
    def takes_a_body(self) -> bool:
        """Whether requests have a body."""
        return takes_a_body(self.surface)

    @property
    def _creates(self) -> bool:
        return self.operation.path in naming.creations(self.operation.profile)

    def body(self) -> Object:
        """Return the valid body that requests vary.

        One that would create has a name that `accepted` does not use, so that none of its
        variants is refused because the name exists.
        """
        if self._body is None:
            self._body = self._valid_body()
        return self._body

    async def path(self) -> str:
        """Return the path of a request that names what exists."""
        wanted = None if self.surface.task else endpoints.suitable(self.operation, "")
        if wanted is None:
            return await self._produced_path() or self.surface.path
        if self._endpoint is None:
            self._endpoint = await self._existing_endpoint(*wanted)
        return surfaces.filled(self.operation, self._endpoint.names)

    async def _produced_path(self) -> str | None:
        """Return the path with what another operation answers, None where no link leads here.

        Raises Skipped where that operation does not answer, and Untestable where it does not in
        JSON: that is told of itself, not of the operation that its answer leads to.
        """
        link = links.leading_to(self.operation)
        if link is None:
            return None
        if self._produced is None:
            known = {"model": self.surface.source_model} if self.surface.source_model else {}
            body: Object = {**link.source.signatures[0].example, **known}
            self._produced = await self.session.send(
                link.source.method, link.source.path, json=body
            )
        answer = _produced(self._produced) if self._produced.status == 200 else None
        values = {name: links.at(answer, place) for name, place in link.parameters.items()}
        if not all(values.values()):
            raise Skipped(f"{link.source.label} gives nothing to name", self._produced)
        return surfaces.with_parameters(self.operation, values)

    async def valid(self) -> Exchange:
        """Send a valid request, once."""
        body = self.body() if self.takes_a_body else None
        if body is not None and self._creates:
            body = body | {"name": f"{body['name']}-valid"}
        return await self._send(await self.path(), body)

    async def accepted(self) -> Exchange:
        """Send a valid request, once. Raises Untestable where it is not accepted."""
        exchange = await self.valid()
        if exchange.status >= 300:
            raise Untestable(f"a valid request is answered with {exchange.status}", exchange)
        return exchange

    async def truncated(self) -> Exchange:
        """Send the first half of a valid body."""
        whole = jsonlib.dumps(self.body()).encode()
        return await self.with_content(whole[: len(whole) // 2])

    async def with_credentials(
        self,
        authorize: Authorize,
        *,
        authorization: str | None = None,
        query: Mapping[str, str] | None = None,
    ) -> Exchange:
        """Send a valid request with other credentials, and with more in its query."""
        body = self.body() if self.takes_a_body else None
        path = await self.path()
        for name, value in (query or {}).items():
            path = surfaces.with_query(path, name, value)
        more = {} if authorization is None else {"authorization": authorization}
        headers = {**surfaces.headers(self.operation), **more}
        return await self.once(self.method, path, json=body, headers=headers, authorize=authorize)

    async def with_parameter(self, parameter: Parameter, value: str) -> Exchange:
        """Send a valid request with another value of a parameter of query or header."""
        body, path = self.body() if self.takes_a_body else None, await self.path()
        if parameter.location == "query":
            bare = path if not parameter.required else path.partition("?")[0]
            return await self._send(surfaces.with_query(bare, parameter.name, value), body)
        headers = {**surfaces.headers(self.operation), parameter.name: value}
        return await self.once(self.method, path, json=body, headers=headers)

    async def with_body(self, body: JsonValue) -> Exchange:
        """Send another JSON body."""
        return await self.with_content(jsonlib.dumps(body, ensure_ascii=False).encode())

    async def with_content(self, content: bytes) -> Exchange:
        """Send other bytes as body."""
        headers = surfaces.headers(self.operation)
        return await self.once(self.method, await self.path(), content=content, headers=headers)

    async def typed(self, media_type: str) -> Exchange:
        """Send a valid body under another content type, "" for none."""
        headers = {**surfaces.headers(self.operation), "content-type": media_type}
        content = jsonlib.dumps(self.body()).encode()
        return await self.once(self.method, await self.path(), content=content, headers=headers)

    async def with_method(self, method: str) -> Exchange:
        """Send a valid request with another method."""
        body = self.body() if self.takes_a_body else None
        return await self.once(method, await self.path(), json=body)

    async def of_unknown(self, suffix: str = "", **changes: JsonValue) -> Exchange:
        """Name an endpoint or model that does not exist; `suffix` is put after the name.

        `changes` are members of the body to set otherwise.
        """
        name = self._unknown + suffix
        if self.surface.names_model_in_body:
            return await self.with_body(self.body() | {"model": name} | changes)
        body = self.body() | changes if self.takes_a_body else None
        return await self._send(self._path_of_unknown(name), body)

    async def _send(self, path: str, body: Object | None) -> Exchange:
        headers = surfaces.headers(self.operation)
        return await self.once(self.method, path, json=body, headers=headers)

    def _path_of_unknown(self, name: str) -> str:
        """Return the path with another name, percent-encoded already, of what it names first."""
        first = next(iter(self.operation.resources.values()))
        known: dict[Resource, str] = {"endpoint-id": "an-id", "served-model-name": "an-entity"}
        marked = surfaces.filled(self.operation, {**known, first: _MARK})
        return marked.replace(_MARK, name)

    def _valid_body(self) -> Object:
        if self.surface.task == "chat":
            return Chat(self.session, self.surface).request()
        if self.surface.task == "embeddings":
            return Embeddings(self.session, self.surface).request()
        if self.surface.task is not None:
            return Query(self.session, self.surface).request()
        if self.operation.path == endpoints.COLLECTION:
            config = endpoints.config(endpoints.openai("served"))
            return endpoints.endpoint(self.session.invent_name("any"), config)
        if self.operation.path == endpoints.config_path_of("{name}"):
            return endpoints.config(endpoints.openai("served"))
        example = copy.deepcopy(dict(self.operation.signature(None).example))
        return example | {"name": self.session.invent_name("any")} if self._creates else example

    async def _existing_endpoint(self, path: str, body: Object) -> Existing:
        """Return an endpoint that may be changed, or, to read, any."""
        named = body | {"name": self.session.invent_name("any")}
        try:
            answer = await self.session.send("POST", path, json=named)
        except Skipped:
            if self.method != "GET":
                raise
            return await self._listed_endpoint()
        if answer.status >= 300:
            raise Untestable(f"no endpoint could be created: {answer.status}", answer)
        await waiting.deployed(self.session, str(named["name"]), answer)
        return replace(endpoints.existing(json_of(answer)), name=str(named["name"]))

    async def _listed_endpoint(self) -> Existing:
        answer = await self.session.send("GET", endpoints.COLLECTION)
        listing = json_of(answer) if answer.status == 200 else None
        found = listing.get("endpoints") if isinstance(listing, dict) else None
        first = found[0] if isinstance(found, list) and found else None
        if not isinstance(first, dict):
            raise Skipped("there is no endpoint to read, and none may be created")
        return endpoints.existing(first)


def _produced(exchange: Exchange) -> JsonValue:
    """Return what an answer holds. Raises Untestable where it is no JSON."""
    try:
        return json_of(exchange)
    except Failed as failed:
        raise Untestable(failed.message, exchange) from None
