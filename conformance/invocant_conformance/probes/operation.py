"""Any operation: a valid request for it, and the ways in which a request can be wrong."""

import json as jsonlib

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, Untestable
from ..session import Authorize, Session
from ..target import Surface
from . import endpoints
from .chat import Chat
from .embeddings import TEXTS, Embeddings
from .probe import Object, RememberingProbe


def takes_a_body(surface: Surface) -> bool:
    """Whether requests to a surface have a body."""
    return surface.method in ("POST", "PUT")


def takes_no_body(surface: Surface) -> bool:
    """Whether requests to a surface have no body."""
    return not takes_a_body(surface)


def names_something(surface: Surface) -> bool:
    """Whether requests to a surface name an endpoint or a model that has to exist."""
    return "{name}" in surface.operation or surface.task is not None


def names_in_path_only(surface: Surface) -> bool:
    """Whether all that requests to a surface say is the name of an endpoint, in the path."""
    return names_something(surface) and takes_no_body(surface)


class Operation(RememberingProbe):
    """One operation of a profile. Endpoints that it needs are created on first use."""

    def __init__(self, session: Session, surface: Surface) -> None:
        super().__init__(session, surface)
        self.method, _, self.template = surface.operation.partition(" ")
        self._endpoint: str | None = None
        self._body: Object | None = None
        self._unknown = session.invent_name("unknown")

    @property
    def takes_a_body(self) -> bool:
        """Whether requests have a body."""
        return takes_a_body(self.surface)

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
        if self.surface.task is not None or "{name}" not in self.template:
            return self.surface.path
        if self._endpoint is None:
            self._endpoint = await self._existing_endpoint()
        return self.template.replace("{name}", self._endpoint)

    async def accepted(self) -> Exchange:
        """Send a valid request, once. Raises Untestable where it is not accepted."""
        body = self.body() if self.takes_a_body else None
        if body is not None and "name" in body:
            body = body | {"name": f"{body['name']}-valid"}
        exchange = await self.once(self.method, await self.path(), json=body)
        if exchange.status >= 300:
            raise Untestable(f"a valid request is answered with {exchange.status}", exchange)
        return exchange

    async def truncated(self) -> Exchange:
        """Send the first half of a valid body."""
        whole = jsonlib.dumps(self.body()).encode()
        return await self.with_content(whole[: len(whole) // 2])

    async def with_credentials(
        self, authorize: Authorize, *, authorization: str | None = None, query: str = ""
    ) -> Exchange:
        """Send a valid request with other credentials."""
        body = self.body() if self.takes_a_body else None
        path = await self.path()
        headers = None if authorization is None else {"authorization": authorization}
        return await self.once(
            self.method, path + query, json=body, headers=headers, authorize=authorize
        )

    async def with_body(self, body: JsonValue) -> Exchange:
        """Send another JSON body."""
        return await self.with_content(jsonlib.dumps(body, ensure_ascii=False).encode())

    async def with_content(self, content: bytes) -> Exchange:
        """Send other bytes as body."""
        return await self.once(self.method, await self.path(), content=content)

    async def with_method(self, method: str) -> Exchange:
        """Send a valid request with another method."""
        body = self.body() if self.takes_a_body else None
        return await self.once(method, await self.path(), json=body)

    async def of_unknown(self, suffix: str = "") -> Exchange:
        """Name an endpoint or model that does not exist; `suffix` is put after the name."""
        name = self._unknown + suffix
        if self.surface.names_model_in_body:
            return await self.with_body(self.body() | {"model": name})
        body = self.body() if self.takes_a_body else None
        return await self.once(self.method, self.template.replace("{name}", name), json=body)

    def _valid_body(self) -> Object:
        if self.surface.task == "chat":
            return Chat(self.session, self.surface).request()
        if self.surface.task == "embeddings":
            return Embeddings(self.session, self.surface).request(TEXTS[0])
        config = endpoints.config(endpoints.openai("served"))
        if self.method == "PUT":
            return config
        return endpoints.endpoint(self.session.invent_name("any"), config)

    async def _existing_endpoint(self) -> str:
        """Return the name of an endpoint that may be changed, or, to read, of any."""
        name = self.session.invent_name("any")
        body = endpoints.endpoint(name, endpoints.config(endpoints.openai("served")))
        try:
            answer = await self.session.send("POST", endpoints.COLLECTION, json=body)
        except Skipped:
            if self.method != "GET":
                raise
            return await self._listed_endpoint()
        if answer.status >= 300:
            raise Untestable(f"no endpoint could be created: {answer.status}", answer)
        return name

    async def _listed_endpoint(self) -> str:
        answer = await self.session.send("GET", endpoints.COLLECTION)
        listing = json_of(answer) if answer.status == 200 else None
        found = listing.get("endpoints") if isinstance(listing, dict) else None
        first = found[0] if isinstance(found, list) and found else None
        if not isinstance(first, dict):
            raise Skipped("there is no endpoint to read, and none may be created")
        return str(first.get("name"))
