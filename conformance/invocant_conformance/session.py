"""Sends the suite's requests: counted, within the budget, changing only what the run created."""

import asyncio
import json as jsonlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias
from urllib.parse import quote, unquote

import httpx
from pydantic import BaseModel

from . import spending
from .credentials import NO_CREDENTIALS, Credentials
from .exchange import Exchange
from .json_values import JsonValue
from .ledger import Ledger, is_invented
from .oauth import LoginFailed
from .outcomes import Failed, Skipped, Untestable
from .receiving import Answer
from .seen import noted
from .specification.naming import creations, makers, named, names_nothing

Authorize: TypeAlias = bool | Literal["wrong"]
WRONG_TOKEN = "invocant-conformance-wrong-token"
_CONTENT_TYPE = "content-type"
_WELL_KNOWN = "/.well-known/"
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_MANAGEMENT = "management"


class BudgetExhausted(Untestable):
    """The run has sent as many requests as it may."""


class ForeignEndpoint(Exception):
    """A check tried to change an endpoint that the run did not create."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """A connection to one profile of the target.

    `base` is put before every path but well-known ones, which are at the root (RFC 8615).
    `timeout` is the time for one whole exchange, in seconds. `live`: the client hands on answers
    as they arrive, not, as from an application in this process, when they are complete.
    Requests under `managed`, the path of the collection of endpoints ("" for none), and to what
    names an endpoint by its id, are writes with any method but GET, HEAD and OPTIONS; these need
    `allow_writes`. Names drawn in a `lane` do not depend on what other lanes draw meanwhile.
    """

    client: httpx.AsyncClient
    url: str
    ledger: Ledger
    base: str = ""
    credentials: Credentials = NO_CREDENTIALS
    curl_options: tuple[str, ...] = ()
    timeout: float = 60.0
    managed: str = ""
    allow_writes: bool = False
    live: bool = False
    lane: str = ""

    @property
    def token(self) -> str | None:
        """The bearer token of the run, None where it has none."""
        return self.credentials.token

    def at(self, base: str, managed: str = "") -> "Session":
        """Return a session for another base path, with the same account."""
        return replace(self, base=base, managed=managed)

    def invent_name(self, slug: str = "x") -> str:
        """Return a fresh name with the run's prefix."""
        return self.ledger.invent_name(slug, self.lane)

    def invent_secret(self) -> str:
        """Return a fresh sentinel that is masked in every output."""
        return self.ledger.invent_secret(self.lane)

    async def send(
        self,
        method: str,
        path: str,
        *,
        json: JsonValue | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        authorize: Authorize = True,
    ) -> Exchange:
        """Send one request and return the whole exchange, whatever the answer's status.

        `path` starts with a slash and is percent-encoded. `json` None sends no body; use
        `content=b"null"` for a JSON null. A content-type of "" is left out. `authorize` "wrong"
        sends a token that no server knows.

        Raises Failed for a broken connection or an answer that does not end, Skipped for a write
        that the user has not allowed, BudgetExhausted (an Untestable) when nothing may be sent.
        """
        self._guard(method, path)
        could_make = content is not None or isinstance(json, dict)
        if could_make and path in makers() and not self.allow_writes:
            raise Skipped("makes what cannot be taken back, which needs --allow-writes")
        if self.ledger.exhausted:
            raise BudgetExhausted(f"{self.ledger.used_up} is used up")
        if json is not None:
            content = jsonlib.dumps(json, ensure_ascii=False).encode()
        return noted(await self._exchange(method, path, content, headers or {}, authorize))

    async def clean_up(self) -> tuple[str, ...]:
        """Delete every endpoint that the run created, within the budget or not.

        Returns the names that could not be deleted.
        """
        left: list[str] = []
        for name in tuple(self.ledger.created):
            try:
                answer = await self.remove(name)
            except (Failed, Untestable):
                left.append(name)
                continue
            if answer.status not in (200, 204, 404):
                left.append(name)
        return tuple(left)

    async def remove(self, name: str) -> Exchange:
        """Delete an endpoint of the suite's, within the budget or not.

        Raises what `send` raises, and ForeignEndpoint for a name that no run invents.
        """
        if not (is_invented(name) or self.ledger.prefix in name):
            raise ForeignEndpoint(f"{name}: no run of the suite created this endpoint")
        path = f"{self.managed}/{quote(name, safe='')}"
        return await self._exchange("DELETE", path, None, {}, True)

    def _guard(self, method: str, path: str) -> None:
        """Refuse to write where it is not allowed or where the endpoint is not the run's own."""
        name = self._managed_name(method, path)
        if name is None:
            return
        if not self.allow_writes:
            raise Skipped("changes serving endpoints, which needs --allow-writes")
        if name and self.ledger.prefix not in name:
            raise ForeignEndpoint(f"{method} {path}: the run did not create this endpoint")

    def _managed_name(self, method: str, path: str) -> str | None:
        """Return the endpoint that a request would change, "" for the collection, None if none."""
        if not self.managed or method in _SAFE_METHODS:
            return None
        plain = path.partition("?")[0]
        if plain in creations(_MANAGEMENT) or names_nothing(plain, _MANAGEMENT):
            return ""
        names = named(plain, _MANAGEMENT)
        if identifier := names.get("endpoint-id"):
            return self.ledger.ids.get(identifier, identifier)
        if "endpoint-name" in names:
            return names["endpoint-name"]
        if not plain.startswith(self.managed):
            return None
        return unquote(plain.removeprefix(self.managed).lstrip("/").partition("/")[0])

    async def _exchange(
        self,
        method: str,
        path: str,
        content: bytes | None,
        extra: Mapping[str, str],
        authorize: Authorize,
    ) -> Exchange:
        self.ledger.calls += 1
        await self._renew()
        await asyncio.sleep(self.ledger.pace.reserve())
        shown, sent = self._headers(content, extra, authorize)
        sent = {name: value for name, value in sent.items() if value or name != _CONTENT_TYPE}
        base = "" if path.startswith(_WELL_KNOWN) else self.base
        request = httpx.Request(method, self.url + base + path, headers=sent, content=content)
        created = _names(content) if self._managed_name(method, path) == "" else ()
        for name in created:
            self.ledger.creating(name)
        answer = Answer(live=self.live)
        problem = await answer.read(self.client, request, self.timeout)
        exchange = replace(
            answer.exchange(method, str(request.url), shown, content),
            curl_options=self.curl_options,
        )
        self._note(method, path, exchange, created)
        if problem:
            raise Failed(problem, exchange)
        return exchange

    def _headers(
        self, content: bytes | None, extra: Mapping[str, str], authorize: Authorize
    ) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return the headers as reports show them and as they are sent."""
        headers = {"accept": "*/*", "accept-encoding": "identity"}
        if content is not None:
            headers[_CONTENT_TYPE] = "application/json"
        headers |= {name.lower(): value for name, value in extra.items()}
        if authorize == "wrong":
            headers |= self.credentials.wrong(WRONG_TOKEN)
        if authorize is not True:
            return headers, headers
        return {**headers, **self.credentials.shown()}, {**headers, **self.credentials.sent()}

    async def _renew(self) -> None:
        login = self.credentials.login
        if login is None or not login.is_due:
            return
        try:
            await asyncio.to_thread(login.renew)
        except LoginFailed as problem:
            raise Untestable(str(problem)) from None

    def _note(self, method: str, path: str, exchange: Exchange, creating: tuple[str, ...]) -> None:
        """Remember an endpoint that was created, forget one that was deleted."""
        succeeded = 200 <= exchange.status < 300
        if method == "POST" and self._managed_name(method, path) is None:
            sent = exchange.request_body or b""
            kind = exchange.content_type
            self.ledger.tokens += spending.tokens(sent, exchange.status, kind, exchange.body)
        deleted = self._managed_name(method, path)
        is_entry = path.count("/") == self.managed.count("/") + 1
        if deleted and method == "DELETE" and succeeded and is_entry:
            self.ledger.created.pop(deleted, None)
        if creating and exchange.status:
            for name in {*creating, *(_names(exchange.body) if succeeded else ())}:
                self.ledger.answered(name, created=succeeded)
                self.ledger.identified(_id(exchange.body) if succeeded else "", name)


class _Named(BaseModel):
    name: str
    id: str = ""


def _id(body: bytes) -> str:
    """Return the id that a JSON body carries, "" where it has none."""
    try:
        return _Named.model_validate_json(body).id
    except ValueError:
        return ""


def _names(body: bytes | None) -> tuple[str, ...]:
    """Return the name that a JSON body carries, if any."""
    try:
        return (_Named.model_validate_json(body or b"").name,)
    except ValueError:
        return ()
